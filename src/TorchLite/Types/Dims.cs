using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TorchLite;

/// <summary>One dimension or several, as PyTorch's <c>dim</c> takes them: <c>dim: 0</c> or <c>dim: [0, 1]</c>.</summary>
/// <remarks>A negative dimension counts from the end.</remarks>
/// <example><code>
/// Torch.Ones(2, 3, 4).Sum(dim: 0).Shape         // torch.Size([3, 4])
/// Torch.Ones(2, 3, 4).Sum(dim: [0, -1]).Shape   // torch.Size([3])
/// </code></example>
[CollectionBuilder(typeof(Dims), nameof(Create))]
public readonly struct Dims
{
    private readonly long[]? dims;

    private Dims(long[] dims) => this.dims = dims;

    /// <summary>The dimensions as they were given.</summary>
    internal long[] Values => dims ?? [];

    /// <summary>Makes the list from a collection expression.</summary>
    /// <param name="dims">The dimensions.</param>
    /// <returns>The list.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Dims Create(ReadOnlySpan<long> dims) => new(dims.ToArray());

    /// <summary>Walks over the dimensions.</summary>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Values).GetEnumerator();

    /// <summary>Takes a single dimension.</summary>
    /// <param name="dim">The dimension.</param>
    /// <returns>The list of one.</returns>
    public static implicit operator Dims(long dim) => new([dim]);

    /// <summary>Takes an array of dimensions.</summary>
    /// <param name="dims">The dimensions.</param>
    /// <returns>The list.</returns>
    public static implicit operator Dims(long[] dims) => new((long[])dims.Clone());

    /// <summary>Takes an array of dimensions.</summary>
    /// <param name="dims">The dimensions.</param>
    /// <returns>The list.</returns>
    public static implicit operator Dims(int[] dims) => new(Array.ConvertAll(dims, static dim => (long)dim));
}
