namespace TorchLite.Nn;

/// <summary>One step of a recurrent network with gates: PyTorch's <c>torch.nn.GRUCell</c>.</summary>
/// <example><code>
/// var cell = new GRUCell(4, 3);
/// cell.Call(Torch.Ones(5, 4)).Shape   // torch.Size([5, 3])
/// cell                                // GRUCell(4, 3)
/// </code></example>
public class GRUCell : RNNCellBase
{
    /// <summary>A cell with random weights.</summary>
    /// <param name="inputSize">The number of features of the input.</param>
    /// <param name="hiddenSize">The number of features of the state.</param>
    /// <param name="bias">Whether there are biases.</param>
    /// <param name="device">Where the weights are; null: the default device.</param>
    /// <param name="dtype">The weights' dtype; null: the default dtype.</param>
    public GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, DType? dtype = null)
        : base(inputSize, hiddenSize, bias, 3, device, dtype)
    {
    }

    /// <summary>Makes one step.</summary>
    /// <param name="input">(batch, inputSize), or (inputSize).</param>
    /// <param name="hx">The state, (batch, hiddenSize) or (hiddenSize); null: zeros.</param>
    /// <returns>The next state.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public Tensor Call(Tensor input, Tensor? hx = null) => HasHooks
        ? CallWithHooks([input, hx], args => Step(Recurrence.Kind.Gru, "GRUCell", Input<Tensor>(args, 0, 2), Input<Tensor?>(args, 1, 2)))
        : Step(Recurrence.Kind.Gru, "GRUCell", input, hx);
}
