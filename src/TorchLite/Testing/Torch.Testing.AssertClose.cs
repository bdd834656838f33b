using TorchLite.Testing;

namespace TorchLite;

/// <content>What tests are written with.</content>
public static partial class Torch
{
    /// <summary>What tests are written with: PyTorch's <c>torch.testing</c>.</summary>
    /// <example><code>
    /// Torch.Testing.AssertClose(Torch.Ones(2) / 3, Torch.Tensor([0.33333333, 0.33333333]))
    /// </code></example>
    public static partial class Testing
    {
        /// <summary>
        /// Throws unless two values are close, that is |actual - expected| is at most atol + rtol · |expected| for each element, and of the
        /// same shape, dtype and device: PyTorch's <c>torch.testing.assert_close</c>.
        /// </summary>
        /// <remarks>
        /// Tensors are compared with tensors, numbers with numbers, arrays of numbers with such arrays (as if they were tensors), and null
        /// with null. Lists, tuples and arrays of anything else are compared item by item, dictionaries value by value, to any depth; their
        /// own types do not matter. On the <c>meta</c> device there are no elements to compare.
        ///
        /// Without <paramref name="rtol"/> and <paramref name="atol"/> the looser of the two dtypes decides: 1e-3 and 1e-5 for float16 and
        /// complex32, 1.6e-2 and 1e-5 for bfloat16, 1.3e-6 and 1e-5 for float32 and complex64, 1e-7 and 1e-7 for float64 and complex128
        /// and for C#'s real and complex numbers; all others must be equal.
        /// </remarks>
        /// <param name="actual">What came out.</param>
        /// <param name="expected">What should have.</param>
        /// <param name="allowSubclasses">Whether a <see cref="TorchLite.Nn.Parameter"/> may be compared with a tensor.</param>
        /// <param name="rtol">The relative tolerance, with <paramref name="atol"/>; null: by the dtypes.</param>
        /// <param name="atol">The absolute tolerance, with <paramref name="rtol"/>; null: by the dtypes.</param>
        /// <param name="equalNan">Whether two NaN are equal.</param>
        /// <param name="checkDevice">Whether the devices must be the same; if not, both are compared on the CPU.</param>
        /// <param name="checkDtype">Whether the dtypes, or the kinds of numbers, must be the same; if not, the wider one is taken.</param>
        /// <param name="checkStride">Whether the strides must be the same.</param>
        /// <param name="msg">The message of the exception; null: one that tells how many elements differ, and how much and where most.</param>
        /// <exception cref="TorchAssertionException">The two are not close, or differ in length, keys, shape, dtype or device.</exception>
        /// <exception cref="TorchTypeException">Two values can not be compared, such as a tensor and a number, or two strings.</exception>
        /// <exception cref="TorchValueException">Only one of the tolerances is given.</exception>
        /// <example><code>
        /// Torch.Testing.AssertClose(Math.Sqrt(2), 1.41421356)
        /// Torch.Testing.AssertClose(Torch.Arange(2), Torch.Tensor([0.0, 1.0]))
        /// // TorchAssertionException: The values for attribute 'dtype' do not match: torch.int64 != torch.float32.
        /// try { Torch.Testing.AssertClose(Torch.Tensor([1, 2, 3]), Torch.Tensor([1, 2, 5])); } catch (TorchAssertionException e) { Console.WriteLine(e.Message); }
        /// // Tensor-likes are not equal!
        /// //
        /// // Mismatched elements: 1 / 3 (33.3%)
        /// // Greatest absolute difference: 2 at index (2,)
        /// // Greatest relative difference: 0.4000000059604645 at index (2,)
        /// </code></example>
        public static void AssertClose(
            object? actual, object? expected, bool allowSubclasses = true, double? rtol = null, double? atol = null, bool equalNan = false,
            bool checkDevice = true, bool checkDtype = true, bool checkStride = false, string? msg = null) =>
            new Closeness
            {
                AllowSubclasses = allowSubclasses, Rtol = rtol, Atol = atol, EqualNan = equalNan, CheckDevice = checkDevice,
                CheckDtype = checkDtype, CheckStride = checkStride, Message = told => msg ?? told,
            }.Assert(actual, expected);

        /// <summary>Throws unless two values are close, with a message that a function makes of the usual one.</summary>
        /// <param name="actual">What came out.</param>
        /// <param name="expected">What should have.</param>
        /// <param name="msg">Makes the message of the exception of the one that it would have.</param>
        /// <param name="allowSubclasses">Whether a <see cref="TorchLite.Nn.Parameter"/> may be compared with a tensor.</param>
        /// <param name="rtol">The relative tolerance, with <paramref name="atol"/>; null: by the dtypes.</param>
        /// <param name="atol">The absolute tolerance, with <paramref name="rtol"/>; null: by the dtypes.</param>
        /// <param name="equalNan">Whether two NaN are equal.</param>
        /// <param name="checkDevice">Whether the devices must be the same; if not, both are compared on the CPU.</param>
        /// <param name="checkDtype">Whether the dtypes, or the kinds of numbers, must be the same; if not, the wider one is taken.</param>
        /// <param name="checkStride">Whether the strides must be the same.</param>
        /// <exception cref="ArgumentNullException"><paramref name="msg"/> is null.</exception>
        /// <exception cref="TorchAssertionException">The two are not close, or differ in length, keys, shape, dtype or device.</exception>
        /// <exception cref="TorchTypeException">Two values can not be compared, such as a tensor and a number, or two strings.</exception>
        /// <exception cref="TorchValueException">Only one of the tolerances is given.</exception>
        /// <example><code>
        /// Torch.Testing.AssertClose(true, false, msg: told => $"Dropout: {told}")   // TorchAssertionException: Dropout: Booleans mismatch: True is not False
        /// </code></example>
        public static void AssertClose(
            object? actual, object? expected, Func<string, string> msg, bool allowSubclasses = true, double? rtol = null,
            double? atol = null, bool equalNan = false, bool checkDevice = true, bool checkDtype = true,
            bool checkStride = false)
        {
            ArgumentNullException.ThrowIfNull(msg);
            new Closeness
            {
                AllowSubclasses = allowSubclasses, Rtol = rtol, Atol = atol, EqualNan = equalNan, CheckDevice = checkDevice,
                CheckDtype = checkDtype, CheckStride = checkStride, Message = msg,
            }.Assert(actual, expected);
        }
    }
}
