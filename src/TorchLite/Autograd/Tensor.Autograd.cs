namespace TorchLite;

/// <content>Gradients.</content>
public partial class Tensor
{
    /// <summary>
    /// Whether autograd records operations on the tensor, so that <see cref="Backward"/> can find its gradient: PyTorch's
    /// <c>requires_grad</c>. It spreads to what is computed from the tensor.
    /// </summary>
    /// <exception cref="TorchException">
    /// It is set on a tensor of an integer dtype, or disabled on a result of recorded operations.
    /// </exception>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// (x * 3).RequiresGrad   // True
    /// </code></example>
    public bool RequiresGrad
    {
        get => Gate.Ask(static t => Exports.RequiresGrad(t) != 0, this);
        set
        {
            if (value)
            {
                CheckCanRequireGrad("only Tensors of floating point and complex dtype can require gradients");
            }

            RequiresGrad_(value);
        }
    }

    // Whether what is done with it now can be differentiated.
    internal bool IsRecorded => LibTorch.IsGradEnabled() && RequiresGrad;

    /// <summary>Whether the tensor was created by the program and not by recorded operations: PyTorch's <c>is_leaf</c>.</summary>
    /// <remarks>Leaves that require gradients keep them in <see cref="Grad"/>.</remarks>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// (x * 3).IsLeaf   // False
    /// </code></example>
    public bool IsLeaf => Gate.Ask(static t => Exports.IsLeaf(t), this);

    /// <summary>The gradient accumulated by <see cref="Backward"/>, or null if there is none: PyTorch's <c>grad</c>.</summary>
    /// <exception cref="TorchException">A gradient is set that has another shape, dtype or device.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([3.0], requiresGrad: true);
    /// x.Pow(2).Backward();
    /// x.Grad   // tensor([6.])
    /// </code></example>
    public Tensor? Grad
    {
        get
        {
            using var use = new Use(this);
            nint grad;
            using (new GradLock(use.Handle))
            {
                grad = Exports.Grad(use.Handle);
            }

            return grad != 0 ? Wrap(grad, this) : null;
        }

        set
        {
            if (value is null)
            {
                using var use = new Use(this);
                using var free = new GradLock(use.Handle);
                Gate.DirectInPlace(static t => Exports.SetGrad(t, 0), this);
                return;
            }

            if (ReferenceEquals(value, this))
            {
                throw new TorchException("can't assign Variable as its own grad");
            }

            if (value.Shape != Shape)
            {
                throw new TorchException(
                    $"attempting to assign a gradient of size '[{value.Shape.Join()}]' to a tensor of size '[{Shape.Join()}]'. "
                    + $"Please ensure that the gradient and the tensor are the same size");
            }

            if (value.DType != DType)
            {
                throw new TorchException(
                    $"attempting to assign a gradient with dtype '{value.DType.CppName}' to a tensor with dtype '{DType.CppName}'. "
                    + $"Please ensure that the gradient and the tensor have the same dtype");
            }

            if (value.Device != Device)
            {
                throw new TorchException(
                    $"attempting to assign a gradient with device type '{value.Device.Type}' to a tensor with device type '{Device.Type}'. "
                    + $"Please ensure that the gradient and the tensor are on the same device");
            }

            using var uses = new Use(this);
            using var alone = new GradLock(uses.Handle);
            Gate.DirectInPlace(static (t, g) => Exports.SetGrad(t, g), this, value);
        }
    }

    /// <summary>Sets whether autograd records operations on the tensor: PyTorch's <c>requires_grad_()</c>.</summary>
    /// <param name="requiresGrad">Whether it does.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The dtype is neither floating-point nor complex, or the tensor is a result of recorded operations.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(1).RequiresGrad_()   // tensor([1.], requires_grad=True)
    /// </code></example>
    public Tensor RequiresGrad_(bool requiresGrad = true)
    {
        if (requiresGrad)
        {
            CheckCanRequireGrad("only Tensors of floating point dtype can require gradients");
        }

        if (!requiresGrad && !IsLeaf)
        {
            throw new TorchException(
                "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that "
                + "doesn't require differentiation use var_no_grad = var.detach().");
        }

        return Gate.DirectInPlace(static (t, on) => Exports.SetRequiresGrad(t, on), this, requiresGrad);
    }

    /// <summary>
    /// Computes the gradient of this tensor with respect to the leaves it was computed from, and adds it to their
    /// <see cref="Grad"/>: PyTorch's <c>backward()</c>.
    /// </summary>
    /// <param name="gradient">The upstream gradient, of this tensor's shape; null: 1, for a tensor of one element.</param>
    /// <param name="retainGraph">Whether to keep what a second call needs; null: as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Whether to record the computation of the gradients too, for higher derivatives.</param>
    /// <param name="inputs">The leaves that receive gradients; null: all.</param>
    /// <exception cref="TorchException">
    /// Nothing was recorded, the tensor has more than one element and no gradient was given, the gradient's shape differs, or the
    /// recorded values were freed by an earlier call.
    /// </exception>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// var y = x.Pow(2) + 2 * x + 1;
    /// y.Backward();
    /// x.Grad   // tensor([6.])
    /// </code></example>
    public void Backward(Tensor? gradient = null, bool? retainGraph = null, bool createGraph = false, IEnumerable<Tensor>? inputs = null)
    {
        // The usual call, by the shortest way; the other one says what is wrong.
        if (gradient is null && retainGraph is null or false && !createGraph && inputs is null && Numel() == 1 && !DType.IsComplex)
        {
            Engine.Run(static t => Gate.DirectInPlace(static t => Exports.Backward(t), t), this);
            return;
        }

        Torch.Autograd.Backward([this], gradient is null ? [] : [gradient], retainGraph, createGraph, inputs);
    }

    /// <summary>A view with the same memory that takes no part in gradients: PyTorch's <c>detach()</c>.</summary>
    /// <returns>The view.</returns>
    /// <example><code>
    /// (Torch.Ones([1], requiresGrad: true) * 2).Detach()   // tensor([2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Detach() => Gate.Direct(static t => Exports.Detach(t), this);

    /// <summary>Takes this tensor out of the record, so that it becomes a leaf: PyTorch's <c>detach_()</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The tensor is a view.</exception>
    /// <example><code>
    /// (Torch.Ones([1], requiresGrad: true) * 2).Detach_()   // tensor([2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Detach_() => Gate.DirectInPlace(static t => Exports.Detach_(t), this);

    /// <summary>Stores the gradient of a tensor that is not a leaf in <see cref="Grad"/>, too: PyTorch's <c>retain_grad()</c>.</summary>
    /// <exception cref="TorchException">The tensor does not require gradients.</exception>
    /// <example><code>
    /// var x = Torch.Ones([1], requiresGrad: true);
    /// var y = x * 2;
    /// y.RetainGrad();
    /// (y * 3).Backward();
    /// y.Grad   // tensor([3.])
    /// </code></example>
    public void RetainGrad()
    {
        if (!RequiresGrad)
        {
            throw new TorchException("can't retain_grad on Tensor that has requires_grad=False");
        }

        Gate.DirectInPlace(static t => Exports.RetainGrad(t), this);
    }

    /// <summary>
    /// Whether a tensor that is not a leaf keeps its gradient, as set by <see cref="RetainGrad"/>: PyTorch's <c>retains_grad</c>.
    /// </summary>
    /// <example><code>
    /// Torch.Ones(2).RetainsGrad   // False
    /// </code></example>
    public bool RetainsGrad => RetainsGradOperator.Ask(this);

    private static readonly AtenOperator RetainsGradOperator = new("aten::retains_grad");

    /// <summary>
    /// Forgets the gradient, so that the next <see cref="Backward"/> starts from zero: PyTorch's <c>zero_grad()</c> for one tensor.
    /// </summary>
    /// <param name="setToNone">Whether <see cref="Grad"/> becomes null (true), or zeros in the same memory (false).</param>
    /// <example><code>
    /// var x = Torch.Ones([1], requiresGrad: true);
    /// (x * 2).Backward();
    /// x.ZeroGrad(setToNone: false);
    /// x.Grad   // tensor([0.])
    /// </code></example>
    public void ZeroGrad(bool setToNone = true)
    {
        if (setToNone)
        {
            Grad = null;
            return;
        }

        using var grad = Grad?.Detach();
        grad?.Zero_();
    }

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
    /// The value is on another kind of device, or this tensor requires gradients and the value has an integer dtype.
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

    /// <summary>
    /// The name of the recorded operation, such as <c>SubBackward0</c>; null for a leaf, or where libtorch does not tell.
    /// </summary>
    internal string? GradFnName() => GradFnReader.Name(this);

    /// <summary>A new tensor as the creation functions hand it out.</summary>
    internal Tensor AsCreated(bool requiresGrad)
    {
        if (!requiresGrad)
        {
            return this;
        }

        CheckCanRequireGrad("Only Tensors of floating point and complex dtype can require gradients");
        return Gate.DirectInPlace(static t => Exports.SetRequiresGrad(t, true), this);
    }

    private void CheckCanRequireGrad(string otherwise)
    {
        if (!DType.IsDifferentiable)
        {
            throw new TorchException(otherwise);
        }
    }
}
