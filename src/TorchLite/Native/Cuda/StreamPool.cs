namespace TorchLite.Native;

/// <summary>
/// Streams of GPUs, made when first asked for and given out in turn. None is ever destroyed: the allocator knows memory by the stream it was
/// used on.
/// </summary>
internal static class StreamPool
{
    private const int Streams = 32, LowestPriority = -3;

    private static readonly Lock Sync = new();
    private static readonly Dictionary<(int Device, int Priority), List<nint>> Made = [];
    private static readonly Dictionary<(int Device, int Priority), int> Given = [];

    internal static nint Next(int device, int priority)
    {
        var key = (device, Math.Max(priority, LowestPriority));
        lock (Sync)
        {
            if (!Made.TryGetValue(key, out var made))
            {
                Made.Add(key, made = []);
            }

            var next = Given.GetValueOrDefault(key);
            if (next == made.Count)
            {
                made.Add(CudaRuntime.NewStream(device, key.Item2));
            }

            Given[key] = (next + 1) % Streams;
            return made[next];
        }
    }
}
