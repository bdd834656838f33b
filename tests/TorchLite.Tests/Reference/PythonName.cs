namespace TorchLite.Tests.Reference;

/// <summary>TorchLite's naming rule.</summary>
internal static class PythonName
{
    /// <summary>
    /// Each word between underscores capitalised, the underscore of in-place names kept: <c>index_add_</c> is <c>IndexAdd_</c>.
    /// </summary>
    public static string ToPascal(string name) => name switch
    {
        "dtype" => "DType",
        "mT" => "MT",
        "mH" => "MH",
        _ => string.Concat(name.TrimEnd('_').Split('_').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]))
            + (name.EndsWith('_') ? "_" : ""),
    };

    /// <summary>The same for parameters: <c>non_blocking</c> is <c>nonBlocking</c>.</summary>
    public static string ToCamel(string name)
    {
        var pascal = ToPascal(name);
        return char.ToLowerInvariant(pascal[0]) + (pascal == "DType" ? "type" : pascal[1..]);
    }
}
