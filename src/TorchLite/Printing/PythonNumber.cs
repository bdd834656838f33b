using System.Globalization;
using System.Numerics;

namespace TorchLite.Printing;

/// <summary>Numbers as Python's <c>repr</c> writes them.</summary>
internal static class PythonNumber
{
    /// <summary>The shortest text that reads back as the same double; an exponent below 1e-4 and from 1e16 on.</summary>
    internal static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        var size = Math.Abs(value);
        if (size is >= 1e16 or (> 0 and < 1e-4))
        {
            // .NET writes 1E-05 and 1.5E+16 with as many exponent digits as Python when asked for two at least.
            var text = value.ToString("E16", CultureInfo.InvariantCulture);
            var exponent = int.Parse(text.AsSpan(text.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            var digits = value.ToString("R", CultureInfo.InvariantCulture);
            var mark = digits.IndexOf('E');
            var mantissa = mark >= 0 ? digits[..mark] : Mantissa(digits);
            return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        var plain = value.ToString("R", CultureInfo.InvariantCulture);
        if (plain.Contains('E'))
        {
            plain = value.ToString("0.####################", CultureInfo.InvariantCulture);
        }

        return plain.Contains('.') ? plain : plain + ".0";
    }

    /// <summary>Python's text for a complex number: brackets, and no real part where it is positive zero.</summary>
    internal static string Format(Complex value)
    {
        var imaginary = Part(value.Imaginary);
        if (value.Real == 0 && !double.IsNegative(value.Real))
        {
            return imaginary + "j";
        }

        return $"({Part(value.Real)}{(imaginary[0] == '-' ? "" : "+")}{imaginary}j)";

        static string Part(double part)
        {
            var text = Format(part);
            return text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        }
    }

    private static string Mantissa(string digits)
    {
        var sign = digits.StartsWith('-') ? "-" : "";
        var figures = digits.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return figures.Length == 1 ? sign + figures : $"{sign}{figures[0]}.{figures[1..]}";
    }
}
