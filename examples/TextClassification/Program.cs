// 文本分类: 读一段台词, 猜它出自莎士比亚的哪一部戏; 词袋的嵌入取平均, 再加一个线性层.
// Text classification: which of Shakespeare's plays a speech is from; the mean of the embeddings of its words, and a linear layer.
using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

// 每部戏和它的第一句话 (each play and how it begins)
(string Title, string Opening)[] plays =
[
    ("Coriolanus", "First Citizen:\nBefore we proceed"),
    ("Richard III", "GLOUCESTER:\nNow is the winter"),
    ("Richard II", "KING RICHARD II:\nOld John of Gaunt"),
    ("Romeo and Juliet", "SAMPSON:\nGregory, o' my word"),
    ("Henry VI", "WARWICK:\nI wonder how the king"),
    ("The Winter's Tale", "ARCHIDAMUS:\nIf you shall chance"),
    ("Measure for Measure", "DUKE VINCENTIO:\nEscalus."),
    ("The Taming of the Shrew", "SLY:\nI'll pheeze you"),
    ("The Tempest", "Master:\nBoatswain!"),
];

// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
var speeches = ReadSpeeches();
Torch.ManualSeed(0);
var parts = Torch.Utils.Data.RandomSplit(speeches, [0.8, 0.2]);
var (trainSet, testSet) = (parts[0], parts[1]);

// 词表: 训练集里至少出现两次的词, 从1起编号; 0是没见过的词
// The vocabulary: words that stand twice or more in the training set, numbered from 1; 0 is for all others
var vocabulary = trainSet.SelectMany(speech => speech.Words).CountBy(word => word).Where(pair => pair.Value >= 2)
    .Select(pair => pair.Key).Order(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => pair.Index + 1L);
Console.WriteLine($"{speeches.Count}段台词 speeches: 训练 training {trainSet.Count}, 测试 test {testSet.Count}");
Console.WriteLine($"{vocabulary.Count}个词 words");

var net = new Classifier(vocabulary.Count + 1, plays.Length);
var optimizer = new Adam(net.Parameters(), lr: 1e-2, fused: true);
var loader = new DataLoader<(string[] Words, int Play), (Tensor Codes, Tensor Offsets, Tensor Plays)>(
    trainSet, batchSize: 64, shuffle: true, collateFn: BatchOf);
var lines = new List<string>();
var progress = Torch.Utils.Progress(Enumerable.Range(1, 16), "words");
foreach (var epoch in progress)
{
    net.Train();
    var total = 0.0;
    foreach (var (codes, offsets, answers) in loader)
    {
        optimizer.ZeroGrad();
        var loss = F.CrossEntropy(net.Call(codes, offsets), answers);
        loss.Backward();
        optimizer.Step();
        total += loss.Item<float>() * answers.Size(0);
    }

    progress.Postfix = $"loss {total / trainSet.Count:F3}";
    if (epoch % 4 == 0)
    {
        var (guesses, truth) = Predict();
        var accuracy = 100.0 * (guesses == truth).Sum().Item<long>() / testSet.Count;
        lines.Add($"第{epoch}轮 Epoch {epoch}: 损失 loss {total / trainSet.Count:F3}, 测试准确率 test accuracy {accuracy:F1} %");
    }
}

lines.ForEach(Console.WriteLine);
var (predicted, actual) = Predict();
var commonest = actual.Bincount().Max().Item<long>();
Console.WriteLine($"总是猜最多的一部 Always guessing the commonest play: {100.0 * commonest / testSet.Count:F1} %");

// 图: 测试的台词, 行是真的出处, 列是猜的; 每行的颜色加起来是1
// The picture: the speeches of the test; rows are where they are from, columns what was guessed, and colours are shares of a row
var confusion = (actual * plays.Length + predicted).Bincount(minlength: plays.Length * plays.Length).View(plays.Length, plays.Length);
var shares = confusion / confusion.Sum(dim: 1, keepdim: true);
var chart = Chart.Heatmap(shares);
foreach (var (row, column) in Enumerable.Range(0, plays.Length).SelectMany(r => Enumerable.Range(0, plays.Length).Select(c => (r, c))))
{
    var number = chart.Plot.Add.Text($"{confusion[row, column].Item()}", column, plays.Length - 1 - row);
    (number.LabelFontSize, number.LabelAlignment) = (16, ScottPlot.Alignment.MiddleCenter);
    number.LabelFontColor = shares[row, column].Item<float>() < 0.5 ? ScottPlot.Colors.White : ScottPlot.Colors.Black;
}

double[] places = [.. Enumerable.Range(0, plays.Length)];
string[] titles = [.. plays.Select(play => play.Title)];
chart.Plot.Axes.Left.SetTicks(places, [.. titles.Reverse()]);
chart.Plot.Axes.Bottom.SetTicks(places, titles);
chart.Plot.Axes.Bottom.MinimumSize = 130;
var labels = chart.Plot.Axes.Bottom.TickLabelStyle;
(labels.Rotation, labels.Alignment) = (-30, ScottPlot.Alignment.MiddleRight);
(chart.Title, chart.XLabel, chart.YLabel) = ("which play is a speech from?", "guess", "truth");
var picture = Path.Combine(AppContext.BaseDirectory, "text-classification.png");
chart.Save(picture, width: 1000, height: 860);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");


// 二十个词以上的台词和它的戏; 不要说话人的名字
// Speeches of twenty words or more, and their plays; who speaks is left out
List<(string[] Words, int Play)> ReadSpeeches()
{
    using var reader = new StreamReader(new GZipStream(
        File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "tinyshakespeare.txt.gz")), CompressionMode.Decompress));
    var text = reader.ReadToEnd();
    int[] starts = [.. plays.Select(play => text.IndexOf(play.Opening, StringComparison.Ordinal)), text.Length];
    return [.. Enumerable.Range(0, plays.Length)
        .SelectMany(play => text[starts[play]..starts[play + 1]].Split("\n\n").Select(speech => (Words: WordsOf(speech), Play: play)))
        .Where(speech => speech.Words.Length >= 20)];
}


static string[] WordsOf(string speech)
{
    var name = speech.IndexOf(":\n", StringComparison.Ordinal);
    return name < 0 ? [] : [.. Regex.Matches(speech[name..].ToLowerInvariant(), "[a-z]+").Select(match => match.Value)];
}


// 一批台词的词接成一行, Offsets是每段的开头
// The words of a batch of speeches stand in one row; Offsets says where each speech begins
(Tensor Codes, Tensor Offsets, Tensor Plays) BatchOf(IReadOnlyList<(string[] Words, int Play)> items)
{
    var (codes, offsets) = (new List<long>(), new List<long>());
    foreach (var (words, _) in items)
    {
        offsets.Add(codes.Count);
        codes.AddRange(words.Select(word => vocabulary.GetValueOrDefault(word)));
    }

    long[] answers = [.. items.Select(item => (long)item.Play)];
    return (Torch.FromArray(codes.ToArray()), Torch.FromArray(offsets.ToArray()), Torch.FromArray(answers));
}


(Tensor Guesses, Tensor Truth) Predict()
{
    net.Eval();
    using var _ = Torch.NoGrad();
    var (codes, offsets, answers) = BatchOf(testSet);
    return (net.Call(codes, offsets).Argmax(dim: 1), answers);
}


internal sealed class Classifier(long vocabulary, long classes) : Module<Tensor, Tensor, Tensor>
{
    private readonly EmbeddingBag words = new(vocabulary, 64, mode: EmbeddingBagMode.Mean);
    private readonly Dropout dropout = new(0.5);
    private readonly Linear head = new(64, classes);

    protected override Tensor Forward(Tensor codes, Tensor offsets) => head.Call(dropout.Call(words.Call(codes, offsets)));
}
