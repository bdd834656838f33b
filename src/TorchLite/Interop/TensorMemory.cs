using System.Buffers;

namespace TorchLite.Interop;

/// <summary>The elements of a contiguous CPU tensor as .NET memory.</summary>
/// <param name="owner">A tensor on them that is this one's own.</param>
/// <param name="length">How many there are.</param>
internal sealed unsafe class TensorMemory<T>(Tensor owner, int length) : MemoryManager<T>
    where T : unmanaged
{
    private readonly T* first = (T*)owner.DataPtr();

    /// <inheritdoc/>
    public override Span<T> GetSpan() => new(first, length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length, nameof(elementIndex));

        // The handle refers to this, and this to the memory.
        return new(first + elementIndex, default, this);
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => owner.Dispose();
}
