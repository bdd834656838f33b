using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TorchLite.Utils.Data;

/// <summary>
/// How items of one type become a batch of another. It is chosen by the two types, once; the items pass it as objects, so that there is no
/// generic code to make when the program runs, which a program compiled ahead of time could not.
/// </summary>
internal abstract class Collation
{
    internal const DynamicallyAccessedMemberTypes
        OfItem = DynamicallyAccessedMemberTypes.PublicProperties,
        OfBatch = DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicConstructors;

    /// <summary>Makes a batch of items, of which there is one at least.</summary>
    internal abstract object Collate(object[] items);

    /// <summary>A batch with other tensors in the place of its own; what is no tensor stays.</summary>
    internal virtual object Map(object batch, Func<Tensor, Tensor> change) => batch;

    /// <summary>The way from items to a batch.</summary>
    /// <exception cref="TorchTypeException">There is none.</exception>
    internal static Collation Required(
        [DynamicallyAccessedMembers(OfItem)] Type item, [DynamicallyAccessedMembers(OfBatch)] Type batch) =>
        Between(item, batch) ?? throw new TorchTypeException(Explained(item, batch));

    /// <summary>The way from items to a batch; null where there is none.</summary>
    internal static Collation? Between(
        [DynamicallyAccessedMembers(OfItem)] Type item, [DynamicallyAccessedMembers(OfBatch)] Type batch) =>
        OfPart(item, batch) ?? TupleCollation.Of(item, batch) ?? RecordCollation.Of(item, batch);

    /// <summary>The same for a part of an item, of whose constructors and properties nothing is known.</summary>
    internal static Collation? OfPart(Type item, Type batch) =>
        item == typeof(Tensor) && batch == typeof(Tensor) ? TensorCollation.Instance
        : NumberCollation.Is(item) && batch == typeof(Tensor) ? NumberCollation.Instance
        : NumberCollation.IsArray(item) && batch == typeof(Tensor) ? ArrayCollation.Instance
        : item == typeof(string) && batch.IsAssignableFrom(typeof(string[])) && batch != typeof(object) ? StringCollation.Instance
        : item == typeof(object) && batch == typeof(object) ? ObjectCollation.Instance
        : TupleCollation.OfTensors(item, batch) ?? DictionaryCollation.Of(item, batch) ?? ListCollation.Of(item, batch);

    /// <summary>An item, or a part of one.</summary>
    /// <exception cref="TorchTypeException">It is null.</exception>
    internal static object Known(object? item) => item ?? throw Strange("null");

    /// <summary>What becomes no batch.</summary>
    internal static TorchTypeException Strange(string found) =>
        new($"default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found {found}");

    private static string Explained(Type item, Type batch)
    {
        var parts = typeof(ITuple).IsAssignableFrom(item) ? item.GetGenericArguments() : [item];
        var strange = Array.Find(parts, static part => !NumberCollation.Is(part) && !NumberCollation.IsArray(part)
            && part != typeof(Tensor) && part != typeof(string) && !typeof(IEnumerable).IsAssignableFrom(part));
        return strange is not null
            ? Strange($"{strange}").Message
            : $"default_collate: items of type {item} become no batch of type {batch}, because numbers and arrays become tensors, and "
                + "strings lists of them. Name both types, as DataLoader<(float, string), (Tensor, string[])> does, or give a collateFn";
    }
}
