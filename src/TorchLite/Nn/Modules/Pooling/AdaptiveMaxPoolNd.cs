namespace TorchLite.Nn;

/// <summary>What the max poolings with a given output size have in common: PyTorch's <c>_AdaptiveMaxPoolNd</c>.</summary>
public abstract class AdaptiveMaxPoolNd : AdaptivePoolNd
{
    private protected AdaptiveMaxPoolNd(AdaptiveSize outputSize)
        : base(outputSize)
    {
    }

    /// <summary>Runs the module and says where the elements are: PyTorch's <c>return_indices=True</c>. Hooks are called.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The output, and the positions of its elements in the flattened channel, in int64.</returns>
    public (Tensor Output, Tensor Indices) CallWithIndices(Tensor input) =>
        HasHooks ? CallWithHooks([input], args => ForwardWithIndices(Input<Tensor>(args, 0, 1))) : ForwardWithIndices(input);

    private protected abstract (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => ForwardWithIndices(input).Output;
}
