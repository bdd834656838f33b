using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>Makes one recorded call in C#, differentiates it twice, and tells how the gradients differ from PyTorch's.</summary>
internal sealed class GradientReplay : Replay
{
    /// <summary>Calls of which the first, and the second, derivatives were compared.</summary>
    internal static int First { get; private set; }

    internal static int Second { get; private set; }

    internal static new (string Call, IReadOnlyList<string> Differences, bool IsExact) Run(JsonElement recorded) =>
        new GradientReplay().Make(recorded);

    protected override void Answer(JsonElement recorded)
    {
        var (positional, named) = Arguments(recorded);
        var leaves = positional.Concat(named.Values).SelectMany(Tensors).Where(static tensor => tensor.RequiresGrad).ToArray();
        Tensor?[]? first;
        try
        {
            if (Results(recorded.GetProperty("call").GetString()!, positional, named) is not { } results)
            {
                return;
            }

            first = Gradients(results, leaves, recorded.TryGetProperty("modulus", out _));
        }
        catch (TorchException thrown)
        {
            Error(recorded, "error", thrown);
            return;
        }

        if (!ExpectsError(recorded, "error"))
        {
            Compare("first", recorded.GetProperty("first"), first);
            if (Differences.Count == 0 && first is not null)
            {
                First++;
                Again(recorded, first, leaves);
            }
        }
    }

    private void Again(JsonElement recorded, Tensor?[] first, Tensor[] leaves)
    {
        // Where the two versions of PyTorch do not agree, there is none.
        if (!recorded.TryGetProperty("second", out var expected))
        {
            return;
        }

        Second++;
        try
        {
            var second = Gradients(first.OfType<Tensor>(), leaves) ?? new Tensor?[leaves.Length];
            if (!ExpectsError(recorded, "second"))
            {
                Compare("second", expected, second);
            }
        }
        catch (TorchException thrown)
        {
            Error(recorded, "second", thrown);
        }
    }

    // The results that require a gradient; null where C# has no such call.
    private Tensor[]? Results(string call, object?[] positional, Dictionary<string, object?> named)
    {
        Torch.ManualSeed(0);
        var isWriting = call.EndsWith("__setitem__", StringComparison.Ordinal)
            || (call.EndsWith('_') && !call.EndsWith("__", StringComparison.Ordinal));
        if (isWriting)
        {
            positional[0] = ((Tensor)positional[0]!).Clone(); // a leaf is not changed in place
        }

        return Find(call, positional, named) is { } binding
            ? [.. Tensors(binding.Invoke() ?? (isWriting ? positional[0] : null)).Where(static result => result.RequiresGrad)]
            : null;
    }

    private static Tensor?[]? Gradients(IEnumerable<Tensor> values, Tensor[] leaves, bool modulus = false)
    {
        var recorded = values.Where(static value => value.RequiresGrad).ToArray();
        return recorded.Length == 0 ? null : Torch.Autograd.Grad([Loss(recorded, modulus)], leaves, allowUnused: true, createGraph: true);
    }

    // As gradients.py has it.
    private static Tensor Loss(Tensor[] values, bool modulus)
    {
        var total = Torch.Zeros([], DType.Float64);
        foreach (var value in values)
        {
            var plain = modulus ? value.Abs() : value;
            var real = plain.DType.IsComplex ? Torch.ViewAsReal(plain.ResolveConj()) : plain;
            var weights = (((Torch.Arange(real.Numel(), dtype: DType.Float64) % 7) + 1) / 8).Reshape(real.Shape);
            total = total + (real * (real + 1) * weights).Sum();
        }

        return total;
    }

    private void Compare(string order, JsonElement expected, Tensor?[]? gradients)
    {
        if (gradients is null || expected.ValueKind == JsonValueKind.Null)
        {
            if (gradients is not null || expected.ValueKind != JsonValueKind.Null)
            {
                Differences.Add(gradients is null ? "expected a gradient, actual none" : "expected no gradient, actual one");
            }

            return;
        }

        var comparison = Compared("close", []);
        foreach (var (i, (one, gradient)) in expected.EnumerateArray().Zip(gradients).Index())
        {
            comparison.Value($"{order} gradient of tensor {i}", one, gradient?.Detach());
        }
    }
}
