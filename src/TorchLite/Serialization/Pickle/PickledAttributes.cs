using System.Runtime.CompilerServices;

namespace TorchLite.Serialization;

/// <summary>The attributes that an OrderedDict of a file has beside its items, such as the <c>_metadata</c> of a state dict.</summary>
internal static class PickledAttributes
{
    private static readonly ConditionalWeakTable<object, OrderedDictionary<object, object?>> Known = new();

    internal static void Set(object dict, object? attributes)
    {
        if (attributes is OrderedDictionary<object, object?> given)
        {
            Known.AddOrUpdate(dict, given);
        }
    }

    /// <summary>An attribute that is a dict; null where there is none.</summary>
    internal static OrderedDictionary<object, object?>? Of(object dict, string name) =>
        Known.TryGetValue(dict, out var attributes) && attributes.TryGetValue(name, out var value)
            ? value as OrderedDictionary<object, object?> : null;
}
