// 迁移学习: 读进Python在MNIST上训练的网络, 冻结, 只换最后一层; 每个数字只要几张图, 就认得另一套手写数字.
// Transfer learning: a network that Python trained on MNIST is loaded and frozen, and its last layer replaced; a few images of each digit
// are then enough for digits of another kind.
using System.Diagnostics;
using ScottPlot;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using F = TorchLite.Torch.Nn.Functional;

const int Draws = 3;


static Sequential Make() => new(
    new Conv2d(1, 16, 3, padding: 1), new ReLU(),
    new Conv2d(16, 16, 3, padding: 1), new ReLU(), new MaxPool2d(2),
    new Flatten(), new Linear(256, 32), new ReLU(), new Linear(32, 10));


static double Accuracy(Sequential net, Tensor x, Tensor y)
{
    using var _ = Torch.NoGrad();
    return 100.0 * (net.Call(x).Argmax(dim: 1) == y).Sum().Item<long>() / y.Size(0);
}


// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
var (images, labels) = DigitImages.Load();
Torch.ManualSeed(0);
var order = Torch.Randperm(images.Size(0));
var (train, test) = (order[..1437], order[1437..]);
var (testImages, testLabels) = (images[test], labels[test]);

// Python写的state dict: torch.save(net.state_dict(), "mnist-features.pt")
// A state dict that Python wrote
var pretrained = (OrderedDictionary<object, object?>)Torch.Load(Path.Combine(AppContext.BaseDirectory, "data", "mnist-features.pt"))!;
var asItIs = Make();
asItIs.LoadStateDict(pretrained);
var before = Accuracy(asItIs, testImages, testLabels);
Console.WriteLine($"学过MNIST的网络, 不再学 A network that has learnt MNIST, as it is: {before:F1} %");

int[] numbers = [1, 2, 5, 10];
var results = new List<(int Shots, double Frozen, double Scratch)>();
foreach (var shots in Torch.Utils.Progress(numbers, "transfer"))
{
    results.Add((shots, MeanAccuracy(shots, Transferred), MeanAccuracy(shots, FromScratch)));
}

foreach (var (shots, frozen, scratch) in results)
{
    Console.WriteLine(
        $"每个数字{shots}张 {shots} of each digit: 冻结了只学最后一层 the last layer of the frozen network {frozen:F1} %, "
        + $"从头学 from scratch {scratch:F1} %");
}

// 图: 图越少, 从别处学来的越有用
// The picture: the fewer the images, the more useful is what was learnt elsewhere
var chart = new Chart();
var above = chart.Plot.Add.Scatter(numbers, [.. results.Select(one => one.Frozen)], Colors.C0);
var below = chart.Plot.Add.Scatter(numbers, [.. results.Select(one => one.Scratch)], Colors.C1);
var line = chart.Plot.Add.HorizontalLine(before, 2, Colors.Gray, LinePattern.Dashed);
(above.LineWidth, above.MarkerSize, above.LegendText) = (3, 10, "frozen, a new last layer");
(below.LineWidth, below.MarkerSize, below.LegendText, line.LegendText) = (3, 10, "from scratch", "as it was learnt from MNIST");
chart.Plot.ShowLegend(Alignment.LowerRight);
chart.Plot.Axes.Bottom.SetTicks([.. numbers], [.. numbers.Select(number => $"{number}")]);
(chart.Title, chart.XLabel, chart.YLabel) = ("digits known after a few images", "images of each digit", "test accuracy, %");
var picture = Path.Combine(AppContext.BaseDirectory, "transfer-learning.png");
chart.Save(picture);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");


// 读进学过的网络, 冻结, 只换最后一层
// What has been learnt is loaded and frozen, and only the last layer is new
(Sequential Net, double Lr) Transferred()
{
    var net = Make();
    net.LoadStateDict(pretrained);
    net.RequiresGrad_(false);
    net[^1] = new Linear(32, 10);
    return (net, 1e-2);
}


(Sequential Net, double Lr) FromScratch() => (Make(), 2e-3);


// 每个数字取几张训练图来学, 用测试图检验; 换几次图, 取平均
// It learns from some training images of each digit and is tested on the test images; the mean of several draws of images
double MeanAccuracy(int shots, Func<(Sequential Net, double Lr)> start)
{
    var total = 0.0;
    for (var draw = 0; draw < Draws; draw++)
    {
        var chosen = Torch.Cat([.. Enumerable.Range(0, 10)
            .Select(digit => (labels[train] == digit).Nonzero().Flatten()[(draw * shots)..((draw + 1) * shots)])]);
        var (x, y) = (images[train][chosen], labels[train][chosen]);
        Torch.ManualSeed(draw);
        var (net, lr) = start();
        var optimizer = new Adam(net.Parameters().Where(parameter => parameter.RequiresGrad), lr, fused: true);
        for (var step = 0; step < 100; step++)
        {
            optimizer.ZeroGrad();
            F.CrossEntropy(net.Call(x), y).Backward();
            optimizer.Step();
        }

        total += Accuracy(net, testImages, testLabels);
    }

    return total / Draws;
}
