using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using TorchLite.Nn;
using TorchLite.Printing;

namespace TorchLite.Testing;

/// <summary>Two values compared as <c>torch.testing.assert_close</c> does it, with its options.</summary>
internal sealed partial class Closeness
{
    internal required bool AllowSubclasses { get; init; }

    internal required double? Rtol { get; init; }

    internal required double? Atol { get; init; }

    internal required bool EqualNan { get; init; }

    internal required bool CheckDevice { get; init; }

    internal required bool CheckDtype { get; init; }

    internal required bool CheckStride { get; init; }

    internal required Func<string, string> Message { get; init; }

    internal void Assert(object? actual, object? expected)
    {
        using var gradients = Torch.NoGrad();
        using var scope = Torch.Scope();

        // What can not be compared is told before anything is compared, and in these words whatever the message.
        var comparisons = new List<Action>();
        Pair(actual, expected, [], comparisons);
        foreach (var compare in comparisons)
        {
            compare();
        }
    }

    private void Pair(object? actual, object? expected, object[] item, List<Action> comparisons)
    {
        if (Sequence(actual) is { } items && Sequence(expected) is { } others)
        {
            if (items.Count != others.Count)
            {
                throw new TorchAssertionException(Told($"The length of the sequences mismatch: {items.Count} != {others.Count}", item));
            }

            for (var i = 0; i < items.Count; i++)
            {
                Pair(items[i], others[i], [.. item, i], comparisons);
            }
        }
        else if (actual is IDictionary values && expected is IDictionary wanted)
        {
            var (keys, own) = (Sorted(wanted.Keys.Cast<object>()), Sorted(values.Keys.Cast<object>()));
            var (missing, additional) = (keys.Where(key => !values.Contains(key)).ToList(), own.Where(key => !wanted.Contains(key)).ToList());
            if (missing.Count + additional.Count > 0)
            {
                throw new TorchAssertionException(Told(
                    "The keys of the mappings do not match:\n"
                    + $"Missing keys in the actual mapping: {PythonText.Of(missing)}\n"
                    + $"Additional keys in the actual mapping: {PythonText.Of(additional)}", item));
            }

            foreach (var key in own)
            {
                Pair(values[key], wanted[key], [.. item, key], comparisons);
            }
        }
        else
        {
            comparisons.Add(Comparison(actual, expected, item));
        }
    }

    private Action Comparison(object? actual, object? expected, object[] item)
    {
        if (actual is null || expected is null)
        {
            return () => Check(
                actual is null && expected is null, () => $"None mismatch: {Printed(actual)} is not {Printed(expected)}", item);
        }

        if (actual is bool truth && expected is bool other)
        {
            // PyTorch does not say of which item here.
            return () => Check(truth == other, () => $"Booleans mismatch: {PythonText.Of(truth)} is not {PythonText.Of(other)}", []);
        }

        if (Number(actual) is { } number && Number(expected) is { } right)
        {
            var (rtol, atol) = Tolerances(DTypeOf(number), DTypeOf(right), item);
            return () => CompareNumbers(number, right, rtol, atol, item);
        }

        var areRelated = actual is Tensor && expected is Tensor && (AllowSubclasses || actual.GetType() == expected.GetType())
            || actual is Array && expected is Array && IsTensorLike(actual) && IsTensorLike(expected);
        if (areRelated)
        {
            var (tensor, wanted) = (AsTensor(actual), AsTensor(expected));
            var (rtol, atol) = Tolerances(tensor.DType, wanted.DType, item);
            return () => CompareTensors(tensor, wanted, rtol, atol, item);
        }

        throw new TorchTypeException(Told(
            $"No comparison pair was able to handle inputs of type {TypeName(actual)} and {TypeName(expected)}.", item));
    }

    private void CompareTensors(Tensor actual, Tensor expected, double rtol, double atol, object[] item)
    {
        CheckSame("shape", actual.Shape, expected.Shape, static shape => shape.ToString(), item);
        if (CheckStride)
        {
            CheckSame("stride()", new Shape(actual.Stride()), new Shape(expected.Stride()), static strides => PythonText.Tuple(strides), item);
        }

        if (CheckDevice)
        {
            CheckSame("device", actual.Device, expected.Device, static device => device.ToString(), item);
        }

        if (CheckDtype)
        {
            CheckSame("dtype", actual.DType, expected.DType, static dtype => dtype.ToString(), item);
        }

        if (actual.IsMeta || expected.IsMeta)
        {
            return;
        }

        if (actual.Device != expected.Device)
        {
            (actual, expected) = (actual.Cpu(), expected.Cpu());
        }

        if (actual.DType != expected.DType)
        {
            var dtype = Torch.PromoteTypes(Promotable(actual.DType), Promotable(expected.DType));
            (actual, expected) = (actual.To(dtype), expected.To(dtype));
        }

        var matches = actual.Isclose(expected, rtol, atol, EqualNan);
        Check(
            matches.All().Item<bool>(),
            () => actual.Dim() == 0
                ? DifferingNumbers(actual.Item(), expected.Item(), rtol, atol)
                : DifferingTensors(actual, expected, matches, rtol, atol), item);
    }

    // The unsigned integers that PyTorch promotes with no other.
    private static DType Promotable(DType dtype) =>
        dtype == DType.Uint16 || dtype == DType.Uint32 || dtype == DType.Uint64 ? DType.Int64 : dtype;

    private void CheckSame<T>(string attribute, T actual, T expected, Func<T, string> text, object[] item)
        where T : notnull =>
        Check(
            actual.Equals(expected),
            () => $"The values for attribute '{attribute}' do not match: {text(actual)} != {text(expected)}.", item);

    private void Check(bool isRight, Func<string> difference, object[] item)
    {
        if (!isRight)
        {
            throw Differ(difference(), item);
        }
    }

    private TorchAssertionException Differ(string difference, object[] item) => new(Message(Told(difference, item)));

    private static string Told(string text, object[] item) => item.Length == 0
        ? text
        : $"{text}\n\nThe failure occurred for item {string.Concat(item.Select(static part => $"[{PythonText.Of(part)}]"))}";

    private (double Rtol, double Atol) Tolerances(DType actual, DType expected, object[] item) => (Rtol, Atol) switch
    {
        ({ } rtol, { } atol) => (rtol, atol),
        (null, null) => (Math.Max(Default(actual).Rtol, Default(expected).Rtol), Math.Max(Default(actual).Atol, Default(expected).Atol)),
        _ => throw new TorchValueException(Told(
            $"Both 'rtol' and 'atol' must be either specified or omitted, but got no {(Rtol is null ? "rtol" : "atol")}.", item)),
    };

    private static (double Rtol, double Atol) Default(DType dtype) =>
        dtype == DType.Float16 || dtype == DType.Complex32 ? (1e-3, 1e-5)
        : dtype == DType.Bfloat16 ? (1.6e-2, 1e-5)
        : dtype == DType.Float32 || dtype == DType.Complex64 ? (1.3e-6, 1e-5)
        : dtype == DType.Float64 || dtype == DType.Complex128 ? (1e-7, 1e-7)
        : (0, 0);

    private static IReadOnlyList<object?>? Sequence(object? value) => value switch
    {
        null or string or IDictionary => null, // one with an order is a list as well
        _ when IsTensorLike(value) => null,
        Shape shape => [.. shape.Select(static size => (object?)size)],
        IList list => [.. list.Cast<object?>()],
        ITuple tuple => tuple.Items(),
        IReadOnlyList<object?> list => list,
        _ => null,
    };

    // As of NumPy: an array of numbers is one value, a list of numbers many.
    private static bool IsTensorLike(object value) =>
        value is Tensor || value is Array && DType.Of(value.GetType().GetElementType()!) is not null;

    private static Tensor AsTensor(object value) => value as Tensor ?? Torch.AsTensor((Array)value);

    private static List<object> Sorted(IEnumerable<object> keys)
    {
        // Those that have no order keep the one that they are in.
        List<object> sorted = [.. keys];
        return sorted.TrueForAll(static key => key is string)
            ? [.. sorted.Order(Comparer<object>.Create(static (a, b) => string.CompareOrdinal((string)a, (string)b)))]
            : sorted.TrueForAll(static key => key is IComparable) && sorted.DistinctBy(static key => key.GetType()).Count() <= 1
                ? [.. sorted.Order()]
                : sorted;
    }

    private static string Printed(object? value) => value as string ?? (value is Tensor tensor ? tensor.ToString() : PythonText.Of(value));

    private static string TypeName(object value) => $"<class '{value switch
    {
        bool => "bool",
        string => "str",
        Parameter => "torch.nn.parameter.Parameter",
        Tensor => "torch.Tensor",
        Array when IsTensorLike(value) => "numpy.ndarray",
        ITuple => "tuple",
        IDictionary => "dict",
        IList => "list",
        _ => Number(value) switch
        {
            null => value.GetType().FullName,
            { IsComplex: true } => "complex",
            { IsWhole: true } => "int",
            _ => "float",
        },
    }}'>";

    // Not a bool, which is a number for Python only by descent.
    private static Scalar? Number(object value) => value switch
    {
        sbyte number => number,
        byte number => number,
        short number => number,
        ushort number => number,
        int number => number,
        uint number => number,
        long number => number,
        ulong number => number,
        Half number => number,
        float number => number,
        double number => number,
        Complex number => number,
        Scalar { Kind: not ScalarKind.Boolean } number => number,
        _ => null,
    };

    private static DType DTypeOf(Scalar number) => number.IsComplex ? DType.Complex128 : number.IsWhole ? DType.Int64 : DType.Float64;
}
