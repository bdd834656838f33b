using TorchLite.Nn.Utils.Rnn;

namespace TorchLite.Nn;

/// <summary>
/// A recurrent network with a long short-term memory: PyTorch's <c>torch.nn.LSTM</c> (S. Hochreiter, J. Schmidhuber, 1997; with projections:
/// H. Sak et al., 2014).
/// </summary>
/// <example><code>
/// var lstm = new LSTM(4, 3, numLayers: 2, bidirectional: true);
/// var (output, (h, c)) = lstm.Call(Torch.Ones(7, 5, 4));
/// output.Shape                              // torch.Size([7, 5, 6])
/// h.Shape                                   // torch.Size([4, 5, 3])
/// lstm                                      // LSTM(4, 3, num_layers=2, bidirectional=True)
/// lstm.GetParameter("weight_ih_l0").Shape   // torch.Size([12, 4])
/// </code></example>
public class LSTM : RNNBase
{
    /// <summary>A network with random weights.</summary>
    /// <param name="inputSize">The number of features of the input.</param>
    /// <param name="hiddenSize">The number of features of the state.</param>
    /// <param name="numLayers">The number of layers, each on the output of the one before.</param>
    /// <param name="bias">Whether there are biases.</param>
    /// <param name="batchFirst">Whether inputs and outputs are (batch, length, features) instead of (length, batch, features).</param>
    /// <param name="dropout">With which probability the outputs of all layers but the last are set to 0 in training.</param>
    /// <param name="bidirectional">Whether a second network reads the sequence from its end.</param>
    /// <param name="projSize">The number of features to which the state is projected; 0: it is not.</param>
    /// <param name="device">Where the weights are; null: the default device.</param>
    /// <param name="dtype">The weights' dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">
    /// A size is not positive, the dropout is no probability, or the projection is not smaller than the state.
    /// </exception>
    public LSTM(
        long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0,
        bool bidirectional = false, long projSize = 0, Device? device = null, DType? dtype = null)
        : base(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, projSize, device, dtype)
    {
    }

    private protected override string BaseName => "LSTM";

    /// <summary>Reads sequences.</summary>
    /// <param name="input">(length, batch, features), (batch, length, features) if batch-first, or (length, features).</param>
    /// <param name="hx">
    /// The first state and memory, (layers · directions, batch, hiddenSize or projSize) and (layers · directions, batch, hiddenSize); null:
    /// zeros.
    /// </param>
    /// <returns>The output of the last layer at each step, and the last state and memory of each layer.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public (Tensor Output, (Tensor H, Tensor C) State) Call(Tensor input, (Tensor H, Tensor C)? hx = null) => HasHooks
        ? CallWithHooks([input, hx], args => Forward(Input<Tensor>(args, 0, 2), Input<(Tensor, Tensor)?>(args, 1, 2))) : Forward(input, hx);

    /// <summary>Reads packed sequences.</summary>
    /// <param name="input">The sequences.</param>
    /// <param name="hx">The first state and memory; null: zeros.</param>
    /// <returns>The packed output of the last layer at each step, and the last state and memory of each layer.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public (PackedSequence Output, (Tensor H, Tensor C) State) Call(PackedSequence input, (Tensor H, Tensor C)? hx = null) => HasHooks
        ? CallWithHooks([input, hx], args => Forward(Input<PackedSequence>(args, 0, 2), Input<(Tensor, Tensor)?>(args, 1, 2)))
        : Forward(input, hx);

    private (Tensor Output, (Tensor H, Tensor C) State) Forward(Tensor input, (Tensor H, Tensor C)? hx)
    {
        var (batched, isBatched) = Batched(input);
        var state = hx is { } given ? WithBatch(given, isBatched) : ZeroState(batched, null);
        CheckState(batched, state);
        var (output, h, c) = Recurrence.Lstm(batched, null, state, Settings);
        return isBatched ? (output, (h, c)) : (Unbatched(output), (h.Squeeze(1), c.Squeeze(1)));
    }

    private (PackedSequence Output, (Tensor H, Tensor C) State) Forward(PackedSequence input, (Tensor H, Tensor C)? hx)
    {
        ArgumentNullException.ThrowIfNull(input);
        var batchSizes = input.CheckedBatchSizes();
        var state = hx is { } given
            ? (Permuted(given.H, input.SortedIndices), Permuted(given.C, input.SortedIndices))
            : ZeroState(input.Data, batchSizes);
        var (output, h, c) = Recurrence.Lstm(input.Data, batchSizes, state, Settings);
        return (input.With(output), (Permuted(h, input.UnsortedIndices), Permuted(c, input.UnsortedIndices)));
    }

    private static (Tensor H, Tensor C) WithBatch((Tensor H, Tensor C) state, bool isBatched)
    {
        ArgumentNullException.ThrowIfNull(state.H, "hx.H");
        ArgumentNullException.ThrowIfNull(state.C, "hx.C");
        var rank = isBatched ? 3 : 2;
        if (state.H.Dim() != rank || state.C.Dim() != rank)
        {
            throw new TorchException(
                $"For {(isBatched ? "batched 3-D" : "unbatched 2-D")} input, hx and cx should also be {rank}-D but got "
                + $"({state.H.Dim()}-D, {state.C.Dim()}-D) tensors");
        }

        return isBatched ? state : (state.H.Unsqueeze(1), state.C.Unsqueeze(1));
    }

    private (Tensor H, Tensor C) ZeroState(Tensor input, Tensor? batchSizes) =>
        (Zeros(input, batchSizes, OutputSize), Zeros(input, batchSizes, HiddenSize));

    private void CheckState(Tensor input, (Tensor H, Tensor C) state)
    {
        CheckInput(input, batchSizes: null);
        CheckState(state.H, input, null, OutputSize, "hidden[0]");
        CheckState(state.C, input, null, HiddenSize, "hidden[1]");
    }
}
