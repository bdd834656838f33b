using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchLite;

/// <summary>An index of one dimension in <c>tensor[...]</c>.</summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>2</c>, <c>-1</c>, <c>^1</c></term><description>one element; the dimension is removed</description></item>
/// <item><term><c>1..3</c>, <c>..</c>, <c>^2..</c></term>
/// <description>a slice, as Python's <c>1:3</c>, <c>:</c>, <c>-2:</c></description></item>
/// <item><term><c>"::2"</c>, <c>Torch.Slice(1, 5, 2)</c></term>
/// <description>a slice with a step, as a Python string or as numbers</description></item>
/// <item><term><c>null</c></term><description>a new dimension of size 1, as Python's <c>None</c></description></item>
/// <item><term><c>"..."</c>, <see cref="Ellipsis"/></term><description>as many <c>..</c> as are needed</description></item>
/// <item><term>a bool tensor</term><description>a mask: the elements where it is true</description></item>
/// <item><term>an int64 tensor, an array, a list <c>[0, 2]</c></term><description>the elements at these positions, in this
/// order</description></item>
/// </list>
/// </remarks>
/// <example><code>
/// var x = Torch.Arange(6).View(2, 3);
/// x[1, ^1]        // tensor(5)
/// x[.., 1..]
/// // tensor([[1, 2],
/// //         [4, 5]])
/// x[.., "::2"]
/// // tensor([[0, 2],
/// //         [3, 5]])
/// x[null, 0]      // tensor([[0, 1, 2]])
/// x[x > 2]        // tensor([3, 4, 5])
/// x["...", 0]     // tensor([0, 3])
/// </code></example>
[CollectionBuilder(typeof(TensorIndex), nameof(Create))]
public readonly struct TensorIndex
{
    private const long Open = long.MinValue;

    // TorchSharp packs kinds and positions into one number; beyond this a position would be read as another kind.
    internal const long Farthest = 1L << 60;

    private readonly long start;
    private readonly long stop;
    private readonly long step;
    private readonly object? list;

    private TensorIndex(IndexKind kind, long start = 0, long stop = Open, long step = 1, object? list = null)
    {
        Kind = kind;
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.list = list;
    }

    /// <summary>As many full slices as the tensor has dimensions left: Python's <c>...</c>, also written <c>"..."</c>.</summary>
    public static TensorIndex Ellipsis => new(IndexKind.Ellipsis);

    internal IndexKind Kind { get; }

    internal long Number => start;

    internal Tensor? Tensor => list as Tensor;

    /// <summary>Creates an index list from a collection expression.</summary>
    /// <param name="items">Positions, or bools for a mask; nested lists make an index of more dimensions.</param>
    /// <returns>The index.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TensorIndex Create(ReadOnlySpan<TensorLiteral> items) => FromList(TensorLiteral.Create(items));

    /// <summary>Always empty; required by the collection expression.</summary>
    /// <returns>An empty enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<TensorLiteral> GetEnumerator() => Enumerable.Empty<TensorLiteral>().GetEnumerator();

    /// <summary>One element; negative counts from the end.</summary>
    /// <param name="index">Its position.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(long index) => new(IndexKind.Number, index);

    /// <summary>One element; negative counts from the end. F# makes no <c>long</c> of it first.</summary>
    /// <param name="index">Its position.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(int index) => new(IndexKind.Number, index);

    /// <summary>Does not compile; the compiler error says what to write instead: C# would convert a letter to its code.</summary>
    /// <param name="letter">The letter.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("A letter is no index: write \":\", a text.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator TensorIndex(char letter) => throw new NotSupportedException();

    /// <summary>One element; <c>^1</c> is the last.</summary>
    /// <param name="index">Its position.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(Index index) =>
        index.IsFromEnd && index.Value == 0
            ? new(IndexKind.End)
            : new(IndexKind.Number, index.IsFromEnd ? -(long)index.Value : index.Value);

    /// <summary>A part of the dimension, as Python's <c>start:stop</c>.</summary>
    /// <param name="range">From the first position to before the last.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(Range range)
    {
        var (from, to) = (range.Start, range.End);
        return new(
            IndexKind.Slice,
            from.IsFromEnd ? (from.Value == 0 ? Farthest : -(long)from.Value) : from.Value,
            to.IsFromEnd ? (to.Value == 0 ? Open : -(long)to.Value) : to.Value);
    }

    /// <summary>A slice in Python's notation (<c>"1:"</c>, <c>"::2"</c>) or <c>"..."</c>.</summary>
    /// <param name="text">The text between Python's brackets, for one dimension.</param>
    /// <returns>The index.</returns>
    /// <exception cref="TorchTypeException">The text is no slice.</exception>
    public static implicit operator TensorIndex(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Trim() == "...")
        {
            return Ellipsis;
        }

        var parts = text.Split(':');
        return parts.Length is 2 or 3
            ? Part(Read(0), Read(1), Read(2))
            : throw NotASlice();

        long? Read(int at)
        {
            var part = at < parts.Length ? parts[at].Trim() : "";
            return part.Length == 0 ? null
                : long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
                : throw NotASlice();
        }

        TorchTypeException NotASlice() => new($"a string index is a slice such as \"1:5:2\" or \"...\", not \"{text}\"");
    }

    /// <summary>All of it or nothing, under a new dimension: what NumPy and PyTorch do with a bool.</summary>
    /// <param name="value">Whether to take it.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(bool value) => new(IndexKind.Boolean, value ? 1 : 0);

    /// <summary>A mask (bool) or positions (int64).</summary>
    /// <param name="tensor">The mask or the positions.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new(IndexKind.Tensor, list: tensor);
    }

    /// <summary>Positions.</summary>
    /// <param name="positions">Their numbers; negative counts from the end.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(long[] positions) =>
        new(IndexKind.Tensor, list: Torch.Tensor((Array)positions, device: default(Device)));

    /// <summary>Positions.</summary>
    /// <param name="positions">Their numbers; negative counts from the end.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(int[] positions) =>
        new(IndexKind.Tensor, list: Torch.Tensor((Array)positions, device: default(Device)));

    /// <summary>A mask.</summary>
    /// <param name="mask">For each position, whether to take it.</param>
    /// <returns>The index.</returns>
    public static implicit operator TensorIndex(bool[] mask) =>
        new(IndexKind.Tensor, list: Torch.Tensor((Array)mask, device: default(Device)));

    internal static TensorIndex FromList(TensorLiteral list)
    {
        // An empty list is an empty list of positions, though an empty literal is of the default dtype.
        var tensor = list.ToTensor(null);
        return new(IndexKind.Tensor, list: tensor.Numel() == 0 ? tensor.Long() : tensor);
    }

    internal static TensorIndex Part(long? start, long? stop, long? step)
    {
        if (step <= 0)
        {
            throw new TorchValueException(step == 0 ? "slice step cannot be zero" : "step must be greater than zero");
        }

        return new(IndexKind.Slice, Limit(start), Limit(stop), step ?? 1);

        static long Limit(long? position) => position is { } given ? Math.Clamp(given, -Farthest, Farthest) : Open;
    }

    internal void Deconstruct(out long? first, out long? last, out long stride)
    {
        var isFull = Kind == IndexKind.Full;
        first = isFull || start == Open ? null : start;
        last = isFull || stop == Open ? null : stop;
        stride = isFull ? 1 : step;
    }
}

/// <summary>The kinds of index.</summary>
internal enum IndexKind : byte
{
    /// <summary>A full slice; the default value.</summary>
    Full,

    /// <summary>A position.</summary>
    Number,

    /// <summary><c>^0</c>: one past the last, which is never there.</summary>
    End,

    /// <summary>A part.</summary>
    Slice,

    /// <summary>As many full slices as fit.</summary>
    Ellipsis,

    /// <summary>A bool.</summary>
    Boolean,

    /// <summary>A mask or positions.</summary>
    Tensor,
}
