namespace TorchLite.Jit;

/// <summary>A word, number, text or sign of TorchScript, or the end of a line with how far the next one is indented.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its letters.</param>
/// <param name="Start">Where it begins in the source.</param>
/// <param name="Indent">Of the end of a line: the spaces before the next.</param>
internal readonly record struct ScriptToken(ScriptTokenKind Kind, string Text, int Start, int Indent = 0)
{
    internal int End => Start + Text.Length;

    internal bool Is(string text) => Kind is ScriptTokenKind.Word or ScriptTokenKind.Sign && Text == text;
}
