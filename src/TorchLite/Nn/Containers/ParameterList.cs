using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchLite.Nn;

/// <summary>A list of parameters, which are registered by standing in it: PyTorch's <c>torch.nn.ParameterList</c>.</summary>
/// <example><code>
/// ParameterList scales = [new Parameter(Torch.Ones(2)), new Parameter(Torch.Ones(2, 3))];
/// scales
/// // ParameterList(
/// //     (0): Parameter containing: [torch.float32 of size 2]
/// //     (1): Parameter containing: [torch.float32 of size 2x3]
/// // )
/// scales.Append(Torch.Zeros(1)).Count         // 3
/// scales.Extend([Torch.Zeros(1)])[^1].Shape   // torch.Size([1])
/// scales[1..].Count                           // 3
/// </code></example>
[CollectionBuilder(typeof(ParameterList), nameof(Create))]
public class ParameterList : Module, IReadOnlyList<Parameter>
{
    /// <summary>A list of parameters.</summary>
    /// <param name="values">The parameters, or tensors to make some of; null: none.</param>
    public ParameterList(IEnumerable<Tensor>? values = null) => Extend(values ?? []);

    /// <summary>The number of parameters.</summary>
    public int Count => NamedItems.Count;

    private protected override bool ItemsFirst => true;

    /// <summary>The parameter at a place; from the end where the index is negative.</summary>
    /// <param name="index">The place.</param>
    /// <exception cref="TorchIndexException">There is none.</exception>
    public Parameter this[int index]
    {
        get => (Parameter)NamedItems.GetAt(ItemList.Place(NamedItems, index)).Value!;
        set => ItemList.Set(NamedItems, index, value);
    }

    /// <summary>Some of the parameters in a list of their own: PyTorch's <c>parameters[1:3]</c>.</summary>
    /// <param name="range">Which ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range goes beyond the parameters.</exception>
    public ParameterList this[Range range] => new(ItemList.Range<Parameter>(NamedItems, range));

    /// <summary>What a collection expression calls.</summary>
    /// <param name="values">The parameters.</param>
    /// <returns>The list.</returns>
    public static ParameterList Create(ReadOnlySpan<Parameter> values) => new(values.ToArray());

    /// <summary>Adds a parameter at the end: PyTorch's <c>append</c>.</summary>
    /// <param name="value">The parameter, or a tensor to make one of.</param>
    /// <returns>This list.</returns>
    public ParameterList Append(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        ItemList.Append(NamedItems, value as Parameter ?? new Parameter(value));
        return this;
    }

    /// <summary>Adds parameters at the end: PyTorch's <c>extend</c>.</summary>
    /// <param name="values">The parameters, or tensors to make some of.</param>
    /// <returns>This list.</returns>
    public ParameterList Extend(IEnumerable<Tensor> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values.ToArray())
        {
            Append(value);
        }

        return this;
    }

    /// <summary>The parameters one after the other.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Parameter> GetEnumerator() => NamedItems.Values.Cast<Parameter>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override string ExtraRepr() => string.Join('\n', this.Select(static (parameter, i) =>
        ParameterText.Of(i.ToString(CultureInfo.InvariantCulture), parameter, $"{parameter.DType}")));
}
