namespace TorchLite.Nn.Utils.Rnn;

/// <summary>
/// A batch of sequences of different lengths without padding, step after step: PyTorch's <c>torch.nn.utils.rnn.PackedSequence</c>.
/// <see cref="Torch.Nn.Utils.Rnn.PackSequence"/> and its kin make it, and recurrent modules take it as their input.
/// </summary>
/// <example><code>
/// using TorchLite.Nn.Utils.Rnn;
///
/// PackedSequence packed = Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1, 2, 3]), Torch.Tensor([4, 5])]);
/// packed               // PackedSequence(data=tensor([1, 4, 2, 5, 3]), batch_sizes=tensor([2, 2, 1]), sorted_indices=None, unsorted_indices=None)
/// packed.Double().Data // tensor([1., 4., 2., 5., 3.], dtype=torch.float64)
/// </code></example>
public class PackedSequence
{
    /// <summary>
    /// A packed sequence of its parts, which are not looked at: the functions of <see cref="Torch.Nn.Utils.Rnn"/> make right ones.
    /// </summary>
    /// <param name="data">The elements of all sequences: the first of each, then the second of each that has one, and so on.</param>
    /// <param name="batchSizes">How many sequences have a first element, how many a second, and so on; int64, on the CPU.</param>
    /// <param name="sortedIndices">The numbers of the sequences from the longest to the shortest; null if they came so.</param>
    /// <param name="unsortedIndices">The places of the sequences in that order; computed from <paramref name="sortedIndices"/> if null.</param>
    /// <exception cref="ArgumentNullException">The data or the sizes are null.</exception>
    /// <exception cref="TorchValueException">The sizes are not on the CPU.</exception>
    /// <example><code>
    /// new TorchLite.Nn.Utils.Rnn.PackedSequence(Torch.Tensor([1, 4, 2]), Torch.Tensor([2, 1])).BatchSizes   // tensor([2, 1])
    /// </code></example>
    public PackedSequence(Tensor data, Tensor batchSizes, Tensor? sortedIndices = null, Tensor? unsortedIndices = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(batchSizes);
        UnsortedIndices = unsortedIndices ?? Torch.Nn.Utils.Rnn.InvertPermutation(sortedIndices);
        if (batchSizes.Device.Type != "cpu")
        {
            throw new TorchValueException(
                "batch_sizes should always be on CPU. Instances of PackedSequence should never be created manually. They should be "
                + "instantiated by functions like pack_sequence and pack_padded_sequences in nn.utils.rnn. "
                + "https://pytorch.org/docs/stable/nn.html#torch.nn.utils.rnn.pack_sequence");
        }

        (Data, BatchSizes, SortedIndices) = (data, batchSizes, sortedIndices);
    }

    /// <summary>The elements of all sequences: the first of each, then the second of each that has one, and so on.</summary>
    public Tensor Data { get; }

    /// <summary>How many sequences have a first element, how many a second, and so on.</summary>
    public Tensor BatchSizes { get; }

    /// <summary>The numbers of the sequences from the longest to the shortest; null if they came so.</summary>
    public Tensor? SortedIndices { get; }

    /// <summary>The places of the sequences in that order; null if they came in it.</summary>
    public Tensor? UnsortedIndices { get; }

    /// <summary>Whether the data are on a GPU of CUDA.</summary>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Ones(2)]).IsCuda   // False
    /// </code></example>
    public bool IsCuda => Data.IsCuda;

    /// <summary>Whether the data are in memory that is pinned for copies to a GPU.</summary>
    /// <returns>Whether they are.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Ones(2)]).IsPinned()   // False
    /// </code></example>
    public bool IsPinned() => Data.IsPinned();

    /// <summary>The same with all tensors in memory that is pinned for copies to a GPU, except the sizes.</summary>
    /// <returns>A new packed sequence.</returns>
    /// <exception cref="TorchException">There is no GPU.</exception>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Ones(2)]).PinMemory()   // TorchException: Cannot access accelerator device when none is available.
    /// </code></example>
    public PackedSequence PinMemory() =>
        new(Data.PinMemory(), BatchSizes, SortedIndices?.PinMemory(), UnsortedIndices?.PinMemory());

    /// <summary>Data of another dtype, with the same indices.</summary>
    /// <param name="dtype">The dtype.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory need not be waited for.</param>
    /// <param name="copy">Whether to copy even where the dtype is right.</param>
    /// <returns>A new packed sequence, or this one where nothing changes.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1, 2])]).To(DType.Float64).Data   // tensor([1., 2.], dtype=torch.float64)
    /// </code></example>
    public PackedSequence To(DType dtype, bool nonBlocking = false, bool copy = false) => To(Data.Device, dtype, nonBlocking, copy);

    /// <summary>Data and indices on another device; the sizes stay on the CPU.</summary>
    /// <param name="device">The device.</param>
    /// <param name="dtype">The dtype of the data; their own if null.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory need not be waited for.</param>
    /// <param name="copy">Whether to copy even where nothing changes.</param>
    /// <returns>A new packed sequence, or this one where nothing changes.</returns>
    /// <exception cref="TorchException">The device is not there.</exception>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1, 2])]).To("cpu", DType.Int8).Data   // tensor([1, 2], dtype=torch.int8)
    /// </code></example>
    public PackedSequence To(Device device, DType? dtype = null, bool nonBlocking = false, bool copy = false)
    {
        var data = Data.To(device, dtype, nonBlocking, copy);
        if (!copy && data.DType == Data.DType && data.Device == Data.Device)
        {
            return this;
        }

        return new(
            data,
            BatchSizes,
            SortedIndices?.To(data.Device, nonBlocking: nonBlocking, copy: copy),
            UnsortedIndices?.To(data.Device, nonBlocking: nonBlocking, copy: copy));
    }

    /// <summary>Data of another tensor's dtype, all on that tensor's device.</summary>
    /// <param name="other">The tensor.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory need not be waited for.</param>
    /// <param name="copy">Whether to copy even where nothing changes.</param>
    /// <returns>A new packed sequence, or this one where nothing changes.</returns>
    /// <exception cref="ArgumentNullException">The tensor is null.</exception>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1, 2])]).To(Torch.Ones(1)).Data   // tensor([1., 2.])
    /// </code></example>
    public PackedSequence To(Tensor other, bool nonBlocking = false, bool copy = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        return To(other.Device, other.DType, nonBlocking, copy);
    }

    /// <summary>The same on a GPU of CUDA.</summary>
    /// <param name="device">Which; the current one if null.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory need not be waited for.</param>
    /// <returns>A new packed sequence, or this one if it is there.</returns>
    /// <exception cref="TorchException">There is no such GPU.</exception>
    /// <example><code>
    /// var packed = Torch.Nn.Utils.Rnn.PackSequence([Torch.Ones(2)]);
    /// (Torch.Cuda.IsAvailable() ? packed.Cuda().Cpu() : packed).Data   // tensor([1., 1.])
    /// </code></example>
    public PackedSequence Cuda(Device? device = null, bool nonBlocking = false) => To(device ?? "cuda", nonBlocking: nonBlocking);

    /// <summary>The same on the CPU.</summary>
    /// <returns>A new packed sequence, or this one if it is there.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Ones(2)]).Cpu().Data.Device   // cpu
    /// </code></example>
    public PackedSequence Cpu() => To("cpu");

    /// <summary>Data of double precision.</summary>
    /// <returns>A new packed sequence, or this one if its data are so.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1])]).Double().Data   // tensor([1.], dtype=torch.float64)
    /// </code></example>
    public PackedSequence Double() => To(DType.Float64);

    /// <summary>Data of single precision.</summary>
    /// <returns>A new packed sequence, or this one if its data are so.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1])]).Float().Data   // tensor([1.])
    /// </code></example>
    public PackedSequence Float() => To(DType.Float32);

    /// <summary>Data of half precision.</summary>
    /// <returns>A new packed sequence, or this one if its data are so.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1])]).Half().Data   // tensor([1.], dtype=torch.float16)
    /// </code></example>
    public PackedSequence Half() => To(DType.Float16);

    /// <summary>Data as int64.</summary>
    /// <returns>A new packed sequence, or this one if its data are so.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1.5])]).Long().Data   // tensor([1])
    /// </code></example>
    public PackedSequence Long() => To(DType.Int64);

    /// <summary>Data as int32.</summary>
    /// <returns>A new packed sequence, or this one if its data are so.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1.5])]).Int().Data   // tensor([1], dtype=torch.int32)
    /// </code></example>
    public PackedSequence Int() => To(DType.Int32);

    /// <summary>Data as int16.</summary>
    /// <returns>A new packed sequence, or this one if its data are so.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1.5])]).Short().Data   // tensor([1], dtype=torch.int16)
    /// </code></example>
    public PackedSequence Short() => To(DType.Int16);

    /// <summary>Data as int8.</summary>
    /// <returns>A new packed sequence, or this one if its data are so.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1.5])]).Char().Data   // tensor([1], dtype=torch.int8)
    /// </code></example>
    public PackedSequence Char() => To(DType.Int8);

    /// <summary>Data as uint8.</summary>
    /// <returns>A new packed sequence, or this one if its data are so.</returns>
    /// <example><code>
    /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1.5])]).Byte().Data   // tensor([1], dtype=torch.uint8)
    /// </code></example>
    public PackedSequence Byte() => To(DType.Uint8);

    /// <summary>Takes it apart, as PyTorch's named tuple is.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="batchSizes">The sizes of the steps.</param>
    /// <param name="sortedIndices">The numbers of the sequences from the longest to the shortest.</param>
    /// <param name="unsortedIndices">The places of the sequences in that order.</param>
    /// <example><code>
    /// var (data, sizes, _, _) = Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1, 2]), Torch.Tensor([3])]);
    /// sizes   // tensor([2, 1])
    /// </code></example>
    public void Deconstruct(out Tensor data, out Tensor batchSizes, out Tensor? sortedIndices, out Tensor? unsortedIndices) =>
        (data, batchSizes, sortedIndices, unsortedIndices) = (Data, BatchSizes, SortedIndices, UnsortedIndices);

    /// <summary>As PyTorch prints it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"PackedSequence(data={Data}, batch_sizes={BatchSizes}, sorted_indices={Text(SortedIndices)}, unsorted_indices={Text(UnsortedIndices)})";

    /// <summary>Other elements packed alike, such as what a network made of these.</summary>
    internal PackedSequence With(Tensor data) => new(data, BatchSizes, SortedIndices, UnsortedIndices);

    /// <summary>
    /// The sizes of the steps, which libtorch's kernels take for right: they count down to the memory that they write to. A packed sequence
    /// that a function made passes; one that was made by hand may not.
    /// </summary>
    /// <exception cref="TorchException">There are no sizes, or they are not positive, or grow.</exception>
    internal Tensor CheckedBatchSizes()
    {
        if (BatchSizes.DType != DType.Int64)
        {
            throw new TorchException($"expected scalar type Long but found {BatchSizes.DType.CppName}");
        }

        var sizes = BatchSizes.Dim() == 1 ? BatchSizes.ToArray<long>() : [];
        for (var step = 0; step < sizes.Length; step++)
        {
            if (sizes[step] < 1 || (step > 0 && sizes[step] > sizes[step - 1]))
            {
                sizes = [];
            }
        }

        return sizes.Length > 0
            ? BatchSizes
            : throw new TorchException($"batch_sizes of a PackedSequence must be positive and never grow, but they are {BatchSizes}");
    }

    private static string Text(Tensor? indices) => indices?.ToString() ?? "None";
}
