using System.Numerics;
using System.Text;

namespace TorchLite.Jit;

/// <summary>Values of what the adapters of <see cref="AdapterWriter"/> give.</summary>
internal sealed class ValueReader
{
    private readonly Func<string, ScriptClass?> tupleNamed;
    private readonly Tensor?[] tensors;
    private readonly long[] whole;
    private readonly double[] real;
    private int nextTensor = 2;
    private int nextWhole;
    private int nextReal;

    internal ValueReader(Tensor?[] tensors, Func<string, ScriptClass?> tupleNamed)
    {
        this.tensors = tensors;
        this.tupleNamed = tupleNamed;
        using var first = tensors[0]!;
        using var second = tensors[1]!;
        whole = first.ToArray<long>();
        real = second.ToArray<double>();
    }

    /// <summary>The next value.</summary>
    internal object? Read(ScriptType type)
    {
        switch (type.Name)
        {
            case "Tensor":
                return tensors[nextTensor++];
            case "int":
                return whole[nextWhole++];
            case "float":
                return real[nextReal++];
            case "bool":
                return whole[nextWhole++] != 0;
            case "complex":
                using (var complex = tensors[nextTensor++]!)
                {
                    return complex.Item<Complex>();
                }

            case "NoneType":
                return null;
            case "str":
                return Text();
            case "Device":
                return new Device(Text());
            case "Optional":
                return whole[nextWhole++] == 0 ? null : Read(type.Of[0]);
            case "List":
                var list = new List<object?>();
                for (var left = whole[nextWhole++]; left > 0; left--)
                {
                    list.Add(Read(type.Of[0]));
                }

                return list;
            case "Dict":
                var dictionary = new OrderedDictionary<object, object?>();
                for (var left = whole[nextWhole++]; left > 0; left--)
                {
                    var key = Read(type.Of[0])!;
                    dictionary[key] = Read(type.Of[1]);
                }

                return dictionary;
            case "Union":
                return Read(type.Of[whole[nextWhole++]]);
            case "Tuple":
                return Array.ConvertAll(type.Of, Read);
            default:
                var named = tupleNamed(type.Name)!;
                return new NamedTuple(
                    named.ShortName, [.. named.Attributes.Select(static field => field.Name)],
                    [.. named.Attributes.Select(field => Read(field.Type))]);
        }
    }

    private string Text()
    {
        var count = (int)whole[nextWhole++];
        var bytes = Array.ConvertAll(whole[nextWhole..(nextWhole + count)], static letter => (byte)letter);
        nextWhole += count;
        return Encoding.UTF8.GetString(bytes);
    }
}
