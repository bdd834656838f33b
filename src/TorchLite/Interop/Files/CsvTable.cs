using System.Globalization;
using System.Runtime.InteropServices;
using Sylvan.Data.Csv;

namespace TorchLite.Files;

/// <summary>The numbers of a CSV file, row by row.</summary>
internal static class CsvTable
{
    // A row that is longer is no table of numbers.
    private const int LongestRow = 1 << 24;

    internal static Tensor Read(
        TextReader text, DType dtype, bool header, IReadOnlyList<string>? columns, char delimiter, Action<long>? moved)
    {
        if (dtype.IsComplex)
        {
            throw new TorchTypeException($"a CSV file has no numbers of {dtype}");
        }

        return dtype.IsFloatingPoint ? Read<double>(Real, DType.Float64)
            : dtype == DType.Bool ? Read<byte>(Truth, DType.Uint8)
            : Read<long>(Whole(dtype), DType.Int64);

        Tensor Read<T>(Parser<T> parse, DType wide)
            where T : unmanaged
        {
            var numbers = new List<T>();
            var width = Guarded(() => ReadRows(text, parse, numbers, header, columns, delimiter, moved));
            var tensor = Torch.Empty([width == 0 ? 0 : numbers.Count / width, width], wide, default(Device));
            using (var use = new Use(tensor))
            {
                CollectionsMarshal.AsSpan(numbers).CopyTo(Elements.Span<T>(use));
            }

            return wide == dtype ? tensor : tensor.To(dtype);
        }
    }

    internal static string[] ReadHeader(TextReader text, char delimiter) => Guarded(() =>
    {
        using var csv = Open(text, header: true, delimiter);
        return Names(csv);
    });

    private delegate bool Parser<T>(ReadOnlySpan<char> field, out T number);

    private static int ReadRows<T>(
        TextReader text, Parser<T> parse, List<T> numbers, bool header, IReadOnlyList<string>? columns, char delimiter, Action<long>? moved)
    {
        using var csv = Open(text, header || columns is not null, delimiter);
        var chosen = Choose(csv, columns);
        var fields = csv.FieldCount;
        for (long row = 1; csv.Read(); row++)
        {
            if (csv.RowFieldCount <= 1 && fields > 0 && csv.GetFieldSpan(0).IsWhiteSpace() && (fields > 1 || csv.GetFieldSpan(0).IsEmpty))
            {
                continue;
            }

            if (csv.RowFieldCount != fields)
            {
                throw new TorchFileException($"row {row} of the file has {csv.RowFieldCount} fields, and should have {fields}");
            }

            foreach (var column in chosen)
            {
                var field = csv.GetFieldSpan(column).Trim();
                numbers.Add(parse(field, out var number)
                    ? number
                    : throw new TorchFileException(
                        $"row {row}, column {column + 1} of the file: '{Short(field)}' is no number of this dtype"));
            }

            moved?.Invoke(row);
        }

        return chosen.Length;
    }

    private static CsvDataReader Open(TextReader text, bool header, char delimiter) => CsvDataReader.Create(
        text, new CsvDataReaderOptions { HasHeaders = header, Delimiter = delimiter, MaxBufferSize = LongestRow, OwnsReader = false });

    private static int[] Choose(CsvDataReader csv, IReadOnlyList<string>? columns)
    {
        var names = columns is null ? [] : Names(csv);
        return columns is null
            ? [.. Enumerable.Range(0, csv.FieldCount)]
            : [.. columns.Select(column => Array.IndexOf(names, column) is >= 0 and var found
                ? found
                : throw new KeyNotFoundException($"the file has no column '{column}'; it has {string.Join(", ", names.Take(20))}"))];
    }

    private static string[] Names(CsvDataReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)];

    private static bool Real(ReadOnlySpan<char> field, out double number)
    {
        // Python's nan has no sign; .NET's has one.
        number = BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000);
        if (field.IsEmpty || field.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        var isNegative = field[0] == '-';
        number = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return field[(isNegative || field[0] == '+' ? 1 : 0)..].Equals("inf", StringComparison.OrdinalIgnoreCase);
    }

    private static Parser<long> Whole(DType dtype)
    {
        var (min, max) = (Torch.Iinfo(dtype).Min, Torch.Iinfo(dtype).Max);
        return (ReadOnlySpan<char> field, out long number) =>
            long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= min && number <= max;
    }

    private static bool Truth(ReadOnlySpan<char> field, out byte number)
    {
        number = (byte)(field is "1" || field.Equals("true", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        return number == 1 || field is "0" || field.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    private static string Short(ReadOnlySpan<char> field) => field.Length <= 40 ? field.ToString() : field[..40].ToString() + "…";

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception thrown) when (thrown.GetType().Assembly == typeof(CsvDataReader).Assembly || thrown is FormatException)
        {
            throw new TorchFileException($"the CSV file is malformed: {thrown.Message}", thrown);
        }
    }
}
