namespace TorchLite.Export;

/// <summary>Python's functions of numbers, of which the nodes about sizes are made: <c>_operator.mul</c>, <c>math.ceil</c>.</summary>
internal static class SymbolicOperators
{
    /// <summary>Whether a node is one of them.</summary>
    internal static bool Has(string target) => target.StartsWith("_operator.", StringComparison.Ordinal)
        || target.StartsWith("math.", StringComparison.Ordinal) || target.StartsWith("torch.sym_", StringComparison.Ordinal)
        || target.StartsWith("torch._sym_", StringComparison.Ordinal) || target.StartsWith("torch.ops.aten.sym_", StringComparison.Ordinal)
        || target is "torch.ops.aten.item.default" or "torch.ops.aten._local_scalar_dense.default" or "builtins.round";

    /// <summary>The value of one: a long, a double or a bool.</summary>
    /// <exception cref="TorchException">It is not known, does not take these, or its result is no number of 64 bits.</exception>
    internal static object? Call(string target, object?[] arguments)
    {
        try
        {
            return Tensors(target, arguments) ?? Numbers(target, arguments) ?? throw NotKnown(target);
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException or InvalidCastException or IndexOutOfRangeException)
        {
            throw new TorchException($"{target} of ({string.Join(", ", arguments)}) has no value: {e.Message}");
        }
    }

    /// <summary>The error of something that a program calls, and that is not here.</summary>
    internal static TorchException NotKnown(string target) => new($"the exported program calls {target}, which is not known here");

    private static object? Tensors(string target, object?[] arguments) => target switch
    {
        "torch.ops.aten.sym_size.int" => ((Tensor)arguments[0]!).Size((int)(long)arguments[1]!),
        "torch.ops.aten.sym_stride.int" => ((Tensor)arguments[0]!).Stride((int)(long)arguments[1]!),
        "torch.ops.aten.sym_numel.default" => ((Tensor)arguments[0]!).Numel(),
        "torch.ops.aten.sym_storage_offset.default" => ((Tensor)arguments[0]!).StorageOffset(),
        "torch.ops.aten.item.default" or "torch.ops.aten._local_scalar_dense.default" => Item((Tensor)arguments[0]!),
        _ => null,
    };

    private static object Item(Tensor tensor) => tensor.DType == DType.Bool ? tensor.Item<bool>()
        : tensor.IsFloatingPoint() ? (object)(double)tensor : (long)tensor;

    private static object? Numbers(string target, object?[] arguments)
    {
        var name = target[(target.LastIndexOf('.') + 1)..];
        if (arguments is [bool left, bool right] && name is "and_" or "or_" or "xor")
        {
            return name is "and_" ? left & right : name is "or_" ? left | right : left ^ right;
        }

        return arguments switch
        {
            [bool choice, var yes, var no] when name is "sym_ite" => choice ? yes : no,
            [bool value] when name is "not_" or "sym_not" => !value,
            [var one] when One(name, one) is { } result => result,
            [var first, var second] when IsWhole(first) && IsWhole(second) => OfWhole(name, Whole(first), Whole(second)),
            [var first, var second] => OfReal(name, Real(first), Real(second)),
            _ => null,
        };
    }

    private static bool IsWhole(object? value) => value is long or bool;

    private static long Whole(object? value) => value is bool flag ? flag ? 1 : 0 : (long)value!;

    private static double Real(object? value) => value is double real ? real : Whole(value);

    private static object? One(string name, object? value) => name switch
    {
        "neg" => value is double real ? -real : checked(-Whole(value)),
        "pos" => value,
        "abs" => value is double real ? Math.Abs(real) : Math.Abs(Whole(value)),
        "sym_float" => Real(value),
        "sym_int" or "trunc" => checked((long)Math.Truncate(Real(value))),
        "ceil" => IsWhole(value) ? Whole(value) : checked((long)Math.Ceiling(Real(value))),
        "floor" => IsWhole(value) ? Whole(value) : checked((long)Math.Floor(Real(value))),
        "round" => IsWhole(value) ? Whole(value) : checked((long)Math.Round(Real(value), MidpointRounding.ToEven)),
        "sqrt" or "_sym_sqrt" => Math.Sqrt(Real(value)),
        "_sym_exp" or "exp" => Math.Exp(Real(value)),
        "_sym_log2" or "log2" => Math.Log2(Real(value)),
        "log" => Math.Log(Real(value)),
        _ => null,
    };

    private static object? OfWhole(string name, long first, long second) => name switch
    {
        "add" => checked(first + second),
        "sub" => checked(first - second),
        "mul" => checked(first * second),
        "floordiv" => checked((first / second) - (first % second != 0 && (first < 0) != (second < 0) ? 1 : 0)),
        "mod" => ((first % second) + second) % second,
        "truediv" => (double)first / second,
        "pow" => second < 0 ? Math.Pow(first, second)
            : checked((long)System.Numerics.BigInteger.Pow(first, checked((int)Math.Min(second, 64)))),
        "lshift" => first << checked((int)Math.Clamp(second, 0, 63)),
        "rshift" => first >> checked((int)Math.Clamp(second, 0, 63)),
        "and_" => first & second,
        "or_" => first | second,
        "xor" => first ^ second,
        "sym_max" or "max" => Math.Max(first, second),
        "sym_min" or "min" => Math.Min(first, second),
        "ge" => first >= second,
        "gt" => first > second,
        "le" => first <= second,
        "lt" => first < second,
        "eq" => first == second,
        "ne" => first != second,
        _ => null,
    };

    private static object? OfReal(string name, double first, double second) => name switch
    {
        "add" => first + second,
        "sub" => first - second,
        "mul" => first * second,
        "truediv" => first / second,
        "floordiv" => Math.Floor(first / second),
        "mod" => first - (second * Math.Floor(first / second)),
        "pow" => Math.Pow(first, second),
        "sym_max" or "max" => Math.Max(first, second),
        "sym_min" or "min" => Math.Min(first, second),
        "ge" => first >= second,
        "gt" => first > second,
        "le" => first <= second,
        "lt" => first < second,
        "eq" => first == second,
        "ne" => first != second,
        _ => null,
    };
}
