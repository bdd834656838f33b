namespace TorchLite.Nn;

/// <summary>One step of a network with a long short-term memory: PyTorch's <c>torch.nn.LSTMCell</c>.</summary>
/// <example><code>
/// var cell = new LSTMCell(4, 3);
/// var (h, c) = cell.Call(Torch.Ones(5, 4));
/// h.Shape   // torch.Size([5, 3])
/// cell      // LSTMCell(4, 3)
/// </code></example>
public class LSTMCell : RNNCellBase
{
    /// <summary>A cell with random weights.</summary>
    /// <param name="inputSize">The number of features of the input.</param>
    /// <param name="hiddenSize">The number of features of the state.</param>
    /// <param name="bias">Whether there are biases.</param>
    /// <param name="device">Where the weights are; null: the default device.</param>
    /// <param name="dtype">The weights' dtype; null: the default dtype.</param>
    public LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, DType? dtype = null)
        : base(inputSize, hiddenSize, bias, 4, device, dtype)
    {
    }

    /// <summary>Makes one step.</summary>
    /// <param name="input">(batch, inputSize), or (inputSize).</param>
    /// <param name="hx">The state and the memory, (batch, hiddenSize) or (hiddenSize) each; null: zeros.</param>
    /// <returns>The next state and memory.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public (Tensor H, Tensor C) Call(Tensor input, (Tensor H, Tensor C)? hx = null) => HasHooks
        ? CallWithHooks([input, hx], args => Forward(Input<Tensor>(args, 0, 2), Input<(Tensor, Tensor)?>(args, 1, 2))) : Forward(input, hx);

    private (Tensor H, Tensor C) Forward(Tensor input, (Tensor H, Tensor C)? hx)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckInput("LSTMCell", input);
        if (hx is { } given)
        {
            Check(0, given.H);
            Check(1, given.C);
        }

        var isBatched = input.Dim() == 2;
        var batched = isBatched ? input : input.Unsqueeze(0);
        (Tensor, Tensor) state;
        if (hx is { } known)
        {
            state = isBatched ? known : (known.H.Unsqueeze(0), known.C.Unsqueeze(0));
        }
        else
        {
            var zeros = Zeros(batched);
            state = (zeros, zeros);
        }

        var (h, c) = Recurrence.LstmCell(batched, state, WeightIh, WeightHh, BiasIh, BiasHh);
        return isBatched ? (h, c) : (h.Squeeze(0), c.Squeeze(0));
    }

    private static void Check(int index, Tensor state)
    {
        ArgumentNullException.ThrowIfNull(state, "hx");
        if (state.Dim() is not (1 or 2))
        {
            throw new TorchValueException($"LSTMCell: Expected hx[{index}] to be 1D or 2D, got {state.Dim()}D instead");
        }
    }
}
