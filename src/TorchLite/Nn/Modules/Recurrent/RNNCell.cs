namespace TorchLite.Nn;

/// <summary>One step of a simple recurrent network, h' = tanh(W·x + b + V·h + c): PyTorch's <c>torch.nn.RNNCell</c>.</summary>
/// <example><code>
/// var cell = new RNNCell(4, 3, nonlinearity: RNNNonlinearity.Relu);
/// cell.Call(Torch.Ones(5, 4)).Shape   // torch.Size([5, 3])
/// cell                                // RNNCell(4, 3, nonlinearity=relu)
/// cell.ResetParameters();
/// </code></example>
public class RNNCell : RNNCellBase
{
    /// <summary>A cell with random weights.</summary>
    /// <param name="inputSize">The number of features of the input.</param>
    /// <param name="hiddenSize">The number of features of the state.</param>
    /// <param name="bias">Whether there are biases.</param>
    /// <param name="nonlinearity">The activation.</param>
    /// <param name="device">Where the weights are; null: the default device.</param>
    /// <param name="dtype">The weights' dtype; null: the default dtype.</param>
    public RNNCell(
        long inputSize, long hiddenSize, bool bias = true, RNNNonlinearity nonlinearity = RNNNonlinearity.Tanh, Device? device = null,
        DType? dtype = null)
        : base(inputSize, hiddenSize, bias, 1, device, dtype) => Nonlinearity = nonlinearity;

    /// <summary>The activation.</summary>
    public RNNNonlinearity Nonlinearity { get; }

    private protected override string NonlinearityText => Nonlinearity == RNNNonlinearity.Relu ? ", nonlinearity=relu" : "";

    private Recurrence.Kind Kind => Nonlinearity == RNNNonlinearity.Relu ? Recurrence.Kind.Relu : Recurrence.Kind.Tanh;

    /// <summary>Makes one step.</summary>
    /// <param name="input">(batch, inputSize), or (inputSize).</param>
    /// <param name="hx">The state, (batch, hiddenSize) or (hiddenSize); null: zeros.</param>
    /// <returns>The next state.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public Tensor Call(Tensor input, Tensor? hx = null) => HasHooks
        ? CallWithHooks([input, hx],
            args => Step(Kind, "RNNCell", Input<Tensor>(args, 0, 2), Input<Tensor?>(args, 1, 2))) : Step(Kind, "RNNCell", input, hx);
}
