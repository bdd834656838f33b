namespace TorchLite;

/// <content>Gradients held against differences.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        /// <summary>
        /// Whether the gradients of a function are what small differences of its results say: PyTorch's
        /// <c>torch.autograd.gradcheck</c>.
        /// </summary>
        /// <remarks>
        /// For inputs of double precision, real or complex, that require gradients; others are constants. Their values are changed and
        /// put back meanwhile. A complex result is checked twice, its imaginary and its real part. No input may be computed from another.
        /// PyTorch's checks of forward mode, of batched gradients and of sparse tensors are not here, nor its fast mode. PyTorch warns where an input is of less than double
        /// precision; here the check just fails.
        /// </remarks>
        /// <param name="func">What to check; what it gives for the same input must be the same.</param>
        /// <param name="inputs">Where.</param>
        /// <param name="eps">How far to go to each side.</param>
        /// <param name="atol">The absolute difference that is allowed.</param>
        /// <param name="rtol">The difference that is allowed, in parts of the value.</param>
        /// <param name="raiseException">Whether a difference is an exception that reports it; else the result is false.</param>
        /// <param name="nondetTol">How much two runs of the same gradient may differ.</param>
        /// <param name="checkUndefinedGrad">
        /// Whether a function of several results must do with gradients of some of them. PyTorch also leaves out all of them at once.
        /// </param>
        /// <param name="checkGradDtypes">Whether the gradients must have the inputs' dtypes.</param>
        /// <returns>Whether the gradients are right; false only without <paramref name="raiseException"/>.</returns>
        /// <exception cref="ArgumentNullException">The function, an input or what the function gives is null.</exception>
        /// <exception cref="TorchValueException">No input requires gradients.</exception>
        /// <exception cref="TorchGradcheckException">The gradients are wrong: the text shows both, and where.</exception>
        /// <exception cref="TorchException">An input's elements share memory, or the results' shape changes.</exception>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradcheck(x => x.Sin() * x, x)                                  // True
        /// Torch.Autograd.Gradcheck(x => x * x.Detach(), x, raiseException: false)   // False
        /// </code></example>
        public static bool Gradcheck(
            Func<Tensor, Tensor> func, Tensor inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool raiseException = true, double nondetTol = 0, bool checkUndefinedGrad = true, bool checkGradDtypes = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return Gradcheck(
                given => [func(given[0])], [inputs], eps, atol, rtol, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes);
        }

        /// <inheritdoc cref="Gradcheck(Func{Tensor, Tensor}, Tensor, double, double, double, bool, double, bool, bool)"/>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradcheck(xs => xs[0] / xs[1], [x, x.Clone().Detach().RequiresGrad_()])   // True
        /// </code></example>
        public static bool Gradcheck(
            Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool raiseException = true, double nondetTol = 0, bool checkUndefinedGrad = true, bool checkGradDtypes = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return Gradcheck(
                given => [func(given)], inputs, eps, atol, rtol, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes);
        }

        /// <inheritdoc cref="Gradcheck(Func{Tensor, Tensor}, Tensor, double, double, double, bool, double, bool, bool)"/>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradcheck(xs => [xs[0].Sin(), xs[0].Cos()], [x])   // True
        /// </code></example>
        public static bool Gradcheck(
            Func<Tensor[], Tensor[]> func, ReadOnlySpan<Tensor> inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool raiseException = true, double nondetTol = 0, bool checkUndefinedGrad = true, bool checkGradDtypes = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            try
            {
                return new GradientCheck(eps, atol, rtol, nondetTol, checkUndefinedGrad, checkGradDtypes).Run(func, Given(inputs));
            }
            catch (TorchGradcheckException) when (!raiseException)
            {
                return false;
            }
        }

        /// <summary>
        /// Whether the second derivatives of a function are what small differences of its gradients say: PyTorch's
        /// <c>torch.autograd.gradgradcheck</c>.
        /// </summary>
        /// <remarks>It is <c>Gradcheck</c> of the gradients as a function of the inputs and of the gradients behind.</remarks>
        /// <param name="func">What to check; what it gives for the same input must be the same.</param>
        /// <param name="inputs">Where.</param>
        /// <param name="gradOutputs">The gradient of what comes after, of the result's shape; null: random numbers.</param>
        /// <param name="eps">How far to go to each side.</param>
        /// <param name="atol">The absolute difference that is allowed.</param>
        /// <param name="rtol">The difference that is allowed, in parts of the value.</param>
        /// <param name="genNonContigGradOutputs">Whether the random numbers lie apart in memory.</param>
        /// <param name="raiseException">Whether a difference is an exception that reports it; else the result is false.</param>
        /// <param name="nondetTol">How much two runs of the same gradient may differ.</param>
        /// <param name="checkUndefinedGrad">Whether the gradients' function must do with gradients of some of them.</param>
        /// <param name="checkGradDtypes">Whether the gradients must have the inputs' dtypes.</param>
        /// <returns>Whether the second derivatives are right; false only without <paramref name="raiseException"/>.</returns>
        /// <exception cref="ArgumentNullException">The function, an input or what the function gives is null.</exception>
        /// <exception cref="TorchValueException">No input requires gradients.</exception>
        /// <exception cref="TorchGradcheckException">The second derivatives are wrong: the text shows both, and where.</exception>
        /// <exception cref="TorchException">
        /// An operation has no second derivative, an input's elements share memory, or the results' shape changes.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradgradcheck(x => x.Sin() * x, x)   // True
        /// </code></example>
        public static bool Gradgradcheck(
            Func<Tensor, Tensor> func, Tensor inputs, Tensor? gradOutputs = null, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool genNonContigGradOutputs = false, bool raiseException = true, double nondetTol = 0, bool checkUndefinedGrad = true,
            bool checkGradDtypes = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return Gradgradcheck(
                given => [func(given[0])], [inputs], gradOutputs is null ? [] : [gradOutputs], eps, atol, rtol, genNonContigGradOutputs,
                raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes);
        }

        /// <inheritdoc cref="Gradgradcheck(Func{Tensor, Tensor}, Tensor, Tensor?, double, double, double, bool, bool, double, bool, bool)"/>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradgradcheck(xs => xs[0] / xs[1], [x, x.Clone().Detach().RequiresGrad_()])   // True
        /// </code></example>
        public static bool Gradgradcheck(
            Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, Tensor? gradOutputs = null, double eps = 1e-6, double atol = 1e-5,
            double rtol = 1e-3, bool genNonContigGradOutputs = false, bool raiseException = true, double nondetTol = 0,
            bool checkUndefinedGrad = true, bool checkGradDtypes = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return Gradgradcheck(
                given => [func(given)], inputs, gradOutputs is null ? [] : [gradOutputs], eps, atol, rtol, genNonContigGradOutputs,
                raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes);
        }

        /// <inheritdoc cref="Gradgradcheck(Func{Tensor, Tensor}, Tensor, Tensor?, double, double, double, bool, bool, double, bool, bool)"/>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradgradcheck(xs => [xs[0].Sin(), xs[0].Cos()], [x])   // True
        /// </code></example>
        public static bool Gradgradcheck(
            Func<Tensor[], Tensor[]> func, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> gradOutputs = default, double eps = 1e-6,
            double atol = 1e-5, double rtol = 1e-3, bool genNonContigGradOutputs = false, bool raiseException = true,
            double nondetTol = 0, bool checkUndefinedGrad = true, bool checkGradDtypes = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            var given = Given(inputs);
            var behind = gradOutputs.IsEmpty
                ? Array.ConvertAll(
                    GradientCheck.Differentiable(func([.. given])), output => GradientCheck.RandomLike(output, genNonContigGradOutputs))
                : Given(gradOutputs);
            return Gradcheck(
                all =>
                {
                    var own = all[..given.Length];
                    var found = Grad(
                        GradientCheck.Differentiable(func(own)), [.. own.Where(static input => input.RequiresGrad)], allowUnused: true,
                        all[given.Length..], createGraph: true);
                    return [.. found.OfType<Tensor>()];
                },
                [.. given, .. behind], eps, atol, rtol, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes);
        }
    }
}
