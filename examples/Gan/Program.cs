// 生成对抗网络: 一个网络用噪声造数字, 另一个分辨真假; 两个互相较量, 造的就越来越像. 带--quick时只学几轮.
// A generative adversarial network: one makes digits of noise, the other tells them from real ones, and each makes the other better.
// --quick: a few epochs only.
using System.Diagnostics;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

const int Code = 16;


// 判断与答案差多少: 1是真的, 0是假的
// How far the scores are from the truth: 1 is real, 0 is made
static Tensor Verdict(Tensor scores, double truth) => F.BinaryCrossEntropyWithLogits(scores, Torch.FullLike(scores, truth));


static void Describe(string name, Tensor pictures) => Console.WriteLine(
    $"{name}: 平均的灰度 mean shade {pictures.Mean():F2}, 各张之间的差别 spread {pictures.Std(dim: 0).Mean():F2}");


// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
var (epochs, every) = args.Contains("--quick") ? (10, 5) : (60, 15);
var (images, labels) = DigitImages.Load();
Torch.ManualSeed(0);

// 生成器: 16个随机数变成2x2的图, 转置卷积放大两次, 灰度从-1到1; 鉴别器反过来
// The generator: 16 random numbers become a picture of 2 x 2, twice enlarged by a transposed convolution, with shades from -1 to 1; the
// discriminator goes the other way
var generator = new Sequential(
    new Linear(Code, 256), new Unflatten(1, [64, 2, 2]), new BatchNorm2d(64), new ReLU(),
    new ConvTranspose2d(64, 16, 4, stride: 2, padding: 1, bias: false), new BatchNorm2d(16), new ReLU(),
    new ConvTranspose2d(16, 1, 4, stride: 2, padding: 1), new Tanh());
var discriminator = new Sequential(
    new Conv2d(1, 16, 4, stride: 2, padding: 1), new LeakyReLU(0.2),
    new Conv2d(16, 32, 4, stride: 2, padding: 1, bias: false), new BatchNorm2d(32), new LeakyReLU(0.2),
    new Flatten(), new Dropout(0.3), new Linear(128, 1));
var forger = new Adam(generator.Parameters(), lr: 1e-3, betas: (0.5, 0.999), fused: true);
var judge = new Adam(discriminator.Parameters(), lr: 1e-3, betas: (0.5, 0.999), fused: true);
var loader = new DataLoader<(Tensor X, Tensor Y)>(new TensorDataset(images * 2 - 1, labels), batchSize: 64, shuffle: true, dropLast: true);
var codes = Torch.Randn(100, Code);
var lines = new List<string>();
var progress = Torch.Utils.Progress(Enumerable.Range(1, epochs), "GAN");
foreach (var epoch in progress)
{
    var (judged, forged) = (0.0, 0.0);
    foreach (var (real, _) in loader)
    {
        // 鉴别器这一步不改生成器, 所以Detach(); 0.9让它不要太自信
        // This step is not to change the generator, hence Detach(); 0.9 keeps the discriminator from being too sure
        var fake = generator.Call(Torch.Randn(real.Size(0), Code));
        judge.ZeroGrad();
        var loss = Verdict(discriminator.Call(real), 0.9) + Verdict(discriminator.Call(fake.Detach()), 0);
        loss.Backward();
        judge.Step();
        judged += loss.Item<float>();

        // 生成器要让鉴别器说: 真的
        // The generator wants the discriminator to say: real
        forger.ZeroGrad();
        loss = Verdict(discriminator.Call(fake), 1);
        loss.Backward();
        forger.Step();
        forged += loss.Item<float>();
    }

    progress.Postfix = $"{judged / loader.Count:F2} / {forged / loader.Count:F2}";
    if (epoch % every == 0)
    {
        lines.Add(
            $"第{epoch}轮 Epoch {epoch}: 鉴别器 discriminator {judged / loader.Count:F1}, 生成器 generator {forged / loader.Count:F1}");
    }
}

lines.ForEach(Console.WriteLine);
generator.Eval();
using var noGrad = Torch.NoGrad();
var made = (generator.Call(codes) + 1) / 2;
Describe("真的 Real", images);
Describe("生成的 Generated", made);

// 图: 左边一百个生成的, 右边一百个真的
// The picture: on the left a hundred that are made, on the right a hundred real ones
var grids = new[] { made, images[..100] }.Select(one => 1 - TorchVision.Utils.MakeGrid(one, nrow: 10, padding: 1)).ToArray();
var (height, width) = (grids[0].Size(1), grids[0].Size(2));
var both = Torch.Cat([grids[0], Torch.Ones(3, height, 9), grids[1]], dim: 2);
var chart = Chart.Image(Torch.Cat([Torch.Ones(3, 10, both.Size(2)), both], dim: 1));
foreach (var (text, x) in new[] { ("generated", 0), ("real", width + 9) })
{
    chart.Plot.Add.Text(text, x, height + 9).LabelFontSize = 20;
}

var picture = Path.Combine(AppContext.BaseDirectory, "gan.png");
chart.Save(picture, width: 1100, height: 580);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");
