using TorchLite;

/// <summary>Ends the process in one of several ways, with status 3 where there is a choice, while other threads compute.</summary>
internal static class Exits
{
    internal static int Run(string kind)
    {
        if (kind.StartsWith("loading", StringComparison.Ordinal))
        {
            // The threads are in their first calls, which load libtorch, or just before or behind.
            for (var i = 0; i < 3; i++)
            {
                new Thread(static () => Compute(() => { })) { IsBackground = true }.Start();
            }

            Thread.Sleep(int.Parse(kind.AsSpan("loading".Length), System.Globalization.CultureInfo.InvariantCulture));
            return 3;
        }

        using var started = new CountdownEvent(3);
        for (var i = 0; i < 3; i++)
        {
            new Thread(kind == "products" ? Products : Gradients) { IsBackground = true }.Start();
        }

        started.Wait();
        switch (kind)
        {
            case "return" or "products":
                break;
            case "environment":
                Environment.Exit(3);
                break;
            case "hook":
                // From within libtorch's frames.
                var x = Torch.Ones([2], requiresGrad: true);
                x.RegisterHook(_ =>
                {
                    Environment.Exit(3);
                    return null;
                });
                (x * 2).Sum().Backward();
                break;
            case "thread":
                new Thread(static () => Environment.Exit(3)).Start();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "unhandled":
                throw new InvalidOperationException("nobody handles this");
            case "signal":
                Console.WriteLine("ready");
                Thread.Sleep(Timeout.Infinite);
                break;
            case "handler":
                AppDomain.CurrentDomain.ProcessExit += static (_, _) => Console.Write($"sum {Torch.Ones(2, 3).Sum().Item()}");
                break;
        }

        return 3;

        void Products()
        {
            for (var isFirst = true; ; isFirst = false)
            {
                Torch.Ones(300, 300).Matmul(Torch.Ones(300, 300));
                Tell(isFirst);
            }
        }

        void Gradients() => Compute(() => started.Signal());

        void Tell(bool isFirst)
        {
            if (isFirst)
            {
                started.Signal();
            }
        }
    }

    private static void Compute(Action begun)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var x = Torch.Ones([300, 300], requiresGrad: true);
            x.Matmul(x).Exp().Sum().Backward();
            if (isFirst)
            {
                begun();
            }
        }
    }
}
