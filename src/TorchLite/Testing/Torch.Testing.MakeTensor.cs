namespace TorchLite;

/// <content>Tensors to test with.</content>
public static partial class Torch
{
    public static partial class Testing
    {
        private static readonly DType[] Narrow = [DType.Float8E4m3fn, DType.Float8E5m2, DType.Float8E4m3fnuz, DType.Float8E5m2fnuz];

        /// <summary>
        /// A tensor of uniformly distributed random numbers from a lower up to an upper bound: PyTorch's <c>torch.testing.make_tensor</c>.
        /// The same seed gives the same numbers as in Python.
        /// </summary>
        /// <param name="shape">The shape.</param>
        /// <param name="dtype">The dtype: bool, an integer, floating-point or complex one.</param>
        /// <param name="device">The device; null: the default device.</param>
        /// <param name="low">
        /// The inclusive lower bound; null: -9, but not below the least number of the dtype. Of complex numbers it is each part's.
        /// </param>
        /// <param name="high">
        /// The exclusive upper bound; null: 10 for integers, 9 for real and complex numbers, but not above what the dtype has.
        /// </param>
        /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
        /// <param name="noncontiguous">Whether the tensor is a view of every second number, if it has more than one.</param>
        /// <param name="excludeZero">
        /// Whether zeros are replaced: by 1 in a tensor of integers, otherwise by the least normal number of the dtype.
        /// </param>
        /// <param name="memoryFormat">The order in memory; null: rows after rows.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="TorchValueException">
        /// The bounds are not a range, or one that the dtype does not have; gradients are requested of integers; or the tensor cannot be in
        /// that order and not contiguous.
        /// </exception>
        /// <exception cref="TorchTypeException">The dtype is none of these.</exception>
        /// <example><code>
        /// Torch.ManualSeed(0);
        /// Torch.Testing.MakeTensor([3], DType.Float32, low: -1, high: 1)                  // tensor([-0.0075,  0.5364, -0.8230])
        /// Torch.Testing.MakeTensor([2, 3], DType.Int64, excludeZero: true).Eq(0).Any()    // tensor(False)
        /// Torch.Testing.MakeTensor([2, 3], DType.Bool, noncontiguous: true).IsContiguous()   // False
        /// </code></example>
        public static Tensor MakeTensor(
            Shape shape, DType dtype, Device? device = null, Scalar? low = null, Scalar? high = null, bool requiresGrad = false,
            bool noncontiguous = false, bool excludeZero = false, MemoryFormat? memoryFormat = null)
        {
            var isWhole = !dtype.IsFloatingPoint && !dtype.IsComplex;
            if (noncontiguous && memoryFormat is { } order)
            {
                throw new TorchValueException(
                    "The parameters `noncontiguous` and `memory_format` are mutually exclusive, "
                    + $"but got noncontiguous=True and memory_format={Printing.PythonText.Of(order)}");
            }

            if (requiresGrad && isWhole)
            {
                throw new TorchValueException(
                    $"`requires_grad=True` is not supported for boolean and integral dtypes, but got dtype={dtype}");
            }

            using var scope = Scope();
            var isSpread = noncontiguous && shape.Numel() > 1;
            var drawn = Drawn(isSpread ? [.. shape.SkipLast(1), 2 * shape[^1]] : shape, dtype, device, low, high);
            var result = isSpread ? drawn[.., "1::2"] : memoryFormat is { } given ? drawn.Clone(given) : drawn;
            if (excludeZero)
            {
                result.MaskedFill_(result == 0, isWhole ? 1 : Finfo(dtype).Tiny);
            }

            // As in PyTorch, which leaves those of 8 bits without.
            return scope.Keep(requiresGrad && !Narrow.Contains(dtype) ? result.RequiresGrad_() : result);
        }

        private static Tensor Drawn(Shape shape, DType dtype, Device? device, Scalar? low, Scalar? high)
        {
            if (dtype.IsComplex || dtype.IsFloatingPoint && dtype.Itemsize > 1 || Narrow.Contains(dtype))
            {
                var limits = Finfo(dtype);
                var (from, to) = Bounds(dtype, low ?? -9, high ?? 9, limits.Min, limits.Max);
                var result = Empty(shape, dtype.Itemsize == 1 ? DType.Float32 : dtype, device);
                Fill(dtype.IsComplex ? ViewAsReal(result) : result, (double)from, (double)to);
                return result.To(dtype);
            }

            if (dtype == DType.Bool)
            {
                var (from, to) = Bounds(dtype, low ?? 0, high ?? 2, 0, 2);
                return Randint(Ceiling(from), Ceiling(to), shape, dtype, device);
            }

            if (!dtype.IsFloatingPoint)
            {
                // One above the greatest, which libtorch can not draw of int64.
                var limits = Iinfo(dtype);
                var above = dtype == DType.Int64 ? limits.Max : dtype == DType.Uint64 ? ulong.MaxValue : (long)limits.Max + 1;
                var (from, to) = Bounds(dtype, low ?? -9, high ?? 10, limits.Min, above);
                return Randint(Ceiling(from), Ceiling(to), shape, dtype, device);
            }

            throw new TorchTypeException(
                $"The requested dtype '{dtype}' is not supported by torch.testing.make_tensor(). To request support, file an issue at: "
                + "https://github.com/pytorch/pytorch/issues");
        }

        private static (Scalar Low, Scalar High) Bounds(DType dtype, Scalar low, Scalar high, Scalar least, Scalar above)
        {
            if (double.IsNaN((double)low) || double.IsNaN((double)high))
            {
                throw new TorchValueException($"`low` and `high` cannot be NaN, but got low={low} and high={high}");
            }

            if (low == high && (dtype.IsComplex || dtype.IsFloatingPoint && dtype.Itemsize > 1))
            {
                Warnings.Warn(
                    "Passing `low==high` to `torch.testing.make_tensor` for floating or complex types is deprecated since 2.1 and will be "
                    + "removed in 2.3. Use `torch.full(...)` instead.");
            }
            else if (!IsBelow(low, high))
            {
                throw new TorchValueException($"`low` must be less than `high`, but got {low} >= {high}");
            }
            else if (IsBelow(high, least) || !IsBelow(low, above))
            {
                throw new TorchValueException(
                    $"The value interval specified by `low` and `high` is [{low}, {high}), but {dtype} only supports [{least}, {above})");
            }

            return (Clamped(low), Clamped(high));

            Scalar Clamped(Scalar value) => IsBelow(value, least) ? least : IsBelow(above, value) ? above : value;
        }

        private static bool IsBelow(Scalar left, Scalar right) => left != right && (left.IsWhole && right.IsWhole
            ? right.Kind == ScalarKind.Unsigned && left.Kind != ScalarKind.Unsigned
                || left.Kind == right.Kind && (left.Kind == ScalarKind.Unsigned ? (ulong)left < (ulong)right : (long)left < (long)right)
            : (double)left < (double)right);

        private static long Ceiling(Scalar value) => value.IsWhole ? (long)value : (long)(Scalar)Math.Ceiling((double)value);

        // libtorch draws no wider range than the greatest number.
        private static Tensor Fill(Tensor tensor, double low, double high) => high - low >= Finfo(tensor.DType).Max
            ? tensor.Uniform_(low / 2, high / 2).Mul_(2)
            : tensor.Uniform_(low, high);
    }
}
