using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace TorchLite.Jit;

/// <summary>Values as the adapters of <see cref="AdapterWriter"/> take them: in tensors.</summary>
/// <param name="tupleNamed">The fields of a named tuple.</param>
internal sealed class ValueWriter(Func<string, ScriptClass?> tupleNamed)
{
    private readonly List<long> whole = [];
    private readonly List<double> real = [];
    private readonly List<Tensor> tensors = [];

    /// <summary>All that was added. The first two are new, the rest the caller's.</summary>
    internal Tensor[] ToTensors() =>
    [
        Torch.Tensor(whole.ToArray(), dtype: DType.Int64, device: default(Device)),
        Torch.Tensor(real.ToArray(), dtype: DType.Float64, device: default(Device)), .. tensors,
    ];

    /// <summary>Adds a value of a type.</summary>
    /// <returns>Whether it is one.</returns>
    internal bool Add(object? value, ScriptType type)
    {
        switch (type.Name)
        {
            case "Tensor":
                return value is Tensor tensor && Added(() => tensors.Add(tensor));
            case "int":
                return Whole(value) is { } number && Added(() => whole.Add(number));
            case "float":
                return Real(value) is { } fraction && Added(() => real.Add(fraction));
            case "bool":
                return value is bool flag && Added(() => whole.Add(flag ? 1 : 0));
            case "complex":
                return (value is Complex complex ? complex : Real(value) is { } part ? part : (Complex?)null) is { } z
                    && Added(() => real.AddRange([z.Real, z.Imaginary]));
            case "NoneType":
                return value is null;
            case "str":
                return value is string text && Text(text);
            case "Device":
                return value is Device device ? Text(device.ToString()) : value is string name && Text(new Device(name).ToString());
            case "Optional":
                whole.Add(value is null ? 0 : 1);
                return value is null || Add(value, type.Of[0]);
            case "List":
                return value is IEnumerable and not (string or IDictionary or Tensor) && Items((IEnumerable)value, type.Of[0]);
            case "Dict":
                return value is IDictionary dictionary && Pairs(dictionary, type.Of);
            case "Union":
                // An integer is a float, too, but first of all an integer.
                bool Fits(ScriptType some) => new ValueWriter(tupleNamed).Add(value, some);
                var exact = Array.FindIndex(type.Of, some => some.Name == "int" && Fits(some));
                var which = exact >= 0 ? exact : Array.FindIndex(type.Of, Fits);
                return which >= 0 && Added(() => whole.Add(which)) && Add(value, type.Of[which]);
            case "Tuple":
                return Parts(value) is { } parts && AddAll(parts, type.Of);
            default:
                ScriptType[] fields = [.. tupleNamed(type.Name)!.Attributes.Select(static field => field.Type)];
                return Parts(value) is { } values && AddAll(values, fields);
        }
    }

    /// <summary>An integer, or the number of a dtype; null: it is something else.</summary>
    internal static long? Whole(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        DType dtype => dtype.Code,
        Scalar { Kind: ScalarKind.Integer } scalar => (long)scalar,
        _ => null,
    };

    /// <summary>A number; null: it is something else.</summary>
    internal static double? Real(object? value) => value switch
    {
        double number => number,
        float or Half => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        Scalar { Kind: ScalarKind.Real } scalar => (double)scalar,
        _ => Whole(value),
    };

    private static bool Added(Action add)
    {
        add();
        return true;
    }

    // TorchScript's texts are bytes.
    private bool Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        whole.Add(bytes.Length);
        foreach (var letter in bytes)
        {
            whole.Add(letter);
        }

        return true;
    }

    private bool Items(IEnumerable items, ScriptType type)
    {
        var place = whole.Count;
        whole.Add(0);
        foreach (var item in items)
        {
            if (!Add(item, type))
            {
                return false;
            }

            whole[place]++;
        }

        return true;
    }

    private bool Pairs(IDictionary dictionary, ScriptType[] types)
    {
        whole.Add(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            if (!Add(entry.Key, types[0]) || !Add(entry.Value, types[1]))
            {
                return false;
            }
        }

        return true;
    }

    private bool AddAll(object?[] values, ScriptType[] types)
    {
        var areAll = values.Length == types.Length;
        for (var i = 0; i < values.Length && areAll; i++)
        {
            areAll = Add(values[i], types[i]);
        }

        return areAll;
    }

    private static object?[]? Parts(object? value) => value switch
    {
        ITuple tuple => tuple.Items(),
        NamedTuple named => [.. named],
        Array or IList => [.. ((IList)value).Cast<object?>()],
        _ => null,
    };
}
