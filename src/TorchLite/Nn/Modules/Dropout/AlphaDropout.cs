namespace TorchLite.Nn;

/// <summary>
/// Replaces random elements by the least value of <see cref="SELU"/> in training, and keeps mean and variance: PyTorch's
/// <c>torch.nn.AlphaDropout</c>.
/// </summary>
/// <param name="p">The probability that an element is dropped.</param>
/// <param name="inplace">As PyTorch has it, which does not look at it here.</param>
/// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
/// <example><code>
/// Torch.ManualSeed(0);
/// var dropout = new AlphaDropout(0.5);
/// dropout                                              // AlphaDropout(p=0.5, inplace=False)
/// dropout.Call(Torch.Ones(4))                           // tensor([-0.7792, -0.7792,  1.6656, -0.7792])
/// dropout.Eval().Call(Torch.Ones(4)).Sum()        // tensor(4.)
/// </code></example>
public class AlphaDropout(double p = 0.5, bool inplace = false) : DropoutNd(p, inplace)
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.AlphaDropout(input, P, Training);
}
