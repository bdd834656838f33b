using System.Globalization;
using System.Numerics;

namespace TorchLite.Printing;

/// <summary>Numbers as Python writes them, the same in every culture.</summary>
internal static class PythonNumber
{
    /// <summary>
    /// Python's <c>repr(value)</c>: the shortest text that reads back as the same double, with an exponent below 1e-4 and from 1e16 on.
    /// </summary>
    internal static string Format(double value) => Format(value, wholeEnding: ".0");

    /// <summary>
    /// Python's <c>repr(value)</c> of a complex number: in brackets unless the real part is positive zero, and without <c>.0</c>.
    /// </summary>
    internal static string Format(Complex value)
    {
        var imaginary = Format(value.Imaginary, wholeEnding: "");
        return value.Real == 0 && !double.IsNegative(value.Real)
            ? imaginary + "j"
            : $"({Format(value.Real, wholeEnding: "")}{(imaginary[0] == '-' ? "" : "+")}{imaginary}j)";
    }

    /// <summary>Python's <c>f"{value:.{precision}f}"</c>.</summary>
    internal static string Fixed(double value, int precision)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        // .NET rounds the exact binary value correctly but for a tie, which it rounds away from zero and Python to the even digit. With
        // the lowest set bit at 2^-(precision + 1) the next digit is a 5 and the last; with any other bit there is no tie.
        var rounded = value.ToString($"F{precision}", CultureInfo.InvariantCulture);
        if (LowestBit(value) != -(precision + 1))
        {
            return rounded;
        }

        var exact = value.ToString($"F{precision + 1}", CultureInfo.InvariantCulture);
        var cut = exact[..^(precision == 0 ? 2 : 1)];
        return IsEven(cut[^1]) ? cut : rounded;
    }

    /// <summary>Python's <c>f"{value:.{precision}e}"</c>.</summary>
    internal static string Scientific(double value, int precision)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        var (mantissa, exponent) = Split(value.ToString($"E{precision}", CultureInfo.InvariantCulture));

        // A tie as in Fixed, for value / 10^exponent; the exponent is one less than the rounded text's where 9.99… became 10.
        var tie = precision + LowestBit(value) + 1;
        if (tie == exponent || tie == exponent - 1)
        {
            var (longer, exact) = Split(value.ToString($"E{precision + 1}", CultureInfo.InvariantCulture));
            var cut = longer[..^(precision == 0 ? 2 : 1)];
            if (tie == exact && longer[^1] == '5' && IsEven(cut[^1]) && IsMultipleOfFive(value, exact - precision))
            {
                (mantissa, exponent) = (cut, exact);
            }
        }

        return mantissa + Exponent(exponent);
    }

    /// <summary>C's <c>%g</c> of a finite number: six digits, without zeros at the end.</summary>
    internal static string General(double value)
    {
        var parts = Scientific(value, 5).Split('e');
        return int.Parse(parts[1], CultureInfo.InvariantCulture) is >= -4 and <= 5 and var power
            ? Trimmed(Fixed(value, 5 - power))
            : $"{Trimmed(parts[0])}e{parts[1]}";
    }

    private static string Trimmed(string digits) =>
        digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;

    private static string Format(double value, string wholeEnding)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        if (value == 0)
        {
            return (double.IsNegative(value) ? "-0" : "0") + wholeEnding;
        }

        var sign = value < 0 ? "-" : "";
        var (digits, point) = Shortest(Math.Abs(value));
        return sign + point switch
        {
            > 16 or < -3 => (digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}") + Exponent(point - 1),
            <= 0 => "0." + new string('0', -point) + digits,
            _ when point >= digits.Length => digits.PadRight(point, '0') + wholeEnding,
            _ => digits.Insert(point, "."),
        };
    }

    /// <summary>The fewest digits that read back as the same double, and where among them the point stands.</summary>
    private static (string Digits, int Point) Shortest(double size)
    {
        var (mantissa, exponent) = Split(size.ToString("R", CultureInfo.InvariantCulture));
        var dot = mantissa.IndexOf('.');
        var whole = dot < 0 ? mantissa.Length : dot;
        var digits = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), whole + exponent - (digits.Length - significant.Length));
    }

    private static (string Mantissa, int Exponent) Split(string text)
    {
        var mark = text.IndexOf('E');
        return mark < 0
            ? (text, 0)
            : (text[..mark], int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    private static string Exponent(int exponent) =>
        string.Create(CultureInfo.InvariantCulture, $"e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");

    private static string NotFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    private static bool IsEven(char digit) => (digit & 1) == 0;

    /// <summary>The power of two of the lowest bit that is set; far from any other for zero.</summary>
    private static int LowestBit(double value)
    {
        var (fraction, exponent) = Parts(value);
        return fraction == 0 ? int.MinValue / 2 : exponent + BitOperations.TrailingZeroCount(fraction);
    }

    /// <summary>Whether 5^power divides the odd part of a value; a power that is not positive always does.</summary>
    private static bool IsMultipleOfFive(double value, int power)
    {
        var fraction = Parts(value).Fraction;
        for (fraction >>= BitOperations.TrailingZeroCount(fraction); power > 0 && fraction % 5 == 0; power--)
        {
            fraction /= 5;
        }

        return power <= 0;
    }

    /// <summary>The value without its sign is Fraction × 2^Exponent.</summary>
    private static (ulong Fraction, int Exponent) Parts(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var exponent = (int)(bits >> 52) & 0x7FF;
        return exponent == 0 ? (fraction, -1074) : (fraction | 0x10_0000_0000_0000, exponent - 1075);
    }
}
