using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using TorchLite.Native;

namespace TorchLite.Tests.Reference;

/// <summary>Tensors as the corpus has them: their bytes.</summary>
internal static class TensorData
{
    private static readonly Dictionary<string, DType> DTypes = DType.All.ToArray().ToDictionary(static dtype => dtype.Name);

    internal static DType DTypeNamed(string name) => DTypes[name];

    internal static Shape ShapeOf(JsonElement tensor, string name = "shape") =>
        new([.. tensor.GetProperty(name).EnumerateArray().Select(static size => size.GetInt64())]);

    /// <summary>An argument: a storage, and the view of it that the call gets.</summary>
    internal static Tensor Make(JsonElement argument)
    {
        var (dtype, shape) = (DTypeNamed(argument.GetProperty("dtype").GetString()!), ShapeOf(argument));
        Tensor tensor;
        if (argument.TryGetProperty("device", out var device))
        {
            tensor = Torch.Empty(shape, dtype, device.GetString()!);
        }
        else
        {
            var bytes = argument.GetProperty("data").GetBytesFromBase64();
            var storage = Torch.Empty([bytes.Length / dtype.Itemsize], dtype);
            bytes.CopyTo(Elements.Span<byte>(storage));
            tensor = argument.TryGetProperty("strides", out _)
                ? storage.AsStrided(shape, ShapeOf(argument, "strides"), argument.GetProperty("offset").GetInt64())
                : storage.Reshape(shape.AsSpan());
        }

        if (argument.TryGetProperty("conj", out _))
        {
            tensor = tensor.Conj();
        }

        return argument.TryGetProperty("requires_grad", out _) ? tensor.RequiresGrad_() : tensor;
    }

    /// <summary>The elements in order.</summary>
    internal static byte[] Bytes(Tensor tensor)
    {
        using var grad = Torch.NoGrad();
        using var plain = Torch.Empty(tensor.Shape, tensor.DType).Copy_(tensor);
        return Elements.Span<byte>(plain).ToArray();
    }

    /// <summary>The elements as numbers, for messages and tolerances; not for 64-bit whole numbers beyond 2^53.</summary>
    internal static Complex[] Numbers(ReadOnlySpan<byte> bytes, DType dtype)
    {
        var numbers = new Complex[bytes.Length / dtype.Itemsize];
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = bytes.Slice(i * dtype.Itemsize, dtype.Itemsize);
            numbers[i] = dtype.Name switch
            {
                "uint8" or "bool" => at[0],
                "int8" => (sbyte)at[0],
                "int16" => MemoryMarshal.Read<short>(at),
                "int32" => MemoryMarshal.Read<int>(at),
                "int64" => MemoryMarshal.Read<long>(at),
                "float16" => (double)MemoryMarshal.Read<Half>(at),
                "bfloat16" => BitConverter.Int32BitsToSingle(MemoryMarshal.Read<ushort>(at) << 16),
                "float32" => MemoryMarshal.Read<float>(at),
                "float64" => MemoryMarshal.Read<double>(at),
                "complex64" => new(MemoryMarshal.Read<float>(at), MemoryMarshal.Read<float>(at[4..])),
                _ => MemoryMarshal.Read<Complex>(at),
            };
        }

        return numbers;
    }
}
