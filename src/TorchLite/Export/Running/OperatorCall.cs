namespace TorchLite.Export;

/// <summary>A node's operator with the places of its arguments.</summary>
internal sealed class OperatorCall
{
    // PyTorch's versions declare these differently, so that the list of operators has them not; these are the declarations of libtorch.
    private static readonly Dictionary<(string Name, string Overload), string> Others = new()
    {
        [("aten::tril", "")] = "aten::tril(Tensor self, SymInt diagonal=0) -> Tensor",
        [("aten::triu", "")] = "aten::triu(Tensor self, SymInt diagonal=0) -> Tensor",
        [("aten::bincount", "")] = "aten::bincount(Tensor self, Tensor? weights=None, SymInt minlength=0) -> Tensor",
        [("aten::multinomial", "")] = "aten::multinomial(Tensor self, SymInt num_samples, bool replacement=False) -> Tensor",
        [("aten::view", "dtype")] = "aten::view.dtype(Tensor(a) self, ScalarType dtype) -> Tensor(a)",
        [("aten::kthvalue", "")] =
            "aten::kthvalue(Tensor self, SymInt k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)",
        [("aten::nonzero_static", "")] = "aten::nonzero_static(Tensor self, *, SymInt size, int fill_value=-1) -> Tensor",
        [("aten::stft", "")] = "aten::stft(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, "
            + "bool normalized=False, bool? onesided=None, bool? return_complex=None) -> Tensor",
    };

    private readonly GraphNode node;
    private readonly int[] places;

    private OperatorCall(GraphNode node, OperatorSchema schema)
    {
        (this.node, Schema) = (node, schema);
        places = Places(schema) ?? throw new TorchException(
            $"the exported program calls {node.Target} with ({string.Join(", ", node.Inputs.Select(static input => input.Name))}), which "
            + $"libtorch declares otherwise: {schema}");
    }

    /// <summary>The operator.</summary>
    internal OperatorSchema Schema { get; }

    /// <summary>The operator of a node; null where it is not here.</summary>
    internal static OperatorCall? Of(GraphNode node) =>
        node.Operator is { } name && ExportedOperators.IsAllowed(name.Name) && Find(name) is { } schema
        ? new(node, schema) : null;

    /// <summary>Whether an operator is here.</summary>
    internal static bool Has((string Name, string Overload) name) => Find(name) is not null;

    /// <summary>libtorch's number of a memory format.</summary>
    internal static long FormatNumber(MemoryFormat format) => format switch
    {
        MemoryFormat.ContiguousFormat => 0,
        MemoryFormat.PreserveFormat => 1,
        MemoryFormat.ChannelsLast => 2,
        _ => 3,
    };

    /// <summary>An argument that is no value of the graph; null where it is one, or no number.</summary>
    internal static OpArgument? ToConstant(object? value) => value switch
    {
        long number => number,
        object?[] list when list.All(static one => one is long) => ToArgument(list),
        _ => null,
    };

    /// <summary>Calls it with the values of the node's arguments.</summary>
    internal Tensor?[] Call(object?[] arguments)
    {
        var values = Array.ConvertAll(arguments, ToArgument);
        var given = Given(Schema, places, values);
        return Schema.Misfit(given) is not { } misfit ? Operators.Call(Schema, given)
            : WithNumbers(values, given) ?? throw new TorchException(misfit);
    }

    /// <summary>Calls it with arguments in the order of its declaration.</summary>
    internal Tensor?[] CallByPlace(object?[] arguments)
    {
        var given = Array.ConvertAll(arguments, ToArgument);
        return Schema.Misfit(given) is { } misfit ? throw new TorchException(misfit) : Operators.Call(Schema, given);
    }

    // Where the arguments are among an operator's parameters; null where it has others.
    private int[]? Places(OperatorSchema schema)
    {
        var found = Array.ConvertAll(node.Inputs, input => Array.FindIndex(schema.Parameters, parameter => parameter.Name == input.Name));
        return found.Contains(-1) || found.Distinct().Count() != found.Length ? null : found;
    }

    private static OpArgument?[] Given(OperatorSchema schema, int[] places, OpArgument?[] values)
    {
        var count = places.Length == 0 ? 0 : places.Max() + 1;
        OpArgument?[] given = [.. schema.Parameters[..count].Select(static parameter => parameter.Default)];
        for (var i = 0; i < places.Length; i++)
        {
            given[places[i]] = values[i];
        }

        return given;
    }

    // Python takes a number where the operator has a tensor: the overload for numbers, or a tensor of the number.
    private Tensor?[]? WithNumbers(OpArgument?[] values, OpArgument?[] given)
    {
        if (!Enumerable.Range(0, given.Length).Any(IsNumberForTensor))
        {
            return null;
        }

        foreach (var other in Operators.Overloads(node.Operator!.Value.Name))
        {
            if (!other.Overload.EndsWith("out", StringComparison.Ordinal) && Places(other) is { } elsewhere
                && Given(other, elsewhere, values) is var fitting && other.Misfit(fitting) is null)
            {
                return Operators.Call(other, fitting);
            }
        }

        for (var i = 0; i < given.Length; i++)
        {
            if (IsNumberForTensor(i))
            {
                given[i] = Torch.Tensor((Scalar)given[i]!.Value.Value);
            }
        }

        return Schema.Misfit(given) is null ? Operators.Call(Schema, given) : null;

        bool IsNumberForTensor(int i) => Schema.Parameters[i].Type is "Tensor" or "Tensor?" && given[i]?.Value is Scalar;
    }

    private static OperatorSchema? Find((string Name, string Overload) name) =>
        Operators.Overloads(name.Name).FirstOrDefault(schema => schema.Overload == name.Overload)
        ?? (Others.TryGetValue(name, out var declaration) ? new(declaration) : null);

    private static OpArgument? ToArgument(object? value) => value switch
    {
        null => null,
        Tensor tensor => tensor,
        long number => number,
        double number => number,
        bool flag => flag,
        string text => text,
        DType dtype => dtype,
        Device device => device,
        System.Numerics.Complex number => number,
        LayoutNumber layout => layout.Number,
        MemoryFormat format => FormatNumber(format),
        object?[] list => OpArgument.Create([.. list.Select(ToArgument)]),
        _ => throw new TorchException($"a value of the type {value.GetType().Name} is no argument of an operator"),
    };
}
