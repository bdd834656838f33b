namespace TorchLite;

/// <content>Hooks on gradients.</content>
public partial class Tensor
{
    /// <summary>
    /// Calls a function with each gradient of this tensor, before it is used or added up; the function's result replaces it:
    /// PyTorch's <c>register_hook</c>.
    /// </summary>
    /// <remarks>
    /// <para>On Linux x64 only: elsewhere libtorch provides only a C++ interface for it.</para>
    /// <para>
    /// A hook may refer to its own tensor: when nothing else does, both are collected. Not so on a view, nor among several results of one
    /// function, nor where the hook refers to what was computed from the tensor, whose graph leads back to it: such a circle through
    /// libtorch's memory stays until the hook is removed, or the tensor disposed, as in PyTorch.
    /// </para>
    /// </remarks>
    /// <param name="hook">
    /// The function; if it returns null, the gradient is unchanged. Exceptions that it throws are rethrown by <c>Backward</c>.
    /// </param>
    /// <returns>What removes the hook.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hook"/> is null.</exception>
    /// <exception cref="TorchException">The tensor does not require gradients.</exception>
    /// <exception cref="TorchNotImplementedException">The system is not Linux x64.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
    /// using var hook = x.RegisterHook(grad => grad * 2);
    /// (x * 3).Sum().Backward();
    /// x.Grad   // tensor([6., 6.])
    /// </code></example>
    public RemovableHandle RegisterHook(Func<Tensor, Tensor?> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        if (!RequiresGrad)
        {
            throw new TorchException("cannot register a hook on a tensor that doesn't require gradient");
        }

        return GradHooks.Of(this).Add(hook);
    }

    /// <summary>
    /// Calls a function with this leaf each time its <see cref="Grad"/> was added to: PyTorch's
    /// <c>register_post_accumulate_grad_hook</c>. For an optimizer's step that frees each gradient at once.
    /// </summary>
    /// <remarks>
    /// On Linux x64 only. Unlike in PyTorch, an exception of the function does not stop the backward pass: it comes out of
    /// <c>Backward</c> when that is done.
    /// </remarks>
    /// <param name="hook">The function, of the tensor.</param>
    /// <returns>What removes the hook.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hook"/> is null.</exception>
    /// <exception cref="TorchException">The tensor does not require gradients, or is not a leaf.</exception>
    /// <exception cref="TorchNotImplementedException">The system is not Linux x64.</exception>
    /// <example><code>
    /// var w = Torch.Tensor([1.0], requiresGrad: true);
    /// using var step = w.RegisterPostAccumulateGradHook(p => { p.Detach().Sub_(p.Grad! * 0.1); p.Grad = null; });
    /// (w * 5).Sum().Backward();
    /// w                // tensor([0.5000], requires_grad=True)
    /// w.Grad is null   // True
    /// </code></example>
    public RemovableHandle RegisterPostAccumulateGradHook(Action<Tensor> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        if (!RequiresGrad)
        {
            throw new TorchException("cannot register a hook on a tensor that doesn't require gradient");
        }

        if (!IsLeaf)
        {
            throw new TorchException("post accumulate grad hooks cannot be registered on non-leaf tensors");
        }

        var list = GradHooks.After(this);
        Action<Tensor> own = tensor => hook(tensor);
        lock (list)
        {
            list.Add(own);
        }

        return new(() =>
        {
            lock (list)
            {
                list.Remove(own);
            }
        });
    }
}
