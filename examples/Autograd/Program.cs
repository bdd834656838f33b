using TorchLite;

// 创建一个张量,并设置requires_grad=True
var x = Torch.Tensor([2.0], requiresGrad: true);

// 定义一个函数y=x^2+2x+1
var y = x.Pow(2) + 2 * x + 1;

// 对y进行求导
y.Backward();

// 打印x的梯度
Console.WriteLine(x.Grad);
Console.WriteLine($"教程说y对x的导数是4,其实是2x+2 = {x.Grad!.Item()}");

// 创建一个张量,并设置requires_grad=True
x = Torch.Tensor([2.0], requiresGrad: true);
y = Torch.Tensor([3.0], requiresGrad: true);

// 定义一个函数z=y^2 - x^2
var z = y.Pow(2) - x.Pow(2);

// 对y进行求导
z.Backward();

// 打印x的梯度
Console.WriteLine(z);
Console.WriteLine(y.Grad);
Console.WriteLine(x.Grad);
Console.WriteLine($"x.requires_grad= {x.RequiresGrad} y.requires_grad= {y.RequiresGrad} z.requires_grad= {z.RequiresGrad}");

// 以下不在教程里, 所以examples/Tutorial不打印; 带文件名时画出最后的路径: dotnet run --project examples/Autograd -- rosenbrock.png
if (System.Reflection.Assembly.GetEntryAssembly() == typeof(BeyondTheTutorial).Assembly)
{
    BeyondTheTutorial.Run(args is [var file] ? file : null);
}
