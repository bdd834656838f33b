using TorchLite.Nn.Utils.Rnn;
using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What <see cref="RNN"/>, <see cref="GRU"/> and <see cref="LSTM"/> have in common: PyTorch's <c>torch.nn.RNNBase</c>.</summary>
/// <remarks>
/// The weights of layer <c>k</c> are registered as <c>weight_ih_l{k}</c>, <c>weight_hh_l{k}</c>, <c>bias_ih_l{k}</c> and <c>bias_hh_l{k}</c>,
/// those of the other direction with <c>_reverse</c> after it, and an LSTM's projection as <c>weight_hr_l{k}</c>;
/// <see cref="Module.GetParameter"/> gives them.
/// </remarks>
public abstract class RNNBase : Module
{
    private readonly string[] names;

    private protected RNNBase(
        int gates, long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional,
        long projSize, Device? device, DType? dtype)
    {
        if (!(dropout >= 0 && dropout <= 1))
        {
            throw new TorchValueException(
                "dropout should be a number in range [0, 1] representing the probability of an element being zeroed");
        }

        Positive(inputSize, "input_size");
        Positive(hiddenSize, "hidden_size");
        Positive(numLayers, "num_layers");
        if (projSize < 0)
        {
            throw new TorchValueException("proj_size should be a positive integer or zero to disable projections");
        }

        if (projSize >= hiddenSize)
        {
            throw new TorchValueException("proj_size has to be smaller than hidden_size");
        }

        (InputSize, HiddenSize, NumLayers, Bias, BatchFirst) = (inputSize, hiddenSize, numLayers, bias, batchFirst);
        (Dropout, Bidirectional, ProjSize) = (dropout, bidirectional, projSize);
        for (var layer = 0; layer < numLayers; layer++)
        {
            var width = layer == 0 ? inputSize : OutputSize * Directions;
            for (var direction = 0; direction < Directions; direction++)
            {
                var end = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                Add($"weight_ih{end}", gates * hiddenSize, width);
                Add($"weight_hh{end}", gates * hiddenSize, OutputSize);
                if (bias)
                {
                    Add($"bias_ih{end}", gates * hiddenSize);
                    Add($"bias_hh{end}", gates * hiddenSize);
                }

                if (projSize > 0)
                {
                    Add($"weight_hr{end}", projSize, hiddenSize);
                }
            }
        }

        names = [.. NamedItems.Keys];
        ResetParameters();

        void Add(string name, params ReadOnlySpan<long> size) =>
            RegisterParameter(name, new(Torch.Empty(new Shape(size.ToArray()), dtype: dtype, device: device)));
    }

    /// <summary>The number of features of the input.</summary>
    public long InputSize { get; }

    /// <summary>The number of features of the state.</summary>
    public long HiddenSize { get; }

    /// <summary>The number of layers, each on the output of the one before.</summary>
    public long NumLayers { get; }

    /// <summary>Whether there are biases.</summary>
    public bool Bias { get; }

    /// <summary>Whether inputs and outputs are (batch, length, features) instead of (length, batch, features).</summary>
    public bool BatchFirst { get; }

    /// <summary>With which probability the outputs of all layers but the last are set to 0 in training.</summary>
    public double Dropout { get; }

    /// <summary>Whether a second network reads the sequence from its end.</summary>
    public bool Bidirectional { get; }

    /// <summary>The number of features to which an LSTM's state is projected; 0: it is not.</summary>
    public long ProjSize { get; }

    /// <summary>The weights, a list for each layer and direction: PyTorch's <c>all_weights</c>.</summary>
    public IReadOnlyList<IReadOnlyList<Parameter>> AllWeights =>
        [.. Parameters(recurse: false).Chunk((Bias ? 4 : 2) + (ProjSize > 0 ? 1 : 0))];

    private protected long Directions => Bidirectional ? 2 : 1;

    private protected long OutputSize => ProjSize > 0 ? ProjSize : HiddenSize;

    private protected Recurrence.Settings Settings => new(
        Array.ConvertAll(names, name => (Tensor?)NamedItems[name]), Bias, NumLayers, Dropout, Training, Bidirectional, BatchFirst);

    private long BatchDim => BatchFirst ? 0 : 1;

    /// <summary>Sets all weights to new random values from -1/√hiddenSize to 1/√hiddenSize: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters()
    {
        var bound = 1 / Math.Sqrt(HiddenSize);
        foreach (var weight in Parameters())
        {
            Torch.Nn.Init.Uniform_(weight, -bound, bound);
        }
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{InputSize}, {HiddenSize}"
        + (ProjSize != 0 ? $", proj_size={ProjSize}" : "")
        + (NumLayers != 1 ? $", num_layers={NumLayers}" : "")
        + (!Bias ? ", bias=False" : "")
        + (BatchFirst ? ", batch_first=True" : "")
        + (Dropout != 0 ? $", dropout={PythonText.Of(Dropout)}" : "")
        + (Bidirectional ? ", bidirectional=True" : "");

    /// <summary>The input with a dimension for the batch, and whether it has been there already.</summary>
    private protected (Tensor Input, bool IsBatched) Batched(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Dim() switch
        {
            3 => (input, true),
            2 => (input.Unsqueeze(BatchDim), false),
            var rank => throw new TorchValueException($"{BaseName}: Expected input to be 2D or 3D, got {rank}D {(BaseName == "RNN" ? "tensor " : "")}instead"),
        };
    }

    private protected Tensor Unbatched(Tensor output) => output.Squeeze(BatchDim);

    /// <summary>A state of zeros for an input.</summary>
    private protected Tensor Zeros(Tensor input, Tensor? batchSizes, long features) =>
        Torch.Zeros([NumLayers * Directions, Batch(input, batchSizes), features], dtype: input.DType, device: input.Device);

    private protected void CheckInput(Tensor input, Tensor? batchSizes)
    {
        var weight = (Tensor)NamedItems[names[0]]!;
        if (input.DType != weight.DType)
        {
            throw new TorchValueException(
                $"RNN input dtype ({input.DType}) does not match weight dtype ({weight.DType}). "
                + $"Convert input: input.to({weight.DType}), or convert model: model.to({input.DType})");
        }

        var rank = batchSizes is null ? 3 : 2;
        if (input.Dim() != rank)
        {
            throw new TorchException($"input must have {rank} dimensions, got {input.Dim()}");
        }

        if (input.Size(-1) != InputSize)
        {
            throw new TorchException(
                $"input.size(-1) must be equal to input_size. Expected {InputSize}, got {input.Size(-1)}");
        }
    }

    private protected void CheckState(Tensor state, Tensor input, Tensor? batchSizes, long features, string what = "hidden")
    {
        long[] expected = [NumLayers * Directions, Batch(input, batchSizes), features];
        if (!state.Shape.SequenceEqual(expected))
        {
            throw new TorchException($"Expected {what} size {PythonText.Tuple(expected)}, got [{string.Join(", ", state.Shape)}]");
        }
    }

    private protected static Tensor Permuted(Tensor state, Tensor? permutation) =>
        permutation is null ? state : state.IndexSelect(1, permutation);

    /// <summary>One state of a sequence without batch, with a dimension for the batch.</summary>
    private protected static Tensor WithBatch(Tensor state, bool isBatched) => state.Dim() == (isBatched ? 3 : 2)
        ? (isBatched ? state : state.Unsqueeze(1))
        : throw new TorchException(
            isBatched ? $"For batched 3-D input, hx should also be 3-D but got {state.Dim()}-D tensor"
            : $"For unbatched 2-D input, hx should also be 2-D but got {state.Dim()}-D tensor");

    /// <summary>A network with one state, of a whole sequence.</summary>
    private protected (Tensor Output, Tensor State) Run(Recurrence.Kind kind, Tensor input, Tensor? hx)
    {
        var (batched, isBatched) = Batched(input);
        var state = hx is null ? null : WithBatch(hx, isBatched);
        state ??= Zeros(batched, null, HiddenSize);
        CheckInput(batched, null);
        CheckState(state, batched, null, HiddenSize);
        var (output, last) = Recurrence.Run(kind, batched, null, state, Settings);
        return isBatched ? (output, last) : (Unbatched(output), last.Squeeze(1));
    }

    /// <summary>A network with one state, of packed sequences.</summary>
    private protected (PackedSequence Output, Tensor State) Run(Recurrence.Kind kind, PackedSequence input, Tensor? hx)
    {
        ArgumentNullException.ThrowIfNull(input);
        var batchSizes = input.CheckedBatchSizes();
        var state = hx is null ? Zeros(input.Data, batchSizes, HiddenSize) : Permuted(hx, input.SortedIndices);
        CheckInput(input.Data, batchSizes);
        CheckState(state, input.Data, batchSizes, HiddenSize);
        var (output, last) = Recurrence.Run(kind, input.Data, batchSizes, state, Settings);
        return (input.With(output), Permuted(last, input.UnsortedIndices));
    }

    private protected abstract string BaseName { get; }

    private static void Positive(long number, string name)
    {
        if (number <= 0)
        {
            throw new TorchValueException($"{name} must be greater than zero");
        }
    }

    private long Batch(Tensor input, Tensor? batchSizes) => batchSizes is null ? input.Size(BatchDim) : (long)batchSizes[0];
}
