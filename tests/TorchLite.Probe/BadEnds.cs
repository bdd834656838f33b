using TorchLite.Utils.Data;

namespace TorchLite.Probe;

/// <summary>Walks, left early, over a dataset that fails where it is closed, told to somebody who fails, too: on the workers' threads.</summary>
internal static class BadEnds
{
    internal static int Run()
    {
        Torch.Warnings.Raised += static (_, _) => throw new InvalidOperationException("bad handler");
        var walks = 0;
        using (var loader = new DataLoader<int, Tensor>(Endless(), numWorkers: 1, persistentWorkers: true))
        {
            for (; walks < 3; walks++)
            {
                _ = loader.First();
            }
        }

        Console.WriteLine($"{walks} walks");
        return 0;
    }

    private static IEnumerable<int> Endless()
    {
        try
        {
            for (var i = 0; true; i++)
            {
                yield return i;
            }
        }
        finally
        {
            End();
        }
    }

    private static void End() => throw new InvalidOperationException("bad end");
}
