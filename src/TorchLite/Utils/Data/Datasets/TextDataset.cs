using System.Text;

namespace TorchLite.Utils.Data;

/// <summary>
/// A text to learn to go on with: an item is some tokens in a row, and those that begin one later, so that each token has the one that
/// follows it as its target.
/// </summary>
/// <remarks>
/// Tokens are numbers that any tokenizer makes: <see cref="CharacterTokenizer"/> of characters; with Microsoft.ML.Tokenizers,
/// <c>text => tokenizer.EncodeToIds(text)</c>. A tensor of them may be a file that is mapped into memory
/// (<see cref="Npy.Load(string, bool, IProgress{long})"/> with <c>mmap: true</c>), as one that is larger than the memory. A loader
/// takes a whole batch at once.
/// </remarks>
/// <example><code>
/// var letters = new CharacterTokenizer("hello world");
/// var dataset = new TextDataset("hello world", letters.Encode, length: 4);
/// dataset.Count                   // 7
/// var (x, y) = dataset[2];
/// letters.Decode(x)               // llo
/// letters.Decode(y)               // lo w
/// new DataLoader&lt;(Tensor X, Tensor Y)&gt;(dataset, batchSize: 2).First().X
/// // tensor([[3, 2, 4, 4],
/// //         [2, 4, 4, 5]])
/// </code></example>
public sealed class TextDataset : Dataset<(Tensor X, Tensor Y)>, IBatchDataset<(Tensor X, Tensor Y)>
{
    private readonly Tensor inputs;
    private readonly Tensor targets;

    /// <summary>A dataset of tokens.</summary>
    /// <param name="tokens">A tensor of integers of one dimension, which is not copied.</param>
    /// <param name="length">How many tokens an item has.</param>
    /// <param name="stride">How many tokens later the next item begins.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tokens"/> is null.</exception>
    /// <exception cref="TorchTypeException">The tensor has no integers.</exception>
    /// <exception cref="TorchValueException">
    /// The tensor has another number of dimensions, or too few tokens for one item; or the length or the stride is not positive.
    /// </exception>
    public TextDataset(Tensor tokens, int length, int stride = 1)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (tokens.DType.IsFloatingPoint || tokens.DType.IsComplex || tokens.DType == DType.Bool)
        {
            throw new TorchTypeException($"tokens should be integers, not {tokens.DType}");
        }

        if (length <= 0 || stride <= 0)
        {
            throw new TorchValueException($"length and stride should be positive, but got length={length}, stride={stride}");
        }

        if (tokens.Dim() != 1 || tokens.Size(0) <= length)
        {
            throw new TorchValueException(
                $"tokens should have one dimension and more than {length} elements, but got a tensor of the shape {tokens.Shape}");
        }

        (Tokens, Length, Stride) = (tokens, length, stride);
        inputs = tokens[..^1].Unfold(0, length, stride);
        targets = tokens[1..].Unfold(0, length, stride);
    }

    /// <summary>A dataset of the tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="encode">The tokenizer.</param>
    /// <param name="length">How many tokens an item has.</param>
    /// <param name="stride">How many tokens later the next item begins.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="encode"/> is null.</exception>
    /// <exception cref="TorchTypeException">The tokenizer gives null.</exception>
    /// <exception cref="TorchValueException">
    /// There are too few tokens for one item, or the length or the stride is not positive.
    /// </exception>
    public TextDataset(string text, Func<string, IReadOnlyList<int>> encode, int length, int stride = 1)
        : this(Encoded(text, encode), length, stride)
    {
    }

    /// <summary>The tokens.</summary>
    public Tensor Tokens { get; }

    /// <summary>How many tokens an item has.</summary>
    public int Length { get; }

    /// <summary>How many tokens later the next item begins.</summary>
    public int Stride { get; }

    /// <inheritdoc/>
    public override int Count => checked((int)inputs.Size(0));

    /// <summary>Some tokens in a row, and those that begin one later; int64, whatever integers the tokens are.</summary>
    /// <param name="index">The number of the item; a negative one counts from the end.</param>
    /// <exception cref="TorchIndexException">There is no such item.</exception>
    public override (Tensor X, Tensor Y) this[int index] => (Integers(inputs[index]), Integers(targets[index]));

    /// <summary>Reads a dataset from a file.</summary>
    /// <param name="file">The path of a UTF-8 text.</param>
    /// <param name="encode">The tokenizer; such as the <see cref="CharacterTokenizer.Encode"/> of the text's characters.</param>
    /// <param name="length">How many tokens an item has.</param>
    /// <param name="stride">How many tokens later the next item begins.</param>
    /// <returns>The dataset.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="encode"/> is null.</exception>
    /// <exception cref="TorchFileException">The file is no UTF-8 text.</exception>
    /// <exception cref="TorchTypeException">The tokenizer gives null.</exception>
    /// <exception cref="TorchValueException">
    /// There are too few tokens for one item, or the length or the stride is not positive.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "words.txt");
    /// File.WriteAllText(path, "one two one two one");
    /// string[] words = ["one", "two"];
    /// var dataset = TextDataset.Load(path, text => text.Split(' ').Select(word => Array.IndexOf(words, word)).ToArray(), length: 3);
    /// dataset[1].Y   // tensor([0, 1, 0])
    /// </code></example>
    public static TextDataset Load(string file, Func<string, IReadOnlyList<int>> encode, int length, int stride = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(encode);
        string text;
        try
        {
            text = File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException damaged)
        {
            throw new TorchFileException("the file is no text in UTF-8", damaged);
        }

        return new(text, encode, length, stride);
    }

    /// <summary>A batch of items.</summary>
    /// <param name="indices">The numbers of the items; negative ones count from the end.</param>
    /// <returns>The tokens of each item as a row, and those that begin one later.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indices"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such item.</exception>
    public (Tensor X, Tensor Y) GetBatch(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        using var rows = new BatchRows(indices, Count);
        return (Integers(rows.Of(inputs)), Integers(rows.Of(targets)));
    }

    /// <summary>Integers as int64; the tensor itself where it has them.</summary>
    internal static Tensor Integers(Tensor tensor) =>
        tensor.DType.IsFloatingPoint || tensor.DType.IsComplex
            ? throw new TorchTypeException($"expected integers, but got {tensor.DType}")
            : tensor.To(DType.Int64);

    private static Tensor Encoded(string text, Func<string, IReadOnlyList<int>> encode)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(encode);
        var numbers = encode(text) ?? throw new TorchTypeException("'NoneType' object is not iterable");
        var tokens = new long[numbers.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = numbers[i];
        }

        return Torch.FromArray(tokens);
    }
}
