namespace TorchLite.Nn;

/// <summary>
/// A tensor that belongs to a module's state without being trained, such as a running mean: PyTorch's <c>torch.nn.Buffer</c>.
/// </summary>
/// <remarks>
/// It is registered by standing in a field or property of a <see cref="Module"/>, and belongs to no scope. .NET has a class of the same
/// name in System: <c>using Buffer = TorchLite.Nn.Buffer;</c> says which one is meant.
/// </remarks>
/// <example><code>
/// var mean = new TorchLite.Nn.Buffer(Torch.Zeros(2));
/// mean              // tensor([0., 0.])
/// mean.Persistent   // True
/// </code></example>
public class Buffer : Tensor
{
    /// <summary>A buffer with the memory of a tensor, without its history.</summary>
    /// <param name="data">The values, in any shape; null: no element, in the default dtype.</param>
    /// <param name="persistent">Whether it is a part of the state dict.</param>
    public Buffer(Tensor? data = null, bool persistent = true)
        : base(data ?? Torch.Empty(0), data is { RequiresGrad: true }) => Persistent = persistent;

    /// <summary>Whether it is a part of the state dict.</summary>
    public bool Persistent { get; }
}
