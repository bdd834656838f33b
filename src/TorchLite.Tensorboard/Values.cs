namespace TorchLite.Utils.Tensorboard;

/// <summary>Tensors as PyTorch hands them to NumPy.</summary>
internal static class Values
{
    internal static Tensor Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return (tensor.DType == DType.Bfloat16 ? tensor.To(DType.Float16) : tensor).Detach().Cpu();
    }
}
