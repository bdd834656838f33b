using TorchLite;

Torch.ManualSeed(0);

// 创建一个2x3的张量
var x = Torch.Tensor([[1, 2, 3], [4, 5, 6]]);

// 打印张量的形状和数据类型
Console.WriteLine(x.Shape);      // 输出: torch.Size([2, 3])
Console.WriteLine(x.DType);      // 输出: torch.int64

// 创建一个随机初始化的3x3浮点数张量
var y = Torch.Rand(3, 3);
Console.WriteLine(y);

// 创建一个随机初始化的3x3浮点数张量,符合正态分布
y = Torch.Randn(3, 3);
Console.WriteLine(y);

// 创建一个全0的5x5张量
var z = Torch.Zeros(5, 5);
Console.WriteLine(z);

// 创建一个全1的4x4张量
var w = Torch.Ones(4, 4);
Console.WriteLine(w);

// 创建一个等差数列的张量
var a = Torch.Linspace(0, 1, 5);
Console.WriteLine(a);

// 创建一个随机整数的张量
var b = Torch.Randint(low: 0, high: 10, size: [3, 3]);
Console.WriteLine(b);

x = x.NewOnes([4, 3], dtype: DType.Double);
// 创建一个新的全1矩阵tensor,返回的tensor默认具有相同的DType和Device
// 也可以像之前的写法 x = Torch.Ones([4, 3], dtype: DType.Double)
Console.WriteLine(x);
x = Torch.RandnLike(x, dtype: DType.Float);
// 重置数据类型
Console.WriteLine(x);
// 结果会有一样的size
// 获取它的维度信息
Console.WriteLine(x.Size());
Console.WriteLine(x.Shape);
