namespace TorchLite;

/// <content>Whether operations are recorded.</content>
public static partial class Torch
{
    /// <summary>
    /// Disables gradient recording on this thread until the end of the <c>using</c>: PyTorch's <c>torch.no_grad()</c>.
    /// </summary>
    /// <returns>The scope, for a <c>using</c>.</returns>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// using var _ = Torch.NoGrad();
    /// (x * 2).RequiresGrad   // False
    /// </code></example>
    public static GradMode NoGrad() => new(ModeFrame.Open(false));

    /// <summary>
    /// Enables gradient recording on this thread until the end of the <c>using</c>: PyTorch's <c>torch.enable_grad()</c>.
    /// </summary>
    /// <returns>The scope, for a <c>using</c>.</returns>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// using var off = Torch.NoGrad();
    /// using var on = Torch.EnableGrad();
    /// (x * 2).RequiresGrad   // True
    /// </code></example>
    public static GradMode EnableGrad() => new(ModeFrame.Open(true));

    /// <summary>
    /// Switches gradient recording on or off on this thread; a <c>using</c> restores it: PyTorch's <c>torch.set_grad_enabled(mode)</c>.
    /// </summary>
    /// <param name="mode">Whether to record operations.</param>
    /// <returns>The scope; without a <c>using</c>, the mode remains.</returns>
    /// <example><code>
    /// using var _ = Torch.SetGradEnabled(false);
    /// Torch.IsGradEnabled()   // False
    /// </code></example>
    public static GradMode SetGradEnabled(bool mode) => new(ModeFrame.OpenLoose(mode));

    /// <summary>Whether autograd records operations on this thread: PyTorch's <c>torch.is_grad_enabled()</c>.</summary>
    /// <returns>True if they are.</returns>
    /// <example><code>
    /// Torch.IsGradEnabled()   // True
    /// </code></example>
    public static bool IsGradEnabled()
    {
        NativeLoader.EnsureLoaded();
        return LibTorch.IsGradEnabled();
    }

    /// <summary>
    /// Disables gradient recording and its bookkeeping on this thread until the end of the <c>using</c>: PyTorch's
    /// <c>torch.inference_mode()</c>. Tensors made in it can never take part in a gradient.
    /// </summary>
    /// <param name="mode">Whether to disable it (true) or leave it unchanged (false).</param>
    /// <returns>The scope, for a <c>using</c>.</returns>
    /// <example><code>
    /// using var _ = Torch.InferenceMode();
    /// Torch.IsGradEnabled()   // False
    /// </code></example>
    public static GradMode InferenceMode(bool mode = true) => new(ModeFrame.OpenInference(mode));

    /// <summary>Whether this thread is in inference mode: PyTorch's <c>torch.is_inference_mode_enabled()</c>.</summary>
    /// <returns>True if it is.</returns>
    /// <example><code>
    /// using var _ = Torch.InferenceMode();
    /// Torch.IsInferenceModeEnabled()   // True
    /// </code></example>
    public static bool IsInferenceModeEnabled() => NativeModes.IsInference();
}
