using System.Runtime.InteropServices;

namespace TorchLite.Native.Loading;

/// <summary>libtorch's own word for its version.</summary>
internal static unsafe class LibTorchVersion
{
    /// <summary>Asks libtorch_cpu through its stable C ABI; null where it is older than that question (2.9).</summary>
    internal static Version? Of(nint torchCpu)
    {
        if (!NativeLibrary.TryGetExport(torchCpu, "aoti_torch_abi_version", out var function))
        {
            return null;
        }

        // One byte each for major, minor and patch, from the top.
        var version = ((delegate* unmanaged<ulong>)function)();
        return new Version((byte)(version >> 56), (byte)(version >> 48), (byte)(version >> 40));
    }
}
