namespace TorchLite.Nn;

/// <summary>Replaces each element that is not greater than a threshold by a number: PyTorch's <c>torch.nn.Threshold</c>.</summary>
/// <example><code>
/// var threshold = new Threshold(0.1, 20);
/// threshold                                           // Threshold(threshold=0.1, value=20)
/// threshold.Call(Torch.Tensor([-1.0, 0.0, 2.0]))      // tensor([20., 20.,  2.])
/// threshold.Limit                                     // 0.1
/// </code></example>
public class Threshold : Module<Tensor, Tensor>
{
    /// <summary>A layer of a threshold and a number.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <param name="value">The number.</param>
    /// <param name="inplace">Whether the input is changed and returned.</param>
    public Threshold(Scalar threshold, Scalar value, bool inplace = false) => (Limit, Value, Inplace) = (threshold, value, inplace);

    /// <summary>The threshold: PyTorch's <c>threshold</c>, which in C# is the name of the class.</summary>
    public Scalar Limit { get; set; }

    /// <summary>The number.</summary>
    public Scalar Value { get; set; }

    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Threshold(input, Limit, Value, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"threshold={Limit}, value={Value}{(Inplace ? ", inplace=True" : "")}";
}
