// 时间序列: LSTM看过四十个值, 预测后面二十个; 再拿自己的预测当输入, 接着往前走.
// A time series: an LSTM sees forty values and predicts the next twenty; then it goes on from its own predictions.
using System.Diagnostics;
using ScottPlot;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Optim.LrScheduler;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

const int Window = 40, Step = 20, Known = 800, Ahead = 120, Epochs = 30;

// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
Torch.ManualSeed(0);

// 两个波加上噪声; 窗口是序列的视图, 不占内存
// Two waves and noise; the windows are views of the series and need no memory
var t = Torch.Arange(1000);
var series = (t / 9).Sin() + 0.5 * (t / 3.7).Sin() + 0.02 * Torch.Randn(1000);
var windows = series.Unfold(0, Window + Step, 1);
var (train, later) = (windows[..(Known + 1 - Window - Step)], windows[(Known + 1 - Window)..]);
var trainSet = new TensorDataset(train[.., ..Window], train[.., Window..]);

var net = new Forecaster(Step);
var optimizer = new Adam(net.Parameters(), lr: 1e-2, fused: true);
var scheduler = new CosineAnnealingLR(optimizer, tMax: Epochs);
var loader = new DataLoader<(Tensor X, Tensor Y)>(trainSet, batchSize: 32, shuffle: true);
var lines = new List<string>();
var progress = Torch.Utils.Progress(Enumerable.Range(1, Epochs), "LSTM");
foreach (var epoch in progress)
{
    var total = 0.0;
    foreach (var (past, future) in loader)
    {
        optimizer.ZeroGrad();
        var loss = F.MseLoss(net.Call(past), future);
        loss.Backward();

        // 循环网络的梯度有时很大 (gradients of recurrent networks are large at times)
        Torch.Nn.Utils.ClipGradNorm_(net.Parameters(), 1.0);
        optimizer.Step();
        total += loss.Item<float>() * past.Size(0);
    }

    scheduler.Step();
    progress.Postfix = $"loss {total / trainSet.Count:F5}";
    if (epoch % 10 == 0)
    {
        lines.Add($"第{epoch}轮 Epoch {epoch}: 损失 loss {total / trainSet.Count:F5}");
    }
}

lines.ForEach(Console.WriteLine);
using var noGrad = Torch.NoGrad();
var (x, y) = (later[.., ..Window], later[.., Window..]);
var near = F.MseLoss(net.Call(x), y).Sqrt();
var naive = F.MseLoss(x[.., ^1..].ExpandAs(y), y).Sqrt();
Console.WriteLine($"预测{Step}个值 {Step} steps ahead: 误差 error {near:F3}, 照抄上一个值 repeating the last value {naive:F3}");

var history = series[..Known];
for (var i = 0; i < Ahead; i += Step)
{
    history = Torch.Cat([history, net.Call(history[^Window..].Unsqueeze(0))[0]]);
}

var forecast = history[Known..];
var far = F.MseLoss(forecast, series[Known..(Known + Ahead)]).Sqrt();
Console.WriteLine($"连续预测{Ahead}个值 {Ahead} steps ahead: 误差 error {far:F3}");

// 图: 真的序列和从第800个值起的预测
// The picture: the series, and the forecast from the 800th value on
var chart = Chart.Line(series[(Known - 100)..(Known + Ahead)], t[(Known - 100)..(Known + Ahead)]);
var line = chart.Plot.Add.ScatterLine(t[Known..(Known + Ahead)].ToArray<long>(), forecast.ToArray<float>(), Colors.Red);
(line.LineWidth, line.LegendText) = (2, $"forecast of {Ahead} values");
chart.Plot.GetPlottables<ScottPlot.Plottables.Scatter>().First().LegendText = "series";
var border = chart.Plot.Add.VerticalLine(Known, 1, Colors.Gray, LinePattern.Dashed);
border.LegendText = "end of what is known";
chart.Plot.ShowLegend(Alignment.LowerRight);
(chart.Title, chart.XLabel, chart.YLabel) = ("an LSTM goes on with a series", "t", "value");
var picture = Path.Combine(AppContext.BaseDirectory, "time-series.png");
chart.Save(picture);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");


// 最后一步的输出经过线性层成为预测 (the output of the last step becomes the prediction)
internal sealed class Forecaster(int steps) : Module<Tensor, Tensor>
{
    private readonly LSTM lstm = new(1, 32, batchFirst: true);
    private readonly Linear head = new(32, steps);

    protected override Tensor Forward(Tensor x)
    {
        var (output, _) = lstm.Call(x.Unsqueeze(2));
        return head.Call(output[.., ^1]);
    }
}
