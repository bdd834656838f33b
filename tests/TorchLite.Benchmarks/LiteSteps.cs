namespace TorchLite.Benchmarks;

/// <summary>The tutorial's computations with TorchLite, each temporary disposed, as in <see cref="SharpSteps"/>.</summary>
internal static partial class LiteSteps
{
    private const double Rate = 0.01;

    private static readonly Tensor inputs = Torch.Tensor([[1, 2, 3], [4, 5, 6]], dtype: DType.Float64);
    private static readonly Tensor targets = Torch.Tensor([[3], [7]], dtype: DType.Float64);
    private static readonly Tensor weight = Torch.Zeros([3, 1], dtype: DType.Float64);
    private static readonly Tensor bias = Torch.Zeros([1, 1], dtype: DType.Float64);
    private static readonly Tensor learnedWeight = Torch.Zeros([3, 1], dtype: DType.Float64, requiresGrad: true);
    private static readonly Tensor learnedBias = Torch.Zeros([1, 1], dtype: DType.Float64, requiresGrad: true);

    internal static void Difference()
    {
        using var x = Torch.Tensor([2.0], requiresGrad: true);
        using var y = Torch.Tensor([3.0], requiresGrad: true);
        using var ySquared = y.Pow(2);
        using var xSquared = x.Pow(2);
        using var z = ySquared - xSquared;
        z.Backward();
        using var gradient = x.Grad;
    }

    internal static void Polynomial()
    {
        using var x = Torch.Tensor([2.0], requiresGrad: true);
        using var squared = x.Pow(2);
        using var twice = 2 * x;
        using var sum = squared + twice;
        using var y = sum + 1;
        y.Backward();
        using var gradient = x.Grad;
    }

    internal static void Epoch()
    {
        using var product = Torch.Matmul(inputs, weight);
        using var predicted = product + bias;

        using var missing = targets - predicted;
        using var squared = missing.Pow(2);
        using var loss = Torch.Mean(squared);

        using var transposed = inputs.T;
        using var error = predicted - targets;
        using var gradient = Torch.Matmul(transposed, error);
        using var weightGradient = gradient / inputs.Shape[0];
        using var sameError = predicted - targets;
        using var mean = Torch.Mean(sameError, dim: 0, keepdim: true);
        using var biasGradient = mean.T;

        using var weightStep = Rate * weightGradient;
        using var biasStep = Rate * biasGradient;
        weight.Sub_(weightStep);
        bias.Sub_(biasStep);
    }

    internal static void EpochWithAutograd()
    {
        using var product = Torch.Matmul(inputs, learnedWeight);
        using var predicted = product + learnedBias;
        using var missing = targets - predicted;
        using var squared = missing.Pow(2);
        using var loss = Torch.Mean(squared);
        using var half = loss / 2;
        half.Backward();

        using var weightGradient = learnedWeight.Grad!;
        using var biasGradient = learnedBias.Grad!;
        using (Torch.NoGrad())
        {
            using var weightStep = Rate * weightGradient;
            using var biasStep = Rate * biasGradient;
            learnedWeight.Sub_(weightStep);
            learnedBias.Sub_(biasStep);
        }

        weightGradient.Zero_();
        biasGradient.Zero_();
    }
}
