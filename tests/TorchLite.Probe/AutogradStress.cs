using TorchLite;

/// <summary>Threads that do to one tensor what PyTorch's documentation says they must not: errors are fine, the process lives.</summary>
internal static class AutogradStress
{
    internal static int Run(double seconds)
    {
        var leaf = Torch.Ones([3], requiresGrad: true);
        Action backward = () => (leaf * 2).Sum().Backward();
        Action register = () => leaf.RegisterHook(static _ => null).Remove();
        Action level = () => Torch.Autograd.ForwardAd.ExitDualLevel(Torch.Autograd.ForwardAd.EnterDualLevel());
        var inner = leaf * 2;
        var sum = inner.Sum();
        FunctionContext? context = null;
        var keeps = Torch.Autograd.Function.Create<Tensor, Tensor>(
            (ctx, t) =>
            {
                context = ctx;
                ctx.SaveForBackward(t, t);
                return t * 2;
            },
            static (ctx, grad) => [grad * ctx.SavedTensors.Count]);
        Action saved = () => _ = context?.SavedTensors.Count;
        var disposes = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (_, t) => t * 2,
            static (_, grad) =>
            {
                grad.Dispose();
                return [grad];
            });

        Together(seconds, "levels", level, level, level, () => Torch.Autograd.ForwardAd.MakeDual(Torch.Ones(2), Torch.Ones(2)));
        Together(seconds, "hooks", register, register, backward, backward);
        Together(
            seconds, "inner hooks", () => inner.RegisterHook(static _ => null).Remove(), () => inner.View(3).RegisterHook(static _ => null),
            () => sum.Backward(retainGraph: true), () => sum.Backward(retainGraph: true));
        Together(
            seconds, "hooks after", () => leaf.RegisterPostAccumulateGradHook(static _ => { }).Remove(), backward,
            () => leaf.RegisterPostAccumulateGradHook(static _ => { }).Remove());
        Together(seconds, "saved tensors", () => keeps(leaf).Sum().Backward(), saved, saved);
        Together(
            seconds, "gradients", backward, backward, () => leaf.Grad = null, () => _ = leaf.Grad?.Shape, () => leaf.ZeroGrad(),
            () => leaf.Grad = Torch.Ones(3));
        Together(seconds, "checkpoints", () => Torch.Utils.Checkpoint(static t => t * 2, leaf).Sum().Backward(), () => leaf.Grad = null);
        Together(seconds, "disposed gradients", () => disposes(Torch.Ones([3], requiresGrad: true)).Sum().Backward());
        Console.WriteLine("survived");
        return 0;
    }

    private static void Together(double seconds, string name, params Action[] actions)
    {
        var end = DateTime.UtcNow.AddSeconds(seconds);
        var (runs, errors) = (0, 0);
        var threads = Array.ConvertAll(actions, action => new Thread(() =>
        {
            for (; DateTime.UtcNow < end; Interlocked.Increment(ref runs))
            {
                try
                {
                    action();
                }
                catch (Exception error) when (error is TorchException or ObjectDisposedException)
                {
                    Interlocked.Increment(ref errors);
                }
            }
        }));
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Console.WriteLine($"{name}: {runs} runs, {errors} errors");
    }
}
