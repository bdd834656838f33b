using TorchLite.Printing;

namespace TorchLite.Export;

/// <summary>Whether the tensors of a call have the sizes for which a program was exported.</summary>
internal sealed class InputConstraints
{
    private readonly ExportedProgram program;
    private readonly InputSpec[] specs;
    private readonly string[] paths;

    // What the guards call the arguments.
    private readonly string[] sources;

    // What is to be looked at of the sizes of each argument; null where it is no tensor.
    private readonly Dim[]?[] dims;
    private readonly bool hasSymbols;

    internal InputConstraints(ExportedProgram program)
    {
        this.program = program;
        specs = [.. program.Inputs.Where(static input => input.IsGiven)];
        paths = [.. program.Positional.LeafPaths, .. program.Named.LeafPaths];
        dims = Array.ConvertAll(specs, spec => spec.Argument is ValueName { Name: var name }
            && program.Graph.Tensors.TryGetValue(name, out var meta) ? Array.ConvertAll(meta.Sizes, Dim.Of) : null);
        sources = program.Guards.Length == 0 ? [] : Array.ConvertAll(paths, Source);
        hasSymbols = dims.Any(static one => one?.Any(static dim => dim.Fixed is null) == true);
    }

    /// <summary>Looks at the leaves of the arguments.</summary>
    /// <exception cref="TorchException">A size is another; the text is PyTorch's.</exception>
    /// <exception cref="ArgumentException">A value that the export took for a constant is another, or a tensor is none.</exception>
    internal void Check(List<object?> leaves)
    {
        var known = hasSymbols ? new Dictionary<string, long>(StringComparer.Ordinal) : null;
        for (var i = 0; i < specs.Length; i++)
        {
            var value = leaves[i];
            if (dims[i] is { } sizes)
            {
                var tensor = value as Tensor ?? throw new ArgumentException(
                    $"Expected input at {paths[i]} to be a tensor, but got {value?.GetType().Name ?? "None"}");
                CheckTensor(i, tensor, sizes, known);
            }
            else if (specs[i].Argument is not ValueName && !AreEqual(specs[i].Argument, value))
            {
                throw new ArgumentException(
                    $"Expected input at {paths[i]} to be equal to {Text(specs[i].Argument)}, but got {Text(value)}");
            }
        }

        if (program.Guards.Length > 0)
        {
            CheckGuards(leaves);
        }
    }

    // A graph was made for the way that the model took at the sizes of the export.
    private void CheckGuards(List<object?> leaves)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < sources.Length; i++)
        {
            values[sources[i]] = leaves[i];
        }

        foreach (var guard in program.Guards)
        {
            if (guard.Evaluate(Value) is 0)
            {
                throw new TorchException($"Guard failed: {guard}");
            }
        }

        double? Value(string source, int? dim) => values.GetValueOrDefault(source) switch
        {
            Tensor tensor when dim is { } of && of < tensor.Dim() => tensor.Size(of),
            long number when dim is null => number,
            double number when dim is null => number,
            bool flag when dim is null => flag ? 1 : 0,
            _ => null,
        };
    }

    // "*args[0]['k']" is x['k'] where the model calls its first argument x, and "**kwargs['x']" is x.
    private string Source(string path)
    {
        var start = path.IndexOf('[', StringComparison.Ordinal);
        var end = path.IndexOf(']', StringComparison.Ordinal);
        var first = path[(start + 1)..end].Trim('\'');
        return (path.StartsWith("**", StringComparison.Ordinal) ? first
            : int.TryParse(first, out var place) && place < program.ArgumentNames.Length ? program.ArgumentNames[place]
            : path) + path[(end + 1)..];
    }

    // As PyTorch 2.14 compares them, for which 3.0 is 3 and 1 is True.
    private static bool AreEqual(object? constant, object? value) => Equals(constant, value) || (constant, value) switch
    {
        (long or bool, long or bool) => Convert.ToInt64(constant, null) == Convert.ToInt64(value, null),
        (long or bool or double, long or bool or double) => Convert.ToDouble(constant, null) == Convert.ToDouble(value, null),
        _ => false,
    };

    private static string Text(object? value) => value as string ?? PythonText.Of(value);

    private void CheckTensor(int i, Tensor tensor, Dim[] sizes, Dictionary<string, long>? known)
    {
        var shape = tensor.Shape;
        if (shape.Count != sizes.Length)
        {
            throw new TorchException($"Unexpected number of dimensions in input at {paths[i]}.shape (expected "
                + $"[{string.Join(", ", sizes.Select(static size => $"{size.Size}"))}], got {shape})");
        }

        for (var j = 0; j < sizes.Length; j++)
        {
            var (size, actual) = (sizes[j], shape[j]);
            if (size.Fixed == actual)
            {
                continue;
            }

            if (size.Symbol is { } symbol && !known!.ContainsKey(symbol))
            {
                known[symbol] = size.Size.SolveFor(symbol, actual) ?? throw new TorchException(
                    $"Expected input {((ValueName)specs[i].Argument!).Name}.shape[{j}] = {actual} to be of the form {size.Size}, where "
                    + $"{symbol} is an integer");
                CheckRange($"{paths[i]}.shape[{j}]", size.Text, actual);
            }
            else if ((size.Fixed ?? size.Size.Evaluate(known!)) is { } expected && expected != actual)
            {
                throw new TorchException($"Expected input at {paths[i]}.shape[{j}] to be equal to {expected}, but got {actual}");
            }
        }
    }

    private void CheckRange(string place, string symbol, long actual)
    {
        if (!program.RangeConstraints.TryGetValue(symbol, out var range))
        {
            return;
        }

        // Sizes 0 and 1 are special to the export, which nevertheless lets them pass, as PyTorch does, where it began with 2.
        if (range.Min is > 2 and var min && actual < min)
        {
            throw new TorchException($"Expected input at {place} to be >= {min}, but got {actual}");
        }

        if (range.Max is { } max && actual > max)
        {
            throw new TorchException($"Expected input at {place} to be <= {max}, but got {actual}");
        }
    }

    /// <summary>A size: a number, or an expression and the symbol in it where it is only one.</summary>
    private sealed record Dim(SymbolicExpression Size, double? Fixed, string? Symbol, string Text)
    {
        internal static Dim Of(SymbolicExpression size) => new(
            size, size.IsNumber ? size.Value : null, size.Symbols.Distinct().ToArray() is [var symbol] ? symbol : null, $"{size}");
    }
}
