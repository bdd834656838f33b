namespace TorchLite;

/// <content>Losses of numbers and distributions.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                L1LossOperator = new("aten::l1_loss"), MseLossOperator = new("aten::mse_loss"),
                SmoothL1LossOperator = new("aten::smooth_l1_loss"), HuberLossOperator = new("aten::huber_loss"),
                PoissonNllLossOperator = new("aten::poisson_nll_loss"), KlDivOperator = new("aten::kl_div");

            /// <summary>The absolute differences: PyTorch's <c>l1_loss</c>.</summary>
            /// <param name="input">The predictions, in any shape.</param>
            /// <param name="target">What they should be. A target of another shape broadcasts, of which PyTorch warns.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="weight">
            /// A weight for each element, in the shape of the input, by which the mean is divided; null: all are 1.
            /// </param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">
            /// The weights have another shape than the input, or the reduction is none of this function.
            /// </exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.L1Loss(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]))   // tensor(1.)
            /// Torch.Nn.Functional.L1Loss(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]), Reduction.None)   // tensor([0., 2.])
            /// </code></example>
            public static Tensor L1Loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, Tensor? weight = null)
            {
                var (expandedInput, expandedTarget) = Broadcast(input, target);
                return weight is null
                    ? L1LossOperator.Call(expandedInput, expandedTarget, Number(reduction))
                    : Weighted((expandedInput - expandedTarget).Abs(), input, weight, reduction, static weight => weight.Sum());
            }

            /// <summary>The squared differences: PyTorch's <c>mse_loss</c>.</summary>
            /// <param name="input">The predictions, in any shape.</param>
            /// <param name="target">What they should be. A target of another shape broadcasts, of which PyTorch warns.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="weight">
            /// A weight for each element, in the shape of the input, by which the mean is divided; null: all are 1.
            /// </param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">
            /// The weights have another shape than the input, or the reduction is none of this function.
            /// </exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MseLoss(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]))   // tensor(2.)
            /// </code></example>
            public static Tensor MseLoss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, Tensor? weight = null)
            {
                var (expandedInput, expandedTarget) = Broadcast(input, target);
                return weight is null
                    ? MseLossOperator.Call(expandedInput, expandedTarget, Number(reduction))
                    : Weighted((expandedInput - expandedTarget).Pow(2), input, weight, reduction, static weight => weight.Sum());
            }

            /// <summary>
            /// The differences d: 0.5 d² / beta for those below beta, and |d| - 0.5 beta: PyTorch's <c>smooth_l1_loss</c>.
            /// </summary>
            /// <param name="input">The predictions, in any shape.</param>
            /// <param name="target">What they should be. A target of another shape broadcasts, of which PyTorch warns.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="beta">Where the square ends; 0: nowhere is one.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or beta is negative.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.SmoothL1Loss(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.5, 4.0]), Reduction.None)
            /// // tensor([0.1250, 1.5000])
            /// </code></example>
            public static Tensor SmoothL1Loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0)
            {
                var (expandedInput, expandedTarget) = Broadcast(input, target);
                return beta == 0
                    ? L1LossOperator.Call(expandedInput, expandedTarget, Number(reduction))
                    : SmoothL1LossOperator.Call(expandedInput, expandedTarget, Number(reduction), beta);
            }

            /// <summary>
            /// The differences d: 0.5 d² for those up to delta, and delta (|d| - 0.5 delta): PyTorch's <c>huber_loss</c>.
            /// </summary>
            /// <param name="input">The predictions, in any shape.</param>
            /// <param name="target">What they should be. A target of another shape broadcasts, of which PyTorch warns.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <param name="delta">Where the square ends.</param>
            /// <param name="weight">A weight for each element, in the shape of the input; null: all are 1.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">
            /// The weights have another shape than the input, or the reduction is none of this function.
            /// </exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or delta is not positive.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.HuberLoss(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.5, 5.0]), Reduction.None, delta: 2)
            /// // tensor([0.1250, 4.0000])
            /// </code></example>
            public static Tensor HuberLoss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double delta = 1.0, Tensor? weight = null)
            {
                var (expandedInput, expandedTarget) = Broadcast(input, target);
                if (weight is null)
                {
                    return HuberLossOperator.Call(expandedInput, expandedTarget, Number(reduction), delta);
                }

                var losses = HuberLossOperator.Call(expandedInput, expandedTarget, Number(Reduction.None), delta);
                return Weighted(losses, input, weight, reduction, static _ => null);
            }

            /// <summary>The negative log likelihood of counts, whose expectation is predicted: PyTorch's <c>poisson_nll_loss</c>.</summary>
            /// <param name="input">The expectations, or their logarithms.</param>
            /// <param name="target">The counts.</param>
            /// <param name="logInput">Whether the input is logarithms.</param>
            /// <param name="full">Whether to add Stirling's approximation of log(target!) for counts above 1.</param>
            /// <param name="eps">What is added to the expectations before their logarithm is taken, where the input is none.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.PoissonNllLoss(Torch.Tensor([0.0]), Torch.Tensor([2.0]))   // tensor(1.)
            /// Torch.Nn.Functional.PoissonNllLoss(Torch.Tensor([2.0]), Torch.Tensor([3.0]), logInput: false)   // tensor(-0.0794)
            /// </code></example>
            public static Tensor PoissonNllLoss(
                Tensor input, Tensor target, bool logInput = true, bool full = false, double eps = 1e-8,
                Reduction reduction = Reduction.Mean) =>
                PoissonNllLossOperator.Call(input, target, logInput, full, eps, Number(reduction));

            /// <summary>
            /// The negative log likelihood of numbers of which the expectation and the variance are predicted: PyTorch's
            /// <c>gaussian_nll_loss</c>.
            /// </summary>
            /// <param name="input">The expectations.</param>
            /// <param name="target">The numbers.</param>
            /// <param name="var">
            /// The variances, in the shape of the input, without its last dimension, or with size 1 in one dimension.
            /// </param>
            /// <param name="full">Whether to add the constant 0.5 log(2π).</param>
            /// <param name="eps">The least variance that is calculated with.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">
            /// A variance is negative, their shape is another, or the reduction is none of this function.
            /// </exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.GaussianNllLoss(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]), Torch.Tensor([1.0, 1.0]))
            /// // tensor(1.)
            /// </code></example>
            public static Tensor GaussianNllLoss(
                Tensor input, Tensor target, Tensor var, bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
            {
                NotNull(input);
                NotNull(target);
                return (bool)NotNull(var).Lt(0).Any()
                    ? throw new TorchValueException("var has negative entry/entries")
                    : GaussianNll(input, target, OfShape(var, input.Shape), full, eps, reduction);
            }

            /// <summary>
            /// The negative log likelihood of numbers of which the expectation and the variance are predicted: PyTorch's
            /// <c>gaussian_nll_loss</c>.
            /// </summary>
            /// <param name="input">The expectations.</param>
            /// <param name="target">The numbers.</param>
            /// <param name="var">The variance of all.</param>
            /// <param name="full">Whether to add the constant 0.5 log(2π).</param>
            /// <param name="eps">The least variance that is calculated with.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The variance is negative, or the reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.GaussianNllLoss(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]), 1.0)   // tensor(1.)
            /// </code></example>
            public static Tensor GaussianNllLoss(
                Tensor input, Tensor target, double var, bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
            {
                NotNull(input);
                NotNull(target);
                return var < 0
                    ? throw new TorchValueException("var has negative entry/entries")
                    : GaussianNll(input, target, var * OnesLike(input), full, eps, reduction);
            }

            /// <summary>The Kullback-Leibler divergence of a distribution from another: PyTorch's <c>kl_div</c>.</summary>
            /// <param name="input">Logarithms of probabilities.</param>
            /// <param name="target">Probabilities, or their logarithms.</param>
            /// <param name="reduction">
            /// What becomes of the losses of the elements; <c>Batchmean</c> is the divergence as mathematics has it.
            /// </param>
            /// <param name="logTarget">Whether the target is logarithms.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.KlDiv(Torch.Tensor([[0.5, 0.5]]).Log(), Torch.Tensor([[0.25, 0.75]]), Reduction.Batchmean)
            /// // tensor(0.1308)
            /// </code></example>
            public static Tensor KlDiv(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, bool logTarget = false)
            {
                var isBatchMean = reduction == Reduction.Batchmean;
                var reduced = KlDivOperator.Call(input, target, Number(isBatchMean ? Reduction.Sum : reduction), logTarget);
                return isBatchMean && input.Dim() != 0 ? reduced / input.Size(0) : reduced;
            }

            private static (Tensor Input, Tensor Target) Broadcast(Tensor input, Tensor target)
            {
                var both = BroadcastTensors(NotNull(input), NotNull(target));
                return (both[0], both[1]);
            }

            // The mean is the sum divided by what the function makes of the weights, or by their number where that is null.
            private static Tensor Weighted(Tensor losses, Tensor input, Tensor weight, Reduction reduction, Func<Tensor, Tensor?> divisor)
            {
                if (weight.Shape != input.Shape)
                {
                    throw new TorchValueException("Weights and input must have the same size.");
                }

                var weighted = losses * weight;
                return reduction switch
                {
                    Reduction.None => weighted,
                    Reduction.Sum => weighted.Sum(),
                    Reduction.Mean => divisor(weight) is { } total ? weighted.Sum() / total : weighted.Mean(),
                    _ => throw new TorchValueException(
                        $"Invalid reduction mode: {Word(reduction)}. Expected one of 'none', 'mean', 'sum'."),
                };
            }

            private static Tensor OfShape(Tensor var, Shape shape)
            {
                var given = var.Shape;
                if (given == shape)
                {
                    return var;
                }

                return given.AsSpan().SequenceEqual(shape.AsSpan()[..Math.Max(shape.Count - 1, 0)]) ? var.Unsqueeze(-1)
                    : given.Count == shape.Count && SumOfUnlike(given, shape) == 1 ? var
                    : throw new TorchValueException("var is of incorrect size");
            }

            // Of the sizes in which they differ: 1 where that is one dimension of size 1.
            private static long SumOfUnlike(Shape given, Shape shape) =>
                given.Zip(shape).Where(static pair => pair.First != pair.Second).Sum(static pair => pair.First);

            private static Tensor GaussianNll(Tensor input, Tensor target, Tensor var, bool full, double eps, Reduction reduction)
            {
                if (reduction is not (Reduction.None or Reduction.Mean or Reduction.Sum))
                {
                    throw new TorchValueException($"{Word(reduction)} is not valid");
                }

                var = var.Clone();
                using (NoGrad())
                {
                    var.Clamp_(min: eps);
                }

                var loss = 0.5 * (var.Log() + ((input - target).Pow(2) / var));
                return Reduced(full ? loss.Add_(0.5 * Math.Log(2 * Math.PI)) : loss, reduction);
            }

            private static Tensor Reduced(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.Mean => losses.Mean(),
                Reduction.Sum => losses.Sum(),
                _ => losses,
            };

            // libtorch's number for it.
            private static long Number(Reduction reduction) =>
                reduction is Reduction.None or Reduction.Mean or Reduction.Sum
                    ? (long)reduction
                    : throw new TorchValueException($"{Word(reduction)} is not a valid value for reduction");

            private static string Word(Reduction reduction) => reduction.ToString().ToLowerInvariant();
        }
    }
}
