namespace TorchLite;

/// <content>.NET functions applied to each element.</content>
public partial class Tensor
{
    /// <summary>
    /// Replaces each element with the result of a function: PyTorch's <c>apply_</c>. For trying things out: each element is a call.
    /// </summary>
    /// <param name="callable">The function, from an element to the new one, which must fit the dtype.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="callable"/> is null.</exception>
    /// <exception cref="TorchTypeException">The tensor is not on the CPU, or a result is complex and the dtype is not.</exception>
    /// <exception cref="TorchException">The tensor requires gradients, or a result does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Apply_(x => (double)x * 10)   // tensor([10., 20.])
    /// </code></example>
    public Tensor Apply_(Func<Scalar, Scalar> callable)
    {
        ArgumentNullException.ThrowIfNull(callable);
        CheckCallable("apply_");
        return IsMeta ? this : Replace([this], elements => callable(elements[0]));
    }

    /// <summary>
    /// Replaces each element with a function of it and another tensor's: PyTorch's <c>map_</c>. For trying things out: each
    /// element is a call.
    /// </summary>
    /// <param name="tensor">The other tensor, of the same dtype, of a shape that broadcasts to this one's.</param>
    /// <param name="callable">The function, from an element of each to the new one.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchTypeException">
    /// A tensor is not on the CPU, the dtypes differ, or a result is complex and the dtype is not.
    /// </exception>
    /// <exception cref="TorchException">A tensor requires gradients, the shapes do not fit, or a result does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Map_(Torch.Tensor([3.0, 4.0]), (a, b) => (double)a * (double)b)   // tensor([3., 8.])
    /// </code></example>
    public Tensor Map_(Tensor tensor, Func<Scalar, Scalar, Scalar> callable)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(callable);
        CheckCallable("map_");
        tensor.CheckCallable("map_");
        if (tensor.DType != DType || tensor.Device != Device)
        {
            throw new TorchTypeException($"map_: expected {DType} on {Device} for 'other' (got {tensor.DType} on {tensor.Device})");
        }

        return IsMeta ? this : Replace([this, tensor.Expand(Shape)], elements => callable(elements[0], elements[1]));
    }

    private void CheckCallable(string name)
    {
        if (RequiresGrad)
        {
            throw new TorchException($"Can't call {name}() on Variable that requires grad. Use var.detach().{name}() instead.");
        }

        if (!IsCpu && !IsMeta)
        {
            throw new TorchTypeException($"{name} is only implemented on CPU tensors");
        }
    }

    // All results are there before the first is written, so that a function that throws changes nothing.
    private Tensor Replace(Tensor[] tensors, Func<Scalar[], Scalar> callable)
    {
        var local = Array.ConvertAll(tensors, static tensor => tensor.Local());
        var results = new TensorLiteral[Numel()];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = callable(Array.ConvertAll(local, tensor => Elements.Read(tensor, i)));
        }

        return Copy_(TensorLiteral.Create(results).ToTensor(DType).View(Shape));
    }
}
