namespace TorchLite;

/// <content>How a tensor lies in memory.</content>
public sealed partial class Tensor
{
    /// <summary>Whether only the elements that are not zero are stored: PyTorch's <c>is_sparse</c>.</summary>
    /// <remarks>TorchLite makes no such tensors, but takes them from TorchSharp.</remarks>
    /// <example><code>
    /// Torch.Ones(2).IsSparse   // False
    /// </code></example>
    public bool IsSparse => Gate.Ask(static t => Exports.IsSparse(t), this);

    /// <summary>Whether the tensor is on a GPU of Apple's: PyTorch's <c>is_mps</c>.</summary>
    /// <example><code>
    /// Torch.Ones(2).IsMps   // False
    /// </code></example>
    public bool IsMps => Device.Type == "mps";

    /// <summary>Whether the elements lie in memory in an order, without gaps: PyTorch's <c>is_contiguous(memory_format)</c>.</summary>
    /// <param name="memoryFormat">The order.</param>
    /// <returns>Whether they do.</returns>
    /// <exception cref="TorchException">The order is <see cref="MemoryFormat.PreserveFormat"/>.</exception>
    /// <example><code>
    /// Torch.Ones(1, 3, 4, 4).Contiguous(MemoryFormat.ChannelsLast).IsContiguous(MemoryFormat.ChannelsLast)   // True
    /// </code></example>
    public bool IsContiguous(MemoryFormat memoryFormat) =>
        (bool)Script.Run($"torch.tensor({this}.is_contiguous(memory_format={Order(memoryFormat)}))");

    /// <summary>The tensor with its elements in an order in memory, without gaps: PyTorch's <c>contiguous(memory_format)</c>.</summary>
    /// <param name="memoryFormat">The order.</param>
    /// <returns>A new tensor; this one where it is so already.</returns>
    /// <exception cref="TorchException">The tensor has not as many dimensions as the order wants.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.Ones(1, 3, 4, 4).Contiguous(MemoryFormat.ChannelsLast).Stride())   // 48, 1, 12, 3
    /// </code></example>
    public Tensor Contiguous(MemoryFormat memoryFormat) => Script.Run($"{this}.contiguous(memory_format={Order(memoryFormat)})");

    /// <summary>A copy in an order in memory, through which gradients flow: PyTorch's <c>clone(memory_format)</c>.</summary>
    /// <param name="memoryFormat">The order.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">The tensor has not as many dimensions as the order wants.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).T.Clone(MemoryFormat.ContiguousFormat).IsContiguous()   // True
    /// </code></example>
    [TorchFunction]
    public Tensor Clone(MemoryFormat memoryFormat) => Script.Run($"torch.clone({this}, memory_format={Order(memoryFormat)})");

    /// <summary>The tensor with its elements in an order in memory: PyTorch's <c>to(memory_format=...)</c>.</summary>
    /// <param name="memoryFormat">The order.</param>
    /// <returns>A new tensor; this one in a new object where it is so already.</returns>
    /// <exception cref="TorchException">The tensor has not as many dimensions as the order wants.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.Ones(1, 3, 4, 4).To(MemoryFormat.ChannelsLast).Stride())   // 48, 1, 12, 3
    /// </code></example>
    public Tensor To(MemoryFormat memoryFormat) => Script.Run($"{this}.to({(DType?)DType}, memory_format={Order(memoryFormat)})");

    /// <summary>
    /// The dimensions, from the one that changes slowest in memory to the one that changes fastest: PyTorch's <c>dim_order()</c>.
    /// </summary>
    /// <param name="ambiguityCheck">Whether more than one order is an error: where a size is 1, or strides are equal.</param>
    /// <returns>The dimensions in this order.</returns>
    /// <exception cref="TorchException">There is more than one order, and <paramref name="ambiguityCheck"/> is given.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.Ones(2, 3).DimOrder())      // 0, 1
    /// string.Join(", ", Torch.Ones(2, 3).T.DimOrder())    // 1, 0
    /// Torch.Ones(1, 1).DimOrder(ambiguityCheck: true)
    /// // TorchException: The tensor does not have unique dim order, or cannot map to exact one of the given memory formats.
    /// </code></example>
    public long[] DimOrder(bool ambiguityCheck = false)
    {
        var (sizes, strides) = (Shape.ToArray(), Stride());
        if (ambiguityCheck && (sizes.Contains(1) || strides.Zip(strides.Skip(1)).Any(static pair => pair.First == pair.Second)))
        {
            throw new TorchException(
                "The tensor does not have unique dim order, or cannot map to exact one of the given memory formats.");
        }

        var last = Dim() == 4 ? MemoryFormat.ChannelsLast : MemoryFormat.ChannelsLast3d;
        var isLast = Dim() is 4 or 5 && IsContiguous(last);
        return IsContiguous() == isLast ? SlowestFirst(sizes, strides)
            : isLast ? [0, .. Enumerable.Range(2, sizes.Length - 2), 1]
            : [.. Enumerable.Range(0, sizes.Length)];
    }

    /// <summary>
    /// A tensor of whatever the memory held, in an order of one's own, of this tensor's dtype and device where none is said: PyTorch's
    /// <c>new_empty_strided</c>.
    /// </summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">For each dimension how many elements lie between neighbours.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether operations on the result are recorded for gradients.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size or stride is negative, or there are not as many of one as of the other.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.Ones(1).NewEmptyStrided([2, 3], [1, 2]).Stride())   // 1, 2
    /// </code></example>
    public Tensor NewEmptyStrided(Shape size, Shape stride, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Torch.EmptyStrided(size, stride, dtype ?? DType, device ?? Device, requiresGrad);

    // By insertion, for a stride of 0 stands in no order to others, and PyTorch leaves such a dimension where it is.
    private static long[] SlowestFirst(long[] sizes, long[] strides)
    {
        var order = Enumerable.Range(0, sizes.Length).Reverse().ToArray();
        for (var i = 1; i < order.Length; i++)
        {
            for (var (moving, other) = (i, i - 1); other >= 0; other--)
            {
                var (a, b) = (order[other], order[moving]);
                var isLoose = strides[a] == 0 || strides[b] == 0;
                if (!isLoose && strides[a] < strides[b])
                {
                    break;
                }

                if (!isLoose && (strides[a] > strides[b] || sizes[a] > sizes[b]))
                {
                    (order[other], order[moving], moving) = (b, a, other);
                }
            }
        }

        return [.. order.Reverse().Select(static dim => (long)dim)];
    }

    private static long Order(MemoryFormat memoryFormat) =>
        Enum.IsDefined(memoryFormat) ? (long)memoryFormat : throw new ArgumentOutOfRangeException(nameof(memoryFormat));
}
