using TorchSharp;
using Raw = TorchSharp.torch.Tensor;

namespace TorchLite.Benchmarks;

/// <content>The same with TorchSharp by hand.</content>
internal static partial class SharpSteps
{
    private const int Operations = 100;
    private const int Functions = 20;

    private static readonly Raw start = torch.tensor(new[] { 0.1f, 0.2f, 0.3f, 0.4f }, requires_grad: true);
    private static readonly Raw factor = torch.tensor(new[] { 1.1f, 0.9f, 1.2f, 0.8f }, requires_grad: true);
    private static readonly Raw one = torch.ones(4);
    private static readonly Raw[] gradients = [one];
    private static readonly Raw[] chained = [Chain(WithTensors)];

    internal static void Chained()
    {
        using var y = Chain(WithTensors);
        y.backward(gradients);
    }

    internal static void ChainedNumbers()
    {
        using var y = Chain(WithNumbers);
        y.backward(gradients);
    }

    internal static void ChainedBackward() => torch.autograd.backward(chained, gradients, retain_graph: true);

    internal static void Swishes() => Backward(static x =>
    {
        using var sigmoid = x.sigmoid();
        return x * sigmoid;
    });

    internal static void OwnSwishes() => Backward(static x => Swish.apply(x));

    private static void Backward(Func<Raw, Raw> function)
    {
        var y = function(start);
        for (var i = 1; i < Functions; i++)
        {
            using var before = y;
            y = function(before);
        }

        y.backward(gradients);
        y.Dispose();
    }

    private static Raw Chain(Func<Raw, int, Raw> step)
    {
        var y = start * factor;
        for (var i = 1; i < Operations; i++)
        {
            using var before = y;
            y = step(before, i % 4);
        }

        return y;
    }

    private static Raw WithTensors(Raw y, int i) => i switch { 0 => y * factor, 1 => y + start, 2 => y.sin(), _ => y - factor };

    private static Raw WithNumbers(Raw y, int i) => i switch { 0 => y * 0.9, 1 => y + 1, 2 => y.sin(), _ => y / 2 };

    private sealed class Swish : torch.autograd.SingleTensorFunction<Swish>
    {
        public override string Name => nameof(Swish);

        public override Raw forward(torch.autograd.AutogradContext ctx, params object[] vars)
        {
            var input = (Raw)vars[0];
            using var sigmoid = input.sigmoid();
            ctx.save_for_backward([input]);
            return input * sigmoid;
        }

        public override List<Raw> backward(torch.autograd.AutogradContext ctx, Raw grad_output)
        {
            using var input = ctx.get_saved_variables()[0];
            using var sigmoid = input.sigmoid();
            using var left = 1 - sigmoid;
            using var product = input * left;
            using var sum = 1 + product;
            using var slope = sigmoid * sum;
            return [grad_output * slope];
        }
    }
}
