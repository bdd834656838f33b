using TorchSharp;
using Raw = TorchSharp.torch.Tensor;

namespace TorchLite.Benchmarks;

/// <summary>The tutorial's computations with TorchSharp by hand, each temporary disposed.</summary>
internal static partial class SharpSteps
{
    private const double Rate = 0.01;

    private static readonly Raw inputs = torch.tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
    private static readonly Raw targets = torch.tensor(new double[,] { { 3 }, { 7 } });
    private static readonly Raw weight = torch.zeros([3, 1], dtype: torch.float64);
    private static readonly Raw bias = torch.zeros([1, 1], dtype: torch.float64);
    private static readonly Raw learnedWeight = torch.zeros([3, 1], dtype: torch.float64, requires_grad: true);
    private static readonly Raw learnedBias = torch.zeros([1, 1], dtype: torch.float64, requires_grad: true);

    internal static void Difference()
    {
        using var x = torch.tensor(new[] { 2f }, requires_grad: true);
        using var y = torch.tensor(new[] { 3f }, requires_grad: true);
        using var ySquared = y.pow(2);
        using var xSquared = x.pow(2);
        using var z = ySquared - xSquared;
        z.backward();
        using var gradient = x.grad;
    }

    internal static void Polynomial()
    {
        using var x = torch.tensor(new[] { 2f }, requires_grad: true);
        using var squared = x.pow(2);
        using var twice = 2 * x;
        using var sum = squared + twice;
        using var y = sum + 1;
        y.backward();
        using var gradient = x.grad;
    }

    internal static void Epoch()
    {
        using var product = torch.matmul(inputs, weight);
        using var predicted = product + bias;

        using var missing = targets - predicted;
        using var squared = missing.pow(2);
        using var loss = torch.mean(squared);

        using var transposed = inputs.T;
        using var error = predicted - targets;
        using var gradient = torch.matmul(transposed, error);
        using var weightGradient = gradient / inputs.shape[0];
        using var sameError = predicted - targets;
        using var mean = torch.mean(sameError, [0], keepdim: true);
        using var biasGradient = mean.T;

        using var weightStep = Rate * weightGradient;
        using var biasStep = Rate * biasGradient;
        weight.sub_(weightStep);
        bias.sub_(biasStep);
    }

    internal static void EpochWithAutograd()
    {
        using var product = torch.matmul(inputs, learnedWeight);
        using var predicted = product + learnedBias;
        using var missing = targets - predicted;
        using var squared = missing.pow(2);
        using var loss = torch.mean(squared);
        using var half = loss / 2;
        half.backward();

        using var weightGradient = learnedWeight.grad!;
        using var biasGradient = learnedBias.grad!;
        using (torch.no_grad())
        {
            using var weightStep = Rate * weightGradient;
            using var biasStep = Rate * biasGradient;
            learnedWeight.sub_(weightStep);
            learnedBias.sub_(biasStep);
        }

        // Not zero_(), which leaves the tensor as it is, and makes another.
        weightGradient.fill_(0);
        biasGradient.fill_(0);
    }
}
