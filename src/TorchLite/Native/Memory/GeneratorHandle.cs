using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>libtorch's generator (a C++ at::Generator*), which is freed when it is no longer referenced.</summary>
internal sealed class GeneratorHandle : SafeHandle
{
    internal GeneratorHandle(nint generator)
        : base(0, ownsHandle: true) => SetHandle(generator);

    public override bool IsInvalid => handle == 0;

    /// <summary>libtorch's generator; whoever passes it keeps this object alive meanwhile.</summary>
    internal nint Value => handle;

    protected override bool ReleaseHandle()
    {
        Exports.DeleteGenerator(handle);
        return true;
    }
}
