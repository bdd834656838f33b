namespace TorchLite.Nn;

/// <summary>Whether values that are computed from parameters are kept for a while: PyTorch's <c>parametrize.cached()</c>.</summary>
internal sealed class ParametrizationCache : IDisposable
{
    private static readonly Lock Changing = new();
    private static int open;
    private static long epoch;
    private bool isClosed;

    private ParametrizationCache()
    {
    }

    /// <summary>The number of the cache that is open; null: none.</summary>
    internal static long? Current
    {
        get
        {
            lock (Changing)
            {
                return open > 0 ? epoch : null;
            }
        }
    }

    public void Dispose()
    {
        lock (Changing)
        {
            if (!isClosed)
            {
                isClosed = true;
                open--;
            }
        }
    }

    internal static ParametrizationCache Open()
    {
        lock (Changing)
        {
            if (open++ == 0)
            {
                epoch++;
            }

            return new();
        }
    }
}
