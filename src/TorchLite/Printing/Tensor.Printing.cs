namespace TorchLite;

/// <content>The printed form.</content>
public sealed partial class Tensor
{
    /// <summary>The text that PyTorch prints for the tensor, the same in every culture: Python's <c>repr(x)</c>.</summary>
    /// <remarks>
    /// Of a tensor of more than 1000 elements only the edges are read and shown; <see cref="Torch.SetPrintoptions"/> changes that
    /// and more.
    /// </remarks>
    /// <returns>The text, of one or several lines.</returns>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 2.5], [-3.0, 1e-2]]).ToString()
    /// // tensor([[ 1.0000,  2.5000],
    /// //         [-3.0000,  0.0100]])
    /// Torch.Arange(2000)   // tensor([   0,    1,    2,  ..., 1997, 1998, 1999])
    /// </code></example>
    public override string ToString() => Printing.TensorText.Of(this);
}
