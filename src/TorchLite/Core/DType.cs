using System.Text.Json.Serialization;

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
[JsonConverter(typeof(DTypeJsonConverter))]
public readonly struct DType : IEquatable<DType>
{
    private static readonly Dictionary<Type, DType> ByClr = DTypeInfo.All.Select(static (info, code) => (info.Clr, DType: new DType(code)))
        .Where(static row => row.Clr is not null).ToDictionary(static row => row.Clr!, static row => row.DType);

    internal DType(int code) => Code = (sbyte)code;

    /// <summary>libtorch's number for the type (c10::ScalarType).</summary>
    internal sbyte Code { get; }

    /// <summary>Integers from 0 to 255: <c>torch.uint8</c>.</summary>
    public static DType Uint8 => new(0);

    /// <summary>Integers from -128 to 127: <c>torch.int8</c>.</summary>
    public static DType Int8 => new(1);

    /// <summary>Integers of 16 bits, with sign: <c>torch.int16</c>.</summary>
    public static DType Int16 => new(2);

    /// <summary>Integers of 32 bits, with sign: <c>torch.int32</c>.</summary>
    public static DType Int32 => new(3);

    /// <summary>Integers of 64 bits, with sign: <c>torch.int64</c>, the dtype of integer literals.</summary>
    public static DType Int64 => new(4);

    /// <summary>IEEE 754 half precision: <c>torch.float16</c>.</summary>
    public static DType Float16 => new(5);

    /// <summary>IEEE 754 single precision: <c>torch.float32</c>, initially the default dtype.</summary>
    public static DType Float32 => new(6);

    /// <summary>IEEE 754 double precision: <c>torch.float64</c>.</summary>
    public static DType Float64 => new(7);

    /// <summary>Two half-precision numbers, real and imaginary: <c>torch.complex32</c>. Few operations take it.</summary>
    public static DType Complex32 => new(8);

    /// <summary>Two single-precision numbers, real and imaginary: <c>torch.complex64</c>.</summary>
    public static DType Complex64 => new(9);

    /// <summary>Two double-precision numbers, real and imaginary: <c>torch.complex128</c>.</summary>
    public static DType Complex128 => new(10);

    /// <summary>A bool of one byte: <c>torch.bool</c>.</summary>
    public static DType Bool => new(11);

    /// <summary>The upper 16 bits of a single-precision number: <c>torch.bfloat16</c>.</summary>
    public static DType Bfloat16 => new(15);

    /// <summary>
    /// Integers from 0 to 65535: <c>torch.uint16</c>. As uint32 and uint64 it is a storage format, meant to be
    /// converted; few operations take it.
    /// </summary>
    public static DType Uint16 => new(27);

    /// <summary>Integers of 32 bits without sign: <c>torch.uint32</c>. Few operations take it.</summary>
    public static DType Uint32 => new(28);

    /// <summary>Integers of 64 bits without sign: <c>torch.uint64</c>. Few operations take it.</summary>
    public static DType Uint64 => new(29);

    /// <summary>
    /// Eight bits, five of them the exponent: <c>torch.float8_e5m2</c>. It is a storage format, as the other 8-bit types; compute in
    /// another dtype.
    /// </summary>
    public static DType Float8E5m2 => new(23);

    /// <summary>Eight bits, four of them the exponent, without infinity: <c>torch.float8_e4m3fn</c>.</summary>
    public static DType Float8E4m3fn => new(24);

    /// <summary>As <see cref="Float8E5m2"/> without infinity and negative zero: <c>torch.float8_e5m2fnuz</c>.</summary>
    public static DType Float8E5m2fnuz => new(25);

    /// <summary>As <see cref="Float8E4m3fn"/> without negative zero: <c>torch.float8_e4m3fnuz</c>.</summary>
    public static DType Float8E4m3fnuz => new(26);

    /// <summary>Eight bits of exponent only, powers of two: <c>torch.float8_e8m0fnu</c>.</summary>
    public static DType Float8E8m0fnu => new(44);

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

    /// <summary>Another name of <see cref="Complex32"/>: <c>torch.chalf</c>.</summary>
    public static DType Chalf => Complex32;

    /// <summary>Another name of <see cref="Complex64"/>: <c>torch.cfloat</c>.</summary>
    public static DType Cfloat => Complex64;

    /// <summary>Another name of <see cref="Complex128"/>: <c>torch.cdouble</c>.</summary>
    public static DType Cdouble => Complex128;

    /// <summary>Every dtype that has a name here, in libtorch's order.</summary>
    internal static ReadOnlySpan<DType> All => new[]
    {
        Uint8, Int8, Int16, Int32, Int64, Float16, Float32, Float64, Complex32, Complex64, Complex128, Bool, Bfloat16,
        Float8E5m2, Float8E4m3fn, Float8E5m2fnuz, Float8E4m3fnuz, Uint16, Uint32, Uint64, Float8E8m0fnu,
    };

    /// <summary>Whether the type is a real floating-point type: PyTorch's <c>is_floating_point</c>.</summary>
    /// <example><code>
    /// DType.Bfloat16.IsFloatingPoint   // True
    /// </code></example>
    public bool IsFloatingPoint => Info?.Kind == DTypeInfo.Kinds.Real;

    /// <summary>Whether the type is complex: PyTorch's <c>is_complex</c>.</summary>
    /// <example><code>
    /// DType.Complex64.IsComplex   // True
    /// </code></example>
    public bool IsComplex => Info?.Kind == DTypeInfo.Kinds.Complex;

    /// <summary>Whether it is a floating-point or complex type, which supports gradients.</summary>
    internal bool IsDifferentiable => IsFloatingPoint || IsComplex;

    /// <summary>Whether the type can hold negative numbers: PyTorch's <c>is_signed</c>.</summary>
    /// <example><code>
    /// DType.Uint8.IsSigned   // False
    /// </code></example>
    public bool IsSigned => Info?.IsSigned != false;

    /// <summary>The size of an element in bytes: PyTorch's <c>itemsize</c>.</summary>
    /// <example><code>
    /// DType.Int64.Itemsize   // 8
    /// </code></example>
    public int Itemsize => Info?.Bytes ?? throw new TorchTypeException($"libtorch's dtype {Code} is not known here");

    /// <summary>Whether two dtypes are the same.</summary>
    /// <param name="left">One dtype.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if they are the same type.</returns>
    public static bool operator ==(DType left, DType right) => left.Code == right.Code;

    /// <summary>Whether two dtypes differ.</summary>
    /// <param name="left">One dtype.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if they are different types.</returns>
    public static bool operator !=(DType left, DType right) => left.Code != right.Code;

    /// <inheritdoc/>
    public bool Equals(DType other) => Code == other.Code;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Code;

    /// <summary>The name as PyTorch prints it, such as <c>torch.float32</c>.</summary>
    /// <returns>The name, with the prefix <c>torch.</c>.</returns>
    public override string ToString() => "torch." + Name;

    /// <summary>The name without <c>torch.</c>.</summary>
    internal string Name => Info?.Name ?? $"dtype{Code}";

    /// <summary>C10's name of the type, which libtorch's messages use.</summary>
    internal string NativeName => Info?.Native ?? "Undefined";

    /// <summary>The name of the type in C++, which other messages use.</summary>
    internal string CppName => Info?.Cpp ?? Name;

    /// <summary>All that is known of it; null for a number that C10 has not given to a dtype.</summary>
    internal DTypeInfo? Info => (uint)Code < (uint)DTypeInfo.All.Length ? DTypeInfo.All[Code] : null;

    /// <summary>The dtype of each of a complex number's two parts; of others the dtype itself.</summary>
    internal DType Part => Code switch
    {
        8 => Float16,
        9 => Float32,
        10 => Float64,
        _ => this,
    };

    /// <summary>Whether the elements are quantized; the tensor holds the scale.</summary>
    internal bool IsQuantized => Info?.Kind == DTypeInfo.Kinds.Quantized;

    /// <summary>
    /// The dtype whose elements are read here that holds every value of this one: mostly itself; null where libtorch itself cannot
    /// convert.
    /// </summary>
    internal DType? Readable => Info is { Readable: >= 0 and var code } ? new DType(code) : null;

    /// <summary>Whether Python has a class for its storages, as it has for the dtypes of before 2021.</summary>
    internal bool HasStorageClass => Info is { HasStorageClass: true };

    /// <summary>Whether libtorch makes plain tensors of it, be it only to hold bits.</summary>
    internal bool HasElements => Info is { Kind: not (DTypeInfo.Kinds.Quantized or DTypeInfo.Kinds.Narrow) };

    /// <summary>The dtype of a name of C10's; null where there is none.</summary>
    internal static DType? OfNativeName(string name) => Find(info => info.Native == name);

    /// <summary>The dtype of a name of PyTorch's; null where there is none.</summary>
    internal static DType? Named(string name) => Find(info => info.Name == name);

    /// <summary>The dtype of a name in a safetensors file; null where there is none.</summary>
    internal static DType? OfSafeTensors(string name) => Find(info => info.SafeTensors == name);

    /// <summary>The dtype that holds the .NET type <paramref name="type"/> bit for bit, or null.</summary>
    internal static DType? Of(Type type) =>
        ByClr.TryGetValue(type.IsEnum ? Enum.GetUnderlyingType(type) : type, out var dtype) ? dtype : null;

    private static DType? Find(Predicate<DTypeInfo> isIt) =>
        Array.FindIndex(DTypeInfo.All, isIt) is >= 0 and var code ? new DType(code) : null;
}
