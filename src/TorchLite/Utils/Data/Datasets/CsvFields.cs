using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using TorchLite.Serialization;

namespace TorchLite.Utils.Data;

/// <summary>The numbers in a column of a CSV file, or of its categories.</summary>
internal sealed class CsvFields
{
    // Of all columns that nobody named, of which a file may have a million.
    private static readonly CsvColumn Unnamed = CsvColumn.Number(0);

    private readonly CsvColumn column;
    private readonly int place;
    private readonly List<string>? categories;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> codes;

    private CsvFields(CsvColumn column, int place)
    {
        (this.column, this.place) = (column, place);
        if (column.IsCategory)
        {
            categories = [.. column.Categories ?? []];
            codes = categories.Index().ToDictionary(static one => one.Item, static one => one.Index, StringComparer.Ordinal)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    internal static ((Tensor X, Tensor Y) Tensors, string[] Features, Dictionary<string, IReadOnlyList<string>> Categories) Read(
        string file, CsvColumn target, IReadOnlyList<CsvColumn>? features, bool header, char delimiter, DType? dtype,
        char? comment)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        using var stream = File.OpenRead(file);
        return Read(stream, target, features, header, delimiter, dtype, comment);
    }

    internal static ((Tensor X, Tensor Y) Tensors, string[] Features, Dictionary<string, IReadOnlyList<string>> Categories) Read(
        Stream file, CsvColumn target, IReadOnlyList<CsvColumn>? features, bool header, char delimiter, DType? dtype,
        char? comment)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(target);
        var reals = dtype ?? Torch.GetDefaultDtype();
        if (!reals.IsFloatingPoint)
        {
            throw new TorchTypeException($"the features of a dataset are of a floating-point dtype, not {reals}");
        }

        try
        {
            return ReadText(file, target, features, header, delimiter, reals, comment);
        }
        catch (DecoderFallbackException damaged)
        {
            throw new TorchFileException("the file is no text in UTF-8", damaged);
        }
    }

    private static ((Tensor X, Tensor Y) Tensors, string[] Features, Dictionary<string, IReadOnlyList<string>> Categories) ReadText(
        Stream file, CsvColumn target, IReadOnlyList<CsvColumn>? features, bool header, char delimiter, DType reals,
        char? comment)
    {
        // Of another encoding's letters all would become the same one, and several categories one.
        using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        var rows = new CsvRows(text, delimiter, comment);
        var isMore = CsvTable.ReadNext(rows);
        string[] names = header ? CsvTable.Names(rows)
            : [.. Enumerable.Range(0, rows.Count).Select(static i => i.ToString(CultureInfo.InvariantCulture))];
        var answer = new CsvFields(target, Place(target, names, header));
        CsvFields[] given = features is null
            ? [.. Enumerable.Range(0, names.Length).Where(i => i != answer.place).Select(static i => new CsvFields(Unnamed, i))]
            : [.. features.Select(column => new CsvFields(column, Place(column, names, header)))];

        var (x, y) = (new List<double>(), new List<double>());
        foreach (var row in CsvTable.Numbered(rows, isMore, header))
        {
            foreach (var one in given)
            {
                x.Add(one.Number(rows, row));
            }

            y.Add(answer.Number(rows, row));
        }

        var categories = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var one in given.Append(answer))
        {
            // Columns of the same name were chosen by their numbers.
            if (one.categories is { } own && !categories.TryAdd(names[one.place], own))
            {
                categories.TryAdd(one.place.ToString(CultureInfo.InvariantCulture), own);
            }
        }

        return (
            (Made(x, [y.Count, given.Length], reals), Made(y, [y.Count], target.IsCategory ? DType.Int64 : reals)),
            [.. given.Select(one => names[one.place])],
            categories);
    }

    private static int Place(CsvColumn column, string[] names, bool header)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Name is { } name)
        {
            return header ? CsvTable.Place(name, names)
                : throw new KeyNotFoundException($"the file has no column '{name}'; it has {names.Length} without names");
        }

        var place = column.Index < 0 ? column.Index + names.Length : column.Index;
        return place >= 0 && place < names.Length ? place
            : throw new KeyNotFoundException($"the file has no column {column.Index}; it has {names.Length} columns");
    }

    private static Tensor Made(List<double> numbers, Shape shape, DType dtype)
    {
        using var made = Torch.FromSpan<double>(CollectionsMarshal.AsSpan(numbers), shape);
        return made.To(dtype);
    }

    private double Number(CsvRows rows, long row)
    {
        if (column.IsCategory)
        {
            return Code(rows.Name(place), row);
        }

        var field = rows[place].Trim();
        if (CsvTable.IsPadded(field) || !CsvTable.Real(field, out var number))
        {
            throw CsvTable.NoNumber(row, place, field);
        }

        return !double.IsNaN(number) ? number : column.FillNumber ?? throw Missing(row);
    }

    private int Code(ReadOnlySpan<char> field, long row)
    {
        var name = field.IsEmpty ? column.FillCategory : field;
        if (codes.TryGetValue(name, out var code))
        {
            return code;
        }

        if (name.IsEmpty && column.FillCategory is null)
        {
            throw Missing(row);
        }

        if (column.Categories is not null)
        {
            throw new TorchFileException($"row {row}, column {place + 1} of the file: '{CsvTable.Short(name)}' is none of the categories");
        }

        code = categories!.Count;
        codes[name] = code;
        categories.Add(name.ToString());
        return code;
    }

    private TorchFileException Missing(long row) => new(
        $"row {row}, column {place + 1} of the file: there is nothing; to allow that, say what takes its place, as "
        + $"CsvColumn.{(column.IsCategory ? "Category" : "Number")}(…, fill: …)");
}
