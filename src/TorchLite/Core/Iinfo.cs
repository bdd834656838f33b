using TorchLite.Printing;

namespace TorchLite;

/// <summary>What an integer dtype can hold: PyTorch's <c>torch.iinfo</c>; see <see cref="Torch.Iinfo(DType)"/>.</summary>
/// <example><code>
/// Torch.Iinfo(DType.Int8).Bits   // 8
/// Torch.Iinfo(DType.Int8)   // iinfo(min=-128, max=127, dtype=int8)
/// </code></example>
public sealed class Iinfo
{
    internal Iinfo(DType dtype)
    {
        if (dtype.IsDifferentiable)
        {
            throw new TorchTypeException("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'");
        }

        if (dtype == DType.Bool)
        {
            throw new TorchTypeException("torch.bool is not supported by torch.iinfo");
        }

        if (dtype.Readable is null)
        {
            throw new TorchTypeException($"{dtype} is not supported by torch.iinfo");
        }

        DType = dtype;
    }

    /// <summary>The dtype.</summary>
    /// <example><code>
    /// Torch.Iinfo(DType.Int8).DType   // torch.int8
    /// </code></example>
    public DType DType { get; }

    /// <summary>The number of bits of an element.</summary>
    public int Bits => DType.Itemsize * 8;

    /// <summary>The greatest number, as it goes wherever a number is taken; that of uint64 is beyond a <c>long</c>.</summary>
    /// <example><code>
    /// Torch.Iinfo(DType.Int64).Max                        // 9223372036854775807
    /// Torch.Iinfo(DType.Uint64).Max                       // 18446744073709551615
    /// (int)Torch.Iinfo(DType.Int16).Max - 7               // 32760
    /// Torch.Full([1], Torch.Iinfo(DType.Int8).Max)        // tensor([127])
    /// </code></example>
    public Scalar Max => Greatest;

    /// <summary>The smallest number.</summary>
    /// <example><code>
    /// Torch.Iinfo(DType.Int16).Min   // -32768
    /// </code></example>
    public long Min => DType.IsSigned ? long.MinValue >> (64 - Bits) : 0;

    /// <summary>All of it as PyTorch prints it.</summary>
    /// <returns>The string.</returns>
    public override string ToString() =>
        $"iinfo(min={PythonNumber.General(Min)}, max={PythonNumber.General(Greatest)}, dtype={DType.Name})";

    private ulong Greatest => ulong.MaxValue >> (64 - Bits + (DType.IsSigned ? 1 : 0));
}
