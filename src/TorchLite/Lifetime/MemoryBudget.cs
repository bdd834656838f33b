using System.Globalization;

namespace TorchLite.Lifetime;

/// <summary>The budget that a program starts with.</summary>
internal static class MemoryBudget
{
    internal const string Variable = "TORCHLITE_MEMORY_BUDGET";

    // In the loops of the probe half of it saves little memory, for collections come in smaller steps anyway, and twice as much no time.
    private const long Usual = 256L << 20;
    private const long Least = 16L << 20;

    internal static long Start()
    {
        var usual = Default(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text)
        {
            return usual;
        }

        if (Parse(text) is { } bytes)
        {
            return bytes;
        }

        // The first tensor is on its way here: no place for an exception.
        Console.Error.WriteLine($"TorchLite: {Variable}={text} is no number of bytes, such as 268435456 or 256M; {usual} is used.");
        return usual;
    }

    /// <summary>The budget for a machine or container of so much memory.</summary>
    internal static long Default(long memory) => Math.Clamp(memory / 16, Least, Usual);

    /// <summary>A number of bytes, or of KB, MB or GB with their first letter behind it; null for anything else.</summary>
    internal static long? Parse(string text)
    {
        text = text.Trim();
        var shift = text.Length == 0 ? 0 : char.ToUpperInvariant(text[^1]) switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 };
        return long.TryParse(
                text.AsSpan(0, text.Length - (shift > 0 ? 1 : 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number <= long.MaxValue >> shift
            ? number << shift
            : null;
    }
}
