using System.Collections.Frozen;
using System.Text;

namespace TorchLite.Utils.Data;

/// <summary>
/// Numbers for the characters of a text, in the order of their codes: what <see cref="TextDataset"/> learns letter by letter.
/// </summary>
/// <remarks>
/// A character is one of .NET's <see cref="char"/>: one of Unicode that needs two of them (such as an emoji) is two here.
/// </remarks>
/// <example><code>
/// var letters = new CharacterTokenizer("hello");
/// letters.Characters                                      // ehlo
/// string.Join(" ", letters.Encode("hole"))                // 1 3 2 0
/// letters.Decode([1, 0, 2, 2, 3])                         // hello
/// </code></example>
public sealed class CharacterTokenizer
{
    private readonly FrozenDictionary<char, int> codes;

    /// <summary>Numbers the characters that occur in a text.</summary>
    /// <param name="text">The text, or all characters that there may be.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public CharacterTokenizer(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var all = new HashSet<char>(text);
        Characters = string.Concat(all.Order());
        codes = Characters.Index().ToFrozenDictionary(static one => one.Item, static one => one.Index);
    }

    /// <summary>The characters; each has its place as its number.</summary>
    public string Characters { get; }

    /// <summary>How many there are.</summary>
    /// <example><code>
    /// new CharacterTokenizer("hello").Count   // 4
    /// </code></example>
    public int Count => Characters.Length;

    /// <summary>The numbers of the characters of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A number for each character.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="TorchValueException">A character has no number.</exception>
    /// <example><code>
    /// string.Join(" ", new CharacterTokenizer("abc").Encode("cab"))   // 2 0 1
    /// new CharacterTokenizer("abc").Encode("d")                       // TorchValueException: the character 'd' has no number
    /// </code></example>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = new int[text.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = codes.TryGetValue(text[i], out var code) ? code
                : throw new TorchValueException($"the character '{text[i]}' has no number");
        }

        return numbers;
    }

    /// <summary>The text of some numbers.</summary>
    /// <param name="numbers">The numbers of its characters.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="numbers"/> is null.</exception>
    /// <exception cref="TorchValueException">A number has no character.</exception>
    /// <example><code>
    /// new CharacterTokenizer("abc").Decode([2, 0, 1])   // cab
    /// </code></example>
    public string Decode(IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var text = new StringBuilder();
        foreach (var number in numbers)
        {
            text.Append(number >= 0 && number < Count ? Characters[number]
                : throw new TorchValueException($"no character has the number {number}; there are {Count}"));
        }

        return text.ToString();
    }

    /// <summary>The text of the numbers in a tensor.</summary>
    /// <param name="numbers">A tensor of integers of one dimension.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="numbers"/> is null.</exception>
    /// <exception cref="TorchTypeException">The tensor has no integers.</exception>
    /// <exception cref="TorchValueException">A number has no character.</exception>
    /// <example><code>
    /// new CharacterTokenizer("abc").Decode(Torch.Tensor([1, 1, 0]))   // bba
    /// </code></example>
    public string Decode(Tensor numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        using var off = Torch.NoGrad();
        using var plain = TextDataset.Integers(numbers).Cpu().Clamp(-1, Count);
        return Decode(plain.ToArray<long>().Select(static number => (int)number));
    }
}
