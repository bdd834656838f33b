using System.IO.Hashing;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TorchLite.Native;
using TorchLite.Nn.Utils.Rnn;

namespace TorchLite.Tests.Reference;

/// <summary>Compares what C# answers with what PyTorch answered; each difference is a line.</summary>
internal sealed class Comparison(string mode, IReadOnlyList<Tensor> arguments, List<string> differences)
{
    internal const string Receiver = "receiver";

    private static readonly Dictionary<string, object?> NoVariables = [];

    /// <summary>Whether all that was compared was equal to the last bit.</summary>
    internal bool IsExact { get; private set; } = true;

    /// <summary>How many times <c>torch.testing.assert_close</c>'s defaults are allowed; 1 but on other devices.</summary>
    internal static double Slack { get; set; } = 1;

    /// <summary>The dtype that was computed in, if its rounding and not that of the results tells how near they can be.</summary>
    internal DType? ComputedIn { get; init; }

    /// <summary>
    /// By how much the rounding of another processor may have grown, as it does from step to step of a training. Without a meaning on the
    /// processor of the recordings.
    /// </summary>
    internal double Growth { get; init; } = 1;

    // torch.testing.assert_close's defaults.
    private static (double Relative, double Absolute) Tolerance(DType dtype) => dtype.Name switch
    {
        "float16" => (1e-3 * Slack, 1e-5 * Slack),
        "bfloat16" => (1.6e-2 * Slack, 1e-5 * Slack),
        "float32" or "complex64" => (1.3e-6 * Slack, 1e-5 * Slack),
        "float64" or "complex128" => (1e-7 * Slack, 1e-7 * Slack),
        _ => (0, 0),
    };

    internal void Value(string what, JsonElement expected, object? actual)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Check(what, "None", actual is null ? "None" : actual);
            return;
        }

        var tag = expected.EnumerateObject().First(static property => property.Name != "names");
        switch (tag.Name)
        {
            case "self":
                // In C# the result may be another object for the same tensor, which can be disposed by itself.
                var isSame = actual is Tensor same && arguments.Count > 0 && IsSame(same, arguments[0]);
                Check(what, "the receiver itself", isSame ? "the receiver itself" : Name(actual));
                break;
            case "t" when actual is Tensor tensor:
                Tensor(what, tag.Value, tensor);
                break;
            case "tuple" or "list" when Items(actual) is { } items:
                Check($"{what}: the number of items", tag.Value.GetArrayLength(), items.Length);
                foreach (var (i, (item, value)) in tag.Value.EnumerateArray().Zip(items).Index())
                {
                    Value($"{what}[{i}]", item, value);
                }

                break;
            case "t" or "tuple" or "list":
                Check(what, tag.Name, Name(actual));
                break;
            default:
                Plain(what, PythonValue.Read(expected, NoVariables), actual is Scalar scalar ? Number(scalar) : actual);
                break;
        }
    }

    /// <summary>The names of a tuple's items.</summary>
    internal void Names(JsonElement expected, MethodBase method)
    {
        if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("names", out var names)
            && (method as MethodInfo)?.ReturnType != typeof(PackedSequence))
        {
            var actual = (method as MethodInfo)?.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames;
            Check(
                "the names of the results",
                string.Join(", ", names.EnumerateArray().Select(static name => Naming.Words(name.GetString()!))),
                actual is null ? "none" : string.Join(", ", actual));
        }
    }

    private void Plain(string what, object? expected, object? actual)
    {
        if (expected is string && actual is DType dtype)
        {
            actual = dtype.Name; // one that DType has no member for
        }

        if (actual is int or short or nint)
        {
            actual = Convert.ToInt64(actual is nint address ? (long)address : actual);
        }

        if (expected is double or Complex && actual is double or Complex && expected.GetType() == actual.GetType())
        {
            if (!Close(AsComplex(expected), AsComplex(actual), Allowed(DType.Float64, [AsComplex(expected)])))
            {
                differences.Add($"{what}: expected {expected}, actual {actual}");
            }
        }
        else
        {
            Check(what, expected, actual);
        }
    }

    internal void Tensor(string what, JsonElement expected, Tensor actual)
    {
        Check($"{what}: dtype", expected.GetProperty("dtype").GetString(), actual.DType.Name);
        Check($"{what}: shape", TensorData.ShapeOf(expected), actual.Shape);
        Check($"{what}: device", expected.TryGetProperty("device", out var device) ? device.GetString() : PythonValue.Device.Type, actual.Device.Type);
        if (mode == "meta" || actual.IsMeta)
        {
            return;
        }

        Check($"{what}: requires_grad", expected.TryGetProperty("requires_grad", out _), actual.RequiresGrad);
        Check($"{what}: grad_fn", expected.TryGetProperty("grad_fn", out var function) ? function.GetString() : null, GradFnReader.Name(actual));
        // Only results were recorded with the arguments that they share memory with.
        if (what.StartsWith("result", StringComparison.Ordinal))
        {
            Check($"{what}: strides and offset in an argument's memory", View(expected), View(actual));
        }

        if (differences.Count == 0)
        {
            var (recorded, bytes) = (expected.GetProperty("data").GetBytesFromBase64(), TensorData.Bytes(actual));
            if (!expected.TryGetProperty("every", out var every))
            {
                Elements(what, recorded, bytes, actual.DType);
            }
            else if (Crc32.HashToUInt32(bytes) != expected.GetProperty("crc").GetUInt32())
            {
                // Of a large tensor some elements are recorded, and a checksum of all.
                IsExact = false;
                Elements(what, recorded, TensorData.Bytes(actual.Detach().Reshape(-1)[Torch.Slice(step: every.GetInt64())]), actual.DType);
            }
        }
    }

    private static string View(JsonElement expected) => expected.TryGetProperty("strides", out var strides)
        ? $"({string.Join(", ", strides.EnumerateArray())}) from {expected.GetProperty("offset")}" : "not shared";

    private string View(Tensor actual)
    {
        var address = LibTorch.StorageAddress(actual.Handle);
        var isShared = actual.Numel() > 0
            && arguments.Any(argument => !argument.IsMeta && LibTorch.StorageAddress(argument.Handle) == address);
        return isShared ? $"({string.Join(", ", actual.Stride())}) from {actual.StorageOffset()}" : "not shared";
    }

    private void Elements(string what, byte[] expected, byte[] actual, DType dtype)
    {
        if (expected.AsSpan().SequenceEqual(actual))
        {
            return;
        }

        IsExact = false;

        var (right, ours) = (TensorData.Numbers(expected, dtype), TensorData.Numbers(actual, dtype));
        var tolerance = Allowed(ComputedIn ?? dtype, right);
        for (var i = 0; i < right.Length; i++)
        {
            var at = i * dtype.Itemsize;
            var isSame = expected.AsSpan(at, dtype.Itemsize).SequenceEqual(actual.AsSpan(at, dtype.Itemsize));
            if (!isSame && (tolerance == default && !dtype.IsDifferentiable || !Close(right[i], ours[i], tolerance)))
            {
                differences.Add($"{what}: expected {Show(right, dtype)}, actual {Show(ours, dtype)}, first at element {i}");
                return;
            }
        }
    }

    // Another processor adds in another order and with other roundings, each of which is as large as the terms are: what is left where
    // they cancel differs by more than its own digits.
    private (double Relative, double Absolute) Allowed(DType dtype, Complex[] expected)
    {
        if (mode == "exact")
        {
            return (0, 0);
        }

        var (relative, absolute) = Tolerance(dtype);
        if (RecordedMachine.IsThis || relative == 0)
        {
            return (relative, absolute);
        }

        var largest = expected.Select(Complex.Abs).Where(double.IsFinite).DefaultIfEmpty().Max();
        return (relative * Growth, Math.Max(absolute, relative * Growth * largest));
    }

    // As assert_close: a nan equals a nan, an infinity itself; complex numbers by the modulus of the difference.
    private static bool Close(Complex expected, Complex actual, (double Relative, double Absolute) tolerance)
    {
        if (IsNan(expected) || IsNan(actual))
        {
            return IsNan(expected) && IsNan(actual);
        }

        return expected == actual
            || (Complex.IsFinite(expected)
                && Complex.Abs(actual - expected) <= tolerance.Absolute + (tolerance.Relative * Complex.Abs(expected)));
    }

    private static bool IsNan(Complex number) => double.IsNaN(number.Real) || double.IsNaN(number.Imaginary);

    private static Complex AsComplex(object number) => number is double real ? real : (Complex)number;

    private static object Number(Scalar scalar) => scalar.Kind switch
    {
        ScalarKind.Integer => (long)scalar,
        ScalarKind.Boolean => (bool)scalar,
        ScalarKind.Real => (double)scalar,
        _ => (Complex)scalar,
    };

    private static object?[]? Items(object? actual) => actual switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
        Shape => null,
        Finfo info => [info.Bits, info.Max, info.Min, info.Eps, info.Tiny, info.SmallestNormal, info.Resolution],
        Iinfo info => [info.Bits, Number(info.Max), info.Min],
        Array array => [.. array.Cast<object?>()],
        PackedSequence packed => [packed.Data, packed.BatchSizes, packed.SortedIndices, packed.UnsortedIndices],
        _ => null,
    };

    private static string Show(Complex[] numbers, DType dtype) =>
        "[" + string.Join(", ", numbers.Take(12).Select(number => dtype.IsComplex ? number.ToString() : number.Real.ToString("R")))
        + (numbers.Length > 12 ? ", ...]" : "]");

    private static string Name(object? actual) => actual switch
    {
        null => "None",
        Tensor tensor => $"a tensor {tensor.DType} {tensor.Shape}",
        _ => $"{actual.GetType().Name} {actual}",
    };

    private void Check(string what, object? expected, object? actual)
    {
        if (!Equals(expected, actual))
        {
            differences.Add($"{what}: expected {expected ?? "none"}, actual {actual ?? "none"}");
        }
    }

    private static bool IsSame(Tensor tensor, Tensor other)
    {
        using var x = new Use(tensor);
        using var y = new Use(other);
        return LibTorch.IsSame(x.Handle, y.Handle);
    }
}
