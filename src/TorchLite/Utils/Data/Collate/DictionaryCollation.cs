using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>Dictionaries of the same keys: what each has under a key is collated.</summary>
internal sealed class DictionaryCollation(Collation value, bool isOfObjects) : Collation
{
    internal static Collation? Of(Type item, Type batch)
    {
        if (!item.IsGenericType || batch == typeof(object) || item.GetGenericArguments() is not [var key, var type] || key != typeof(string)
            || !typeof(IDictionary).IsAssignableFrom(item) && !item.IsAssignableFrom(typeof(Dictionary<string, object>))
                && !item.IsAssignableFrom(typeof(Dictionary<string, Tensor>)))
        {
            return null;
        }

        var isOfObjects = batch.IsAssignableFrom(typeof(Dictionary<string, object>));
        return isOfObjects ? new DictionaryCollation(ObjectCollation.Instance, true)
            : batch.IsAssignableFrom(typeof(Dictionary<string, Tensor>)) && OfPart(type, typeof(Tensor)) is { } value
                ? new DictionaryCollation(value, false)
            : null;
    }

    internal override object Collate(object[] items)
    {
        var all = Array.ConvertAll(items, static item => item as IDictionary ?? throw Strange($"{item.GetType()}"));
        return Made(all[0].Keys.Cast<string>(), key => value.Collate(Array.ConvertAll(all, one => one.Contains(key)
            ? Known(one[key]) : throw new KeyNotFoundException($"An item of the batch has no '{key}', which the first has."))));
    }

    internal override object Map(object batch, Func<Tensor, Tensor> change) =>
        Made(((IDictionary)batch).Keys.Cast<string>(), key => value.Map(((IDictionary)batch)[key]!, change));

    private object Made(IEnumerable<string> keys, Func<string, object> valueOf) => isOfObjects
        ? keys.ToDictionary(static key => key, valueOf, StringComparer.Ordinal)
        : keys.ToDictionary(static key => key, key => (Tensor)valueOf(key), StringComparer.Ordinal);
}
