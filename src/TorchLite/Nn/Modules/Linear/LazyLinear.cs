namespace TorchLite.Nn;

/// <summary>
/// A <see cref="Linear"/> that learns the size of its vectors from the first input: PyTorch's <c>torch.nn.LazyLinear</c>.
/// </summary>
/// <remarks>After that it is printed as a <see cref="Linear"/>, which it becomes in PyTorch.</remarks>
/// <example><code>
/// var lazy = new LazyLinear(2);
/// lazy                                      // LazyLinear(in_features=0, out_features=2, bias=True)
/// lazy.HasUninitializedParams()             // True
/// lazy.Call(Torch.Ones(4, 3)).Shape         // torch.Size([4, 2])
/// lazy                                      // Linear(in_features=3, out_features=2, bias=True)
/// new LazyLinear(2).InitializeParameters(Torch.Ones(4, 3));
/// </code></example>
public class LazyLinear : Linear, ILazyModule
{
    /// <summary>A layer whose parameters have no shape yet.</summary>
    /// <param name="outFeatures">The size of a result.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="device">Where the parameters will be; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    public LazyLinear(long outFeatures, bool bias = true, Device? device = null, DType? dtype = null)
        : base(outFeatures, bias, device, dtype)
    {
    }

    /// <inheritdoc/>
    public Type ClsToBecome => typeof(Linear);

    internal override void Infer(Tensor input)
    {
        var size = input.Dim() > 0 ? input.Size(-1) : throw new TorchIndexException("tuple index out of range");
        if (HasNoShapes)
        {
            InFeatures = size;
            ((UninitializedParameter)Weight).Materialize([OutFeatures, size]);
            (Bias as UninitializedParameter)?.Materialize([OutFeatures]);
            ResetParameters();
        }

        if (InFeatures == 0)
        {
            var loaded = Weight.Size(-1);
            InFeatures = size == loaded ? size : throw new TorchException(
                $"The in_features inferred from input: {size} is not equal to in_features from self.weight: {loaded}");
        }
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Prepare(input);
        return base.Forward(input);
    }
}
