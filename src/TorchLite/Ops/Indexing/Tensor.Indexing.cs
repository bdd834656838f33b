using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>The indexer.</content>
public partial class Tensor
{
    /// <summary>
    /// Reads a part of the tensor, or writes to it: PyTorch's <c>x[...]</c>. Numbers, ranges and new axes give a view, which shares the
    /// memory; masks, index tensors and lists give a copy. Writing converts to the tensor's dtype and broadcasts.
    /// </summary>
    /// <param name="indices">One index a dimension: see <see cref="TensorIndex"/>. Dimensions not named are taken whole.</param>
    /// <exception cref="TorchIndexException">
    /// A position is not there, there are more indices than dimensions, or a mask has another shape.
    /// </exception>
    /// <exception cref="TorchException">The value to write does not broadcast to the part.</exception>
    /// <exception cref="TorchValueException">A slice's step is not at least 1.</exception>
    /// <example><code>
    /// var x = Torch.Zeros(2, 3);
    /// x[0] = 1;
    /// x[.., ^1] = Torch.Tensor([5, 6]);
    /// x
    /// // tensor([[1., 1., 5.],
    /// //         [0., 0., 6.]])
    /// x[1, 2]   // tensor(6.)
    /// </code></example>
    [IndexerName("Elements")]
    public Tensor this[params ReadOnlySpan<TensorIndex?> indices]
    {
        get => Read(indices);
        set => Write(indices, value);
    }

    /// <summary>
    /// The same with one index, for the first dimension; a list in brackets picks its positions: PyTorch's <c>x[[0, 2]]</c>.
    /// </summary>
    /// <param name="index">The index: see <see cref="TensorIndex"/>.</param>
    /// <remarks>Without this overload, C# would read <c>x[[0, 2]]</c> as <c>x[0, 2]</c>.</remarks>
    /// <exception cref="TorchIndexException">A position is out of range, or a mask has another shape.</exception>
    /// <exception cref="TorchException">The value to write does not broadcast to the part.</exception>
    /// <example><code>
    /// Torch.Tensor([10, 20, 30])[[0, 2]]   // tensor([10, 30])
    /// Torch.Tensor([10, 20, 30])[^1]       // tensor(30)
    /// </code></example>
    [IndexerName("Elements")]
    [OverloadResolutionPriority(1)]
    public Tensor this[TensorIndex? index]
    {
        get => Read([index]);
        set => Write([index], value);
    }

    // F# makes no list of what stands in the brackets.

    /// <inheritdoc cref="this[ReadOnlySpan{TensorIndex?}]"/>
    /// <param name="first">The index of the first dimension.</param>
    [IndexerName("Elements")]
    [OverloadResolutionPriority(-1)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Tensor this[TensorIndex first]
    {
        get => Read([first]);
        set => Write([first], value);
    }

    /// <inheritdoc cref="this[ReadOnlySpan{TensorIndex?}]"/>
    /// <param name="first">The index of the first dimension.</param>
    /// <param name="second">The index of the second dimension.</param>
    [IndexerName("Elements")]
    [OverloadResolutionPriority(-1)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Tensor this[TensorIndex first, TensorIndex second]
    {
        get => Read([first, second]);
        set => Write([first, second], value);
    }

    /// <inheritdoc cref="this[ReadOnlySpan{TensorIndex?}]"/>
    /// <param name="first">The index of the first dimension.</param>
    /// <param name="second">The index of the second dimension.</param>
    /// <param name="third">The index of the third dimension.</param>
    [IndexerName("Elements")]
    [OverloadResolutionPriority(-1)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Tensor this[TensorIndex first, TensorIndex second, TensorIndex third]
    {
        get => Read([first, second, third]);
        set => Write([first, second, third], value);
    }

    /// <inheritdoc cref="this[ReadOnlySpan{TensorIndex?}]"/>
    /// <param name="first">The index of the first dimension.</param>
    /// <param name="second">The index of the second dimension.</param>
    /// <param name="third">The index of the third dimension.</param>
    /// <param name="fourth">The index of the fourth dimension.</param>
    [IndexerName("Elements")]
    [OverloadResolutionPriority(-1)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Tensor this[TensorIndex first, TensorIndex second, TensorIndex third, TensorIndex fourth]
    {
        get => Read([first, second, third, fourth]);
        set => Write([first, second, third, fourth], value);
    }

    [StackTraceHidden]
    private Tensor Read(ReadOnlySpan<TensorIndex?> indices)
    {
        if (indices.IsEmpty)
        {
            return Gate.Direct(static t => Exports.Alias(t), this);
        }

        if (ReadPlain(indices) is { } view)
        {
            return view;
        }

        using var used = new Uses(TensorsAmong(indices));
        return Gate.Direct(static (t, i) => Exports.Index(t, i.Starts, i.Stops, i.Steps, i.Tensors, i.Tensors.Length), this, ToNative(indices));
    }

    // Numbers and slices alone, from the first dimension on, are as many views: no need for TorchSharp's index objects. Null where it is
    // not as plain as that, or wrong; the long way says how.
    private Tensor? ReadPlain(ReadOnlySpan<TensorIndex?> indices)
    {
        using var use = new Use(this);
        var sizes = LibTorch.SizesOf(use.Handle);
        var (view, dim) = (use.Handle, 0);
        for (var i = 0; i < indices.Length; i++)
        {
            nint next = 0;
            if (i < sizes.Length && indices[i] is { Kind: IndexKind.Number, Number: var number }
                && number >= -sizes[i] && number < sizes[i])
            {
                next = Exports.Select(view, dim, number);
            }
            else if (i < sizes.Length && indices[i] is { Kind: IndexKind.Slice or IndexKind.Full } slice)
            {
                var (start, stop, step) = slice;
                if (start is null or 0 && (stop is null || stop == sizes[i]) && step == 1)
                {
                    dim++;
                    continue;
                }

                next = Exports.Slice(view, dim++, start ?? 0, stop ?? long.MaxValue, step);
            }

            if (view != use.Handle)
            {
                LibTorch.Delete(view);
            }

            if (next == 0)
            {
                _ = Exports.LastError();
                return null;
            }

            view = next;
        }

        return view == use.Handle ? null : Wrap(view, this);
    }

    private void Write(ReadOnlySpan<TensorIndex?> indices, Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (indices.IsEmpty)
        {
            Copy_(value);
            return;
        }

        using var used = new Uses(TensorsAmong(indices));
        var native = ToNative(indices);
        if (value.number is Scalar number)
        {
            using var scalar = new ScalarLease(number);
            Gate.DirectInPlace(
                static (t, a) => Exports.IndexPut_(t, a.To.Starts, a.To.Stops, a.To.Steps, a.To.Tensors, a.To.Tensors.Length, a.Handle),
                this, (To: native, scalar.Handle));
        }
        else
        {
            Gate.DirectInPlace(
                static (t, v, to) => Exports.IndexPut_(t, to.Starts, to.Stops, to.Steps, to.Tensors, to.Tensors.Length, v, false),
                this, value.Dim() == 0 ? value.To(Device) : value, native);
        }
    }

    private Tensor[] TensorsAmong(ReadOnlySpan<TensorIndex?> indices)
    {
        // Each makes a view of all dimensions so far.
        if (indices.Length > Arguments.MostDims)
        {
            throw new TorchIndexException($"too many indices for tensor of dimension {Dim()}");
        }

        List<Tensor> tensors = [];
        foreach (var index in indices)
        {
            if (index?.Tensor is { } tensor)
            {
                tensors.Add(tensor);
            }
        }

        return [.. tensors];
    }

    // As LibTorchSharp takes them: by numbers at the end of the range of the starts, and tensors beside.
    private (long[] Starts, long[] Stops, long[] Steps, nint[] Tensors) ToNative(ReadOnlySpan<TensorIndex?> indices)
    {
        const long None = long.MinValue, False = None + 1, True = None + 2, Ellipsis = None + 3, Tensor = None + 5, FromStart = None + 6;
        const long Slice = None / 2;
        var (starts, stops) = (new long[indices.Length], new long[indices.Length]);
        var (steps, tensors) = (new long[indices.Length], new nint[indices.Length]);
        for (var i = 0; i < starts.Length; i++)
        {
            switch (indices[i])
            {
                case null:
                    starts[i] = None;
                    break;
                case { Kind: IndexKind.Number, Number: >= -TensorIndex.Farthest and <= TensorIndex.Farthest and var number }:
                    starts[i] = number;
                    break;
                case { Kind: IndexKind.Boolean, Number: var truth }:
                    starts[i] = truth != 0 ? True : False;
                    break;
                case { Kind: IndexKind.Ellipsis }:
                    starts[i] = Ellipsis;
                    break;
                case { Kind: IndexKind.Tensor, Tensor: { } tensor }:
                    (starts[i], tensors[i]) = (Tensor, tensor.Handle);
                    break;
                case { Kind: IndexKind.End or IndexKind.Number } index:
                    var size = SizeAt(i, indices);
                    throw new TorchIndexException(
                        $"index {(index.Kind == IndexKind.End ? size : index.Number)} is out of bounds for "
                        + $"dimension {DimensionAt(i, indices)} with size {size}");
                case { } index:
                    var (start, stop, step) = index;
                    starts[i] = start is { } from ? from + Slice : FromStart;
                    (stops[i], steps[i]) = (stop ?? None, step);
                    break;
            }
        }

        return (starts, stops, steps, tensors);
    }

    private long SizeAt(int position, ReadOnlySpan<TensorIndex?> indices) => Shape[(int)WrapDim(DimensionAt(position, indices), Dim(), wrapScalar: false)];

    // Which dimension the index at a position speaks of: those before it count from the front, or after an ellipsis from the back.
    private long DimensionAt(int position, ReadOnlySpan<TensorIndex?> indices)
    {
        long before = 0;
        for (var i = 0; i < position; i++)
        {
            if (indices[i]?.Kind == IndexKind.Ellipsis)
            {
                var after = 0L;
                foreach (var index in indices[position..])
                {
                    after += Dimensions(index);
                }

                return Dim() - after;
            }

            before += Dimensions(indices[i]);
        }

        return before;

        static long Dimensions(TensorIndex? index) => index switch
        {
            null => 0,
            { Kind: IndexKind.Boolean } => 0,
            { Tensor: { } tensor } when tensor.DType == DType.Bool => tensor.Dim(),
            _ => 1,
        };
    }
}
