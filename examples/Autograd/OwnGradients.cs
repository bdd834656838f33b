using TorchLite;

/// <summary>自己写梯度的函数, 钩子和检查点.</summary>
internal static class OwnGradients
{
    internal static void Run()
    {
        Functions();
        try
        {
            Hooks();
        }
        catch (TorchNotImplementedException error)
        {
            // 钩子目前只在Linux x64上有
            Console.WriteLine(error.Message);
        }

        Checkpoints();
    }

    private static void Functions()
    {
        Console.WriteLine("\n===== 自己写梯度的函数: e^x和取整 =====");
        var x = Torch.Tensor([0.0, 1.0, 2.0], dtype: DType.Float64, requiresGrad: true);
        var exponential = new Exponential();
        var y = exponential.Apply(x);
        Console.WriteLine(y);
        var first = Torch.Autograd.Grad(y.Sum(), x, createGraph: true);
        var second = Torch.Autograd.Grad(first.Sum(), x);
        Console.WriteLine($"e^x的一阶导数是它自己: {first.Detach()}");
        Console.WriteLine($"二阶导数也是, 因为Backward也会被记录: {second}");
        var (right, rightTwice) = (Torch.Autograd.Gradcheck(exponential.Apply, x), Torch.Autograd.Gradgradcheck(exponential.Apply, x));
        Console.WriteLine($"gradcheck={right} gradgradcheck={rightTwice}");

        // 取整的导数处处是0, 学不到东西; 量化时让梯度直接穿过去
        var weights = Torch.Tensor([0.3, 0.8, 1.6], dtype: DType.Float64, requiresGrad: true);
        var rounded = new StraightRound().Apply(weights);
        Console.WriteLine($"取整: {rounded.Detach()}");
        Console.WriteLine($"round()的梯度:       {Torch.Autograd.Grad(weights.Round().Sum(), weights)}");
        Console.WriteLine($"StraightRound的梯度: {Torch.Autograd.Grad(rounded.Sum(), weights)}");
        try
        {
            Torch.Autograd.Gradcheck(new StraightRound().Apply, weights);
        }
        catch (TorchGradcheckException error)
        {
            Console.WriteLine($"这不是真的导数, gradcheck看得出来: {error.Message.Split('\n')[0]}");
        }
    }

    private static void Hooks()
    {
        Console.WriteLine("\n===== 钩子: 看见梯度, 改掉梯度 =====");
        var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        var y = x * x;
        y.RegisterHook(static grad =>
        {
            Console.WriteLine($"经过y的梯度: {grad}");
            return null;
        });
        var clipping = x.RegisterHook(static grad => grad.Clamp(max: 10));
        (y * 3).Sum().Backward(retainGraph: true);
        Console.WriteLine($"x的梯度不超过10: {x.Grad}");
        clipping.Remove();
        x.Grad = null;
        (y * 3).Sum().Backward();
        Console.WriteLine($"去掉钩子以后:    {x.Grad}");
    }

    private static void Checkpoints()
    {
        Console.WriteLine("\n===== 检查点: 中间结果不留着, 反向传播时再算一遍 =====");
        var runs = 0;
        Tensor Wave(Tensor t)
        {
            runs++;
            return (t.Sin() * t).Exp();
        }

        var x = Torch.Tensor([0.5, 1.0], requiresGrad: true);
        Wave(x).Sum().Backward();
        var (expected, before) = (x.Grad!, runs);
        x.Grad = null;
        var y = Torch.Utils.Checkpoint(Wave, x);
        Console.WriteLine($"向前算了{runs - before}遍");
        y.Sum().Backward();
        Console.WriteLine($"反向传播以后一共{runs - before}遍, 梯度一样: {Torch.Equal(x.Grad!, expected)}");
    }

    // 保存结果而不是输入: e^x的导数就是结果
    private sealed class Exponential : Torch.Autograd.Function<Tensor, Tensor>
    {
        protected override Tensor Forward(FunctionContext ctx, Tensor input)
        {
            var result = input.Exp();
            ctx.SaveForBackward(result);
            return result;
        }

        protected override Tensor?[] Backward(FunctionContext ctx, Tensor gradOutputs) => [gradOutputs * ctx.SavedTensors[0]];
    }

    private sealed class StraightRound : Torch.Autograd.Function<Tensor, Tensor>
    {
        protected override Tensor Forward(FunctionContext ctx, Tensor input) => input.Round();

        protected override Tensor?[] Backward(FunctionContext ctx, Tensor gradOutputs) => [gradOutputs];
    }
}
