using TorchLite.Printing;

namespace TorchLite;

/// <content>Gradients kept from growing.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>
            /// Scales the gradients of parameters, in place, so that their norm is at most a given one: PyTorch's <c>clip_grad_norm_</c>.
            /// The
            /// norm is that of all gradients as one vector. Parameters without a gradient are passed over.
            /// </summary>
            /// <param name="parameters">The parameters.</param>
            /// <param name="maxNorm">The greatest norm.</param>
            /// <param name="normType">Which p-norm; infinity for the greatest modulus.</param>
            /// <param name="errorIfNonfinite">Whether a norm that is infinite or no number is an error.</param>
            /// <returns>The norm that the gradients had.</returns>
            /// <exception cref="ArgumentNullException">The parameters are null.</exception>
            /// <exception cref="TorchException">The norm is not finite, where that is an error.</exception>
            /// <example><code>
            /// var x = Torch.Tensor([3.0, 4.0], requiresGrad: true);
            /// (x * x / 2).Sum().Backward();
            /// Torch.Nn.Utils.ClipGradNorm_([x], maxNorm: 1)   // tensor(5.)
            /// x.Grad   // tensor([0.6000, 0.8000])
            /// </code></example>
            [ForFSharp]
            public static Tensor ClipGradNorm_(
                IEnumerable<Tensor> parameters, double maxNorm, double normType = 2.0, bool errorIfNonfinite = false)
            {
                var gradients = Gradients(parameters);
                var norm = GetTotalNorm(gradients, normType, errorIfNonfinite);
                Scale(gradients, maxNorm, norm);
                return norm;
            }

            /// <summary>
            /// Scales the gradient of a parameter, in place, so that its norm is at most a given one: PyTorch's <c>clip_grad_norm_</c>.
            /// </summary>
            /// <param name="parameters">The parameter.</param>
            /// <param name="maxNorm">The greatest norm.</param>
            /// <param name="normType">Which p-norm; infinity for the greatest modulus.</param>
            /// <param name="errorIfNonfinite">Whether a norm that is infinite or no number is an error.</param>
            /// <returns>The norm that the gradient had.</returns>
            /// <exception cref="ArgumentNullException">The parameter is null.</exception>
            /// <exception cref="TorchException">The norm is not finite, where that is an error.</exception>
            /// <example><code>
            /// var x = Torch.Tensor([3.0, 4.0], requiresGrad: true);
            /// (x * x / 2).Sum().Backward();
            /// Torch.Nn.Utils.ClipGradNorm_(x, maxNorm: 2, normType: double.PositiveInfinity)   // tensor(4.)
            /// x.Grad   // tensor([1.5000, 2.0000])
            /// </code></example>
            public static Tensor ClipGradNorm_(Tensor parameters, double maxNorm, double normType = 2.0, bool errorIfNonfinite = false) =>
                ClipGradNorm_([NotNull(parameters)], maxNorm, normType, errorIfNonfinite);

            /// <summary>Cuts the gradients of parameters off at a modulus, in place: PyTorch's <c>clip_grad_value_</c>.</summary>
            /// <param name="parameters">The parameters; those without a gradient are passed over.</param>
            /// <param name="clipValue">The greatest modulus of an element.</param>
            /// <exception cref="ArgumentNullException">The parameters are null.</exception>
            /// <example><code>
            /// var x = Torch.Tensor([-3.0, 0.5], requiresGrad: true);
            /// (x * x / 2).Sum().Backward();
            /// Torch.Nn.Utils.ClipGradValue_([x], 1.0);
            /// x.Grad   // tensor([-1.0000,  0.5000])
            /// </code></example>
            [ForFSharp]
            public static void ClipGradValue_(IEnumerable<Tensor> parameters, double clipValue)
            {
                using var none = Torch.NoGrad();
                foreach (var gradient in Gradients(parameters))
                {
                    gradient.Clamp_(-clipValue, clipValue);
                }
            }

            /// <summary>Cuts the gradient of a parameter off at a modulus, in place: PyTorch's <c>clip_grad_value_</c>.</summary>
            /// <param name="parameters">The parameter.</param>
            /// <param name="clipValue">The greatest modulus of an element.</param>
            /// <exception cref="ArgumentNullException">The parameter is null.</exception>
            /// <example><code>
            /// var x = Torch.Tensor([-3.0, 0.5], requiresGrad: true);
            /// (x * x / 2).Sum().Backward();
            /// Torch.Nn.Utils.ClipGradValue_(x, 0.25);
            /// x.Grad   // tensor([-0.2500,  0.2500])
            /// </code></example>
            public static void ClipGradValue_(Tensor parameters, double clipValue) => ClipGradValue_([NotNull(parameters)], clipValue);

            /// <summary>The norm of several tensors as one vector: PyTorch's <c>get_total_norm</c>.</summary>
            /// <param name="tensors">The tensors.</param>
            /// <param name="normType">Which p-norm; infinity for the greatest modulus.</param>
            /// <param name="errorIfNonfinite">Whether a norm that is infinite or no number is an error.</param>
            /// <returns>A new tensor with one element.</returns>
            /// <exception cref="ArgumentNullException">The tensors, or one of them, are null.</exception>
            /// <exception cref="TorchException">
            /// The norm is not finite, where that is an error, or the tensors are no real or complex numbers.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Utils.GetTotalNorm([Torch.Tensor([3.0]), Torch.Tensor([[4.0, 0.0]])])   // tensor(5.)
            /// </code></example>
            public static Tensor GetTotalNorm(IEnumerable<Tensor> tensors, double normType = 2.0, bool errorIfNonfinite = false)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                var given = NotNull(tensors.ToArray());
                if (given.Length == 0)
                {
                    return Torch.Tensor(0.0);
                }

                using var none = Torch.NoGrad();

                // By device and dtype, as PyTorch takes them together: the order of adding is in the last digits.
                Tensor[] norms =
                [
                    .. given.GroupBy(static tensor => (tensor.Device, tensor.DType)).SelectMany(static group => group)
                        .Select(tensor => Torch.Linalg.VectorNorm(tensor, normType).To(given[0].Device)),
                ];
                var total = Torch.Linalg.VectorNorm(Torch.Stack(norms), normType);
                return errorIfNonfinite && !total.Isfinite().Item<bool>()
                    ? throw new TorchException(
                        $"The total norm of order {PythonText.Of(normType)} for gradients from `parameters` is non-finite, so it cannot be "
                        + $"clipped. To disable this error and scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`")
                    : total;
            }

            /// <summary>The norm of a tensor: PyTorch's <c>get_total_norm</c>.</summary>
            /// <param name="tensors">The tensor.</param>
            /// <param name="normType">Which p-norm; infinity for the greatest modulus.</param>
            /// <param name="errorIfNonfinite">Whether a norm that is infinite or no number is an error.</param>
            /// <returns>A new tensor with one element.</returns>
            /// <exception cref="ArgumentNullException">The tensor is null.</exception>
            /// <exception cref="TorchException">
            /// The norm is not finite, where that is an error, or the tensor has no real or complex numbers.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Utils.GetTotalNorm(Torch.Tensor([-3.0, 4.0]), normType: 1)   // tensor(7.)
            /// </code></example>
            public static Tensor GetTotalNorm(Tensor tensors, double normType = 2.0, bool errorIfNonfinite = false) =>
                GetTotalNorm([NotNull(tensors)], normType, errorIfNonfinite);

            /// <summary>
            /// Scales the gradients of parameters, in place, by what brings a norm that is known down to the greatest one: PyTorch's
            /// <c>clip_grads_with_norm_</c>.
            /// </summary>
            /// <param name="parameters">The parameters; those without a gradient are passed over.</param>
            /// <param name="maxNorm">The greatest norm.</param>
            /// <param name="totalNorm">The norm that the gradients have, as <see cref="GetTotalNorm(IEnumerable{Tensor}, double, bool)"/> gives it.</param>
            /// <exception cref="ArgumentNullException">The parameters or the norm are null.</exception>
            /// <example><code>
            /// var x = Torch.Tensor([3.0, 4.0], requiresGrad: true);
            /// (x * x / 2).Sum().Backward();
            /// Torch.Nn.Utils.ClipGradsWithNorm_([x], 1, Torch.Tensor(10.0));
            /// x.Grad   // tensor([0.3000, 0.4000])
            /// </code></example>
            [ForFSharp]
            public static void ClipGradsWithNorm_(IEnumerable<Tensor> parameters, double maxNorm, Tensor totalNorm) =>
                Scale(Gradients(parameters), maxNorm, NotNull(totalNorm));

            private static void Scale(Tensor[] gradients, double maxNorm, Tensor norm)
            {
                using var none = Torch.NoGrad();
                var factor = (maxNorm / (norm + 1e-6)).Clamp(max: 1.0);
                foreach (var gradient in gradients)
                {
                    gradient.Mul_(factor.To(gradient.Device));
                }
            }

            private static Tensor[] Gradients(IEnumerable<Tensor> parameters)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                return [.. NotNull(parameters.ToArray()).Select(static parameter => parameter.Grad).OfType<Tensor>()];
            }
        }
    }
}
