namespace TorchLite.Native;

/// <summary>
/// While it is held no other thread draws with a generator: libtorch's kernels lock a mutex of it meanwhile, and this is that mutex.
/// Python's front end takes it to read and to set a state; libtorch's own functions leave that to the caller. Linux x64 only.
/// </summary>
internal readonly unsafe ref struct GeneratorLock
{
    // A generator (c10::GeneratorImpl) begins with its table of functions and the count of its owners; then it comes.
    private const int Place = 16;

    private static readonly Lazy<bool> Found = new(Look, LazyThreadSafetyMode.PublicationOnly);

    private readonly nint mutex;

    internal GeneratorLock(nint generator)
    {
        if (!Found.Value)
        {
            return;
        }

        mutex = MutexOf(generator);
        for (var wait = default(SpinWait); !NativeMutex.TryTake(mutex); wait.SpinOnce())
        {
        }
    }

    internal static bool IsFound => Found.Value;

    public void Dispose()
    {
        if (mutex != 0)
        {
            NativeMutex.Release(mutex);
        }
    }

    private static nint MutexOf(nint generator) => *(nint*)generator + Place;

    // It is believed to be there if it looks like one, and a thread that draws waits for it.
    private static bool Look()
    {
        if (!NativeMutex.IsSupported)
        {
            return false;
        }

        using var generator = new GeneratorHandle(Gate.Read(static _ => Exports.NewGenerator(0, 0, 0), 0));
        var mutex = MutexOf(generator.Value);
        if (!NativeMutex.IsFree(mutex) || !NativeMutex.TryTake(mutex))
        {
            return false;
        }

        var number = LibTorch.NewNumber(DType.Float32, 0);
        var drawing = new Thread(() => Exports.Uniform_(number, 0, 1, generator.Value)) { IsBackground = true };
        drawing.Start();
        var isAwaited = false;
        for (var wait = default(SpinWait); !isAwaited && !drawing.Join(0); wait.SpinOnce())
        {
            isAwaited = NativeMutex.IsAwaited(mutex);
        }

        NativeMutex.Release(mutex);
        drawing.Join();
        LibTorch.Delete(number);
        return isAwaited && NativeMutex.IsFree(mutex);
    }
}
