namespace TorchLite;

/// <content>What a tensor is: shape, dtype, device, strides.</content>
public partial class Tensor
{
    /// <summary>The size of each dimension: PyTorch's <c>shape</c>.</summary>
    /// <example><code>
    /// Torch.Ones(2, 3).Shape   // torch.Size([2, 3])
    /// </code></example>
    public Shape Shape => TorchLite.Shape.Wrap(Gate.Ask(static t => LibTorch.Sizes(t), this));

    /// <summary>The type of the elements: PyTorch's <c>dtype</c>.</summary>
    /// <example><code>
    /// Torch.Tensor([1, 2]).DType   // torch.int64
    /// </code></example>
    public DType DType
    {
        get
        {
            if (dtype < 0)
            {
                dtype = Gate.Ask(static t => LibTorch.DTypeOf(t), this).Code;
            }

            return IsDisposed ? throw Disposed() : new(dtype);
        }
    }

    /// <summary>The device that holds the elements: PyTorch's <c>device</c>.</summary>
    /// <example><code>
    /// Torch.Ones(2).Device   // cpu
    /// </code></example>
    public Device Device => Gate.Ask(static t => LibTorch.DeviceOf(t), this);

    /// <summary>The number of dimensions: PyTorch's <c>ndim</c>.</summary>
    /// <example><code>
    /// Torch.Ones(2, 3).Ndim   // 2
    /// </code></example>
    public long Ndim => Dim();

    /// <summary>The number of dimensions: PyTorch's <c>ndimension()</c>.</summary>
    /// <returns>The number; 0 for a single number.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).Ndimension()   // 2
    /// </code></example>
    public long Ndimension() => Dim();

    /// <summary>The number of dimensions: PyTorch's <c>dim()</c>.</summary>
    /// <returns>The number; 0 for a single number.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).Dim()   // 2
    /// </code></example>
    public long Dim() => Gate.Ask(static t => LibTorch.Dim(t), this);

    /// <summary>The number of elements: PyTorch's <c>numel()</c>.</summary>
    /// <returns>The product of the sizes.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).Numel()   // 6
    /// </code></example>
    [TorchFunction]
    public long Numel() => Gate.Ask(static t => LibTorch.Numel(t), this);

    /// <summary>Another name of <see cref="Numel"/>: PyTorch's <c>nelement()</c>.</summary>
    /// <returns>The product of the sizes.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).Nelement()   // 6
    /// </code></example>
    public long Nelement() => Numel();

    /// <summary>The size of each dimension: PyTorch's <c>size()</c>.</summary>
    /// <returns>The shape.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).Size()   // torch.Size([2, 3])
    /// </code></example>
    public Shape Size() => Shape;

    /// <summary>The size of one dimension: PyTorch's <c>size(dim)</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The size.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).Size(-1)   // 3
    /// </code></example>
    public long Size(long dim) => Shape[(int)ExactDim(dim)];

    /// <summary>The size of an element in bytes: PyTorch's <c>itemsize</c>.</summary>
    /// <example><code>
    /// Torch.Ones([2], dtype: DType.Float64).Itemsize   // 8
    /// </code></example>
    public int Itemsize => DType.Itemsize;

    /// <summary>The size of an element in bytes: PyTorch's <c>element_size()</c>.</summary>
    /// <returns>The number of bytes.</returns>
    /// <example><code>
    /// Torch.Ones(2).ElementSize()   // 4
    /// </code></example>
    public int ElementSize() => Itemsize;

    /// <summary>The number of bytes of all elements, contiguous or not: PyTorch's <c>nbytes</c>.</summary>
    /// <example><code>
    /// Torch.Ones(2, 3).Nbytes   // 24
    /// </code></example>
    public long Nbytes => Numel() * Itemsize;

    /// <summary>The stride of each dimension, in elements: PyTorch's <c>stride()</c>.</summary>
    /// <returns>A new array of as many numbers as dimensions.</returns>
    /// <example><code>
    /// string.Join(", ", Torch.Ones(2, 3).T.Stride())   // 1, 3
    /// </code></example>
    public long[] Stride() => Gate.Ask(static t => LibTorch.Strides(t), this);

    /// <summary>The stride of a dimension, in elements: PyTorch's <c>stride(dim)</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The number of elements.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).Stride(0)   // 3
    /// </code></example>
    public long Stride(long dim) => Stride()[(int)ExactDim(dim)];

    /// <summary>The offset of the first element in the storage, in elements: PyTorch's <c>storage_offset()</c>.</summary>
    /// <returns>The number of elements before the first.</returns>
    /// <example><code>
    /// Torch.Arange(5)[2..].StorageOffset()   // 2
    /// </code></example>
    public long StorageOffset() => Gate.Ask(static t => LibTorch.StorageOffset(t), this);

    /// <summary>The address of the first element: PyTorch's <c>data_ptr()</c>. It is valid while the tensor is.</summary>
    /// <returns>The address, on the tensor's device; 0 where it has no memory.</returns>
    /// <example><code>
    /// var x = Torch.Ones(4);
    /// x[1..].DataPtr() - x.DataPtr()   // 4
    /// </code></example>
    public nint DataPtr() => Gate.Ask(static t => LibTorch.DataPointer(t), this);

    /// <summary>Whether the tensor is on an NVIDIA GPU: PyTorch's <c>is_cuda</c>.</summary>
    /// <example><code>
    /// Torch.Ones(2).IsCuda   // False
    /// </code></example>
    public bool IsCuda => Device.Type == "cuda";

    /// <summary>Whether the tensor is on the CPU: PyTorch's <c>is_cpu</c>.</summary>
    /// <example><code>
    /// Torch.Ones(2).IsCpu   // True
    /// </code></example>
    public bool IsCpu => Device.Type == "cpu";

    /// <summary>Whether the tensor has a shape and no elements, for working out shapes: PyTorch's <c>is_meta</c>.</summary>
    /// <example><code>
    /// Torch.Ones([2, 3], device: "meta").IsMeta   // True
    /// </code></example>
    public bool IsMeta => Device.Type == "meta";

    /// <summary>Whether the tensor is on an Apple GPU: PyTorch's <c>is_mps</c>.</summary>
    /// <example><code>
    /// Torch.Ones(2).IsMps   // False
    /// </code></example>
    public bool IsMps => Device.Type == "mps";

    /// <summary>Whether only the elements that are not zero are stored: PyTorch's <c>is_sparse</c>.</summary>
    /// <remarks>TorchLite does not create such tensors, but accepts them from TorchSharp.</remarks>
    /// <example><code>
    /// Torch.Ones(2).IsSparse   // False
    /// </code></example>
    public bool IsSparse => Gate.Ask(static t => Exports.IsSparse(t), this);

    /// <summary>The index of the tensor's GPU: PyTorch's <c>get_device()</c>.</summary>
    /// <returns>The index of the device; -1 on the CPU.</returns>
    /// <example><code>
    /// Torch.Ones(2).GetDevice()   // -1
    /// </code></example>
    [TorchFunction]
    public int GetDevice() => Device.Type == "cpu" ? -1 : Device.Index ?? -1;

    /// <summary>Whether the elements are contiguous in memory in row-major order: PyTorch's <c>is_contiguous()</c>.</summary>
    /// <returns>True if they do.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).T.IsContiguous()   // False
    /// </code></example>
    public bool IsContiguous() => Gate.Ask(static t => LibTorch.Contiguous(t), this);

    /// <summary>Whether the elements are contiguous in memory in the given order: PyTorch's <c>is_contiguous(memory_format)</c>.</summary>
    /// <param name="memoryFormat">The order.</param>
    /// <returns>True if they do.</returns>
    /// <exception cref="TorchException">The order is <see cref="MemoryFormat.PreserveFormat"/>.</exception>
    /// <example><code>
    /// Torch.Ones(1, 3, 4, 4).Contiguous(MemoryFormat.ChannelsLast).IsContiguous(MemoryFormat.ChannelsLast)   // True
    /// </code></example>
    public bool IsContiguous(MemoryFormat memoryFormat) =>
        (bool)Script.Run($"torch.tensor({this}.is_contiguous(memory_format={Order(memoryFormat)}))");

    /// <summary>
    /// The dimensions, from the one that changes slowest in memory to the one that changes fastest: PyTorch's <c>dim_order()</c>.
    /// </summary>
    /// <param name="ambiguityCheck">Whether to throw if the order is ambiguous: where a size is 1, or strides are equal.</param>
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

    /// <summary>Whether the dtype is a real floating-point type: PyTorch's <c>is_floating_point()</c>.</summary>
    /// <returns>True if it is.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).IsFloatingPoint()   // False
    /// </code></example>
    [TorchFunction]
    public bool IsFloatingPoint() => DType.IsFloatingPoint;

    /// <summary>Whether the dtype is complex: PyTorch's <c>is_complex()</c>.</summary>
    /// <returns>True if it is.</returns>
    /// <example><code>
    /// Torch.Ones(2).IsComplex()   // False
    /// </code></example>
    [TorchFunction]
    public bool IsComplex() => DType.IsComplex;

    /// <summary>Whether the dtype can hold negative numbers: PyTorch's <c>is_signed()</c>.</summary>
    /// <returns>True if it can.</returns>
    /// <example><code>
    /// Torch.Tensor([true]).IsSigned()   // False
    /// </code></example>
    [TorchFunction]
    public bool IsSigned() => DType.IsSigned;

    /// <summary>Whether the only element is not 0: PyTorch's <c>is_nonzero</c>.</summary>
    /// <returns>True if the element is not 0.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element.</exception>
    /// <example><code>
    /// Torch.IsNonzero(Torch.Tensor([0.5]))   // True
    /// </code></example>
    [TorchFunction]
    public bool IsNonzero() => (bool)this;

    /// <summary>
    /// Whether the tensor was made in inference mode, so that it takes no part in autograd: PyTorch's <c>is_inference()</c>.
    /// </summary>
    /// <returns>True if it was.</returns>
    /// <example><code>
    /// Torch.Ones(2).IsInference()   // False
    /// </code></example>
    public bool IsInference() => IsInferenceOperator.Ask(this);

    private static readonly AtenOperator IsInferenceOperator = new("aten::is_inference");

    private static long Order(MemoryFormat memoryFormat) =>
        Enum.IsDefined(memoryFormat) ? (long)memoryFormat : throw new ArgumentOutOfRangeException(nameof(memoryFormat));

    // Of these a tensor without dimensions does not pass for one of one dimension.
    private long ExactDim(long dim) =>
        Dim() is not 0 and var rank
            ? WrapDim(dim, rank)
            : throw new TorchIndexException($"Dimension specified as {dim} but tensor has no dimensions");
}
