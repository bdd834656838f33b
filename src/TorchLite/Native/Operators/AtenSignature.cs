namespace TorchLite.Native;

/// <summary>How the arguments of an <see cref="AtenOperator"/> are passed.</summary>
internal sealed class AtenSignature
{
    private readonly Way[] ways;
    private readonly bool[] optional;

    internal AtenSignature(OperatorSchema schema)
    {
        Schema = schema;
        ways = Array.ConvertAll(schema.Parameters, static parameter => WayOf(parameter.Type.TrimEnd('?')));
        optional = Array.ConvertAll(schema.Parameters, static parameter => parameter.Type.EndsWith('?'));
        NeedsScript = ways.Contains(Way.None);
    }

    private enum Way
    {
        None,
        Tensor,
        Bits,
        Real,
        Text,
        Integers,
        Reals,
        Tensors,
        MaybeTensors,
    }

    internal OperatorSchema Schema { get; }

    /// <summary>Whether there is a parameter that the interface does not take.</summary>
    internal bool NeedsScript { get; }

    /// <summary>Looks at the arguments before the first of them is passed: what is passed belongs to libtorch.</summary>
    /// <exception cref="ArgumentNullException">A tensor is null that must be there.</exception>
    /// <exception cref="TorchException">A number in a list would be taken for an address.</exception>
    internal void Check(ReadOnlySpan<AtenValue> arguments)
    {
        if (arguments.Length != ways.Length)
        {
            throw new InvalidOperationException($"{arguments.Length} arguments for {Schema}");
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].IsGiven && !optional[i])
            {
                throw new ArgumentNullException(Schema.Parameters[i].Name is "self" ? "input" : Schema.Parameters[i].Name);
            }

            if (arguments[i].Reference is Tensor?[] tensors && ways[i] == Way.Tensors && tensors.Contains(null))
            {
                throw new ArgumentNullException(Schema.Parameters[i].Name);
            }

            if (arguments[i].Reference is long[] numbers)
            {
                Arguments.NoSymbols(numbers);
            }
        }
    }

    /// <summary>One argument as it goes on the stack.</summary>
    internal ulong Pass(int position, in AtenValue argument)
    {
        if (!argument.IsGiven)
        {
            return 0;
        }

        var value = ways[position] switch
        {
            Way.Tensor => (ulong)LibTorch.NewHandle(((Tensor)argument.Reference!).Handle),
            Way.Real => BitConverter.DoubleToUInt64Bits(argument.Real),
            Way.Text => StableInterface.NewText((string)argument.Reference!),
            Way.Integers => StableInterface.NewList((long[])argument.Reference!),
            Way.Reals => StableInterface.NewList(Array.ConvertAll((double[])argument.Reference!, BitConverter.DoubleToInt64Bits)),
            Way.Tensors => StableInterface.NewList(
                Array.ConvertAll((Tensor[])argument.Reference!, static tensor => (long)LibTorch.NewHandle(tensor.Handle))),
            Way.MaybeTensors => StableInterface.NewList(Array.ConvertAll(
                (Tensor?[])argument.Reference!,
                static tensor => tensor is null ? 0 : (long)StableInterface.Place((ulong)LibTorch.NewHandle(tensor.Handle)))),
            _ => (ulong)argument.Bits,
        };
        return optional[position] ? StableInterface.Place(value) : value;
    }

    private static Way WayOf(string type) => type switch
    {
        "Tensor" => Way.Tensor,
        "int" or "SymInt" or "bool" or "ScalarType" or "Device" or "Layout" or "MemoryFormat" or "Generator" => Way.Bits,
        "float" => Way.Real,
        "str" => Way.Text,
        "float[]" => Way.Reals,
        "Tensor[]" => Way.Tensors,
        "Tensor?[]" => Way.MaybeTensors,
        _ when type.StartsWith("int[", StringComparison.Ordinal) || type.StartsWith("SymInt[", StringComparison.Ordinal) => Way.Integers,
        _ => Way.None,
    };
}
