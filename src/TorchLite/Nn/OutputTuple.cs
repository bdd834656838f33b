using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchLite.Nn;

/// <summary>A module's output of several values, with other values in it.</summary>
internal static class OutputTuple
{
    /// <summary>A tuple of the same type.</summary>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,,>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,,,>))]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The fields of tuples of up to four are kept.")]
    internal static object Like(ITuple tuple, object?[] values)
    {
        if (tuple is not ValueType || values.Length > 4)
        {
            throw new TorchTypeException($"hooks take a module's output as a tensor or a tuple of two to four, not a {tuple.GetType().Name}");
        }

        // A boxed copy, which may be changed.
        var copy = RuntimeHelpers.GetObjectValue(tuple);
        for (var i = 0; i < values.Length; i++)
        {
            copy.GetType().GetField(string.Create(CultureInfo.InvariantCulture, $"Item{i + 1}"))!.SetValue(copy, values[i]);
        }

        return copy;
    }
}
