using ScottPlot;
using TorchLite;

/// <summary>教程之外的部分: 每一段在tests/reference/examples/autograd.py里有同样的Python代码, 打印的文字一字不差.</summary>
internal static class BeyondTheTutorial
{
    internal static void Run(string? picture)
    {
        Spreading();
        HigherOrders();
        Newton();
        var path = Rosenbrock();
        Graph();
        OwnGradients.Run();
        if (picture is not null)
        {
            Draw(path, picture);
        }
    }

    private static void Spreading()
    {
        Console.WriteLine("\n===== requires_grad 传播到哪里, 在哪里停下 =====");
        var a = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        var b = Torch.Tensor([3.0, 4.0]);
        var product = a * b;
        Tensor unrecorded;
        using (Torch.NoGrad())
        {
            unrecorded = a * b;
        }

        foreach (var (name, t) in new (string, Tensor)[]
        {
            ("a", a), ("b", b), ("a * b", product), ("b * 2", b * 2), ("no_grad: a * b", unrecorded),
            ("(a * b).detach()", product.Detach()), ("a * b > 3", product > 3), ("(a * b).clone()", product.Clone()),
        })
        {
            Console.WriteLine($"{name,-18}requires_grad={t.RequiresGrad} is_leaf={t.IsLeaf} grad_fn={t.GradFn?.Name ?? "None"}");
        }
    }

    private static void HigherOrders()
    {
        Console.WriteLine("\n===== 高阶导数: y=x^3 =====");
        var x = Torch.Tensor([2.0], requiresGrad: true);
        var y = x.Pow(3);
        var first = Torch.Autograd.Grad(y, x, createGraph: true);
        var second = Torch.Autograd.Grad(first, x, createGraph: true);
        var third = Torch.Autograd.Grad(second, x);
        Console.WriteLine($"y={y.Item()} y'=3x^2={first.Item()} y''=6x={second.Item()} y'''={third.Item()}");
    }

    private static void Newton()
    {
        Console.WriteLine("\n===== 牛顿法和Hessian矩阵: f(a,b)=e^(a+3b-0.1)+e^(a-3b-0.1)+e^(-a-0.1) =====");
        static Tensor F(Tensor v)
        {
            var (a, b) = (v[0], v[1]);
            return Torch.Exp(a + 3 * b - 0.1) + Torch.Exp(a - 3 * b - 0.1) + Torch.Exp(-a - 0.1);
        }

        var v = Torch.Tensor([-1.0, 1.0], dtype: DType.Float64, requiresGrad: true);
        var hessian = Torch.Eye(2);
        for (var step = 0; step < 6; step++)
        {
            // 梯度也要求导, 所以createGraph: true; Hessian矩阵的每一行是梯度的一个分量的梯度
            var value = F(v);
            var gradient = Torch.Autograd.Grad(value, v, createGraph: true);
            var row0 = Torch.Autograd.Grad(gradient[0], v, retainGraph: true);
            var row1 = Torch.Autograd.Grad(gradient[1], v);
            hessian = Torch.Stack([row0, row1]);
            var size = gradient.Detach().Norm().Item();
            Console.WriteLine($"Step {step}, a={v[0]:F6}, b={v[1]:F6}, f={value:F6}, |gradient|={size:F6}");
            v = (v.Detach() - Torch.Linalg.Solve(hessian, gradient.Detach())).RequiresGrad_();
        }

        Console.WriteLine($"Hessian矩阵的特征值都大于0, 所以那里是最小值: {Torch.Linalg.Eigvalsh(hessian)}");
    }

    private static Tensor Rosenbrock()
    {
        Console.WriteLine("\n===== Rosenbrock函数: f(a,b)=(1-a)^2+100(b-a^2)^2, 带动量的梯度下降 =====");
        var p = Torch.Tensor([-1.5, 2.0], dtype: DType.Float64, requiresGrad: true);
        var velocity = Torch.Zeros([2], dtype: DType.Float64);
        var path = new List<Tensor>();
        for (var step = 0; step <= 2000; step++)
        {
            var loss = (1 - p[0]).Pow(2) + 100 * (p[1] - p[0].Pow(2)).Pow(2);
            loss.Backward();
            path.Add(p.Detach().Clone());
            if (step % 250 == 0)
            {
                Console.WriteLine($"Step {step}, a={p[0]:F6}, b={p[1]:F6}, f={loss:F6}");
            }

            using (Torch.NoGrad())
            {
                velocity = 0.9 * velocity - 0.0005 * p.Grad!;
                p.Add_(velocity);
            }

            p.Grad!.Zero_();
        }

        return Torch.Stack([.. path]);
    }

    private static void Graph()
    {
        Console.WriteLine("\n===== z=y^2-x^2的计算图 =====");
        var x = Torch.Tensor([2.0], requiresGrad: true);
        var y = Torch.Tensor([3.0], requiresGrad: true);
        var z = y.Pow(2) - x.Pow(2);
        Console.WriteLine(z.GradGraph());
        Console.WriteLine($"z.grad_fn: {z.GradFn!.Name}");
    }

    // 等高线是log10(f+0.2), 没有0.2的话谷底会是负无穷; 红点是起点, 绿点是最小值(1, 1).
    private static void Draw(Tensor path, string file)
    {
        var chart = Chart.Line(path[.., 1], path[.., 0]);
        chart.Title = "Rosenbrock's function: gradient descent with momentum";
        chart.XLabel = "a";
        chart.YLabel = "b";

        var (a, b) = (Torch.Linspace(-2, 2, 161), Torch.Linspace(-1, 3, 161).Unsqueeze(1));
        var heights = ((1 - a).Pow(2) + 100 * (b - a.Pow(2)).Pow(2)).Add(0.2).Log10().ToArray2D<float>();
        var grid = new Coordinates3d[161, 161];
        for (var i = 0; i < 161; i++)
        {
            for (var j = 0; j < 161; j++)
            {
                grid[i, j] = new(-2 + (j / 40.0), -1 + (i / 40.0), heights[i, j]);
            }
        }

        var contour = chart.Plot.Add.ContourLines(grid, 14);
        contour.LabelStyle.IsVisible = false;
        contour.LineColor = Colors.LightGray;
        chart.Plot.MoveToTop(chart.Plot.GetPlottables().First());
        chart.Plot.Add.Marker(-1.5, 2, size: 12, color: Colors.Red);
        chart.Plot.Add.Marker(1, 1, size: 12, color: Colors.Green);
        chart.Plot.Axes.SetLimits(-2, 2, -1, 3);
        chart.Save(file);
        Console.WriteLine($"图: {Path.GetFullPath(file)}");
    }
}
