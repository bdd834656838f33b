namespace TorchLite.Native;

/// <summary>
/// How many owners a native tensor has: C++'s <c>Tensor::use_count()</c>, which is inline and so no function that could be called. It is
/// read from where it lies; whether it lies there is tried once, on a tensor that nobody else knows.
/// </summary>
internal static unsafe class UseCount
{
    // An at::Tensor is a pointer to a TensorImpl. That begins with its table of functions; then come the strong owners, as 32 bits, and the
    // pointer to a StorageImpl, which begins in the same way. There the pointer to the memory is next.
    private const int Place = 8;
    private const int Storage = 16;
    private const int Data = 16;

    /// <summary>Whether the count is where it should be; elsewhere nothing may be concluded.</summary>
    internal static bool IsKnown { get; } = Try();

    /// <summary>The owners of a tensor: its handles, and what libtorch holds it by.</summary>
    internal static int Of(nint handle) => Volatile.Read(ref *(int*)(*(nint*)handle + Place));

    /// <summary>
    /// Whether the tensor's memory stays when this handle goes: other handles hold it, or views, or what a gradient will need; or it has
    /// none of its own.
    /// </summary>
    internal static bool IsMemoryShared(nint handle)
    {
        var storage = *(nint*)(*(nint*)handle + Storage);
        return Of(handle) > 1 || storage == 0 || Volatile.Read(ref *(int*)(storage + Place)) > 1;
    }

    private static bool Try()
    {
        var handle = LibTorch.NewNumber(DType.Float32, 0);
        var storage = *(nint*)(*(nint*)handle + Storage);
        var isStorage = storage != 0 && *(nint*)(storage + Data) == LibTorch.DataPointer(handle) && *(int*)(storage + Place) == 1;
        var alone = Of(handle);
        var second = LibTorch.NewHandle(handle);
        var together = Of(handle);
        LibTorch.Delete(second);
        var again = Of(handle);
        LibTorch.Delete(handle);
        return isStorage && (alone, together, again) == (1, 2, 1);
    }
}
