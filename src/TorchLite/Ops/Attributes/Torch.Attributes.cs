namespace TorchLite;

/// <content>Properties of tensors and dtypes.</content>
public static partial class Torch
{
    /// <summary>Whether an object is a tensor: PyTorch's <c>torch.is_tensor</c>.</summary>
    /// <param name="obj">The object.</param>
    /// <returns>True if it is.</returns>
    /// <example><code>
    /// Torch.IsTensor(1)   // False
    /// </code></example>
    public static bool IsTensor(object obj) => obj is Tensor;

    /// <summary>Whether the tensor was made in inference mode: PyTorch's <c>is_inference</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>True if it was.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <example><code>
    /// Torch.IsInference(Torch.Tensor([1]))   // False
    /// </code></example>
    public static bool IsInference(Tensor input) => NotNull(input).IsInference();

    /// <summary>Whether an in-place operation may convert one dtype to another: PyTorch's <c>torch.can_cast</c>.</summary>
    /// <param name="from_">The dtype of the result.</param>
    /// <param name="to">The dtype to write to.</param>
    /// <returns>True if it may.</returns>
    /// <example><code>
    /// Torch.CanCast(DType.Float32, DType.Int64)   // False
    /// </code></example>
    public static bool CanCast(DType from_, DType to)
    {
        NativeLoader.EnsureLoaded();
        return Exports.CanCast(from_.Code, to.Code) != 0;
    }

    /// <summary>The smallest dtype to which two dtypes can be promoted: PyTorch's <c>torch.promote_types</c>.</summary>
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

    /// <summary>The result dtype of arithmetic between two tensors: PyTorch's <c>torch.result_type</c>.</summary>
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

    /// <summary>The result dtype of arithmetic between a tensor and a number: PyTorch's <c>torch.result_type</c>.</summary>
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

        using var operand = tensor.WrappedNumber(number);
        return ResultType(tensor, operand);
    }

    /// <summary>The result dtype of arithmetic between a number and a tensor: PyTorch's <c>torch.result_type</c>.</summary>
    /// <param name="number">The number.</param>
    /// <param name="tensor">The tensor.</param>
    /// <returns>The dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <example><code>
    /// Torch.ResultType(2, Torch.Tensor([1.5]))   // torch.float32
    /// </code></example>
    public static DType ResultType(Scalar number, Tensor tensor) => ResultType(tensor, number);

    /// <summary>The result dtype of arithmetic between two numbers: PyTorch's <c>torch.result_type</c>.</summary>
    /// <param name="number1">One number.</param>
    /// <param name="number2">The other.</param>
    /// <returns>The dtype.</returns>
    /// <example><code>
    /// Torch.ResultType(1, 2.5)   // torch.float32
    /// </code></example>
    public static DType ResultType(Scalar number1, Scalar number2) => PromoteTypes(number1.NaturalDType, number2.NaturalDType);

    /// <summary>The limits of a floating-point dtype: PyTorch's <c>torch.finfo</c>.</summary>
    /// <param name="type">A floating-point or complex dtype; null: the default dtype.</param>
    /// <returns>The limits.</returns>
    /// <exception cref="TorchTypeException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Finfo().DType             // torch.float32
    /// Torch.Finfo(DType.Half).Max     // 65504
    /// Torch.Finfo(DType.Int32)
    /// // TorchTypeException: torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'
    /// </code></example>
    public static Finfo Finfo(DType? type = null) => new(type ?? GetDefaultDtype());

    /// <summary>The limits of an integer dtype: PyTorch's <c>torch.iinfo</c>.</summary>
    /// <param name="type">An integer dtype.</param>
    /// <returns>The limits.</returns>
    /// <exception cref="TorchTypeException">The dtype is not an integer type.</exception>
    /// <example><code>
    /// Torch.Iinfo(DType.Uint8).Max   // 255
    /// </code></example>
    public static Iinfo Iinfo(DType type) => new(type);
}
