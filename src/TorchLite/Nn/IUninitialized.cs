namespace TorchLite.Nn;

/// <summary>What has a dtype and a device, but no shape yet.</summary>
internal interface IUninitialized
{
    bool IsUninitialized { get; }

    /// <summary>What its use says before it has a shape.</summary>
    static TorchValueException Refusal => new(
        "Attempted to use an uninitialized parameter. This error happens when you are using a `LazyModule` or explicitly manipulating "
        + "`torch.nn.parameter.UninitializedParameter` objects. When using LazyModules Call `forward` with a dummy batch to initialize "
        + "the parameters before calling torch functions");

    void Materialize(Shape shape, Device? device = null, DType? dtype = null);

    /// <summary>Sets whether it is there, or awaited.</summary>
    void Set(bool isThere);

    /// <summary>Another one like it.</summary>
    Tensor NewOne();

    /// <summary>Moves it, or changes its dtype.</summary>
    void Convert(Func<Tensor, Tensor> convert) => Ask(self =>
    {
        self.Become(convert(self.Data));
        return 0;
    });

    /// <summary>Asks the tensor of no element that stands for it until it has a shape, and knows the dtype and the device.</summary>
    TResult Ask<TResult>(Func<Tensor, TResult> question)
    {
        Set(true);
        try
        {
            return question((Tensor)this);
        }
        finally
        {
            Set(false);
        }
    }
}
