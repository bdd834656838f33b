namespace TorchLite;

/// <summary>A scope that restores the state of the random numbers: see <see cref="Torch.Random.ForkRng"/>.</summary>
/// <example><code>
/// Torch.ManualSeed(0);
/// using (Torch.Random.ForkRng()) { Torch.ManualSeed(99); }
/// Torch.Rand(2)   // tensor([0.4963, 0.7682])
/// </code></example>
public readonly ref struct RandomFork
{
    private readonly Tensor? before;

    internal RandomFork(bool enabled) => before = enabled ? Torch.GetRngState() : null;

    /// <summary>Restores the previous state.</summary>
    /// <example><code>
    /// var fork = Torch.Random.ForkRng();
    /// fork.Dispose();
    /// </code></example>
    public void Dispose()
    {
        if (before is not null)
        {
            Torch.SetRngState(before);
            before.Dispose();
        }
    }
}
