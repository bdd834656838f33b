using TorchLite.Printing;

namespace TorchLite.Optim;

/// <summary>What an optimizer remembers of one parameter, by PyTorch's names: <c>"step"</c>, <c>"exp_avg"</c>, …</summary>
/// <example><code>
/// var weight = new Parameter(Torch.Ones(2));
/// var sgd = new SGD([weight], lr: 0.1, momentum: 0.9);
/// (weight * 2).Sum().Backward();
/// sgd.Step();
/// sgd.State[weight].Tensor("momentum_buffer")   // tensor([2., 2.])
/// </code></example>
public sealed class OptimizerState : OrderedDictionary<string, object?>
{
    /// <summary>An empty state.</summary>
    public OptimizerState()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>A tensor of the state.</summary>
    /// <param name="name">PyTorch's name of it.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="KeyNotFoundException">There is nothing by this name.</exception>
    /// <exception cref="TorchTypeException">It is no tensor.</exception>
    public Tensor Tensor(string name) =>
        this[name] as Tensor ?? throw new TorchTypeException($"the state {name} is {PythonText.Of(this[name])}, which is no tensor");
}
