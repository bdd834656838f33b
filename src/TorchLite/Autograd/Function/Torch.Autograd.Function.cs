using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Custom autograd functions.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        /// <summary>
        /// An operation with a custom backward step, of one argument: PyTorch's <c>torch.autograd.Function</c>. Those of several
        /// arguments are <see cref="Function{T1, T2, TOut}"/> and its kin.
        /// </summary>
        /// <remarks>
        /// The forward step is not recorded; the backward step is, where a graph of the gradients is requested, so that it can be
        /// differentiated again. What either throws comes out of the call of <c>Apply</c> or <c>Backward</c> as it was thrown. A list of
        /// tensors, or a tuple with a tensor in it, counts as that number of arguments: each has its gradient.
        /// <para>A class stores objects other than tensors in its fields:</para>
        /// <code>
        /// new Scale(10).Apply(Torch.Tensor([1.0, 2.0], requiresGrad: true))   // tensor([10., 20.], grad_fn=&lt;ScaleBackward&gt;)
        ///
        /// sealed class Scale(double factor) : Torch.Autograd.Function&lt;Tensor, Tensor&gt;
        /// {
        ///     protected override Tensor Forward(FunctionContext ctx, Tensor input) => input * factor;
        ///     protected override Tensor?[] Backward(FunctionContext ctx, Tensor gradOutputs) => [gradOutputs * factor];
        /// }
        /// </code>
        /// </remarks>
        /// <typeparam name="TIn">The type of the argument; a tensor has a gradient, and each of a list or a tuple.</typeparam>
        /// <typeparam name="TOut">Tensor, a tuple of tensors, or Tensor[].</typeparam>
        /// <example><code>
        /// var exp = Torch.Autograd.Function.Create&lt;Tensor, Tensor&gt;(
        ///     (ctx, x) => { var y = x.Exp(); ctx.SaveForBackward(y); return y; },
        ///     (ctx, grad) => [grad * ctx.SavedTensors[0]], "Exp");
        /// var x = Torch.Tensor([0.0, 1.0], requiresGrad: true);
        /// var y = exp(x);
        /// y                                        // tensor([1.0000, 2.7183], grad_fn=&lt;ExpBackward&gt;)
        /// y.Sum().Backward();
        /// x.Grad                                   // tensor([1.0000, 2.7183])
        /// </code></example>
        public abstract class Function<TIn, TOut>
        {
            /// <summary>Runs the forward step, and records it: PyTorch's <c>MyFunction.apply(input)</c>.</summary>
            /// <param name="input">The argument.</param>
            /// <returns>What the forward step gives, with its history.</returns>
            /// <exception cref="TorchException">A tensor that is marked as changed is not returned.</exception>
            public TOut Apply(TIn input) => Call<TOut>(Function.NameOf(this), [input], ctx => Forward(ctx, input), Backward);

            /// <summary>Computes the result: PyTorch's <c>forward(ctx, input)</c>. Nothing in it is recorded.</summary>
            /// <param name="ctx">The context that the backward step receives.</param>
            /// <param name="input">The argument.</param>
            /// <returns>The result.</returns>
            protected abstract TOut Forward(FunctionContext ctx, TIn input);

            /// <summary>Computes the gradient of the argument: PyTorch's <c>backward(ctx, *grad_outputs)</c>.</summary>
            /// <param name="ctx">The context with what the forward step stored.</param>
            /// <param name="gradOutputs">The gradients of the results, in their shapes.</param>
            /// <returns>The gradient in a list of one, or null in it: <c>[grad]</c>; of a list or a tuple one for each element.</returns>
            protected abstract Tensor?[] Backward(FunctionContext ctx, TOut gradOutputs);
        }

        /// <summary>
        /// An operation with a custom backward step, of two arguments: PyTorch's <c>torch.autograd.Function</c>. See
        /// <see cref="Function{TIn, TOut}"/>.
        /// </summary>
        /// <typeparam name="T1">The type of the first argument; a tensor has a gradient.</typeparam>
        /// <typeparam name="T2">The type of the second argument.</typeparam>
        /// <typeparam name="TOut">Tensor, a tuple of tensors, or Tensor[].</typeparam>
        /// <example><code>
        /// var scaled = Torch.Autograd.Function.Create&lt;Tensor, double, Tensor&gt;(
        ///     (ctx, x, factor) => { ctx.SaveState(factor); return x * factor; },
        ///     (ctx, grad) => [grad * ctx.State&lt;double&gt;(), null]);
        /// var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        /// scaled(x, 10).Sum().Backward();
        /// x.Grad   // tensor([10., 10.])
        /// </code></example>
        public abstract class Function<T1, T2, TOut>
        {
            /// <summary>Runs the forward step, and records it: PyTorch's <c>MyFunction.apply(...)</c>.</summary>
            /// <param name="input1">The first argument.</param>
            /// <param name="input2">The second argument.</param>
            /// <returns>What the forward step gives, with its history.</returns>
            /// <exception cref="TorchException">A tensor that is marked as changed is not returned.</exception>
            public TOut Apply(T1 input1, T2 input2) =>
                Call<TOut>(Function.NameOf(this), [input1, input2], ctx => Forward(ctx, input1, input2), Backward);

            /// <inheritdoc cref="Function{TIn, TOut}.Forward"/>
            /// <param name="ctx">The context that the backward step receives.</param>
            /// <param name="input1">The first argument.</param>
            /// <param name="input2">The second argument.</param>
            protected abstract TOut Forward(FunctionContext ctx, T1 input1, T2 input2);

            /// <summary>Computes the gradients of the arguments: PyTorch's <c>backward(ctx, *grad_outputs)</c>.</summary>
            /// <param name="ctx">The context with what the forward step stored.</param>
            /// <param name="gradOutputs">The gradients of the results, in their shapes.</param>
            /// <returns>For each argument its gradient; null for an argument that is not a tensor or does not need one.</returns>
            protected abstract Tensor?[] Backward(FunctionContext ctx, TOut gradOutputs);
        }

        /// <summary>
        /// An operation with a custom backward step, of three arguments: PyTorch's <c>torch.autograd.Function</c>. See
        /// <see cref="Function{TIn, TOut}"/>.
        /// </summary>
        /// <typeparam name="T1">The type of the first argument; a tensor has a gradient.</typeparam>
        /// <typeparam name="T2">The type of the second argument.</typeparam>
        /// <typeparam name="T3">The type of the third argument.</typeparam>
        /// <typeparam name="TOut">Tensor, a tuple of tensors, or Tensor[].</typeparam>
        /// <example><code>
        /// var linear = Torch.Autograd.Function.Create&lt;Tensor, Tensor, Tensor, Tensor&gt;(
        ///     (ctx, x, w, b) => { ctx.SaveForBackward(x, w); return x * w + b; },
        ///     (ctx, grad) => [grad * ctx.SavedTensors[1], grad * ctx.SavedTensors[0], grad]);
        /// var (x, w, b) = (Torch.Tensor([2.0], requiresGrad: true), Torch.Tensor([3.0], requiresGrad: true), Torch.Tensor([1.0]));
        /// linear(x, w, b).Backward();
        /// x.Grad   // tensor([3.])
        /// w.Grad   // tensor([2.])
        /// </code></example>
        public abstract class Function<T1, T2, T3, TOut>
        {
            /// <summary>Runs the forward step, and records it: PyTorch's <c>MyFunction.apply(...)</c>.</summary>
            /// <param name="input1">The first argument.</param>
            /// <param name="input2">The second argument.</param>
            /// <param name="input3">The third argument.</param>
            /// <returns>What the forward step gives, with its history.</returns>
            /// <exception cref="TorchException">A tensor that is marked as changed is not returned.</exception>
            public TOut Apply(T1 input1, T2 input2, T3 input3) =>
                Call<TOut>(Function.NameOf(this), [input1, input2, input3], ctx => Forward(ctx, input1, input2, input3), Backward);

            /// <inheritdoc cref="Function{TIn, TOut}.Forward"/>
            /// <param name="ctx">The context that the backward step receives.</param>
            /// <param name="input1">The first argument.</param>
            /// <param name="input2">The second argument.</param>
            /// <param name="input3">The third argument.</param>
            protected abstract TOut Forward(FunctionContext ctx, T1 input1, T2 input2, T3 input3);

            /// <inheritdoc cref="Function{T1, T2, TOut}.Backward"/>
            /// <param name="ctx">The context with what the forward step stored.</param>
            /// <param name="gradOutputs">The gradients of the results, in their shapes.</param>
            protected abstract Tensor?[] Backward(FunctionContext ctx, TOut gradOutputs);
        }

        /// <summary>Custom functions from two lambdas, without a class.</summary>
        /// <example><code>
        /// var negate = Torch.Autograd.Function.Create&lt;Tensor, Tensor&gt;((ctx, x) => -x, (ctx, grad) => [-grad]);
        /// negate(Torch.Tensor([1.0]))   // tensor([-1.])
        /// </code></example>
        public static class Function
        {
            /// <summary>A custom function of one argument.</summary>
            /// <typeparam name="TIn">The type of the argument.</typeparam>
            /// <typeparam name="TOut">Tensor, a tuple of tensors, or Tensor[].</typeparam>
            /// <param name="forward">Computes the result.</param>
            /// <param name="backward">Computes the gradient of the argument, in a list of one.</param>
            /// <param name="name">What a result's <c>grad_fn</c> is called, with "Backward" behind it.</param>
            /// <returns>The function.</returns>
            public static Func<TIn, TOut> Create<TIn, TOut>(
                Func<FunctionContext, TIn, TOut> forward, Func<FunctionContext, TOut, Tensor?[]> backward, string name = "Function") =>
                input => Call<TOut>($"{name}Backward", [input], ctx => forward(ctx, input), backward);

            /// <summary>A custom function of two arguments.</summary>
            /// <typeparam name="T1">The type of the first argument.</typeparam>
            /// <typeparam name="T2">The type of the second argument.</typeparam>
            /// <typeparam name="TOut">Tensor, a tuple of tensors, or Tensor[].</typeparam>
            /// <param name="forward">Computes the result.</param>
            /// <param name="backward">Computes the gradients of the arguments; null for an argument that is not a tensor.</param>
            /// <param name="name">What a result's <c>grad_fn</c> is called, with "Backward" behind it.</param>
            /// <returns>The function.</returns>
            public static Func<T1, T2, TOut> Create<T1, T2, TOut>(
                Func<FunctionContext, T1, T2, TOut> forward, Func<FunctionContext, TOut, Tensor?[]> backward, string name = "Function") =>
                (a, b) => Call<TOut>($"{name}Backward", [a, b], ctx => forward(ctx, a, b), backward);

            /// <summary>A custom function of three arguments.</summary>
            /// <typeparam name="T1">The type of the first argument.</typeparam>
            /// <typeparam name="T2">The type of the second argument.</typeparam>
            /// <typeparam name="T3">The type of the third argument.</typeparam>
            /// <typeparam name="TOut">Tensor, a tuple of tensors, or Tensor[].</typeparam>
            /// <param name="forward">Computes the result.</param>
            /// <param name="backward">Computes the gradients of the arguments; null for an argument that is not a tensor.</param>
            /// <param name="name">What a result's <c>grad_fn</c> is called, with "Backward" behind it.</param>
            /// <returns>The function.</returns>
            public static Func<T1, T2, T3, TOut> Create<T1, T2, T3, TOut>(
                Func<FunctionContext, T1, T2, T3, TOut> forward, Func<FunctionContext, TOut, Tensor?[]> backward,
                string name = "Function") =>
                (a, b, c) => Call<TOut>($"{name}Backward", [a, b, c], ctx => forward(ctx, a, b, c), backward);

            internal static string NameOf(object function) => $"{function.GetType().Name.Split('`')[0]}Backward";
        }

        private static TOut Call<TOut>(
            string name, object?[] arguments, Func<FunctionContext, TOut> forward, Func<FunctionContext, TOut, Tensor?[]> backward)
        {
            var context = new FunctionContext { Backward = backward };
            return Whole<TOut>(CustomNode.Run(name, context, Flat(arguments), () => Parts(forward(context)), Step(context, backward)));
        }

        private static object?[] Flat(object?[] arguments) =>
            !Array.Exists(arguments, IsSeveral) ? arguments
            : [.. arguments.SelectMany(static argument => IsSeveral(argument) ? Elements(argument!) : [argument])];

        private static bool IsSeveral(object? argument) =>
            argument is Tensor[] || (argument is ITuple && argument.GetType().GetGenericArguments().Contains(typeof(Tensor)));

        private static IEnumerable<object?> Elements(object several) =>
            several is Tensor[] tensors ? tensors : ((ITuple)several).Items();

        // By itself, so that the graph does not hold on to the arguments, which the other delegate knows.
        private static Func<Tensor?[], Tensor?[]> Step<TOut>(FunctionContext context, Func<FunctionContext, TOut, Tensor?[]> backward) =>
            gradients => backward(context, Whole<TOut>(gradients));

        private static Tensor[] Parts<TOut>(TOut output) => output switch
        {
            null => [null!],
            Tensor tensor => [tensor],
            Tensor[] tensors => tensors,
            ITuple tuple => [.. Elements(tuple).Cast<Tensor>()],
            _ => throw new TorchTypeException($"a function gives a tensor, a tuple of tensors or Tensor[], not {typeof(TOut).Name}"),
        };

        private static TOut Whole<TOut>(Tensor?[] parts) =>
            typeof(TOut) == typeof(Tensor) ? (TOut)(object)parts[0]!
            : typeof(TOut) == typeof(Tensor[]) ? (TOut)(object)parts
            : (TOut)Tuple(parts, typeof(TOut).IsValueType);

        // Spelled out, so that they are there where code is compiled ahead of time.
        private static object Tuple(Tensor?[] parts, bool isValue) => parts switch
        {
            [var a] => isValue ? ValueTuple.Create(a) : System.Tuple.Create(a),
            [var a, var b] => isValue ? (a, b) : System.Tuple.Create(a, b),
            [var a, var b, var c] => isValue ? (a, b, c) : System.Tuple.Create(a, b, c),
            [var a, var b, var c, var d] => isValue ? (a, b, c, d) : System.Tuple.Create(a, b, c, d),
            [var a, var b, var c, var d, var e] => isValue ? (a, b, c, d, e) : System.Tuple.Create(a, b, c, d, e),
            [var a, var b, var c, var d, var e, var f] => isValue ? (a, b, c, d, e, f) : System.Tuple.Create(a, b, c, d, e, f),
            [var a, var b, var c, var d, var e, var f, var g] =>
                isValue ? (a, b, c, d, e, f, g) : System.Tuple.Create(a, b, c, d, e, f, g),
            _ => throw new TorchTypeException($"a function gives a tuple of at most 7 tensors, not of {parts.Length}; give Tensor[]"),
        };
    }
}
