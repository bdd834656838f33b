namespace TorchLite.Jit;

/// <summary>What a part of a source is.</summary>
internal enum ScriptTokenKind
{
    Word,
    Number,
    Text,
    Sign,
    Line,
}
