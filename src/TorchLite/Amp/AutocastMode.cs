namespace TorchLite.Amp;

/// <summary>A stretch of mixed precision: see <see cref="Torch.Amp.Autocast"/>.</summary>
/// <remarks>
/// It belongs to the thread, so this is a ref struct: the compiler rejects an <c>await</c> inside it, where it would leak into whatever
/// the thread does next.
/// </remarks>
/// <example><code>
/// using (Torch.Amp.Autocast("cpu")) { Console.WriteLine(Torch.IsAutocastEnabled("cpu")); }   // True
/// Torch.IsAutocastEnabled("cpu")                                                            // False
/// </code></example>
public readonly ref struct AutocastMode : IDisposable
{
    private readonly ModeFrame? frame;

    internal AutocastMode(ModeFrame frame) => this.frame = frame;

    /// <summary>Restores the previous state; the outermost of a thread also forgets the casts that were kept.</summary>
    /// <exception cref="InvalidOperationException">
    /// It ended before; or it belongs to another thread; or one that was opened in it is still open, which ends with it.
    /// </exception>
    /// <example><code>
    /// var autocast = Torch.Amp.Autocast("cpu");
    /// autocast.Dispose();
    /// Torch.IsAutocastEnabled("cpu")   // False
    /// </code></example>
    public void Dispose() => frame?.Close();
}
