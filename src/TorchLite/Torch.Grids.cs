namespace TorchLite;

/// <content>Grids, blocks, and questions about dtypes.</content>
public static partial class Torch
{
    /// <summary>The real parts: PyTorch's <c>torch.real</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A view of the same memory; the tensor itself where it is real.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <example><code>
    /// Torch.Real(Torch.Tensor([1.0, 2.0]))   // tensor([1., 2.])
    /// </code></example>
    public static Tensor Real(Tensor input) => (input ?? throw new ArgumentNullException(nameof(input))).Real;

    /// <summary>The imaginary parts: PyTorch's <c>torch.imag</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A view of the same memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The tensor is real.</exception>
    /// <example><code>
    /// Torch.Imag(Torch.Tensor([new System.Numerics.Complex(1, 2)]))   // tensor([2.])
    /// </code></example>
    public static Tensor Imag(Tensor input) => (input ?? throw new ArgumentNullException(nameof(input))).Imag;

    /// <summary>Whether an object is a tensor: PyTorch's <c>torch.is_tensor</c>.</summary>
    /// <param name="obj">The object.</param>
    /// <returns>Whether it is.</returns>
    /// <example><code>
    /// Torch.IsTensor(1)   // False
    /// </code></example>
    public static bool IsTensor(object obj) => obj is Tensor;

    /// <summary>Whether the only element is not 0: PyTorch's <c>torch.is_nonzero</c>.</summary>
    /// <param name="input">A tensor of one element.</param>
    /// <returns>Whether it is not 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">There is not just one element.</exception>
    /// <example><code>
    /// Torch.IsNonzero(Torch.Tensor([0.5]))   // True
    /// </code></example>
    public static bool IsNonzero(Tensor input) => (bool)(input ?? throw new ArgumentNullException(nameof(input)));

    /// <summary>Complex numbers of their moduli and angles: PyTorch's <c>torch.polar</c>.</summary>
    /// <param name="abs">The moduli.</param>
    /// <param name="angle">The angles, in radians.</param>
    /// <returns>A new complex tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="abs"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="angle"/> is null.</exception>
    /// <exception cref="TorchException">The dtypes differ or are no floating-point types, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Polar(Torch.Tensor([2.0]), Torch.Tensor([0.0]))   // tensor([2.+0.j])
    /// </code></example>
    public static Tensor Polar(Tensor abs, Tensor angle) => Gate.Direct(static (a, b) => Exports.Polar(a, b), abs, angle);

    /// <summary>Matrices along the diagonal of one, with zeros beside them: PyTorch's <c>torch.block_diag</c>.</summary>
    /// <param name="tensors">Tensors of at most two dimensions.</param>
    /// <returns>A new matrix.</returns>
    /// <exception cref="TorchException">A tensor has more than two dimensions.</exception>
    /// <example><code>
    /// Torch.BlockDiag(Torch.Tensor([[1, 2]]), Torch.Tensor([[3]]))
    /// // tensor([[1, 2, 0],
    /// //         [0, 0, 3]])
    /// </code></example>
    public static Tensor BlockDiag(params ReadOnlySpan<Tensor> tensors) =>
        Gate.Direct(static (list, _) => Exports.BlockDiag(list, list.Length), tensors, 0);

    /// <summary>Every combination of the elements of several vectors: PyTorch's <c>torch.cartesian_prod</c>.</summary>
    /// <param name="tensors">The vectors.</param>
    /// <returns>A new matrix with a row for each combination.</returns>
    /// <exception cref="TorchException">A tensor is no vector, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.CartesianProd(Torch.Tensor([1, 2]), Torch.Tensor([3]))
    /// // tensor([[1, 3],
    /// //         [2, 3]])
    /// </code></example>
    public static Tensor CartesianProd(params ReadOnlySpan<Tensor> tensors) =>
        Gate.Direct(static (list, _) => Exports.CartesianProd(list, list.Length), tensors, 0);

    /// <summary>Tensors expanded to the shape to which all broadcast: PyTorch's <c>torch.broadcast_tensors</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>Views of the same memory.</returns>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.BroadcastTensors(Torch.Ones(2, 1), Torch.Ones(3))[0].Shape   // torch.Size([2, 3])
    /// </code></example>
    public static Tensor[] BroadcastTensors(params ReadOnlySpan<Tensor> tensors) =>
        Gate.DirectMany(static (list, _) => Exports.BroadcastTensors(list, list.Length, HandleArray.Room), tensors, 0);

    /// <summary>The coordinates of a grid whose axes the vectors are: PyTorch's <c>torch.meshgrid</c>.</summary>
    /// <param name="tensors">The axes: vectors or single numbers of one dtype.</param>
    /// <returns>A tensor for each axis, of as many dimensions as axes.</returns>
    /// <exception cref="TorchException">A tensor has two dimensions or more, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.Meshgrid(Torch.Tensor([1, 2]), Torch.Tensor([3, 4, 5]))[0]
    /// // tensor([[1, 1, 1],
    /// //         [2, 2, 2]])
    /// </code></example>
    public static Tensor[] Meshgrid(params ReadOnlySpan<Tensor> tensors) => Meshgrid(tensors, MeshIndexing.Ij);

    /// <summary>The coordinates of a grid whose axes the vectors are: PyTorch's <c>torch.meshgrid</c>.</summary>
    /// <param name="tensors">The axes: vectors or single numbers of one dtype.</param>
    /// <param name="indexing">Which of the first two axes comes first.</param>
    /// <returns>A tensor for each axis, of as many dimensions as axes.</returns>
    /// <exception cref="TorchException">A tensor has two dimensions or more, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.Meshgrid([Torch.Tensor([1, 2]), Torch.Tensor([3, 4, 5])], MeshIndexing.Xy)[0]
    /// // tensor([[1, 2],
    /// //         [1, 2],
    /// //         [1, 2]])
    /// </code></example>
    public static Tensor[] Meshgrid(ReadOnlySpan<Tensor> tensors, MeshIndexing indexing) =>
        indexing is MeshIndexing.Ij or MeshIndexing.Xy
            ? Gate.DirectMany(
                static (list, indexing) => Exports.Meshgrid(list, list.Length, indexing, HandleArray.Room), tensors,
                indexing == MeshIndexing.Xy ? "xy" : "ij")
            : throw new TorchException($"torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}");

    /// <summary>Where the elements of a matrix on and below a diagonal are: PyTorch's <c>torch.tril_indices</c>.</summary>
    /// <param name="row">Rows of the matrix.</param>
    /// <param name="col">Columns of the matrix.</param>
    /// <param name="offset">Which diagonal: 0 the main one, 1 the next above it.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <returns>A new tensor [2, n]: the rows, and the columns.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.TrilIndices(2, 2)
    /// // tensor([[0, 1, 1],
    /// //         [0, 0, 1]])
    /// </code></example>
    public static Tensor TrilIndices(long row, long col, long offset = 0, DType? dtype = null, Device? device = null) =>
        Gate.Create(
            static a => Exports.TrilIndices(a.row, a.col, a.offset, a.Code, a.On.Type, a.On.Index),
            (row, col, offset, (dtype ?? DType.Int64).Code, On: (device ?? DefaultDevice).ToNumbers()));

    /// <summary>Where the elements of a matrix on and above a diagonal are: PyTorch's <c>torch.triu_indices</c>.</summary>
    /// <param name="row">Rows of the matrix.</param>
    /// <param name="col">Columns of the matrix.</param>
    /// <param name="offset">Which diagonal: 0 the main one, 1 the next above it.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <returns>A new tensor [2, n]: the rows, and the columns.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.TriuIndices(2, 2)
    /// // tensor([[0, 0, 1],
    /// //         [0, 1, 1]])
    /// </code></example>
    public static Tensor TriuIndices(long row, long col, long offset = 0, DType? dtype = null, Device? device = null) =>
        Gate.Create(
            static a => Exports.TriuIndices(a.row, a.col, a.offset, a.Code, a.On.Type, a.On.Index),
            (row, col, offset, (dtype ?? DType.Int64).Code, On: (device ?? DefaultDevice).ToNumbers()));

    /// <summary>Whether one dtype may become another where an operation writes in place: PyTorch's <c>torch.can_cast</c>.</summary>
    /// <param name="from_">The dtype of the result.</param>
    /// <param name="to">The dtype to write to.</param>
    /// <returns>Whether it may.</returns>
    /// <example><code>
    /// Torch.CanCast(DType.Float32, DType.Int64)   // False
    /// </code></example>
    public static bool CanCast(DType from_, DType to)
    {
        NativeLoader.EnsureLoaded();
        return Exports.CanCast(from_.Code, to.Code) != 0;
    }

    /// <summary>The least dtype that holds what two dtypes hold: PyTorch's <c>torch.promote_types</c>.</summary>
    /// <param name="type1">One dtype.</param>
    /// <param name="type2">The other.</param>
    /// <returns>The dtype.</returns>
    /// <exception cref="TorchException">No dtype holds both, as where one has eight bits of floating point.</exception>
    /// <example><code>
    /// Torch.PromoteTypes(DType.Int64, DType.Float16)   // torch.float16
    /// </code></example>
    public static DType PromoteTypes(DType type1, DType type2)
    {
        return new(Gate.Read(static a => Exports.PromoteTypes(a.First, a.Second), (First: type1.Code, Second: type2.Code)));
    }

    /// <summary>The dtype that arithmetic of two tensors has: PyTorch's <c>torch.result_type</c>.</summary>
    /// <param name="tensor1">One tensor.</param>
    /// <param name="tensor2">The other.</param>
    /// <returns>The dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="tensor2"/> is null.</exception>
    /// <example><code>
    /// Torch.ResultType(Torch.Tensor([1]), Torch.Tensor(1.5))   // torch.float32
    /// </code></example>
    public static DType ResultType(Tensor tensor1, Tensor tensor2) =>
        new(Gate.Read(static (a, b) => Exports.ResultType(a, b), tensor1, tensor2));

    /// <summary>The dtype that arithmetic of a tensor and a number has: PyTorch's <c>torch.result_type</c>.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="number">The number.</param>
    /// <returns>The dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <example><code>
    /// Torch.ResultType(Torch.Tensor([1]), 1.5)   // torch.float32
    /// </code></example>
    public static DType ResultType(Tensor tensor, Scalar number)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (number.Kind == ScalarKind.Complex && tensor.DType == DType.Float16)
        {
            // As a tensor of its own the number would have single precision at least.
            return DType.Complex32;
        }

        using var operand = tensor.AsOperand(number);
        return ResultType(tensor, operand);
    }

    /// <summary>The dtype that arithmetic of a number and a tensor has: PyTorch's <c>torch.result_type</c>.</summary>
    /// <param name="number">The number.</param>
    /// <param name="tensor">The tensor.</param>
    /// <returns>The dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <example><code>
    /// Torch.ResultType(2, Torch.Tensor([1.5]))   // torch.float32
    /// </code></example>
    public static DType ResultType(Scalar number, Tensor tensor) => ResultType(tensor, number);

    /// <summary>The dtype that arithmetic of two numbers has as tensors: PyTorch's <c>torch.result_type</c>.</summary>
    /// <param name="number1">One number.</param>
    /// <param name="number2">The other.</param>
    /// <returns>The dtype.</returns>
    /// <example><code>
    /// Torch.ResultType(1, 2.5)   // torch.float32
    /// </code></example>
    public static DType ResultType(Scalar number1, Scalar number2) => PromoteTypes(number1.NaturalDType, number2.NaturalDType);

    /// <summary>Each position as often as the number at it says: PyTorch's <c>torch.repeat_interleave(repeats)</c>.</summary>
    /// <param name="repeats">How often each position comes.</param>
    /// <returns>A new vector of positions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="repeats"/> is null.</exception>
    /// <exception cref="TorchException">The numbers are negative, or not in one dimension.</exception>
    /// <example><code>
    /// Torch.RepeatInterleave(Torch.Tensor([2, 0, 1]))   // tensor([0, 0, 2])
    /// </code></example>
    public static Tensor RepeatInterleave(Tensor repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        if (repeats.Dim() != 1)
        {
            throw new TorchException("repeat_interleave only accept 1D vector as repeat");
        }

        return Arange(repeats.Numel(), device: repeats.Device).RepeatInterleave(repeats);
    }
}
