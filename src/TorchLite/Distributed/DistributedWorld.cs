namespace TorchLite.Distributed;

/// <summary>The groups of this process.</summary>
internal static class DistributedWorld
{
    private static readonly Lock Sync = new();
    private static readonly List<ProcessGroup> Groups = [];
    private static CountedHandle? store;
    private static int count;
    private static bool isStarting;

    internal static ProcessGroup? Default { get; private set; }

    /// <summary>The default group, which must be there.</summary>
    internal static ProcessGroup Required => Default ?? throw new TorchValueException(
        "Default process group has not been initialized, please make sure to call init_process_group.");

    /// <summary>How many groups there are, for the names of those that only their members make.</summary>
    internal static int Existing
    {
        get
        {
            lock (Sync)
            {
                return Groups.Count;
            }
        }
    }

    /// <summary>How many groups were made since the default one, with it.</summary>
    internal static int Made => Volatile.Read(ref count);

    /// <summary>The store with which other groups begin: the default group's own part, as in Python.</summary>
    internal static CountedHandle RootStore => Required.Store;

    /// <summary>Makes the default group, once.</summary>
    internal static void Start(Func<string, (CountedHandle Store, ProcessGroup Group)> make)
    {
        lock (Sync)
        {
            if (Default is not null || isStarting)
            {
                throw new TorchValueException("trying to initialize the default process group twice!");
            }

            isStarting = true;
        }

        try
        {
            var (root, made) = make(NextName());
            lock (Sync)
            {
                (store, Default) = (root, made);
                Groups.Add(made);
            }
        }
        catch
        {
            count = 0;
            throw;
        }
        finally
        {
            isStarting = false;
        }
    }

    /// <summary>The name of the next group, which is its number: the same on all ranks, which make all groups in the same order.</summary>
    internal static string NextName() => (Interlocked.Increment(ref count) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static void Add(ProcessGroup group)
    {
        lock (Sync)
        {
            Groups.Add(group);
        }
    }

    /// <summary>Leaves a group, or all of them with the default one.</summary>
    internal static void Destroy(ProcessGroup? group)
    {
        ProcessGroup[] leaving;
        lock (Sync)
        {
            if (group is null || group == Default)
            {
                // The youngest first, as PyTorch does.
                leaving = [.. Groups.AsEnumerable().Reverse()];
                Groups.Clear();
                (Default, count) = (null, 0);
            }
            else
            {
                leaving = Groups.Remove(group) ? [group] : throw new TorchValueException("Invalid process group specified");
            }
        }

        foreach (var one in leaving)
        {
            one.Destroy();
        }

        if (Default is null && !isStarting)
        {
            store?.Dispose();
            store = null;
        }
    }
}
