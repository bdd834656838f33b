using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Utils.Data;

Torch.ManualSeed(0);
var device = new Device(Torch.Cuda.IsAvailable() ? "cuda" : "cpu");

// Which points lie within the circle? Put your own data here.
var x = Torch.Rand(1024, 2) * 2 - 1;
var y = (x.Pow(2).Sum(dim: 1) < 0.6).Long();
var data = Torch.Utils.Data.RandomSplit<(Tensor X, Tensor Y)>(new TensorDataset(x, y), [896, 128]);
var loader = new DataLoader<(Tensor X, Tensor Y)>(data[0], batchSize: 32, shuffle: true);

var net = new Mlp().To(device);
var optimizer = new AdamW(net.Parameters(), lr: 1e-2);
for (var epoch = 1; epoch <= 20; epoch++)
{
    var total = 0.0;
    foreach (var (input, target) in loader)
    {
        optimizer.ZeroGrad();
        var loss = Torch.Nn.Functional.CrossEntropy(net.Call(input.To(device)), target.To(device));
        loss.Backward();
        optimizer.Step();
        total += loss.Item<double>();
    }

    if (epoch % 5 == 0)
    {
        Console.WriteLine($"epoch {epoch}: loss {total / loader.Count:F3}, accuracy {Accuracy():P1}");
    }
}

Torch.Save(net.StateDict(), "mlp.pt");
Console.WriteLine("saved mlp.pt");

double Accuracy()
{
    using var _ = Torch.InferenceMode();
    net.Eval();
    var right = 0L;
    foreach (var (input, target) in new DataLoader<(Tensor X, Tensor Y)>(data[1], batchSize: 128))
    {
        right += (net.Call(input.To(device)).Argmax(dim: 1) == target.To(device)).Sum().Item<long>();
    }

    net.Train();
    return (double)right / data[1].Count;
}

class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = new(2, 32);
    private readonly Linear fc2 = new(32, 2);

    protected override Tensor Forward(Tensor x) => fc2.Call(fc1.Call(x).Relu());
}
