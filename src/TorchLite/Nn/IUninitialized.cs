namespace TorchLite.Nn;

/// <summary>What has a dtype and a device, but no shape yet.</summary>
internal interface IUninitialized
{
    bool IsUninitialized { get; }

    void Materialize(Shape shape, Device? device = null, DType? dtype = null);

    /// <summary>Moves it, or changes its dtype.</summary>
    void Convert(Func<Tensor, Tensor> convert);

    /// <summary>Another one like it.</summary>
    Tensor NewOne();
}
