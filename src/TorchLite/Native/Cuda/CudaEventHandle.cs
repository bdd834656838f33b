using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>A <c>cudaEvent_t</c>.</summary>
internal sealed class CudaEventHandle : SafeHandle
{
    internal CudaEventHandle(int device, uint flags)
        : base(0, ownsHandle: true)
    {
        Device = device;
        handle = CudaRuntime.NewEvent(device, flags);
    }

    public override bool IsInvalid => handle == 0;

    internal int Device { get; }

    /// <summary>Calls with it, which nobody destroys meanwhile.</summary>
    internal T With<T>(Func<nint, T> call)
    {
        var isHeld = false;
        try
        {
            DangerousAddRef(ref isHeld);
            return call(handle);
        }
        finally
        {
            if (isHeld)
            {
                DangerousRelease();
            }
        }
    }

    /// <inheritdoc cref="With{T}"/>
    internal void With(Action<nint> call) => With(place =>
    {
        call(place);
        return 0;
    });

    protected override bool ReleaseHandle()
    {
        CudaRuntime.DestroyEvent(handle);
        return true;
    }
}
