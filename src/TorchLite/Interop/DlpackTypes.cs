using System.Runtime.InteropServices;

namespace TorchLite.Interop;

// The structures of dlpack.h, version 1.1.

/// <summary>DLDevice.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DlDevice
{
    internal const int Cpu = 1;

    internal int Type;
    internal int Id;
}

/// <summary>DLDataType.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DlDataType
{
    // DLDataTypeCode.
    private const byte Int = 0, UInt = 1, Float = 2, Bfloat = 4, Complex = 5, Bool = 6;

    internal byte Code;
    internal byte Bits;
    internal ushort Lanes;

    /// <summary>The type of a dtype's elements.</summary>
    /// <exception cref="TorchException">DLPack has no such dtype.</exception>
    internal static DlDataType Of(DType dtype) => dtype.Info is { Dlpack: >= 0 and var code }
        ? new() { Code = (byte)code, Bits = (byte)(dtype.Itemsize * 8), Lanes = 1 }
        : throw new TorchException($"{(dtype.IsQuantized ? "QUInt/QInt" : "Bit")} types are not supported by dlpack");

    /// <summary>In PyTorch's words where there is no such dtype.</summary>
    internal readonly DType ToDType()
    {
        if (Lanes != 1)
        {
            throw new TorchException("ATen does not support lanes != 1");
        }

        foreach (var dtype in TorchLite.DType.All)
        {
            if (Of(dtype) is var same && same.Code == Code && same.Bits == Bits)
            {
                return dtype;
            }
        }

        var kind = Code switch
        {
            Int => "kDLInt",
            UInt => "kUInt",
            Float => "kDLFloat",
            Bfloat => "kDLFloat",
            Complex => "kDLFloat",
            Bool => "kDLBool",
            _ => throw new TorchException($"Unsupported code {Code}"),
        };
        throw new TorchException($"Unsupported {kind} bits {Bits}");
    }
}

/// <summary>DLTensor.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DlTensor
{
    internal nint Data;
    internal DlDevice Device;
    internal int Ndim;
    internal DlDataType DType;
    internal long* Shape;
    internal long* Strides;
    internal ulong ByteOffset;
}

/// <summary>DLManagedTensor, the older form.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DlManagedTensor
{
    internal DlTensor Tensor;
    internal nint Context;
    internal delegate* unmanaged[Cdecl]<void*, void> Deleter;
}

/// <summary>DLManagedTensorVersioned.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DlManagedTensorVersioned
{
    internal uint Major;
    internal uint Minor;
    internal nint Context;
    internal delegate* unmanaged[Cdecl]<void*, void> Deleter;
    internal ulong Flags;
    internal DlTensor Tensor;
}
