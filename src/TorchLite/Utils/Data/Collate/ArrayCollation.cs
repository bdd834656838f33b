namespace TorchLite.Utils.Data;

/// <summary>Arrays of numbers are NumPy's: they become tensors, which are stacked.</summary>
internal sealed class ArrayCollation : Collation
{
    internal static readonly ArrayCollation Instance = new();

    internal override object Collate(object[] items)
    {
        var tensors = Array.ConvertAll(items, static item => Torch.AsTensor((Array)item));
        var batch = Torch.Stack(tensors);
        Array.ForEach(tensors, static tensor => tensor.Dispose());
        return batch;
    }

    internal override object Map(object batch, Func<Tensor, Tensor> change) => change((Tensor)batch);
}
