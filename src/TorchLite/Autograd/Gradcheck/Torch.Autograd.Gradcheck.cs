namespace TorchLite;

/// <content>Gradients checked against finite differences.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        /// <summary>
        /// Whether the gradients of a function agree with finite differences of its results: PyTorch's
        /// <c>torch.autograd.gradcheck</c>.
        /// </summary>
        /// <remarks>
        /// For inputs of double precision, real or complex, that require gradients; others are constants. Their values are changed and
        /// put back meanwhile. A complex result is checked twice, its imaginary and its real part; so is a complex input, forwards. No
        /// input may be computed from another. PyTorch's <c>masked</c> is for sparse tensors, which are not here. PyTorch warns where an
        /// input is of less than double precision; here the check just fails.
        /// </remarks>
        /// <param name="func">The function to check, which must return the same result for the same input.</param>
        /// <param name="inputs">Where.</param>
        /// <param name="eps">The step of the finite differences, to each side.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="raiseException">Whether to throw an exception that reports a difference; otherwise the result is false.</param>
        /// <param name="nondetTol">The allowed difference between two runs of the same gradient.</param>
        /// <param name="checkUndefinedGrad">
        /// Whether the function's derivatives must do with results, or forwards with inputs, that have no gradient.
        /// </param>
        /// <param name="checkGradDtypes">Whether the gradients must have the inputs' dtypes.</param>
        /// <param name="checkBatchedGrad">
        /// Whether to check that batched gradients agree with gradients computed one after the other. Untried on macOS.
        /// </param>
        /// <param name="checkBatchedForwardGrad">The same of two directions forwards.</param>
        /// <param name="checkForwardAd">Whether to check forward-mode derivatives. Untried on macOS.</param>
        /// <param name="checkBackwardAd">Whether to check gradients.</param>
        /// <param name="fastMode">
        /// Whether only a random sum of the derivatives is compared, which takes as many calls as there are inputs and results, not
        /// elements.
        /// </param>
        /// <returns>True if the gradients are right; false only without <paramref name="raiseException"/>.</returns>
        /// <exception cref="ArgumentNullException">The function, an input or what the function gives is null.</exception>
        /// <exception cref="ArgumentException">Nothing is to be checked, or the one check needs the other.</exception>
        /// <exception cref="TorchValueException">No input requires gradients.</exception>
        /// <exception cref="TorchGradcheckException">The gradients are wrong; the message shows both values and their position.</exception>
        /// <exception cref="TorchException">An input's elements share memory, or the results' shape changes.</exception>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradcheck(x => x.Sin() * x, x)                                  // True
        /// Torch.Autograd.Gradcheck(x => x * x.Detach(), x, raiseException: false)   // False
        /// </code></example>
        public static bool Gradcheck(
            Func<Tensor, Tensor> func, Tensor inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool raiseException = true, double nondetTol = 0, bool checkUndefinedGrad = true, bool checkGradDtypes = false,
            bool checkBatchedGrad = false, bool checkBatchedForwardGrad = false, bool checkForwardAd = false, bool checkBackwardAd = true,
            bool fastMode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return Gradcheck(
                given => [func(given[0])], [inputs], eps, atol, rtol, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes,
                checkBatchedGrad, checkBatchedForwardGrad, checkForwardAd, checkBackwardAd, fastMode);
        }

        /// <inheritdoc cref="Gradcheck(
        /// Func{Tensor, Tensor}, Tensor, double, double, double, bool, double, bool, bool, bool, bool, bool, bool, bool)"/>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradcheck(xs => xs[0] / xs[1], [x, x.Clone().Detach().RequiresGrad_()])   // True
        /// </code></example>
        public static bool Gradcheck(
            Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool raiseException = true, double nondetTol = 0, bool checkUndefinedGrad = true, bool checkGradDtypes = false,
            bool checkBatchedGrad = false, bool checkBatchedForwardGrad = false, bool checkForwardAd = false, bool checkBackwardAd = true,
            bool fastMode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return Gradcheck(
                given => [func(given)], inputs, eps, atol, rtol, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes,
                checkBatchedGrad, checkBatchedForwardGrad, checkForwardAd, checkBackwardAd, fastMode);
        }

        /// <inheritdoc cref="Gradcheck(
        /// Func{Tensor, Tensor}, Tensor, double, double, double, bool, double, bool, bool, bool, bool, bool, bool, bool)"/>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradcheck(xs => [xs[0].Sin(), xs[0].Cos()], [x])   // True
        /// </code></example>
        public static bool Gradcheck(
            Func<Tensor[], Tensor[]> func, ReadOnlySpan<Tensor> inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3,
            bool raiseException = true, double nondetTol = 0, bool checkUndefinedGrad = true, bool checkGradDtypes = false,
            bool checkBatchedGrad = false, bool checkBatchedForwardGrad = false, bool checkForwardAd = false, bool checkBackwardAd = true,
            bool fastMode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            try
            {
                return new GradientCheck(
                    eps, atol, rtol, nondetTol, checkUndefinedGrad, checkGradDtypes, checkBatchedGrad, checkBatchedForwardGrad,
                    checkForwardAd, checkBackwardAd, fastMode).Run(func, NotNull(inputs));
            }
            catch (TorchGradcheckException) when (!raiseException)
            {
                return false;
            }
        }

        /// <summary>
        /// Whether the second derivatives of a function agree with finite differences of its gradients: PyTorch's
        /// <c>torch.autograd.gradgradcheck</c>.
        /// </summary>
        /// <remarks>It is <c>Gradcheck</c> of the gradients as a function of the inputs and of the gradients behind.</remarks>
        /// <param name="func">The function to check, which must return the same result for the same input.</param>
        /// <param name="inputs">Where.</param>
        /// <param name="gradOutputs">The upstream gradient, of the result's shape; null: random numbers.</param>
        /// <param name="eps">The step of the finite differences, to each side.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="genNonContigGradOutputs">Whether the random numbers are not contiguous in memory.</param>
        /// <param name="raiseException">Whether to throw an exception that reports a difference; otherwise the result is false.</param>
        /// <param name="nondetTol">The allowed difference between two runs of the same gradient.</param>
        /// <param name="checkUndefinedGrad">Whether the gradients' function must work with gradients of only some of them.</param>
        /// <param name="checkGradDtypes">Whether the gradients must have the inputs' dtypes.</param>
        /// <param name="checkBatchedGrad">
        /// Whether to check that batched gradients agree with gradients computed one after the other. Untried on macOS.
        /// </param>
        /// <param name="checkFwdOverRev">
        /// Whether to check forward-mode derivatives of the gradients. Untried on macOS.
        /// </param>
        /// <param name="checkRevOverRev">Whether to check the gradients of the gradients.</param>
        /// <param name="fastMode">
        /// Whether only a random sum of the derivatives is compared, which takes as many calls as there are inputs and results, not
        /// elements.
        /// </param>
        /// <returns>True if the second derivatives are right; false only without <paramref name="raiseException"/>.</returns>
        /// <exception cref="ArgumentNullException">The function, an input or what the function gives is null.</exception>
        /// <exception cref="ArgumentException">Nothing is to be checked, or the one check needs the other.</exception>
        /// <exception cref="TorchValueException">No input requires gradients.</exception>
        /// <exception cref="TorchGradcheckException">
        /// The second derivatives are wrong; the message shows both values and their position.
        /// </exception>
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
            bool checkGradDtypes = false,
            bool checkBatchedGrad = false, bool checkFwdOverRev = false, bool checkRevOverRev = true, bool fastMode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return Gradgradcheck(
                given => [func(given[0])], [inputs], gradOutputs is null ? [] : [gradOutputs], eps, atol, rtol, genNonContigGradOutputs,
                raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes, checkBatchedGrad, checkFwdOverRev,
                checkRevOverRev, fastMode);
        }

        /// <inheritdoc cref="Gradgradcheck(
        /// Func{Tensor, Tensor}, Tensor, Tensor?, double, double, double, bool, bool, double, bool, bool, bool, bool, bool, bool)"/>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradgradcheck(xs => xs[0] / xs[1], [x, x.Clone().Detach().RequiresGrad_()])   // True
        /// </code></example>
        public static bool Gradgradcheck(
            Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, Tensor? gradOutputs = null, double eps = 1e-6, double atol = 1e-5,
            double rtol = 1e-3, bool genNonContigGradOutputs = false, bool raiseException = true, double nondetTol = 0,
            bool checkUndefinedGrad = true, bool checkGradDtypes = false,
            bool checkBatchedGrad = false, bool checkFwdOverRev = false, bool checkRevOverRev = true, bool fastMode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            return Gradgradcheck(
                given => [func(given)], inputs, gradOutputs is null ? [] : [gradOutputs], eps, atol, rtol, genNonContigGradOutputs,
                raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes, checkBatchedGrad, checkFwdOverRev,
                checkRevOverRev, fastMode);
        }

        /// <inheritdoc cref="Gradgradcheck(
        /// Func{Tensor, Tensor}, Tensor, Tensor?, double, double, double, bool, bool, double, bool, bool, bool, bool, bool, bool)"/>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2], dtype: DType.Float64, requiresGrad: true);
        /// Torch.Autograd.Gradgradcheck(xs => [xs[0].Sin(), xs[0].Cos()], [x])   // True
        /// </code></example>
        public static bool Gradgradcheck(
            Func<Tensor[], Tensor[]> func, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> gradOutputs = default, double eps = 1e-6,
            double atol = 1e-5, double rtol = 1e-3, bool genNonContigGradOutputs = false, bool raiseException = true,
            double nondetTol = 0, bool checkUndefinedGrad = true, bool checkGradDtypes = false,
            bool checkBatchedGrad = false, bool checkFwdOverRev = false, bool checkRevOverRev = true, bool fastMode = false)
        {
            ArgumentNullException.ThrowIfNull(func);
            GradientCheck.Refuse(
                !checkFwdOverRev && !checkRevOverRev ? "Expected at least one of check_fwd_over_rev or check_rev_over_rev to be True"
                : checkUndefinedGrad && !checkRevOverRev ? "Setting check_undefined_grad=True requires check_rev_over_rev to be True"
                : checkBatchedGrad && !checkRevOverRev ? "Setting check_batched_grad=True requires check_rev_over_rev to be True"
                : null);
            var given = NotNull(inputs);
            var behind = gradOutputs.IsEmpty
                ? Array.ConvertAll(
                    GradientCheck.Differentiable(func([.. given])), output => GradientCheck.RandomLike(output, genNonContigGradOutputs))
                : NotNull(gradOutputs);
            if (behind.Length == 0 && Array.Exists(given, IsRecorded))
            {
                throw new TorchValueException("gradgradcheck expects at least one output that requires gradient.");
            }

            var (isInput, isBehind) = (Array.ConvertAll(given, IsRecorded), Array.ConvertAll(behind, IsRecorded));
            return Gradcheck(
                all =>
                {
                    // What the check forwards gives has a tangent, and no history.
                    var own = Recorded(all[..given.Length], isInput);
                    var found = Grad(
                        GradientCheck.Differentiable(func([.. own])), [.. own.Where((_, i) => isInput[i])], allowUnused: true,
                        Recorded(all[given.Length..], isBehind), createGraph: true);
                    return [.. found.OfType<Tensor>()];
                },
                [.. given, .. behind], eps, atol, rtol, raiseException, nondetTol, checkUndefinedGrad, checkGradDtypes, checkBatchedGrad,
                checkBatchedForwardGrad: false, checkFwdOverRev, checkRevOverRev, fastMode);

            static bool IsRecorded(Tensor tensor) => tensor.RequiresGrad;
            static Tensor[] Recorded(Tensor[] tensors, bool[] which) =>
                [.. tensors.Select((tensor, i) => which[i] ? tensor.RequiresGrad_() : tensor)];
        }
    }
}
