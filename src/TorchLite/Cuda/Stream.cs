using System.Globalization;

namespace TorchLite.Cuda;

/// <summary>A queue of work on a GPU, which can run concurrently with others: PyTorch's <c>torch.cuda.Stream</c>.</summary>
/// <remarks>There are 32 of each GPU and priority, given out in turn, and they last as long as the process, as in PyTorch.</remarks>
/// <example><code>
/// if (Torch.Cuda.IsAvailable()) { new TorchLite.Cuda.Stream().Synchronize(); }
/// </code></example>
public sealed class Stream
{
    /// <summary>Takes the next stream of a GPU.</summary>
    /// <param name="device">The GPU; null: the current one.</param>
    /// <param name="priority">The priority: 0, or a negative number down to -3 for work that precedes others.</param>
    /// <exception cref="TorchException">The GPU does not exist, or the priority is positive.</exception>
    /// <exception cref="TorchValueException">The device is not a GPU.</exception>
    public Stream(Device? device = null, int priority = 0)
    {
        CudaRuntime.Ask();
        if (priority > 0)
        {
            throw new TorchException($"Expected cuda stream priority to be less than or equal to 0, got {priority}");
        }

        Index = CudaRuntime.Index(device);
        CudaStream = StreamPool.Next(Index, priority);
    }

    internal Stream(int index, nint stream) => (Index, CudaStream) = (index, stream);

    /// <summary>The GPU: PyTorch's <c>device</c>.</summary>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(Torch.Cuda.CurrentStream().Device); }
    /// </code></example>
    public Device Device => new("cuda", Index);

    /// <summary>CUDA's own handle of it, a <c>cudaStream_t</c>; 0 is the default one: PyTorch's <c>cuda_stream</c>.</summary>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(Torch.Cuda.DefaultStream().CudaStream); }
    /// </code></example>
    public nint CudaStream { get; }

    internal int Index { get; }

    /// <summary>Waits until all its work is done: PyTorch's <c>synchronize</c>.</summary>
    /// <exception cref="TorchException">CUDA reports an error; the message has it.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { new TorchLite.Cuda.Stream().Synchronize(); }
    /// </code></example>
    public void Synchronize() => CudaRuntime.WaitForStream(Index, CudaStream);

    /// <summary>Whether all its work is done: PyTorch's <c>query</c>.</summary>
    /// <returns>True if it is.</returns>
    /// <exception cref="TorchException">CUDA reports an error; the message has it.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(new TorchLite.Cuda.Stream().Query()); }
    /// </code></example>
    public bool Query() => CudaRuntime.IsStreamDone(Index, CudaStream);

    /// <summary>Makes its later work wait for an event: PyTorch's <c>wait_event</c>.</summary>
    /// <param name="event">The event to wait for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="event"/> is null.</exception>
    /// <exception cref="TorchException">CUDA reports an error; the message has it.</exception>
    /// <exception cref="ObjectDisposedException">The event was disposed.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable())
    /// {
    ///     using var done = Torch.Cuda.CurrentStream().RecordEvent();
    ///     new TorchLite.Cuda.Stream().WaitEvent(done);
    /// }
    /// </code></example>
    public void WaitEvent(Event @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        @event.Wait(this);
    }

    /// <summary>Makes its later work wait for the current work of another stream: PyTorch's <c>wait_stream</c>.</summary>
    /// <param name="stream">The stream to wait for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="TorchException">CUDA reports an error; the message has it.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { new TorchLite.Cuda.Stream().WaitStream(Torch.Cuda.CurrentStream()); }
    /// </code></example>
    public void WaitStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var done = stream.RecordEvent();
        WaitEvent(done);
    }

    /// <summary>Records an event after its work so far: PyTorch's <c>record_event</c>.</summary>
    /// <param name="event">The mark; null: a new one.</param>
    /// <returns>The mark.</returns>
    /// <exception cref="TorchException">The event belongs to another GPU, or CUDA reports an error.</exception>
    /// <exception cref="ObjectDisposedException">The event was disposed.</exception>
    /// <example><code>
    /// if (Torch.Cuda.IsAvailable()) { using var done = Torch.Cuda.CurrentStream().RecordEvent(); done.Synchronize(); }
    /// </code></example>
    public Event RecordEvent(Event? @event = null)
    {
        @event ??= new();
        @event.Record(this);
        return @event;
    }

    /// <summary>Whether both are one stream.</summary>
    /// <param name="obj">The other.</param>
    /// <returns>True if they are.</returns>
    public override bool Equals(object? obj) => obj is Stream other && (Index, CudaStream) == (other.Index, other.CudaStream);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, CudaStream);

    /// <summary>PyTorch's string.</summary>
    /// <returns>The string.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"<torch.cuda.Stream device={Device} cuda_stream=0x{CudaStream:x}>");
}
