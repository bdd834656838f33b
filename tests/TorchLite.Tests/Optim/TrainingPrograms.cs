using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Tests.Nn;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Tests.Optim;

/// <summary>The programs of tests/reference/training.py.</summary>
internal static class TrainingPrograms
{
    internal static IReadOnlyDictionary<string, Func<TrainingProgram>> All { get; } = new Dictionary<string, Func<TrainingProgram>>
    {
        ["Mlp"] = Mlp,
        ["ResNet"] = ResNet,
        ["Lstm"] = Lstm,
        ["Gru"] = Gru,
        ["Gpt"] = Gpt,
        ["Autoencoder"] = Autoencoder,
        ["Encoder"] = Encoder,
        ["Vae"] = Vae,
        ["Gan"] = Gan,
        ["Lbfgs"] = Lbfgs,
    };

    internal static TrainingProgram Start(string name)
    {
        Torch.ManualSeed(11);
        return All[name]();
    }

    private static TrainingProgram Mlp()
    {
        var (x, y) = (Torch.Randn(64, 20), Torch.Randint(0, 5, [64]));
        var net = new Sequential(new Linear(20, 24), new ReLU(), new Dropout(0.2), new Linear(24, 5));
        var optimizer = new SGD(net.Parameters(), lr: 0.05, momentum: 0.9, weightDecay: 1e-4, nesterov: true);
        return new([("net", net)], [("optimizer", optimizer)], () =>
        {
            var rows = Torch.Randint(0, 64, [16]);
            return Down(optimizer, F.CrossEntropy(net.Call(x[rows]), y[rows]));
        });
    }

    private static TrainingProgram ResNet()
    {
        var (x, y) = (Torch.Rand(32, 1, 8, 8), Torch.Randint(0, 10, [32]));
        var net = new Networks.ResNet();
        var optimizer = new SGD(net.Parameters(), lr: 0.01, momentum: 0.8, fused: true);
        return new([("net", net)], [("optimizer", optimizer)], () =>
        {
            var rows = Torch.Randperm(32)[..16];
            return Down(optimizer, F.CrossEntropy(net.Call(x[rows]), y[rows]));
        });
    }

    private static TrainingProgram Lstm()
    {
        var (x, y) = (Torch.Randint(0, 20, [24, 9]), Torch.Randint(0, 3, [24]));
        var net = new Networks.Classifier();
        var optimizer = new Adam(net.Parameters(), lr: 0.01, amsgrad: true);
        return new([("net", net)], [("optimizer", optimizer)], () => Down(optimizer, F.CrossEntropy(net.Call(x), y)));
    }

    // The next value of a wave with noise.
    private static TrainingProgram Gru()
    {
        var wave = Torch.Sin(Torch.Arange(26) * 0.5) + (0.1 * Torch.Randn(8, 26));
        var gru = new GRU(1, 10, batchFirst: true);
        var head = new Linear(10, 1);
        var optimizer = new RMSprop([.. gru.Parameters(), .. head.Parameters()], lr: 0.002, eps: 1e-3, momentum: 0.5, centered: true);
        return new([("gru", gru), ("head", head)], [("optimizer", optimizer)], () =>
        {
            var (hidden, _) = gru.Call(wave[.., ..^1].Unsqueeze(-1));
            return Down(optimizer, F.MseLoss(head.Call(hidden).Squeeze(-1), wave[.., 1..]));
        });
    }

    private static TrainingProgram Gpt()
    {
        var text = Torch.Randint(0, 17, [60]);
        var net = new Networks.Gpt();
        var optimizer = new AdamW(
            [
                new(net.Parameters().Where(static x => x.Dim() >= 2)) { WeightDecay = 0.1 },
                new(net.Parameters().Where(static x => x.Dim() < 2)) { WeightDecay = 0 },
            ],
            lr: 3e-3, betas: (0.9, 0.95), fused: true);
        return new([("net", net)], [("optimizer", optimizer)], () =>
        {
            var starts = Torch.Randint(0, 48, [4]).ToArray<long>();
            var x = Torch.Stack([.. starts.Select(i => text[(int)i..((int)i + 12)])]);
            var y = Torch.Stack([.. starts.Select(i => text[((int)i + 1)..((int)i + 13)])]);
            var loss = F.CrossEntropy(net.Call(x).Reshape(-1, 17), y.Reshape(-1));
            optimizer.ZeroGrad();
            loss.Backward();
            Torch.Nn.Utils.ClipGradNorm_(net.Parameters(), 1.0);
            optimizer.Step();
            return (double)loss;
        });
    }

    private static TrainingProgram Autoencoder()
    {
        var x = Torch.Rand(16, 1, 8, 8);
        var encoder = new Sequential(new Conv2d(1, 4, 3, stride: 2, padding: 1), new ReLU(), new Flatten(), new Linear(64, 8));
        var decoder = new Sequential(
            new Linear(8, 64), new LeakyReLU(0.1), new Unflatten(1, [4, 4, 4]), new ConvTranspose2d(4, 1, 2, stride: 2), new Sigmoid());
        var optimizer = new Adagrad([.. encoder.Parameters(), .. decoder.Parameters()], lr: 0.02, fused: true);
        return new(
            [("encoder", encoder), ("decoder", decoder)], [("optimizer", optimizer)],
            () => Down(optimizer, F.BinaryCrossEntropy(decoder.Call(encoder.Call(x)), x)));
    }

    private static TrainingProgram Encoder()
    {
        var (x, y) = (Torch.Randn(12, 6, 16), Torch.Randint(0, 4, [12]));
        var layer = new TransformerEncoderLayer(16, 4, 24, dropout: 0.1, activation: TransformerActivation.Gelu, batchFirst: true);
        var net = new TransformerEncoder(layer, 2);
        var head = new Linear(16, 4);
        var optimizer = new NAdam(
            [.. net.Parameters(), .. head.Parameters()], lr: 2e-3, weightDecay: 0.01, decoupledWeightDecay: true, @foreach: true);
        return new(
            [("net", net), ("head", head)], [("optimizer", optimizer)],
            () => Down(optimizer, F.CrossEntropy(head.Call(net.Call(x).Mean(1)), y)));
    }

    private static TrainingProgram Vae()
    {
        var x = Torch.Rand(32, 16);
        var encoder = new Sequential(new Linear(16, 24), new Tanh(), new Linear(24, 8));
        var decoder = new Sequential(new Linear(4, 24), new Tanh(), new Linear(24, 16));
        var optimizer = new Adamax([.. encoder.Parameters(), .. decoder.Parameters()], lr: 5e-3);
        return new([("encoder", encoder), ("decoder", decoder)], [("optimizer", optimizer)], () =>
        {
            var (mean, logVariance) = encoder.Call(x).Chunk(2, 1);
            var z = mean + ((0.5 * logVariance).Exp() * Torch.RandnLike(mean));
            var error = F.BinaryCrossEntropyWithLogits(decoder.Call(z), x, reduction: Reduction.Sum);
            var divergence = -0.5 * (1 + logVariance - mean.Square() - logVariance.Exp()).Sum();
            return Down(optimizer, (error + divergence) / 32);
        });
    }

    private static TrainingProgram Gan()
    {
        var all = (Torch.Randn(64, 2) * Torch.Tensor([1.0, 0.3])) + Torch.Tensor([2.0, -1.0]);
        var generator = new Sequential(new Linear(4, 16), new ReLU(), new Linear(16, 2));
        var critic = new Sequential(new Linear(2, 16), new LeakyReLU(0.2), new Linear(16, 1));
        var first = new Adam(generator.Parameters(), lr: 2e-3, betas: (0.5, 0.999), fused: true);
        var second = new RAdam(critic.Parameters(), lr: 2e-3, betas: (0.5, 0.9), @foreach: true);
        return new([("generator", generator), ("critic", critic)], [("first", first), ("second", second)], () =>
        {
            var (ones, zeros) = (Torch.Ones(32, 1), Torch.Zeros(32, 1));
            var real = all[Torch.Randint(0, 64, [32])];
            var fake = generator.Call(Torch.Randn(32, 4));
            var loss = Down(
                second,
                F.BinaryCrossEntropyWithLogits(critic.Call(real), ones)
                + F.BinaryCrossEntropyWithLogits(critic.Call(fake.Detach()), zeros));
            return loss + Down(first, F.BinaryCrossEntropyWithLogits(critic.Call(fake), ones));
        });
    }

    private static TrainingProgram Lbfgs()
    {
        var x = Torch.Linspace(-2, 2, 40, dtype: DType.Float64).Unsqueeze(1);
        var y = Torch.Sin(2 * x) + (0.1 * Torch.Randn([40, 1], dtype: DType.Float64));
        var net = new Sequential(new Linear(1, 8), new Tanh(), new Linear(8, 1)).Double();
        var optimizer = new LBFGS(net.Parameters(), lr: 0.5, maxIter: 2, historySize: 10, lineSearchFn: LineSearchFn.StrongWolfe);
        return new([("net", net)], [("optimizer", optimizer)], () => (double)optimizer.Step(() =>
        {
            optimizer.ZeroGrad();
            var penalty = net.Parameters().Select(static x => x.Square().Sum()).Aggregate((Tensor)0, static (sum, one) => sum + one);
            var loss = F.MseLoss(net.Call(x), y) + (1e-3 * penalty);
            loss.Backward();
            return loss;
        }));
    }

    private static double Down(Optimizer optimizer, Tensor loss)
    {
        optimizer.ZeroGrad();
        loss.Backward();
        optimizer.Step();
        return (double)loss;
    }
}
