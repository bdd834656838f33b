using System.Runtime.InteropServices;

namespace TorchLite.Lifetime;

/// <summary>What one thread made and freed on the CPU. Only that thread writes here; whoever wants the sum adds up all threads.</summary>
internal sealed class ThreadLedger
{
    /// <summary>How much a thread may make before it looks at the sum.</summary>
    internal const long Grain = 64 << 10;

    [ThreadStatic]
    private static ThreadLedger? current;

    // Lives as long as the thread: its finalizer tells that the thread is gone.
    [ThreadStatic]
    private static End? end;

    private static readonly Lock Joining = new();

    // The first has what threads left behind that are gone.
    private static ThreadLedger[] all = [new()];

    // The tables of threads that are gone, and what they made is not.
    private static readonly List<TensorTable> Tables = [];

    private Numbers numbers;

    private ThreadLedger()
    {
    }

    internal static ThreadLedger Current => current ?? Open();

    /// <summary>Tensors made less tensors freed: negative where a thread frees what others made.</summary>
    internal ref long Tensors => ref numbers.Tensors;

    /// <summary>Their bytes.</summary>
    internal ref long Bytes => ref numbers.Bytes;

    /// <summary>
    /// The bytes of tensors freed whose memory is still held, by a view or a graph; less those that views freed since.
    /// </summary>
    internal ref long Left => ref numbers.Left;

    /// <summary>What this thread made since it last looked at the sum, <see cref="MemoryLedger.TensorCost"/> included.</summary>
    internal ref long Made => ref numbers.Made;

    /// <summary>The tensors that the thread made.</summary>
    internal TensorTable Table { get; } = new();

    /// <summary>Whether this is the thread that runs finalizers.</summary>
    internal bool IsFinalizer { get; set; }

    /// <summary>The sum of all threads.</summary>
    internal static (long Tensors, long Bytes, long Left) Sum()
    {
        long tensors = 0, bytes = 0, behind = 0;
        foreach (var ledger in Volatile.Read(ref all))
        {
            tensors += Volatile.Read(ref ledger.Tensors);
            bytes += Volatile.Read(ref ledger.Bytes);
            behind += Volatile.Read(ref ledger.Left);
        }

        return (tensors, bytes, behind);
    }

    /// <summary>Strikes out, in all tables, the tensors whose objects are gone: see <see cref="TensorTable.Sweep"/>.</summary>
    internal static void Sweep(int generation, List<TensorTable.Held> dead)
    {
        foreach (var ledger in Volatile.Read(ref all))
        {
            ledger.Table.Sweep(generation, dead);
        }

        lock (Joining)
        {
            foreach (var table in Tables)
            {
                table.Sweep(generation, dead);
            }

            Tables.RemoveAll(static table => table.Close());
        }
    }

    // Each thread that computes comes here once.
    private static ThreadLedger Open()
    {
        current = new ThreadLedger();
        end = new End(current, SignalStack.Widen());
        lock (Joining)
        {
            Volatile.Write(ref all, [.. all, current]);
        }

        return current;
    }

    private static void Close(ThreadLedger gone)
    {
        lock (Joining)
        {
            if (!gone.Table.Close())
            {
                Tables.Add(gone.Table);
            }

            // In one step for those who add up meanwhile.
            var left = new ThreadLedger();
            left.Tensors = all[0].Tensors + gone.Tensors;
            left.Bytes = all[0].Bytes + gone.Bytes;
            left.Left = all[0].Left + gone.Left;
            Volatile.Write(ref all, [left, .. all.Skip(1).Where(ledger => ledger != gone)]);
        }
    }

    // In cache lines of its own: beside another thread's numbers each operation would wait for that thread.
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct Numbers
    {
        [FieldOffset(64)]
        internal long Tensors;

        [FieldOffset(72)]
        internal long Bytes;

        [FieldOffset(80)]
        internal long Made;

        [FieldOffset(88)]
        internal long Left;
    }

    private sealed class End(ThreadLedger ledger, nint signalStack)
    {
        ~End()
        {
            Close(ledger);
            SignalStack.Return(signalStack);
        }
    }
}
