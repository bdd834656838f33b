namespace TorchLite.Cuda;

/// <summary>A scope whose work goes to a stream: see <see cref="Torch.Cuda.Stream"/>.</summary>
/// <remarks>
/// The stream is chosen for the thread, so this is a ref struct: the compiler rejects an <c>await</c> inside it.
/// </remarks>
/// <example><code>
/// using (Torch.Cuda.Stream(null)) { Console.WriteLine("nothing has changed"); }   // nothing has changed
/// </code></example>
public readonly ref struct StreamScope : IDisposable
{
    // In an array, so that a copy of the struct ends what the struct ends.
    private readonly nint[]? guard;

    internal StreamScope(Stream? stream) => guard = stream is null ? null : [CudaRuntime.Open(stream.Index, stream.CudaStream)];

    /// <summary>Restores the previous stream and GPU.</summary>
    /// <exception cref="TorchException">libtorch rejects the stream.</exception>
    /// <example><code>
    /// Torch.Cuda.Stream(null).Dispose();
    /// </code></example>
    public void Dispose()
    {
        if (guard is [not 0 and var open])
        {
            guard[0] = 0;
            CudaRuntime.Close(open);
        }
    }
}
