using TorchLite;

/// <summary>What is nested as deep as nobody would: computed, or refused by an exception, and never the end of the stack.</summary>
internal static class Depths
{
    internal static int Run()
    {
        Try("literal", static () =>
        {
            TensorLiteral literal = 1;
            for (var i = 0; i < 100_000; i++)
            {
                literal = TensorLiteral.Create([literal]);
            }

            return Torch.Tensor(literal).Dim();
        });
        var many = Torch.Ones(Enumerable.Repeat(1L, 200_000).ToArray());
        Try("text", () => many.ToString().Length);
        Try("repeats", static () => Torch.Ones(1).Repeat(Enumerable.Repeat(1L, 50_000).ToArray()).Dim());
        Try("tiles", static () => Torch.Ones(1).Tile(Enumerable.Repeat(1L, 50_000).ToArray()).Dim());
        Try("list", () =>
        {
            var (depth, list) = (0, many.Tolist());
            for (; list is object[] inner; list = inner[0])
            {
                depth++;
            }

            return depth;
        });
        Try("text of nothing", static () => Torch.Ones(Enumerable.Repeat(0L, 200_000).ToArray()).ToString().Length);
        Try("safetensors", () => SafeTensors.Load(SafeTensors.Save(new Dictionary<string, Tensor> { ["x"] = many }))["x"].Dim());
        Try("npy", () =>
        {
            Npy.Save(new MemoryStream(), many);
            return 0;
        });
        Try("dlpack", () => Torch.FromDlpack(Torch.ToDlpack(many)).Dim());
        Try("backward in hooks", static () => Nested(1_000));

        // With a stack that is used up before libtorch goes on with another thread.
        var small = new Thread(() => Try("backward in hooks, small stack", static () => Nested(55)), maxStackSize: 200 << 10);
        small.Start();
        small.Join();
        Try("backward in hooks without end", static () => Nested(int.MaxValue));
        Try("backward in hooks after that", static () => Nested(100));
        Try("custom functions in each other", static () => Custom(100));
        return 0;
    }

    private static object? Nested(int depth)
    {
        var leaf = Torch.Ones([1], requiresGrad: true);
        var inner = leaf * 2;
        var sum = inner.Sum();
        var runs = 0;
        inner.RegisterHook(_ =>
        {
            if (++runs < depth)
            {
                sum.Backward(retainGraph: true);
            }

            return null;
        });
        sum.Backward(retainGraph: true);
        return leaf.Grad!.Item();
    }

    private static object? Custom(int depth)
    {
        Tensor? sum = null;
        var runs = 0;
        var function = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (ctx, t) =>
            {
                ctx.SaveForBackward(t);
                return t + 1;
            },
            (ctx, grad) =>
            {
                if (++runs < depth)
                {
                    sum!.Backward(retainGraph: true);
                }

                return [grad * ctx.SavedTensors[0]];
            });
        var leaf = Torch.Ones([1], requiresGrad: true);
        sum = function(leaf * 1).Sum();
        sum.Backward(retainGraph: true);
        sum.Backward(retainGraph: true);
        return leaf.Grad!.Item();
    }

    private static void Try(string name, Func<object?> action)
    {
        try
        {
            Console.WriteLine($"{name}: {action()}");
        }
        catch (Exception error)
        {
            Console.WriteLine($"{name}: {error.GetType().Name}: {error.Message}");
        }
    }
}
