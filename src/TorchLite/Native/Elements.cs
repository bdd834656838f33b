using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <summary>The memory behind CPU tensors.</summary>
internal static unsafe class Elements
{
    /// <summary>A new CPU tensor with a copy of the values, in row-major order; T has the size of the dtype's elements.</summary>
    internal static Tensor Copy<T>(ReadOnlySpan<T> values, Shape shape, DType dtype)
        where T : unmanaged
    {
        var tensor = Torch.Empty(shape, dtype);
        values.CopyTo(Span<T>(tensor));
        GC.KeepAlive(tensor);
        return tensor;
    }

    /// <summary>The elements of a contiguous CPU tensor. The span is valid while the tensor is: keep it alive.</summary>
    internal static Span<T> Span<T>(Tensor tensor)
        where T : unmanaged
    {
        var bytes = checked(tensor.Numel() * tensor.DType.Itemsize);
        return new Span<T>((void*)LibTorch.DataPointer(tensor.Raw.Handle), checked((int)(bytes / Unsafe.SizeOf<T>())));
    }
}
