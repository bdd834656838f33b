namespace TorchLite.Utils.Data;

/// <summary>What is declared as an object, as in a dictionary of this and that: the first item says what it is.</summary>
internal sealed class ObjectCollation : Collation
{
    internal static readonly ObjectCollation Instance = new();

    internal override object Collate(object[] items)
    {
        var type = items[0].GetType();
        if (Array.Find(items, item => item.GetType() != type && !(item is Tensor && items[0] is Tensor)) is { } other)
        {
            throw new TorchTypeException(
                $"default_collate: what stands in the same place must be of the same type; found {type} and {other.GetType()}");
        }

        return (items[0] is Tensor ? TensorCollation.Instance
            : OfPart(type, typeof(Tensor)) ?? OfPart(type, typeof(string[])) ?? OfPart(type, typeof(Tensor[]))
            ?? OfPart(type, typeof(Dictionary<string, Tensor>)) ?? throw Strange($"{type}")).Collate(items);
    }

    internal override object Map(object batch, Func<Tensor, Tensor> change) => batch switch
    {
        Tensor tensor => change(tensor),
        Tensor[] tensors => Array.ConvertAll(tensors, tensor => change(tensor)),
        Dictionary<string, Tensor> tensors => tensors.ToDictionary(static one => one.Key, one => change(one.Value), tensors.Comparer),
        _ => batch,
    };
}
