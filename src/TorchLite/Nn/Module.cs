using System.Globalization;
using System.Diagnostics.CodeAnalysis;

namespace TorchLite.Nn;

/// <summary>The base of all networks and their parts: PyTorch's <c>torch.nn.Module</c>.</summary>
/// <remarks>
/// <para>
/// A module is a class that derives from <see cref="Module{T, TResult}"/> and its kin, has its parts in fields or properties, and says in
/// <c>Forward</c> what it computes; <c>Call</c> runs that. Parameters, buffers and modules are registered by being there, in the order of
/// their declaration, under Python's spelling of their names: <c>lmHead</c>, <c>_lmHead</c> and <c>LmHead</c> are <c>lm_head</c>.
/// <see cref="NameAttribute"/> says another name, and <see cref="UnregisteredAttribute"/> leaves one out. A plain array or list of modules
/// is an error: <see cref="ModuleList{T}"/> is for that.
/// </para>
/// <para>
/// Modules may be called from many threads at once, as long as none changes parameters or buffers: batch normalization in training does.
/// </para>
/// </remarks>
/// <example><code>
/// class Net : Module&lt;Tensor, Tensor&gt;
/// {
///     private readonly Linear fc1 = new(4, 3);
///     private readonly Linear fc2 = new(3, 2);
///
///     protected override Tensor Forward(Tensor x) =&gt; fc2.Call(fc1.Call(x).Relu());
/// }
/// var net = new Net();
/// net
/// // Net(
/// //   (fc1): Linear(in_features=4, out_features=3, bias=True)
/// //   (fc2): Linear(in_features=3, out_features=2, bias=True)
/// // )
/// net.Call(Torch.Ones(5, 4)).Shape                              // torch.Size([5, 2])
/// string.Join(" ", net.NamedParameters().Select(p => p.Name))   // fc1.weight fc1.bias fc2.weight fc2.bias
/// </code></example>
[DynamicallyAccessedMembers(ModuleMember.Needed)]
public abstract partial class Module
{
    /// <summary>
    /// Whether the module is in training, where dropout drops and batch normalization learns its statistics: PyTorch's <c>training</c>.
    /// <c>Train</c> and <c>Eval</c> set it for all modules below, too.
    /// </summary>
    public bool Training { get; set; } = true;

    /// <summary>What the printed form calls the module: the class's name.</summary>
    protected internal virtual string ClassName =>
        (isPrepared && this is ILazyModule lazy ? lazy.ClsToBecome : GetType()).Name.Split('`')[0];

    /// <summary>The version of the module's state dict, for classes whose state changed since: PyTorch's <c>_version</c>.</summary>
    protected virtual long StateVersion => 1;

    /// <summary>What the printed form says of the module itself, one or more lines: PyTorch's <c>extra_repr</c>.</summary>
    /// <returns>The string.</returns>
    protected virtual string ExtraRepr() => "";

    /// <summary>Sets <see cref="Training"/> here and in all modules below; a class that freezes a part overrides it.</summary>
    /// <param name="mode">Whether to train.</param>
    protected internal virtual void SetTraining(bool mode)
    {
        CheckDepth();
        Training = mode;
        foreach (var child in Children())
        {
            child.SetTraining(mode);
        }
    }

    /// <summary>The module with its parts, as Python prints it: PyTorch's <c>repr(module)</c>.</summary>
    /// <returns>The string.</returns>
    public override string ToString()
    {
        // Numbers as Python writes them, whatever the culture: Sweden has a minus sign of its own.
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return Printed();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private string Printed()
    {
        CheckDepth();
        string[] extra = ExtraRepr() is { Length: > 0 } text ? text.Split('\n') : [];
        string[] children = [.. ChildLines()];
        return children.Length == 0 && extra.Length <= 1
            ? $"{PrintedName}({string.Concat(extra)})"
            : $"{PrintedName}(\n  {string.Join("\n  ", extra.Concat(children))}\n)";
    }

    private string PrintedName => Parametrizations is null ? ClassName : $"Parametrized{ClassName}";

    // One for each part; the later lines of a part are indented by two more.
    private protected virtual IEnumerable<string> ChildLines() =>
        Registered().Where(static one => one.Value is Module).Select(static one => $"({one.Name}): {Indented(one.Value)}");

    private protected static string Indented(object? module) => $"{module}".Replace("\n", "\n  ", StringComparison.Ordinal);
}
