namespace TorchLite;

/// <summary>How all derivatives of a function are computed: the <c>strategy</c> of PyTorch's <c>jacobian</c>.</summary>
/// <example><code>
/// Torch.Autograd.Functional.Jacobian(
///     x => x.Pow(2), Torch.Tensor([1.0, 2]), vectorize: true, strategy: JacobianStrategy.ForwardMode)
/// // tensor([[2., 0.],
/// //         [0., 4.]])
/// </code></example>
public enum JacobianStrategy
{
    /// <summary>Backwards, a row an element of the result: for more inputs than results. PyTorch's <c>"reverse-mode"</c>.</summary>
    ReverseMode,

    /// <summary>Forwards, a column an element of the input: for more results than inputs. PyTorch's <c>"forward-mode"</c>.</summary>
    ForwardMode,
}
