using System.Buffers;
using Apache.Arrow.Memory;

namespace TorchLite;

/// <summary>
/// Memory for what Arrow reads from a stream: .NET's, which tensors keep, so that a batch may be disposed while there are tensors of it.
/// </summary>
/// <example><code>
/// using Apache.Arrow;
/// using Apache.Arrow.Ipc;
///
/// var batch = new RecordBatch.Builder().Append("x", false, new Int64Array.Builder().AppendRange([1, 2, 3]).Build()).Build();
/// var file = new MemoryStream();
/// using (var writer = new ArrowStreamWriter(file, batch.Schema, leaveOpen: true))
///     writer.WriteRecordBatch(batch);
///
/// file.Position = 0;
/// Tensor x;
/// using (var read = new ArrowStreamReader(file, new ArrowAllocator()).ReadNextRecordBatch())
///     x = Torch.FromArrow(read)["x"];
///
/// x   // tensor([1, 2, 3])
/// </code></example>
public sealed class ArrowAllocator : MemoryAllocator
{
    /// <inheritdoc/>
    protected override IMemoryOwner<byte> AllocateInternal(int length, out int bytesAllocated)
    {
        bytesAllocated = length;
        return new Owner(GC.AllocateArray<byte>(length, pinned: true));
    }

    private sealed class Owner(byte[] bytes) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory => bytes;

        public void Dispose()
        {
            // The garbage collector's business.
        }
    }
}
