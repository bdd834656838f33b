using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite;

/// <summary>
/// A tensor on its way to or from another library of the same process, in the form that DLPack defines: PyTorch's capsule. Whoever has it
/// last gives the memory back: <see cref="Torch.FromDlpack"/>, the library that <see cref="Detach"/> hands it to, or, where nobody took it,
/// this object, when it is disposed or the garbage collector finds it.
/// </summary>
/// <example><code>
/// using var capsule = Torch.ToDlpack(Torch.Tensor([1, 2, 3]));
/// capsule.Name                      // dltensor
/// capsule.IsVersioned               // False
/// Torch.FromDlpack(capsule)         // tensor([1, 2, 3])
/// capsule.Name                      // used_dltensor
/// capsule.IsInvalid                 // True
/// </code></example>
public sealed unsafe class DlpackCapsule : SafeHandle
{
    /// <summary>Takes over what another library exported.</summary>
    /// <param name="managedTensor">The address of a <c>DLManagedTensor</c>, or of a <c>DLManagedTensorVersioned</c>.</param>
    /// <param name="isVersioned">Which of the two it is.</param>
    /// <exception cref="ArgumentException">The address is zero.</exception>
    public DlpackCapsule(nint managedTensor, bool isVersioned = false)
        : base(0, ownsHandle: true)
    {
        if (managedTensor == 0)
        {
            throw new ArgumentException("There is no managed tensor at address zero.", nameof(managedTensor));
        }

        IsVersioned = isVersioned;
        SetHandle(managedTensor);
    }

    /// <summary>Whether the address is that of a <c>DLManagedTensorVersioned</c>, the form since DLPack 1.0.</summary>
    public bool IsVersioned { get; }

    /// <summary>The name that Python's capsule would have; it begins with <c>used_</c> when the tensor was taken.</summary>
    public string Name => (IsInvalid ? "used_" : "") + (IsVersioned ? "dltensor_versioned" : "dltensor");

    /// <inheritdoc/>
    public override bool IsInvalid => Volatile.Read(ref handle) == 0;

    /// <summary>
    /// Hands the tensor to another library, which must call its deleter, once; <see cref="SafeHandle.DangerousGetHandle"/> only looks.
    /// </summary>
    /// <returns>The address of the <c>DLManagedTensor</c> or the <c>DLManagedTensorVersioned</c>.</returns>
    /// <exception cref="TorchException">The tensor was taken already.</exception>
    /// <example><code>
    /// var capsule = Torch.ToDlpack(Torch.Tensor([1, 2]));
    /// var address = capsule.Detach();
    /// Torch.FromDlpack(new DlpackCapsule(address))   // tensor([1, 2])
    /// </code></example>
    public nint Detach() => Interlocked.Exchange(ref handle, 0) is not 0 and var taken ? taken : throw Used();

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        if (Interlocked.Exchange(ref handle, 0) is not 0 and var left)
        {
            Delete(left, IsVersioned);
        }

        return true;
    }

    /// <summary>The tensor in it, which is not taken.</summary>
    internal ref readonly DlTensor Peek()
    {
        var at = Volatile.Read(ref handle);
        if (at == 0)
        {
            throw Used();
        }

        if (!IsVersioned)
        {
            return ref ((DlManagedTensor*)at)->Tensor;
        }

        var versioned = (DlManagedTensorVersioned*)at;
        return ref versioned->Major <= 1
            ? ref versioned->Tensor
            : ref Unsafe.NullRef<DlTensor>();
    }

    internal static void Delete(nint managedTensor, bool isVersioned)
    {
        var deleter = isVersioned ? ((DlManagedTensorVersioned*)managedTensor)->Deleter : ((DlManagedTensor*)managedTensor)->Deleter;

        // The specification allows it to be missing: the memory is somebody else's business then.
        if (deleter != null)
        {
            deleter((void*)managedTensor);
        }
    }

    private static TorchException Used() => new(
        "from_dlpack received an invalid capsule. Note that DLTensor capsules can be consumed only once, so you might have already "
            + "constructed a tensor from it once.");
}
