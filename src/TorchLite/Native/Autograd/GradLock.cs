using System.Diagnostics;

namespace TorchLite.Native;

/// <summary>
/// While it is held no backward adds to the gradient of a leaf: C++'s operation that does so locks a mutex of its own meanwhile, and this is
/// that mutex. Without it, to read or exchange the gradient then is to use memory that another thread frees. Linux x64 only.
/// </summary>
internal readonly unsafe ref struct GradLock
{
    // Whoever waits for a thread that holds it, as a hook may, would do so for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly nint AccumulatorFunction = CppSymbols.TryGetGradAccumulator.Function;

    // Where the mutex is within the operation; 0 where it is not known.
    private static readonly Lazy<int> Place = new(Look, LazyThreadSafetyMode.PublicationOnly);

    [ThreadStatic]
    private static bool isLooking;

    private readonly NodePointer node;
    private readonly nint mutex;

    internal GradLock(nint tensor)
    {
        if (AccumulatorFunction == 0 || isLooking)
        {
            return;
        }

        // Where there is no such operation, no backward can lead there.
        NodePointer found;
        ((delegate* unmanaged<NodePointer*, nint, NodePointer*>)AccumulatorFunction)(&found, tensor);
        if (found.Node == 0)
        {
            return;
        }

        node = found;
        if (Place.Value is not 0 and var place && TryTake(found.Node + place))
        {
            mutex = found.Node + place;
        }
    }

    public void Dispose()
    {
        if (mutex != 0)
        {
            NativeMutex.Release(mutex);
        }

        if (node.Node != 0)
        {
            NodeHandle.Release(node.Control);
        }
    }

    private static bool TryTake(nint mutex)
    {
        if (NativeMutex.TryTake(mutex))
        {
            return true;
        }

        var (wait, start) = (default(SpinWait), Stopwatch.GetTimestamp());
        do
        {
            // In a hook that the operation itself calls.
            if (NativeMutex.IsMine(mutex))
            {
                return false;
            }

            wait.SpinOnce();
            if (NativeMutex.TryTake(mutex))
            {
                return true;
            }
        }
        while (Stopwatch.GetElapsedTime(start) < Longest);
        return false;
    }

    // The mutex lies before the edges, and is believed to if it is as it must be before, within and after the operation. Within is where
    // the operation frees the gradient that there was, in exchange for the sum; as it does where it records what it does, which a hook
    // turns on.
    private static int Look()
    {
        if (!NativeMutex.IsSupported || !NodeLayout.IsFound)
        {
            return 0;
        }

        isLooking = true;
        try
        {
            using var recording = Torch.InferenceMode(false);
            using var on = Torch.EnableGrad();
            using var x = Torch.Ones([1], dtype: DType.Float32, device: default(Device), requiresGrad: true);
            using var y = x * 2;
            using var product = GradFnReader.Node(y)!;
            using var leaf = product.Next()[0].Node!;
            var place = (NodeLayout.Instance.EdgesAt - 5) * sizeof(nint);
            var mutex = leaf.Node + place;
            var isHeld = false;
            var isFree = NativeMutex.IsFree(mutex);
            var number = 0f;
            using (var old = ForeignMemory.Wrap((nint)(&number), x.Shape, x.DType, () => isHeld = NativeMutex.IsMineAlone(mutex)))
            {
                x.Grad = old;
            }

            using var hook = x.RegisterHook(static _ =>
            {
                LibTorch.SetGradEnabled(true);
                return null;
            });
            y.Backward();
            return isFree && NativeMutex.IsFree(mutex) && isHeld ? place : 0;
        }
        catch (TorchException)
        {
            return 0;
        }
        finally
        {
            isLooking = false;
        }
    }

    /// <summary>A std::shared_ptr to an operation.</summary>
    private struct NodePointer
    {
        internal nint Node;
        internal nint Control;
    }
}
