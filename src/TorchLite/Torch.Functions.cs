namespace TorchLite;

/// <content>Functions of several tensors.</content>
public static partial class Torch
{
    /// <summary>Tensors one after the other along a dimension: PyTorch's <c>torch.cat</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Cat([Torch.Tensor([1, 2]), Torch.Tensor([3])])   // tensor([1, 2, 3])
    /// </code></example>
    public static Tensor Cat(ReadOnlySpan<Tensor> tensors, long dim = 0) =>
        tensors.IsEmpty
            ? throw new TorchException("torch.cat(): expected a non-empty list of Tensors")
            : Gate.Direct(static (list, dim) => Exports.Cat(list, list.Length, dim), tensors, dim);

    /// <summary>Another name of <see cref="Cat"/>: PyTorch's <c>torch.concat</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Concat([Torch.Tensor([1, 2]), Torch.Tensor([3])])   // tensor([1, 2, 3])
    /// </code></example>
    public static Tensor Concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Cat(tensors, dim);

    /// <summary>Tensors of one shape as the elements of a new dimension: PyTorch's <c>torch.stack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">Before which dimension the new one comes; -1 is behind the last.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Stack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    public static Tensor Stack(ReadOnlySpan<Tensor> tensors, long dim = 0) =>
        Gate.Direct(static (list, dim) => Exports.Stack(list, list.Length, dim), tensors, dim);

    /// <summary>Tensors side by side: along the second dimension, or the first of vectors: PyTorch's <c>torch.hstack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Hstack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])   // tensor([1, 2, 3, 4])
    /// </code></example>
    public static Tensor Hstack(params ReadOnlySpan<Tensor> tensors) => Gate.Direct(static (list, _) => Exports.Hstack(list, list.Length), tensors, 0);

    /// <summary>Tensors one below the other: along the first dimension, vectors as rows: PyTorch's <c>torch.vstack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Vstack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    public static Tensor Vstack(params ReadOnlySpan<Tensor> tensors) => Gate.Direct(static (list, _) => Exports.Vstack(list, list.Length), tensors, 0);

    /// <summary>Tensors one behind the other: along the third dimension: PyTorch's <c>torch.dstack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Dstack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
    /// // tensor([[[1, 3],
    /// //          [2, 4]]])
    /// </code></example>
    public static Tensor Dstack(params ReadOnlySpan<Tensor> tensors) => Gate.Direct(static (list, _) => Exports.Dstack(list, list.Length), tensors, 0);

    /// <summary>Tensors side by side as columns: PyTorch's <c>torch.column_stack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.ColumnStack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
    /// // tensor([[1, 3],
    /// //         [2, 4]])
    /// </code></example>
    public static Tensor ColumnStack(params ReadOnlySpan<Tensor> tensors) =>
        Gate.Direct(static (list, _) => Exports.ColumnStack(list, list.Length), tensors, 0);

    /// <summary>One tensor's elements where a condition is true, the other's where it is false: PyTorch's <c>torch.where</c>.</summary>
    /// <param name="condition">A bool tensor; it broadcasts.</param>
    /// <param name="input">The elements where it is true.</param>
    /// <param name="other">The elements where it is false.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="condition"/> or <paramref name="input"/> or <paramref name="other"/> is null.
    /// </exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([true, false]), Torch.Tensor([1, 2]), Torch.Tensor([8, 9]))   // tensor([1, 9])
    /// </code></example>
    public static Tensor Where(Tensor condition, Tensor input, Tensor other) =>
        Gate.Direct(static (c, a, b) => Exports.Where(c, a, b), condition, input, other);

    /// <summary>One tensor's elements where a condition is true, the other's where it is false: PyTorch's <c>torch.where</c>.</summary>
    /// <param name="condition">A bool tensor; it broadcasts.</param>
    /// <param name="input">The elements where it is true.</param>
    /// <param name="other">The elements where it is false.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> or <paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([true, false]), Torch.Tensor([1, 2]), 0)   // tensor([1, 0])
    /// </code></example>
    public static Tensor Where(Tensor condition, Tensor input, Scalar other) => Given(input).Where(condition, other);

    /// <summary>One tensor's elements where a condition is true, the other's where it is false: PyTorch's <c>torch.where</c>.</summary>
    /// <param name="condition">A bool tensor; it broadcasts.</param>
    /// <param name="input">The elements where it is true.</param>
    /// <param name="other">The elements where it is false.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> or <paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([true, false]), 0, Torch.Tensor([8, 9]))   // tensor([0, 9])
    /// </code></example>
    public static Tensor Where(Tensor condition, Scalar input, Tensor other)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(other);
        return other.Where(condition.LogicalNot(), input);
    }

    /// <summary>One tensor's elements where a condition is true, the other's where it is false: PyTorch's <c>torch.where</c>.</summary>
    /// <param name="condition">A bool tensor; it broadcasts.</param>
    /// <param name="input">The elements where it is true.</param>
    /// <param name="other">The elements where it is false.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([true, false]), 1.5, 0)   // tensor([1.5000, 0.0000])
    /// </code></example>
    public static Tensor Where(Tensor condition, Scalar input, Scalar other)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Where(condition, Full(default, input, device: condition.Device), other);
    }

    /// <summary>The positions of the elements that are not zero, a tensor a dimension: PyTorch's <c>torch.where</c>.</summary>
    /// <param name="condition">A tensor of any dtype.</param>
    /// <returns>As many int64 tensors as dimensions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([0, 5, 6]))[0]   // tensor([1, 2])
    /// </code></example>
    public static Tensor[] Where(Tensor condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Gate.DirectMany(
            static (c, _) => Exports.Where(c, HandleArray.Room), condition.DType == DType.Bool ? condition : condition.Bool(), 0);
    }

    /// <summary>A matrix with rows and columns swapped; a vector as it is: PyTorch's <c>torch.t(input)</c> and <c>x.t()</c>.</summary>
    /// <param name="input">A tensor of at most two dimensions.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">There are more than two dimensions.</exception>
    /// <remarks>There is no method form: C# allows no method beside the property <see cref="TorchLite.Tensor.T"/>.</remarks>
    /// <example><code>
    /// Torch.T(Torch.Ones(2, 3)).Shape   // torch.Size([3, 2])
    /// </code></example>
    public static Tensor T(Tensor input) => Gate.Direct(static t => Exports.T(t), Given(input));

    /// <summary>A number to the power of each element: PyTorch's <c>torch.pow</c>.</summary>
    /// <param name="self">The base.</param>
    /// <param name="exponent">The exponents.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exponent"/> is null.</exception>
    /// <example><code>
    /// Torch.Pow(2, Torch.Tensor([1, 2, 3]))   // tensor([2, 4, 8])
    /// </code></example>
    public static Tensor Pow(Scalar self, Tensor exponent)
    {
        ArgumentNullException.ThrowIfNull(exponent);
        return exponent.Rpow(self);
    }

    /// <summary>Complex numbers from their parts: PyTorch's <c>torch.complex</c>.</summary>
    /// <param name="real">The real parts, float32 or float64.</param>
    /// <param name="imag">The imaginary parts, of the same dtype.</param>
    /// <returns>A new tensor, complex64 or complex128.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="real"/> or <paramref name="imag"/> is null.</exception>
    /// <exception cref="TorchException">The dtypes differ or are of whole numbers, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Complex(Torch.Tensor([1.0]), Torch.Tensor([2.0]))   // tensor([1.+2.j])
    /// </code></example>
    public static Tensor Complex(Tensor real, Tensor imag) => Gate.Direct(static (a, b) => Exports.Complex(a, b), real, imag);

    /// <summary>Sums of products in Einstein's notation: PyTorch's <c>torch.einsum</c>.</summary>
    /// <param name="equation">The subscripts of the operands, and after <c>-&gt;</c> those of the result.</param>
    /// <param name="operands">The tensors.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="equation"/> or <paramref name="operands"/> is null.</exception>
    /// <exception cref="TorchException">The equation does not fit the operands.</exception>
    /// <example><code>
    /// Torch.Einsum("ij,jk->ik", Torch.Ones(2, 3), Torch.Ones(3, 2))
    /// // tensor([[3., 3.],
    /// //         [3., 3.]])
    /// </code></example>
    public static Tensor Einsum(string equation, params ReadOnlySpan<Tensor> operands)
    {
        ArgumentNullException.ThrowIfNull(equation);
        return Gate.Direct(static (list, equation) => Exports.Einsum(equation, list, list.Length), operands, equation);
    }

    /// <summary>
    /// Sums of products over the last dimensions of one tensor and the first of the other: PyTorch's <c>torch.tensordot</c>.
    /// </summary>
    /// <param name="a">The left tensor.</param>
    /// <param name="b">The right tensor.</param>
    /// <param name="dims">How many dimensions to sum over.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="a"/> or <paramref name="b"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Tensordot(Torch.Ones(2, 3), Torch.Ones(3, 2), 1)
    /// // tensor([[3., 3.],
    /// //         [3., 3.]])
    /// </code></example>
    public static Tensor Tensordot(Tensor a, Tensor b, long dims = 2)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (dims < 0)
        {
            throw new TorchException($"tensordot expects dims >= 0, but got dims={dims}");
        }

        if (dims > Math.Min(a.Dim(), b.Dim()))
        {
            throw new TorchException($"tensordot expects dims < ndim_a or ndim_b, but got dims={dims}");
        }

        var last = Enumerable.Range(0, (int)dims).Select(i => i - dims).ToArray();
        var first = Enumerable.Range(0, (int)dims).Select(i => (long)i).ToArray();
        return Tensordot(a, b, ((Dims)last, (Dims)first));
    }

    /// <summary>The sums of products over pairs of dimensions: PyTorch's <c>torch.tensordot</c>.</summary>
    /// <param name="a">The left tensor.</param>
    /// <param name="b">The right tensor.</param>
    /// <param name="dims">The dimensions of the left tensor, and those of the right one that they meet.</param>
    /// <returns>A new tensor of the other dimensions, the left tensor's first.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The sizes differ, or the lists have not the same length.</exception>
    /// <example><code>
    /// Torch.Tensordot(Torch.Ones(2, 3), Torch.Ones(3, 2), dims: ([0, 1], [1, 0]))   // tensor(6.)
    /// </code></example>
    public static Tensor Tensordot(Tensor a, Tensor b, (Dims A, Dims B) dims) =>
        Gate.Direct(
            static (a, b, dims) => Exports.Tensordot(a, b, dims.A, dims.A.Length, dims.B, dims.B.Length), a, b,
            (A: dims.A.Values, B: dims.B.Values));
}
