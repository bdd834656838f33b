using System.Globalization;
using System.Text;
using TorchLite.Serialization;
using TorchLite.Printing;

namespace TorchLite;

/// <summary>Tables of numbers in CSV files (RFC 4180): what <c>np.loadtxt</c>, <c>np.savetxt</c> and <c>pandas.read_csv</c> are in
/// Python.</summary>
/// <example><code>
/// var path = Path.Combine(Path.GetTempPath(), "table.csv");
/// Csv.Save(path, Torch.Tensor([[1.0, 0.5], [2.0, 0.25]]), header: ["x", "y"]);
/// Csv.Load(path, columns: ["y"])
/// // tensor([[0.5000],
/// //         [0.2500]])
/// </code></example>
public static class Csv
{
    // Rows are formatted so many elements at a time.
    private const int Block = 1 << 16;

    /// <summary>Reads a table of numbers.</summary>
    /// <param name="file">The path; or a stream of UTF-8 text, which is read to its end and stays open.</param>
    /// <param name="dtype">A real dtype; null: the default dtype.</param>
    /// <param name="header">Whether the first row contains the names of the columns.</param>
    /// <param name="columns">
    /// The names of the columns to read, in this order, as given in the first row, without blanks around them unless they are quoted; null:
    /// all columns.
    /// </param>
    /// <param name="delimiter">The field separator.</param>
    /// <param name="comment">
    /// What lines begin with that are left out, such as '#' in those of <c>np.savetxt</c>; null: none is, as in <c>pandas.read_csv</c>.
    /// </param>
    /// <param name="progress">Receives the progress: the number of rows read.</param>
    /// <returns>
    /// A tensor of two dimensions, rows and columns. An empty field is nan where the dtype is a floating-point one. Bools are true, false,
    /// 1 or 0.
    /// </returns>
    /// <exception cref="ArgumentNullException">A name is null.</exception>
    /// <exception cref="TorchFileException">
    /// A field is not a number of the dtype, a row has too few or too many, or more than a million, or a quote has no end.
    /// </exception>
    /// <exception cref="TorchTypeException">The dtype is complex.</exception>
    /// <exception cref="TorchValueException">The delimiter ends rows or quotes.</exception>
    /// <exception cref="KeyNotFoundException">The file has no column with one of the names, or more than one.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// Csv.Load(new MemoryStream("a,b\n1,2\n3,4\n"u8.ToArray()), dtype: DType.Int64, header: true)
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    public static Tensor Load(
        string file, DType? dtype = null, bool header = false, IReadOnlyList<string>? columns = null, char delimiter = ',',
        char? comment = null, IProgress<long>? progress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        using var stream = File.OpenRead(file);
        return Load(stream, dtype, header, columns, delimiter, comment, progress);
    }

    /// <inheritdoc cref="Load(string, DType?, bool, IReadOnlyList{string}, char, char?, IProgress{long})"/>
    public static Tensor Load(
        Stream file, DType? dtype = null, bool header = false, IReadOnlyList<string>? columns = null, char delimiter = ',',
        char? comment = null, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var name in columns ?? [])
        {
            ArgumentNullException.ThrowIfNull(name, nameof(columns));
        }

        using var text = new StreamReader(file, leaveOpen: true);
        return CsvTable.Read(
            text, dtype ?? Torch.GetDefaultDtype(), header, columns, delimiter, comment, progress is null ? null : progress.Report);
    }

    /// <summary>Reads the names of the columns: the first row.</summary>
    /// <param name="file">The path.</param>
    /// <param name="delimiter">What separates the names.</param>
    /// <param name="comment">What lines begin with that are left out; null: none is.</param>
    /// <returns>The names, without blanks around them unless they are quoted.</returns>
    /// <exception cref="TorchFileException">The row is malformed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "header.csv");
    /// File.WriteAllText(path, "price,\"sold, in kg\"\n1,2\n");
    /// string.Join("; ", Csv.ReadHeader(path))   // price; sold, in kg
    /// </code></example>
    public static string[] ReadHeader(string file, char delimiter = ',', char? comment = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        using var text = new StreamReader(file);
        return CsvTable.ReadHeader(text, delimiter, comment);
    }

    /// <summary>Writes a table of numbers, each with the digits that restore it exactly, as Python writes them.</summary>
    /// <param name="file">The path, or a stream, which stays open. A file is first written under another name in the same folder.</param>
    /// <param name="tensor">A tensor of one dimension, which becomes a column, or of two, rows and columns; of a real dtype.</param>
    /// <param name="header">The names of the columns; null: no header row.</param>
    /// <param name="delimiter">The field separator.</param>
    /// <param name="progress">Receives the progress: the number of rows written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> or a name is null.</exception>
    /// <exception cref="TorchValueException">
    /// The tensor has another number of dimensions, the header another number of columns, or the delimiter ends rows or quotes.
    /// </exception>
    /// <exception cref="TorchTypeException">The dtype is complex.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "saved.csv");
    /// Csv.Save(path, Torch.Tensor([[1, 2], [3, 4]]), header: ["a", "b"]);
    /// string.Join(" | ", File.ReadLines(path))   // a,b | 1,2 | 3,4
    /// </code></example>
    public static void Save(
        string file, Tensor tensor, IReadOnlyList<string>? header = null, char delimiter = ',', IProgress<long>? progress = null)
    {
        Check(tensor, header, delimiter);
        AtomicFile.Write(file, stream => Write(stream, tensor, header, delimiter, progress));
    }

    /// <inheritdoc cref="Save(string, Tensor, IReadOnlyList{string}, char, IProgress{long})"/>
    public static void Save(
        Stream file, Tensor tensor, IReadOnlyList<string>? header = null, char delimiter = ',', IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        Check(tensor, header, delimiter);
        Write(file, tensor, header, delimiter, progress);
    }

    private static void Check(Tensor tensor, IReadOnlyList<string>? header, char delimiter)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        foreach (var name in header ?? [])
        {
            ArgumentNullException.ThrowIfNull(name, nameof(header));
        }

        CsvRows.Separator(delimiter);
        if (tensor.IsComplex())
        {
            throw new TorchTypeException($"a CSV file has no numbers of {tensor.DType}");
        }

        if (tensor.DType.Readable is null)
        {
            throw new TorchTypeException($"numbers of {tensor.DType} are not written to CSV files");
        }

        if (tensor.Dim() is not (1 or 2))
        {
            throw new TorchValueException($"Expected 1D or 2D array, got {tensor.Dim()}D array instead");
        }

        var width = tensor.Dim() == 1 ? 1 : tensor.Size(1);
        if (header is not null && header.Count != width)
        {
            throw new TorchValueException($"the header has {header.Count} names, and the tensor {width} columns");
        }
    }

    private static void Write(Stream file, Tensor tensor, IReadOnlyList<string>? header, char delimiter, IProgress<long>? progress)
    {
        using var off = Torch.NoGrad();
        using var text = new StreamWriter(file, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        if (header is not null)
        {
            text.WriteLine(string.Join(delimiter, header.Select(name => Quote(name, delimiter))));
        }

        using var table = tensor.Dim() == 1 ? tensor.Detach().Unsqueeze(1) : tensor.Detach();
        var (rows, width) = (table.Size(0), (int)table.Size(1));
        var step = Math.Max(1, Block / Math.Max(width, 1));
        for (long row = 0; row < rows && width > 0; row += step)
        {
            var count = Math.Min(step, rows - row);
            using var part = table.Narrow(0, row, count);
            WriteRows(text, part, width, delimiter);
            progress?.Report(row + count);
        }
    }

    private static void WriteRows(StreamWriter text, Tensor rows, int width, char delimiter)
    {
        var dtype = rows.DType;
        using var wide = Elements.Readable(rows).To(dtype.IsFloatingPoint ? DType.Float64 : DType.Int64).Cpu().Contiguous();
        using var use = new Use(wide);
        var reals = dtype.IsFloatingPoint ? Elements.Span<double>(use) : default;
        var wholes = dtype.IsFloatingPoint ? default : Elements.Span<long>(use);
        for (var i = 0; i < Math.Max(reals.Length, wholes.Length); i++)
        {
            if (dtype == DType.Bool)
            {
                text.Write(wholes[i] != 0 ? "True" : "False");
            }
            else if (dtype.IsFloatingPoint)
            {
                text.Write(dtype == DType.Float64 ? PythonNumber.Format(reals[i]) : Short((float)reals[i]));
            }
            else
            {
                text.Write(dtype == DType.Uint64
                    ? ((ulong)wholes[i]).ToString(CultureInfo.InvariantCulture)
                    : wholes[i].ToString(CultureInfo.InvariantCulture));
            }

            text.Write((i + 1) % width == 0 ? '\n' : delimiter);
        }
    }

    // The fewest digits that bring a float32 back.
    private static string Short(float number)
    {
        if (!float.IsFinite(number))
        {
            return PythonNumber.Format(number);
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text.Replace('E', 'e') : text + ".0";
    }

    private static string Quote(string name, char delimiter) =>
        name.AsSpan().ContainsAny("\"\r\n#") || name.Contains(delimiter, StringComparison.Ordinal) || name.Trim() != name
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;
}
