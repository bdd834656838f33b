using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TorchLite.Tests.Documentation;

public enum StepKind
{
    /// <summary>A <c>using</c> directive.</summary>
    Using,

    /// <summary>A class, which stands beside the rest.</summary>
    Type,

    /// <summary>A statement that only runs.</summary>
    Statement,

    /// <summary>A statement that is expected to write to the console.</summary>
    Writing,

    /// <summary>An expression, whose text is compared.</summary>
    Expression,
}

/// <summary>
/// One statement or expression of an example and the text that is expected of it:
/// <code>
/// expression            // text, and every line after it that begins with //
/// Console.Write…;       // likewise: what it writes
/// anything              // SomeException: its message
/// anything              // throws SomeException
/// statement;            // a remark, which is not compared
/// </code>
/// </summary>
public sealed partial record ExampleStep(StepKind Kind, int Line, string Code, string? Expected)
{
    /// <summary>The expected text says that the step throws.</summary>
    public bool Throws => Expected is not null && ThrowPattern().IsMatch(Expected);

    [GeneratedRegex(@"^(\w*Exception: |throws \w*Exception$)")]
    private static partial Regex ThrowPattern();

    // A remark that reads like a value is a mistake: it looks checked and is not.
    [GeneratedRegex(@"^(tensor\(|torch\.)")]
    private static partial Regex ValuePattern();

    [GeneratedRegex(@"^\s*(\.|\?|:|else\b|catch\b|finally\b|while\b.*;$)")]
    private static partial Regex ContinuationPattern();

    public static IReadOnlyList<ExampleStep> Parse(string code)
    {
        var lines = code.Split('\n');
        var steps = new List<ExampleStep>();
        for (var i = 0; i < lines.Length;)
        {
            if (Split(lines[i]).Code.Length == 0)
            {
                i++;
                continue;
            }

            var first = i;
            var text = new StringBuilder();
            string? comment;
            StepKind? kind;
            do
            {
                (var part, comment) = Split(lines[i++]);
                text.Append(text.Length > 0 ? "\n" : "").Append(part);
                kind = Complete(text.ToString());
            }
            while (i < lines.Length && (kind is null || ContinuationPattern().IsMatch(lines[i])));

            if (kind is null)
                throw new FormatException($"line {first + 1}: neither a statement nor an expression: {text}");

            var expected = comment is null ? [] : new List<string> { comment };
            if (kind is StepKind.Expression or StepKind.Writing || (comment is not null && ThrowPattern().IsMatch(comment)))
            {
                for (; i < lines.Length && lines[i].StartsWith("//", StringComparison.Ordinal); i++)
                    expected.Add(Split(lines[i]).Comment!);
            }
            else if (comment is not null && ValuePattern().IsMatch(comment))
            {
                throw new FormatException(
                    $"line {first + 1}: '{comment}' stands behind a statement and is not compared; write an expression without ';'");
            }

            var isCompared = kind is StepKind.Expression or StepKind.Writing || (expected.Count > 0 && ThrowPattern().IsMatch(expected[0]));
            var told = isCompared && expected.Count > 0 ? string.Join("\n", expected) : null;
            steps.Add(new ExampleStep(kind.Value, first + 1, text.ToString(), told));
        }

        return steps;
    }

    private static StepKind? Complete(string text)
    {
        var unit = SyntaxFactory.ParseCompilationUnit(text);
        if (unit is { Usings.Count: > 0, Members.Count: 0, ContainsDiagnostics: false } && text.TrimEnd().EndsWith(';'))
            return StepKind.Using;

        if (unit is { Usings.Count: 0, Members: [BaseTypeDeclarationSyntax], ContainsDiagnostics: false })
            return StepKind.Type;

        if (!SyntaxFactory.ParseExpression(text).ContainsDiagnostics)
            return StepKind.Expression;

        var statement = SyntaxFactory.ParseStatement(text);
        if (statement.ContainsDiagnostics || statement.FullSpan.Length != text.Length)
            return null;

        return text.Contains("Console.Write", StringComparison.Ordinal) ? StepKind.Writing : StepKind.Statement;
    }

    /// <summary>A line's code and the text of its comment, found by the C# lexer, which knows strings.</summary>
    private static (string Code, string? Comment) Split(string line)
    {
        var comment = SyntaxFactory.ParseTokens(line).SelectMany(token => token.LeadingTrivia.Concat(token.TrailingTrivia))
            .FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        if (comment == default)
            return (line.TrimEnd(), null);

        var text = line[(comment.SpanStart + 2)..];
        return (line[..comment.SpanStart].TrimEnd(), text.StartsWith(' ') ? text[1..].TrimEnd() : text.TrimEnd());
    }
}
