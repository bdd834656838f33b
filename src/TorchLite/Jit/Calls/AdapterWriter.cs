using System.Globalization;
using System.Text;

namespace TorchLite.Jit;

/// <summary>
/// Writes a class of TorchScript around a module, with a method for each method and attribute whose types LibTorchSharp can not pass: it
/// takes and gives tensors, in which <see cref="ValueWriter"/> and <see cref="ValueReader"/> have the rest.
/// </summary>
/// <remarks>
/// Of a list of tensors the first holds whole numbers: integers, bools, lengths, the bytes of texts, and which of several things follows.
/// The second holds floating-point numbers, and then come the tensors, all in the order of the values.
/// </remarks>
/// <param name="classes">The classes of the archive.</param>
internal sealed class AdapterWriter(IReadOnlyDictionary<string, ScriptClass> classes)
{
    private readonly StringBuilder text = new();
    private int methods;
    private int names;

    /// <summary>The source; it has a <c>forward</c> because libtorch wants one of what it makes fast.</summary>
    /// <param name="module">The class of the module.</param>
    internal string Source(string module) =>
        $"class Adapter(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n  module : {module}\n"
        + $"  def forward(self) -> NoneType:\n    return None\n{text}";

    /// <summary>Whether values of a type can be passed.</summary>
    internal bool Knows(ScriptType type, int depth = 0) => depth < 20 && (type.Name, type.Of) switch
    {
        ("Tensor" or "int" or "float" or "bool" or "str" or "NoneType" or "complex" or "Device", []) => true,
        ("List" or "Optional", [var item]) => Knows(item, depth + 1),
        ("Dict", [{ Name: "int" or "str" or "float" or "bool" or "complex" }, var value]) => Knows(value, depth + 1),
        ("Tuple", var items) => Array.TrueForAll(items, item => Knows(item, depth + 1)),
        ("Union", { Length: > 1 } some) => Array.TrueForAll(some, item => Knows(item, depth + 1)),
        (var name, []) => Tuple(name) is { } named && named.Attributes.TrueForAll(field => Knows(field.Type, depth + 1)),
        _ => false,
    };

    /// <summary>The class of a named tuple; null: it is something else.</summary>
    internal ScriptClass? Tuple(string name) => classes.GetValueOrDefault(name) is { Base: "NamedTuple" } named ? named : null;

    /// <summary>Adds a method that calls one of a module, with the hooks that the module has around it.</summary>
    /// <returns>What it is called.</returns>
    internal string Call(string path, ScriptClass owner, ScriptSignature method)
    {
        var name = Begin();
        Open(4, method.Parameters.Select(static one => one.Type));
        var values = method.Parameters.Select(one => Decode(one.Type, 4)).ToArray();
        var hooks = owner.HooksOf(method.Name).ToArray();
        var before = $"({string.Concat(values.Select(static one => one + ", "))})";
        foreach (var hook in hooks.Where(static one => one.IsBefore))
        {
            before = Hooked(owner, path, hook.Method, before, given => hook.Method.Result.Name == "Tuple" ? given : $"({given}, )");
        }

        var arguments = method.Parameters.Select((one, i) => $"{one.Name}={(hooks.Length == 0 ? values[i] : $"({before})[{i}]")}");
        Line(4, $"result = ({Module(path)}).{method.Name}({string.Join(", ", arguments)})");
        var result = "result";
        foreach (var hook in hooks.Where(static one => !one.IsBefore))
        {
            result = Hooked(owner, path, hook.Method, $"{before}, {result}", static given => given, result);
        }

        Close(owner.ResultOf(method), result);
        return name;
    }

    // What a hook makes of the arguments, or of the result; nothing, where it gives None.
    private string Hooked(
        ScriptClass owner, string path, ScriptSignature hook, string given, Func<string, string> made, string? otherwise = null)
    {
        var name = Name("h");
        Line(4, $"{name} = {owner.Name}.{hook.Name}({Module(path)}, {given}, )");
        return hook.Result.Name == "NoneType" ? otherwise ?? given : made(name);
    }

    /// <summary>Adds a method that gives an attribute of a module.</summary>
    /// <returns>What it is called.</returns>
    internal string Get(string path, ScriptAttribute attribute)
    {
        var name = Begin();
        Close(attribute.Type, $"getattr({Module(path)}, \"{attribute.Name}\")");
        return name;
    }

    /// <summary>Adds a method that sets an attribute of a module.</summary>
    /// <returns>What it is called.</returns>
    internal string Set(string path, ScriptAttribute attribute)
    {
        var name = Begin();
        Open(4, [attribute.Type]);
        Line(4, $"target = {Module(path)}");
        Line(4, $"target.{attribute.Name} = {Decode(attribute.Type, 4)}");
        Close(ScriptType.None, "None");
        return name;
    }

    private string Begin()
    {
        names = 0;
        var name = string.Create(CultureInfo.InvariantCulture, $"m{methods++}");
        Line(2, $"def {name}(self, given: List[Tensor]) -> List[Tensor]:");
        return name;
    }

    private static string Module(string path) =>
        path.Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate("self.module", static (owner, name) => $"getattr({owner}, \"{name}\")");

    private void Open(int indent, IEnumerable<ScriptType> types)
    {
        if (types.Any())
        {
            Line(indent, "whole: List[int] = given[0].tolist()");
            Line(indent, "real: List[float] = given[1].tolist()");
            Line(indent, "w = 0");
            Line(indent, "r = 0");
            Line(indent, "t = 2");
        }
    }

    private void Close(ScriptType type, string value)
    {
        Line(4, "out: List[Tensor] = []");
        Line(4, "whole_out: List[int] = []");
        Line(4, "real_out: List[float] = []");
        Encode(type, value, 4);

        // Not torch.tensor: it rounds to the default dtype before it makes doubles.
        Line(4, "reals = torch.empty([len(real_out)], dtype=7)");
        Line(4, "for i in range(len(real_out)):");
        Line(6, "torch.fill_(torch.select(reals, 0, i), real_out[i])");
        Line(4, "return [torch.tensor(whole_out, dtype=4), reals] + out");
    }

    private string Name(string kind = "v") => string.Create(CultureInfo.InvariantCulture, $"{kind}{names++}");

    private void Line(int indent, string line) => text.Append(' ', indent).Append(line).Append('\n');

    // Lines that read a value of a type, and the name that it has then.
    private string Decode(ScriptType type, int indent)
    {
        var v = Name();
        void Take(string value, string counter = "w", string step = "1")
        {
            Line(indent, $"{v} = {value}");
            Line(indent, $"{counter} = {counter} + {step}");
        }

        switch (type.Name)
        {
            case "Tensor":
                Take("given[t]", "t");
                break;
            case "int":
                Take("whole[w]");
                break;
            case "bool":
                Take("whole[w] != 0");
                break;
            case "float":
                Take("real[r]", "r");
                break;
            case "complex":
                Take("complex(real[r], real[r + 1])", "r", "2");
                break;
            case "NoneType":
                Line(indent, $"{v} = None");
                break;
            case "str" or "Device":
                var n = Count(indent);
                var letters = $"\"\".join([chr(c) for c in whole[w:w + {n}]])";
                Take(type.Name == "str" ? letters : $"torch.device({letters})", "w", n);
                break;
            case "Optional":
                DecodeOptional(type, v, indent);
                break;
            case "List":
                DecodeList(type, v, indent);
                break;
            case "Dict":
                n = Count(indent);
                Line(indent, $"{v} = annotate({type}, {{}})");
                Line(indent, $"for i{v} in range({n}):");
                var key = Decode(type.Of[0], indent + 2);
                var value = Decode(type.Of[1], indent + 2);
                Line(indent + 2, $"{v}[{key}] = {value}");
                break;
            case "Union":
                Take("whole[w]");
                return DecodeUnion(type, 0, v, indent);
            case "Tuple":
                var items = type.Of.Select(item => Decode(item, indent)).ToArray();
                Line(indent, $"{v} = ({string.Concat(items.Select(static item => item + ", "))})");
                break;
            default:
                var fields = Tuple(type.Name)!.Attributes.Select(field => Decode(field.Type, indent)).ToArray();
                Line(indent, $"{v} = {type.Name}({string.Join(", ", fields)})");
                break;
        }

        return v;
    }

    private string Count(int indent)
    {
        var n = Name("n");
        Line(indent, $"{n} = whole[w]");
        Line(indent, "w = w + 1");
        return n;
    }

    private void DecodeOptional(ScriptType type, string v, int indent)
    {
        var n = Count(indent);
        Line(indent, $"{v} = annotate({type}, None)");
        Line(indent, $"if {n} == 1:");
        var some = Decode(type.Of[0], indent + 2);
        Line(indent + 2, $"{v} = {some}");
    }

    private void DecodeList(ScriptType type, string v, int indent)
    {
        var n = Count(indent);
        var (from, counter) = type.Of[0].Name switch
        {
            "Tensor" => ("given", "t"), "int" => ("whole", "w"), "float" => ("real", "r"), _ => ("", ""),
        };
        if (from.Length > 0)
        {
            Line(indent, $"{v} = {from}[{counter}:{counter} + {n}]");
            Line(indent, $"{counter} = {counter} + {n}");
            return;
        }

        Line(indent, $"{v} = annotate({type}, [])");
        Line(indent, $"for i{v} in range({n}):");
        var item = Decode(type.Of[0], indent + 2);
        Line(indent + 2, $"{v}.append({item})");
    }

    private string DecodeUnion(ScriptType type, int which, string kind, int indent)
    {
        var v = Name("u");
        if (which == type.Of.Length - 1)
        {
            return Decode(type.Of[which], indent);
        }

        Line(indent, $"if {kind} == {which}:");
        var some = Decode(type.Of[which], indent + 2);
        Line(indent + 2, $"{v} : {type} = {some}");
        Line(indent, "else:");
        var other = DecodeUnion(type, which + 1, kind, indent + 2);
        Line(indent + 2, $"{v} = {other}");
        return v;
    }

    // Lines that write a value.
    private void Encode(ScriptType type, string value, int indent)
    {
        var v = Name("e");
        switch (type.Name)
        {
            case "Tensor":
                Line(indent, $"out.append({value})");
                break;
            case "int":
                Line(indent, $"whole_out.append({value})");
                break;
            case "bool":
                Line(indent, $"whole_out.append(int({value}))");
                break;
            case "float":
                Line(indent, $"real_out.append({value})");
                break;
            case "complex":
                Line(indent, $"out.append(torch.fill_(torch.empty([], dtype=10), {value}))");
                break;
            case "NoneType":
                break;
            case "str" or "Device":
                Line(indent, type.Name == "str" ? $"{v} = {value}" : $"{v} = str({value})");
                Line(indent, $"whole_out.append(len({v}))");
                Line(indent, $"for i{v} in range(len({v})):");
                Line(indent + 2, $"whole_out.append(ord({v}[i{v}]))");
                break;
            case "Optional":
                Line(indent, $"{v} = {value}");
                Line(indent, $"if {v} is None:");
                Line(indent + 2, "whole_out.append(0)");
                Line(indent, "else:");
                Line(indent + 2, "whole_out.append(1)");
                Line(indent + 2, $"s{v} = unchecked_cast({type.Of[0]}, {v})");
                Encode(type.Of[0], "s" + v, indent + 2);
                break;
            case "List":
                Line(indent, $"{v} = {value}");
                Line(indent, $"whole_out.append(len({v}))");
                var list = type.Of[0].Name switch { "Tensor" => "out", "int" => "whole_out", "float" => "real_out", _ => null };
                if (list is not null)
                {
                    Line(indent, $"{list}.extend({v})");
                    break;
                }

                Line(indent, $"for i{v} in range(len({v})):");
                Encode(type.Of[0], $"{v}[i{v}]", indent + 2);
                break;
            case "Dict":
                Line(indent, $"{v} = {value}");
                Line(indent, $"whole_out.append(len({v}))");
                Line(indent, $"for k{v} in list({v}.keys()):");
                Encode(type.Of[0], $"k{v}", indent + 2);
                Encode(type.Of[1], $"{v}[k{v}]", indent + 2);
                break;
            case "Union":
                EncodeUnion(type.Of, value, indent);
                break;
            default:
                ScriptType[] items = type.Name == "Tuple" ? type.Of : [.. Tuple(type.Name)!.Attributes.Select(static field => field.Type)];
                Line(indent, $"{v} = {value}");
                for (var i = 0; i < items.Length; i++)
                {
                    Encode(items[i], $"({v})[{i}]", indent);
                }

                break;
        }
    }

    private void EncodeUnion(ScriptType[] types, string value, int indent)
    {
        for (var which = 0; which < types.Length; which++)
        {
            var v = Name("e");
            if (which == types.Length - 1)
            {
                Line(indent, $"whole_out.append({which})");
                Line(indent, $"{v} = unchecked_cast({types[which]}, {value})");
                Encode(types[which], v, indent);
                return;
            }

            Line(indent, $"{v} = {value}");
            Line(indent, $"if isinstance({v}, {types[which]}):");
            Line(indent + 2, $"whole_out.append({which})");
            Line(indent + 2, $"s{v} = unchecked_cast({types[which]}, {v})");
            Encode(types[which], "s" + v, indent + 2);
            Line(indent, "else:");
            indent += 2;
            var rest = types.Length - which > 2 ? new ScriptType("Union", types[(which + 1)..]) : types[^1];
            Line(indent, $"o{v} = unchecked_cast({rest}, {v})");
            value = "o" + v;
        }
    }
}
