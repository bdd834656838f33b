namespace TorchLite;

/// <content>Functions of two arguments, and families of polynomials.</content>
public static partial class Torch
{
    /// <content>Functions of two arguments, and families of polynomials.</content>
    public static partial class Special
    {
        /// <summary>input * log(other), and 0 where the input is 0, element-wise: PyTorch's <c>torch.special.xlogy</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="other">The other tensor, or a number; the shapes broadcast.</param>
        /// <returns>A new tensor of the promoted dtype; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="other"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Xlogy(Torch.Tensor([0.0, 2.0]), Torch.Tensor([0.0, 1.0]))   // tensor([0., 0.])
        /// </code></example>
        public static Tensor Xlogy(Tensor input, Tensor other) => NotNull(input).Xlogy(NotNull(other));

        /// <summary>
        /// input * log(1 + other), and 0 where the input is 0, element-wise: PyTorch's <c>torch.special.xlog1py</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="other">The other tensor, or a number; the shapes broadcast.</param>
        /// <returns>A new tensor of the promoted dtype; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="other"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Xlog1py(Torch.Tensor([0.0, 2.0]), Torch.Tensor([-1.0, 1.0]))   // tensor([0.0000, 1.3863])
        /// </code></example>
        public static Tensor Xlog1py(Tensor input, Tensor other) => Script.Run($"torch.special_xlog1py({input}, {other})");

        /// <summary>
        /// The Hurwitz zeta function: the sum of 1 / (k + other)^input over all k from 0: PyTorch's <c>torch.special.zeta</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="other">The other tensor, or a number; the shapes broadcast.</param>
        /// <returns>A new tensor of the promoted dtype; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="other"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Zeta(Torch.Tensor([2.0, 4.0]), Torch.Tensor([1.0, 1.0]))   // tensor([1.6449, 1.0823])
        /// </code></example>
        public static Tensor Zeta(Tensor input, Tensor other) => Script.Run($"torch.special_zeta({input}, {other})");

        /// <summary>The regularised lower incomplete gamma function, element-wise: PyTorch's <c>torch.special.gammainc</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="other">The other tensor, or a number; the shapes broadcast.</param>
        /// <returns>A new tensor of the promoted dtype; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="other"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Gammainc(Torch.Tensor([4.0]), Torch.Tensor([3.0, 4.0, 5.0]))   // tensor([0.3528, 0.5665, 0.7350])
        /// </code></example>
        public static Tensor Gammainc(Tensor input, Tensor other) => Script.Run($"torch.special_gammainc({input}, {other})");

        /// <summary>
        /// The regularised upper incomplete gamma function, element-wise: PyTorch's <c>torch.special.gammaincc</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="other">The other tensor, or a number; the shapes broadcast.</param>
        /// <returns>A new tensor of the promoted dtype; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="other"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Gammaincc(Torch.Tensor([4.0]), Torch.Tensor([3.0, 4.0, 5.0]))   // tensor([0.6472, 0.4335, 0.2650])
        /// </code></example>
        public static Tensor Gammaincc(Tensor input, Tensor other) =>
            Script.Run($"torch.special_gammaincc({input}, {other})");

        /// <summary>
        /// The Chebyshev polynomial of the first kind, at each element: PyTorch's <c>torch.special.chebyshev_polynomial_t</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ChebyshevPolynomialT(Torch.Tensor([0.25, 0.75]), 3)   // tensor([-0.6875, -0.5625])
        /// </code></example>
        public static Tensor ChebyshevPolynomialT(Tensor input, Tensor n) =>
            Script.Run($"torch.special_chebyshev_polynomial_t({input}, {n})");

        /// <summary>
        /// The Chebyshev polynomial of the second kind, at each element: PyTorch's <c>torch.special.chebyshev_polynomial_u</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ChebyshevPolynomialU(Torch.Tensor([0.25, 0.75]), 3)   // tensor([-0.8750,  0.3750])
        /// </code></example>
        public static Tensor ChebyshevPolynomialU(Tensor input, Tensor n) =>
            Script.Run($"torch.special_chebyshev_polynomial_u({input}, {n})");

        /// <summary>
        /// The Chebyshev polynomial of the third kind, at each element: PyTorch's <c>torch.special.chebyshev_polynomial_v</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ChebyshevPolynomialV(Torch.Tensor([0.25, 0.75]), 3)   // tensor([-0.1250, -0.8750])
        /// </code></example>
        public static Tensor ChebyshevPolynomialV(Tensor input, Tensor n) =>
            Script.Run($"torch.special_chebyshev_polynomial_v({input}, {n})");

        /// <summary>
        /// The Chebyshev polynomial of the fourth kind, at each element: PyTorch's <c>torch.special.chebyshev_polynomial_w</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ChebyshevPolynomialW(Torch.Tensor([0.25, 0.75]), 3)   // tensor([-1.6250,  1.6250])
        /// </code></example>
        public static Tensor ChebyshevPolynomialW(Tensor input, Tensor n) =>
            Script.Run($"torch.special_chebyshev_polynomial_w({input}, {n})");

        /// <summary>
        /// The Chebyshev polynomial of the first kind at 2x - 1, at each element: PyTorch's
        /// <c>torch.special.shifted_chebyshev_polynomial_t</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ShiftedChebyshevPolynomialT(Torch.Tensor([0.25, 0.75]), 3)   // tensor([ 1., -1.])
        /// </code></example>
        public static Tensor ShiftedChebyshevPolynomialT(Tensor input, Tensor n) =>
            Script.Run($"torch.special_shifted_chebyshev_polynomial_t({input}, {n})");

        /// <summary>
        /// The Chebyshev polynomial of the second kind at 2x - 1, at each element: PyTorch's
        /// <c>torch.special.shifted_chebyshev_polynomial_u</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ShiftedChebyshevPolynomialU(Torch.Tensor([0.25, 0.75]), 3)   // tensor([ 1., -1.])
        /// </code></example>
        public static Tensor ShiftedChebyshevPolynomialU(Tensor input, Tensor n) =>
            Script.Run($"torch.special_shifted_chebyshev_polynomial_u({input}, {n})");

        /// <summary>
        /// The Chebyshev polynomial of the third kind at 2x - 1, at each element: PyTorch's
        /// <c>torch.special.shifted_chebyshev_polynomial_v</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ShiftedChebyshevPolynomialV(Torch.Tensor([0.25, 0.75]), 3)   // tensor([ 1., -1.])
        /// </code></example>
        public static Tensor ShiftedChebyshevPolynomialV(Tensor input, Tensor n) =>
            Script.Run($"torch.special_shifted_chebyshev_polynomial_v({input}, {n})");

        /// <summary>
        /// The Chebyshev polynomial of the fourth kind at 2x - 1, at each element: PyTorch's
        /// <c>torch.special.shifted_chebyshev_polynomial_w</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ShiftedChebyshevPolynomialW(Torch.Tensor([0.25, 0.75]), 3)   // tensor([ 1., -1.])
        /// </code></example>
        public static Tensor ShiftedChebyshevPolynomialW(Tensor input, Tensor n) =>
            Script.Run($"torch.special_shifted_chebyshev_polynomial_w({input}, {n})");

        /// <summary>The Hermite polynomial of physics, at each element: PyTorch's <c>torch.special.hermite_polynomial_h</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.HermitePolynomialH(Torch.Tensor([0.25, 0.75]), 3)   // tensor([-2.8750, -5.6250])
        /// </code></example>
        public static Tensor HermitePolynomialH(Tensor input, Tensor n) =>
            Script.Run($"torch.special_hermite_polynomial_h({input}, {n})");

        /// <summary>The Hermite polynomial of probability, at each element: PyTorch's <c>torch.special.hermite_polynomial_he</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.HermitePolynomialHe(Torch.Tensor([0.25, 0.75]), 3)   // tensor([-0.7344, -1.8281])
        /// </code></example>
        public static Tensor HermitePolynomialHe(Tensor input, Tensor n) =>
            Script.Run($"torch.special_hermite_polynomial_he({input}, {n})");

        /// <summary>The Laguerre polynomial, at each element: PyTorch's <c>torch.special.laguerre_polynomial_l</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.LaguerrePolynomialL(Torch.Tensor([0.25, 0.75]), 3)   // tensor([ 0.3411, -0.4766])
        /// </code></example>
        public static Tensor LaguerrePolynomialL(Tensor input, Tensor n) =>
            Script.Run($"torch.special_laguerre_polynomial_l({input}, {n})");

        /// <summary>The Legendre polynomial, at each element: PyTorch's <c>torch.special.legendre_polynomial_p</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The degree of the polynomial, a tensor or a number; the shapes broadcast.</param>
        /// <returns>A new tensor; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="n"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.LegendrePolynomialP(Torch.Tensor([0.25, 0.75]), 3)   // tensor([-0.3359, -0.0703])
        /// </code></example>
        public static Tensor LegendrePolynomialP(Tensor input, Tensor n) =>
            Script.Run($"torch.special_legendre_polynomial_p({input}, {n})");
    }
}
