namespace TorchLite;

/// <content>Jacobians and Hessians.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        /// <summary>
        /// Derivatives of functions at a point, without a gradient asked of any tensor: PyTorch's <c>torch.autograd.functional</c>.
        /// </summary>
        /// <remarks>
        /// A function of several tensors takes and gives arrays. The function sees copies of the inputs that record gradients and share
        /// their memory; with <c>createGraph</c> it sees the inputs themselves, so that what comes out can be differentiated once more.
        /// Whatever the function throws comes out as it was thrown.
        /// </remarks>
        /// <example><code>
        /// Torch.Autograd.Functional.Hessian(x => x.Pow(3).Sum(), Torch.Tensor([1.0, 2]))
        /// // tensor([[ 6.,  0.],
        /// //         [ 0., 12.]])
        /// </code></example>
        public static partial class Functional
        {
            /// <summary>
            /// The Jacobian of a function of one tensor: PyTorch's <c>torch.autograd.functional.jacobian</c>.
            /// </summary>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output does not depend on the input; otherwise the result is zeros.
            /// </param>
            /// <param name="vectorize">
            /// Whether all derivatives are computed in one pass, which takes their memory at once, and no custom function in between
            /// may look at values. Untried on macOS.
            /// </param>
            /// <param name="strategy">Reverse or forward mode; forward mode only with <paramref name="vectorize"/>.</param>
            /// <returns>A new tensor of the output's shape followed by the input's.</returns>
            /// <exception cref="ArgumentNullException">The function or the input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The input has an integer dtype, or in strict mode the output is not computed from it.
            /// </exception>
            /// <exception cref="TorchNotImplementedException">
            /// In forward mode without <paramref name="vectorize"/> or with <paramref name="createGraph"/>, an operation has no such
            /// derivative, or vectorized elsewhere than on Linux on an x64 processor.
            /// </exception>
            /// <example><code>
            /// Torch.Autograd.Functional.Jacobian(x => x.Pow(2), Torch.Tensor([1.0, 2]))
            /// // tensor([[2., 0.],
            /// //         [0., 4.]])
            /// </code></example>
            public static Tensor Jacobian(
                Func<Tensor, Tensor> func, Tensor inputs, bool createGraph = false, bool strict = false, bool vectorize = false,
                JacobianStrategy strategy = JacobianStrategy.ReverseMode) =>
                All(OfOne(func), [inputs], createGraph, strict, isTuple: false, vectorize, strategy)[0][0];

            /// <summary>
            /// The Jacobian of a function of several tensors: PyTorch's <c>torch.autograd.functional.jacobian</c>.
            /// </summary>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output does not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <param name="vectorize">
            /// Whether all derivatives are computed in one pass, which takes their memory at once, and no custom function in between
            /// may look at values. Untried on macOS.
            /// </param>
            /// <param name="strategy">Reverse or forward mode; forward mode only with <paramref name="vectorize"/>.</param>
            /// <returns>For each input a new tensor of the output's shape followed by the input's.</returns>
            /// <exception cref="ArgumentNullException">The function or an input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// An input has an integer dtype, or in strict mode the output is not computed from it.
            /// </exception>
            /// <exception cref="TorchNotImplementedException">
            /// In forward mode without <paramref name="vectorize"/> or with <paramref name="createGraph"/>, an operation has no such
            /// derivative, or vectorized elsewhere than on Linux on an x64 processor.
            /// </exception>
            /// <example><code>
            /// var parts = Torch.Autograd.Functional.Jacobian(xs => xs[0] * xs[1], [Torch.Tensor([1.0, 2]), Torch.Tensor(5.0)]);
            /// parts[0]
            /// // tensor([[5., 0.],
            /// //         [0., 5.]])
            /// parts[1]   // tensor([1., 2.])
            /// </code></example>
            public static Tensor[] Jacobian(
                Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, bool createGraph = false, bool strict = false,
                bool vectorize = false, JacobianStrategy strategy = JacobianStrategy.ReverseMode) =>
                All(ToOne(func), NotNull(inputs), createGraph, strict, isTuple: false, vectorize, strategy)[0];

            /// <summary>
            /// The Jacobian of a function of several tensors with several results: PyTorch's
            /// <c>torch.autograd.functional.jacobian</c>.
            /// </summary>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that an output does not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <param name="vectorize">
            /// Whether all derivatives are computed in one pass, which takes their memory at once, and no custom function in between
            /// may look at values. Untried on macOS.
            /// </param>
            /// <param name="strategy">Reverse or forward mode; forward mode only with <paramref name="vectorize"/>.</param>
            /// <returns>For each output, for each input, a new tensor of the output's shape followed by the input's.</returns>
            /// <exception cref="ArgumentNullException">The function or an input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// An input has an integer dtype, or in strict mode an output is not computed from it.
            /// </exception>
            /// <exception cref="TorchNotImplementedException">
            /// In forward mode without <paramref name="vectorize"/> or with <paramref name="createGraph"/>, an operation has no such
            /// derivative, or vectorized elsewhere than on Linux on an x64 processor.
            /// </exception>
            /// <example><code>
            /// var parts = Torch.Autograd.Functional.Jacobian(xs => [xs[0].Sum(), xs[1] * 3], [Torch.Ones(2), Torch.Ones(1)]);
            /// parts[0][0]   // tensor([1., 1.])
            /// parts[0][1]   // tensor([0.])
            /// parts[1][1]   // tensor([[3.]])
            /// </code></example>
            public static Tensor[][] Jacobian(
                Func<Tensor[], Tensor[]> func, ReadOnlySpan<Tensor> inputs, bool createGraph = false, bool strict = false,
                bool vectorize = false, JacobianStrategy strategy = JacobianStrategy.ReverseMode) =>
                All(Checked(func), NotNull(inputs), createGraph, strict, isTuple: true, vectorize, strategy);

            /// <summary>
            /// The Hessian of a function of one tensor: PyTorch's <c>torch.autograd.functional.hessian</c>.
            /// </summary>
            /// <param name="func">The function to differentiate; its result has one element.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output, or its derivative, does not depend on the input; otherwise the result is zeros.
            /// </param>
            /// <param name="vectorize">
            /// Whether all derivatives are computed in one pass, which takes their memory at once, and no custom function in between
            /// may look at values. Untried on macOS.
            /// </param>
            /// <param name="outerJacobianStrategy">Reverse or forward mode; forward mode only with <paramref name="vectorize"/>.</param>
            /// <returns>A new tensor of the input's shape, twice.</returns>
            /// <exception cref="ArgumentNullException">The function or the input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The result has more than one element, the input has an integer dtype, or in strict mode a derivative is a constant.
            /// </exception>
            /// <exception cref="TorchNotImplementedException">
            /// In forward mode without <paramref name="vectorize"/> or with <paramref name="createGraph"/>, an operation has no such
            /// derivative, or vectorized elsewhere than on Linux on an x64 processor.
            /// </exception>
            /// <example><code>
            /// Torch.Autograd.Functional.Hessian(x => x[0].Pow(2) * x[1], Torch.Tensor([1.0, 2]))
            /// // tensor([[4., 2.],
            /// //         [2., 0.]])
            /// </code></example>
            public static Tensor Hessian(
                Func<Tensor, Tensor> func, Tensor inputs, bool createGraph = false, bool strict = false, bool vectorize = false,
                JacobianStrategy outerJacobianStrategy = JacobianStrategy.ReverseMode) =>
                Second(OfOne(func), [inputs], createGraph, strict, vectorize, outerJacobianStrategy)[0][0];

            /// <summary>
            /// The Hessian of a function of several tensors: PyTorch's <c>torch.autograd.functional.hessian</c>.
            /// </summary>
            /// <param name="func">The function to differentiate; its result has one element.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output, or a derivative of it, does not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <param name="vectorize">
            /// Whether all derivatives are computed in one pass, which takes their memory at once, and no custom function in between
            /// may look at values. Untried on macOS.
            /// </param>
            /// <param name="outerJacobianStrategy">Reverse or forward mode; forward mode only with <paramref name="vectorize"/>.</param>
            /// <returns>For each input, for each input, a new tensor of the first one's shape followed by the second one's.</returns>
            /// <exception cref="ArgumentNullException">The function or an input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The result has more than one element, an input has an integer dtype, or in strict mode a derivative is a constant.
            /// </exception>
            /// <exception cref="TorchNotImplementedException">
            /// In forward mode without <paramref name="vectorize"/> or with <paramref name="createGraph"/>, an operation has no such
            /// derivative, or vectorized elsewhere than on Linux on an x64 processor.
            /// </exception>
            /// <example><code>
            /// var parts = Torch.Autograd.Functional.Hessian(xs => xs[0].Pow(2) * xs[1], [Torch.Tensor(3.0), Torch.Tensor(5.0)]);
            /// parts[0][0]   // tensor(10.)
            /// parts[0][1]   // tensor(6.)
            /// parts[1][1]   // tensor(0.)
            /// </code></example>
            public static Tensor[][] Hessian(
                Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, bool createGraph = false, bool strict = false,
                bool vectorize = false, JacobianStrategy outerJacobianStrategy = JacobianStrategy.ReverseMode) =>
                Second(ToOne(func), NotNull(inputs), createGraph, strict, vectorize, outerJacobianStrategy);
        }
    }
}
