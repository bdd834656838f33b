using System.Runtime.InteropServices;

namespace TorchLite.Lifetime;

/// <summary>
/// The native tensors that one thread made and nobody freed yet, each with a weak handle of the object it belongs to. A finalizer would do
/// with less, but run on a thread of its own, long after: the one who makes tensors frees what died right after a collection, and has the
/// memory back while it is still in the cache.
/// </summary>
/// <remarks>
/// Entries stand in three lists by how many collections they outlived, as .NET's own objects do; a collection of the youngest objects needs
/// a look at the first list only. Any thread may free a tensor or look for garbage, so each call takes the table for itself for a moment.
/// </remarks>
internal sealed class TensorTable
{
    private const int None = -1;
    private const int Oldest = 2;
    private const byte Free = byte.MaxValue;

    private readonly int[] heads = [None, None, None];
    private Entry[] entries = [];
    private int firstFree = None;
    private int used;
    private int isTaken;

    /// <summary>Enters a tensor.</summary>
    /// <returns>Its place, for <see cref="Remove"/>.</returns>
    internal int Add(Tensor tensor, Held held)
    {
        Take();
        try
        {
            var place = firstFree;
            if (place != None)
            {
                firstFree = entries[place].Next;
            }
            else
            {
                place = NewPlace();
            }

            ref var entry = ref entries[place];
            entry.Object.SetTarget(tensor);
            entry.Held = held;
            Link(place, 0);
            return place;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Strikes a tensor out; who does so frees it.</summary>
    internal Held Remove(int place)
    {
        Take();
        Unlink(place);
        var held = Clear(place);
        Leave();
        return held;
    }

    /// <summary>Corrects what a tensor holds, after its memory was exchanged for another.</summary>
    /// <returns>What it held before.</returns>
    internal Held Change(int place, long bytes, byte pool)
    {
        Take();
        ref var entry = ref entries[place];
        var before = entry.Held;
        entry.Held = new(before.Native, bytes, pool, IsBorrowed: false);
        Leave();
        return before;
    }

    /// <summary>Gives a place another tensor.</summary>
    /// <returns>The one that it had.</returns>
    internal Held Exchange(int place, Held held)
    {
        Take();
        ref var entry = ref entries[place];
        (held, entry.Held) = (entry.Held, held);
        Leave();
        return held;
    }

    /// <summary>Strikes out the tensors whose objects are gone, and adds them to a list: who calls frees them.</summary>
    /// <param name="generation">Up to which generation .NET has collected.</param>
    /// <param name="dead">Where they are added.</param>
    internal void Sweep(int generation, List<Held> dead)
    {
        Take();
        try
        {
            // The oldest list first, lest what moves up is looked at twice.
            for (var age = generation; age >= 0; age--)
            {
                for (var place = heads[age]; place != None;)
                {
                    var next = entries[place].Next;
                    if (!entries[place].Object.TryGetTarget(out _))
                    {
                        Unlink(place);
                        dead.Add(Clear(place));
                    }
                    else if (age < Oldest)
                    {
                        Unlink(place);
                        Link(place, age + 1);
                    }

                    place = next;
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Gives up the weak handles of the table of a thread that is gone, where no tensor is left.</summary>
    /// <returns>True if it is done.</returns>
    internal bool Close()
    {
        Take();
        var isEmpty = heads is [None, None, None];
        if (isEmpty)
        {
            for (var i = 0; i < used; i++)
            {
                entries[i].Object.Dispose();
            }

            (entries, used, firstFree) = ([], 0, None);
        }

        Leave();
        return isEmpty;
    }

    private int NewPlace()
    {
        if (used == entries.Length)
        {
            Array.Resize(ref entries, Math.Max(16, 2 * used));
        }

        // It follows objects that a finalizer keeps for a while: those that still use the tensor there.
        entries[used].Object = new WeakGCHandle<Tensor>(null!, trackResurrection: true);
        return used++;
    }

    private Held Clear(int place)
    {
        ref var entry = ref entries[place];
        var held = entry.Held;
        (entry.Held, entry.Age, entry.Next) = (default, Free, firstFree);
        firstFree = place;
        return held;
    }

    private void Link(int place, int age)
    {
        var next = heads[age];
        ref var entry = ref entries[place];
        (entry.Previous, entry.Next, entry.Age) = (None, next, (byte)age);
        if (next != None)
        {
            entries[next].Previous = place;
        }

        heads[age] = place;
    }

    private void Unlink(int place)
    {
        ref var entry = ref entries[place];
        if (entry.Next != None)
        {
            entries[entry.Next].Previous = entry.Previous;
        }

        if (entry.Previous != None)
        {
            entries[entry.Previous].Next = entry.Next;
        }
        else
        {
            heads[entry.Age] = entry.Next;
        }
    }

    private void Take()
    {
        if (Interlocked.CompareExchange(ref isTaken, 1, 0) != 0)
        {
            var wait = default(SpinWait);
            while (Volatile.Read(ref isTaken) != 0 || Interlocked.CompareExchange(ref isTaken, 1, 0) != 0)
            {
                wait.SpinOnce();
            }
        }
    }

    private void Leave() => Volatile.Write(ref isTaken, 0);

    /// <summary>A native tensor.</summary>
    /// <param name="Native">libtorch's tensor (a C++ at::Tensor*).</param>
    /// <param name="Bytes">The bytes that it counts as.</param>
    /// <param name="Pool">The number of its device's counters.</param>
    /// <param name="IsBorrowed">Whether libtorch held it from the start: a gradient, for one, is its tensor's.</param>
    internal readonly record struct Held(nint Native, long Bytes, byte Pool, bool IsBorrowed);

    private struct Entry
    {
        internal WeakGCHandle<Tensor> Object;
        internal Held Held;
        internal int Previous;
        internal int Next;
        internal byte Age;
    }
}
