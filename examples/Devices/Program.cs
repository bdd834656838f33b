using TorchLite;

Torch.ManualSeed(0);

Device device;

// 判断服务器上已经安装了cuda和GPU
if (Torch.Cuda.IsAvailable())
{
    // 将设备指定为GPU
    device = new Device("cuda");
}
else
{
    Console.WriteLine("没有可用的CUDA,在CPU上计算");
    device = new Device("cpu");
}

// 直接在GPU创建张量y,在CPU上创建张量X
var x = Torch.Randn(1);
var y = Torch.OnesLike(x, device: device);
// 将X转移到GPU上
x = x.To(device);
var z = x.Add(y);  // 此时和的结果z在GPU上
Console.WriteLine(z);
Console.WriteLine($"{z.To("cpu")} {DType.Double}");
