namespace TorchLite;

/// <summary>A scope with gradient recording switched on or off: see <see cref="Torch.NoGrad"/>.</summary>
/// <remarks>
/// The mode belongs to the thread, so this is a ref struct: the compiler rejects an <c>await</c> inside it, where it would leak
/// into whatever the thread does next.
/// </remarks>
/// <example><code>
/// using (Torch.NoGrad()) { Console.WriteLine(Torch.IsGradEnabled()); }   // False
/// Torch.IsGradEnabled()                                                  // True
/// </code></example>
public readonly ref struct GradMode : IDisposable
{
    private readonly ModeFrame? frame;

    internal GradMode(ModeFrame frame) => this.frame = frame;

    /// <summary>Restores the previous mode.</summary>
    /// <exception cref="InvalidOperationException">
    /// The scope ended before; or it belongs to another thread; or one that was opened in it is still open, which ends with it.
    /// </exception>
    /// <example><code>
    /// var off = Torch.NoGrad();
    /// off.Dispose();
    /// Torch.IsGradEnabled()   // True
    /// </code></example>
    public void Dispose() => frame?.Close();
}
