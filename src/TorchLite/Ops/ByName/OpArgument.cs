using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchLite;

/// <summary>An argument of <see cref="Torch.Ops"/>: a tensor, a number, a string, a dtype, a device, or a list of these.</summary>
/// <remarks>
/// This type need not be named: all of these, and collection expressions of them, convert to it implicitly; null is Python's None.
/// </remarks>
/// <example><code>
/// var x = Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]);
/// Torch.Ops.Call("aten::sum.dim_IntList", x, [0, 1], true)            // tensor([[10.]])
/// Torch.Ops.Call("aten::sum.dim_IntList", x, null, false, DType.Int64)   // tensor(10)
/// </code></example>
[CollectionBuilder(typeof(OpArgument), nameof(Create))]
public readonly partial struct OpArgument
{
    private OpArgument(object value) => Value = value;

    /// <summary>A Tensor, Scalar, string, DType, Device, or an array of nullable arguments.</summary>
    internal object Value { get; }

    /// <summary>What Python calls the type of such an argument.</summary>
    internal string PythonType => Value switch
    {
        Tensor => "Tensor",
        Scalar { Kind: ScalarKind.Boolean } => "bool",
        Scalar { IsWhole: true } => "int",
        Scalar { Kind: ScalarKind.Real } => "float",
        Scalar => "complex",
        string => "str",
        DType => "dtype",
        Device => "device",
        _ => "list",
    };

    /// <summary>Creates a list.</summary>
    /// <param name="items">Its elements.</param>
    /// <returns>The list.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static OpArgument Create(ReadOnlySpan<OpArgument?> items) => new(items.ToArray());

    /// <summary>Enumerates the elements of a list; anything else has none.</summary>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<OpArgument?> GetEnumerator() => ((IEnumerable<OpArgument?>)(Value as OpArgument?[] ?? [])).GetEnumerator();

    /// <summary>Converts a tensor.</summary>
    /// <param name="value">The tensor; null is None.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument?(Tensor? value) => value is null ? null : new OpArgument(value);

    /// <summary>Converts a bool.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument(bool value) => new((Scalar)value);

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument(long value) => new((Scalar)value);

    /// <summary>Converts a floating-point number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument(double value) => new((Scalar)value);

    /// <summary>Converts a complex number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument(Complex value) => new((Scalar)value);

    /// <summary>Converts a number of any kind.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument(Scalar value) => new(value);

    /// <summary>Converts a string.</summary>
    /// <param name="value">The string; null is None.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument?(string? value) => value is null ? null : new OpArgument(value);

    /// <summary>Converts a dtype.</summary>
    /// <param name="value">The dtype.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument(DType value) => new(value);

    /// <summary>Converts a device.</summary>
    /// <param name="value">The device.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument(Device value) => new(value);

    /// <summary>Converts the sizes of a shape.</summary>
    /// <param name="value">The shape.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument(Shape value) => List(value.ToArray(), static size => size);

    /// <summary>Converts a list of integers.</summary>
    /// <param name="value">The numbers; null is None.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument?(long[]? value) => value is null ? null : List(value, static number => number);

    /// <summary>Converts a list of floating-point numbers.</summary>
    /// <param name="value">The numbers; null is None.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument?(double[]? value) => value is null ? null : List(value, static number => number);

    /// <summary>Converts a list of tensors.</summary>
    /// <param name="value">The tensors; null is None.</param>
    /// <returns>The argument.</returns>
    public static implicit operator OpArgument?(Tensor?[]? value) => value is null ? null : List(value, static tensor => tensor);

    private static OpArgument List<T>(T[] items, Converter<T, OpArgument?> convert) => new(Array.ConvertAll(items, convert));
}
