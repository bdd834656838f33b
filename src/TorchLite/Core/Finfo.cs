using System.Globalization;
using TorchLite.Printing;

namespace TorchLite;

/// <summary>What a floating-point dtype can hold: PyTorch's <c>torch.finfo</c>; see <see cref="Torch.Finfo(DType?)"/>.</summary>
/// <example><code>
/// Torch.Finfo(DType.Float32).Bits   // 32
/// Torch.Finfo(DType.Float64).Max    // 1.7976931348623157E+308
/// Torch.Finfo(DType.Bfloat16)
/// // finfo(resolution=0.01, min=-3.38953e+38, max=3.38953e+38, eps=0.0078125, smallest_normal=1.17549e-38, tiny=1.17549e-38, dtype=bfloat16)
/// </code></example>
public sealed class Finfo
{
    private readonly int digits;

    internal Finfo(DType dtype)
    {
        // Of float8_e4m3fn the greatest fraction is taken by NaN; float8_e8m0fnu has no zero and no sign, so its least number is positive.
        DType = dtype.Part;
        (var fraction, var least, var greatest, digits) = DType.Info?.Limits ?? throw new TorchTypeException(
            "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'");
        Eps = Math.ScaleB(1, -fraction);
        Tiny = Math.ScaleB(1, least);
        Max = Math.ScaleB(2 - (dtype == DType.Float8E4m3fn ? 2 * Eps : Eps), greatest);
        if (dtype == DType.Float8E5m2fnuz)
        {
            // As PyTorch has it.
            Eps /= 2;
        }
    }

    /// <summary>The dtype; of a complex one that of its parts.</summary>
    /// <example><code>
    /// Torch.Finfo(DType.Complex64).DType   // torch.float32
    /// </code></example>
    public DType DType { get; }

    /// <summary>The number of bits of an element.</summary>
    public int Bits => DType.Itemsize * 8;

    /// <summary>The distance from 1 to the next representable number.</summary>
    /// <example><code>
    /// Torch.Finfo(DType.Float16).Eps   // 0.0009765625
    /// </code></example>
    public double Eps { get; }

    /// <summary>The largest finite number.</summary>
    public double Max { get; }

    /// <summary>The smallest (most negative) finite number.</summary>
    /// <example><code>
    /// Torch.Finfo(DType.Float16).Min   // -65504
    /// </code></example>
    public double Min => DType == DType.Float8E8m0fnu ? Tiny : -Max;

    /// <summary>The same as <see cref="SmallestNormal"/>.</summary>
    /// <example><code>
    /// Torch.Finfo(DType.Float16).Tiny == Torch.Finfo(DType.Float16).SmallestNormal   // True
    /// </code></example>
    public double Tiny { get; }

    /// <summary>The smallest positive normal number.</summary>
    /// <example><code>
    /// Torch.Finfo(DType.Float16).SmallestNormal == 6.103515625e-05   // True
    /// </code></example>
    public double SmallestNormal => Tiny;

    /// <summary>The approximate decimal resolution: the power of ten down to which decimal digits are exact.</summary>
    /// <example><code>
    /// Torch.Finfo(DType.Float16).Resolution   // 0.001
    /// </code></example>
    public double Resolution => double.Parse($"1e-{digits}", CultureInfo.InvariantCulture);

    /// <summary>All of it as PyTorch prints it.</summary>
    /// <returns>The string.</returns>
    public override string ToString() =>
        $"finfo(resolution={PythonNumber.General(Resolution)}, min={PythonNumber.General(Min)}, max={PythonNumber.General(Max)}, "
        + $"eps={PythonNumber.General(Eps)}, smallest_normal={PythonNumber.General(Tiny)}, tiny={PythonNumber.General(Tiny)}, "
        + $"dtype={DType.Name})";
}
