using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TorchLite.Utils.Data;

/// <summary>Tuples: what stands in the same place is collated.</summary>
internal sealed class TupleCollation(Collation[] parts, Func<object[], object> make) : Collation
{
    // Those without a call by reflection, which are also known in other tuples.
    private static readonly Dictionary<Type, Func<object[], object>> Makers = new()
    {
        [typeof((Tensor, Tensor))] = static p => ((Tensor)p[0], (Tensor)p[1]),
        [typeof((Tensor, Tensor, Tensor))] = static p => ((Tensor)p[0], (Tensor)p[1], (Tensor)p[2]),
        [typeof((Tensor, Tensor, Tensor, Tensor))] = static p => ((Tensor)p[0], (Tensor)p[1], (Tensor)p[2], (Tensor)p[3]),
    };

    /// <summary>Where the batch is a tuple of up to four tensors.</summary>
    internal static Collation? OfTensors(Type item, Type batch) =>
        Makers.TryGetValue(batch, out var make) && Parts(item, batch) is { } parts ? new TupleCollation(parts, make) : null;

    internal static Collation? Of(Type item, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type batch) =>
        Parts(item, batch) is { } parts && batch.GetConstructor(batch.GetGenericArguments()) is { } constructor
            ? new TupleCollation(parts, constructor.Invoke) : null;

    internal override object Collate(object[] items)
    {
        var made = new object[parts.Length];
        var column = new object[items.Length];
        for (var part = 0; part < made.Length; part++)
        {
            for (var i = 0; i < items.Length; i++)
            {
                column[i] = Known(((ITuple)items[i])[part]);
            }

            made[part] = parts[part].Collate(column);
        }

        return make(made);
    }

    internal override object Map(object batch, Func<Tensor, Tensor> change)
    {
        var made = new object[parts.Length];
        for (var part = 0; part < made.Length; part++)
        {
            made[part] = parts[part].Map(((ITuple)batch)[part]!, change);
        }

        return make(made);
    }

    // Of eight and more, the eighth is a tuple again.
    private static Collation[]? Parts(Type item, Type batch)
    {
        if (!typeof(ITuple).IsAssignableFrom(item) || !typeof(ITuple).IsAssignableFrom(batch)
            || item.GetGenericArguments() is not { Length: > 0 and < 8 } from || batch.GetGenericArguments() is not { } to
            || to.Length != from.Length)
        {
            return null;
        }

        var parts = from.Zip(to, OfPart).OfType<Collation>().ToArray();
        return parts.Length == from.Length ? parts : null;
    }
}
