using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace TorchLite;

/// <summary>The sizes of a tensor, one for each dimension: PyTorch's <c>torch.Size</c>.</summary>
/// <remarks>
/// It can be written as a list (<c>[2, 3]</c>), compares by value, and prints as PyTorch prints it. The default value has no dimension.
/// </remarks>
/// <example><code>
/// Shape shape = [2, 3];
/// shape                           // torch.Size([2, 3])
/// shape.Numel()                   // 6
/// shape == Torch.Ones(2, 3).Shape // True
/// shape[^1]                       // 3
/// </code></example>
[CollectionBuilder(typeof(Shape), nameof(Create))]
[JsonConverter(typeof(ShapeJsonConverter))]
public readonly struct Shape : IReadOnlyList<long>, IEquatable<Shape>
{
    private readonly long[]? sizes;

    /// <summary>Creates a shape from sizes, which it copies.</summary>
    /// <param name="sizes">The size of each dimension.</param>
    public Shape(params ReadOnlySpan<long> sizes) => this.sizes = sizes.ToArray();

    /// <summary>Creates a shape from an array, which it copies; for languages that do not convert an array to a span.</summary>
    /// <param name="sizes">The size of each dimension.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sizes"/> is null.</exception>
    public Shape(long[] sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        this.sizes = [.. sizes];
    }

    private Shape(long[] sizes, bool _) => this.sizes = sizes;

    /// <summary>The number of dimensions.</summary>
    public int Count => sizes?.Length ?? 0;

    /// <summary>The number of dimensions, under the name that <c>^1</c> and ranges ask for.</summary>
    /// <example><code>
    /// new Shape(2, 3).Length   // 2
    /// </code></example>
    public int Length => Count;

    /// <summary>The size of one dimension.</summary>
    /// <param name="index">The dimension, counted from 0; <c>^1</c> is the last.</param>
    /// <exception cref="IndexOutOfRangeException">The dimension does not exist.</exception>
    public long this[int index] => AsSpan()[index];

    /// <summary>Creates a shape from a collection expression.</summary>
    /// <param name="sizes">The size of each dimension.</param>
    /// <returns>The shape.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Shape Create(ReadOnlySpan<long> sizes) => new(sizes);

    /// <summary>Takes an array that nothing else refers to.</summary>
    internal static Shape Wrap(long[] sizes) => new(sizes, true);

    /// <summary>Broadcasts this shape with one that has at least as many sizes, which becomes the shape of both.</summary>
    /// <returns>True if they broadcast; the other is half done where not.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    internal bool TryBroadcastInto(Span<long> result)
    {
        for (var i = 1; i <= Count; i++)
        {
            var size = this[^i];
            if (size < 0)
            {
                throw new TorchException($"Trying to create tensor with negative dimension ({size}): ({size})");
            }

            ref var at = ref result[^i];
            if (size == 1 || size == at)
            {
                continue;
            }

            if (at != 1)
            {
                return false;
            }

            at = size;
        }

        return true;
    }

    /// <summary>The sizes from one dimension on: what <c>shape[1..]</c> means.</summary>
    /// <param name="start">The first dimension.</param>
    /// <param name="length">The number of positions.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches outside the shape.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Shape[1..]   // torch.Size([3, 4])
    /// </code></example>
    public Shape Slice(int start, int length) => new(AsSpan().Slice(start, length));

    /// <summary>The number of elements of a tensor of this shape: the product of the sizes.</summary>
    /// <returns>The product; 1 for a shape without dimensions.</returns>
    /// <exception cref="OverflowException">The product does not fit 64 bits.</exception>
    /// <example><code>
    /// new Shape(2, 3).Numel()   // 6
    /// </code></example>
    public long Numel()
    {
        var product = 1L;
        foreach (var size in AsSpan())
        {
            product = checked(product * size);
        }

        return product;
    }

    /// <summary>The sizes as a span, without a copy.</summary>
    /// <returns>The sizes.</returns>
    /// <example><code>
    /// new Shape(2, 3).AsSpan()[0]   // 2
    /// </code></example>
    public ReadOnlySpan<long> AsSpan() => sizes ?? [];

    /// <summary>The sizes as a new array.</summary>
    /// <returns>The array.</returns>
    /// <example><code>
    /// string.Join(" x ", new Shape(2, 3).ToArray())   // 2 x 3
    /// </code></example>
    public long[] ToArray() => AsSpan().ToArray();

    // From a span, not from an array: null would become one of these too, and in "condition ? shape : null" C# would choose that.

    /// <summary>Creates a shape from an array or a span, which it copies.</summary>
    /// <param name="sizes">The size of each dimension.</param>
    /// <returns>The shape.</returns>
    public static implicit operator Shape(ReadOnlySpan<long> sizes) => new(sizes);

    /// <summary>Creates a shape from a copy of an array or a span, which may be null.</summary>
    /// <param name="sizes">The size of each dimension; null is allowed.</param>
    /// <returns>The shape; null for null.</returns>
    public static implicit operator Shape?(ReadOnlySpan<long> sizes) => sizes.IsNull() ? null : new Shape(sizes);

    /// <summary>Gives the sizes to what takes them one by one, without a copy: <c>x.View(y.Shape)</c>.</summary>
    /// <param name="shape">The shape.</param>
    /// <returns>The sizes.</returns>
    public static implicit operator ReadOnlySpan<long>(Shape shape) => shape.AsSpan();

    /// <summary>Whether two shapes have the same sizes.</summary>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if all sizes are equal.</returns>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether two shapes differ.</summary>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if a size or the number of dimensions differs.</returns>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Shape other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var size in AsSpan())
        {
            hash.Add(size);
        }

        return hash.ToHashCode();
    }

    /// <summary>Enumerates the sizes.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)(sizes ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The string that PyTorch prints, such as <c>torch.Size([2, 3])</c>.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => $"torch.Size([{Join()}])";

    /// <summary>The sizes, separated by commas.</summary>
    internal string Join(string separator = ", ") =>
        string.Join(separator, (sizes ?? []).Select(static size => size.ToString(CultureInfo.InvariantCulture)));
}
