using System.Diagnostics;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Benchmarks;

/// <summary>What examples/Digits does in an epoch, with images that are made up: data.py has the same.</summary>
internal sealed class DigitTraining
{
    private readonly Sequential net = new(
        new Conv2d(1, 16, 3, padding: 1), new ReLU(),
        new Conv2d(16, 32, 3, padding: 1), new ReLU(), new MaxPool2d(2),
        new Flatten(), new Dropout(0.25), new Linear(512, 10));

    private readonly Adam optimizer;
    private readonly DataLoader<(Tensor X, Tensor Y)> loader;

    internal DigitTraining()
    {
        optimizer = new(net.Parameters(), lr: 2e-3, fused: true);
        var data = new TensorDataset(Torch.Rand(1797, 1, 8, 8), Torch.Randint(10, [1797]));
        loader = new(Torch.Utils.Data.RandomSplit(data, [0.8, 0.2])[0], batchSize: 64, shuffle: true);
    }

    /// <summary>Trains for an epoch, and returns the milliseconds.</summary>
    internal double Epoch()
    {
        var start = Stopwatch.GetTimestamp();
        var total = 0.0;
        foreach (var (x, y) in loader)
        {
            optimizer.ZeroGrad();
            var loss = F.CrossEntropy(net.Call(x), y);
            loss.Backward();
            optimizer.Step();
            total += loss.Item<float>() * x.Size(0);
        }

        return double.IsFinite(total) ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException("no loss");
    }
}
