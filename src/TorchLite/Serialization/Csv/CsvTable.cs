using System.Globalization;
using System.Runtime.InteropServices;

namespace TorchLite.Serialization;

/// <summary>The numbers of a CSV file, row by row.</summary>
internal static class CsvTable
{
    internal static Tensor Read(
        TextReader text, DType dtype, bool header, IReadOnlyList<string>? columns, char delimiter, char? comment,
        Action<long>? moved)
    {
        if (dtype.IsComplex)
        {
            throw new TorchTypeException($"a CSV file has no numbers of {dtype}");
        }

        return dtype.IsFloatingPoint ? Read<double>(Real, DType.Float64)
            : dtype == DType.Bool ? Read<byte>(Truth, DType.Uint8)
            : dtype == DType.Uint64 ? Read<ulong>(Natural, DType.Uint64)
            : Read<long>(Whole(dtype), DType.Int64);

        Tensor Read<T>(Parser<T> parse, DType wide)
            where T : unmanaged
        {
            var numbers = new List<T>();
            var width = ReadRows(new(text, delimiter, comment), parse, numbers, header, columns, moved);
            var tensor = Torch.Empty([width == 0 ? 0 : numbers.Count / width, width], wide, default(Device));
            using (var use = new Use(tensor))
            {
                CollectionsMarshal.AsSpan(numbers).CopyTo(Elements.Span<T>(use));
            }

            return wide == dtype ? tensor : tensor.To(dtype);
        }
    }

    internal static string[] ReadHeader(TextReader text, char delimiter, char? comment)
    {
        var rows = new CsvRows(text, delimiter, comment);
        return ReadNext(rows) ? Names(rows) : [];
    }

    private delegate bool Parser<T>(ReadOnlySpan<char> field, out T number);

    private static int ReadRows<T>(
        CsvRows rows, Parser<T> parse, List<T> numbers, bool header, IReadOnlyList<string>? columns, Action<long>? moved)
    {
        var isMore = ReadNext(rows);
        var chosen = Choose(rows, columns);
        foreach (var row in Numbered(rows, isMore, header || columns is not null))
        {
            foreach (var column in chosen)
            {
                var field = rows[column].Trim();
                numbers.Add(!IsPadded(field) && parse(field, out var number) ? number : throw NoNumber(row, column, field));
            }

            moved?.Invoke(row);
        }

        return chosen.Length;
    }

    /// <summary>The number of each row that has something, while the row is there to be read.</summary>
    /// <exception cref="TorchFileException">A row has not as many fields as the first.</exception>
    internal static IEnumerable<long> Numbered(CsvRows rows, bool isMore, bool header)
    {
        var fields = rows.Count;
        if (isMore && header)
        {
            isMore = rows.Read();
        }

        for (long row = 1; isMore; row++, isMore = rows.Read())
        {
            if (rows.IsBlank && (fields > 1 || rows[0].IsEmpty))
            {
                continue;
            }

            yield return rows.Count == fields ? row
                : throw new TorchFileException($"row {row} of the file has {rows.Count} fields, and should have {fields}");
        }
    }

    /// <summary>Goes to the first row that has something.</summary>
    internal static bool ReadNext(CsvRows rows)
    {
        while (rows.Read())
        {
            if (!rows.IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Choose(CsvRows rows, IReadOnlyList<string>? columns)
    {
        if (columns is null)
        {
            return [.. Enumerable.Range(0, rows.Count)];
        }

        var names = Names(rows);
        return [.. columns.Select(column => Place(column, names))];
    }

    /// <summary>The number of the column that has a name.</summary>
    /// <exception cref="KeyNotFoundException">None has it, or more than one.</exception>
    internal static int Place(string name, string[] names)
    {
        var place = Array.IndexOf(names, name);
        return place < 0
            ? throw new KeyNotFoundException($"the file has no column '{name}'; it has {string.Join(", ", names.Take(20))}")
            : Array.IndexOf(names, name, place + 1) < 0 ? place
            : throw new KeyNotFoundException($"the file has {names.Count(one => one == name)} columns '{name}'");
    }

    internal static TorchFileException NoNumber(long row, int column, ReadOnlySpan<char> field) =>
        new($"row {row}, column {column + 1} of the file: '{Short(field)}' is no number of this dtype"
            + (field is ['#', ..] && column == 0 ? "; where such lines are comments, say so: comment: '#'" : ""));

    internal static string[] Names(CsvRows rows) => [.. Enumerable.Range(0, rows.Count).Select(field => rows.Name(field).ToString())];

    /// <summary>Whether zeros stand behind a number, which .NET reads all the same; Python and NumPy do not.</summary>
    internal static bool IsPadded(ReadOnlySpan<char> field) => field.EndsWith('\0');

    /// <summary>A number as Python writes them; nothing at all is nan.</summary>
    internal static bool Real(ReadOnlySpan<char> field, out double number)
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
        var (min, max) = (Torch.Iinfo(dtype).Min, (long)Torch.Iinfo(dtype).Max);
        return (ReadOnlySpan<char> field, out long number) =>
            long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= min && number <= max;
    }

    private static bool Natural(ReadOnlySpan<char> field, out ulong number) =>
        ulong.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool Truth(ReadOnlySpan<char> field, out byte number)
    {
        number = (byte)(field is "1" || field.Equals("true", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        return number == 1 || field is "0" || field.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    internal static string Short(ReadOnlySpan<char> field) => field.Length <= 40 ? field.ToString() : field[..40].ToString() + "…";
}
