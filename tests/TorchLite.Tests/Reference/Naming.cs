using System.Reflection;
using Module = TorchLite.Nn.Module;
using ModuleExtensions = TorchLite.Nn.ModuleExtensions;

namespace TorchLite.Tests.Reference;

/// <summary>The naming rule: from PyTorch's name to the C# members that have it.</summary>
internal static class Naming
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["+"] = "op_Addition", ["-"] = "op_Subtraction", ["*"] = "op_Multiply", ["/"] = "op_Division", ["%"] = "op_Modulus",
        ["&"] = "op_BitwiseAnd", ["|"] = "op_BitwiseOr", ["^"] = "op_ExclusiveOr", ["<<"] = "op_LeftShift", [">>"] = "op_RightShift",
        ["=="] = "op_Equality", ["!="] = "op_Inequality", ["<"] = "op_LessThan", ["<="] = "op_LessThanOrEqual",
        [">"] = "op_GreaterThan", [">="] = "op_GreaterThanOrEqual", ["~"] = "op_OnesComplement", ["neg"] = "op_UnaryNegation",
        ["pos"] = "op_UnaryPlus", ["bool"] = "op_True",
    };

    // Python's operators that C# lacks are methods.
    private static readonly Dictionary<string, string> OperatorMethods = new() { ["**"] = "Pow", ["@"] = "Matmul", ["//"] = "FloorDivide" };

    /// <summary><c>index_select</c> is <c>IndexSelect</c>, <c>add_</c> is <c>Add_</c>, and <c>nearest-exact</c> is <c>NearestExact</c>.</summary>
    internal static string Words(string name)
    {
        if (name == "dtype")
        {
            return "DType";
        }

        var words = string.Concat(
            name.Split('_', '-').Select(static word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]));
        return name.EndsWith('_') ? words + "_" : words;
    }

    /// <summary><c>retain_graph</c> is <c>retainGraph</c>, <c>LU_data</c> is <c>luData</c>.</summary>
    internal static string Parameter(string name)
    {
        if (name == "params")
        {
            return "parameters"; // a word of C#'s
        }

        var first = name.Split('_')[0];
        var words = name == "dtype" ? name : Words(first.All(char.IsUpper) ? first.ToLowerInvariant() + name[first.Length..] : name);
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>The C# methods that a call of the corpus may mean.</summary>
    internal static MethodBase[] Methods(string call)
    {
        var (kind, name) = call.IndexOf(':') is > 0 and var colon ? (call[..colon], call[(colon + 1)..]) : ("", call);
        switch (kind)
        {
            case "attr":
                return [.. Property(name)?.GetMethod is { } getter ? [getter] : Array.Empty<MethodBase>()];
            case "setattr":
                return [.. Property(name)?.SetMethod is { } setter ? [setter] : Array.Empty<MethodBase>()];
            case "op":
                return OperatorMethods.TryGetValue(name, out var method)
                    ? [.. Named(typeof(Tensor), method, isStatic: false), .. Named(typeof(Torch), method, isStatic: true)]
                    : Named(typeof(Tensor), Operators[name], isStatic: true);
        }

        var path = name.Split('.');
        if (path[0] == "Tensor")
        {
            return path[1] switch
            {
                // C# allows no method T beside the property T, so this one is a function only.
                "t" => Named(typeof(Torch), "T", isStatic: true),
                "__getitem__" => Named(typeof(Tensor), "get_Elements", isStatic: false),
                "__setitem__" => Named(typeof(Tensor), "set_Elements", isStatic: false),
                _ => Named(typeof(Tensor), Words(path[1]), isStatic: false),
            };
        }

        // A class of C# declares no member of its own name; it inherits this one.
        if (call == "torch.fft.fft")
        {
            return Named(typeof(FftOfVectors), "Fft", isStatic: true);
        }

        if (call == "torch.device")
        {
            return typeof(Device).GetConstructors();
        }

        var type = path[1..^1].Aggregate((Type?)typeof(Torch), static (outer, part) => outer?.GetNestedType(Words(part)));
        if (Class(path[..^1]) is { } owner)
        {
            // What gives the module itself back is an extension, so that it keeps its type.
            var extensions = owner == typeof(Module) ? Named(typeof(ModuleExtensions), Words(path[^1]), isStatic: true, generic: true) : [];
            return [.. Named(owner, Words(path[^1]), isStatic: false), .. extensions];
        }

        return Class(path) is { } made ? made.GetConstructors() : type is null ? [] : Named(type, Words(path[^1]), isStatic: true);
    }

    /// <summary>A class of PyTorch's, such as <c>torch.nn.Linear</c>, which keeps its letters; null where there is none.</summary>
    internal static Type? Class(string[] path) =>
        path.Length > 2 ? Public(string.Join('.', ["TorchLite", .. path[1..^1].Select(Words), path[^1]])) : null;

    private static Type? Public(string name) => new[] { name, name + "`1", name + "`2" }.Select(static one => typeof(Torch).Assembly.GetType(one))
        .FirstOrDefault(static type => type is { IsPublic: true, IsEnum: false });

    private static PropertyInfo? Property(string name) => typeof(Tensor).GetProperty(Words(name));

    private static MethodBase[] Named(Type type, string name, bool isStatic, bool generic = false) =>
        [.. type.GetMethods(Members).Where(
            method => method.Name == name && method.IsStatic == isStatic && method.IsGenericMethodDefinition == generic)];
}
