namespace TorchLite.Cuda;

/// <summary>An event in a GPU's stream of work, for synchronization and timing: PyTorch's <c>torch.cuda.Event</c>.</summary>
/// <example><code>
/// if (Torch.Cuda.IsAvailable())
/// {
///     using var start = new TorchLite.Cuda.Event(enableTiming: true);
///     using var end = new TorchLite.Cuda.Event(enableTiming: true);
///     start.Record();
///     Torch.Ones([1000, 1000], device: "cuda").Sum();
///     end.Record();
///     end.Synchronize();
///     Console.WriteLine($"{start.ElapsedTime(end)} ms");
/// }
/// </code></example>
public sealed class Event : IDisposable
{
    // cudaEventBlockingSync and cudaEventDisableTiming.
    private const uint Blocks = 1, HasNoTime = 2;

    private readonly uint flags;

    // Of the GPU that it is first recorded on.
    private CudaEventHandle? native;
    private bool isDisposed;

    /// <summary>Creates an event that is not recorded yet.</summary>
    /// <param name="enableTiming">It can tell time.</param>
    /// <param name="blocking">Who waits for it sleeps.</param>
    /// <exception cref="TorchException">There is no GPU.</exception>
    public Event(bool enableTiming = false, bool blocking = false)
    {
        CudaRuntime.Ask();
        flags = (blocking ? Blocks : 0) | (enableTiming ? 0 : HasNoTime);
    }

    /// <summary>Records the event after the work given to a stream so far: PyTorch's <c>record</c>.</summary>
    /// <param name="stream">The stream; null: the current stream of the current GPU.</param>
    /// <exception cref="TorchException">The event belongs to another GPU, or CUDA reports an error.</exception>
    /// <exception cref="ObjectDisposedException">The object was disposed.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { using var e = new TorchLite.Cuda.Event(); e.Record(); e.Synchronize(); }
    /// </code></example>
    public void Record(Stream? stream = null)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        stream ??= Torch.Cuda.CurrentStream();
        native ??= new(stream.Index, flags);
        if (native.Device != stream.Index)
        {
            throw new TorchException($"Event device {native.Device} does not match recording stream's device {stream.Index}.");
        }

        native.With(place => CudaRuntime.Record(place, stream.Index, stream.CudaStream));
    }

    /// <summary>Makes the later work of a stream wait for the event; no effect if it is not recorded: PyTorch's <c>wait</c>.</summary>
    /// <param name="stream">The stream; null: the current stream of the current GPU.</param>
    /// <exception cref="TorchException">CUDA reports an error; the message has it.</exception>
    /// <exception cref="ObjectDisposedException">The object was disposed.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { using var e = new TorchLite.Cuda.Event(); e.Record(); e.Wait(new TorchLite.Cuda.Stream()); }
    /// </code></example>
    public void Wait(Stream? stream = null)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        stream ??= Torch.Cuda.CurrentStream();
        native?.With(place => CudaRuntime.LetWait(stream.CudaStream, stream.Index, place));
    }

    /// <summary>Waits until the GPU has come to it; for one that is not recorded not at all: PyTorch's <c>synchronize</c>.</summary>
    /// <exception cref="TorchException">CUDA reports an error; the message has it.</exception>
    /// <exception cref="ObjectDisposedException">The object was disposed.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { using var e = new TorchLite.Cuda.Event(); e.Record(); e.Synchronize(); }
    /// </code></example>
    public void Synchronize()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        native?.With(CudaRuntime.Wait);
    }

    /// <summary>Whether the GPU has come to it: PyTorch's <c>query</c>.</summary>
    /// <returns>True if all work before it is done; true of one that is not recorded.</returns>
    /// <exception cref="TorchException">CUDA reports an error; the message has it.</exception>
    /// <exception cref="ObjectDisposedException">The object was disposed.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { using var e = new TorchLite.Cuda.Event(); Console.WriteLine(e.Query()); }
    /// </code></example>
    public bool Query()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return native?.With(CudaRuntime.IsDone) ?? true;
    }

    /// <summary>The time between two marks: PyTorch's <c>elapsed_time</c>.</summary>
    /// <param name="endEvent">The later one.</param>
    /// <returns>Milliseconds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endEvent"/> is null.</exception>
    /// <exception cref="TorchValueException">One of the events does not support timing, or is not recorded.</exception>
    /// <exception cref="TorchException">The GPU has not reached both events, or CUDA reports an error.</exception>
    /// <exception cref="ObjectDisposedException">One of the events was disposed.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable())
    /// {
    ///     using var e = new TorchLite.Cuda.Event(enableTiming: true);
    ///     e.Record();
    ///     e.Synchronize();
    ///     Console.WriteLine(e.ElapsedTime(e));
    /// }
    /// </code></example>
    public double ElapsedTime(Event endEvent)
    {
        ArgumentNullException.ThrowIfNull(endEvent);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ObjectDisposedException.ThrowIf(endEvent.isDisposed, endEvent);
        if (((flags | endEvent.flags) & HasNoTime) != 0)
        {
            throw new TorchValueException("Both events must be created with argument 'enable_timing=True'.");
        }

        if (native is null || endEvent.native is null)
        {
            throw new TorchValueException("Both events must be recorded before calculating elapsed time.");
        }

        if (!Query() || !endEvent.Query())
        {
            throw new TorchException("Both events must be completed before calculating elapsed time.");
        }

        return native.With(start => endEvent.native.With(end => CudaRuntime.Elapsed(native.Device, start, end)));
    }

    /// <summary>Releases it to CUDA.</summary>
    public void Dispose()
    {
        isDisposed = true;
        native?.Dispose();
    }
}
