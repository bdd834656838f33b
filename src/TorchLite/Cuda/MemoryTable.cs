using System.Globalization;
using System.Text;

namespace TorchLite.Cuda;

/// <summary>The table of <see cref="Torch.Cuda.MemorySummary"/>, letter for letter PyTorch's.</summary>
internal static class MemoryTable
{
    private const int Width = 75;

    private static readonly (string Key, string Name)[] Metrics =
    [
        ("allocated_bytes", "Allocated memory"), ("active_bytes", "Active memory"), ("requested_bytes", "Requested memory"),
        ("reserved_bytes", "GPU reserved memory"), ("inactive_split_bytes", "Non-releasable memory"), ("allocation", "Allocations"),
        ("active", "Active allocs"), ("segment", "GPU reserved segments"), ("inactive_split", "Non-releasable allocs"),
    ];

    private static readonly string[] Sizes = ["B  ", "KiB", "MiB", "GiB", "TiB", "PiB"];

    private static readonly string[] Counts = [" ", "K", "M"];

    internal static string Of(IReadOnlyDictionary<string, long> numbers, int device, bool isAbbreviated)
    {
        var table = new StringBuilder();
        Line(new('=', Width));
        Line(string.Create(CultureInfo.InvariantCulture, $"{"",18}PyTorch CUDA memory summary, device ID {device,-17} "));
        Line(new('-', Width));
        Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{"",12}CUDA OOMs: {numbers["num_ooms"],-12} | {"",6} cudaMalloc retries: {numbers["num_alloc_retries"],-8}  "));
        Line(new('=', Width));
        Line("        Metric         | Cur Usage  | Peak Usage | Tot Alloc  | Tot Freed  ");
        foreach (var (key, name) in Metrics)
        {
            Line(new('-', Width));

            // The pools' numbers are in the unit of all of them.
            Row(name, $"{key}.all", $"{key}.all");
            if (!isAbbreviated)
            {
                Row("      from large pool", $"{key}.large_pool", $"{key}.all");
                Row("      from small pool", $"{key}.small_pool", $"{key}.all");
            }
        }

        Line(new('-', Width));
        Row("Oversize allocations", "oversize_allocations", "oversize_allocations");
        Line(new('-', Width));
        Row("Oversize GPU segments", "oversize_segments", "oversize_segments");
        Line(new('=', Width));
        return table.ToString();

        void Line(string text) => table.Append('|').Append(text).Append("|\n");

        void Row(string name, string key, string unit) => Line(string.Create(
            CultureInfo.InvariantCulture,
            $" {name,-21} | {Cell(key, unit, "current")} | {Cell(key, unit, "peak")} | {Cell(key, unit, "allocated")} | "
            + $"{Cell(key, unit, "freed")} "));

        string Cell(string key, string unit, string number)
        {
            var (value, all) = (numbers[$"{key}.{number}"], numbers[$"{unit}.{number}"]);
            return key.Contains("_bytes", StringComparison.Ordinal)
                ? Shorten(value, all, 1024, 768 * 1024, Sizes, 6, "")
                : Shorten(value, all, 1000, 750 * 1000, Counts, 7, " ");
        }
    }

    // Both are rounded down, as Python's // does.
    private static string Shorten(long value, double all, long step, double limit, string[] units, int width, string end)
    {
        var unit = 0;
        for (; unit < units.Length - 1 && all >= limit; unit++, all /= step)
        {
            value = Math.DivRem(value, step) is var (quotient, rest) && rest < 0 ? quotient - 1 : quotient;
        }

        return value.ToString(CultureInfo.InvariantCulture).PadLeft(width) + " " + units[unit] + end;
    }
}
