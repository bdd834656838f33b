using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>Lists of as many elements each: what stands in the same place becomes one tensor.</summary>
internal sealed class ListCollation(Collation element, bool isArray) : Collation
{
    internal static Collation? Of(Type item, Type batch)
    {
        if (item == typeof(string) || typeof(IDictionary).IsAssignableFrom(item) || batch == typeof(object))
        {
            return null;
        }

        var type = item.IsArray ? item.GetArrayRank() == 1 ? item.GetElementType() : null
            : item.IsGenericType && (item.IsInterface ? typeof(IEnumerable) : typeof(IList)).IsAssignableFrom(item)
                && item.GetGenericArguments() is [var only] ? only
            : null;
        var isArray = batch.IsAssignableFrom(typeof(Tensor[]));
        return type is not null && (isArray || batch.IsAssignableFrom(typeof(List<Tensor>))) && OfPart(type, typeof(Tensor)) is { } element
            ? new ListCollation(element, isArray) : null;
    }

    internal override object Collate(object[] items)
    {
        var lists = Array.ConvertAll(items, static item => item as IList ?? ((IEnumerable)item).Cast<object?>().ToList());
        if (Array.Exists(lists, list => list.Count != lists[0].Count))
        {
            throw new TorchException("each element in list of batch should be of equal size");
        }

        return Made(Enumerable.Range(0, lists[0].Count)
            .Select(i => (Tensor)element.Collate(Array.ConvertAll(lists, list => Known(list[i])))));
    }

    internal override object Map(object batch, Func<Tensor, Tensor> change) => Made(((IEnumerable<Tensor>)batch).Select(change));

    private object Made(IEnumerable<Tensor> tensors) => isArray ? tensors.ToArray() : tensors.ToList();
}
