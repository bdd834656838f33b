namespace TorchLite.Utils.Data;

/// <summary>Random numbers of items, which are those of the CPU wherever tensors are made by default.</summary>
internal static class Draws
{
    /// <summary>A seed, as Python's loaders and samplers draw them; null: of the default generator.</summary>
    internal static long Seed(Generator? generator)
    {
        using var drawn = Torch.Empty([], dtype: DType.Int64, device: "cpu").Random_(generator);
        return drawn.Item<long>();
    }

    /// <summary>Numbers below a bound.</summary>
    internal static int[] Of(int bound, int count, Generator generator)
    {
        using var drawn = Torch.Randint(bound, [count], device: "cpu", generator: generator);
        return Numbers(drawn);
    }

    /// <summary>All numbers below a bound, in random order; null: of the default generator.</summary>
    internal static int[] Permutation(int count, Generator? generator)
    {
        using var drawn = Torch.Randperm(count, device: "cpu", generator: generator);
        return Numbers(drawn);
    }

    internal static int[] Numbers(Tensor drawn)
    {
        var wide = drawn.AsSpan<long>();
        var numbers = new int[wide.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (int)wide[i];
        }

        return numbers;
    }
}
