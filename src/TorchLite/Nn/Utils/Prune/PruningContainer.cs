using System.Collections;

namespace TorchLite.Nn.Utils.Prune;

/// <summary>Pruning methods one after the other: PyTorch's <c>torch.nn.utils.prune.PruningContainer</c>.</summary>
/// <example><code>
/// using TorchLite.Nn.Utils.Prune;
/// var linear = new Linear(4, 2);
/// Torch.Nn.Utils.Prune.L1Unstructured(linear, "weight", 2);
/// var method = (PruningContainer)new L1Unstructured(2).Apply(linear, "weight");
/// method.Count                               // 2
/// method[1].PruningType                      // Unstructured
/// linear.GetBuffer("weight_mask").Sum()      // tensor(4.)
/// method.AddPruningMethod(new L1Unstructured(1));
/// </code></example>
public class PruningContainer : BasePruningMethod, IReadOnlyList<BasePruningMethod>
{
    private readonly List<BasePruningMethod> methods;

    /// <summary>Methods one after the other.</summary>
    /// <param name="methods">The methods.</param>
    public PruningContainer(params IEnumerable<BasePruningMethod> methods) => this.methods = [.. methods];

    /// <summary>The number of methods.</summary>
    public int Count => methods.Count;

    /// <inheritdoc/>
    public override PruningType PruningType => methods[^1].PruningType;

    /// <summary>The method at a place.</summary>
    /// <param name="index">The place.</param>
    public BasePruningMethod this[int index] => methods[index];

    /// <summary>Adds a method: PyTorch's <c>add_pruning_method</c>.</summary>
    /// <param name="method">The method.</param>
    public void AddPruningMethod(BasePruningMethod method) => methods.Add(method ?? throw new ArgumentNullException(nameof(method)));

    /// <summary>What stays by the last method, of what stayed by those before.</summary>
    /// <param name="t">The elements, or how important they are.</param>
    /// <param name="defaultMask">What stays by earlier methods.</param>
    /// <returns>The mask.</returns>
    public override Tensor ComputeMask(Tensor t, Tensor defaultMask)
    {
        ArgumentNullException.ThrowIfNull(t);
        ArgumentNullException.ThrowIfNull(defaultMask);
        var method = methods[^1];
        var mask = defaultMask.To(t.DType, copy: true);
        switch (method.PruningType)
        {
            case PruningType.Unstructured:
                var left = defaultMask == 1;
                mask[left] = method.ComputeMask(t[left], defaultMask[left]).To(mask.DType);
                return mask;
            case PruningType.Structured:
                var dim = method.Channels < 0 ? method.Channels + t.Dim() : method.Channels;
                var kept = (defaultMask.Sum([.. OtherDims(dim, t.Dim())]) != 0).Nonzero().Flatten();
                var part = method.ComputeMask(t.IndexSelect(dim, kept), defaultMask.IndexSelect(dim, kept));
                return mask.IndexCopy_(dim, kept, part.To(mask.DType));
            default:
                return method.ComputeMask(t, defaultMask).To(mask.DType);
        }
    }

    /// <summary>The methods one after the other.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<BasePruningMethod> GetEnumerator() => methods.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
