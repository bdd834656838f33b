using System.Collections;

namespace TorchLite.Serialization;

/// <summary>
/// The last look at what a pickle made: a storage by itself becomes a tensor, and what TorchLite has nothing for is an error that says
/// where it is, or is left out.
/// </summary>
/// <param name="skip">Receives the key of everything skipped; null: it is an error.</param>
internal sealed class PickleParts(Action<string>? skip)
{
    private readonly Dictionary<PtStorage, Tensor> storages = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(ICollection Items, Place? At)> open = new();

    /// <summary>Settles a value and all that it holds. Containers may hold each other, and themselves.</summary>
    /// <exception cref="TorchTypeException">
    /// The file contains something that TorchLite does not support, and it is not to be left out.
    /// </exception>
    internal object? Settle(object? value)
    {
        value = Settle(value, null, mayLeave: false, out _);
        while (open.TryPop(out var next))
        {
            switch (next.Items)
            {
                case OrderedDictionary<object, object?> dict:
                    SettleDict(dict, next.At);
                    break;
                case IList list:
                    for (var i = 0; i < list.Count; i++)
                    {
                        list[i] = Settle(list[i], new(next.At, i), mayLeave: true, out _);
                    }

                    break;
            }
        }

        return value;
    }

    private void SettleDict(OrderedDictionary<object, object?> dict, Place? at)
    {
        for (var i = 0; i < dict.Count; i++)
        {
            var (key, part) = dict.GetAt(i);
            var settled = Settle(part, new(at, key), mayLeave: true, out var isLeft);
            if (isLeft)
            {
                dict.RemoveAt(i--);
            }
            else if (!ReferenceEquals(settled, part))
            {
                dict.SetAt(i, settled);
            }
        }
    }

    private object? Settle(object? part, Place? at, bool mayLeave, out bool isLeft)
    {
        isLeft = false;
        switch (part)
        {
            case PtStorage { DType.IsQuantized: false } storage:
                return storages.TryGetValue(storage, out var made) ? made : storages[storage] = storage.All();
            case PickleMissing or PickleCallable or PickleStorageType or PtStorage:
                Leave(Describe(part), at, mayLeave);
                isLeft = true;
                return null;
            case byte[]:
                return part;
            case ICollection items when seen.Add(part):
                open.Push((items, at));
                return part;
            default:
                return part;
        }
    }

    private void Leave(string what, Place? at, bool mayLeave)
    {
        if (at is null)
        {
            throw new TorchTypeException($"the file holds {what}, for which TorchLite has nothing");
        }

        if (skip is null || !mayLeave)
        {
            throw new TorchTypeException(
                $"the file holds under '{at}' {what}, for which TorchLite has nothing. Load with skip to have all the rest: it is told "
                + $"what is left out.");
        }

        skip(at.ToString());
    }

    private static string Describe(object part) => part switch
    {
        PickleMissing missing => missing.What,
        PickleCallable callable => $"the class or function {callable.Name} by itself",
        PickleStorageType type => $"the class of the storages of {type.DType} by itself",
        PtStorage storage => $"a storage of {storage.DType}",
        _ => part.GetType().Name,
    };

    // Keys as in the names of a state dict, from the file's own object on.
    private sealed record Place(Place? Outer, object Key)
    {
        public override string ToString()
        {
            var keys = new Stack<string>();
            for (var place = this; place is not null; place = place.Outer)
            {
                keys.Push(place.Key switch
                {
                    object?[] tuple => $"({string.Join(", ", tuple)})",
                    DBNull => "None",
                    IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                    var key => key.ToString()!,
                });
            }

            return string.Join('.', keys);
        }
    }
}
