using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite;

/// <content>Tensors for and from other libraries of the process, by DLPack.</content>
public static unsafe partial class Torch
{
    private const int MostDimensions = 64;

    /// <summary>A tensor for another library, which shares its memory: PyTorch's <c>torch.utils.dlpack.to_dlpack</c>.</summary>
    /// <param name="tensor">A CPU tensor of any dtype, shape and strides.</param>
    /// <param name="versioned">Whether the library expects a <c>DLManagedTensorVersioned</c>, as those that know DLPack 1.0 do.</param>
    /// <returns>A capsule, which keeps the memory alive independently of the tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The tensor requires gradients, is a conjugate or negative view, or is not on the CPU.
    /// </exception>
    /// <example><code>
    /// var x = Torch.Zeros(2, 3);
    /// Torch.FromDlpack(Torch.ToDlpack(x.T)).Fill_(1);
    /// x.Sum()   // tensor(6.)
    /// </code></example>
    public static DlpackCapsule ToDlpack(Tensor tensor, bool versioned = false)
    {
        if (NotNull(tensor).RequiresGrad)
        {
            throw new TorchException("Can't export tensors that require gradient, use tensor.detach()");
        }

        if (tensor.IsConj() || tensor.IsNeg())
        {
            throw new TorchException($"Can't export tensors with the {(tensor.IsConj() ? "conjugate" : "negative")} bit set");
        }

        if (!tensor.IsCpu)
        {
            throw new TorchException($"Cannot pack tensors on {tensor.Device}");
        }

        var type = DlDataType.Of(tensor.DType);
        var owner = ReadableMemory.Hold(tensor);
        var (sizes, strides) = (owner.Shape.ToArray(), owner.Stride());
        var header = versioned ? sizeof(DlManagedTensorVersioned) : sizeof(DlManagedTensor);

        // One block: the structure, and behind it what it points to.
        var block = (byte*)NativeMemory.Alloc((nuint)(header + (2 * sizes.Length * sizeof(long))));
        var shape = (long*)(block + header);
        var steps = shape + sizes.Length;
        sizes.CopyTo(new Span<long>(shape, sizes.Length));
        strides.CopyTo(new Span<long>(steps, sizes.Length));
        var described = new DlTensor
        {
            Data = owner.DataPtr(),
            Device = new() { Type = DlDevice.Cpu },
            Ndim = sizes.Length,
            DType = type,
            Shape = shape,
            Strides = steps,
        };
        var context = GCHandle.ToIntPtr(GCHandle.Alloc(owner));
        if (versioned)
        {
            *(DlManagedTensorVersioned*)block = new()
            {
                Major = 1,
                Context = context,
                Deleter = &DeleteVersioned,
                Tensor = described,
            };
        }
        else
        {
            *(DlManagedTensor*)block = new() { Tensor = described, Context = context, Deleter = &Delete };
        }

        return new DlpackCapsule((nint)block, versioned);
    }

    /// <summary>A tensor that shares the memory of another library's tensor: PyTorch's <c>torch.from_dlpack</c>.</summary>
    /// <remarks>
    /// The library's description is trusted. Its deleter is called once, on any thread, when neither the tensor nor a view of it uses the
    /// memory any more. A tensor that the library calls read-only can be written to all the same, as in PyTorch.
    /// </remarks>
    /// <param name="capsule">The capsule, which is consumed, unless an error is thrown.</param>
    /// <returns>A new CPU tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="capsule"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The capsule was used already, or describes a device, a type of elements, a version of DLPack or a shape that is not supported.
    /// </exception>
    /// <example><code>
    /// var capsule = Torch.ToDlpack(Torch.Tensor([1.5, 2.5]));
    /// Torch.FromDlpack(capsule)   // tensor([1.5000, 2.5000])
    /// Torch.FromDlpack(capsule)   // throws TorchException
    /// </code></example>
    public static Tensor FromDlpack(DlpackCapsule capsule)
    {
        ArgumentNullException.ThrowIfNull(capsule);
        ref readonly var given = ref capsule.Peek();
        if (Unsafe.IsNullRef(in given))
        {
            throw new TorchException("Unsupported DLPack version: a major version above 1");
        }

        if (given.Device.Type != DlDevice.Cpu)
        {
            throw new TorchException($"Unsupported device_type: {given.Device.Type}");
        }

        var dtype = given.DType.ToDType();
        if (given.Ndim is < 0 or > MostDimensions || (given.Ndim > 0 && given.Shape == null))
        {
            throw new TorchException($"A DLPack tensor of {given.Ndim} dimensions without sizes, or of too many");
        }

        var shape = new Shape(new ReadOnlySpan<long>(given.Shape, given.Ndim));
        var strides = given.Strides == null ? null : new ReadOnlySpan<long>(given.Strides, given.Ndim).ToArray();
        if (shape.Concat(strides ?? []).Any(static number => number < 0))
        {
            throw new TorchException("Sizes and strides of a DLPack tensor must not be negative");
        }

        var data = given.Data + (nint)given.ByteOffset;
        if ((given.Data == 0 || !ForeignMemory.IsAligned(data, dtype)) && !shape.AsSpan().Contains(0))
        {
            throw given.Data == 0 ? new TorchException("A DLPack tensor without data") : ForeignMemory.Misaligned();
        }

        var isVersioned = capsule.IsVersioned;
        var taken = capsule.Detach();
        return SharedMemory.Strided(data, shape, strides, dtype, () => DlpackCapsule.Delete(taken, isVersioned));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Delete(void* managed) => GiveBack(((DlManagedTensor*)managed)->Context, managed);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeleteVersioned(void* managed) => GiveBack(((DlManagedTensorVersioned*)managed)->Context, managed);

    private static void GiveBack(nint context, void* block)
    {
        var owner = GCHandle.FromIntPtr(context);
        (owner.Target as Tensor)?.Dispose();
        owner.Free();
        NativeMemory.Free(block);
    }
}
