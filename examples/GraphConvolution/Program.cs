// 图卷积: 一个空手道俱乐部分裂成两个. 只知道两位带头人去了哪边, 从谁和谁是朋友猜其余32个人 (W. Zachary, 1977).
// Graph convolutions: a karate club split into two. From where the two leaders went, and from who was whose friend, the sides of the other
// 32 people are guessed (W. Zachary, 1977).
using System.Diagnostics;
using ScottPlot;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using F = TorchLite.Torch.Nn.Functional;

const int People = 34;


// 画图用的位置: 平面上的距离要像图上的步数, 也用梯度下降来找
// Places for the picture: distances in the plane are to be like those in the graph, in steps; gradient descent finds them, too
static Tensor Places(Tensor edges)
{
    var steps = Torch.Full([People, People], 100.0);
    steps[edges[.., 0], edges[.., 1]] = 1;
    steps[edges[.., 1], edges[.., 0]] = 1;
    for (var i = 0; i < People; i++)
    {
        steps = Torch.Minimum(steps, steps[.., i..(i + 1)] + steps[i..(i + 1)]);
    }

    var places = Torch.Randn([People, 2], requiresGrad: true);
    var optimizer = new Adam([places], lr: 0.1, fused: true);
    var pair = Torch.TriuIndices(People, People, 1);
    var wanted = steps[pair[0], pair[1]];
    for (var i = 0; i < 500; i++)
    {
        optimizer.ZeroGrad();
        var distances = (places[pair[0]] - places[pair[1]]).Norm(dim: 1);
        (distances / wanted - 1).Square().Sum().Backward();
        optimizer.Step();
    }

    return places.Detach();
}


Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
var edges = Csv.Load(Path.Combine(AppContext.BaseDirectory, "data", "karate-club.csv"), dtype: DType.Int64) - 1;
var clubs = Torch.Ones(People, dtype: DType.Int64);
clubs[Torch.Tensor([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21])] = 0;
var graph = new Graph(edges, People);
Console.WriteLine($"{People}个人 people, {edges.Size(0)}对朋友 friendships");

Torch.ManualSeed(0);
var net = new Sequential(new GraphConvolution(People, 16, graph), new ReLU(), new GraphConvolution(16, 2, graph));
var optimizer = new Adam(net.Parameters(), lr: 1e-2, weightDecay: 5e-4, fused: true);
var everybody = Torch.Eye(People);
var leaders = Torch.Tensor([0, People - 1]);
var scores = Torch.Zeros(People, 2);
var lines = new List<string>();
var progress = Torch.Utils.Progress(Enumerable.Range(1, 200), "GCN");
foreach (var step in progress)
{
    // 损失只看两位带头人, 其余的人通过边得到消息
    // The loss sees the two leaders only; what it says comes to the others along the edges
    optimizer.ZeroGrad();
    scores = net.Call(everybody);
    var loss = F.CrossEntropy(scores[leaders], clubs[leaders]);
    loss.Backward();
    optimizer.Step();
    progress.Postfix = $"loss {loss:F4}";
    if (step % 50 == 0)
    {
        var right = (scores.Argmax(1) == clubs)[1..^1].Sum();
        lines.Add($"第{step}步 Step {step}: 损失 loss {loss:F4}, 其余的人猜对 right of the others {right.Item()}/{People - 2}");
    }
}

lines.ForEach(Console.WriteLine);
var isWrong = (scores.Argmax(1) != clubs).ToArray<bool>();
Console.WriteLine($"认错的 Mistaken: {string.Join(", ", Enumerable.Range(1, People).Where(person => isWrong[person - 1]))}");

// 图: 颜色是猜的, 方块是带头人, 红圈是猜错的
// The picture: colours are guesses, squares are leaders, and a red ring is a mistake
var probability = scores.Softmax(1)[.., 1].Detach().ToArray<float>();
var places = Places(edges).ToArray2D<float>();
var chart = new Chart();
foreach (var (one, other) in edges.ToArray2D<long>().Cast<long>().Chunk(2).Select(pair => (pair[0], pair[1])))
{
    chart.Plot.Add.Line(places[one, 0], places[one, 1], places[other, 0], places[other, 1]).Color = Colors.LightGray;
}

for (var person = 0; person < People; person++)
{
    var (x, y) = (places[person, 0], places[person, 1]);
    var shape = person is 0 or (People - 1) ? MarkerShape.FilledSquare : MarkerShape.FilledCircle;
    if (isWrong[person])
    {
        chart.Plot.Add.Marker(x, y, MarkerShape.FilledCircle, 38, Colors.Red);
    }

    chart.Plot.Add.Marker(x, y, shape, 30, Colors.DarkOrange.InterpolateRgb(Colors.SteelBlue, probability[person]));
    var text = chart.Plot.Add.Text($"{person + 1}", x, y);
    (text.LabelFontSize, text.LabelFontColor, text.LabelAlignment) = (15, Colors.White, Alignment.MiddleCenter);
}

chart.Plot.HideGrid();
chart.Plot.Layout.Frameless();
var picture = Path.Combine(AppContext.BaseDirectory, "graph-convolution.png");
chart.Save(picture, width: 900, height: 700);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");
