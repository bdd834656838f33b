using TorchLite.Utils.Data;

namespace TorchLite.Tests.Data;

/// <summary>A dataset whose items a function gives; it remembers which threads asked.</summary>
internal sealed class Asked(int count, Func<int, Tensor> item) : Dataset<Tensor>
{
    private readonly HashSet<Thread> threads = [];

    public override int Count => count;

    /// <summary>Those that asked.</summary>
    internal Thread[] Threads
    {
        get
        {
            lock (threads)
            {
                return [.. threads];
            }
        }
    }

    public override Tensor this[int index]
    {
        get
        {
            lock (threads)
            {
                threads.Add(Thread.CurrentThread);
            }

            return item(index);
        }
    }

    /// <summary>Whether all threads that asked come to their end, soon.</summary>
    internal bool IsLeft() => Array.TrueForAll(Threads, static thread => thread.Join(TimeSpan.FromSeconds(20)));
}
