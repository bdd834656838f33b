using TorchLite;

/// <summary>What calls of <see cref="Torch.Ops"/> leave behind.</summary>
internal static class OperatorMemory
{
    internal static int Run()
    {
        var square = Torch.Ones(1000, 1000);
        void Sparse(int i)
        {
            try
            {
                Torch.Ops.Call("aten::to_sparse", square);
            }
            catch (TorchException)
            {
                // It is refused, which must not cost its memory.
            }
        }

        Report("the first sparse results", 100, Sparse);
        Report("sparse results", 100, Sparse);

        // Once round, so that the second time as many are freed as made.
        var two = Torch.Ones(2);
        void Texts(int i) => Torch.Ops.Call("aten::einsum", $"{Letter(i)},{Letter(i / 52)}->{Letter(i / 52)}", [two, two]).Dispose();
        Report("the first texts", 1300, Texts);
        Report("new texts", 1300, i => Texts(i + 1300));
        return 0;
    }

    private static char Letter(int i) => (i % 52) switch
    {
        < 26 and var small => (char)('a' + Math.Max(small, 0)),
        var capital => (char)('A' + capital - 26),
    };

    private static void Report(string what, int count, Action<int> act)
    {
        act(0);
        var before = Environment.WorkingSet;
        for (var i = 0; i < count; i++)
        {
            act(i);
        }

        Console.WriteLine(FormattableString.Invariant($"{what}: {(Environment.WorkingSet - before) / 1024.0 / count:F1} KB each"));
    }
}
