using System.Globalization;
using System.Numerics;

namespace TorchLite.Printing;

/// <summary>The texts of the numbers that a tensor shows, and the width that all of them get.</summary>
internal readonly struct NumberColumn
{
    private readonly string[] texts;

    private NumberColumn(string[] texts, int width)
    {
        this.texts = texts;
        Width = width;
    }

    /// <summary>Characters each number takes; zeros and what is not finite may take more, for PyTorch does not measure them.</summary>
    internal int Width { get; }

    /// <summary>One number, filled up from the left.</summary>
    internal string this[int index] => texts[index].PadLeft(Width);

    /// <summary>Integers.</summary>
    internal static NumberColumn Of<T>(T[] values)
        where T : IBinaryInteger<T> =>
        Measured(Array.ConvertAll(values, static value => value.ToString(null, CultureInfo.InvariantCulture)));

    /// <summary>Bools.</summary>
    internal static NumberColumn Of(bool[] values) => Measured(Array.ConvertAll(values, static value => value ? "True" : "False"));

    /// <summary>
    /// Real numbers: whole ones as <c>1.</c>, others with fixed digits; with an exponent where the sizes reach too far. Only finite
    /// numbers that are not zero decide.
    /// </summary>
    /// <param name="values">The numbers.</param>
    /// <param name="options">How they are written.</param>
    /// <param name="zero">A number that decides as little as zero.</param>
    internal static NumberColumn Of(double[] values, PrintOptions options, double zero = 0)
    {
        var (smallest, largest, whole) = (double.PositiveInfinity, 0.0, true);
        foreach (var value in values)
        {
            if (Counts(value, zero))
            {
                smallest = Math.Min(smallest, Math.Abs(value));
                largest = Math.Max(largest, Math.Abs(value));
                whole &= value == Math.Ceiling(value);
            }
        }

        var scientific = largest > 0 && (options.SciMode ?? (largest / smallest > 1000 || largest > 1e8 || smallest < 1e-4));
        var precision = options.Precision;
        var texts = Array.ConvertAll(values, value =>
            scientific ? PythonNumber.Scientific(value, precision)
            : whole ? PythonNumber.Fixed(value, 0) + (double.IsFinite(value) ? "." : "")
            : PythonNumber.Fixed(value, precision));
        var width = 1;
        for (var i = 0; i < values.Length; i++)
        {
            width = Counts(values[i], zero) ? Math.Max(width, texts[i].Length) : width;
        }

        return new NumberColumn(texts, width);
    }

    private static bool Counts(double value, double zero) => double.IsFinite(value) && value != 0 && value != zero;

    private static NumberColumn Measured(string[] texts) => new(texts, texts.Max(static text => text.Length));
}
