// 强化学习: 小车左右移动, 不让杆倒下. 没有人告诉它怎么做, 只知道每次站了多久; 站得久的做法以后多做(REINFORCE).
// Reinforcement learning: a cart moves left and right so that its pole stands. Nobody tells it how; it only knows how long the pole
// stood, and does more often what was followed by a long time (REINFORCE).
using System.Diagnostics;
using ScottPlot;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using F = TorchLite.Torch.Nn.Functional;

const int Carts = 16, Rounds = 40, Limit = 500;
const double Discount = 0.99;


static CartPole[] Start(int count)
{
    var numbers = (Torch.Rand([count, 4], dtype: DType.Float64) * 0.1 - 0.05).ToArray2D<double>();
    return [.. Enumerable.Range(0, count).Select(i => new CartPole(numbers[i, 0], numbers[i, 1], numbers[i, 2], numbers[i, 3]))];
}


// 网络看到的: 四个数, 大小相近
// What the network sees: four numbers of about the same size
static Tensor See(IEnumerable<CartPole> carts) =>
    Torch.Tensor(carts.SelectMany(cart => new[] { cart.X, cart.Speed, cart.Angle, cart.Spin }).ToArray()).Float().View(-1, 4)
    * Torch.Tensor([0.4, 0.5, 5.0, 0.5]);


// 所有小车一起走, 直到都倒了或者满了时间; 记下看到的, 做的, 和此后还站了多久
// All carts go together until all have fallen or time is up; kept is what was seen, what was done, and for how long it stood then
static (Tensor Seen, Tensor Done, Tensor Left, int[] Lengths) Play(Sequential policy, CartPole[] carts, Func<Tensor, Tensor> choose)
{
    using var _ = Torch.NoGrad();
    var lengths = new int[carts.Length];
    var (seen, done, who) = (new List<Tensor>(), new List<Tensor>(), new List<int[]>());
    int[] standing = [.. Enumerable.Range(0, carts.Length)];
    while (standing.Length > 0 && seen.Count < Limit)
    {
        var x = See(standing.Select(i => carts[i]));
        var actions = choose(policy.Call(x));
        seen.Add(x);
        done.Add(actions);
        who.Add(standing);
        foreach (var (i, action) in standing.Zip(actions.ToArray<long>()))
        {
            carts[i] = carts[i].Push(right: action == 1);
            lengths[i]++;
        }

        standing = [.. standing.Where(i => !carts[i].HasFallen)];
    }

    var left = Torch.Tensor(who.SelectMany((some, step) => some.Select(i => (long)lengths[i] - step)).ToArray());
    return (Torch.Cat(seen.ToArray()), Torch.Cat(done.ToArray()), left, lengths);
}


// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
Torch.ManualSeed(0);
var policy = new Sequential(new Linear(4, 64), new Tanh(), new Linear(64, 2));
var optimizer = new Adam(policy.Parameters(), lr: 1e-2, fused: true);
var all = new List<int[]>();
var lines = new List<string>();
var progress = Torch.Utils.Progress(Enumerable.Range(1, Rounds), "REINFORCE");
foreach (var round in progress)
{
    // 每一步按网络给的概率抽一个动作
    // Each action is drawn with the probabilities that the network gives
    var (seen, done, left, lengths) = Play(policy, Start(Carts), scores => scores.Softmax(1).Multinomial(1).Squeeze(1));

    // 每个动作的得分: 此后站的时间, 越远越不算数; 比平均好的多做, 比平均差的少做
    // An action's gain: the time that follows, the later the less; what is better than the mean is done more often, the rest less
    var gain = (1 - Torch.Pow(Discount, left)) / (1 - Discount);
    var advantage = (gain - gain.Mean()) / gain.Std();
    optimizer.ZeroGrad();
    (F.CrossEntropy(policy.Call(seen), done, reduction: Reduction.None) * advantage).Mean().Backward();
    optimizer.Step();

    all.Add(lengths);
    progress.Postfix = $"{lengths.Average():F1} steps";
    if (round % 5 == 0)
    {
        lines.Add($"抽动作 Drawing actions, 第{round}回 round {round}: 平均站了 mean steps {lengths.Average():F1}, 最短 shortest {lengths.Min()}");
    }
}

lines.ForEach(Console.WriteLine);
var tests = Play(policy, Start(100), scores => scores.Argmax(1)).Lengths;
var standing = tests.Count(length => length == Limit);
Console.WriteLine(
    $"一百次检验 A hundred tests: 平均站了 mean steps {tests.Average():F1}, 站满的 still standing after {Limit}: {standing}");

// 图: 每一回最短, 平均和最长的时间
// The picture: the shortest, mean and longest time of each round
double[] rounds = [.. Enumerable.Range(1, Rounds)];
var chart = Chart.Line(Torch.Tensor(all.Select(one => one.Average()).ToArray()), Torch.Tensor(rounds));
var band = chart.Plot.Add.FillY(
    rounds, [.. all.Select(one => (double)one.Min())], [.. all.Select(one => (double)one.Max())]);
(band.FillColor, band.LineColor) = (Colors.C0.WithAlpha(0.2), Colors.Transparent);
chart.Plot.GetPlottables<ScottPlot.Plottables.Scatter>().First().LegendText = "mean";
band.LegendText = "shortest to longest";
chart.Plot.ShowLegend(Alignment.LowerRight);
(chart.Title, chart.XLabel, chart.YLabel) = ("a cart learns to balance a pole", "round of 16 tries", "steps until the pole falls");
var picture = Path.Combine(AppContext.BaseDirectory, "reinforcement-learning.png");
chart.Save(picture);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");
