using System.Collections.Concurrent;
using System.Diagnostics;

namespace TorchLite.Native;

/// <summary>
/// The operators of libtorch, from a list that PyTorch wrote (operators.txt): arguments are looked at here, because a line that does not
/// compile would end the process.
/// </summary>
[StackTraceHidden]
internal static class Operators
{
    private const string Prefix = "aten::";

    // Their declarations, by name without overload.
    private static readonly Lazy<ILookup<string, string>> Declarations = new(static () =>
    {
        using var text = new StreamReader(typeof(Operators).Assembly.GetManifestResourceStream("operators.txt")!);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToLookup(static line => line[..line.AsSpan().IndexOfAny('.', '(')]);
    });

    // Those that were asked for, read.
    private static readonly ConcurrentDictionary<string, OperatorSchema[]> Known = new();

    /// <summary>All of them.</summary>
    internal static IEnumerable<OperatorSchema> All =>
        Declarations.Value.SelectMany(static group => group).Select(static line => new OperatorSchema(line));

    /// <summary>The overloads of a name such as <c>aten::add</c>; none where it is not known.</summary>
    internal static OperatorSchema[] Overloads(string name) => Read(name);

    /// <summary>The overload that a name and arguments mean.</summary>
    internal static OperatorSchema Find(string name, ReadOnlySpan<OpArgument?> arguments, bool allowUnsafe)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (operation, overload) = name.Split('.', 2) is [var first, var second] ? (first, second) : (name, null);
        var known = Read(operation);
        if (known.Length == 0)
        {
            var (space, member) = operation.Split("::", 2) is [var s, var m] ? (s, m) : ("aten", operation);
            throw new TorchException(
                $"'_OpNamespace' '{space}' object has no attribute '{member}'"
                + (Declarations.Value.Contains(Prefix + name.Split('.')[0]) ? $"; did you mean {Prefix}{name}?" : ""));
        }

        var named = Array.FindAll(known, schema => overload is null || schema.Overload == (overload == "default" ? "" : overload));
        if (named.Length == 0)
        {
            throw new TorchException(
                $"The underlying op of '{operation.Replace("::", ".", StringComparison.Ordinal)}' has no overload name '{overload}'. "
                + "It has: " + string.Join(", ", known.Select(static schema => schema.Overload is "" ? "default" : schema.Overload)));
        }

        var misfits = new List<string>();
        foreach (var schema in named)
        {
            if (schema.Misfit(arguments) is not { } misfit)
            {
                return schema.IsChecked || allowUnsafe ? schema : throw new TorchException(
                    $"{name} does not check its arguments: wrong ones can end the process. "
                    + $"It is called with allowUnsafe: true.\nDeclaration: {schema}");
            }

            misfits.Add(misfit);
        }

        throw new TorchException(
            misfits is [var only] ? only : $"{name} failed to match any schema:\n{string.Join("\n\n", misfits)}");
    }

    /// <summary>One of which the name and the overload are known.</summary>
    internal static OperatorSchema Named(string name, string overload) => Array.Find(Read(name), schema => schema.Overload == overload)
        ?? throw new InvalidOperationException($"libtorch does not have {name}.{overload}");

    /// <summary>Calls an operator with arguments that fit.</summary>
    internal static Tensor?[] Call(OperatorSchema schema, ReadOnlySpan<OpArgument?> arguments)
    {
        OpArgument?[] given = [.. arguments];
        OperatorChecks.Check(schema, given);
        if (OperatorChecks.Divide(schema, given) is { } quotient)
        {
            return [quotient];
        }

        Tensor[] written = [.. given.Where((_, i) => schema.Parameters[i].IsWritten).SelectMany(TensorsOf)];
        var before = Array.ConvertAll(written, static tensor => tensor.StorageNow());
        var results = Script.Optional(schema.Line(given));
        for (var i = 0; i < written.Length; i++)
        {
            written[i].Refresh(before[i], [.. given.SelectMany(TensorsOf)]);
        }

        return results;
    }

    private static IEnumerable<Tensor> TensorsOf(OpArgument? argument) => argument?.Value switch
    {
        Tensor tensor => [tensor],
        OpArgument?[] items => items.SelectMany(TensorsOf),
        _ => [],
    };

    // What is unknown is not kept: anything may be asked for.
    private static OperatorSchema[] Read(string operation) =>
        !Declarations.Value.Contains(operation) ? []
        : Known.GetOrAdd(operation, static name => [.. Declarations.Value[name].Select(static line => new OperatorSchema(line))]);
}
