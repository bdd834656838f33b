namespace TorchLite.Nn;

/// <summary>
/// A buffer whose shape is not known yet, as the lazy modules have them: PyTorch's <c>torch.nn.UninitializedBuffer</c>.
/// </summary>
/// <remarks>It is the same object before and after.</remarks>
/// <example><code>
/// var mean = new UninitializedBuffer();
/// mean                // &lt;UninitializedBuffer&gt;
/// mean.IsUninitialized   // True
/// mean.Materialize([2, 3]);
/// mean.Shape          // torch.Size([2, 3])
/// </code></example>
public class UninitializedBuffer : Buffer, IUninitialized
{
    private bool isMaterialized;

    /// <summary>A buffer without a shape.</summary>
    /// <param name="device">Where it will be; null: the default device.</param>
    /// <param name="dtype">Its dtype; null: the default dtype.</param>
    public UninitializedBuffer(Device? device = null, DType? dtype = null)
        : base(Torch.Empty([0], dtype: dtype, device: device)) => Await();

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
    public override string ToString() => isMaterialized ? base.ToString() : "<UninitializedBuffer>";

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

    Tensor IUninitialized.NewOne() => ((IUninitialized)this).Ask(static self => new UninitializedBuffer(self.Device, self.DType));
}
