using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace TorchLite.Native;

/// <summary>
/// The compiled lines of TorchScript. Each holds some 30 KB, and <see cref="Torch.Ops"/> and lists of many lengths make ever new ones, so
/// of those that are not used any more the longest known are freed.
/// </summary>
internal sealed class ScriptCache(Func<string, nint> compile, Action<nint> free, int most)
{
    private readonly ConcurrentDictionary<string, Unit> units = new();

    // In the order in which they came; one that was used since it was last looked at comes once more.
    private readonly ConcurrentQueue<Unit> queue = new();

    /// <summary>How many there are.</summary>
    internal int Count => units.Count;

    /// <summary>The line's unit, compiled at the first use; it is not freed before <see cref="Unit.Leave"/>.</summary>
    internal Unit Enter(string text)
    {
        while (true)
        {
            if (units.TryGetValue(text, out var known) && known.TryEnter())
            {
                return known;
            }

            // Two threads may compile the same line at once: one of both is freed.
            var made = new Unit(text, compile(text));
            if (units.TryAdd(text, made))
            {
                _ = made.TryEnter();
                queue.Enqueue(made);
                Shrink();
                return made;
            }

            free(made.Handle);
        }
    }

    private void Shrink()
    {
        for (var looks = queue.Count; looks > 0 && units.Count > most && queue.TryDequeue(out var oldest); looks--)
        {
            if (oldest.TryEnd())
            {
                units.TryRemove(new(oldest.Text, oldest));
                free(oldest.Handle);
            }
            else
            {
                queue.Enqueue(oldest);
            }
        }
    }

    /// <summary>A compiled line.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Nobody else makes one.")]
    internal sealed class Unit(string text, nint handle)
    {
        // Past all counting.
        private const int Ended = int.MinValue / 2;

        // How many calls run in it now; negative once it is freed.
        private int uses;
        private bool wasUsed;

        internal string Text => text;

        internal nint Handle => handle;

        internal bool TryEnter()
        {
            if (Interlocked.Increment(ref uses) < 0)
            {
                Interlocked.Decrement(ref uses);
                return false;
            }

            Volatile.Write(ref wasUsed, true);
            return true;
        }

        internal void Leave() => Interlocked.Decrement(ref uses);

        /// <summary>Ends it, unless it is in use or was since the last time.</summary>
        internal bool TryEnd()
        {
            if (Volatile.Read(ref wasUsed))
            {
                Volatile.Write(ref wasUsed, false);
                return false;
            }

            return Interlocked.CompareExchange(ref uses, Ended, 0) == 0;
        }
    }
}
