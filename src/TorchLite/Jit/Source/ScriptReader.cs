using System.Text.RegularExpressions;

namespace TorchLite.Jit;

/// <summary>
/// Reads a source as far as is asked of it from outside: its classes, their attributes and the signatures of their methods. The bodies are
/// libtorch's to read.
/// </summary>
internal sealed partial class ScriptReader
{
    private readonly string source;
    private readonly string folder;
    private readonly List<ScriptToken> tokens;
    private int at;

    private ScriptReader(string source, string folder)
    {
        this.source = source;
        this.folder = folder;
        tokens = ScriptTokens.Of(source);
    }

    /// <summary>All parts of the source.</summary>
    internal IReadOnlyList<ScriptToken> Tokens => tokens;

    internal List<ScriptClass> Classes { get; } = [];

    internal List<ScriptSignature> Functions { get; } = [];

    /// <summary>Reads a source.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="folder">What its names begin with: <c>__torch__.torch.nn</c>.</param>
    /// <exception cref="TorchFileException">It is not as TorchScript writes it.</exception>
    internal static ScriptReader Read(string source, string folder)
    {
        var reader = new ScriptReader(source, folder);
        while (reader.at < reader.tokens.Count)
        {
            reader.TopLevel();
        }

        return reader;
    }

    private ScriptToken Now => at < tokens.Count ? tokens[at] : tokens[^1];

    private void TopLevel()
    {
        if (Now.Is("class"))
        {
            at++;
            var name = Word();
            var parent = "";
            if (Skip("("))
            {
                parent = Skip(")") ? "" : Dotted();
            }

            Classes.Add(new($"{folder}.{name}", parent));
            EndLine(out var indent);
            while (indent > 0 && at < tokens.Count)
            {
                Member(Classes[^1], indent);
                EndLine(out indent);
            }
        }
        else if (Now.Is("def"))
        {
            Functions.Add(Function(0));
        }
        else
        {
            EndLine(out _);
        }
    }

    private void Member(ScriptClass owner, int indent)
    {
        if (Now.Is("def"))
        {
            var method = Function(indent);
            owner.Methods.Add(method);
            foreach (Match match in Assigned().Matches(method.Code))
            {
                // What gives back the tensor that it changes gives the attribute the tensor that it has.
                var (name, changed) = (match.Groups[1].Value, match.Groups[2].Value);
                if (changed.Length == 0 || !method.Code.Contains($" {changed} = self.{name}\n", StringComparison.Ordinal))
                {
                    owner.Written.Add(name);
                }
            }

            at--; // to the end of its last line
            return;
        }

        if (Now.Kind != ScriptTokenKind.Word)
        {
            return;
        }

        var word = Word();
        if (word is "__parameters__" or "__buffers__" && Skip("=") && Skip("["))
        {
            var list = word == "__parameters__" ? owner.Parameters : owner.Buffers;
            for (; Now.Kind == ScriptTokenKind.Text; Skip(","))
            {
                list.Add(Unquoted(tokens[at++].Text));
            }
        }
        else if (word is "__forward_pre_hooks__" or "__forward_hooks__" && Skip("=") && Skip("["))
        {
            for (; Now.Kind == ScriptTokenKind.Text; Skip(","))
            {
                owner.Hooks.Add((Unquoted(tokens[at++].Text), word == "__forward_pre_hooks__"));
            }
        }
        else if (word == "__annotations__" && Skip("[") && Now.Kind == ScriptTokenKind.Text)
        {
            var name = Unquoted(tokens[at++].Text);
            if (Skip("]") && Skip("="))
            {
                owner.Attributes.Add(new(name, Type(), null));
            }
        }
        else if (Skip(":"))
        {
            var type = Type();
            var constant = Skip("=") ? Rest() : null;
            owner.Attributes.Add(type is { Name: "Final", Of: [var inner] } ? new(word, inner, constant ?? "") : new(word, type, null));
        }
    }

    // Of a method without the type of itself, and with its body as far to the left as a function's.
    private ScriptSignature Function(int indent)
    {
        var start = Now.Start;
        at++;
        var name = Word();
        Expect("(");
        var parameters = new List<ScriptParameter>();
        var (selfStart, selfEnd) = (start, start);
        for (var first = indent > 0; !Skip(")"); first = false)
        {
            if (Skip("*"))
            {
                Skip(",");
                continue;
            }

            var parameter = Word();
            selfStart = first ? tokens[at - 1].End : selfStart;
            var type = Skip(":") ? Type() : ScriptType.Tensor;
            selfEnd = first ? tokens[at - 1].End : selfEnd;
            var given = Skip("=") ? Rest() : null;
            if (!first)
            {
                parameters.Add(new(parameter, type, given));
            }

            if (!Now.Is(")"))
            {
                Expect(",");
            }
        }

        var result = Skip("->") ? Type() : ScriptType.Unknown;
        Expect(":");
        var bodyStart = tokens[at - 1].End;
        int next;
        do
        {
            EndLine(out next);
        }
        while (at < tokens.Count && next > indent);
        var end = at < tokens.Count ? tokens[at - 1].Start : source.Length;
        var body = source[Math.Min(bodyStart, end)..end].TrimEnd();
        body = indent > 0 ? body.Replace("\n" + new string(' ', indent), "\n", StringComparison.Ordinal) : body;
        var head = indent > 0 ? string.Concat(source.AsSpan(start, selfStart - start), source.AsSpan(selfEnd, bodyStart - selfEnd))
            : source[start..bodyStart];
        return new(name, [.. parameters], result, head + body + "\n");
    }

    private ScriptType Type(int depth = 0)
    {
        var name = Dotted();
        var of = new List<ScriptType>();
        if (depth > 50)
        {
            throw Wrong();
        }

        if (Skip("["))
        {
            if (Skip("("))
            {
                Expect(")");
            }

            while (!Skip("]"))
            {
                of.Add(Type(depth + 1));
                if (!Now.Is("]"))
                {
                    Expect(",");
                }
            }
        }

        return name is "None" ? ScriptType.None : new(
            name switch { "torch.Tensor" => "Tensor", "torch.device" => "Device", "torch.dtype" => "int", _ => name }, [.. of]);
    }

    // A value's source: up to a comma or bracket that is not its own, or the end of the line.
    private string Rest()
    {
        var (start, depth) = (Now.Start, 0);
        for (; Now.Kind != ScriptTokenKind.Line && !(depth == 0 && (Now.Is(",") || Now.Is(")"))); at++)
        {
            depth += Now.Is("(") || Now.Is("[") || Now.Is("{") ? 1 : Now.Is(")") || Now.Is("]") || Now.Is("}") ? -1 : 0;
        }

        return source[start..tokens[at - 1].End];
    }

    private string Dotted()
    {
        var name = Word();
        while (Skip("."))
        {
            name += "." + Word();
        }

        return name;
    }

    private string Word() => Now.Kind == ScriptTokenKind.Word ? tokens[at++].Text : throw Wrong();

    private bool Skip(string sign)
    {
        var isThere = at < tokens.Count && Now.Is(sign);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private void Expect(string sign)
    {
        if (!Skip(sign))
        {
            throw Wrong();
        }
    }

    private void EndLine(out int indent)
    {
        while (at < tokens.Count && Now.Kind != ScriptTokenKind.Line)
        {
            at++;
        }

        indent = at < tokens.Count ? tokens[at].Indent : 0;
        at++;
    }

    private static string Unquoted(string text) => text.Trim('"', '\'');

    private TorchFileException Wrong() =>
        new($"the TorchScript source of {folder} can not be read: "
            + $"'{Now.Text.Trim()}' in line {source.AsSpan(0, Now.Start).Count('\n') + 1}");

    // self.x = torch.f_(x, …): the second is what is changed in place.
    [GeneratedRegex(@"^ *self\.(\w+) = (?:torch\.\w*[a-z]_\((\w+),)?", RegexOptions.Multiline)]
    private static partial Regex Assigned();
}
