using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TorchLite.Utils.Data;

/// <summary>
/// Records, and classes of their kind, which have a property for each parameter of their constructor: properties of the same name are
/// collated, and the batch is made of them.
/// </summary>
internal sealed class RecordCollation(
    ConstructorInfo constructor, Collation[] parts, PropertyInfo[] ofItem, PropertyInfo[] ofBatch) : Collation
{
    internal static Collation? Of([DynamicallyAccessedMembers(OfItem)] Type item, [DynamicallyAccessedMembers(OfBatch)] Type batch)
    {
        if (batch.IsPrimitive || batch.IsInterface || batch == typeof(string))
        {
            return null;
        }

        foreach (var constructor in batch.GetConstructors().OrderByDescending(static one => one.GetParameters().Length))
        {
            var (from, to) = (Properties(item, constructor), Properties(batch, constructor));
            if (from is null || to is null)
            {
                continue;
            }

            var parts = from.Zip(constructor.GetParameters(), static (own, made) => OfPart(own.PropertyType, made.ParameterType))
                .OfType<Collation>().ToArray();
            if (parts.Length == from.Length)
            {
                return new RecordCollation(constructor, parts, from, to);
            }
        }

        return null;
    }

    internal override object Collate(object[] items) => Made(
        [.. parts.Select((part, place) => part.Collate(Array.ConvertAll(items, item => Known(Value(ofItem[place], item)))))]);

    internal override object Map(object batch, Func<Tensor, Tensor> change) => Made(
        [.. parts.Select((part, place) => part.Map(Value(ofBatch[place], batch)!, change))]);

    // What the class throws comes out as it is.
    private static object? Value(PropertyInfo property, object item) =>
        property.GetValue(item, BindingFlags.DoNotWrapExceptions, null, null, null);

    private object Made(object[] values) => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, values, null);

    private static PropertyInfo[]? Properties(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type, ConstructorInfo constructor)
    {
        var all = type.GetProperties();
        var found = constructor.GetParameters()
            .Select(parameter => Array.Find(
                all, property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
            .OfType<PropertyInfo>().Where(static property => property.CanRead).ToArray();
        return found.Length > 0 && found.Length == constructor.GetParameters().Length ? found : null;
    }
}
