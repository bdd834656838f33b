namespace TorchLite.Jit;

/// <summary>A class of a source: of modules, or of named tuples.</summary>
/// <param name="Name">Its name with the folders of its source.</param>
/// <param name="Base">What it derives from: <c>Module</c>, <c>NamedTuple</c>, or something that only libtorch knows.</param>
internal sealed record ScriptClass(string Name, string Base)
{
    internal List<string> Parameters { get; } = [];

    internal List<string> Buffers { get; } = [];

    internal List<ScriptAttribute> Attributes { get; } = [];

    internal List<ScriptSignature> Methods { get; } = [];

    /// <summary>The attributes to which a method gives another tensor.</summary>
    internal HashSet<string> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>The name without folders.</summary>
    internal string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    internal ScriptAttribute? Find(string attribute) => Attributes.Find(one => one.Name == attribute);
}
