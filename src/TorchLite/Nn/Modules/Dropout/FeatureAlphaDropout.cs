namespace TorchLite.Nn;

/// <summary>
/// Does to whole channels what <see cref="AlphaDropout"/> does to elements: PyTorch's <c>torch.nn.FeatureAlphaDropout</c>.
/// </summary>
/// <param name="p">The probability that a channel is dropped.</param>
/// <param name="inplace">As PyTorch has it, which does not look at it here.</param>
/// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
/// <example><code>
/// Torch.ManualSeed(0);
/// var dropout = new FeatureAlphaDropout(0.5);
/// dropout                                              // FeatureAlphaDropout(p=0.5, inplace=False)
/// dropout.Call(Torch.Ones(1, 3, 2)).Sum(-1)             // tensor([[-1.5584, -1.5584,  3.3312]])
/// dropout.Eval().Call(Torch.Ones(1, 3, 2)).Sum()        // tensor(6.)
/// </code></example>
public class FeatureAlphaDropout(double p = 0.5, bool inplace = false) : DropoutNd(p, inplace)
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.FeatureAlphaDropout(input, P, Training);
}
