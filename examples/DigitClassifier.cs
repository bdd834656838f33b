using System.Diagnostics;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

/// <summary>examples/Digits的卷积网络, 训练好了. The convolutional network of examples/Digits, trained.</summary>
internal sealed class DigitClassifier
{
    /// <summary>一张图的边长, 像素数, 最深的灰度. The side of an image, its pixels, and the darkest shade.</summary>
    internal const int Side = 8, Pixels = Side * Side, Darkest = 16;

    private const int Epochs = 20;

    private readonly Sequential net = new(
        new Conv2d(1, 16, 3, padding: 1), new ReLU(),
        new Conv2d(16, 32, 3, padding: 1), new ReLU(), new MaxPool2d(2),
        new Flatten(), new Dropout(0.25), new Linear(512, 10));

    private DigitClassifier()
    {
    }

    /// <summary>没有学过的数字认对了几成. How many of the digits that it did not learn it knows.</summary>
    internal double TestAccuracy { get; private set; }

    /// <summary>第一次训练几秒钟, 存起来; 以后读文件. Trains for seconds at first, and saves; then the file is read.</summary>
    internal static DigitClassifier LoadOrTrain(string path)
    {
        Torch.ManualSeed(0);
        var classifier = new DigitClassifier();
        if (File.Exists(path))
        {
            var saved = (OrderedDictionary<object, object?>)Torch.Load(path)!;
            classifier.net.LoadStateDict((OrderedDictionary<object, object?>)saved["net"]!);
            classifier.TestAccuracy = (double)saved["test_accuracy"]!;
        }
        else
        {
            classifier.Train();
            Torch.Save(
                new Dictionary<object, object?> { ["net"] = classifier.net.StateDict(), ["test_accuracy"] = classifier.TestAccuracy },
                path);
        }

        classifier.net.Eval();
        return classifier;
    }

    /// <summary>每张图(64个灰度)是0到9的概率. 几个线程可以同时来问.
    /// The probabilities of 0 to 9 of each image (64 shades). Several threads may ask at once.</summary>
    internal float[][] Probabilities(IReadOnlyList<float[]> images)
    {
        using var scope = Torch.Scope();
        using var mode = Torch.InferenceMode();
        var batch = Torch.Tensor(images.SelectMany(static image => image).ToArray()).View(images.Count, 1, Side, Side) / Darkest;
        return [.. net.Call(batch).Softmax(dim: 1).ToArray<float>().Chunk(10)];
    }

    private void Train()
    {
        var watch = Stopwatch.StartNew();
        var (images, labels) = DigitImages.Load();
        var parts = Torch.Utils.Data.RandomSplit(new TensorDataset(images, labels), [0.8, 0.2]);
        var optimizer = new Adam(net.Parameters(), lr: 2e-3, fused: true);
        var loader = new DataLoader<(Tensor X, Tensor Y)>(parts[0], batchSize: 64, shuffle: true);
        foreach (var _ in Torch.Utils.Progress(Enumerable.Range(1, Epochs), "训练 training"))
        {
            foreach (var (x, y) in loader)
            {
                optimizer.ZeroGrad();
                F.CrossEntropy(net.Call(x), y).Backward();
                optimizer.Step();
            }
        }

        net.Eval();
        using var mode = Torch.NoGrad();
        var (testX, testY) = new DataLoader<(Tensor X, Tensor Y)>(parts[1], batchSize: parts[1].Count).First();
        TestAccuracy = (net.Call(testX).Argmax(dim: 1) == testY).Double().Mean().Item<double>();
        Console.Error.WriteLine($"训练用时 Trained in {watch.Elapsed.TotalSeconds:F1} s, 测试准确率 test accuracy {100 * TestAccuracy:F2} %");
    }
}
