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

    /// <summary>What is called before <c>forward</c>, and after it, in that order.</summary>
    internal List<(string Name, bool IsBefore)> Hooks { get; } = [];

    /// <summary>The attributes to which a method gives another tensor.</summary>
    internal HashSet<string> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>The name without folders.</summary>
    internal string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>The hooks around a method: only <c>forward</c> has some.</summary>
    internal IEnumerable<(ScriptSignature Method, bool IsBefore)> HooksOf(string method) => method != "forward" ? []
        : Hooks.Select(hook => (Methods.Find(one => one.Name == hook.Name)
            ?? throw new TorchFileException($"the TorchScript archive has no source of the hook {hook.Name}"), hook.IsBefore));

    /// <summary>What a method gives when its hooks are through.</summary>
    internal ScriptType ResultOf(ScriptSignature method) =>
        HooksOf(method.Name).LastOrDefault(static one => !one.IsBefore && one.Method.Result.Name != "NoneType").Method?.Result ?? method.Result;

    /// <summary>The methods that can be called: hooks can not.</summary>
    internal IEnumerable<ScriptSignature> Callable => Methods.Where(one => !Hooks.Exists(hook => hook.Name == one.Name));

    internal ScriptAttribute? Find(string attribute) => Attributes.Find(one => one.Name == attribute);
}
