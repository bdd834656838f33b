namespace TorchLite.Vision.Transforms;

/// <summary>Values as Python prints them, for the printed forms of the transforms.</summary>
internal static class PythonForm
{
    internal static string List(IEnumerable<double> numbers) => $"[{Join(numbers)}]";

    internal static string Tuple(params IEnumerable<double> numbers) => $"({Join(numbers)})";

    internal static string Size((long Height, long Width) size) => $"({size.Height}, {size.Width})";

    /// <summary>A tuple of numbers, the whole ones without a point, as one gives them.</summary>
    internal static string Given(IEnumerable<double> numbers) =>
        $"({string.Join(", ", numbers.Select(static number => number == (long)number ? $"{(long)number}" : Of(number)))})";

    internal static string Of(double number) => $"{(Scalar)number}";

    internal static string Of(InterpolationMode mode) =>
        $"InterpolationMode.{(mode == InterpolationMode.NearestExact ? "NEAREST_EXACT" : $"{mode}".ToUpperInvariant())}";

    internal static string Of(ImagePaddingMode mode) => $"{mode}".ToLowerInvariant();

    /// <summary>Name and value of each that has one.</summary>
    internal static string Options(params ReadOnlySpan<(string Name, object? Value)> options)
    {
        var parts = new List<string>();
        foreach (var (name, value) in options)
        {
            if (value is not null)
            {
                parts.Add($"{name}={value}");
            }
        }

        return string.Join(", ", parts);
    }

    private static string Join(IEnumerable<double> numbers) => string.Join(", ", numbers.Select(Of));
}
