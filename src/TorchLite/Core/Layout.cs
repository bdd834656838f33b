namespace TorchLite;

/// <summary>
/// How the elements of a tensor lie in memory: PyTorch's <c>torch.layout</c>. TorchLite's own tensors are strided; the others are named in
/// files of Python's.
/// </summary>
/// <example><code>
/// var path = Path.Combine(Path.GetTempPath(), "layout.pt");
/// Torch.Save(Layout.SparseCsr, path);
/// Torch.Load(path)   // SparseCsr
/// </code></example>
public enum Layout
{
    /// <summary>Dense, with a stride for each dimension: <c>torch.strided</c>.</summary>
    Strided,

    /// <summary>The elements that are not zero, with their coordinates: <c>torch.sparse_coo</c>.</summary>
    SparseCoo,

    /// <summary>The elements that are not zero, row by row: <c>torch.sparse_csr</c>.</summary>
    SparseCsr,

    /// <summary>The elements that are not zero, column by column: <c>torch.sparse_csc</c>.</summary>
    SparseCsc,

    /// <summary>Blocks that are not zero, row by row: <c>torch.sparse_bsr</c>.</summary>
    SparseBsr,

    /// <summary>Blocks that are not zero, column by column: <c>torch.sparse_bsc</c>.</summary>
    SparseBsc,

    /// <summary>Rows of different lengths, one after the other: <c>torch.jagged</c>.</summary>
    Jagged,
}
