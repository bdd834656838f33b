using TorchLite;

// 创建一个2x3的张量
var x = Torch.Tensor([[1, 2, 3], [4, 5, 6]]);
Console.WriteLine(x);

// 创建一个1x3的张量
var y = Torch.Tensor([10, 20, 30]);
Console.WriteLine(y);

// 对x和y进行加法
var z = x + y;
Console.WriteLine(z);
