namespace TorchLite.Utils.Data;

/// <summary>
/// The rows of a CSV file: some columns as what a network is given, and one as what it shall answer. Categories become numbers; a network
/// takes them by an embedding, or <see cref="Torch.Nn.Functional.OneHot"/>. A table of numbers alone is read by
/// <see cref="Csv"/> too.
/// </summary>
/// <remarks>
/// <para>
/// <c>Tensors.X</c> has a row of each row of the file and a column of each feature; <c>Tensors.Y</c> one element of each row, int64 where
/// it is a category. A loader takes a whole batch at once.
/// </para>
/// <para>
/// Blanks around the name of a column or a category belong to it only where it is quoted. An empty field, quoted or not, is missing, as in
/// pandas: an error, unless its column says what takes its place, or the empty text is one of the categories that are given.
/// </para>
/// </remarks>
/// <example><code>
/// var path = Path.Combine(Path.GetTempPath(), "flowers.csv");
/// File.WriteAllText(path, "length,width,garden,species\n5.1,3.5,north,setosa\n7.0,3.2,south,versicolor\n4.9,3.0,south,setosa\n");
/// var flowers = new CsvDataset(
///     path, target: CsvColumn.Category("species"), features: ["length", CsvColumn.Category("garden")]);
/// flowers.Tensors.X
/// // tensor([[5.1000, 0.0000],
/// //         [7.0000, 1.0000],
/// //         [4.9000, 1.0000]])
/// flowers.Tensors.Y                                     // tensor([0, 1, 0])
/// string.Join(" ", flowers.Categories["species"])       // setosa versicolor
/// new DataLoader&lt;(Tensor X, Tensor Y)&gt;(flowers, batchSize: 2).Count   // 2
/// </code></example>
public sealed class CsvDataset : TensorDataset<(Tensor X, Tensor Y)>
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The path.</param>
    /// <param name="target">The column of what is answered.</param>
    /// <param name="features">The columns of what is given, in this order; null: all others, which are numbers.</param>
    /// <param name="header">Whether the first row has the names of the columns.</param>
    /// <param name="delimiter">The field separator.</param>
    /// <param name="dtype">A floating-point dtype for the features, and the target where it is a number; null: the default dtype.</param>
    /// <param name="comment">What lines begin with that are left out, such as '#'; null: none is, as in <c>pandas.read_csv</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> or a feature is null.</exception>
    /// <exception cref="TorchFileException">
    /// A field is no number, none of the categories, or missing; a row has too few fields or too many, or more than a million; or a quote
    /// has no end.
    /// </exception>
    /// <exception cref="TorchTypeException">The dtype is no floating-point one.</exception>
    /// <exception cref="TorchValueException">The delimiter ends rows or quotes.</exception>
    /// <exception cref="KeyNotFoundException">The file has no such column, or more than one of that name.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public CsvDataset(
        string file, CsvColumn target, IReadOnlyList<CsvColumn>? features = null, bool header = true, char delimiter = ',',
        DType? dtype = null, char? comment = null)
        : this(CsvFields.Read(file, target, features, header, delimiter, dtype, comment))
    {
    }

    /// <inheritdoc cref="CsvDataset(string, CsvColumn, IReadOnlyList{CsvColumn}, bool, char, DType?, char?)"/>
    /// <param name="file">A stream of UTF-8 text, which is read to its end and stays open.</param>
    /// <param name="target">The column of what is answered.</param>
    /// <param name="features">The columns of what is given, in this order; null: all others, which are numbers.</param>
    /// <param name="header">Whether the first row has the names of the columns.</param>
    /// <param name="delimiter">The field separator.</param>
    /// <param name="dtype">A floating-point dtype for the features, and the target where it is a number; null: the default dtype.</param>
    /// <param name="comment">What lines begin with that are left out, such as '#'; null: none is, as in <c>pandas.read_csv</c>.</param>
    public CsvDataset(
        Stream file, CsvColumn target, IReadOnlyList<CsvColumn>? features = null, bool header = true, char delimiter = ',',
        DType? dtype = null, char? comment = null)
        : this(CsvFields.Read(file, target, features, header, delimiter, dtype, comment))
    {
    }

    private CsvDataset(((Tensor X, Tensor Y) Tensors, string[] Features, Dictionary<string, IReadOnlyList<string>> Categories) read)
        : base(read.Tensors) => (Features, Categories) = (read.Features, read.Categories);

    /// <summary>The names of the features; their numbers where they have no names.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>
    /// The categories of each column that has some, by its name (or its number, where it has none or that of one before), in the order of
    /// their numbers. Another file is read with the same numbers where they are given:
    /// <c>CsvColumn.Category("species", flowers.Categories["species"])</c>.
    /// </summary>
    /// <example><code>
    /// var file = new MemoryStream("1,b\n2,a\n3,b\n"u8.ToArray());
    /// var dataset = new CsvDataset(file, target: CsvColumn.Category(1), header: false);
    /// string.Join(" ", dataset.Categories["1"])   // b a
    /// </code></example>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; }
}
