namespace TorchLite.Nn.Utils.Prune;

/// <summary>
/// The base of pruning methods, which set elements of a parameter to 0 for good: PyTorch's <c>torch.nn.utils.prune.BasePruningMethod</c>.
/// A class of one's own says in <see cref="ComputeMask"/> what stays.
/// </summary>
/// <remarks>
/// A pruned <c>weight</c> is computed in each call of its module of the parameter <c>weight_orig</c> and the buffer <c>weight_mask</c>.
/// </remarks>
/// <example><code>
/// using TorchLite.Nn.Utils.Prune;
/// class EveryOther : BasePruningMethod
/// {
///     public override PruningType PruningType =&gt; PruningType.Unstructured;
///
///     public override Tensor ComputeMask(Tensor t, Tensor defaultMask)
///     {
///         var mask = defaultMask.Clone();
///         mask.View(-1)["::2"] = 0;
///         return mask;
///     }
/// }
/// new EveryOther().Prune(Torch.Arange(1.0, 5.0))   // tensor([0., 2., 0., 4.])
/// var linear = new Linear(2, 1);
/// new EveryOther().Apply(linear, "weight");
/// linear.GetBuffer("weight_mask")                  // tensor([[0., 1.]])
/// </code></example>
public abstract class BasePruningMethod
{
    /// <summary>What the method takes away at once.</summary>
    public abstract PruningType PruningType { get; }

    /// <summary>The dimension of whole channels, of a structured method.</summary>
    internal virtual long Channels => -1;

    /// <summary>Says what stays.</summary>
    /// <param name="t">The elements, or how important they are.</param>
    /// <param name="defaultMask">What stays by earlier methods: 1, and 0 what does not.</param>
    /// <returns>A mask of the same shape.</returns>
    public abstract Tensor ComputeMask(Tensor t, Tensor defaultMask);

    /// <summary>Prunes a parameter of a module; what was pruned already stays so: PyTorch's <c>apply</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="importanceScores">How important the elements are, in the parameter's shape; null: the elements themselves.</param>
    /// <returns>The method; where the parameter was pruned already, the one that has all.</returns>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    /// <exception cref="TorchValueException">The scores have another shape, or the method cannot prune this tensor.</exception>
    public BasePruningMethod Apply(Module module, string name, Tensor? importanceScores = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        var before = module.Computed.TryGetValue(name, out var known) ? known.Kind as BasePruningMethod : null;
        var weight = module.TensorNamed(name) is Parameter { } parameter && (before is not null || parameter is not ComputedParameter)
            ? parameter : throw new KeyNotFoundException($"'{module.ClassName}' object has no attribute '{name}'");
        if (importanceScores is not null && importanceScores.Shape != weight.Shape)
        {
            throw new TorchValueException(
                $"importance_scores should have the same shape as parameter {name} of {module}, got {importanceScores.Shape} vs {weight.Shape}");
        }

        var method = before is null ? this : new PruningContainer([.. before as PruningContainer ?? (IEnumerable<BasePruningMethod>)[before], this]);
        using var _ = Torch.NoGrad();
        var mask = before is null ? Torch.OnesLike(weight) : module.GetBuffer($"{name}_mask").Detach().Clone();
        mask = method.ComputeMask(importanceScores ?? weight, mask);
        if (before is null)
        {
            module.RegisterParameter($"{name}_orig", weight);
        }

        module.RegisterBuffer($"{name}_mask", mask);
        module.Compute(name, method, owner => Masked(owner, name), staysAfterCalls: true);
        return method;
    }

    /// <summary>The tensor with 0 where the method takes something away; nothing is changed: PyTorch's <c>prune</c>.</summary>
    /// <param name="t">The tensor.</param>
    /// <param name="defaultMask">What stays by earlier methods; null: all.</param>
    /// <param name="importanceScores">How important the elements are; null: the elements themselves.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchValueException">The scores have another shape.</exception>
    public Tensor Prune(Tensor t, Tensor? defaultMask = null, Tensor? importanceScores = null)
    {
        ArgumentNullException.ThrowIfNull(t);
        return importanceScores is not null && importanceScores.Shape != t.Shape
            ? throw new TorchValueException("importance_scores should have the same shape as tensor t")
            : t * ComputeMask(importanceScores ?? t, defaultMask ?? Torch.OnesLike(t));
    }

    /// <summary>Makes a pruned parameter a plain one with its zeros: PyTorch's <c>remove</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">The parameter's name.</param>
    internal static void Remove(Module module, string name)
    {
        using var _ = Torch.NoGrad();
        var original = module.GetParameter($"{name}_orig");
        original.Data = Masked(module, name);
        module.Settle(name, original);
        module.Unregister($"{name}_orig");
        module.Unregister($"{name}_mask");
    }

    private static Tensor Masked(Module module, string name)
    {
        var original = module.GetParameter($"{name}_orig");
        return module.GetBuffer($"{name}_mask").To(original.DType) * original;
    }
}
