using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using TorchLite.Native;

namespace TorchLite.Tests.Reference;

/// <summary>Tensors as the corpus has them: their bytes.</summary>
internal static class TensorData
{
    internal static Shape ShapeOf(JsonElement tensor, string name = "shape") =>
        new([.. tensor.GetProperty(name).EnumerateArray().Select(static size => size.GetInt64())]);

    /// <summary>The elements in order.</summary>
    internal static byte[] Bytes(Tensor tensor)
    {
        using var grad = Torch.NoGrad();

        // Bits that are no numbers can not be copied.
        using var plain = tensor.DType.Readable is null
            ? tensor.Detach().Cpu()
            : Torch.Empty(tensor.Shape, tensor.DType, "cpu").Copy_(tensor);
        using var use = new Use(plain);
        return Elements.Span<byte>(use).ToArray();
    }

    /// <summary>The elements as numbers, for messages and tolerances; not for 64-bit integers beyond 2^53.</summary>
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
