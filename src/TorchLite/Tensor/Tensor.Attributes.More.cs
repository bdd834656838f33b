namespace TorchLite;

/// <content>More of what a tensor is.</content>
public sealed partial class Tensor
{
    /// <summary>The tensor in complex64: PyTorch's <c>cfloat</c>.</summary>
    /// <returns>A new tensor; this one where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Cfloat()   // tensor([1.+0.j])
    /// </code></example>
    public Tensor Cfloat() => To(DType.Complex64);

    /// <summary>The tensor in complex128: PyTorch's <c>cdouble</c>.</summary>
    /// <returns>A new tensor; this one where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Cdouble()   // tensor([1.+0.j], dtype=torch.complex128)
    /// </code></example>
    public Tensor Cdouble() => To(DType.Complex128);

    /// <summary>The number of dimensions: PyTorch's <c>ndimension()</c>.</summary>
    /// <returns>The number; 0 for a single number.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).Ndimension()   // 2
    /// </code></example>
    public long Ndimension() => Dim();

    /// <summary>Which GPU the tensor is on: PyTorch's <c>get_device()</c>.</summary>
    /// <returns>The index of the device; -1 on the CPU.</returns>
    /// <example><code>
    /// Torch.Ones(2).GetDevice()   // -1
    /// </code></example>
    public int GetDevice() => Device.Type == "cpu" ? -1 : Device.Index ?? -1;

    /// <summary>
    /// Whether a tensor that is no leaf keeps its gradient, as <see cref="RetainGrad"/> asks it to: PyTorch's <c>retains_grad</c>.
    /// </summary>
    /// <example><code>
    /// Torch.Ones(2).RetainsGrad   // False
    /// </code></example>
    public bool RetainsGrad => Dispatcher.Ask("aten::retains_grad", this);

    /// <summary>
    /// Whether the tensor was made in inference mode, so that it has no part in gradients: PyTorch's <c>is_inference()</c>.
    /// </summary>
    /// <returns>Whether it was.</returns>
    /// <example><code>
    /// Torch.Ones(2).IsInference()   // False
    /// </code></example>
    public bool IsInference() => Dispatcher.Ask("aten::is_inference", this);
}
