namespace TorchLite;

/// <summary>A warning, as <see cref="Torch.Warnings.Raised"/> gets it.</summary>
/// <param name="message">PyTorch's text.</param>
/// <example><code>
/// new TorchWarningEventArgs("Detected call of `lr_scheduler.step()`").Message   // Detected call of `lr_scheduler.step()`
/// </code></example>
public sealed class TorchWarningEventArgs(string message) : EventArgs
{
    /// <summary>PyTorch's text.</summary>
    public string Message { get; } = message;
}
