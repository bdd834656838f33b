// 孪生网络: 同一个网络看两张图, 给出两个点; 同一个数字的点要近, 不同的要远. 学会之后, 每个数字看一张图就够了.
// A siamese network: one network sees two images and gives two points, near each other for the same digit and apart for different ones.
// After that, one image of each digit is enough.
using System.Diagnostics;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Optim.LrScheduler;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

const double Margin = 1;


// 同一个数字的两个点要近, 不同的至少要隔一个边距
// Two points of the same digit are to be near, and two of different ones at least a margin apart
static Tensor Contrastive(Tensor distance, Tensor same) =>
    (same * distance.Square() + (1 - same) * F.Relu(Margin - distance).Square()).Mean();


// 所有成对的测试图像: 距离小于半个边距就说是同一个数字
// All pairs of test images: what is nearer than half the margin is said to be the same digit
static string DescribePairs(Tensor points, Tensor labels)
{
    var distances = Torch.Cdist(points, points);
    var pair = Torch.TriuIndices(points.Size(0), points.Size(0), 1);
    var (near, same) = (distances[pair[0], pair[1]] < Margin / 2, labels[pair[0]] == labels[pair[1]]);
    return $"同样的认出 same recognised {100 * near[same].Float().Mean():F1} %, "
        + $"不同的认出 different recognised {100 * (~near[~same]).Float().Mean():F1} %";
}


// 每个数字只看一张图, 测试图像归最近的那张; 换十次图, 取平均
// One image of each digit is the reference, and a test image is taken for the nearest one; the mean of ten choices of references
static void DescribeOneShot(string name, Tensor points, Tensor labels, Tensor references)
{
    var right = references.Unbind().Average(some => (Torch.Cdist(points, some).Argmin(1) == labels).Sum().Item<long>());
    Console.WriteLine($"{name}: {100 * right / labels.Size(0):F1} %");
}


// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
var (images, labels) = DigitImages.Load();
Torch.ManualSeed(0);
var order = Torch.Randperm(images.Size(0));
var (train, test) = (order[..1437], order[1437..]);
var (testImages, testLabels) = (images[test], labels[test]);
var pairs = new Pairs(images[train], labels[train]);
var net = new Sequential(
    new Conv2d(1, 16, 3, padding: 1), new ReLU(),
    new Conv2d(16, 32, 3, padding: 1), new ReLU(), new MaxPool2d(2),
    new Flatten(), new Dropout(0.2), new Linear(512, 16));
var optimizer = new Adam(net.Parameters(), lr: 5e-3, fused: true);
var scheduler = new CosineAnnealingLR(optimizer, tMax: 20);
var loader = new DataLoader<(Tensor One, Tensor Other, Tensor Same)>(pairs, batchSize: 64, shuffle: true);
var lines = new List<string>();
var progress = Torch.Utils.Progress(Enumerable.Range(1, 20), "pairs");
foreach (var epoch in progress)
{
    net.Train();
    var total = 0.0;
    foreach (var (one, other, same) in loader)
    {
        optimizer.ZeroGrad();
        var loss = Contrastive(F.PairwiseDistance(net.Call(one), net.Call(other)), same);
        loss.Backward();
        optimizer.Step();
        total += loss.Item<float>() * one.Size(0);
    }

    var mean = total / pairs.Count;
    progress.Postfix = $"loss {mean:F3}";
    scheduler.Step();
    if (epoch % 5 == 0)
    {
        lines.Add($"第{epoch}轮 Epoch {epoch}: 损失 loss {mean:F3}");
    }
}

lines.ForEach(Console.WriteLine);
net.Eval();
using var noGrad = Torch.NoGrad();
Console.WriteLine($"成对的测试图像 Pairs of test images: {DescribePairs(net.Call(testImages), testLabels)}");
var references = images[train][Torch.Stack([.. pairs.ByDigit.Select(indices => Torch.Tensor(indices[..10]))], dim: 1)];
Console.WriteLine("每个数字只看一张图 One image of each digit:");
DescribeOneShot("按像素的距离 By the distance of pixels", testImages.Flatten(1), testLabels, references.Flatten(2));
var points = net.Call(references.Flatten(0, 1)).View(10, 10, -1);
DescribeOneShot("按网络的距离 By the distance of the network", net.Call(testImages), testLabels, points);

// 图: 第一行是十张参考图, 每行左边是没学过的图; 格子里是距离, 越近越黑
// The picture: the references in the first row, unseen images on the left, and their distances, which are the darker the nearer
const int Rows = 10, Cell = 10;
var distances = Torch.Cdist(net.Call(testImages[..Rows]), net.Call(references[0]));
var cells = new List<Tensor> { Torch.Zeros(1, 8, 8) };
cells.AddRange(references[0].Unbind());
for (var row = 0; row < Rows; row++)
{
    cells.Add(testImages[row]);
    cells.AddRange(distances[row].Unbind().Select(distance => ((1 - distance) * 0.8).Clamp(0, 1).Expand(1, 8, 8)));
}

var grid = 1 - TorchVision.Utils.MakeGrid(Torch.Stack(cells.ToArray()), nrow: 11, padding: 2);
var chart = Chart.Image(grid);
for (var row = 0; row < Rows; row++)
{
    for (var column = 0; column < 10; column++)
    {
        var distance = distances[row, column].Item<float>();
        var text = chart.Plot.Add.Text($"{distance:F2}", (column * Cell) + 16, grid.Size(1) - (row * Cell) - 16);
        (text.LabelFontSize, text.LabelAlignment) = (16, ScottPlot.Alignment.MiddleCenter);
        text.LabelFontColor = distance < 0.5 ? ScottPlot.Colors.White : ScottPlot.Colors.Black;
    }
}

var picture = Path.Combine(AppContext.BaseDirectory, "siamese.png");
chart.Save(picture, width: 800, height: 800);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");
