namespace TorchLite.Benchmarks;

/// <content>Gradients of many small operations, and of functions with a backward step of one's own.</content>
internal static partial class LiteSteps
{
    private const int Operations = 100;
    private const int Functions = 20;

    private static readonly Tensor start = Torch.Tensor([0.1, 0.2, 0.3, 0.4], requiresGrad: true);
    private static readonly Tensor factor = Torch.Tensor([1.1, 0.9, 1.2, 0.8], requiresGrad: true);
    private static readonly Tensor one = Torch.Ones(4);
    private static readonly Tensor chained = Chain(WithTensors);
    private static readonly Swish swish = new();

    internal static void Chained()
    {
        using var y = Chain(WithTensors);
        y.Backward(one);
    }

    internal static void ChainedNumbers()
    {
        using var y = Chain(WithNumbers);
        y.Backward(one);
    }

    internal static void ChainedBackward() => chained.Backward(one, retainGraph: true);

    internal static void Swishes() => Backward(static x =>
    {
        using var sigmoid = x.Sigmoid();
        return x * sigmoid;
    });

    internal static void OwnSwishes() => Backward(static x => swish.Apply(x));

    private static void Backward(Func<Tensor, Tensor> function)
    {
        var y = function(start);
        for (var i = 1; i < Functions; i++)
        {
            using var before = y;
            y = function(before);
        }

        y.Backward(one);
        y.Dispose();
    }

    private static Tensor Chain(Func<Tensor, int, Tensor> step)
    {
        var y = start * factor;
        for (var i = 1; i < Operations; i++)
        {
            using var before = y;
            y = step(before, i % 4);
        }

        return y;
    }

    private static Tensor WithTensors(Tensor y, int i) => i switch { 0 => y * factor, 1 => y + start, 2 => y.Sin(), _ => y - factor };

    private static Tensor WithNumbers(Tensor y, int i) => i switch { 0 => y * 0.9, 1 => y + 1, 2 => y.Sin(), _ => y / 2 };

    private sealed class Swish : Torch.Autograd.Function<Tensor, Tensor>
    {
        protected override Tensor Forward(FunctionContext ctx, Tensor input)
        {
            using var sigmoid = input.Sigmoid();
            ctx.SaveForBackward(input);
            return input * sigmoid;
        }

        protected override Tensor?[] Backward(FunctionContext ctx, Tensor gradOutputs)
        {
            using var input = ctx.SavedTensors[0];
            using var sigmoid = input.Sigmoid();
            using var left = 1 - sigmoid;
            using var product = input * left;
            using var sum = 1 + product;
            using var slope = sigmoid * sum;
            return [gradOutputs * slope];
        }
    }
}
