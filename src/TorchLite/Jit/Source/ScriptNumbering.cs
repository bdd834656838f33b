using System.Globalization;
using System.Text.RegularExpressions;

namespace TorchLite.Jit;

/// <summary>
/// Numbers in the names of a method's variables: an archive counts through all methods of a file, where PyTorch's printed code of one
/// counts its own.
/// </summary>
internal static partial class ScriptNumbering
{
    /// <summary>The code of one method, with the numbers that it has alone.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="attributes">Names with which variables may be called as they are.</param>
    internal static string Own(string code, IEnumerable<string> attributes)
    {
        var kept = attributes.ToHashSet(StringComparer.Ordinal);
        var words = Word().Matches(code).Select(static match => match.Value).ToHashSet(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        return Numbered().Replace(code, match =>
        {
            var (name, stem) = (match.Value, match.Groups[1].Value);
            if (stem.Length == 0 || kept.Contains(name) || (stem != "_" && !words.Contains(stem)))
            {
                return name;
            }

            if (!renamed.TryGetValue(name, out var own))
            {
                var number = numbers.GetValueOrDefault(stem);
                numbers[stem] = number + 1;
                renamed[name] = own = stem + number.ToString(CultureInfo.InvariantCulture);
            }

            return own;
        });
    }

    // Not within a text, and not behind a point.
    [GeneratedRegex(@"""(?:\\.|[^""\\])*""|(?<![\w.])([A-Za-z_]\w*?)(?:0|[1-9]\d*)\b(?!=[^=])")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*")]
    private static partial Regex Word();
}
