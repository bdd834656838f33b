using System.ComponentModel;

namespace TorchLite;

/// <content>
/// Arithmetic with numbers, for languages that convert no operands, such as F#: they take a method of an operator's name for it. To C# these
/// are methods and no operators, since among operators with both <c>float</c> and <c>long</c> a <c>ulong</c> would choose the first.
/// </content>
public partial class Tensor
{
    /// <inheritdoc cref="operator +(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Addition(Tensor left, int right) => left + right;

    /// <inheritdoc cref="operator +(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Addition(int left, Tensor right) => left + right;

    /// <inheritdoc cref="operator +(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Addition(Tensor left, long right) => left + right;

    /// <inheritdoc cref="operator +(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Addition(long left, Tensor right) => left + right;

    /// <inheritdoc cref="operator +(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Addition(Tensor left, float right) => left + right;

    /// <inheritdoc cref="operator +(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Addition(float left, Tensor right) => left + right;

    /// <inheritdoc cref="operator +(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Addition(Tensor left, double right) => left + right;

    /// <inheritdoc cref="operator +(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Addition(double left, Tensor right) => left + right;

    /// <inheritdoc cref="operator -(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Subtraction(Tensor left, int right) => left - right;

    /// <inheritdoc cref="operator -(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Subtraction(int left, Tensor right) => left - right;

    /// <inheritdoc cref="operator -(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Subtraction(Tensor left, long right) => left - right;

    /// <inheritdoc cref="operator -(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Subtraction(long left, Tensor right) => left - right;

    /// <inheritdoc cref="operator -(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Subtraction(Tensor left, float right) => left - right;

    /// <inheritdoc cref="operator -(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Subtraction(float left, Tensor right) => left - right;

    /// <inheritdoc cref="operator -(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Subtraction(Tensor left, double right) => left - right;

    /// <inheritdoc cref="operator -(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Subtraction(double left, Tensor right) => left - right;

    /// <inheritdoc cref="operator *(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Multiply(Tensor left, int right) => left * right;

    /// <inheritdoc cref="operator *(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Multiply(int left, Tensor right) => left * right;

    /// <inheritdoc cref="operator *(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Multiply(Tensor left, long right) => left * right;

    /// <inheritdoc cref="operator *(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Multiply(long left, Tensor right) => left * right;

    /// <inheritdoc cref="operator *(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Multiply(Tensor left, float right) => left * right;

    /// <inheritdoc cref="operator *(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Multiply(float left, Tensor right) => left * right;

    /// <inheritdoc cref="operator *(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Multiply(Tensor left, double right) => left * right;

    /// <inheritdoc cref="operator *(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Multiply(double left, Tensor right) => left * right;

    /// <inheritdoc cref="operator /(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Division(Tensor left, int right) => left / right;

    /// <inheritdoc cref="operator /(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Division(int left, Tensor right) => left / right;

    /// <inheritdoc cref="operator /(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Division(Tensor left, long right) => left / right;

    /// <inheritdoc cref="operator /(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Division(long left, Tensor right) => left / right;

    /// <inheritdoc cref="operator /(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Division(Tensor left, float right) => left / right;

    /// <inheritdoc cref="operator /(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Division(float left, Tensor right) => left / right;

    /// <inheritdoc cref="operator /(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Division(Tensor left, double right) => left / right;

    /// <inheritdoc cref="operator /(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Division(double left, Tensor right) => left / right;

    /// <inheritdoc cref="operator %(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Modulus(Tensor left, int right) => left % right;

    /// <inheritdoc cref="operator %(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Modulus(int left, Tensor right) => left % right;

    /// <inheritdoc cref="operator %(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Modulus(Tensor left, long right) => left % right;

    /// <inheritdoc cref="operator %(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Modulus(long left, Tensor right) => left % right;

    /// <inheritdoc cref="operator %(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Modulus(Tensor left, float right) => left % right;

    /// <inheritdoc cref="operator %(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Modulus(float left, Tensor right) => left % right;

    /// <inheritdoc cref="operator %(Tensor, Scalar)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Modulus(Tensor left, double right) => left % right;

    /// <inheritdoc cref="operator %(Scalar, Tensor)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor op_Modulus(double left, Tensor right) => left % right;
}
