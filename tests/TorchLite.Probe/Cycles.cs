using TorchLite;

/// <summary>Tensors that lead back to themselves through memory that .NET's collector does not see: 200 rounds of 1 MB.</summary>
internal static class Cycles
{
    private const int Rounds = 200;

    internal static int Run()
    {
        var keeps = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (ctx, t) =>
            {
                var result = t * 2;
                ctx.SaveState(result);
                return result;
            },
            static (_, grad) => [grad * 2]);
        Measure("hook on a leaf", static leaf => leaf.RegisterHook(_ => Look(leaf)));
        Measure("hook on a leaf that was used", static leaf =>
        {
            leaf.RegisterHook(_ => Look(leaf));
            (leaf * 2).Sum().Backward();
        });
        Measure("hook on a result", static leaf =>
        {
            var result = leaf * 2;
            result.RegisterHook(_ => Look(result));
            result.Sum().Backward();
        });
        Measure("hook after a gradient", static leaf =>
        {
            leaf.RegisterPostAccumulateGradHook(_ => Look(leaf));
            (leaf * 2).Sum().Backward();
        });
        Measure("state of a function", leaf => keeps(leaf));
        Measure("captured by a function", static leaf =>
        {
            Tensor? result = null;
            var looks = Torch.Autograd.Function.Create<Tensor, Tensor>(
                static (_, t) => t * 2,
                (_, grad) =>
                {
                    Look(result!);
                    return [grad * 2];
                });
            result = looks(leaf);
        });
        Measure("captured by a checkpoint", static leaf => Checkpointed(leaf, useReentrant: false));
        Measure("captured by a reentrant checkpoint", static leaf => Checkpointed(leaf, useReentrant: true));
        return 0;
    }

    private static void Checkpointed(Tensor leaf, bool useReentrant)
    {
        Tensor? result = null;
        result = Torch.Utils.Checkpoint(
            t =>
            {
                if (result is not null)
                {
                    Look(result);
                }

                return t * 2;
            },
            leaf, useReentrant: useReentrant);
    }

    private static Tensor? Look(Tensor tensor)
    {
        _ = tensor.Shape;
        return null;
    }

    private static void Measure(string name, Action<Tensor> use)
    {
        var before = Torch.Memory.LiveBytes();
        for (var i = 0; i < Rounds; i++)
        {
            use(Torch.Ones([1 << 18], requiresGrad: true));
        }

        for (var i = 0; i < 4; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Console.WriteLine($"{name}: {(Torch.Memory.LiveBytes() - before) >> 20} of {Rounds} MB left");
    }
}
