using System.Numerics;

namespace TorchLite.Probe.Torture;

/// <summary>What fits a parameter, by its type and name.</summary>
internal static class Recipes
{
    internal const string Large = "float[300,300]";

    private static readonly float[,] LargeValues = Filled(300);

    /// <summary>Small ones of all kinds, and one whose memory the system takes back as soon as it is freed.</summary>
    internal static readonly Recipe[] Tensors =
    [
        Of("float[2,3]", static () => Torch.Tensor(new[,] { { 0.5f, 0.25f, 0.75f }, { 0.125f, 1f, 0f } })),
        Of(Large, static () => Torch.Tensor(LargeValues)),
        Of("float[3,3]", static () => Torch.Tensor(new[,] { { 2f, 0.5f, 0.25f }, { 0.5f, 3f, 0.125f }, { 0.25f, 0.125f, 4f } })),
        Of("long[2,3]", static () => Torch.Tensor(new[,] { { 1L, 0, 1 }, { 0, 1, 0 } })),
        Of("bool[2,3]", static () => Torch.Tensor(new[,] { { true, false, true }, { false, false, true } })),
        Of("float[3]", static () => Torch.Tensor(new[] { 0.5f, -1.5f, 2f })),
        Of("long[3]", static () => Torch.Tensor(new[] { 1L, 0, 1 })),
        Of("int[3]", static () => Torch.Tensor(new[] { 1, 2, 3 })),
        Of("float[]", static () => Torch.Tensor(1.5)),
        Of("float[2,3,3]", static () => Torch.Tensor(
            new[,,] { { { 1f, 2, 3 }, { 4, 5, 7 }, { 0, 1, 0 } }, { { 2, 0, 1 }, { 1, 1, 1 }, { 0, 0, 3 } } })),
        Of("complex[2,3]", static () => Torch.Tensor(
            new[,] { { new Complex(1, 2), 0, 1 }, { Complex.ImaginaryOne, 2, new(0, -1) } })),
        Of("double[1]", static () => Torch.Tensor(new[] { 0.75 })),
        Of("float[2,3] with a gradient", static () => Torch.Tensor(
            new[,] { { 0.5f, 0.25f, 0.75f }, { 0.125f, 1f, 0f } }, requiresGrad: true)),
        Of("float[1] computed", static () => Torch.Tensor(new[] { 2f }, requiresGrad: true) * 3),
        Of("float[3,2]", static () => Torch.Tensor(new[,] { { 0.5f, -1f }, { 2f, 0.25f }, { 3f, 1f } })),
    ];

    // Tensors that must be of one kind, by the parameter's name.
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["index"] = ["long[2,3]", "long[3]"], ["indices"] = ["long[2,3]", "long[3]"], ["mask"] = ["bool[2,3]"],
        ["value"] = ["float[]", "long[2,3]", "float[2,3]", "float[3]"],
        ["vec"] = ["float[3]"], ["vec1"] = ["float[3]"], ["vec2"] = ["float[3]"], ["mat"] = ["float[3,3]"], ["batch1"] = ["float[2,3,3]"],
        ["batch2"] = ["float[2,3,3]"], ["condition"] = ["bool[2,3]"], ["pivots"] = ["int[3]"], ["tau"] = ["float[3]"], ["window"] = [],
        ["bias"] = ["float[3]"],
    };

    private static readonly Dictionary<string, long[]> Numbers = new()
    {
        ["dim1"] = [1, -1], ["dim2"] = [0, 1], ["axis1"] = [1, 0],
        ["end"] = [2, 3], ["endDim"] = [-1, 1], ["high"] = [5], ["n"] = [3, 0, 1],
        ["k"] = [1, 2], ["nFft"] = [2], ["hopLength"] = [1], ["winLength"] = [2],
        ["to"] = [7], ["bins"] = [4], ["chunks"] = [2],
        ["sections"] = [3, 2, 1], ["splitSize"] = [2, 1], ["step"] = [1, 2], ["steps"] = [5],
        ["length"] = [2, 1], ["size"] = [2, 1], ["row"] = [3], ["col"] = [3], ["repeats"] = [2], ["m"] = [2, 4], ["seed"] = [3],
    };

    /// <summary>Values for a parameter; the default, where there is one, first. None: nothing is known that fits.</summary>
    internal static Recipe[] For(Parameter parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        var values = OfConvolution(parameter) ?? Values(parameter.Name, type);
        return parameter.Info is { HasDefaultValue: true } info ? [Default(info), .. values] : values;
    }

    // By the operation's name, because no other tensors fit: two channels in and out, five wide, windows of three.
    private static Recipe[]? OfConvolution(Parameter parameter)
    {
        var operation = parameter.Info?.Member.Name ?? "";
        var spatial = operation.StartsWith("Conv", StringComparison.Ordinal) && operation.EndsWith('d') ? operation[^2] - '0' : 0;
        long[]? shape = (operation, parameter.Name) switch
        {
            ("ConvTbc", "input") => [5, 1, 2],
            ("ConvTbc", "weight") => [3, 2, 2],
            _ when spatial is < 1 or > 3 && operation != "ConvTbc" => null,
            (_, "input") => [1, 2, .. Enumerable.Repeat(5L, spatial)],
            (_, "weight") => [2, 2, .. Enumerable.Repeat(3L, spatial)],
            (_, "bias") => [2],
            _ => null,
        };
        return shape is null
            ? null
            : [Of($"float{new Shape(shape)}", () => Torch.Linspace(-1, 1, new Shape(shape).Numel()).Reshape(shape))];
    }

    private static Recipe[] Values(string name, Type type)
    {
        if (type == typeof(Tensor))
        {
            if (name == "start")
            {
                return [Of("long[]", static () => Torch.Tensor(0))];
            }

            return Kinds.TryGetValue(name, out var kinds) ? [.. Tensors.Where(tensor => kinds.Contains(tensor.ToString()))] : Tensors;
        }

        if (type.IsEnum)
        {
            return [.. Enum.GetValues(type).Cast<object>().Select(static value => Value($"{value}", value))];
        }

        return type.IsByRefLike ? Spans(name, type.GetGenericArguments()[0]) : type switch
        {
            _ when type == typeof(long) || type == typeof(int) =>
                [.. (Numbers.GetValueOrDefault(name) ?? [0, 1, -1]).Select(n => Value($"{n}", type == typeof(int) ? (object)(int)n : n))],
            _ when type == typeof(double) => [Value("0.5", 0.5), Value("1.0", 1.0)],
            _ when type == typeof(Half) => [Value("0.5", (Half)0.5)],
            _ when type == typeof(byte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong) =>
                [Value("2", Convert.ChangeType(2, type, System.Globalization.CultureInfo.InvariantCulture))],
            _ when type == typeof(bool) => [Value("false", false), Value("true", true)],
            _ when type == typeof(Scalar) => [Value("2", (Scalar)2), Value("0.5", (Scalar)0.5), Value("1", (Scalar)1)],
            _ when type == typeof(Complex) => [Value("1+2i", new Complex(1, 2))],
            _ when type == typeof(Dims) => [Value("1", (Dims)1), Value("0", (Dims)0), Value("[0, 1]", (Dims)new[] { 0L, 1 })],
            _ when type == typeof((Dims, Dims)) => [Value("([1], [0])", ((Dims)1, (Dims)0))],
            _ when type == typeof(Shape) => [.. new long[][] { [2, 3], [6], [3, 2], [1, 2], [3, 1], [] }
                .Select(static sizes => Value($"[{string.Join(", ", sizes)}]", new Shape(sizes)))],
            _ when type == typeof(DType) => name == "d" ? [Value("float32", DType.Float32)]
                : [Value("float32", DType.Float32), Value("int64", DType.Int64), Value("float64", DType.Float64)],
            _ when type == typeof(Device) => [Value("cpu", (Device)"cpu"), Value("meta", (Device)"meta")],
            _ when type == typeof(string) => [Value("ij,jk->ik", "ij,jk->ik"), Value("i,i->", "i,i->")],
            _ when type == typeof(TensorIndex) =>
                [Value("1", (TensorIndex)1), Value("::2", (TensorIndex)"::2"), .. Tensors[3..7]
                    .Select(static t => Of($"[{t}]", () => (TensorIndex)(Tensor)t.Make()!))],
            _ when type == typeof(TensorLiteral) => [Value("[1, 2.5]", TensorLiteral.Create([1, 2.5]))],
            _ when type == typeof(Array) => [Value("float[2]", new[] { 1f, 2f })],
            _ when type == typeof(Func<Tensor>) =>
                [Of("1 + 1", static () => (Func<Tensor>)(static () => Torch.Ones(2, 3) + Torch.Ones(2, 3)))],
            _ when type == typeof(Func<Scalar, Scalar>) => [Value("x + 1", (Func<Scalar, Scalar>)(static x => (double)x + 1))],
            _ when type == typeof(Func<Scalar, Scalar, Scalar>) =>
                [Value("x + y", (Func<Scalar, Scalar, Scalar>)(static (x, y) => (double)x + (double)y))],
            _ when type == typeof(object) => Tensors[..1],
            _ when type == typeof(Memory<byte>) => [Of("byte[24]", static () => (Memory<byte>)new byte[24])],
            _ when Collection(type) is { } collection => [Value("6 numbers", collection)],
            _ => [],
        };
    }

    // What a generic method takes six numbers as.
    private static object? Collection(Type type)
    {
        if (!type.IsGenericType || !type.GetGenericArguments()[0].IsPrimitive)
        {
            return null;
        }

        var element = type.GetGenericArguments()[0];
        var numbers = Array.CreateInstance(element, 6);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers.SetValue(Convert.ChangeType(i, element, System.Globalization.CultureInfo.InvariantCulture), i);
        }

        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(IEnumerable<>) ? numbers
            : definition == typeof(Memory<>) ? Activator.CreateInstance(type, numbers)
            : definition == typeof(System.Numerics.Tensors.Tensor<>)
                ? typeof(System.Numerics.Tensors.Tensor).GetMethods()
                    .First(static method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }])
                    .MakeGenericMethod(element).Invoke(null, [numbers])
            : null;
    }

    private static Recipe[] Spans(string name, Type element) => element switch
    {
        _ when element == typeof(long) && name == "dims" => [Value("[1, 0]", new long[] { 1, 0 }), Value("[0]", new long[] { 0 })],
        _ when element == typeof(long) && name == "repeats" => [Value("[2, 1]", new long[] { 2, 1 })],
        _ when element == typeof(long) => [Value("[2, 3]", new long[] { 2, 3 }), Value("[3, 2]", new long[] { 3, 2 }),
            Value("[6]", new long[] { 6 }), Value("[1, 2]", new long[] { 1, 2 })],
        _ when element == typeof(Tensor) =>
        [
            .. Tensors.Select(static t => Of($"[{t}, {t}]", () => new[] { (Tensor)t.Make()!, (Tensor)t.Make()! })),
            .. Tensors.Select(static t => Of($"[{t}]", () => new[] { (Tensor)t.Make()! })),
        ],
        _ when element == typeof(TensorIndex?) =>
        [
            Value("[1]", new TensorIndex?[] { 1 }), Value("[.., 1]", new TensorIndex?[] { "...", 1 }),
            Value("[null, 0]", new TensorIndex?[] { null, 0 }),
            Of("[index tensor]", static () => new TensorIndex?[] { Torch.Tensor(new[] { 1L, 0 }) }),
            Of("[mask]", static () => new TensorIndex?[] { (Tensor)Tensors[4].Make()! }),
        ],
        _ => [],
    };

    private static Recipe Default(System.Reflection.ParameterInfo info)
    {
        var value = (info.DefaultValue, info.ParameterType) switch
        {
            ({ } number, { IsEnum: true } type) => Enum.ToObject(type, number),
            (null, { IsByRefLike: true } type) => Array.CreateInstance(type.GetGenericArguments()[0], 0),
            (null, { IsValueType: true } type) => Activator.CreateInstance(type),
            var (given, _) => given,
        };
        return Value("default", value);
    }

    private static Recipe Of(string text, Func<object?> make) => new(text, make);

    private static Recipe Value(string text, object? value) => new(text, () => value);

    private static float[,] Filled(int size)
    {
        var values = new float[size, size];
        for (var i = 0; i < size * size; i++)
        {
            values[i / size, i % size] = ((i * 37) % 101) / 64f;
        }

        return values;
    }
}
