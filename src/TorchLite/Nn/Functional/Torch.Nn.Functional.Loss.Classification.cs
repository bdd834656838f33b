namespace TorchLite;

/// <content>Losses of classes.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                CrossEntropyLossOperator = new("aten::cross_entropy_loss"), NllLossOperator = new("aten::nll_loss_nd"),
                BinaryCrossEntropyOperator = new("aten::binary_cross_entropy"),
                BinaryCrossEntropyWithLogitsOperator = new("aten::binary_cross_entropy_with_logits"),
                CtcLossOperator = new("aten::ctc_loss", "Tensor"), CtcLossListOperator = new("aten::ctc_loss", "IntList"),
                MultiMarginLossOperator = new("aten::multi_margin_loss"),
                MultilabelMarginLossOperator = new("aten::multilabel_margin_loss"),
                SoftMarginLossOperator = new("aten::soft_margin_loss");

            /// <summary>The cross entropy between scores and classes: PyTorch's <c>cross_entropy</c>.</summary>
            /// <param name="input">The scores before the softmax, of shape (classes), (batch, classes) or (batch, classes, …).</param>
            /// <param name="target">
            /// The classes, as integers in the shape of the input without its classes; or their probabilities, in the shape of the input.
            /// </param>
            /// <param name="weight">A weight for each class; null: all are 1.</param>
            /// <param name="ignoreIndex">The class that does not count, where the target is integers.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="labelSmoothing">How much of the probability is spread over all classes, 0 to 1.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchIndexException">A class does not exist.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or the smoothing is not between 0 and 1.</exception>
            /// <example><code>
            /// var scores = Torch.Tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]);
            /// Torch.Nn.Functional.CrossEntropy(scores, Torch.Tensor([2, 0]))   // tensor(0.7531)
            /// Torch.Nn.Functional.CrossEntropy(scores, scores.Softmax(1), reduction: Reduction.None)   // tensor([0.8324, 1.0986])
            /// Torch.Nn.Functional.CrossEntropy(scores, Torch.Tensor([2, 0]), ignoreIndex: 0, labelSmoothing: 0.1)   // tensor(0.5076)
            /// </code></example>
            public static Tensor CrossEntropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignoreIndex = -100, Reduction reduction = Reduction.Mean,
                double labelSmoothing = 0.0) =>
                CrossEntropyLossOperator.Call(input, target, weight, Number(reduction), ignoreIndex, labelSmoothing);

            /// <summary>The negative log likelihood of classes: PyTorch's <c>nll_loss</c>.</summary>
            /// <param name="input">
            /// The logarithms of the classes' probabilities, of shape (classes), (batch, classes) or (batch, classes, …).
            /// </param>
            /// <param name="target">The classes, as integers in the shape of the input without its classes.</param>
            /// <param name="weight">A weight for each class; null: all are 1.</param>
            /// <param name="ignoreIndex">The class that does not count.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchIndexException">A class does not exist.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.NllLoss(Torch.Tensor([[-1.0, -2.0], [-3.0, -4.0]]), Torch.Tensor([0, 1]))   // tensor(2.5000)
            /// </code></example>
            public static Tensor NllLoss(
                Tensor input, Tensor target, Tensor? weight = null, long ignoreIndex = -100, Reduction reduction = Reduction.Mean) =>
                NllLossOperator.Call(input, target, weight, Number(reduction), ignoreIndex);

            /// <summary>The cross entropy between probabilities and what they should be: PyTorch's <c>binary_cross_entropy</c>.</summary>
            /// <param name="input">Probabilities, 0 to 1.</param>
            /// <param name="target">What they should be, 0 to 1, in the same shape.</param>
            /// <param name="weight">A weight for each element, which broadcasts to the shape of the target; null: all are 1.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The shapes differ, or the reduction is none of this function.</exception>
            /// <exception cref="TorchException">
            /// A probability is not between 0 and 1, or the shape of the weights or a dtype does not fit.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.BinaryCrossEntropy(Torch.Tensor([0.5, 0.5]), Torch.Tensor([0.0, 1.0]))   // tensor(0.6931)
            /// </code></example>
            public static Tensor BinaryCrossEntropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                var number = Number(reduction);
                if (NotNull(target).Shape != NotNull(input).Shape)
                {
                    throw new TorchValueException(
                        $"Using a target size ({target.Shape}) that is different to the input size ({input.Shape}) is deprecated. "
                        + $"Please ensure they have the same size.");
                }

                var expanded = weight?.Expand(LinearAlgebra.BroadcastOrRefuse(target.Shape, weight.Shape));
                return BinaryCrossEntropyOperator.Call(input, target, expanded, number);
            }

            /// <summary>
            /// The cross entropy between scores, of which the sigmoid is a probability, and what that should be: PyTorch's
            /// <c>binary_cross_entropy_with_logits</c>.
            /// </summary>
            /// <param name="input">The scores.</param>
            /// <param name="target">The probabilities, 0 to 1, in the same shape.</param>
            /// <param name="weight">A weight for each element, which broadcasts; null: all are 1.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="posWeight">A weight for the positive part of each class, which broadcasts; null: all are 1.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The shapes differ, or the reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shape of the weights or a dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.BinaryCrossEntropyWithLogits(Torch.Zeros(2), Torch.Tensor([0.0, 1.0]))   // tensor(0.6931)
            /// Torch.Nn.Functional.BinaryCrossEntropyWithLogits(Torch.Zeros(2), Torch.Ones(2), posWeight: Torch.Tensor([1.0, 3.0]))
            /// // tensor(1.3863)
            /// </code></example>
            public static Tensor BinaryCrossEntropyWithLogits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? posWeight = null)
            {
                var number = Number(reduction);
                return NotNull(target).Shape == NotNull(input).Shape
                    ? BinaryCrossEntropyWithLogitsOperator.Call(input, target, weight, posWeight, number)
                    : throw new TorchValueException($"Target size ({target.Shape}) must be the same as input size ({input.Shape})");
            }

            /// <summary>
            /// The negative log likelihood of sequences of labels that are not aligned with the input: PyTorch's <c>ctc_loss</c>.
            /// </summary>
            /// <param name="logProbs">
            /// The logarithms of the labels' probabilities, of shape (time, batch, labels) or (time, labels).
            /// </param>
            /// <param name="targets">The sequences, of shape (batch, length) or one after the other, as integers.</param>
            /// <param name="inputLengths">The length of each input.</param>
            /// <param name="targetLengths">The length of each sequence.</param>
            /// <param name="blank">The label that stands for none.</param>
            /// <param name="reduction">What becomes of the losses: for the mean, each is divided by the length of its sequence.</param>
            /// <param name="zeroInfinity">Whether an infinite loss, of a sequence that is longer than the input, counts as zero.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchIndexException">A label does not exist.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes, lengths or dtypes do not fit.</exception>
            /// <example><code>
            /// var logProbs = Torch.Zeros(3, 1, 2).LogSoftmax(2);
            /// Torch.Nn.Functional.CtcLoss(logProbs, Torch.Tensor([[1]]), Torch.Tensor([3]), Torch.Tensor([1]))   // tensor(0.2877)
            /// </code></example>
            public static Tensor CtcLoss(
                Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths, long blank = 0,
                Reduction reduction = Reduction.Mean, bool zeroInfinity = false)
            {
                Arguments.Labels(NotNull(logProbs), NotNull(targets), NotNull(targetLengths));
                return CtcLossOperator.Call(logProbs, targets, inputLengths, targetLengths, blank, Number(reduction), zeroInfinity);
            }

            /// <summary>
            /// The negative log likelihood of sequences of labels that are not aligned with the input: PyTorch's <c>ctc_loss</c>.
            /// </summary>
            /// <param name="logProbs">
            /// The logarithms of the labels' probabilities, of shape (time, batch, labels) or (time, labels).
            /// </param>
            /// <param name="targets">The sequences, of shape (batch, length) or one after the other, as integers.</param>
            /// <param name="inputLengths">The length of each input of the batch.</param>
            /// <param name="targetLengths">The length of each sequence of the batch.</param>
            /// <param name="blank">The label that stands for none.</param>
            /// <param name="reduction">What becomes of the losses: for the mean, each is divided by the length of its sequence.</param>
            /// <param name="zeroInfinity">Whether an infinite loss, of a sequence that is longer than the input, counts as zero.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchIndexException">A label does not exist.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes, lengths or dtypes do not fit.</exception>
            /// <example><code>
            /// var logProbs = Torch.Zeros(3, 1, 2).LogSoftmax(2);
            /// Torch.Nn.Functional.CtcLoss(logProbs, Torch.Tensor([[1]]), [3], [1])   // tensor(0.2877)
            /// </code></example>
            public static Tensor CtcLoss(
                Tensor logProbs, Tensor targets, long[] inputLengths, long[] targetLengths, long blank = 0,
                Reduction reduction = Reduction.Mean, bool zeroInfinity = false)
            {
                ArgumentNullException.ThrowIfNull(targetLengths);
                Arguments.Labels(NotNull(logProbs), NotNull(targets), Torch.Tensor(targetLengths));
                return CtcLossListOperator.Call(logProbs, targets, inputLengths, targetLengths, blank, Number(reduction), zeroInfinity);
            }

            /// <summary>
            /// How much the score of another class comes within a margin of that of the right one: PyTorch's <c>multi_margin_loss</c>.
            /// </summary>
            /// <param name="input">The scores, of shape (batch, classes) or (classes).</param>
            /// <param name="target">The classes, as integers.</param>
            /// <param name="p">The power to which the differences are raised, 1 or 2.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="weight">A weight for each class; null: all are 1.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">
            /// The power is not 1 or 2, the weights are not in one dimension, or the reduction is none of this function.
            /// </exception>
            /// <exception cref="TorchException">A class does not exist, or the shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MultiMarginLoss(Torch.Tensor([[0.5, 1.0]]), Torch.Tensor([1]))   // tensor(0.2500)
            /// </code></example>
            public static Tensor MultiMarginLoss(
                Tensor input, Tensor target, long p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                var number = Number(reduction);
                if (p is not (1 or 2))
                {
                    throw new TorchValueException("only p == 1 and p == 2 supported");
                }

                return weight is null || weight.Dim() == 1
                    ? MultiMarginLossOperator.Call(input, target, p, margin, weight, number)
                    : throw new TorchValueException("weight must be one-dimensional");
            }

            /// <summary>
            /// How much the score of a class that is not among the right ones comes within 1 of one that is: PyTorch's
            /// <c>multilabel_margin_loss</c>.
            /// </summary>
            /// <param name="input">The scores, of shape (batch, classes) or (classes).</param>
            /// <param name="target">The right classes, as integers in the same shape, up to the first -1.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">A class does not exist, or the shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MultilabelMarginLoss(Torch.Tensor([0.1, 0.2, 0.4, 0.8]), Torch.Tensor([3, 0, -1, 1]))
            /// // tensor(0.8500)
            /// </code></example>
            public static Tensor MultilabelMarginLoss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                MultilabelMarginLossOperator.Call(input, target, Number(reduction));

            /// <summary>
            /// The cross entropy of each class by itself, as a mean over the classes: PyTorch's <c>multilabel_soft_margin_loss</c>.
            /// </summary>
            /// <param name="input">The scores, whose last dimension is the classes.</param>
            /// <param name="target">1 for the right classes and 0 for the others, in the same shape.</param>
            /// <param name="weight">A weight for each class; null: all are 1.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MultilabelSoftMarginLoss(Torch.Zeros(1, 2), Torch.Tensor([[0.0, 1.0]]))   // tensor(0.6931)
            /// </code></example>
            public static Tensor MultilabelSoftMarginLoss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                NotNull(input);
                NotNull(target);
                var loss = -((target * Logsigmoid(input)) + ((1 - target) * Logsigmoid(-input)));
                loss = weight is null ? loss : loss * weight;
                var classes = input.Dim() - 1;
                loss = loss.Sum(classes) / input.Size(classes);
                return reduction is Reduction.None or Reduction.Mean or Reduction.Sum
                    ? Reduced(loss, reduction)
                    : throw new TorchValueException($"{Word(reduction)} is not valid");
            }

            /// <summary>log(1 + exp(-target · input)), of classes that are 1 and -1: PyTorch's <c>soft_margin_loss</c>.</summary>
            /// <param name="input">The scores.</param>
            /// <param name="target">1 or -1 for each.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.SoftMarginLoss(Torch.Zeros(2), Torch.Tensor([1.0, -1.0]))   // tensor(0.6931)
            /// </code></example>
            public static Tensor SoftMarginLoss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                SoftMarginLossOperator.Call(input, target, Number(reduction));
        }
    }
}
