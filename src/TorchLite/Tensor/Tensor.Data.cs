namespace TorchLite;

/// <content>The elements without their history.</content>
public sealed partial class Tensor
{
    /// <summary>
    /// The elements as a tensor that knows nothing of gradients, over the same memory; or the elements of another tensor that this one is
    /// to have: PyTorch's <c>x.data</c>.
    /// </summary>
    /// <remarks>
    /// What is written to it autograd does not notice, where it would refuse a backward that needs the old values:
    /// <see cref="Detach"/> is the safer one. Setting shares the other tensor's memory and takes its shape and dtype over; gradients that
    /// were gathered stay.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The value to set is null.</exception>
    /// <exception cref="TorchException">
    /// The value is on another kind of device, or this tensor requires gradients and the value holds whole numbers.
    /// </exception>
    /// <example><code>
    /// var w = Torch.Tensor([1.0, 2.0], requiresGrad: true);
    /// w.Data.Mul_(10)                  // tensor([10., 20.])
    /// w.Data = Torch.Zeros(3);
    /// w                                // tensor([0., 0., 0.], requires_grad=True)
    /// </code></example>
    public Tensor Data
    {
        get => Script.Run($"torch.data({this})");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Torch.Ops.CallSeveral("aten::set_data", this, value);
        }
    }
}
