// 超分辨率: 从4x4的小图画出8x8的数字. 每个像素变成四个: 网络给出四个通道, PixelShuffle把它们排成两行两列.
// Super-resolution: digits of 8 x 8 from pictures of 4 x 4. A pixel becomes four: the network gives four channels, and PixelShuffle puts
// them into two rows and two columns.
using System.Diagnostics;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;


// 峰值信噪比, 单位是分贝; 越大越好
// The ratio of the peak to the noise, in decibels; more is better
static double Psnr(Tensor picture, Tensor truth) => -10 * F.MseLoss(picture, truth).Log10().Item<float>();


static string Describe(string name, Tensor picture, Tensor truth) => $"{name}: PSNR {Psnr(picture, truth):F2} dB";


// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
var (images, labels) = DigitImages.Load();
Torch.ManualSeed(0);
var parts = Torch.Utils.Data.RandomSplit(new TensorDataset(F.AvgPool2d(images, 2), images), [0.8, 0.2]);
var (trainSet, testSet) = (parts[0], parts[1]);
var (small, truth) = new DataLoader<(Tensor X, Tensor Y)>(testSet, batchSize: testSet.Count).First();
var nearest = F.Interpolate(small, scaleFactor: 2);
var bilinear = F.Interpolate(small, scaleFactor: 2, mode: InterpolationMode.Bilinear);
var lines = new List<string>
{
    Describe("最近的像素 Nearest pixel", nearest, truth), Describe("双线性 Bilinear", bilinear, truth),
};

var net = new Sequential(
    new Conv2d(1, 32, 3, padding: 1), new ReLU(),
    new Conv2d(32, 32, 3, padding: 1), new ReLU(),
    new Conv2d(32, 32, 3, padding: 1), new ReLU(),
    new Conv2d(32, 4, 3, padding: 1), new PixelShuffle(2));
var optimizer = new Adam(net.Parameters(), lr: 2e-3, fused: true);
var loader = new DataLoader<(Tensor X, Tensor Y)>(trainSet, batchSize: 32, shuffle: true);
var progress = Torch.Utils.Progress(Enumerable.Range(1, 30), "CNN");
foreach (var epoch in progress)
{
    var total = 0.0;
    foreach (var (x, y) in loader)
    {
        optimizer.ZeroGrad();
        var loss = F.MseLoss(net.Call(x), y);
        loss.Backward();
        optimizer.Step();
        total += loss.Item<float>() * x.Size(0);
    }

    progress.Postfix = $"loss {total / trainSet.Count:F4}";
    if (epoch % 10 == 0)
    {
        lines.Add(Describe(
            $"第{epoch}轮 Epoch {epoch}: 损失 loss {total / trainSet.Count:F4}, 网络 network", Enlarge(small), truth));
    }
}

lines.ForEach(Console.WriteLine);

// 图: 小图, 双线性的, 网络画的, 真的; 都是没学过的数字
// The picture: the small ones, bilinear ones, the network's and the true ones, of digits that it has not seen
const int Columns = 16, Cell = 10;
var rows = new[] { nearest, bilinear, Enlarge(small), truth };
var grid = TorchVision.Utils.MakeGrid(Torch.Cat([.. rows.Select(one => one[..Columns])]), nrow: Columns, padding: 2);
var chart = Chart.Image(Torch.Cat([Torch.Ones(3, grid.Size(1), 2 * Cell), 1 - grid], dim: 2));
foreach (var (row, name) in new[] { "4 x 4", "bilinear", "network", "truth" }.Index())
{
    var text = chart.Plot.Add.Text(name, 1, grid.Size(1) - (row * Cell) - (0.6 * Cell));
    (text.LabelFontSize, text.LabelAlignment) = (20, ScottPlot.Alignment.MiddleLeft);
}

var picture = Path.Combine(AppContext.BaseDirectory, "super-resolution.png");
chart.Save(picture, width: 1200, height: 280);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");


Tensor Enlarge(Tensor pictures)
{
    using var _ = Torch.NoGrad();
    return net.Call(pictures).Clamp(0, 1);
}
