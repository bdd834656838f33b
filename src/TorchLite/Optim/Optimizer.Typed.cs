namespace TorchLite.Optim;

/// <summary>An optimizer whose groups of parameters have options of their own type.</summary>
/// <typeparam name="TGroup">The type of the groups: <see cref="ParamGroup"/>, or one derived from it with more options.</typeparam>
/// <remarks>
/// <para>An optimizer of one's own says how the parameters of a group are changed. While it does, nothing is recorded.</para>
/// <code>
/// sealed class SignSgd(IEnumerable&lt;Tensor&gt; parameters, double lr)
///     : Optimizer&lt;ParamGroup&gt;([new(parameters)], new([]) { Lr = lr })
/// {
///     protected override void Update(ParamGroup group)
///     {
///         foreach (var parameter in group.Params)
///             if (parameter.Grad is { } grad)
///                 parameter.Add_(grad.Sign(), alpha: -group.Lr);
///     }
/// }
/// </code>
/// </remarks>
public abstract class Optimizer<TGroup> : Optimizer
    where TGroup : ParamGroup
{
    private readonly List<TGroup> typed = [];

    /// <summary>An optimizer of groups of parameters.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="defaults">The options of groups that have none of their own; without parameters.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchValueException">
    /// There is no group or a tensor that is no leaf, a parameter is in two groups, or some groups have names and others not.
    /// </exception>
    protected Optimizer(IEnumerable<TGroup> groups, TGroup defaults)
        : base(defaults)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(defaults);
        foreach (var group in groups)
        {
            AddParamGroup(group);
        }

        if (typed.Count == 0)
        {
            throw Empty();
        }
    }

    /// <summary>The groups of parameters, with their options: PyTorch's <c>param_groups</c>.</summary>
    public new IReadOnlyList<TGroup> ParamGroups => typed;

    /// <summary>The options of groups that have none of their own: PyTorch's <c>defaults</c>.</summary>
    public new TGroup Defaults => (TGroup)base.Defaults;

    /// <summary>Adds parameters while training: PyTorch's <c>add_param_group</c>.</summary>
    /// <param name="group">The group; its options that are not given are the optimizer's.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="TorchValueException">
    /// A tensor is no leaf or in another group, or this group has names and others not.
    /// </exception>
    public void AddParamGroup(TGroup group)
    {
        Add(group);
        typed.Add(group);
    }

    /// <summary>Changes the parameters of a group that have gradients.</summary>
    /// <param name="group">The group.</param>
    protected abstract void Update(TGroup group);

    private protected override Tensor? StepOnce(Func<Tensor>? closure)
    {
        var loss = closure?.Invoke();
        foreach (var group in typed)
        {
            Update(group);
        }

        return loss;
    }
}
