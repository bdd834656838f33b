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

            RequireOutside();
            try
            {
                Kineto.Prepare(owner.Activities, owner.RecordsShapes, owner.ProfilesMemory, owner.WithFlops, traceId);
            }
            catch (TorchException) when (current is not null)
            {
                // libtorch goes on with what such a thread began until one that knows of it ends it: this one does now.
                Kineto.Enable(owner.Activities, false, false, false, traceId);
                Kineto.Disable().Dispose();
                Kineto.Prepare(owner.Activities, owner.RecordsShapes, owner.ProfilesMemory, owner.WithFlops, traceId);
            }

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

    /// <summary>Says so on another thread, and within a backward pass, at whose end libtorch puts back what was at its beginning.</summary>
    internal void RequireHere()
    {
        RequireOutside();
        if (!IsHere)
        {
            throw new InvalidOperationException("This profile belongs to another thread; only there can it stop.");
        }
    }

    private static void RequireOutside()
    {
        if (Engine.IsNested)
        {
            throw new TorchException("A profile neither starts nor stops within a backward pass.");
        }
    }
}
