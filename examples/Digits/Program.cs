// 手写数字识别: 先用多层感知机, 再用卷积网络; 各看一眼没有学过的数字认对了多少.
// Handwritten digits: a multilayer perceptron, then a convolutional network, and how many digits they know that they have not seen.
using System.Diagnostics;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;


// 训练: 每轮把打乱的训练集分批看一遍
// Training: an epoch is a walk over the training set, shuffled and in batches
static void Train(string name, Sequential net, Subset<(Tensor X, Tensor Y)> trainSet, Subset<(Tensor X, Tensor Y)> testSet, int epochs)
{
    var optimizer = new Adam(net.Parameters(), lr: 2e-3, fused: true);
    var loader = new DataLoader<(Tensor X, Tensor Y)>(trainSet, batchSize: 64, shuffle: true);
    var lines = new List<string>();

    // 进度写在错误输出上, 不混进程序的结果 (progress goes to the error output, the results stay clean)
    var progress = Torch.Utils.Progress(Enumerable.Range(1, epochs), name);
    foreach (var epoch in progress)
    {
        net.Train();
        var total = 0.0;
        foreach (var (x, y) in loader)
        {
            optimizer.ZeroGrad();
            var loss = F.CrossEntropy(net.Call(x), y);
            loss.Backward();
            optimizer.Step();
            total += loss.Item<float>() * x.Size(0);
        }

        progress.Postfix = $"loss {total / trainSet.Count:F4}";
        if (epoch % 5 == 0)
        {
            var (predicted, actual) = Predict(net, testSet);
            var accuracy = 100.0 * (predicted == actual).Sum().Item<long>() / testSet.Count;
            lines.Add($"第{epoch}轮 Epoch {epoch}: 损失 loss {total / trainSet.Count:F4}, 测试准确率 test accuracy {accuracy:F2} %");
        }
    }

    lines.ForEach(Console.WriteLine);
}


// 预测: Eval()关掉dropout, NoGrad()不记录梯度
// Predicting: Eval() switches dropout off, and NoGrad() the recording of gradients
static (Tensor Predicted, Tensor Actual) Predict(Sequential net, Subset<(Tensor X, Tensor Y)> testSet)
{
    net.Eval();
    using var _ = Torch.NoGrad();
    var (x, y) = new DataLoader<(Tensor X, Tensor Y)>(testSet, batchSize: testSet.Count).First();
    return (net.Call(x).Argmax(dim: 1), y);
}


// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
var (images, labels) = DigitImages.Load();
Torch.ManualSeed(0);
var parts = Torch.Utils.Data.RandomSplit(new TensorDataset(images, labels), [0.8, 0.2]);
var (trainSet, testSet) = (parts[0], parts[1]);
Console.WriteLine($"训练 Training: {trainSet.Count}, 测试 test: {testSet.Count}");

Console.WriteLine("多层感知机 A multilayer perceptron:");
var mlp = new Sequential(new Flatten(), new Linear(64, 64), new ReLU(), new Linear(64, 10));
Train("MLP", mlp, trainSet, testSet, epochs: 20);

Console.WriteLine("卷积网络 A convolutional network:");
var cnn = new Sequential(
    new Conv2d(1, 16, 3, padding: 1), new ReLU(),
    new Conv2d(16, 32, 3, padding: 1), new ReLU(), new MaxPool2d(2),
    new Flatten(), new Dropout(0.25), new Linear(512, 10));
Train("CNN", cnn, trainSet, testSet, epochs: 20);

var (predicted, actual) = Predict(cnn, testSet);
var wrong = (predicted != actual).Nonzero().Flatten().ToArray<long>();
Console.WriteLine($"认错的 Mistaken: {string.Join(", ", wrong.Select(i => $"{actual[i].Item()}->{predicted[i].Item()}"))}");

// 图: 四十个测试数字和卷积网络的判断, 认错的在前, 红字
// The picture: forty held-out digits and what the network takes them for; mistakes come first, in red
const int Columns = 10, Cell = 13;
int[] shown = [.. wrong.Select(i => (int)i).Concat(Enumerable.Range(0, testSet.Count).Where(i => !wrong.Contains(i))).Take(40)];
var shades = Torch.Stack(shown.Select(i => F.Pad(testSet[i].X, [2, 2, 4, 0])).ToArray());
var grid = TorchVision.Utils.MakeGrid(shades, nrow: Columns, padding: 1);
var chart = Chart.Image(1 - grid);
for (var k = 0; k < shown.Length; k++)
{
    var (column, row) = (k % Columns, k / Columns);
    var isWrong = wrong.Contains(shown[k]);
    var text = chart.Plot.Add.Text(
        isWrong ? $"{actual[shown[k]].Item()} -> {predicted[shown[k]].Item()}" : $"{predicted[shown[k]].Item()}",
        (column * Cell) + 4, grid.Size(1) - (row * Cell) - 1);
    (text.LabelFontSize, text.LabelFontColor) = (16, isWrong ? ScottPlot.Colors.Red : ScottPlot.Colors.Black);
}

var picture = Path.Combine(AppContext.BaseDirectory, "digits.png");
chart.Save(picture, width: 1000, height: 420);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");
