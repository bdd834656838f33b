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

    /// <summary>The last two dimensions: those of a matrix.</summary>
    internal static Dims LastTwo => [-2, -1];

    /// <summary>The dimensions as they were given.</summary>
    internal long[] Values => dims ?? [];

    /// <summary>One for each of so many: a single one stands for all.</summary>
    internal long[] For(int count) => Values is [var one] && count != 1 ? [.. Enumerable.Repeat(one, count)] : Values;

    /// <summary>The same as a list.</summary>
    internal Dims Each(int count) => new(For(count));

    /// <summary>Creates the list from a collection expression.</summary>
    /// <param name="dims">The dimensions.</param>
    /// <returns>The list.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Dims Create(ReadOnlySpan<long> dims) => new(dims.ToArray());

    /// <summary>Enumerates the dimensions.</summary>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Values).GetEnumerator();

    /// <summary>Converts a single dimension.</summary>
    /// <param name="dim">The dimension.</param>
    /// <returns>The list with that dimension.</returns>
    public static implicit operator Dims(long dim) => new([dim]);

    /// <summary>Converts a single dimension: F# makes no <c>long</c> of it first.</summary>
    /// <param name="dim">The dimension.</param>
    /// <returns>The list with that dimension.</returns>
    public static implicit operator Dims(int dim) => new([dim]);

    // From a span, not from an array: null would become one of these too, and in "condition ? dims : null" C# would choose that.

    /// <summary>Converts an array or a span of dimensions.</summary>
    /// <param name="dims">The dimensions.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public static implicit operator Dims(ReadOnlySpan<long> dims) =>
        (Dims?)dims ?? throw new ArgumentNullException(nameof(dims));

    /// <summary>Converts an array or a span of dimensions, which may be null.</summary>
    /// <param name="dims">The dimensions; null is allowed.</param>
    /// <returns>The list; null for null.</returns>
    public static implicit operator Dims?(ReadOnlySpan<long> dims) => dims.IsNull() ? null : new Dims(dims.ToArray());

    /// <summary>Converts an array or a span of dimensions.</summary>
    /// <param name="dims">The dimensions.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public static implicit operator Dims(ReadOnlySpan<int> dims) =>
        (Dims?)dims ?? throw new ArgumentNullException(nameof(dims));

    /// <summary>Converts an array or a span of dimensions, which may be null.</summary>
    /// <param name="dims">The dimensions; null is allowed.</param>
    /// <returns>The list; null for null.</returns>
    public static implicit operator Dims?(ReadOnlySpan<int> dims) =>
        dims.IsNull() ? null : new Dims(Array.ConvertAll(dims.ToArray(), static dim => (long)dim));
}
