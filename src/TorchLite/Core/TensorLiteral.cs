using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchLite;

/// <summary>Python's nested lists of numbers, as <c>torch.tensor</c> takes them: <c>[[1, 2, 3], [4, 5, 6]]</c>.</summary>
/// <remarks>
/// This type need not be named: a number or a collection expression converts to it implicitly. Integers make an int64 tensor, real
/// numbers one of the default dtype, bools a bool tensor; a mixture takes the widest of its kinds. The depth is unlimited.
/// </remarks>
/// <example><code>
/// Torch.Tensor([[1, 2], [3, 4]]).DType   // torch.int64
/// Torch.Tensor([1, 2.5])                 // tensor([1.0000, 2.5000])
/// Torch.Tensor([[true], [false]]).Shape  // torch.Size([2, 1])
/// </code></example>
[CollectionBuilder(typeof(TensorLiteral), nameof(Create))]
public readonly partial struct TensorLiteral
{
    // PyTorch's own limit, and far from the end of the stack.
    private const int MostDimensions = 128;

    private readonly Scalar number;
    private readonly TensorLiteral[]? items;

    private TensorLiteral(Scalar number) => this.number = number;

    private TensorLiteral(TensorLiteral[] items) => this.items = items;

    /// <summary>Creates a list.</summary>
    /// <param name="items">Its elements.</param>
    /// <returns>The list.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TensorLiteral Create(ReadOnlySpan<TensorLiteral> items) => new(items.ToArray());

    /// <summary>Enumerates the elements of the list; a number has none.</summary>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<TensorLiteral> GetEnumerator() => ((IEnumerable<TensorLiteral>)(items ?? [])).GetEnumerator();

    /// <summary>Converts a bool.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(bool value) => new((Scalar)value);

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(long value) => new((Scalar)value);

    /// <summary>Converts a floating-point number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(double value) => new((Scalar)value);

    /// <summary>Converts a complex number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(Complex value) => new((Scalar)value);

    /// <summary>Converts a number of any kind.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(Scalar value) => new(value);

    /// <summary>The tensor that the literal describes, on the CPU; <paramref name="dtype"/> null: the dtype of its numbers.</summary>
    internal Tensor ToTensor(DType? dtype)
    {
        var shape = FindShape();
        var numbers = new List<Scalar>();
        if (shape.Numel() > 0)
        {
            // A list without numbers has the sizes of its first elements, whatever the others are.
            Collect(shape, 0, numbers);
        }

        var kind = numbers.Count == 0 ? ScalarKind.Real : ScalarKind.Boolean;
        var hasUnsigned = false;
        foreach (var number in numbers)
        {
            hasUnsigned |= number.Kind == ScalarKind.Unsigned;
            kind = Rank(number.Kind) > Rank(kind) ? (number.IsWhole ? ScalarKind.Integer : number.Kind) : kind;
        }

        Scalar sample = kind switch
        {
            ScalarKind.Boolean => false,
            ScalarKind.Integer => 0,
            ScalarKind.Real => 0.0,
            _ => Complex.ImaginaryOne,
        };
        var target = dtype ?? sample.NaturalDType;
        CheckRange(numbers, kind, target, hasUnsigned);
        if (kind is ScalarKind.Integer or ScalarKind.Real && (target == DType.Float32 || target == DType.Float64))
        {
            return target == DType.Float32
                ? Elements.Fill(numbers, static n => (float)(double)n, shape, target)
                : Elements.Fill(numbers, static n => (double)n, shape, target);
        }

        if (kind == ScalarKind.Integer && target == DType.Int64)
        {
            return Elements.Fill(numbers, static n => (long)n, shape, target);
        }

        if (hasUnsigned && target == DType.Uint64)
        {
            return Elements.Fill(numbers, static n => n.Kind == ScalarKind.Unsigned ? (ulong)n : (ulong)(long)n, shape, target);
        }

        // Filled in the widest type of the kind, so that the conversion to the target is the only rounding.
        using var wide = kind switch
        {
            ScalarKind.Boolean => Elements.Fill(numbers, static n => (bool)n, shape, DType.Bool),
            ScalarKind.Integer when !hasUnsigned => Elements.Fill(numbers, static n => (long)n, shape, DType.Int64),
            ScalarKind.Integer or ScalarKind.Real => Elements.Fill(numbers, static n => (double)n, shape, DType.Float64),
            _ => Elements.Fill(numbers, static n => (Complex)n, shape, DType.Complex128),
        };
        return wide.Convert(target, copy: true);
    }

    // The order in which a mixture widens: bools, whole, real, complex numbers.
    private static int Rank(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => 0,
        ScalarKind.Integer or ScalarKind.Unsigned => 1,
        ScalarKind.Real => 2,
        _ => 3,
    };

    private static void CheckRange(List<Scalar> numbers, ScalarKind kind, DType target, bool hasUnsigned)
    {
        if (kind == ScalarKind.Complex && !target.IsComplex && target != DType.Bool)
        {
            throw new TorchTypeException(
                target.IsDifferentiable ? "must be real number, not complex"
                : target == DType.Uint64 ? "an integer is required"
                : "'complex' object cannot be interpreted as an integer");
        }

        if (target.IsDifferentiable || target == DType.Bool)
        {
            return;
        }

        if (target == DType.Uint64)
        {
            CheckUint64(numbers);
            return;
        }

        if (hasUnsigned)
        {
            throw new TorchValueException("Overflow when unpacking long long");
        }

        // As C++ checks it: below zero an unsigned type wraps around, down to the negative of its largest value.
        var bits = target.Itemsize * 8;
        var largest = Math.Pow(2, target.IsSigned ? bits - 1 : bits) - 1;
        var smallest = target.IsSigned ? -Math.Pow(2, bits - 1) : -largest;
        foreach (var number in numbers)
        {
            var value = Math.Truncate((double)number);
            if (!(value >= smallest && value <= largest))
            {
                throw new TorchException($"value cannot be converted to type {target.Name} without overflow");
            }
        }
    }

    // Which Python takes without a detour over a signed type, so that nothing wraps around or is cut.
    private static void CheckUint64(List<Scalar> numbers)
    {
        foreach (var number in numbers)
        {
            if (number.Kind == ScalarKind.Real)
            {
                throw new TorchTypeException("an integer is required");
            }

            if (number.Kind == ScalarKind.Integer && (long)number < 0)
            {
                throw new TorchException("can't convert negative int to unsigned");
            }
        }
    }

    // The sizes as the first elements have them.
    private Shape FindShape()
    {
        var sizes = new List<long>();
        for (var level = this; level.items is { } list; level = list[0])
        {
            sizes.Add(list.Length);
            if (sizes.Count > MostDimensions)
            {
                throw new TorchValueException("too many dimensions 'list'");
            }

            if (list.Length == 0)
            {
                break;
            }
        }

        return Shape.Wrap([.. sizes]);
    }

    // Every other element must have the sizes of the first.
    private void Collect(Shape shape, int depth, List<Scalar> numbers)
    {
        if (depth == shape.Count)
        {
            numbers.Add(items is null ? number : throw new TorchTypeException(
                numbers.Any(static number => number.Kind == ScalarKind.Real)
                    ? "must be real number, not list"
                    : "'list' object cannot be interpreted as an integer"));
            return;
        }

        if (items is null)
        {
            throw new TorchTypeException("not a sequence");
        }

        if (items.Length != shape[depth])
        {
            throw new TorchValueException($"expected sequence of length {shape[depth]} at dim {depth} (got {items.Length})");
        }

        foreach (var item in items)
        {
            item.Collect(shape, depth + 1, numbers);
        }
    }
}
