namespace TorchLite.Nn;

/// <summary>What <see cref="RNNCell"/>, <see cref="GRUCell"/> and <see cref="LSTMCell"/> have in common: PyTorch's <c>RNNCellBase</c>.</summary>
public abstract class RNNCellBase : Module
{
    private protected RNNCellBase(long inputSize, long hiddenSize, bool bias, int gates, Device? device, DType? dtype)
    {
        (InputSize, HiddenSize, Bias) = (inputSize, hiddenSize, bias);
        WeightIh = new(Torch.Empty([gates * hiddenSize, inputSize], dtype: dtype, device: device));
        WeightHh = new(Torch.Empty([gates * hiddenSize, hiddenSize], dtype: dtype, device: device));
        BiasIh = bias ? new(Torch.Empty([gates * hiddenSize], dtype: dtype, device: device)) : null;
        BiasHh = bias ? new(Torch.Empty([gates * hiddenSize], dtype: dtype, device: device)) : null;
        ResetParameters();
    }

    /// <summary>The number of features of the input.</summary>
    public long InputSize { get; }

    /// <summary>The number of features of the state.</summary>
    public long HiddenSize { get; }

    /// <summary>Whether there are biases.</summary>
    public bool Bias { get; }

    /// <summary>The weights of the input, (gates · hiddenSize, inputSize).</summary>
    public Parameter WeightIh { get; set; }

    /// <summary>The weights of the state, (gates · hiddenSize, hiddenSize).</summary>
    public Parameter WeightHh { get; set; }

    /// <summary>The input's bias, (gates · hiddenSize); null: none.</summary>
    public Parameter? BiasIh { get; set; }

    /// <summary>The state's bias, (gates · hiddenSize); null: none.</summary>
    public Parameter? BiasHh { get; set; }

    private protected virtual string NonlinearityText => "";

    /// <summary>Sets all weights to new random values from -1/√hiddenSize to 1/√hiddenSize: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters()
    {
        var bound = HiddenSize > 0 ? 1 / Math.Sqrt(HiddenSize) : 0;
        foreach (var weight in Parameters())
        {
            Torch.Nn.Init.Uniform_(weight, -bound, bound);
        }
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{InputSize}, {HiddenSize}{(Bias ? "" : ", bias=False")}{NonlinearityText}";

    /// <summary>One step of a cell with one state.</summary>
    private protected Tensor Step(Recurrence.Kind kind, string name, Tensor input, Tensor? hx)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckInput(name, input);
        if (hx is not null && hx.Dim() is not (1 or 2))
        {
            throw new TorchValueException($"{name}: Expected hidden to be 1D or 2D, got {hx.Dim()}D instead");
        }

        var isBatched = input.Dim() == 2;
        var batched = isBatched ? input : input.Unsqueeze(0);
        var state = hx is null ? Zeros(batched) : isBatched ? hx : hx.Unsqueeze(0);
        var next = Recurrence.Cell(kind, batched, state, WeightIh, WeightHh, BiasIh, BiasHh);
        return isBatched ? next : next.Squeeze(0);
    }

    private protected static void CheckInput(string name, Tensor input)
    {
        if (input.Dim() is not (1 or 2))
        {
            throw new TorchValueException($"{name}: Expected input to be 1D or 2D, got {input.Dim()}D instead");
        }
    }

    private protected Tensor Zeros(Tensor input) => Torch.Zeros([input.Size(0), HiddenSize], dtype: input.DType, device: input.Device);
}
