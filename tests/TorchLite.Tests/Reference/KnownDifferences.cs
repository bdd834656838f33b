using System.Text.RegularExpressions;

namespace TorchLite.Tests.Reference;

/// <summary>
/// One line of divergences.txt: <c>op :: Python call :: difference :: reason</c>; <c>*</c> in the middle two stands for any text.
/// </summary>
internal sealed record KnownDifference(string Op, Regex Call, Regex Difference, string Reason, string Line)
{
    internal static KnownDifference[] All { get; } =
        [.. Repository.Lines("reference", "divergences.txt").Select(static line => line.Split(" :: "))
            .Select(static parts => new KnownDifference(
                parts[0], Pattern(parts[1]), Pattern(parts[2]), parts[3], string.Join(" :: ", parts)))];

    /// <summary>The calls that TorchLite does not have yet: <c>torch.x</c>, <c>Tensor.x</c>, <c>attr:x</c>.</summary>
    internal static string[] NotYet { get; } = [.. Repository.Lines("reference", "not-yet.txt")];

    internal bool Explains(string op, string call, string difference) => op == Op && Call.IsMatch(call) && Difference.IsMatch(difference);

    private static Regex Pattern(string text) =>
        new($"^{Regex.Escape(text).Replace(@"\*", ".*")}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);
}
