using TorchLite.Nn;
using TorchLite.Optim;

Torch.ManualSeed(0);
var net = new Sequential(new Linear(2, 8), new ReLU(), new Linear(8, 1));
var adam = new Adam(net.Parameters(), lr: 0.05);
var x = Torch.Rand(64, 2);
var y = x.Sum(1, keepdim: true);
for (var step = 0; step < 200; step++)
{
    adam.ZeroGrad();
    Torch.Nn.Functional.MseLoss(net.Call(x), y).Backward();
    adam.Step();
}

Console.WriteLine(Torch.Nn.Functional.MseLoss(net.Call(x), y).Item<float>() < 1e-3);
try
{
    Torch.Ones(2, 3).Matmul(Torch.Ones(2, 3));
}
catch (TorchException error)
{
    Console.WriteLine(error.Message);
}
