namespace TorchLite.Nn;

/// <summary>
/// A parameter whose shape is not known yet, as the lazy modules have them: PyTorch's <c>torch.nn.UninitializedParameter</c>.
/// </summary>
/// <remarks>It is the same object before and after, so that an optimizer may have it already.</remarks>
/// <example><code>
/// var weight = new UninitializedParameter();
/// weight                // &lt;UninitializedParameter&gt;
/// weight.IsUninitialized   // True
/// weight.Materialize([2, 3]);
/// weight.Shape          // torch.Size([2, 3])
/// </code></example>
public class UninitializedParameter : Parameter, IUninitialized
{
    private bool isMaterialized;

    /// <summary>A parameter without a shape.</summary>
    /// <param name="requiresGrad">Whether it will get gradients.</param>
    /// <param name="device">Where it will be; null: the default device.</param>
    /// <param name="dtype">Its dtype; null: the default dtype.</param>
    public UninitializedParameter(bool requiresGrad = true, Device? device = null, DType? dtype = null)
        : base(Torch.Empty([0], dtype: dtype, device: device), requiresGrad) => Await();

    /// <summary>Whether it still has no shape.</summary>
    public bool IsUninitialized => !isMaterialized;

    private protected override bool IsAwaited => !isMaterialized;

    private protected override Tensor Awaited => throw IUninitialized.Refusal;

    /// <summary>Gives it a shape. The elements are whatever the memory holds: PyTorch's <c>materialize</c>.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="device">The device; null: as it was made.</param>
    /// <param name="dtype">The dtype; null: as it was made.</param>
    public void Materialize(Shape shape, Device? device = null, DType? dtype = null)
    {
        if (!isMaterialized)
        {
            ((IUninitialized)this).Set(true);
        }

        Become(Torch.Empty(shape, dtype: dtype ?? DType, device: device ?? Device));
    }

    /// <summary>The printed form, as Python's <c>repr</c>.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => isMaterialized ? base.ToString() : "<UninitializedParameter>";

    void IUninitialized.Set(bool isThere)
    {
        isMaterialized = isThere;
        if (isThere)
        {
            Arrive();
        }
        else
        {
            Await();
        }
    }

    Tensor IUninitialized.NewOne() => ((IUninitialized)this).Ask(static self => new UninitializedParameter(self.RequiresGrad, self.Device, self.DType));
}
