using System.Globalization;
using System.Numerics;
using TorchLite.Printing;

namespace TorchLite.Testing;

/// <content>Numbers, and what is told of elements that differ.</content>
internal sealed partial class Closeness
{
    private void CompareNumbers(Scalar actual, Scalar expected, double rtol, double atol, object[] item)
    {
        if (CheckDtype && DTypeOf(actual) != DTypeOf(expected))
        {
            throw Differ($"The (d)types do not match: {TypeName(actual)} != {TypeName(expected)}.", item);
        }

        var (difference, size, _) = Distance(actual, expected);
        var isClose = actual == expected || EqualNan && IsNan(actual) && IsNan(expected)
            || double.IsFinite(difference) && difference <= atol + (rtol * size);
        Check(isClose, () => DifferingNumbers(actual, expected, rtol, atol), item);
    }

    private static bool IsNan(Scalar number) =>
        (Complex)number is var value && (double.IsNaN(value.Real) || double.IsNaN(value.Imaginary));

    /// <summary>How far apart two numbers are, how large the second is, and the distance as Python writes it.</summary>
    private static (double Difference, double Size, string Text) Distance(Scalar actual, Scalar expected)
    {
        if (IsInteger(actual) && IsInteger(expected))
        {
            var difference = Int128.Abs(Integer(actual) - Integer(expected));
            return ((double)difference, (double)Int128.Abs(Integer(expected)), difference.ToString(CultureInfo.InvariantCulture));
        }

        var (value, other) = ((Complex)actual, (Complex)expected);
        var distance = Modulus(value - other);
        return (distance, Modulus(other), PythonNumber.Format(distance));
    }

    private static bool IsInteger(Scalar number) => number.IsWhole || number.Kind == ScalarKind.Boolean;

    private static Int128 Integer(Scalar number) => number.Kind == ScalarKind.Unsigned ? (ulong)number : (long)number;

    // Complex.Abs rounds otherwise than C's hypot, which Python takes.
    private static double Modulus(Complex number) => number.Imaginary == 0 ? Math.Abs(number.Real) : double.Hypot(number.Real, number.Imaginary);

    private static string DifferingNumbers(Scalar actual, Scalar expected, double rtol, double atol)
    {
        var (difference, size, text) = Distance(actual, expected);
        var relative = expected == 0 ? double.PositiveInfinity : difference / size;
        return Headed("Scalars", $"Expected {expected} but got {actual}.", rtol, atol)
            + $"\nAbsolute difference: {text}{Allowed(atol, rtol, atol)}"
            + $"\nRelative difference: {PythonText.Of(relative)}{Allowed(rtol, rtol, atol)}";
    }

    private static string DifferingTensors(Tensor actual, Tensor expected, Tensor matches, double rtol, double atol)
    {
        var count = matches.Numel();
        var differing = count - matches.Sum().Item<long>();
        var share = PythonNumber.Fixed((double)differing / count * 100, 1);
        var (own, other, same) = (actual.Flatten(), expected.Flatten(), matches.Flatten());
        if (!actual.DType.IsDifferentiable)
        {
            (own, other) = (own.To(DType.Int64), other.To(DType.Int64));
        }

        // Elements that are close do not count, however far apart.
        var absolute = (own - other).Abs().MaskedFill_(same, 0);
        var relative = (absolute / other.Abs()).MaskedFill_(same, 0);
        return Headed("Tensor-likes", $"Mismatched elements: {differing} / {count} ({share}%)", rtol, atol)
            + $"\nGreatest absolute difference: {Greatest(absolute, matches.Shape)}{Allowed(atol, rtol, atol)}"
            + $"\nGreatest relative difference: {Greatest(relative, matches.Shape)}{Allowed(rtol, rtol, atol)}";
    }

    private static string Greatest(Tensor differences, Shape shape)
    {
        var (value, place) = differences.Max(0);
        return $"{value.Item()} at index {PythonText.Tuple(Torch.UnravelIndex(place, shape).Select(static index => index.Item<long>()))}";
    }

    private static string Headed(string what, string told, double rtol, double atol) =>
        $"{what} are not {(rtol == 0 && atol == 0 ? "equal" : "close")}!\n\n{told}";

    private static string Allowed(double tolerance, double rtol, double atol) =>
        rtol == 0 && atol == 0 ? "" : $" (up to {PythonText.Of(tolerance)} allowed)";
}
