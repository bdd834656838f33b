namespace TorchLite.Export;

/// <summary>Whether the tensors of a call have the sizes for which a program was exported.</summary>
internal sealed class InputConstraints(ExportedProgram program)
{
    private readonly Dictionary<string, long> known = new(StringComparer.Ordinal);

    /// <summary>Looks at the leaves of the arguments.</summary>
    /// <exception cref="TorchException">A size is another; the text is PyTorch's.</exception>
    /// <exception cref="ArgumentException">A value that the export took for a constant is another, or a tensor is none.</exception>
    internal void Check(List<(string Path, object? Value)> leaves)
    {
        InputSpec[] specs = [.. program.Inputs.Where(static input => input.IsGiven)];
        for (var i = 0; i < specs.Length; i++)
        {
            var (path, value) = leaves[i];
            if (specs[i].Argument is ValueName { Name: var name })
            {
                if (program.Graph.Tensors.TryGetValue(name, out var meta))
                {
                    CheckTensor(path, name, value as Tensor ?? throw new ArgumentException(
                        $"Expected input at {path} to be a tensor, but got {value?.GetType().Name ?? "None"}"), meta);
                }
            }
            else if (!Equals(specs[i].Argument, value))
            {
                throw new ArgumentException(
                    $"Expected input at {path} to be equal to {Text(specs[i].Argument)}, but got {Text(value)}");
            }
        }

        CheckGuards(leaves);
    }

    // A graph was made for the way that the model took at the sizes of the export.
    private void CheckGuards(List<(string Path, object? Value)> leaves)
    {
        if (program.Guards.Length == 0)
        {
            return;
        }

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (path, value) in leaves)
        {
            values[Source(path)] = value;
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

    private static string Text(object? value) => value is null ? "None" : FormattableString.Invariant($"{value}");

    private void CheckTensor(string path, string name, Tensor tensor, TensorMeta meta)
    {
        if (tensor.Dim() != meta.Sizes.Length)
        {
            throw new TorchException(
                $"Unexpected number of dimensions in input at {path}.shape (expected {Python(meta.Sizes)}, got {tensor.Shape})");
        }

        for (var j = 0; j < meta.Sizes.Length; j++)
        {
            var (size, actual) = (meta.Sizes[j], tensor.Size(j));
            var symbols = size.Symbols.Distinct().ToArray();
            if (symbols is [var symbol] && !known.ContainsKey(symbol))
            {
                known[symbol] = size.SolveFor(symbol, actual) ?? throw new TorchException(
                    $"Expected input {name}.shape[{j}] = {actual} to be of the form {size}, where {symbol} is an integer");
                CheckRange($"{path}.shape[{j}]", $"{size}", actual);
            }
            else if (size.Evaluate(known) is { } expected && expected != actual)
            {
                throw new TorchException($"Expected input at {path}.shape[{j}] to be equal to {expected}, but got {actual}");
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

    private static string Python(SymbolicExpression[] sizes) => $"[{string.Join(", ", sizes.Select(static size => $"{size}"))}]";
}
