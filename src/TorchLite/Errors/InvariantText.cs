using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchLite.Errors;

/// <summary>
/// An interpolated string with numbers as PyTorch writes them, independent of the culture: .NET's own would put Sweden's minus sign into a
/// message. The compiler prefers it to a string wherever it is an error's text.
/// </summary>
[InterpolatedStringHandler]
internal ref struct InvariantText(int literalLength, int formattedCount)
{
    private DefaultInterpolatedStringHandler text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => text.AppendFormatted(value, format);

    public void AppendFormatted(scoped ReadOnlySpan<char> value) => text.AppendFormatted(value);

    public void AppendFormatted(string? value) => text.AppendFormatted(value);

    public override string ToString() => text.ToStringAndClear();
}
