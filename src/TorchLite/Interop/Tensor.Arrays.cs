using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite;

/// <content>Copies of the elements in .NET arrays.</content>
public unsafe partial class Tensor
{
    /// <summary>All elements as .NET numbers, in row-major order.</summary>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <returns>A new array of as many elements as the tensor has.</returns>
    /// <exception cref="TorchTypeException">
    /// <typeparamref name="T"/> is not the dtype's type; convert with <see cref="To(DType, bool, bool)"/> first.
    /// </exception>
    /// <exception cref="TorchNotImplementedException">The tensor is on the meta device.</exception>
    /// <exception cref="TorchOutOfMemoryException">There are more elements than an array can hold.</exception>
    /// <example><code>
    /// string.Join(" ", Torch.Tensor([[1, 2], [3, 4]]).ToArray&lt;long&gt;())   // 1 2 3 4
    /// </code></example>
    public T[] ToArray<T>()
        where T : unmanaged
    {
        ReadableMemory.CheckType<T>(this);
        var array = GC.AllocateUninitializedArray<T>(ReadableMemory.Length(Numel(), "a C# array"));
        CopyTo<T>(array);
        return array;
    }

    /// <summary>The elements of a tensor of two dimensions.</summary>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <returns>A new array of the tensor's shape.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type.</exception>
    /// <exception cref="TorchException">The tensor does not have two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2, 3], [4, 5, 6]]).T.ToArray2D&lt;long&gt;()[2, 1]   // 6
    /// </code></example>
    public T[,] ToArray2D<T>()
        where T : unmanaged => (T[,])ToArrayOf<T>(typeof(T[,]));

    /// <summary>The elements of a tensor of three dimensions.</summary>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <returns>A new array of the tensor's shape.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type.</exception>
    /// <exception cref="TorchException">The tensor does not have three dimensions.</exception>
    /// <example><code>
    /// Torch.Arange(8).Reshape(2, 2, 2).ToArray3D&lt;long&gt;()[1, 0, 1]   // 5
    /// </code></example>
    public T[,,] ToArray3D<T>()
        where T : unmanaged => (T[,,])ToArrayOf<T>(typeof(T[,,]));

    /// <summary>The elements of a tensor of four dimensions.</summary>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <returns>A new array of the tensor's shape.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type.</exception>
    /// <exception cref="TorchException">The tensor does not have four dimensions.</exception>
    /// <example><code>
    /// Torch.Arange(16).Reshape(2, 2, 2, 2).ToArray4D&lt;long&gt;()[1, 0, 1, 1]   // 11
    /// </code></example>
    public T[,,,] ToArray4D<T>()
        where T : unmanaged => (T[,,,])ToArrayOf<T>(typeof(T[,,,]));

    /// <summary>The elements as arrays of arrays, one level for each dimension.</summary>
    /// <typeparam name="TArray">The type of the whole, such as <c>float[][]</c> for two dimensions of float32.</typeparam>
    /// <returns>A new array of new arrays.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="TArray"/> is not an array, or not of the dtype's type.</exception>
    /// <exception cref="TorchException">The type does not have as many levels as the tensor has dimensions.</exception>
    /// <example><code>
    /// var rows = Torch.Tensor([[1, 2], [3, 4]]).ToJagged&lt;long[][]&gt;();
    /// string.Join(" ", rows[1])   // 3 4
    /// </code></example>
    public TArray ToJagged<TArray>()
        where TArray : class
    {
        var (element, levels) = (typeof(TArray), 0);
        for (; element.IsArray; element = element.GetElementType()!)
        {
            levels += element.GetArrayRank();
        }

        if (levels == 0 || TorchLite.DType.Of(element) != DType)
        {
            throw new TorchTypeException($"expected an array of elements of {DType}, which {typeof(TArray)} is not");
        }

        CheckRank(levels);
        using var scope = Torch.Scope();
        using var _ = Torch.NoGrad();
        using var use = new Use(Local());
        var from = (byte*)LibTorch.DataPointer(use.Handle);
        return (TArray)(object)JaggedArray.FromTensor(typeof(TArray), LibTorch.SizesOf(use.Handle), Itemsize, ref from);
    }

    /// <summary>Copies the elements, in row-major order, to the beginning of a span.</summary>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <param name="destination">The destination, with at least as many elements as the tensor.</param>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type.</exception>
    /// <exception cref="TorchNotImplementedException">The tensor is on the meta device.</exception>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    /// <example><code>
    /// Span&lt;float&gt; buffer = stackalloc float[3];
    /// Torch.Ones(2).CopyTo(buffer[1..]);
    /// string.Join(" ", buffer.ToArray())   // 0 1 1
    /// </code></example>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged
    {
        ReadableMemory.CheckType<T>(this);
        if (Numel() > destination.Length)
        {
            throw new ArgumentException($"{Numel()} elements do not fit a span of {destination.Length}.", nameof(destination));
        }

        using var use = new Use(this);
        if (LibTorch.IsOnCpu(use.Handle) && LibTorch.Contiguous(use.Handle) && !IsConj() && !IsNeg())
        {
            Elements.Span<T>(use).CopyTo(destination);
            return;
        }

        if (IsMeta)
        {
            throw new TorchNotImplementedException("Cannot copy out of meta tensor; no data!");
        }

        using var scope = Torch.Scope();
        using var _ = Torch.NoGrad();
        fixed (T* first = destination)
        {
            if (!ForeignMemory.IsAligned((nint)first, DType))
            {
                Local().CopyTo(destination);
                return;
            }

            ForeignMemory.Wrap((nint)first, Shape, DType, static () => { }).Copy_(this);
        }
    }

    /// <summary>
    /// A .NET tensor with a copy of the elements. It can hold only .NET arrays, so the memory of a tensor cannot be shared with
    /// it as it can with <see cref="AsTensorSpan{T}(in SpanHold)"/>; the other way round, <see cref="Torch.FromTensor{T}"/> shares.
    /// </summary>
    /// <typeparam name="T">The .NET type that holds the dtype bit for bit, such as float for float32.</typeparam>
    /// <returns>A new .NET tensor, of the same shape; of shape [1] where this has no dimensions.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not the dtype's type.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).T.ToTensor&lt;long&gt;()[0, 1]   // 3
    /// </code></example>
    public System.Numerics.Tensors.Tensor<T> ToTensor<T>()
        where T : unmanaged
    {
        var sizes = Dim() == 0 ? [1] : Shape.ToArray();
        return System.Numerics.Tensors.Tensor.Create(ToArray<T>(), MemoryMarshal.Cast<long, nint>(sizes));
    }

    private Array ToArrayOf<T>(Type type)
        where T : unmanaged
    {
        ReadableMemory.CheckType<T>(this);
        CheckRank(type.GetArrayRank());
        var array = Array.CreateInstanceFromArrayType(type, Array.ConvertAll(Shape.ToArray(), static size => checked((int)size)));
        CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length));
        return array;
    }

    private void CheckRank(int rank)
    {
        if (Dim() != rank)
        {
            throw new TorchException($"expected a tensor of {rank} dimensions, but got one of {Dim()}");
        }
    }
}
