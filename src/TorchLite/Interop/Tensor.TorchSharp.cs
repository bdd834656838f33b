namespace TorchLite;

/// <content>The way to TorchSharp and back, for what only it has: the one place where its types are public.</content>
public partial class Tensor
{
    /// <summary>A TorchSharp tensor that is this one: same memory, same gradient, same history. It has no name in PyTorch.</summary>
    /// <remarks>
    /// It lives as long as TorchSharp's rules say, independently of this object. TorchSharp operations may end the process where
    /// TorchLite's throw.
    /// </remarks>
    /// <returns>A new TorchSharp object.</returns>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([3.0, 4.0]);
    /// using var native = x.AsTorchSharp();
    /// TorchLite.Tensor.FromTorchSharp(native).Add_(1);
    /// x   // tensor([4., 5.])
    /// </code></example>
    public TorchSharp.torch.Tensor AsTorchSharp()
    {
        using var use = new Use(this);
        return TorchSharp.torch.Tensor.UnsafeCreateTensor(LibTorch.NewHandle(this));
    }

    /// <summary>A tensor that is one of TorchSharp's: same memory, same gradient, same history. It has no name in PyTorch.</summary>
    /// <param name="tensor">The tensor, which stays its owner's.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="InvalidOperationException">TorchSharp's tensor is disposed.</exception>
    /// <example><code>
    /// using var native = TorchSharp.torch.ones(2);
    /// TorchLite.Tensor.FromTorchSharp(native)   // tensor([1., 1.])
    /// </code></example>
    public static Tensor FromTorchSharp(TorchSharp.torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        NativeLoader.EnsureLoaded();
        var result = Wrap(LibTorch.NewHandle(tensor.Handle), bytes: 0);
        GC.KeepAlive(tensor);
        return result;
    }
}
