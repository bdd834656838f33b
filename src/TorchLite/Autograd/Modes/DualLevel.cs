namespace TorchLite;

/// <summary>
/// A scope for forward-mode derivatives: see <see cref="Torch.Autograd.ForwardAd.DualLevel"/>.
/// </summary>
/// <example><code>
/// using var level = Torch.Autograd.ForwardAd.DualLevel();
/// var x = Torch.Autograd.ForwardAd.MakeDual(Torch.Tensor([3.0]), Torch.Tensor([1.0]));
/// x * x   // tensor([9.], tangent=tensor([6.]))
/// </code></example>
public readonly ref struct DualLevel : IDisposable
{
    private readonly long level;

    internal DualLevel(long level) => this.level = level;

    /// <summary>Ends the scope. What the tensors know of tangents is gone.</summary>
    /// <exception cref="TorchException">It has ended already.</exception>
    public void Dispose() => Torch.Autograd.ForwardAd.ExitDualLevel(level);
}
