using System.Numerics;
using NumSharp;

namespace TorchLite.Tests.Interop;

/// <summary>The guide's table of what is shared, what is copied and what is refused.</summary>
public sealed class SharingTableTests
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["bool"] = typeof(bool), ["byte"] = typeof(byte), ["sbyte"] = typeof(sbyte), ["short"] = typeof(short), ["int"] = typeof(int),
        ["long"] = typeof(long), ["Half"] = typeof(Half), ["float"] = typeof(float), ["double"] = typeof(double),
        ["Complex"] = typeof(Complex), ["ushort"] = typeof(ushort), ["uint"] = typeof(uint), ["ulong"] = typeof(ulong),
        ["decimal"] = typeof(decimal), ["char"] = typeof(char),
    };

    private static readonly string[][] Table =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "build", "docs", "en", "arrays.md"))
            .SkipWhile(static line => !line.StartsWith("| .NET | dtype |", StringComparison.Ordinal))
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim().Trim('`')).ToArray()),
    ];

    private static IEnumerable<TestCaseData> Rows() =>
        Table.Skip(2).Select(static row => new TestCaseData([row]).SetArgDisplayNames(row[..2]));

    [Test]
    public void The_table_has_every_type_and_every_dtype()
    {
        Table.Skip(2).Select(static row => row[0]).Where(static type => type != "none").Should().BeEquivalentTo(Types.Keys);
        Table.Skip(2).Select(static row => row[1]).Where(static dtype => dtype != "none")
            .Should().BeEquivalentTo(TorchLite.DType.All.ToArray().Select(static dtype => dtype.ToString()["torch.".Length..]));
        Table[0][2..].Should().Equal(Columns.Keys);
    }

    [TestCaseSource(nameof(Rows))]
    public void A_row_tells_what_happens(string[] row)
    {
        var type = Types.GetValueOrDefault(row[0]);
        var dtype = TorchLite.DType.All.ToArray().Where(dtype => dtype.ToString() == "torch." + row[1])
            .Select(static dtype => (TorchLite.DType?)dtype).FirstOrDefault();
        foreach (var (name, told) in Table[0][2..].Zip(row[2..]))
        {
            string done;
            try
            {
                done = Columns[name](type, dtype);
            }
            catch (Exception error) when (error is TorchException or NotSupportedException)
            {
                done = "no";
            }

            done.Should().Be(told, "that is what the table says of {0}", name);
        }
    }

    // Each writes to what it is given, and looks whether what came out has changed.
    private static readonly Dictionary<string, Func<Type?, TorchLite.DType?, string>> Columns = new()
    {
        ["FromArray"] = static (type, _) => In(type, Torch.FromArray),
        ["AsTensor"] = static (type, _) => In(type, static array => Torch.AsTensor(array)),
        ["Tensor"] = static (type, _) => In(type, static array => Torch.Tensor(array)),
        ["AsSpan"] = static (type, dtype) => Out(type, dtype, nameof(FirstOfSpan)),
        ["ToArray"] = static (type, dtype) => Out(type, dtype, nameof(FirstOfArray)),
        ["FromNumpy"] = static (type, _) =>
        {
            var array = np.array(Ones(type)).copy();
            var tensor = Torch.FromNumpy(array);
            array[0] = np.zeros(new NumSharp.Shape(1), type!)[0];
            return Told(tensor[0]);
        },
        ["Numpy"] = static (_, dtype) =>
        {
            var tensor = Made(dtype);
            var array = tensor.Numpy();
            tensor.Zero_();
            return Told(Torch.FromNumpy(array)[0]);
        },
        ["ToDlpack"] = static (_, dtype) =>
        {
            var tensor = Made(dtype);
            var back = Torch.FromDlpack(Torch.ToDlpack(tensor));
            tensor.Zero_();
            return back.ToString() == tensor.ToString() ? "shares" : "copies";
        },
    };

    private static string In(Type? type, Func<Array, Tensor> make)
    {
        var array = Ones(type);
        var tensor = make(array);
        array.SetValue(Activator.CreateInstance(type!), 0);
        return Told(tensor[0]);
    }

    private static string Out(Type? type, TorchLite.DType? dtype, string method)
    {
        if (type is null || dtype is null)
        {
            throw new NotSupportedException();
        }

        var flags = System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static;
        return (string)typeof(SharingTableTests).GetMethod(method, flags)!.MakeGenericMethod(type).Invoke(null, [Made(dtype)])!;
    }

    private static string FirstOfSpan<T>(Tensor tensor)
        where T : unmanaged
    {
        var span = tensor.AsSpan<T>();
        tensor.Zero_();
        return span[0].Equals(default(T)) ? "shares" : "copies";
    }

    private static string FirstOfArray<T>(Tensor tensor)
        where T : unmanaged
    {
        var array = tensor.ToArray<T>();
        tensor.Zero_();
        return array[0].Equals(default(T)) ? "shares" : "copies";
    }

    private static string Told(Tensor first) => first.Item<bool>() ? "copies" : "shares";

    private static Tensor Made(TorchLite.DType? dtype) => Torch.Ones([2], dtype: dtype ?? throw new NotSupportedException());

    private static Array Ones(Type? type)
    {
        var array = Array.CreateInstance(type ?? throw new NotSupportedException(), 2);
        object one = type == typeof(Complex) ? Complex.One : type == typeof(Half) ? (Half)1
            : Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        array.SetValue(one, 0);
        array.SetValue(one, 1);
        return array;
    }
}
