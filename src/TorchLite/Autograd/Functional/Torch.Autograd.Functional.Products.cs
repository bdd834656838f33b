namespace TorchLite;

/// <content>Products of derivatives with vectors.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        public static partial class Functional
        {
            /// <summary>
            /// The vector-Jacobian product of a function of one tensor: PyTorch's <c>torch.autograd.functional.vjp</c>.
            /// </summary>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">The vector, of the output's shape; null: 1, for an output of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output does not depend on the input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and the product, of the input's shape.</returns>
            /// <exception cref="ArgumentNullException">The function or the input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The vector's shape is not the output's, or there is none for more than one element; the input has an integer dtype; in
            /// strict mode, the output is not computed from it.
            /// </exception>
            /// <example><code>
            /// var (output, product) = Torch.Autograd.Functional.Vjp(x => x.Pow(2), Torch.Tensor([1.0, 2]), Torch.Tensor([1.0, 10]));
            /// output    // tensor([1., 4.])
            /// product   // tensor([ 2., 40.])
            /// </code></example>
            public static (Tensor FuncOutput, Tensor Vjp) Vjp(
                Func<Tensor, Tensor> func, Tensor inputs, Tensor? v = null, bool createGraph = false, bool strict = false)
            {
                var (outputs, product) = Backwards(OfOne(func), [inputs], v is null ? [] : [v], createGraph, strict, isTuple: false);
                return (outputs[0], product[0]);
            }

            /// <summary>
            /// The vector-Jacobian product of a function of several tensors: PyTorch's <c>torch.autograd.functional.vjp</c>.
            /// </summary>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">The vector, of the output's shape; null: 1, for an output of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output does not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and for each input the product, of its shape.</returns>
            /// <exception cref="ArgumentNullException">The function or an input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The vector's shape is not the output's, or there is none for more than one element; an input has an integer dtype; in
            /// strict mode, the output is not computed from it.
            /// </exception>
            /// <example><code>
            /// var (output, products) = Torch.Autograd.Functional.Vjp(xs => xs[0] * xs[1], [Torch.Tensor(2.0), Torch.Tensor(5.0)]);
            /// output        // tensor(10.)
            /// products[0]   // tensor(5.)
            /// products[1]   // tensor(2.)
            /// </code></example>
            public static (Tensor FuncOutput, Tensor[] Vjp) Vjp(
                Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, Tensor? v = null, bool createGraph = false, bool strict = false)
            {
                var (outputs, product) = Backwards(ToOne(func), NotNull(inputs), v is null ? [] : [v], createGraph, strict, isTuple: false);
                return (outputs[0], product);
            }

            /// <summary>
            /// The vector-Jacobian product of a function of several tensors with several results: PyTorch's
            /// <c>torch.autograd.functional.vjp</c>.
            /// </summary>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">For each output a vector of its shape; none: 1, for a single output of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the outputs do not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and for each input the product, of its shape.</returns>
            /// <exception cref="ArgumentNullException">The function, an input or a vector is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The vectors' number or shapes are not the outputs', or there are none for more than one element; an input is of whole
            /// numbers; in strict mode, an output is not computed from the inputs.
            /// </exception>
            /// <example><code>
            /// var one = Torch.Ones([]);
            /// var (outputs, products) = Torch.Autograd.Functional.Vjp(xs => [xs[0] * 2, xs[0] * 3], [one], [one, one]);
            /// products[0]   // tensor(5.)
            /// </code></example>
            public static (Tensor[] FuncOutput, Tensor[] Vjp) Vjp(
                Func<Tensor[], Tensor[]> func, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> v = default, bool createGraph = false,
                bool strict = false) =>
                Backwards(Checked(func), NotNull(inputs), NotNull(v), createGraph, strict, isTuple: true);

            /// <summary>
            /// The Jacobian-vector product of a function of one tensor: PyTorch's <c>torch.autograd.functional.jvp</c>.
            /// </summary>
            /// <remarks>As PyTorch's, it uses two backward passes, which needs second derivatives of the function's operations.</remarks>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">The vector, of the input's shape; null: 1, for an input of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output does not depend on the input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and the product, of the output's shape.</returns>
            /// <exception cref="ArgumentNullException">The function or the input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The vector's shape is not the input's, or there is none for more than one element; the input has an integer dtype; in
            /// strict mode, the output is not computed from it.
            /// </exception>
            /// <example><code>
            /// var (output, product) = Torch.Autograd.Functional.Jvp(x => x.Sum(), Torch.Tensor([1.0, 2]), Torch.Tensor([1.0, 10]));
            /// output    // tensor(3.)
            /// product   // tensor(11.)
            /// </code></example>
            public static (Tensor FuncOutput, Tensor Jvp) Jvp(
                Func<Tensor, Tensor> func, Tensor inputs, Tensor? v = null, bool createGraph = false, bool strict = false)
            {
                var (outputs, product) = Forwards(
                    OfOne(func), [inputs], v is null ? [] : [v], createGraph, strict, isTuple: false, isInputTuple: false);
                return (outputs[0], product[0]);
            }

            /// <summary>
            /// The Jacobian-vector product of a function of several tensors: PyTorch's <c>torch.autograd.functional.jvp</c>.
            /// </summary>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">For each input a vector of its shape; none: 1, for a single input of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output does not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and the product, of the output's shape.</returns>
            /// <exception cref="ArgumentNullException">The function, an input or a vector is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The vectors' number or shapes are not the inputs', or there are none for more than one element; an input is of whole
            /// numbers; in strict mode, the output is not computed from it.
            /// </exception>
            /// <example><code>
            /// var (x, y, one) = (Torch.Tensor(2.0), Torch.Tensor(5.0), Torch.Tensor(1.0));
            /// Torch.Autograd.Functional.Jvp(xs => xs[0] * xs[1], [x, y], [one, one]).Jvp   // tensor(7.)
            /// </code></example>
            public static (Tensor FuncOutput, Tensor Jvp) Jvp(
                Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> v = default, bool createGraph = false,
                bool strict = false)
            {
                var (outputs, product) = Forwards(
                    ToOne(func), NotNull(inputs), NotNull(v), createGraph, strict, isTuple: false, isInputTuple: true);
                return (outputs[0], product[0]);
            }

            /// <summary>
            /// The Jacobian-vector product of a function of several tensors with several results: PyTorch's
            /// <c>torch.autograd.functional.jvp</c>.
            /// </summary>
            /// <param name="func">The function to differentiate.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">For each input a vector of its shape; none: 1, for a single input of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that an output does not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and for each output the product, of its shape.</returns>
            /// <exception cref="ArgumentNullException">The function, an input or a vector is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The vectors' number or shapes are not the inputs', or there are none for more than one element; an input is of whole
            /// numbers; in strict mode, an output is not computed from it.
            /// </exception>
            /// <example><code>
            /// var (outputs, products) = Torch.Autograd.Functional.Jvp(xs => [xs[0] * 2, xs[0].Pow(2)], [Torch.Tensor([3.0])]);
            /// products[0]   // tensor([2.])
            /// products[1]   // tensor([6.])
            /// </code></example>
            public static (Tensor[] FuncOutput, Tensor[] Jvp) Jvp(
                Func<Tensor[], Tensor[]> func, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> v = default, bool createGraph = false,
                bool strict = false) =>
                Forwards(Checked(func), NotNull(inputs), NotNull(v), createGraph, strict, isTuple: true, isInputTuple: true);

            /// <summary>
            /// The vector-Hessian product of a function of one tensor: PyTorch's <c>torch.autograd.functional.vhp</c>.
            /// </summary>
            /// <param name="func">The function to differentiate; its result has one element.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">The vector, of the input's shape; null: 1, for an input of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output, or its derivative, does not depend on the input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and the product, of the input's shape.</returns>
            /// <exception cref="ArgumentNullException">The function or the input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The result has more than one element; the vector's shape is not the input's, or there is none for more than one element;
            /// the input has an integer dtype; in strict mode, a derivative is a constant.
            /// </exception>
            /// <example><code>
            /// var (x, v) = (Torch.Tensor([1.0, 2]), Torch.Tensor([1.0, 10]));
            /// Torch.Autograd.Functional.Vhp(x => x.Pow(3).Sum(), x, v).Vhp   // tensor([  6., 120.])
            /// </code></example>
            public static (Tensor FuncOutput, Tensor Vhp) Vhp(
                Func<Tensor, Tensor> func, Tensor inputs, Tensor? v = null, bool createGraph = false, bool strict = false)
            {
                var (output, product) = Twice(
                    OfOne(func), [inputs], v is null ? [] : [v], createGraph, strict, isInputTuple: false, isForward: false);
                return (output, product[0]);
            }

            /// <summary>
            /// The vector-Hessian product of a function of several tensors: PyTorch's <c>torch.autograd.functional.vhp</c>.
            /// </summary>
            /// <param name="func">The function to differentiate; its result has one element.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">For each input a vector of its shape; none: 1, for a single input of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output, or a derivative of it, does not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and for each input the product, of its shape.</returns>
            /// <exception cref="ArgumentNullException">The function, an input or a vector is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The result has more than one element; the vectors' number or shapes are not the inputs', or there are none for more than
            /// one element; an input has an integer dtype; in strict mode, a derivative is a constant.
            /// </exception>
            /// <example><code>
            /// var (x, y, one) = (Torch.Tensor(3.0), Torch.Tensor(5.0), Torch.Tensor(1.0));
            /// var products = Torch.Autograd.Functional.Vhp(xs => xs[0].Pow(2) * xs[1], [x, y], [one, one]).Vhp;
            /// products[0]   // tensor(16.)
            /// products[1]   // tensor(6.)
            /// </code></example>
            public static (Tensor FuncOutput, Tensor[] Vhp) Vhp(
                Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> v = default, bool createGraph = false,
                bool strict = false) =>
                Twice(ToOne(func), NotNull(inputs), NotNull(v), createGraph, strict, isInputTuple: true, isForward: false);

            /// <summary>
            /// The Hessian-vector product of a function of one tensor: PyTorch's <c>torch.autograd.functional.hvp</c>.
            /// </summary>
            /// <remarks>As PyTorch's, it uses three backward passes: <c>Vhp</c> is faster, and the same for smooth functions.</remarks>
            /// <param name="func">The function to differentiate; its result has one element.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">The vector, of the input's shape; null: 1, for an input of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output, or its derivative, does not depend on the input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and the product, of the input's shape.</returns>
            /// <exception cref="ArgumentNullException">The function or the input is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The result has more than one element; the vector's shape is not the input's, or there is none for more than one element;
            /// the input has an integer dtype; in strict mode, a derivative is a constant.
            /// </exception>
            /// <example><code>
            /// var (x, v) = (Torch.Tensor([1.0, 2]), Torch.Tensor([1.0, 10]));
            /// Torch.Autograd.Functional.Hvp(x => x.Pow(3).Sum(), x, v).Hvp   // tensor([  6., 120.])
            /// </code></example>
            public static (Tensor FuncOutput, Tensor Hvp) Hvp(
                Func<Tensor, Tensor> func, Tensor inputs, Tensor? v = null, bool createGraph = false, bool strict = false)
            {
                var (output, product) = Twice(
                    OfOne(func), [inputs], v is null ? [] : [v], createGraph, strict, isInputTuple: false, isForward: true);
                return (output, product[0]);
            }

            /// <summary>
            /// The Hessian-vector product of a function of several tensors: PyTorch's <c>torch.autograd.functional.hvp</c>.
            /// </summary>
            /// <param name="func">The function to differentiate; its result has one element.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">For each input a vector of its shape; none: 1, for a single input of one element.</param>
            /// <param name="createGraph">Whether to record the computation, for higher derivatives.</param>
            /// <param name="strict">
            /// Whether it is an error that the output, or a derivative of it, does not depend on an input; otherwise the result is zeros.
            /// </param>
            /// <returns>The function's result, and for each input the product, of its shape.</returns>
            /// <exception cref="ArgumentNullException">The function, an input or a vector is null.</exception>
            /// <exception cref="TorchTypeException">The function returns null.</exception>
            /// <exception cref="TorchException">
            /// The result has more than one element; the vectors' number or shapes are not the inputs', or there are none for more than
            /// one element; an input has an integer dtype; in strict mode, a derivative is a constant.
            /// </exception>
            /// <example><code>
            /// var (x, y, one) = (Torch.Tensor(3.0), Torch.Tensor(5.0), Torch.Tensor(1.0));
            /// Torch.Autograd.Functional.Hvp(xs => xs[0].Pow(2) * xs[1], [x, y], [one, one]).Hvp[0]   // tensor(16.)
            /// </code></example>
            public static (Tensor FuncOutput, Tensor[] Hvp) Hvp(
                Func<Tensor[], Tensor> func, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> v = default, bool createGraph = false,
                bool strict = false) =>
                Twice(ToOne(func), NotNull(inputs), NotNull(v), createGraph, strict, isInputTuple: true, isForward: true);
        }
    }
}
