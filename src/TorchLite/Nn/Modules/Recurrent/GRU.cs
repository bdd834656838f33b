using TorchLite.Nn.Utils.Rnn;

namespace TorchLite.Nn;

/// <summary>
/// A recurrent network with gates: PyTorch's <c>torch.nn.GRU</c> (K. Cho et al., "Learning phrase representations using RNN
/// encoder-decoder for statistical machine translation", 2014).
/// </summary>
/// <example><code>
/// var gru = new GRU(4, 3, batchFirst: true);
/// var (output, h) = gru.Call(Torch.Ones(5, 7, 4));
/// output.Shape   // torch.Size([5, 7, 3])
/// h.Shape        // torch.Size([1, 5, 3])
/// gru            // GRU(4, 3, batch_first=True)
/// </code></example>
public class GRU : RNNBase
{
    /// <summary>A network with random weights.</summary>
    /// <param name="inputSize">The number of features of the input.</param>
    /// <param name="hiddenSize">The number of features of the state.</param>
    /// <param name="numLayers">The number of layers, each on the output of the one before.</param>
    /// <param name="bias">Whether there are biases.</param>
    /// <param name="batchFirst">Whether inputs and outputs are (batch, length, features) instead of (length, batch, features).</param>
    /// <param name="dropout">With which probability the outputs of all layers but the last are set to 0 in training.</param>
    /// <param name="bidirectional">Whether a second network reads the sequence from its end.</param>
    /// <param name="device">Where the weights are; null: the default device.</param>
    /// <param name="dtype">The weights' dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">A size is not positive, or the dropout is no probability.</exception>
    public GRU(
        long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0,
        bool bidirectional = false, Device? device = null, DType? dtype = null)
        : base(3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, 0, device, dtype)
    {
    }

    private protected override string BaseName => "GRU";

    /// <summary>Reads sequences.</summary>
    /// <param name="input">(length, batch, features), (batch, length, features) if batch-first, or (length, features).</param>
    /// <param name="hx">The first state, (layers · directions, batch, hiddenSize); null: zeros.</param>
    /// <returns>The output of the last layer at each step, and the last state of each layer.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public (Tensor Output, Tensor State) Call(Tensor input, Tensor? hx = null) => HasHooks
        ? CallWithHooks([input, hx], args => Run(Recurrence.Kind.Gru, Input<Tensor>(args, 0, 2), Input<Tensor?>(args, 1, 2)))
        : Run(Recurrence.Kind.Gru, input, hx);

    /// <summary>Reads packed sequences.</summary>
    /// <param name="input">The sequences.</param>
    /// <param name="hx">The first state, (layers · directions, batch, hiddenSize); null: zeros.</param>
    /// <returns>The packed output of the last layer at each step, and the last state of each layer.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public (PackedSequence Output, Tensor State) Call(PackedSequence input, Tensor? hx = null) => HasHooks
        ? CallWithHooks([input, hx], args => Run(Recurrence.Kind.Gru, Input<PackedSequence>(args, 0, 2), Input<Tensor?>(args, 1, 2)))
        : Run(Recurrence.Kind.Gru, input, hx);
}
