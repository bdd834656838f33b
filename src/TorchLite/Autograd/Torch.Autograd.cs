using System.Diagnostics;

namespace TorchLite;

/// <content>Gradients of functions of several tensors.</content>
public static partial class Torch
{
    /// <summary>Gradients: PyTorch's <c>torch.autograd</c>.</summary>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// var first = Torch.Autograd.Grad(x.Pow(3), x, createGraph: true);
    /// Torch.Autograd.Grad(first, x)   // tensor([12.])
    /// </code></example>
    public static partial class Autograd
    {
        /// <summary>
        /// The gradient of one tensor with respect to another, without adding to any <see cref="TorchLite.Tensor.Grad"/>: PyTorch's
        /// <c>torch.autograd.grad(outputs, inputs)[0]</c>.
        /// </summary>
        /// <param name="outputs">The function to differentiate.</param>
        /// <param name="inputs">The tensor with respect to which to differentiate: a leaf or an intermediate result.</param>
        /// <param name="gradOutputs">The upstream gradient, of the output's shape; null: 1, for one element.</param>
        /// <param name="retainGraph">Whether to keep what a second call needs; null: as <paramref name="createGraph"/>.</param>
        /// <param name="createGraph">Whether to record the computation of the gradient too, for higher derivatives.</param>
        /// <param name="isGradsBatched">
        /// Whether the gradient's first dimension is a batch of gradients, all processed in one pass; the result has that
        /// dimension too. Untried on macOS.
        /// </param>
        /// <param name="materializeGrads">Whether an input on which nothing depends gets zeros; otherwise it is an error.</param>
        /// <returns>A new tensor of the input's shape.</returns>
        /// <exception cref="ArgumentNullException">A tensor is null.</exception>
        /// <exception cref="TorchException">
        /// Nothing was recorded, the output does not depend on the input, it has more than one element and no gradient was given, the
        /// gradient's shape differs, recorded values were freed by an earlier call or changed in place since.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Tensor([2.0, 3.0], requiresGrad: true);
        /// Torch.Autograd.Grad(x.Pow(2).Sum(), x)                     // tensor([4., 6.])
        /// Torch.Autograd.Grad(x.Pow(2), x, Torch.Tensor([1.0, 0]))   // tensor([4., 0.])
        /// </code></example>
        public static Tensor Grad(
            Tensor outputs, Tensor inputs, Tensor? gradOutputs = null, bool? retainGraph = null, bool createGraph = false,
            bool isGradsBatched = false, bool materializeGrads = false) =>
            Grad(outputs, [inputs], gradOutputs, retainGraph, createGraph, isGradsBatched, materializeGrads)[0];

        /// <summary>
        /// The gradients of one tensor with respect to several, without adding to any <see cref="TorchLite.Tensor.Grad"/>: PyTorch's
        /// <c>torch.autograd.grad(outputs, inputs)</c>.
        /// </summary>
        /// <inheritdoc cref="Grad(
        /// ReadOnlySpan{TorchLite.Tensor}, ReadOnlySpan{TorchLite.Tensor}, ReadOnlySpan{TorchLite.Tensor}, bool?, bool, bool, bool)"/>
        /// <example><code>
        /// var (x, w) = (Torch.Tensor([2.0], requiresGrad: true), Torch.Tensor([5.0], requiresGrad: true));
        /// Torch.Autograd.Grad(x * w, [x, w])[0]   // tensor([5.])
        /// </code></example>
        public static Tensor[] Grad(
            Tensor outputs, ReadOnlySpan<Tensor> inputs, Tensor? gradOutputs = null, bool? retainGraph = null, bool createGraph = false,
            bool isGradsBatched = false, bool materializeGrads = false) =>
            Grad([outputs], inputs, gradOutputs is null ? [] : [gradOutputs], retainGraph, createGraph, isGradsBatched, materializeGrads);

        /// <summary>
        /// The gradients of tensors, added up, with respect to others, without adding to any <see cref="TorchLite.Tensor.Grad"/>:
        /// PyTorch's <c>torch.autograd.grad(outputs, inputs)</c>.
        /// </summary>
        /// <param name="outputs">The function to differentiate.</param>
        /// <param name="inputs">The tensors with respect to which to differentiate: leaves or intermediate results.</param>
        /// <param name="gradOutputs">
        /// For each output the upstream gradient, of its shape; null: 1, for one element. None: so for all.
        /// </param>
        /// <param name="retainGraph">Whether to keep what a second call needs; null: as <paramref name="createGraph"/>.</param>
        /// <param name="createGraph">Whether to record the computation of the gradients too, for higher derivatives.</param>
        /// <param name="isGradsBatched">
        /// Whether the gradients' first dimension is a batch of gradients, all processed in one pass; the results have that
        /// dimension too. Untried on macOS.
        /// </param>
        /// <param name="materializeGrads">Whether an input on which nothing depends gets zeros; otherwise it is an error.</param>
        /// <returns>For each input a new tensor of its shape.</returns>
        /// <exception cref="ArgumentNullException">A tensor is null.</exception>
        /// <exception cref="TorchValueException">There are no inputs.</exception>
        /// <exception cref="TorchException">
        /// Nothing was recorded, no output depends on an input, one has more than one element and no gradient was given, a gradient's
        /// shape differs, recorded values were freed by an earlier call or changed in place since.
        /// </exception>
        /// <example><code>
        /// var (x, w) = (Torch.Tensor([2.0], requiresGrad: true), Torch.Tensor([5.0], requiresGrad: true));
        /// var gradients = Torch.Autograd.Grad([x * w], [x, w]);
        /// gradients[0]   // tensor([5.])
        /// gradients[1]   // tensor([2.])
        /// </code></example>
        public static Tensor[] Grad(
            ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor?> gradOutputs = default,
            bool? retainGraph = null, bool createGraph = false, bool isGradsBatched = false, bool materializeGrads = false)
        {
            var found = Grad(outputs, inputs, allowUnused: materializeGrads, gradOutputs, retainGraph, createGraph, isGradsBatched);
            for (var i = 0; i < found.Length; i++)
            {
                found[i] ??= ZerosLike(inputs[i]);
            }

            return found!;
        }

        /// <summary>As above, with null for an input on which the output does not depend, if that is allowed.</summary>
        /// <inheritdoc cref="Grad(
        /// ReadOnlySpan{TorchLite.Tensor}, ReadOnlySpan{TorchLite.Tensor}, bool, ReadOnlySpan{TorchLite.Tensor}, bool?, bool, bool)"/>
        /// <example><code>
        /// var (x, w) = (Torch.Tensor([2.0], requiresGrad: true), Torch.Tensor([5.0], requiresGrad: true));
        /// Torch.Autograd.Grad(x * 3, [x, w], allowUnused: true)[1] is null   // True
        /// </code></example>
        public static Tensor?[] Grad(
            Tensor outputs, ReadOnlySpan<Tensor> inputs, bool allowUnused, Tensor? gradOutputs = null, bool? retainGraph = null,
            bool createGraph = false, bool isGradsBatched = false) =>
            Grad([outputs], inputs, allowUnused, gradOutputs is null ? [] : [gradOutputs], retainGraph, createGraph, isGradsBatched);

        /// <summary>As above, with null for an input on which no output depends, if that is allowed.</summary>
        /// <param name="outputs">The function to differentiate.</param>
        /// <param name="inputs">The tensors with respect to which to differentiate: leaves or intermediate results.</param>
        /// <param name="allowUnused">Whether no output need depend on an input.</param>
        /// <param name="gradOutputs">
        /// For each output the upstream gradient, of its shape; null: 1, for one element. None: so for all.
        /// </param>
        /// <param name="retainGraph">Whether to keep what a second call needs; null: as <paramref name="createGraph"/>.</param>
        /// <param name="createGraph">Whether to record the computation of the gradients too, for higher derivatives.</param>
        /// <param name="isGradsBatched">
        /// Whether the gradients' first dimension is a batch of gradients, all processed in one pass; the results have that
        /// dimension too. Untried on macOS.
        /// </param>
        /// <returns>For each input a new tensor of its shape, or null.</returns>
        /// <exception cref="ArgumentNullException">A tensor is null.</exception>
        /// <exception cref="TorchValueException">There are no inputs.</exception>
        /// <exception cref="TorchException">
        /// Nothing was recorded, no output depends on an input and that is not allowed, one has more than one element and no gradient was
        /// given, a gradient's shape differs, recorded values were freed by an earlier call or changed in place since.
        /// </exception>
        /// <example><code>
        /// var (x, w) = (Torch.Tensor([2.0], requiresGrad: true), Torch.Tensor([5.0], requiresGrad: true));
        /// Torch.Autograd.Grad([x * 3], [x, w], allowUnused: true)[1] is null   // True
        /// </code></example>
        public static Tensor?[] Grad(
            ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor> inputs, bool allowUnused, ReadOnlySpan<Tensor?> gradOutputs = default,
            bool? retainGraph = null, bool createGraph = false, bool isGradsBatched = false)
        {
            var gradients = Gradients(outputs, gradOutputs, isGradsBatched);
            if (inputs.IsEmpty)
            {
                throw new TorchValueException("grad requires non-empty inputs.");
            }

            var (ends, beginnings) = (NotNull(outputs), NotNull(inputs));
            CheckRecorded(ends, beginnings);
            Tensor?[] Back(Tensor[] given) => Engine.Grad(ends, beginnings, given, retainGraph ?? createGraph, createGraph);
            var found = isGradsBatched ? Vmap.Run(Back, gradients) : Back(gradients);
            var unused = Array.IndexOf(found, null);
            return allowUnused || unused < 0 ? found
                : throw new TorchException(
                    $"The differentiated Tensor at index {unused} appears to not have been used in the graph. Set allow_unused=True if this"
                    + $" is the desired behavior.");
        }

        /// <summary>As <see cref="Tensor.Backward"/> of the tensor: PyTorch's <c>torch.autograd.backward(tensor)</c>.</summary>
        /// <param name="tensors">The function to differentiate.</param>
        /// <param name="gradTensors">The upstream gradient, of its shape; null: 1, for one element.</param>
        /// <param name="retainGraph">Whether to keep what a second call needs; null: as <paramref name="createGraph"/>.</param>
        /// <param name="createGraph">Whether to record the computation of the gradients too, for higher derivatives.</param>
        /// <param name="inputs">The tensors that receive gradients, leaves or intermediate results; null: all leaves.</param>
        /// <exception cref="ArgumentNullException">The tensor is null.</exception>
        /// <exception cref="TorchException">
        /// Nothing was recorded, the tensor has more than one element and no gradient was given, the gradient's shape differs, recorded
        /// values were freed by an earlier call or changed in place since, or there are inputs and none is in the list.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Tensor([2.0], requiresGrad: true);
        /// Torch.Autograd.Backward(x.Pow(2));
        /// x.Grad   // tensor([4.])
        /// </code></example>
        public static void Backward(
            Tensor tensors, Tensor? gradTensors = null, bool? retainGraph = null, bool createGraph = false,
            IEnumerable<Tensor>? inputs = null) =>
            NotNull(tensors).Backward(gradTensors, retainGraph, createGraph, inputs);

        /// <summary>
        /// Computes the gradients of tensors, added up, with respect to the leaves they were computed from, and adds them to their
        /// <see cref="TorchLite.Tensor.Grad"/>: PyTorch's <c>torch.autograd.backward(tensors)</c>.
        /// </summary>
        /// <param name="tensors">The function to differentiate.</param>
        /// <param name="gradTensors">
        /// For each tensor the upstream gradient, of its shape; null: 1, for one element. None: so for all.
        /// </param>
        /// <param name="retainGraph">Whether to keep what a second call needs; null: as <paramref name="createGraph"/>.</param>
        /// <param name="createGraph">Whether to record the computation of the gradients too, for higher derivatives.</param>
        /// <param name="inputs">The tensors that receive gradients, leaves or intermediate results; null: all leaves.</param>
        /// <exception cref="ArgumentNullException">A tensor is null.</exception>
        /// <exception cref="TorchException">
        /// Nothing was recorded, a tensor has more than one element and no gradient was given, a gradient's shape differs, recorded values
        /// were freed by an earlier call or changed in place since, or there are inputs and none is in the list.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Tensor([2.0], requiresGrad: true);
        /// Torch.Autograd.Backward([x * 3, x.Pow(2)]);
        /// x.Grad   // tensor([7.])
        /// </code></example>
        public static void Backward(
            ReadOnlySpan<Tensor> tensors, ReadOnlySpan<Tensor?> gradTensors = default, bool? retainGraph = null, bool createGraph = false,
            IEnumerable<Tensor>? inputs = null) =>
            Engine.Backward(
                NotNull(tensors), Gradients(tensors, gradTensors), retainGraph ?? createGraph, createGraph, inputs?.ToArray());

        // What PyTorch's _make_grads asks of them, in its words; null stands for 1.
        private static Tensor[] Gradients(ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor?> given, bool isBatched = false)
        {
            if (!given.IsEmpty && given.Length < outputs.Length)
            {
                throw new TorchException($"got {outputs.Length} tensors and {given.Length} gradients");
            }

            var gradients = new Tensor[outputs.Length];
            for (var i = 0; i < gradients.Length; i++)
            {
                var (output, gradient) = (outputs[i], given.IsEmpty ? null : given[i]);
                ArgumentNullException.ThrowIfNull(output, nameof(outputs));
                gradients[i] = gradient is null ? One(output, i) : Fitting(gradient, output, i, isBatched);
            }

            return gradients;
        }

        private static Tensor Fitting(Tensor gradient, Tensor output, int place, bool isBatched) =>
            (isBatched ? gradient[0] : gradient).Shape is var shape && shape != output.Shape
                ? throw new TorchException(
                    (isBatched
                        ? "If `is_grads_batched=True`, we interpret the first dimension of each grad_output as the batch dimension. The"
                            + " sizes of the remaining dimensions are expected to match the shape of corresponding output, but a mismatch"
                            + " was detected: "
                        : "Mismatch in shape: ")
                    + $"grad_output[{place}] has a shape of {shape} and output[{place}] has a shape of {output.Shape}."
                    + (isBatched ? " If you only want some tensors in `grad_output` to be considered batched, consider using vmap." : ""))
            : gradient.DType.IsComplex != output.DType.IsComplex
                ? throw new TorchException(
                    $"For complex Tensors, both grad_output and output are required to have the same dtype. Mismatch in dtype:"
                    + $" grad_output[{place}] has a dtype of {gradient.DType} and output[{place}] has a dtype of {output.DType}.")
            : gradient;

        /// <summary>The places of those tensors that require a gradient.</summary>
        internal static int[] PlacesOfRecorded(Tensor?[] tensors) =>
            [.. Enumerable.Range(0, tensors.Length).Where(i => tensors[i] is { RequiresGrad: true })];

        private static void CheckRecorded(Tensor[] outputs, Tensor[] inputs)
        {
            if (Array.FindIndex(outputs, static output => !output.RequiresGrad) is >= 0 and var place)
            {
                throw Unrecorded(place);
            }

            if (Array.Exists(inputs, static input => !input.RequiresGrad))
            {
                throw new TorchException("One of the differentiated Tensors does not require grad");
            }
        }

        [StackTraceHidden]
        private static Tensor One(Tensor output, int place) =>
            !output.RequiresGrad ? throw Unrecorded(place)
            : output.Numel() != 1 ? throw new TorchException("grad can be implicitly created only for scalar outputs")
            : output.DType.IsComplex
                ? throw new TorchException($"grad can be implicitly created only for real scalar outputs but got {output.DType}")
            : OnesLike(output);

        private static TorchException Unrecorded(int place) =>
            new($"element {place} of tensors does not require grad and does not have a grad_fn");
    }
}
