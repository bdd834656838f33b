namespace TorchLite;

/// <content>Element-wise comparison operators.</content>
public partial class Tensor
{
    /// <summary>Whether the elements are equal: PyTorch's <c>left == right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator ==(Tensor left, Tensor right) => Operand(left, nameof(left)).Eq(right);

    /// <summary>Whether the elements are equal: PyTorch's <c>left == right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator ==(Tensor left, Scalar right) => Operand(left, nameof(left)).Eq(right);

    /// <summary>Whether the elements are equal: PyTorch's <c>left == right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator ==(Scalar left, Tensor right) => Operand(right, nameof(right)).Eq(left);

    /// <summary>Whether the elements differ: PyTorch's <c>left != right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator !=(Tensor left, Tensor right) => Operand(left, nameof(left)).Ne(right);

    /// <summary>Whether the elements differ: PyTorch's <c>left != right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator !=(Tensor left, Scalar right) => Operand(left, nameof(left)).Ne(right);

    /// <summary>Whether the elements differ: PyTorch's <c>left != right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator !=(Scalar left, Tensor right) => Operand(right, nameof(right)).Ne(left);

    /// <summary>Whether the elements are less: PyTorch's <c>left &lt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator <(Tensor left, Tensor right) => Operand(left, nameof(left)).Lt(right);

    /// <summary>Whether the elements are less: PyTorch's <c>left &lt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator <(Tensor left, Scalar right) => Operand(left, nameof(left)).Lt(right);

    /// <summary>Whether the elements are less: PyTorch's <c>left &lt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator <(Scalar left, Tensor right) => Operand(right, nameof(right)).Gt(left);

    /// <summary>Whether the elements are less than or equal: PyTorch's <c>left &lt;= right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator <=(Tensor left, Tensor right) => Operand(left, nameof(left)).Le(right);

    /// <summary>Whether the elements are less than or equal: PyTorch's <c>left &lt;= right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator <=(Tensor left, Scalar right) => Operand(left, nameof(left)).Le(right);

    /// <summary>Whether the elements are less than or equal: PyTorch's <c>left &lt;= right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator <=(Scalar left, Tensor right) => Operand(right, nameof(right)).Ge(left);

    /// <summary>Whether the elements are greater: PyTorch's <c>left &gt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator >(Tensor left, Tensor right) => Operand(left, nameof(left)).Gt(right);

    /// <summary>Whether the elements are greater: PyTorch's <c>left &gt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator >(Tensor left, Scalar right) => Operand(left, nameof(left)).Gt(right);

    /// <summary>Whether the elements are greater: PyTorch's <c>left &gt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator >(Scalar left, Tensor right) => Operand(right, nameof(right)).Lt(left);

    /// <summary>Whether the elements are greater than or equal: PyTorch's <c>left &gt;= right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator >=(Tensor left, Tensor right) => Operand(left, nameof(left)).Ge(right);

    /// <summary>Whether the elements are greater than or equal: PyTorch's <c>left &gt;= right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator >=(Tensor left, Scalar right) => Operand(left, nameof(left)).Ge(right);

    /// <summary>Whether the elements are greater than or equal: PyTorch's <c>left &gt;= right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator >=(Scalar left, Tensor right) => Operand(right, nameof(right)).Le(left);
}
