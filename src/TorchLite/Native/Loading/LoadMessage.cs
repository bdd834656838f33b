namespace TorchLite.Native.Loading;

/// <summary>The few lines that a user sees where loading fails.</summary>
internal static class LoadMessage
{
    /// <summary>Which file failed, the system loader's own words, and what to do.</summary>
    internal static string Compose(string file, string words, string remedy) =>
        $"""
        TorchLite could not load libtorch.
          file:       {file}
          reason:     {words.ReplaceLineEndings("\n              ")}
          what to do: {remedy.ReplaceLineEndings("\n              ")}
        """.ReplaceLineEndings("\n");
}
