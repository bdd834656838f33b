namespace TorchLite.Jit;

/// <summary>
/// The methods of a module that libtorch made fast. Those with types that LibTorchSharp can not pass are the adapter's, which was made fast
/// with the module in it; the others are the module's own.
/// </summary>
internal sealed class OptimizedMethods
{
    private readonly ScriptProgram program;
    private readonly Dictionary<string, (ScriptTree Tree, string Native)> methods = new(StringComparer.Ordinal);

    internal OptimizedMethods(ScriptModule module, IReadOnlyList<string> names)
    {
        program = module.Program;
        var direct = names.Where(name => module.Binding(name).Native is null).ToArray();
        var adapted = names.Where(name => module.Binding(name).Native is not null)
            .ToDictionary(static name => name, name => module.Binding(name).Native!);
        if (direct.Length > 0)
        {
            Add(ScriptProgram.InTree(module.Path), direct.ToDictionary(static name => name));
        }

        if (adapted.Count > 0)
        {
            Add("", adapted);
        }
    }

    internal bool Has(string method) => methods.ContainsKey(method);

    internal string Dump(string method) =>
        methods[method] is var (tree, native) && native == method ? tree.Dump("") : tree.Dump("").Replace(
            $"method {native} {{", $"method {method} {{", StringComparison.Ordinal);

    internal Tensor?[] Call(string method, MethodArguments arguments)
    {
        var (tree, native) = methods[method];
        return program.Call(tree, "", native, arguments);
    }

    private void Add(string path, Dictionary<string, string> natives)
    {
        using var frozen = program.Tree.Freeze(path, [.. natives.Values.Where(static name => name != "forward")], optimizes: true);
        var tree = frozen.Optimize("", [.. natives.Values.Where(static name => name != "forward")]);
        foreach (var (name, native) in natives)
        {
            methods[name] = (tree, native);
        }
    }
}
