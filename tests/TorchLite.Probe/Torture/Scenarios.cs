namespace TorchLite.Probe.Torture;

/// <summary>What one call does not show: gradients, scopes, and modes, all of them on temporaries.</summary>
internal static class Scenarios
{
    /// <summary>Each answers null where all was well.</summary>
    internal static readonly Func<string?>[] All = [Train, Custom, AtOnce, Scopes, Modes, Iterate, Files, Race, .. InteropScenarios.All];

    // A backward step in C#: it saves, is differentiated again, and throws; and a function that is computed once more.
    private static string? Custom()
    {
        var cube = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (ctx, x) =>
            {
                ctx.SaveForBackward(x);
                return x * x * x;
            },
            static (ctx, grad) => [ctx.SavedTensors[0].Pow(2) * 3 * grad]);
        var bad = Torch.Autograd.Function.Create<Tensor, Tensor>(static (_, x) => x * 1, static (_, _) => throw new FormatException());
        using var x = Torch.Tensor(new[] { 2f, -1f }, requiresGrad: true);
        var first = Torch.Autograd.Grad(cube(x).Sum(), x, createGraph: true);
        var second = Torch.Autograd.Grad(first.Sum(), x);
        try
        {
            bad(x * 1).Sum().Backward();
            return "what a backward step throws is lost";
        }
        catch (FormatException)
        {
            Torch.Utils.Checkpoint(static x => x * 7, x).Sum().Backward();
            Torch.Utils.Checkpoint(static x => x * 3, x, useReentrant: false).Sum().Backward();
            Torch.Utils.CheckpointSequential([static x => x * 2, static x => x * 5], 2, x).Sum().Backward();
        }

        var found = string.Join(' ', [.. first.Detach().ToArray<float>(), .. second.ToArray<float>(), .. x.Grad!.ToArray<float>()]);
        return found == "12 3 12 -6 20 20" ? null : $"gradients of C#'s own functions: {found}";
    }

    // libtorch has one level of forward derivatives for all threads.
    private static readonly Lock OneLevel = new();

    // All derivatives in one pass, backwards and forwards.
    private static string? AtOnce()
    {
        static Tensor Cube(Tensor x) => x * x * x;
        var x = Torch.Tensor(new[] { 2f, -1f });
        var back = Torch.Autograd.Functional.Jacobian(Cube, x + 0, vectorize: true);
        lock (OneLevel)
        {
            var forth = Torch.Autograd.Functional.Jacobian(Cube, x + 0, vectorize: true, strategy: JacobianStrategy.ForwardMode);
            var found = string.Join(' ', [.. back.ToArray<float>(), .. forth.ToArray<float>()]);
            return Compare("derivatives at once", "12 0 0 3 12 0 0 3", found);
        }
    }

    private static string? Train()
    {
        var x = Torch.Tensor([[1.0, 2.0], [3.0, 4.0]], requiresGrad: true);
        ((x.Matmul(Torch.Eye(2) * 2) + 1).Pow(2) * Torch.Ones(2, 2)).Sum().Backward();
        return Compare("gradients", "tensor([[12., 20.],\n        [28., 36.]])", $"{x.Grad}");
    }

    private static string? Scopes()
    {
        Tensor kept, made;
        using (var scope = Torch.Scope())
        {
            made = Torch.Ones(3) + 1;
            kept = scope.Keep(Torch.Tidy(static () => (Torch.Ones(3) + Torch.Ones(3)) * 2));
        }

        return Compare("a scope", "tensor([4., 4., 4.]) True", $"{kept} {made.IsDisposed}");
    }

    private static string? Modes()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        string inner;
        using (Torch.NoGrad())
        {
            inner = $"{(x * 2).RequiresGrad}";
            using (Torch.EnableGrad())
            {
                inner += $" {(x * 2).RequiresGrad}";
            }

            using (Torch.InferenceMode())
            {
                inner += $" {(x * 2).IsInference()}";
            }

            using (Torch.SetGradEnabled(true))
            {
                inner += $" {(x * 2).RequiresGrad}";
            }
        }

        return Compare("modes", "False True True True True", $"{inner} {(x * 2).RequiresGrad}");
    }

    private static string? Iterate()
    {
        var total = 0.0;
        foreach (var row in Torch.Tensor([[1, 2], [3, 4]]) + Torch.Ones(2, 2))
        {
            total += row[1].Item<double>();
        }

        return Compare("iteration", "8", FormattableString.Invariant($"{total}"));
    }

    // Tensors that share memory, and a file that is mapped and gone.
    private static string? Files()
    {
        var x = Torch.Arange(100);
        using var bytes = new MemoryStream();
        Torch.Save(new List<Tensor> { x[10..20], x.View(10, 10).T, Torch.Ones(3) }, bytes);
        bytes.Position = 0;
        var loaded = (List<object?>)Torch.Load(bytes)!;
        ((Tensor)loaded[1]!).Add_(1);

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, SafeTensors.Save(new Dictionary<string, Tensor> { ["x"] = x + 1, ["y"] = Torch.Ones(3) }));
        var view = SafeTensors.LoadFile(path, mmap: true)["x"][1..];
        File.Delete(path);
        view.Add_(1);
        var (first, third) = (((Tensor)loaded[0]!).Sum().Item(), ((Tensor)loaded[2]!).Sum().Item<long>());
        return Compare("files", "155 3 5148", FormattableString.Invariant($"{first} {third} {view.Sum().Item()}"));
    }

    // One thread disposes what another computes with: that one gets the right answer, or is told.
    private static string? Race()
    {
        var tensor = Torch.Ones(100, 100);
        var other = Task.Run(tensor.Dispose);
        string sum;
        try
        {
            sum = $"{tensor.Sum().Item()}";
        }
        catch (ObjectDisposedException)
        {
            sum = "10000.0";
        }

        other.Wait();
        return Compare("a race", "10000.0", sum);
    }

    internal static string? Compare(string what, string expected, string actual) =>
        expected == actual ? null : $"{what}\n  expected {expected}\n  actual   {actual}";
}
