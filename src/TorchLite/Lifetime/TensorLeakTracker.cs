using System.Collections.Concurrent;
using System.Diagnostics;

namespace TorchLite;

/// <summary>Reports where the tensors that are still alive were created.</summary>
/// <remarks>
/// <para>
/// It notes the stack of each tensor that any thread makes while the tracker is on, which takes some ten microseconds each. While none is
/// on it costs nothing.
/// </para>
/// <para>A tensor is alive until it is disposed or garbage-collected.</para>
/// </remarks>
/// <example><code>
/// var cache = new List&lt;Tensor>();
/// using var tracker = TensorLeakTracker.Start();
/// for (var i = 0; i &lt; 3; i++) { cache.Add(Torch.Zeros(1000)); }
/// var leak = tracker.Report()[0];
/// $"{leak.Count} tensors, {leak.Bytes} bytes"   // 3 tensors, 12000 bytes
/// cache.Clear();
/// </code></example>
public sealed class TensorLeakTracker : IDisposable
{
    private static readonly Lock Switching = new();
    private static TensorLeakTracker[] active = [];

    // By the address of the native tensor, so that the tracker itself keeps nothing alive.
    private readonly ConcurrentDictionary<nint, (StackTrace Stack, long Bytes)> made = new();

    private TensorLeakTracker()
    {
    }

    internal static bool IsOn => active.Length > 0;

    /// <summary>Starts tracking the tensors that are created, on every thread.</summary>
    /// <returns>The tracker, on until it is disposed.</returns>
    /// <example><code>
    /// using var tracker = TensorLeakTracker.Start();
    /// Torch.Ones(2).Dispose();
    /// tracker.Report().Count   // 0
    /// </code></example>
    public static TensorLeakTracker Start()
    {
        var tracker = new TensorLeakTracker();
        lock (Switching)
        {
            active = [.. active, tracker];
        }

        return tracker;
    }

    /// <summary>The tensors created since <see cref="Start"/> that are still alive, by the place that created them.</summary>
    /// <param name="collect">
    /// Whether to collect garbage first, so that only referenced tensors remain; false includes tensors that were not disposed.
    /// </param>
    /// <returns>A leak for each stack, ordered by bytes, largest first.</returns>
    /// <example><code>
    /// using var tracker = TensorLeakTracker.Start();
    /// var kept = Torch.Ones(10);
    /// tracker.Report()[0].Bytes   // 40
    /// GC.KeepAlive(kept);
    /// </code></example>
    public IReadOnlyList<TensorLeak> Report(bool collect = true)
    {
        if (collect)
        {
            MemoryLedger.CollectAll();
        }

        return
        [
            .. made.Values.GroupBy(tensor => Text(tensor.Stack), tensor => tensor.Bytes)
                .Select(group => new TensorLeak(group.Count(), group.Sum(), group.Key))
                .OrderByDescending(leak => leak.Bytes).ThenByDescending(leak => leak.Count),
        ];
    }

    /// <summary>Ends the tracking.</summary>
    public void Dispose()
    {
        lock (Switching)
        {
            active = [.. active.Where(tracker => tracker != this)];
        }

        made.Clear();
    }

    internal static void Made(nint tensor, long bytes)
    {
        var stack = new StackTrace(skipFrames: 2, fNeedFileInfo: true);
        foreach (var tracker in active)
        {
            tracker.made[tensor] = (stack, bytes);
        }
    }

    internal static void Freed(nint tensor)
    {
        foreach (var tracker in active)
        {
            tracker.made.TryRemove(tensor, out _);
        }
    }

    // From the public member of TorchLite on: what lies under it says nothing to whoever called that.
    private static string Text(StackTrace stack)
    {
        var frames = stack.GetFrames();
        var outside = Array.FindIndex(frames, static frame => !IsOurs(frame));
        return new StackTrace(frames[Math.Max(outside - 1, 0)..]).ToString().TrimEnd();
    }

    // By the first part of the name: compiled ahead of time, a frame knows no culture and no key of its assembly.
    private static bool IsOurs(StackFrame frame) =>
        DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName.Split(',')[0] == typeof(Tensor).Assembly.GetName().Name;
}

/// <summary>Tensors that one place in the program made, and that are still alive: see <see cref="TensorLeakTracker.Report"/>.</summary>
/// <param name="Count">The number.</param>
/// <param name="Bytes">What they hold.</param>
/// <param name="Stack">The member of TorchLite that made them, and who called it, as in a stack trace of .NET.</param>
/// <example><code>
/// new TensorLeak(2, 800, "   at Program.Main()")
/// // 2 tensors, 800 bytes
/// //    at Program.Main()
/// </code></example>
public sealed record TensorLeak(int Count, long Bytes, string Stack)
{
    /// <summary>Number, bytes and stack in lines of text.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => $"{Count} {(Count == 1 ? "tensor" : "tensors")}, {Bytes} bytes{Environment.NewLine}{Stack}";
}
