namespace TorchLite.Nn;

/// <summary>Replaces random elements by 0 in training, and divides the others by 1 - p: PyTorch's <c>torch.nn.Dropout</c>.</summary>
/// <param name="p">The probability that an element is dropped.</param>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
/// <example><code>
/// Torch.ManualSeed(0);
/// var dropout = new Dropout(0.5);
/// dropout                                              // Dropout(p=0.5, inplace=False)
/// dropout.Call(Torch.Ones(6))                           // tensor([0., 0., 2., 0., 0., 0.])
/// dropout.Eval().Call(Torch.Ones(6)).Sum()        // tensor(6.)
/// </code></example>
public class Dropout(double p = 0.5, bool inplace = false) : DropoutNd(p, inplace)
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Dropout(input, P, Training, Inplace);
}
