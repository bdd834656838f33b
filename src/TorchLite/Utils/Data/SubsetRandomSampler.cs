namespace TorchLite.Utils.Data;

/// <summary>Given items in random order: PyTorch's <c>SubsetRandomSampler</c>.</summary>
/// <param name="indices">Their numbers.</param>
/// <param name="generator">The generator of the random numbers; null: the default generator.</param>
/// <exception cref="ArgumentNullException">There are no numbers.</exception>
/// <example><code>
/// Torch.ManualSeed(0);
/// string.Join(" ", new SubsetRandomSampler([10, 20, 30, 40]))   // 10 20 40 30
/// </code></example>
public sealed class SubsetRandomSampler(IReadOnlyList<int> indices, Generator? generator = null) : Sampler<int>
{
    /// <summary>The numbers.</summary>
    public IReadOnlyList<int> Indices { get; } = indices ?? throw new ArgumentNullException(nameof(indices));

    /// <inheritdoc/>
    public override int Count => Indices.Count;

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator()
    {
        foreach (var place in Draws.Permutation(Indices.Count, generator))
        {
            yield return Indices[place];
        }
    }
}
