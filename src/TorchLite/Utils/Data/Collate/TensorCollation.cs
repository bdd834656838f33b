namespace TorchLite.Utils.Data;

/// <summary>Tensors are stacked.</summary>
internal sealed class TensorCollation : Collation
{
    internal static readonly TensorCollation Instance = new();

    internal override object Collate(object[] items) => Torch.Stack(Array.ConvertAll(items, static item => (Tensor)item));

    internal override object Map(object batch, Func<Tensor, Tensor> change) => change((Tensor)batch);
}
