// 变分自编码器: 把64个像素压成平面上的一个点, 再从点画回来; 平面上没见过的点也画得出数字.
// A variational autoencoder: 64 pixels become a point of the plane and are drawn from it again, and new points give new digits.
using System.Diagnostics;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Utils.Data;
using F = TorchLite.Torch.Nn.Functional;

// 网络这么小, 一个线程比几个快 (networks as small as these are faster on one thread)
Torch.SetNumThreads(1);
var watch = Stopwatch.StartNew();
var (images, labels) = DigitImages.Load();
Torch.ManualSeed(0);
var vae = new VariationalAutoencoder();
var optimizer = new Adam(vae.Parameters(), lr: 2e-3, fused: true);
var loader = new DataLoader<(Tensor X, Tensor Y)>(new TensorDataset(images, labels), batchSize: 64, shuffle: true);
var lines = new List<string>();
var progress = Torch.Utils.Progress(Enumerable.Range(1, 100), "VAE");
foreach (var epoch in progress)
{
    var (reconstruction, divergence) = (0.0, 0.0);
    foreach (var (x, _) in loader)
    {
        optimizer.ZeroGrad();
        var (decoded, mean, logVariance) = vae.Call(x);

        // 损失的两项: 画回来的要像, 点的分布要接近标准正态
        // The loss has two parts: the drawing is to be like the image, and the points as if drawn from the normal distribution
        var bce = F.BinaryCrossEntropy(decoded, x.Flatten(1), reduction: Reduction.Sum);
        var kl = -0.5 * (1 + logVariance - mean.Pow(2) - logVariance.Exp()).Sum();
        ((bce + kl) / x.Size(0)).Backward();
        optimizer.Step();
        reconstruction += bce.Item<float>();
        divergence += kl.Item<float>();
    }

    progress.Postfix = $"loss {(reconstruction + divergence) / images.Size(0):F3}";
    if (epoch % 20 == 0)
    {
        lines.Add(
            $"第{epoch}轮 Epoch {epoch}: 重建 reconstruction {reconstruction / images.Size(0):F3}, KL {divergence / images.Size(0):F3}");
    }
}

lines.ForEach(Console.WriteLine);
using var noGrad = Torch.NoGrad();
var codes = vae.Encoder.Call(images)[.., ..2];
for (var digit = 0; digit < 10; digit++)
{
    var centre = codes[labels == digit].Mean(dim: 0).ToArray<float>();
    Console.WriteLine($"{digit}的中心 centre of the {digit}s: ({centre[0]:F2}, {centre[1]:F2})");
}

// 图: 平面上16x16个点画出的数字; 横是第一个数, 从左到右-2.5到2.5, 竖是第二个, 从上到下2.5到-2.5
// The picture: what is drawn from 16 x 16 points; the first number grows from -2.5 to 2.5 to the right, the second one upwards
var (across, up) = (Torch.Linspace(-2.5, 2.5, 16), Torch.Linspace(2.5, -2.5, 16));
var points = Torch.Stack([across.Expand(16, 16), up.Unsqueeze(1).Expand(16, 16)], dim: 2).Reshape(-1, 2);
var chart = Chart.Image(1 - TorchVision.Utils.MakeGrid(vae.Decoder.Call(points).View(-1, 1, 8, 8), nrow: 16, padding: 1));
var picture = Path.Combine(AppContext.BaseDirectory, "vae.png");
chart.Save(picture, width: 700, height: 700);
Console.Error.WriteLine($"用时 Time: {watch.Elapsed.TotalSeconds:F1} s, 图 picture: {picture}");


// 编码器给出点的均值和方差的对数, 解码器从抽到的点画回图像
// The encoder says where the point is likely to be: a mean and the logarithm of a variance; the decoder draws from a point
internal sealed class VariationalAutoencoder : Module<Tensor, (Tensor Decoded, Tensor Mean, Tensor LogVariance)>
{
    public Sequential Encoder { get; } = new(new Flatten(), new Linear(64, 128), new ReLU(), new Linear(128, 4));

    public Sequential Decoder { get; } = new(new Linear(2, 128), new ReLU(), new Linear(128, 64), new Sigmoid());

    protected override (Tensor Decoded, Tensor Mean, Tensor LogVariance) Forward(Tensor x)
    {
        // 抽样写成均值加噪声, 梯度才过得去 (written as mean plus noise, gradients pass through the drawing)
        var halves = Encoder.Call(x).Chunk(2, dim: 1);
        var (mean, logVariance) = (halves[0], halves[1]);
        var z = mean + Torch.RandnLike(mean) * (logVariance / 2).Exp();
        return (Decoder.Call(z), mean, logVariance);
    }
}
