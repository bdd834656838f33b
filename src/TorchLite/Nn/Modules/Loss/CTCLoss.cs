namespace TorchLite.Nn;

/// <summary>
/// The negative log likelihood of sequences of labels that are not aligned with the input: PyTorch's <c>torch.nn.CTCLoss</c>
/// (A. Graves et al., "Connectionist temporal classification", 2006).
/// </summary>
/// <example><code>
/// var loss = new CTCLoss();
/// var logProbs = Torch.Zeros(3, 1, 2).LogSoftmax(2);
/// loss.Call(logProbs, Torch.Tensor([[1]]), Torch.Tensor([3]), Torch.Tensor([1]))   // tensor(0.2877)
/// loss.Call(logProbs, Torch.Tensor([[1]]), [3], [1])                               // tensor(0.2877)
/// </code></example>
public class CTCLoss : Module
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="blank">The label that stands for none.</param>
    /// <param name="reduction">What becomes of the losses: for the mean, each is divided by the length of its sequence.</param>
    /// <param name="zeroInfinity">Whether an infinite loss, of a sequence that is longer than the input, counts as zero.</param>
    public CTCLoss(long blank = 0, Reduction reduction = Reduction.Mean, bool zeroInfinity = false) =>
        (Blank, Reduction, ZeroInfinity) = (blank, reduction, zeroInfinity);

    /// <summary>The label that stands for none.</summary>
    public long Blank { get; }

    /// <summary>What becomes of the losses.</summary>
    public Reduction Reduction { get; set; }

    /// <summary>Whether an infinite loss counts as zero.</summary>
    public bool ZeroInfinity { get; }

    /// <summary>Runs the module. Hooks are called.</summary>
    /// <param name="logProbs">The logarithms of the labels' probabilities, of shape (time, batch, labels) or (time, labels).</param>
    /// <param name="targets">The sequences, of shape (batch, length) or one after the other, as integers.</param>
    /// <param name="inputLengths">The length of each input.</param>
    /// <param name="targetLengths">The length of each sequence.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="TorchIndexException">A label does not exist.</exception>
    /// <exception cref="TorchException">The shapes, lengths or dtypes do not fit.</exception>
    public Tensor Call(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths) => HasHooks
        ? CallWithHooks(
            [logProbs, targets, inputLengths, targetLengths],
            args => Forward(Input<Tensor>(args, 0, 4), Input<Tensor>(args, 1, 4), Input<Tensor>(args, 2, 4), Input<Tensor>(args, 3, 4)))
        : Forward(logProbs, targets, inputLengths, targetLengths);

    /// <summary>Runs the module. Hooks are called.</summary>
    /// <param name="logProbs">The logarithms of the labels' probabilities, of shape (time, batch, labels) or (time, labels).</param>
    /// <param name="targets">The sequences, of shape (batch, length) or one after the other, as integers.</param>
    /// <param name="inputLengths">The length of each input.</param>
    /// <param name="targetLengths">The length of each sequence.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="TorchIndexException">A label does not exist.</exception>
    /// <exception cref="TorchException">The shapes, lengths or dtypes do not fit.</exception>
    public Tensor Call(Tensor logProbs, Tensor targets, long[] inputLengths, long[] targetLengths) => HasHooks
        ? CallWithHooks(
            [logProbs, targets, inputLengths, targetLengths],
            args => Forward(Input<Tensor>(args, 0, 4), Input<Tensor>(args, 1, 4), Input<long[]>(args, 2, 4), Input<long[]>(args, 3, 4)))
        : Forward(logProbs, targets, inputLengths, targetLengths);

    private Tensor Forward(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths) =>
        Torch.Nn.Functional.CtcLoss(logProbs, targets, inputLengths, targetLengths, Blank, Reduction, ZeroInfinity);

    private Tensor Forward(Tensor logProbs, Tensor targets, long[] inputLengths, long[] targetLengths) =>
        Torch.Nn.Functional.CtcLoss(logProbs, targets, inputLengths, targetLengths, Blank, Reduction, ZeroInfinity);
}
