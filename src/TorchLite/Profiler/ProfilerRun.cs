namespace TorchLite.Profiler;

/// <summary>
/// The profiler from its preparation until it is stopped. There is one at a time, and it belongs to the thread that began it: libtorch
/// takes no notice where a second one disturbs the first, and ends the process.
/// </summary>
internal sealed class ProfilerRun
{
    private static readonly Lock Sync = new();
    private static ProfilerRun? current;
    private readonly Thread thread = Thread.CurrentThread;
    private readonly Profile owner;
    private readonly string traceId;
    private bool isStarted;

    private ProfilerRun(Profile owner, string traceId) => (this.owner, this.traceId) = (owner, traceId);

    /// <summary>The one that records; null where none does.</summary>
    internal static ProfilerRun? Current => Volatile.Read(ref current) is { isStarted: true } run ? run : null;

    /// <summary>Whether this is the thread that it records.</summary>
    internal bool IsHere => thread == Thread.CurrentThread;

    /// <summary>Makes one ready.</summary>
    internal static ProfilerRun Prepare(Profile owner, string traceId)
    {
        Kineto.Require();
        lock (Sync)
        {
            // Of a thread that ended without stopping it nothing is left.
            if (current is { thread.IsAlive: true } other)
            {
                throw new TorchException(other.IsHere
                    ? "Profiler is already enabled on this thread"
                    : "Profiler is already enabled on another thread");
            }

            if (Engine.IsNested)
            {
                throw new TorchException("A profile cannot start within a backward pass, whose operations are under way already.");
            }

            Kineto.Prepare(owner.Activities, owner.RecordsShapes, owner.ProfilesMemory, owner.WithFlops, traceId);
            return current = new(owner, traceId);
        }
    }

    /// <summary>Begins to record.</summary>
    internal void Start()
    {
        RequireHere();
        Kineto.Enable(owner.Activities, owner.RecordsShapes, owner.ProfilesMemory, owner.WithFlops, traceId);
        isStarted = true;
    }

    /// <summary>Ends it.</summary>
    internal KinetoResult Stop()
    {
        RequireHere();
        lock (Sync)
        {
            current = null;
            return Kineto.Disable();
        }
    }

    /// <summary>Says so on another thread.</summary>
    internal void RequireHere()
    {
        if (!IsHere)
        {
            throw new InvalidOperationException("This profile belongs to another thread; only there can it stop.");
        }
    }
}
