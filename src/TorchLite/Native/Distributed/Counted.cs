using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// libtorch's counted objects (c10::intrusive_ptr_target): behind the table of functions stand 32 bits that count the owners, and then 32
/// that count those who only look at it, and all owners as one.
/// </summary>
internal static unsafe class Counted
{
    internal static void Retain(nint target) => Interlocked.Increment(ref *(int*)(target + 8));

    /// <summary>Gives up an owner; 0 is none.</summary>
    internal static void Release(nint target)
    {
        if (target == 0 || Interlocked.Decrement(ref *(int*)(target + 8)) != 0)
        {
            return;
        }

        // release_resources, and the destructor that frees.
        ((delegate* unmanaged<nint, void>)CppGuard.Protect((*(nint**)target)[2]))(target);
        if (Interlocked.Decrement(ref *(int*)(target + 12)) == 0)
        {
            ((delegate* unmanaged<nint, void>)CppGuard.Protect((*(nint**)target)[1]))(target);
        }
    }

    /// <summary>A handle, which is an at::Tensor of its own, of a TensorImpl whose owner the caller is.</summary>
    internal static nint ToHandle(nint tensor)
    {
        var handle = LibTorch.NewHandle((nint)(&tensor));
        Release(tensor);
        return handle;
    }
}
