using System.Reflection;

namespace TorchLite.Probe.Torture;

/// <summary>
/// Makes mistakes by the thousand: every public operation with null, disposed and other tensors, far dimensions, sizes and numbers in the
/// place of each of its arguments. What comes out is a result or an exception that says what is wrong with the call.
/// </summary>
internal static class Sweep
{
    internal static readonly Dictionary<Type, Recipe[]> Wrong = new()
    {
        [typeof(Tensor)] =
        [
            new("null", static () => null),
            new("disposed", static () =>
            {
                var tensor = Torch.Ones(2, 3);
                tensor.Dispose();
                return tensor;
            }),
            new("meta", static () => Torch.Ones([2, 3], device: "meta")), new("empty", static () => Torch.Ones(0)),
            new("five dimensions", static () => Torch.Ones(1, 2, 1, 2, 1)),
            new("complex", static () => Torch.Ones([2, 3], dtype: DType.Complex64)),
            new("bool", static () => Torch.Ones([2, 3], dtype: DType.Bool)),
            new("half", static () => Torch.Ones([2, 3], dtype: DType.Float16)),
            new("far indices", static () => Torch.Tensor(new[,] { { long.MaxValue, long.MinValue, 7 } })),
            new("nan", static () => Torch.Full([2, 3], double.NaN)),
        ],
        [typeof(long)] = Values(long.MaxValue, long.MinValue, 7L, -7L),
        [typeof(int)] = Values(int.MaxValue, int.MinValue),
        [typeof(double)] = Values(double.NaN, double.NegativeInfinity, -1.0),
        [typeof(Scalar)] = Values<Scalar>(double.NaN, 1e300, long.MinValue, System.Numerics.Complex.ImaginaryOne, true),
        [typeof(Dims)] = Values<Dims>(7, long.MinValue, new[] { 0L, 0 }, Array.Empty<long>()),
        [typeof(Shape)] = Values(new Shape(-1), new Shape(long.MaxValue, 3), new Shape(0)),
        [typeof(ReadOnlySpan<long>)] = Values<long[]>([-1], [long.MaxValue, 3], [], [7, 7, 7]),
        [typeof(DType)] = Values(DType.Complex128, DType.Bool, DType.Uint8),
        [typeof(Device)] = [new("meta", static () => (Device)"meta")],
        [typeof(string)] = Values(null, "", "zz->"),
    };

    private static readonly Dictionary<Type, Recipe[]> Strange = new()
    {
        [typeof(Tensor)] = StrangeTensors.All,
        [typeof(ReadOnlySpan<Tensor>)] =
            [.. StrangeTensors.All.Select(static one => new Recipe($"[{one}, {one}]", () => new[] { (Tensor)one.Make()!, (Tensor)one.Make()! }))],
    };

    private static readonly Dictionary<Type, Recipe[]> Nulls = new()
    {
        [typeof(Tensor)] = [new("null", static () => null)],
        [typeof(ReadOnlySpan<Tensor>)] = [new("[null]", static () => new Tensor[] { null! })],
    };

    private static readonly Type[] Allowed =
        [typeof(ArgumentNullException), typeof(ArgumentException), typeof(ArgumentOutOfRangeException), typeof(ObjectDisposedException)];

    private static readonly NullabilityInfoContext Nullability = new();

    private static int turn, calls, results, wrong;

    /// <summary>From an operation on, behind what the program before died of; of the wrong calls every so manieth.</summary>
    internal static int Run(int from, int every, string kind)
    {
        var wrongs = kind switch
        {
            "strange" => Strange,
            "nulls" => Nulls,
            _ => Wrong,
        };
        var random = new Random(1);
        var number = 0;
        foreach (var method in Operation.All.Where(static method => Exceptions.Reason(method) is null && !method.IsGenericMethodDefinition))
        {
            // The functions are written from the methods, and call them.
            var operation = Operation.Of(method).Single();
            if (kind != "nulls" && method.DeclaringType == typeof(Torch) && operation.Parameters.Any(static p => p.Type == typeof(Tensor))
                && typeof(Tensor).GetMethods().Any(other => other.Name == method.Name))
            {
                continue;
            }

            if (number++ < from || KnownCall.Learn(operation, random, enough: 1) is not [var known, ..])
            {
                continue;
            }

            Console.WriteLine($"{number} {operation.Name}");
            for (var i = 0; i < operation.Parameters.Length; i++)
            {
                var type = operation.Parameters[i].Type;
                foreach (var recipe in wrongs.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type, []))
                {
                    if (turn++ % every != 0)
                    {
                        continue;
                    }

                    Recipe[] arguments = [.. known.Arguments];
                    arguments[i] = recipe;
                    if (kind == "nulls")
                    {
                        TryNull(operation, arguments, operation.Parameters[i]);
                    }
                    else
                    {
                        Try(operation, arguments);
                    }
                }
            }
        }

        Console.WriteLine(
            $"{calls} calls of {number - from} operations: {results} results, {calls - results - wrong} refused, {wrong} wrong");
        return wrong == 0 ? 0 : 1;
    }

    private static void Try(Operation operation, Recipe[] arguments)
    {
        var text = $"{operation.Name} of ({string.Join(", ", arguments.Select(static a => a.ToString()))})";
        Console.WriteLine($"  {text}");
        calls++;
        try
        {
            Snapshot.Of(operation.Call(arguments), isVarying: true);
            results++;
        }
        catch (Exception error) when (error is TorchException || Allowed.Contains(error.GetType()) || arguments[0].ToString() == "null")
        {
            if (error.Message.Contains("standard error", StringComparison.Ordinal) || error.Message.Length == 0)
            {
                Report(text, error);
            }
        }
        catch (Exception error)
        {
            Report(text, error);
        }
    }

    // An ArgumentNullException that names the parameter, unless its type says that it may be null.
    private static void TryNull(Operation operation, Recipe[] arguments, Parameter parameter)
    {
        if (parameter.Info is not { } info)
        {
            return;
        }

        var text = $"{operation.Name} of ({string.Join(", ", arguments.Select(static a => a.ToString()))})";
        Console.WriteLine($"  {text}");
        calls++;
        var nullability = Nullability.Create(info);
        var isOptional = (nullability.GenericTypeArguments is [var element] ? element : nullability).WriteState == NullabilityState.Nullable;

        // Nobody sees the names of an operator's parameters.
        var isOperator = operation.Method.Name.StartsWith("op_", StringComparison.Ordinal);
        try
        {
            Snapshot.Of(operation.Call(arguments), isVarying: true);
            results++;
            if (!isOptional)
            {
                Report(text, new InvalidOperationException("null was taken"));
            }
        }
        catch (ArgumentNullException error) when (!isOptional && (error.ParamName == info.Name || (isOperator && error.ParamName is "other")))
        {
        }
        catch (TorchException) when (isOptional)
        {
        }
        catch (Exception error)
        {
            Report(text, error);
        }
    }

    private static void Report(string call, Exception error)
    {
        wrong++;
        Console.WriteLine($"WRONG {call}: {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}");
    }

    private static Recipe[] Values<T>(params T[] values) =>
        [.. values.Select(static value => new Recipe($"{(object?)value ?? "null"}", () => value))];
}
