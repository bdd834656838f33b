using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite;

/// <content>The elements where they are, as .NET's spans and memory.</content>
public unsafe partial class Tensor
{
    /// <summary>
    /// The elements of a contiguous tensor as a span; both share the memory. The nearest that PyTorch has is
    /// <c>numpy()</c>.
    /// </summary>
    /// <remarks>
    /// The memory stays as long as the method runs that asked for the span, also when the tensor is a temporary or is disposed; the
    /// compiler does not let the span leave that method. What is not safe, <see cref="SpanHold"/> tells. Gradients do not know what is
    /// written to a span.
    /// </remarks>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <param name="hold">Always omitted: keeps the memory alive.</param>
    /// <returns>The elements, in row-major order.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type, or the tensor is not on the CPU.</exception>
    /// <exception cref="TorchException">
    /// The tensor is not contiguous, requires gradients, or is a conjugate or negative view.
    /// </exception>
    /// <exception cref="TorchOutOfMemoryException">The tensor has more elements than a span can hold.</exception>
    /// <example><code>
    /// var x = Torch.Zeros(2, 3);
    /// var span = x.AsSpan&lt;float&gt;();
    /// span[4] = 7;
    /// x
    /// // tensor([[0., 0., 0.],
    /// //         [0., 7., 0.]])
    /// System.Numerics.Tensors.TensorPrimitives.Sum(x.AsSpan&lt;float&gt;())    // 7
    /// x.T.AsSpan&lt;float&gt;()
    /// // TorchException: AsSpan() of a tensor that is not contiguous. Use tensor.Contiguous().AsSpan(), or AsTensorSpan(), instead.
    /// </code></example>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Span<T> AsSpan<T>(in SpanHold hold = default)
        where T : unmanaged
    {
        var owner = HoldContiguous<T>("AsSpan", "a span", out var length);
        SpanHold.Keep(in hold, owner);
        return new((void*)owner.DataPtr(), length);
    }

    /// <summary>
    /// The elements as .NET memory, which may be stored and passed to <c>async</c> methods: what is written to one is read from the
    /// other.
    /// </summary>
    /// <remarks>
    /// The memory keeps the tensor's, also when the tensor is disposed. A span of it (<c>memory.Span</c>) keeps nothing: it is valid as
    /// long as the memory or the tensor is in use.
    /// </remarks>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <returns>The elements, in row-major order.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type, or the tensor is not on the CPU.</exception>
    /// <exception cref="TorchException">
    /// The tensor is not contiguous, requires gradients, or is a conjugate or negative view.
    /// </exception>
    /// <exception cref="TorchOutOfMemoryException">The tensor has more elements than a memory can hold.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([1.5, 2.5]);
    /// Memory&lt;float&gt; memory = x.AsMemory&lt;float&gt;();
    /// memory.Span[0] = 3;
    /// x    // tensor([3.0000, 2.5000])
    /// </code></example>
    public Memory<T> AsMemory<T>()
        where T : unmanaged
    {
        var owner = HoldContiguous<T>("AsMemory", "memory of .NET's", out var length);
        return new TensorMemory<T>(owner, length).Memory;
    }

    /// <summary>
    /// The elements, with any strides, as a .NET tensor span; both share the memory.
    /// </summary>
    /// <remarks>
    /// As with <see cref="AsSpan{T}(in SpanHold)"/>, the memory stays as long as the method runs that asked. A tensor without dimensions
    /// becomes a span of one element in one dimension, as .NET has none without.
    /// </remarks>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <param name="hold">Always omitted: keeps the memory alive.</param>
    /// <returns>The elements, with the tensor's shape and strides.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type, or the tensor is not on the CPU.</exception>
    /// <exception cref="TorchException">
    /// The tensor requires gradients, or is a conjugate or negative view, or its rows overlap in memory (but for those that
    /// <see cref="Expand(ReadOnlySpan{long})"/> repeats, which .NET knows).
    /// </exception>
    /// <example><code>
    /// var x = Torch.Tensor([[1, 2, 3], [4, 5, 6]]);
    /// var columns = x.T.AsTensorSpan&lt;long&gt;();
    /// columns[2, 0] = 30;
    /// x
    /// // tensor([[ 1,  2, 30],
    /// //         [ 4,  5,  6]])
    /// System.Numerics.Tensors.Tensor.Sum&lt;long&gt;(x[.., 1..].AsTensorSpan&lt;long&gt;())    // 43
    /// </code></example>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TensorSpan<T> AsTensorSpan<T>(in SpanHold hold = default)
        where T : unmanaged
    {
        var owner = HoldStrided<T>("AsTensorSpan");
        SpanHold.Keep(in hold, owner);
        return Strided<T>(owner);
    }

    /// <summary>The elements, with any strides, as a .NET tensor span for reading.</summary>
    /// <remarks>Otherwise as <see cref="AsTensorSpan{T}(in SpanHold)"/>.</remarks>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <param name="hold">Always omitted: keeps the memory alive.</param>
    /// <returns>The elements, with the tensor's shape and strides.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type, or the tensor is not on the CPU.</exception>
    /// <exception cref="TorchException">
    /// The tensor requires gradients, or is a conjugate or negative view, or its rows overlap in memory.
    /// </exception>
    /// <example><code>
    /// Torch.Arange(3).Expand(2, 3).AsReadOnlyTensorSpan&lt;long&gt;()[1, 2]    // 2
    /// </code></example>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan<T>(in SpanHold hold = default)
        where T : unmanaged
    {
        var owner = HoldStrided<T>("AsReadOnlyTensorSpan");
        SpanHold.Keep(in hold, owner);
        return Strided<T>(owner);
    }

    private Tensor HoldContiguous<T>(string call, string goal, out int length)
    {
        ReadableMemory.CheckType<T>(this);
        ReadableMemory.Check(this, call, goal);
        length = ReadableMemory.Length(Numel(), goal);
        return IsContiguous()
            ? ReadableMemory.Hold(this)
            : throw new TorchException(
                $"{call}() of a tensor that is not contiguous. Use tensor.Contiguous().{call}(), or AsTensorSpan(), instead.");
    }

    private Tensor HoldStrided<T>(string call)
    {
        ReadableMemory.CheckType<T>(this);
        ReadableMemory.Check(this, call, "a span");
        return ReadableMemory.Hold(this);
    }

    private static TensorSpan<T> Strided<T>(Tensor owner)
        where T : unmanaged
    {
        var (sizes, strides) = (owner.Shape.ToArray(), owner.Stride());
        if (sizes.Length == 0)
        {
            (sizes, strides) = ([1], [0]);
        }

        var extent = sizes.Contains(0) ? 0L : 1;
        for (var i = 0; i < sizes.Length; i++)
        {
            // .NET wants it so where there is no next one to step to.
            strides[i] = extent == 0 || sizes[i] == 1 ? 0 : strides[i];
            extent += (sizes[i] - 1) * strides[i];
        }

        // Where there is no element, there may be no memory; .NET wants an address all the same.
        var first = owner.DataPtr() is not 0 and var address ? address : sizeof(T);
        try
        {
            return TensorMarshal.CreateTensorSpan(
                ref Unsafe.AsRef<T>((void*)first), (nint)extent,
                MemoryMarshal.Cast<long, nint>(sizes), MemoryMarshal.Cast<long, nint>(strides), pinned: true);
        }
        catch (ArgumentException)
        {
            throw new TorchException(
                "unsupported operation: more than one element of the tensor refers to a single memory location. Please Clone() the tensor "
                    + "before performing the operation.");
        }
    }
}
