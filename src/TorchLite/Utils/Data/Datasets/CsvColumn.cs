namespace TorchLite.Utils.Data;

/// <summary>
/// A column of a CSV file, and what its fields are: numbers, or categories, which are numbered. A name, or the number of a column (from 0;
/// a negative one counts from the end), is a column of numbers.
/// </summary>
/// <example><code>
/// CsvColumn price = "price";
/// price.Name                                               // price
/// CsvColumn.Category("color", ["red", "green"]).Categories.Count   // 2
/// </code></example>
public sealed class CsvColumn
{
    private CsvColumn(string? name, int index) => (Name, Index) = (name, index);

    /// <summary>The name in the first row; null: the column is chosen by its number.</summary>
    public string? Name { get; }

    /// <summary>The number of the column, where it has no name; a negative one counts from the end.</summary>
    /// <example><code>
    /// CsvColumn.Number(-1).Index   // -1
    /// </code></example>
    public int Index { get; }

    /// <summary>Whether its fields are categories.</summary>
    /// <example><code>
    /// CsvColumn.Category("color").IsCategory   // True
    /// </code></example>
    public bool IsCategory { get; private init; }

    /// <summary>The categories that there are, in the order of their numbers; null: they are numbered as they come.</summary>
    public IReadOnlyList<string>? Categories { get; private init; }

    /// <summary>The number in the place of one that is missing; null: none may be missing.</summary>
    /// <example><code>
    /// CsvColumn.Number("age", fill: 40).FillNumber   // 40
    /// </code></example>
    public double? FillNumber { get; private init; }

    /// <summary>The category in the place of one that is missing; null: none may be missing.</summary>
    /// <example><code>
    /// CsvColumn.Category("color", fill: "none").FillCategory   // none
    /// </code></example>
    public string? FillCategory { get; private init; }

    /// <summary>A column of numbers, by its name.</summary>
    /// <param name="name">The name in the first row.</param>
    /// <returns>The column.</returns>
    public static implicit operator CsvColumn(string name) => Number(name);

    /// <summary>A column of numbers, by its number.</summary>
    /// <param name="index">The number of the column, from 0; a negative one counts from the end.</param>
    /// <returns>The column.</returns>
    public static implicit operator CsvColumn(int index) => Number(index);

    /// <summary>A column of numbers.</summary>
    /// <param name="name">The name in the first row.</param>
    /// <param name="fill">What takes the place of a missing number: an empty field, or <c>nan</c>. Null: that is an error.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <example><code>
    /// var file = new MemoryStream("age,sold\n,1\n30,0\n"u8.ToArray());
    /// new CsvDataset(file, target: "sold", features: [CsvColumn.Number("age", fill: 25)]).Tensors.X.Flatten()   // tensor([25., 30.])
    /// </code></example>
    public static CsvColumn Number(string name, double? fill = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name, 0) { FillNumber = fill };
    }

    /// <summary>A column of numbers.</summary>
    /// <param name="index">The number of the column, from 0; a negative one counts from the end.</param>
    /// <param name="fill">What takes the place of a missing number: an empty field, or <c>nan</c>. Null: that is an error.</param>
    /// <returns>The column.</returns>
    /// <example><code>
    /// var file = new MemoryStream("1,2,3\n4,,6\n"u8.ToArray());
    /// new CsvDataset(file, target: 0, [CsvColumn.Number(1, fill: -1)], header: false).Tensors.X.Flatten()   // tensor([ 2., -1.])
    /// </code></example>
    public static CsvColumn Number(int index, double? fill = null) => new(null, index) { FillNumber = fill };

    /// <summary>A column of categories.</summary>
    /// <param name="name">The name in the first row.</param>
    /// <param name="categories">
    /// The categories that there are, in the order of their numbers; null: they are numbered in the order in which they come first.
    /// </param>
    /// <param name="fill">
    /// The category of an empty field; null: that is an error, unless the empty text is one of the <paramref name="categories"/>.
    /// </param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or a category is null.</exception>
    /// <exception cref="TorchValueException">A category is given twice, or the fill is none of them.</exception>
    /// <example><code>
    /// var file = new MemoryStream("size,color\n1,red\n2,green\n3,red\n"u8.ToArray());
    /// new CsvDataset(file, target: CsvColumn.Category("color")).Tensors.Y   // tensor([0, 1, 0])
    /// </code></example>
    public static CsvColumn Category(string name, IReadOnlyList<string>? categories = null, string? fill = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return OfCategories(name, 0, categories, fill);
    }

    /// <summary>A column of categories.</summary>
    /// <param name="index">The number of the column, from 0; a negative one counts from the end.</param>
    /// <param name="categories">
    /// The categories that there are, in the order of their numbers; null: they are numbered in the order in which they come first.
    /// </param>
    /// <param name="fill">
    /// The category of an empty field; null: that is an error, unless the empty text is one of the <paramref name="categories"/>.
    /// </param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentNullException">A category is null.</exception>
    /// <exception cref="TorchValueException">A category is given twice, or the fill is none of them.</exception>
    /// <example><code>
    /// var file = new MemoryStream("1,red\n2,green\n"u8.ToArray());
    /// new CsvDataset(file, CsvColumn.Category(-1, ["green", "red"]), header: false).Tensors.Y   // tensor([1, 0])
    /// </code></example>
    public static CsvColumn Category(int index, IReadOnlyList<string>? categories = null, string? fill = null) =>
        OfCategories(null, index, categories, fill);

    private static CsvColumn OfCategories(string? name, int index, IReadOnlyList<string>? categories, string? fill) =>
        categories is not null && categories.Contains(null) ? throw new ArgumentNullException(nameof(categories))
        : categories is not null && categories.Distinct().Count() < categories.Count
            ? throw new TorchValueException("a category is given twice")
        : categories is not null && fill is not null && !categories.Contains(fill)
            ? throw new TorchValueException($"the fill '{fill}' is none of the categories {string.Join(", ", categories)}")
        : new(name, index) { IsCategory = true, Categories = categories, FillCategory = fill };
}
