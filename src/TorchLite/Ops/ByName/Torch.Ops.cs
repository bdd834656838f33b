using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Operators by name.</content>
public static partial class Torch
{
    /// <summary>Calls to any ATen operator by its name, for operators without a method here: PyTorch's <c>torch.ops.aten</c>.</summary>
    /// <remarks>
    /// Gradients are recorded, and errors are those of libtorch. Arguments go by position, including those that Python takes by name only;
    /// what has a default can be left out at the end. The operators are those that PyTorch 2.6 and 2.14 have alike; the error about
    /// arguments that do not fit shows what an operator takes. No random generators: the default one is used.
    /// <para>
    /// Operators that are internal to libtorch (private ones, whose names begin with <c>_</c>, those that write into tensors they are
    /// given as <c>out</c>, the steps of backward, quantized ones, and those of other libraries) check little of what they are given: wrong
    /// arguments can end the process. They run only with <c>allowUnsafe: true</c>.
    /// </para>
    /// </remarks>
    /// <example><code>
    /// var x = Torch.Tensor([3.0, 1.0, 2.0]);
    /// Torch.Ops.Call("aten::add.Tensor", x, x, 10)   // tensor([33., 11., 22.])
    /// </code></example>
    public static class Ops
    {
        /// <summary>Calls an operator that has one result: PyTorch's <c>torch.ops.aten.name.overload(...)</c>.</summary>
        /// <param name="name">
        /// Its name: <c>aten::add.Tensor</c>; <c>aten::relu.default</c> is the overload without name; without overload,
        /// <c>aten::add</c>, the first that takes the arguments is called.
        /// </param>
        /// <param name="arguments">Tensors, numbers, strings, dtypes, devices, lists of these, or null, in the operator's order.</param>
        /// <returns>The result; a number or a list of numbers comes as a tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The operator or overload does not exist, an argument is missing or does not fit, the operator has several results or none, or
        /// libtorch refuses.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]);
        /// Torch.Ops.Call("aten::linalg_vector_norm", x, 1)                // tensor(10.)
        /// Torch.Ops.Call("aten::sum.dim_IntList", x, [1])                 // tensor([3., 7.])
        /// Torch.Ops.Call("aten::index.Tensor", x, [null, Torch.Tensor([1, 0])])
        /// // tensor([[2., 1.],
        /// //         [4., 3.]])
        /// </code></example>
        public static Tensor Call(string name, params ReadOnlySpan<OpArgument?> arguments) =>
            Call(name, arguments, allowUnsafe: false);

        /// <summary>Calls an operator that has one result, including operators whose arguments are not checked.</summary>
        /// <param name="name">Its name, as <see cref="Call(string, ReadOnlySpan{OpArgument?})"/> takes it.</param>
        /// <param name="arguments">Tensors, numbers, strings, dtypes, devices, lists of these, or null, in the operator's order.</param>
        /// <param name="allowUnsafe">
        /// Whether it may be an operator that libtorch means for its own use. Arguments which such an operator does not expect can end the
        /// process, or read and write memory that is not the tensors'.
        /// </param>
        /// <returns>The result; a number or a list of numbers comes as a tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The operator or overload does not exist, an argument is missing or does not fit, the operator has several results or none, it is
        /// unsafe and that was not allowed, or libtorch rejects the call.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Tensor([1.5, 2.5]);
        /// Torch.Ops.Call("aten::_to_copy", [x, DType.Int64], allowUnsafe: true)   // tensor([1, 2])
        /// </code></example>
        [OverloadResolutionPriority(-1)]
        public static Tensor Call(string name, ReadOnlySpan<OpArgument?> arguments, bool allowUnsafe)
        {
            var schema = Operators.Find(name, arguments, allowUnsafe);
            if (!schema.IsSingle)
            {
                throw new TorchException($"{name} does not have one result: use CallSeveral");
            }

            return Operators.Call(schema, arguments)[0]!;
        }

        /// <summary>
        /// Calls an operator that has several results, a list of tensors, or none: PyTorch's <c>torch.ops.aten.name.overload(...)</c>.
        /// </summary>
        /// <param name="name">Its name, as <see cref="Call(string, ReadOnlySpan{OpArgument?})"/> takes it.</param>
        /// <param name="arguments">Tensors, numbers, strings, dtypes, devices, lists of these, or null, in the operator's order.</param>
        /// <returns>The results, null where there is no tensor; one element for one result, none for none.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The operator or overload does not exist, an argument is missing or does not fit, or libtorch rejects the call.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]);
        /// var results = Torch.Ops.CallSeveral("aten::max.dim", x, 1);
        /// results[0]   // tensor([2., 4.])
        /// results[1]   // tensor([1, 1])
        /// </code></example>
        public static Tensor?[] CallSeveral(string name, params ReadOnlySpan<OpArgument?> arguments) =>
            CallSeveral(name, arguments, allowUnsafe: false);

        /// <summary>
        /// Calls an operator that has several results, a list of tensors, or none, including operators whose arguments are not checked.
        /// </summary>
        /// <param name="name">Its name, as <see cref="Call(string, ReadOnlySpan{OpArgument?})"/> takes it.</param>
        /// <param name="arguments">Tensors, numbers, strings, dtypes, devices, lists of these, or null, in the operator's order.</param>
        /// <param name="allowUnsafe">
        /// Whether it may be an operator that libtorch means for its own use. Arguments which such an operator does not expect can end the
        /// process, or read and write memory that is not the tensors'.
        /// </param>
        /// <returns>The results, null where there is no tensor; one element for one result, none for none.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The operator or overload does not exist, an argument is missing or does not fit, it is unsafe and that was not allowed, or
        /// libtorch refuses.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Tensor([1.0, 2.0]);
        /// var results = Torch.Ops.CallSeveral("aten::_foreach_mul.Scalar", [[x, x + 1], 10], allowUnsafe: true);
        /// results[1]   // tensor([20., 30.])
        /// </code></example>
        [OverloadResolutionPriority(-1)]
        public static Tensor?[] CallSeveral(string name, ReadOnlySpan<OpArgument?> arguments, bool allowUnsafe) =>
            Operators.Call(Operators.Find(name, arguments, allowUnsafe), arguments);
    }
}
