using System.ComponentModel;
using System.Runtime.CompilerServices;
using TorchLite.Printing;

namespace TorchLite;

/// <summary>
/// The size of the result of adaptive pooling: one for all dimensions, or one for each, of which null keeps the input's, as PyTorch's
/// <c>output_size</c> takes them: <c>5</c> or <c>[5, null]</c>.
/// </summary>
/// <example><code>
/// Torch.Nn.Functional.AdaptiveAvgPool2d(Torch.Ones(1, 4, 6), 2).Shape           // torch.Size([1, 2, 2])
/// Torch.Nn.Functional.AdaptiveAvgPool2d(Torch.Ones(1, 4, 6), [2, null]).Shape   // torch.Size([1, 2, 6])
/// </code></example>
[CollectionBuilder(typeof(AdaptiveSize), nameof(Create))]
public readonly struct AdaptiveSize
{
    private readonly long?[]? sizes;

    private AdaptiveSize(long?[] sizes, bool isOne) => (this.sizes, IsOne) = (sizes, isOne);

    /// <summary>Whether it is one number, and not a list.</summary>
    internal bool IsOne { get; }

    internal long?[] Values => sizes ?? [];

    /// <summary>Creates the sizes from a collection expression.</summary>
    /// <param name="sizes">The sizes; null: that of the input.</param>
    /// <returns>The sizes.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AdaptiveSize Create(ReadOnlySpan<long?> sizes) => new(sizes.ToArray(), isOne: false);

    /// <summary>Enumerates the sizes.</summary>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<long?> GetEnumerator() => ((IEnumerable<long?>)Values).GetEnumerator();

    /// <summary>Converts one size.</summary>
    /// <param name="size">The size.</param>
    /// <returns>The size for all dimensions.</returns>
    public static implicit operator AdaptiveSize(long size) => new([size], isOne: true);

    /// <summary>Converts an array or a span of sizes.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <returns>The sizes.</returns>
    public static implicit operator AdaptiveSize(ReadOnlySpan<long> sizes)
    {
        var given = new long?[sizes.Length];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = sizes[i];
        }

        return new(given, isOne: false);
    }

    /// <summary>Converts an array or a span of sizes, of which null keeps the input's.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <returns>The sizes.</returns>
    public static implicit operator AdaptiveSize(ReadOnlySpan<long?> sizes) => Create(sizes);

    /// <summary>As Python prints them: <c>5</c> or <c>(5, None)</c>.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => IsOne ? $"{Values[0]}" : PythonText.Tuple(Values.Cast<object?>());

    /// <summary>The sizes for an input of so many spatial dimensions.</summary>
    internal long[] For(Tensor input, int dims)
    {
        NotNull(input);
        if (IsOne)
        {
            return [.. Enumerable.Repeat(Values[0]!.Value, dims)];
        }

        var (given, shape) = (Values, input.Shape);
        return shape.Count <= given.Length
            ? throw new TorchValueException($"Input dimension should be at least {given.Length + 1}")
            : [.. given.Select((size, i) => size ?? shape[shape.Count - given.Length + i])];
    }
}
