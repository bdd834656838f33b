using System.Numerics;

namespace TorchLite;

/// <summary>The type of a tensor's elements: PyTorch's <c>torch.dtype</c>.</summary>
/// <remarks>
/// PyTorch keeps its dtypes in the <c>torch</c> module (<c>torch.float64</c>); here they are members of this type
/// (<c>DType.Float64</c>), with PyTorch's aliases. Two dtypes are equal when they name the same type.
/// </remarks>
/// <example><code>
/// Torch.Ones(2, 2).DType          // torch.float32
/// DType.Double == DType.Float64   // True
/// DType.Int64.Itemsize            // 8
/// </code></example>
public readonly struct DType : IEquatable<DType>
{
    private static readonly string[] Names =
    [
        "uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64",
        "complex32", "complex64", "complex128", "bool", "qint8", "quint8", "qint32", "bfloat16",
    ];

    internal DType(int code) => Code = (sbyte)code;

    /// <summary>libtorch's number for the type (c10::ScalarType).</summary>
    internal sbyte Code { get; }

    /// <summary>Whole numbers from 0 to 255: <c>torch.uint8</c>.</summary>
    public static DType Uint8 => new(0);

    /// <summary>Whole numbers from -128 to 127: <c>torch.int8</c>.</summary>
    public static DType Int8 => new(1);

    /// <summary>Whole numbers of 16 bits, with sign: <c>torch.int16</c>.</summary>
    public static DType Int16 => new(2);

    /// <summary>Whole numbers of 32 bits, with sign: <c>torch.int32</c>.</summary>
    public static DType Int32 => new(3);

    /// <summary>Whole numbers of 64 bits, with sign: <c>torch.int64</c>, the dtype of whole-number literals.</summary>
    public static DType Int64 => new(4);

    /// <summary>IEEE 754 half precision: <c>torch.float16</c>.</summary>
    public static DType Float16 => new(5);

    /// <summary>IEEE 754 single precision: <c>torch.float32</c>, the default dtype at the start.</summary>
    public static DType Float32 => new(6);

    /// <summary>IEEE 754 double precision: <c>torch.float64</c>.</summary>
    public static DType Float64 => new(7);

    /// <summary>Two single-precision numbers, real and imaginary: <c>torch.complex64</c>.</summary>
    public static DType Complex64 => new(9);

    /// <summary>Two double-precision numbers, real and imaginary: <c>torch.complex128</c>.</summary>
    public static DType Complex128 => new(10);

    /// <summary>True or false, a byte each: <c>torch.bool</c>.</summary>
    public static DType Bool => new(11);

    /// <summary>The upper 16 bits of a single-precision number: <c>torch.bfloat16</c>.</summary>
    public static DType Bfloat16 => new(15);

    /// <summary>Another name of <see cref="Int16"/>: <c>torch.short</c>.</summary>
    public static DType Short => Int16;

    /// <summary>Another name of <see cref="Int32"/>: <c>torch.int</c>.</summary>
    public static DType Int => Int32;

    /// <summary>Another name of <see cref="Int64"/>: <c>torch.long</c>.</summary>
    public static DType Long => Int64;

    /// <summary>Another name of <see cref="Float16"/>: <c>torch.half</c>.</summary>
    public static DType Half => Float16;

    /// <summary>Another name of <see cref="Float32"/>: <c>torch.float</c>.</summary>
    public static DType Float => Float32;

    /// <summary>Another name of <see cref="Float64"/>: <c>torch.double</c>.</summary>
    public static DType Double => Float64;

    /// <summary>Another name of <see cref="Complex64"/>: <c>torch.cfloat</c>.</summary>
    public static DType Cfloat => Complex64;

    /// <summary>Another name of <see cref="Complex128"/>: <c>torch.cdouble</c>.</summary>
    public static DType Cdouble => Complex128;

    /// <summary>Every dtype of TorchLite, in libtorch's order.</summary>
    internal static ReadOnlySpan<DType> All =>
        new[] { Uint8, Int8, Int16, Int32, Int64, Float16, Float32, Float64, Complex64, Complex128, Bool, Bfloat16 };

    /// <summary>Whether the type is a real floating-point type: PyTorch's <c>is_floating_point</c>.</summary>
    /// <example><code>
    /// DType.Bfloat16.IsFloatingPoint   // True
    /// </code></example>
    public bool IsFloatingPoint => Code is 5 or 6 or 7 or 15;

    /// <summary>Whether the type is complex: PyTorch's <c>is_complex</c>.</summary>
    /// <example><code>
    /// DType.Complex64.IsComplex   // True
    /// </code></example>
    public bool IsComplex => Code is 9 or 10;

    /// <summary>Whether it holds real or complex numbers, of which there are derivatives, and not whole ones or truth values.</summary>
    internal bool IsDifferentiable => IsFloatingPoint || IsComplex;

    /// <summary>Whether the type can hold negative numbers: PyTorch's <c>is_signed</c>.</summary>
    /// <example><code>
    /// DType.Uint8.IsSigned   // False
    /// </code></example>
    public bool IsSigned => Code is not (0 or 11);

    /// <summary>Bytes an element takes: PyTorch's <c>itemsize</c>.</summary>
    /// <example><code>
    /// DType.Int64.Itemsize   // 8
    /// </code></example>
    public int Itemsize => Code switch
    {
        0 or 1 or 11 => 1,
        2 or 5 or 15 => 2,
        3 or 6 => 4,
        4 or 7 or 9 => 8,
        _ => 16,
    };

    /// <summary>Whether two dtypes are the same.</summary>
    /// <param name="left">One dtype.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are the same type.</returns>
    public static bool operator ==(DType left, DType right) => left.Code == right.Code;

    /// <summary>Whether two dtypes differ.</summary>
    /// <param name="left">One dtype.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are different types.</returns>
    public static bool operator !=(DType left, DType right) => left.Code != right.Code;

    /// <inheritdoc/>
    public bool Equals(DType other) => Code == other.Code;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Code;

    /// <summary>The name as PyTorch prints it, such as <c>torch.float32</c>.</summary>
    /// <returns>The name, with <c>torch.</c> before it.</returns>
    public override string ToString() => "torch." + Name;

    /// <summary>The name without <c>torch.</c>.</summary>
    internal string Name => (uint)Code < (uint)Names.Length ? Names[Code] : $"dtype{Code}";

    /// <summary>C10's name of the type, which libtorch's messages use.</summary>
    internal string NativeName => Name switch
    {
        "uint8" => "Byte",
        "int8" => "Char",
        "int16" => "Short",
        "int32" => "Int",
        "int64" => "Long",
        "float16" => "Half",
        "float32" => "Float",
        "float64" => "Double",
        "complex64" => "ComplexFloat",
        "complex128" => "ComplexDouble",
        "bool" => "Bool",
        _ => "BFloat16",
    };

    /// <summary>The dtype that holds the .NET type <paramref name="type"/> bit for bit, or null.</summary>
    internal static DType? Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => Uint8,
        TypeCode.SByte => Int8,
        TypeCode.Int16 => Int16,
        TypeCode.Int32 => Int32,
        TypeCode.Int64 => Int64,
        TypeCode.Single => Float32,
        TypeCode.Double => Float64,
        TypeCode.Boolean => Bool,
        _ => type == typeof(System.Half) ? Float16
            : type == typeof(Complex) ? Complex128
            : null,
    };
}
