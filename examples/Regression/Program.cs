// 多项式回归: 二十个带噪声的点来自三次多项式. 一次的学不会, 三次的正好, 十二次的把噪声也背了下来.
// Polynomials: twenty noisy points of a cubic. Degree 1 can not follow them, 3 is right, and 12 learns the noise by heart.
using System.Diagnostics;
using ScottPlot;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using F = TorchLite.Torch.Nn.Functional;


// 输入是x的各次幂, 所以线性层就是多项式: 权重是系数, 偏置是常数项
// The inputs are the powers of x, so that a linear layer is a polynomial: weights are coefficients, the bias is the constant
static Tensor Powers(Tensor x, int degree) => Torch.Stack([.. Enumerable.Range(1, degree).Select(k => x.Pow(k))], dim: 1);


static string Text(Linear model) => $"{model.Bias!.Item<double>():F3}" + string.Concat(model.Weight[0].ToArray<double>()
    .Select((w, i) => $" {(w < 0 ? '-' : '+')} {Math.Abs(w):F3} x^{i + 1}"));


Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
Torch.ManualSeed(0);
var x = Torch.Linspace(-1, 1, 60, dtype: DType.Float64);
var truth = 1 - 4 * x + 4 * x.Pow(3);
var y = truth + 0.3 * Torch.Randn(60, dtype: DType.Float64);

// 二十个点用来训练, 其余四十个用来检验
// Twenty points are for training, the other forty for the test
var order = Torch.Randperm(60);
var (train, test) = (order[..20], order[20..]);

var chart = Chart.Scatter(x[train], y[train]);
chart.Plot.GetPlottables<ScottPlot.Plottables.Scatter>().First().LegendText = "training points";
foreach (var (degree, color) in new[] { (1, Colors.Orange), (3, Colors.Green), (12, Colors.Red) })
{
    var model = new Linear(degree, 1, dtype: DType.Float64);
    var inputs = Powers(x, degree);
    var optimizer = new Adam(model.Parameters(), lr: 0.05, fused: true);
    var loss = Torch.Zeros();
    foreach (var step in Torch.Utils.Progress(Enumerable.Range(0, 3001), $"degree {degree}"))
    {
        optimizer.ZeroGrad();
        loss = F.MseLoss(model.Call(inputs[train]).Squeeze(1), y[train]);
        loss.Backward();
        optimizer.Step();
    }

    using var _ = Torch.NoGrad();
    var testLoss = F.MseLoss(model.Call(inputs[test]).Squeeze(1), y[test]);
    Console.WriteLine($"{degree}次多项式 Degree {degree}: 训练误差 training error {loss:F4}, 测试误差 test error {testLoss:F4}");
    Console.WriteLine(Text(model));

    var curve = chart.Plot.Add.ScatterLine(x.ToArray<double>(), model.Call(inputs).Squeeze(1).ToArray<double>(), color);
    (curve.LineWidth, curve.LegendText) = (2, $"degree {degree}");
}

// 图: 训练用的点, 学到的三条曲线, 和真的那条(虚线)
// The picture: the points of the training, the three curves, and the true one, dashed
var dashes = chart.Plot.Add.ScatterLine(x.ToArray<double>(), truth.ToArray<double>(), Colors.Black);
(dashes.LinePattern, dashes.LegendText) = (LinePattern.Dashed, "truth");
chart.Plot.ShowLegend(Alignment.UpperCenter);
(chart.Title, chart.XLabel, chart.YLabel) = ("polynomials through twenty points", "x", "y");
var picture = Path.Combine(AppContext.BaseDirectory, "regression.png");
chart.Save(picture);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");
