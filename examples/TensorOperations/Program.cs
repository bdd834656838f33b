using TorchLite;

Torch.ManualSeed(0);

// 创建两个张量
var a = Torch.Tensor([[1, 2, 3], [4, 5, 6]]);
var b = Torch.Tensor([[2, 3, 4], [5, 6, 7]]);

// 加法方式1
var c = a + b;
Console.WriteLine(c);

// 方式2
Console.WriteLine(Torch.Add(a, b));

// 方式3 in-place,原值修改
a.Add_(b);
Console.WriteLine(a);

// 减法
var d = b - a;
Console.WriteLine(d);

// 乘法
var e = a * b;
Console.WriteLine(e);

// 除法
var f = b / a;
Console.WriteLine(f);

// 矩阵乘法
var g = Torch.Matmul(a, b.T);
Console.WriteLine(g);

// 求和
var h = a.Sum();
Console.WriteLine(h);

// 求平均值
// (教程写的是 b.mean(): 整数张量没有平均值, 要先转成浮点数)
Tensor i;
try
{
    i = b.Mean();
}
catch (TorchException error)
{
    Console.WriteLine($"RuntimeError: {error.Message}");
}
i = b.Double().Mean();
Console.WriteLine(i);

// 求最大值
var j = a.Max();
Console.WriteLine(j);

// 求最小值
var k = b.Min();
Console.WriteLine(k);

// 如果x中只有一个元素,可以把x的数值取出来
// (教程里的x有12个元素)
var x = Torch.Randn(4, 3);
try
{
    Console.WriteLine(x.Item<float>().GetType());
}
catch (TorchException error)
{
    Console.WriteLine($"RuntimeError: {error.Message}");
}
x = Torch.Randn(1);
Console.WriteLine(x.Item<float>().GetType());

// 怎么改变张量的形状
// (教程写的是 b.view(16) 和 a.view(-1, 8), 但是b和a只有6个元素)
try
{
    a = b.View(16);
}
catch (TorchException error)
{
    Console.WriteLine($"RuntimeError: {error.Message}");
}
try
{
    c = a.View(-1, 8);
}
catch (TorchException error)
{
    Console.WriteLine($"RuntimeError: {error.Message}");
}
a = b.View(6);
c = a.View(-1, 2);  // -1是指这一维的维数由其他维度决定
Console.WriteLine($"{a.Size()} {b.Size()} {c.Size()}");
