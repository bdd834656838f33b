namespace TorchLite;

/// <summary>A stretch of code with gradient recording switched on or off: see <see cref="Torch.NoGrad"/>.</summary>
/// <remarks>
/// The mode belongs to the thread, so this is a ref struct: the compiler rejects an <c>await</c> inside it, where it would leak
/// into whatever the thread does next.
/// </remarks>
/// <example><code>
/// using (Torch.NoGrad()) { Console.WriteLine(Torch.IsGradEnabled()); }   // False
/// Torch.IsGradEnabled()                                                  // True
/// </code></example>
public readonly ref struct GradMode
{
    private readonly bool active;
    private readonly bool before;
    private readonly IDisposable? inference;

    internal GradMode(bool enabled, IDisposable? inference = null)
    {
        NativeLoader.EnsureLoaded();
        active = true;
        this.inference = inference;
        before = LibTorch.IsGradEnabled();
        if (inference is null)
        {
            LibTorch.SetGradEnabled(enabled);
        }
    }

    /// <summary>Puts the mode back to what it was.</summary>
    /// <example><code>
    /// var off = Torch.NoGrad();
    /// off.Dispose();
    /// Torch.IsGradEnabled()   // True
    /// </code></example>
    public void Dispose()
    {
        inference?.Dispose();
        if (active && inference is null)
        {
            LibTorch.SetGradEnabled(before);
        }
    }
}
