using TorchLite.Lifetime;

namespace TorchLite.Probe;

/// <summary>The memory of the C library that something loses each time.</summary>
internal static class LostMemory
{
    // So many parts one after the other that lose nothing are enough, and at most so many are tried.
    private const int InRow = 2, MostParts = 60;

    /// <summary>
    /// The bytes that one time loses. .NET allocates and frees at times of its own choice, while it compiles above all; what each time loses is
    /// lost in each part.
    /// </summary>
    /// <param name="part">Does it many times.</param>
    /// <param name="times">How many.</param>
    /// <param name="nothing">So few bytes are none.</param>
    internal static double Each(Action part, int times, double nothing)
    {
        var lost = new List<double>();
        var before = Allocated();
        while (lost.Count < InRow || (lost.Count < MostParts && lost.TakeLast(InRow).Max() > nothing))
        {
            part();
            var after = Allocated();
            lost.Add((after - before) / (double)times);
            before = after;
        }

        return lost.TakeLast(InRow).Max();
    }

    private static long Allocated()
    {
        Torch.Memory.Collect();
        GC.WaitForPendingFinalizers();
        return HiddenMemory.Allocated();
    }
}
