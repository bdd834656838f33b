// 一个小的GPT: 逐个字符地学莎士比亚, 保存, 读回来接着学, 然后自己写一段. 带--quick时只学几步.
// A small GPT: it learns Shakespeare letter by letter, is saved, goes on from the file, and writes some text. --quick: a few steps only.
using System.Diagnostics;
using System.IO.Compression;
using TorchLite;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

const int BatchSize = 32;


static Tensor Loss(Gpt gpt, Tensor x, Tensor y) => F.CrossEntropy(gpt.Call(x).Flatten(0, 1), y.Flatten());


// 训练: 每批是随机位置的32段文字
// Training: a batch is 32 pieces of text from random places
static void Train(Gpt gpt, AdamW optimizer, TextDataset windows, int first, int steps, int every, List<double> losses)
{
    var sampler = new RandomSampler(windows.Count, replacement: true, numSamples: steps * BatchSize);
    var loader = new DataLoader<(Tensor X, Tensor Y)>(windows, BatchSize, sampler: sampler);
    var lines = new List<string>();
    var progress = Torch.Utils.Progress(loader, $"step {first}", total: steps);
    foreach (var (x, y) in progress)
    {
        optimizer.ZeroGrad();
        var loss = Loss(gpt, x, y);
        loss.Backward();
        optimizer.Step();
        losses.Add(loss.Item<float>());
        progress.Postfix = $"loss {losses[^1]:F4}";
        if (losses.Count % every == 0)
        {
            lines.Add($"第{losses.Count}步 Step {losses.Count}: 损失 loss {losses.TakeLast(every).Average():F4}");
        }
    }

    lines.ForEach(Console.WriteLine);
}


// 没学过的部分: 均匀取出的256段
// The text that it has not learnt from: 256 pieces, evenly spread
static void HeldOut(Gpt gpt, TextDataset windows)
{
    using var _ = Torch.NoGrad();
    var (x, y) = Torch.Utils.Data.DefaultCollate(
        [.. Enumerable.Range(0, 256).Select(i => windows[i * (windows.Count / 256)])]);
    Console.WriteLine($"没学过的部分 Held-out text: 损失 loss {Loss(gpt, x, y):F4}");
}


// 续写: 每次按预测的概率抽一个字符, 接在后面
// Writing: each letter is drawn with the predicted probabilities, and put behind the others
static Tensor Sample(Gpt gpt, Tensor codes, int length)
{
    using var _ = Torch.NoGrad();
    foreach (var i in Torch.Utils.Progress(Enumerable.Range(0, length), "sample"))
    {
        var seen = codes[(int)Math.Max(0, codes.Size(0) - Gpt.Context)..];
        var probabilities = gpt.Call(seen.Unsqueeze(0))[0, ^1].Softmax(0);
        codes = Torch.Cat([codes, probabilities.Multinomial(1)]);
    }

    return codes;
}


var watch = Stopwatch.StartNew();
var (steps, every, length) = args.Contains("--quick") ? (20, 10, 80) : (250, 50, 400);
using var reader = new StreamReader(new GZipStream(
    File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "tinyshakespeare.txt.gz")), CompressionMode.Decompress));
var text = reader.ReadToEnd();
// 每个字符一个编号; 每一项是连续64个字符, 和往后错一位的64个
// A number for each letter; an item is 64 letters in a row, and the 64 that begin one later
var letters = new CharacterTokenizer(text);
var codes = Torch.FromArray(letters.Encode(text));
var (trainSet, testSet) = (
    new TextDataset(codes[..(text.Length * 9 / 10)], Gpt.Context), new TextDataset(codes[(text.Length * 9 / 10)..], Gpt.Context));
Console.WriteLine($"{text.Length}个字符 characters, {letters.Count}种 distinct");

Torch.ManualSeed(0);
var gpt = new Gpt(letters.Count);
var optimizer = new AdamW(gpt.Parameters(), lr: 3e-3, fused: true);
var losses = new List<double>();
Console.WriteLine($"{gpt.Parameters().Sum(p => p.Numel())}个参数 parameters");
Train(gpt, optimizer, trainSet, 1, steps, every, losses);
HeldOut(gpt, testSet);

// 保存, 读进一个新的网络, 接着训练; Python的torch.load也读这个文件
// Saved, read into a new network, and on it goes; Python's torch.load reads this file too
var path = Path.Combine(AppContext.BaseDirectory, "char-gpt.pt");
Torch.Save(new Dictionary<object, object?> { ["gpt"] = gpt.StateDict(), ["optimizer"] = optimizer.StateDict() }, path);
gpt = new Gpt(letters.Count);
optimizer = new AdamW(gpt.Parameters(), lr: 3e-3, fused: true);
var saved = (OrderedDictionary<object, object?>)Torch.Load(path)!;
gpt.LoadStateDict((OrderedDictionary<object, object?>)saved["gpt"]!);
optimizer.LoadStateDict((OrderedDictionary<object, object?>)saved["optimizer"]!);
Console.WriteLine($"存了又读 Saved and loaded: {Path.GetFileName(path)}");
Train(gpt, optimizer, trainSet, steps + 1, steps, every, losses);
HeldOut(gpt, testSet);

Console.WriteLine("样本 Sample:");
var sample = Sample(gpt, Torch.FromArray(letters.Encode("\n")), length);
Console.WriteLine(letters.Decode(sample));

var chart = Chart.Line(Torch.FromArray(losses.ToArray()));
(chart.Title, chart.XLabel, chart.YLabel) = ("a small GPT learns Shakespeare", "step", "loss");
chart.Plot.Add.VerticalLine(steps).LegendText = "saved and loaded";
chart.Plot.ShowLegend(ScottPlot.Alignment.UpperRight);
var picture = Path.Combine(AppContext.BaseDirectory, "char-gpt.png");
chart.Save(picture);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");
