namespace TorchLite;

/// <content>Looking for what makes gradients wrong.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        /// <summary>
        /// Makes a backward pass that meets a NaN an error that names the operation, until the end of the <c>using</c>: PyTorch's
        /// <c>torch.autograd.detect_anomaly()</c>. It slows programs down. The setting is the process's, for all threads.
        /// </summary>
        /// <param name="checkNan">Whether NaN is looked for.</param>
        /// <returns>The scope, for a <c>using</c>.</returns>
        /// <example><code>
        /// using var _ = Torch.Autograd.DetectAnomaly();
        /// var x = Torch.Tensor([-1.0], requiresGrad: true);
        /// x.Sqrt().Backward()   // TorchException: Function 'SqrtBackward0' returned nan values in its 0th output.
        /// </code></example>
        public static AnomalyMode DetectAnomaly(bool checkNan = true) => new(true, checkNan);

        /// <summary>
        /// Says whether a backward pass that meets a NaN is an error, until the end of the <c>using</c>: PyTorch's
        /// <c>torch.autograd.set_detect_anomaly(mode)</c>.
        /// </summary>
        /// <param name="mode">Whether backward passes are looked at.</param>
        /// <param name="checkNan">Whether NaN is looked for.</param>
        /// <returns>The scope, for a <c>using</c>; without one the setting stays.</returns>
        /// <example><code>
        /// using var _ = Torch.Autograd.SetDetectAnomaly(false);
        /// Torch.Autograd.IsAnomalyEnabled()   // False
        /// </code></example>
        public static AnomalyMode SetDetectAnomaly(bool mode, bool checkNan = true) => new(mode, checkNan);

        /// <summary>Whether backward passes are looked at: PyTorch's <c>torch.is_anomaly_enabled()</c>.</summary>
        /// <returns>True if they are.</returns>
        /// <example><code>
        /// Torch.Autograd.IsAnomalyEnabled()   // False
        /// </code></example>
        public static bool IsAnomalyEnabled() => NativeModes.Anomaly.Mode;
    }
}
