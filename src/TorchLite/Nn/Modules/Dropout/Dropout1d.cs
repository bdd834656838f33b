namespace TorchLite.Nn;

/// <summary>
/// Replaces random channels of signals by 0 in training, and divides the others by 1 - p: PyTorch's <c>torch.nn.Dropout1d</c>.
/// </summary>
/// <param name="p">The probability that a channel is dropped.</param>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
/// <example><code>
/// Torch.ManualSeed(0);
/// var dropout = new Dropout1d(0.5);
/// dropout                                              // Dropout1d(p=0.5, inplace=False)
/// dropout.Call(Torch.Ones(1, 3, 2)).Sum(-1)             // tensor([[0., 0., 4.]])
/// dropout.Eval().Call(Torch.Ones(1, 3, 2)).Sum()        // tensor(6.)
/// </code></example>
public class Dropout1d(double p = 0.5, bool inplace = false) : DropoutNd(p, inplace)
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Dropout1d(input, P, Training, Inplace);
}
