namespace TorchLite;

/// <content>Bessel and Airy functions.</content>
public static partial class Torch
{
    /// <content>Bessel and Airy functions.</content>
    public static partial class Special
    {
        /// <summary>The Airy function Ai of each element: PyTorch's <c>torch.special.airy_ai</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.AiryAi(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([0.5356, 0.3550, 0.0349])
        /// </code></example>
        public static Tensor AiryAi(Tensor input) => Script.Run($"torch.special_airy_ai({input})");

        /// <summary>The Bessel function of the first kind of order 0, of each element: PyTorch's <c>torch.special.bessel_j0</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.BesselJ0(Torch.Tensor([0.0, 1.0, 5.0]))   // tensor([ 1.0000,  0.7652, -0.1776])
        /// </code></example>
        public static Tensor BesselJ0(Tensor input) => Script.Run($"torch.special_bessel_j0({input})");

        /// <summary>The Bessel function of the first kind of order 1, of each element: PyTorch's <c>torch.special.bessel_j1</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.BesselJ1(Torch.Tensor([0.0, 1.0, 5.0]))   // tensor([ 0.0000,  0.4401, -0.3276])
        /// </code></example>
        public static Tensor BesselJ1(Tensor input) => Script.Run($"torch.special_bessel_j1({input})");

        /// <summary>The Bessel function of the second kind of order 0, of each element: PyTorch's <c>torch.special.bessel_y0</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.BesselY0(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([-0.4445,  0.0883,  0.5104])
        /// </code></example>
        public static Tensor BesselY0(Tensor input) => Script.Run($"torch.special_bessel_y0({input})");

        /// <summary>The Bessel function of the second kind of order 1, of each element: PyTorch's <c>torch.special.bessel_y1</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.BesselY1(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([-1.4715, -0.7812, -0.1070])
        /// </code></example>
        public static Tensor BesselY1(Tensor input) => Script.Run($"torch.special_bessel_y1({input})");

        /// <summary>
        /// The modified Bessel function of the first kind of order 0, of each element: PyTorch's <c>torch.special.modified_bessel_i0</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ModifiedBesselI0(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([1.0635, 1.2661, 2.2796])
        /// </code></example>
        public static Tensor ModifiedBesselI0(Tensor input) => Script.Run($"torch.special_modified_bessel_i0({input})");

        /// <summary>
        /// The modified Bessel function of the first kind of order 1, of each element: PyTorch's <c>torch.special.modified_bessel_i1</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ModifiedBesselI1(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([0.2579, 0.5652, 1.5906])
        /// </code></example>
        public static Tensor ModifiedBesselI1(Tensor input) => Script.Run($"torch.special_modified_bessel_i1({input})");

        /// <summary>
        /// The modified Bessel function of the second kind of order 0, of each element: PyTorch's <c>torch.special.modified_bessel_k0</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ModifiedBesselK0(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([0.9244, 0.4210, 0.1139])
        /// </code></example>
        public static Tensor ModifiedBesselK0(Tensor input) => Script.Run($"torch.special_modified_bessel_k0({input})");

        /// <summary>
        /// The modified Bessel function of the second kind of order 1, of each element: PyTorch's <c>torch.special.modified_bessel_k1</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ModifiedBesselK1(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([1.6564, 0.6019, 0.1399])
        /// </code></example>
        public static Tensor ModifiedBesselK1(Tensor input) => Script.Run($"torch.special_modified_bessel_k1({input})");

        /// <summary>
        /// exp(x) times the modified Bessel function of the second kind of order 0, of each element x: PyTorch's
        /// <c>torch.special.scaled_modified_bessel_k0</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ScaledModifiedBesselK0(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([1.5241, 1.1445, 0.8416])
        /// </code></example>
        public static Tensor ScaledModifiedBesselK0(Tensor input) => Script.Run($"torch.special_scaled_modified_bessel_k0({input})");

        /// <summary>
        /// exp(x) times the modified Bessel function of the second kind of order 1, of each element x: PyTorch's
        /// <c>torch.special.scaled_modified_bessel_k1</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.ScaledModifiedBesselK1(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([2.7310, 1.6362, 1.0335])
        /// </code></example>
        public static Tensor ScaledModifiedBesselK1(Tensor input) => Script.Run($"torch.special_scaled_modified_bessel_k1({input})");

        /// <summary>
        /// sin(x) / x of each element x, the spherical Bessel function of order 0: PyTorch's <c>torch.special.spherical_bessel_j0</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.SphericalBesselJ0(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([0.9589, 0.8415, 0.4546])
        /// </code></example>
        public static Tensor SphericalBesselJ0(Tensor input) => Script.Run($"torch.special_spherical_bessel_j0({input})");

        /// <summary>
        /// The modified Bessel function of the first kind of order 0, of each element: PyTorch's <c>torch.special.i0</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.I0(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([1.0635, 1.2661, 2.2796])
        /// </code></example>
        public static Tensor I0(Tensor input) => Script.Run($"torch.special_i0({input})");

        /// <summary>
        /// exp(-|x|) times the modified Bessel function of the first kind of order 0, of each element x: PyTorch's
        /// <c>torch.special.i0e</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.I0e(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([0.6450, 0.4658, 0.3085])
        /// </code></example>
        public static Tensor I0e(Tensor input) => Script.Run($"torch.special_i0e({input})");

        /// <summary>
        /// The modified Bessel function of the first kind of order 1, of each element: PyTorch's <c>torch.special.i1</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.I1(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([0.2579, 0.5652, 1.5906])
        /// </code></example>
        public static Tensor I1(Tensor input) => Script.Run($"torch.special_i1({input})");

        /// <summary>
        /// exp(-|x|) times the modified Bessel function of the first kind of order 1, of each element x: PyTorch's
        /// <c>torch.special.i1e</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.I1e(Torch.Tensor([0.5, 1.0, 2.0]))   // tensor([0.1564, 0.2079, 0.2153])
        /// </code></example>
        public static Tensor I1e(Tensor input) => Script.Run($"torch.special_i1e({input})");
    }
}
