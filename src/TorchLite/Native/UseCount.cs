namespace TorchLite.Native;

/// <summary>
/// How many owners a native tensor has: C++'s <c>Tensor::use_count()</c>, which is inline and so no function that could be called. It is
/// read from where it lies; whether it lies there is tried once, on a tensor that nobody else knows.
/// </summary>
internal static unsafe class UseCount
{
    // An at::Tensor is a pointer to a TensorImpl. That begins with its table of functions; then come the strong owners, as 32 bits.
    private const int Place = 8;

    /// <summary>Whether the count is where it should be; elsewhere nothing may be concluded.</summary>
    internal static bool IsKnown { get; } = Try();

    /// <summary>The owners of a tensor: its handles, and what libtorch holds it by.</summary>
    internal static int Of(nint handle) => Volatile.Read(ref *(int*)(*(nint*)handle + Place));

    private static bool Try()
    {
        var handle = LibTorch.NewNumber(DType.Float32, 0);
        var alone = Of(handle);
        var second = LibTorch.NewHandle(handle);
        var together = Of(handle);
        LibTorch.Delete(second);
        var again = Of(handle);
        LibTorch.Delete(handle);
        return (alone, together, again) == (1, 2, 1);
    }
}
