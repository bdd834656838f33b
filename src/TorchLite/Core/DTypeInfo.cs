using System.Numerics;
using static TorchLite.DTypeInfo.Kinds;

namespace TorchLite;

/// <summary>The properties of one dtype: its names elsewhere, and its elements.</summary>
/// <param name="Name">PyTorch's name.</param>
/// <param name="Native">C10's name, which libtorch's messages use, and Python's classes of storages.</param>
/// <param name="Bytes">The bytes of an element.</param>
/// <param name="Kind">The elements.</param>
/// <param name="IsSigned">Whether they can be negative.</param>
internal sealed record DTypeInfo(string Name, string Native, int Bytes, DTypeInfo.Kinds Kind, bool IsSigned = true)
{
    private const sbyte None = -1;

    /// <summary>What the elements of a dtype are.</summary>
    internal enum Kinds
    {
        /// <summary>True or false.</summary>
        Boolean,

        /// <summary>Integers.</summary>
        Integer,

        /// <summary>Floating-point numbers.</summary>
        Real,

        /// <summary>Two floating-point numbers.</summary>
        Complex,

        /// <summary>Quantized integers; the tensor holds the scale.</summary>
        Quantized,

        /// <summary>Uninterpreted bits.</summary>
        Bits,

        /// <summary>Integers of less than 8 bits, of which libtorch has no tensors.</summary>
        Narrow,
    }

    /// <summary>The name in C++.</summary>
    internal string Cpp { get; init; } = Name;

    /// <summary>The .NET type of the same bits; null where there is none.</summary>
    internal Type? Clr { get; init; }

    /// <summary>What NumPy writes; null where it has no such type.</summary>
    internal string? Npy { get; init; }

    /// <summary>The name in a safetensors file; null where there is none.</summary>
    internal string? SafeTensors { get; init; }

    /// <summary>DLPack's number for the kind; -1 where there is none.</summary>
    internal sbyte Dlpack { get; init; } = None;

    /// <summary>Whether Python has a class for its storages, as it has for the dtypes of before 2021.</summary>
    internal bool HasStorageClass { get; init; }

    /// <summary>C10's number of the dtype in which the elements are read here; -1: libtorch itself does not convert them.</summary>
    internal sbyte Readable { get; init; } = None;

    /// <summary>The bits of the fraction, the least and the greatest exponent of a normal number, and the digits that are sure.</summary>
    internal (int Fraction, int Least, int Greatest, int Digits)? Limits { get; init; }

    /// <summary>In the order of C10's numbers. What libtorch makes may be of any of these.</summary>
    internal static readonly DTypeInfo[] All =
    [
        new("uint8", "Byte", 1, Integer, IsSigned: false)
            { Cpp = "unsigned char", Clr = typeof(byte), Npy = "|u1", SafeTensors = "U8", Dlpack = 1, HasStorageClass = true, Readable = 0 },
        new("int8", "Char", 1, Integer)
            { Cpp = "signed char", Clr = typeof(sbyte), Npy = "|i1", SafeTensors = "I8", Dlpack = 0, HasStorageClass = true, Readable = 1 },
        new("int16", "Short", 2, Integer)
            { Cpp = "short int", Clr = typeof(short), Npy = "<i2", SafeTensors = "I16", Dlpack = 0, HasStorageClass = true, Readable = 2 },
        new("int32", "Int", 4, Integer)
            { Cpp = "int", Clr = typeof(int), Npy = "<i4", SafeTensors = "I32", Dlpack = 0, HasStorageClass = true, Readable = 3 },
        new("int64", "Long", 8, Integer)
            { Cpp = "long int", Clr = typeof(long), Npy = "<i8", SafeTensors = "I64", Dlpack = 0, HasStorageClass = true, Readable = 4 },
        new("float16", "Half", 2, Real)
        {
            Cpp = "c10::Half", Clr = typeof(Half), Npy = "<f2", SafeTensors = "F16", Dlpack = 2, HasStorageClass = true, Readable = 5,
            Limits = (10, -14, 15, 3),
        },
        new("float32", "Float", 4, Real)
        {
            Cpp = "float", Clr = typeof(float), Npy = "<f4", SafeTensors = "F32", Dlpack = 2, HasStorageClass = true, Readable = 6,
            Limits = (23, -126, 127, 6),
        },
        new("float64", "Double", 8, Real)
        {
            Cpp = "double", Clr = typeof(double), Npy = "<f8", SafeTensors = "F64", Dlpack = 2, HasStorageClass = true, Readable = 7,
            Limits = (52, -1022, 1023, 15),
        },
        new("complex32", "ComplexHalf", 4, Kinds.Complex) { Dlpack = 5, Readable = 9 },
        new("complex64", "ComplexFloat", 8, Kinds.Complex)
            { Cpp = "c10::complex<float>", Npy = "<c8", SafeTensors = "C64", Dlpack = 5, HasStorageClass = true, Readable = 9 },
        new("complex128", "ComplexDouble", 16, Kinds.Complex)
            { Cpp = "c10::complex<double>", Clr = typeof(Complex), Npy = "<c16", Dlpack = 5, HasStorageClass = true, Readable = 10 },
        new("bool", "Bool", 1, Kinds.Boolean, IsSigned: false)
            { Clr = typeof(bool), Npy = "|b1", SafeTensors = "BOOL", Dlpack = 6, HasStorageClass = true, Readable = 11 },
        new("qint8", "QInt8", 1, Quantized) { HasStorageClass = true },
        new("quint8", "QUInt8", 1, Quantized, IsSigned: false) { HasStorageClass = true },
        new("qint32", "QInt32", 4, Quantized) { HasStorageClass = true },
        new("bfloat16", "BFloat16", 2, Real)
            { Cpp = "c10::BFloat16", SafeTensors = "BF16", Dlpack = 4, HasStorageClass = true, Readable = 15, Limits = (7, -126, 127, 2) },
        new("quint4x2", "QUInt4x2", 1, Quantized, IsSigned: false) { HasStorageClass = true },
        new("quint2x4", "QUInt2x4", 1, Quantized, IsSigned: false) { HasStorageClass = true },
        new("bits1x8", "Bits1x8", 1, Bits, IsSigned: false),
        new("bits2x4", "Bits2x4", 1, Bits, IsSigned: false),
        new("bits4x2", "Bits4x2", 1, Bits, IsSigned: false),
        new("bits8", "Bits8", 1, Bits, IsSigned: false),
        new("bits16", "Bits16", 2, Bits, IsSigned: false),
        new("float8_e5m2", "Float8_e5m2", 1, Real) { SafeTensors = "F8_E5M2", Dlpack = 12, Readable = 6, Limits = (2, -14, 15, 0) },
        new("float8_e4m3fn", "Float8_e4m3fn", 1, Real) { SafeTensors = "F8_E4M3", Dlpack = 10, Readable = 6, Limits = (3, -6, 8, 0) },
        new("float8_e5m2fnuz", "Float8_e5m2fnuz", 1, Real)
            { SafeTensors = "F8_E5M2FNUZ", Dlpack = 13, Readable = 6, Limits = (2, -15, 15, 0) },
        new("float8_e4m3fnuz", "Float8_e4m3fnuz", 1, Real)
            { SafeTensors = "F8_E4M3FNUZ", Dlpack = 11, Readable = 6, Limits = (3, -7, 7, 0) },
        new("uint16", "UInt16", 2, Integer, IsSigned: false)
            { Clr = typeof(ushort), Npy = "<u2", SafeTensors = "U16", Dlpack = 1, Readable = 27 },
        new("uint32", "UInt32", 4, Integer, IsSigned: false)
            { Clr = typeof(uint), Npy = "<u4", SafeTensors = "U32", Dlpack = 1, Readable = 28 },
        new("uint64", "UInt64", 8, Integer, IsSigned: false)
            { Clr = typeof(ulong), Npy = "<u8", SafeTensors = "U64", Dlpack = 1, Readable = 29 },
        .. Enumerable.Range(1, 7).Select(static bits => new DTypeInfo($"uint{bits}", $"UInt{bits}", 1, Narrow, IsSigned: false)),
        .. Enumerable.Range(1, 7).Select(static bits => new DTypeInfo($"int{bits}", $"Int{bits}", 1, Narrow)),
        new("float8_e8m0fnu", "Float8_e8m0fnu", 1, Real, IsSigned: false)
            { SafeTensors = "F8_E8M0", Dlpack = 14, Readable = 6, Limits = (0, -127, 127, 0) },
        new("float4_e2m1fn_x2", "Float4_e2m1fn_x2", 1, Real),
    ];
}
