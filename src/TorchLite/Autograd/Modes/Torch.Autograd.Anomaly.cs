namespace TorchLite;

/// <content>Anomaly detection for gradients.</content>
public static partial class Torch
{
    public static partial class Autograd
    {
        /// <summary>
        /// Makes a backward pass throw an error that names the operation when it encounters NaN, until the end of the <c>using</c>:
        /// PyTorch's <c>torch.autograd.detect_anomaly()</c>. It slows programs down. The setting is the process's, for all threads.
        /// </summary>
        /// <param name="checkNan">Whether to check for NaN.</param>
        /// <returns>The scope, for a <c>using</c>.</returns>
        /// <example><code>
        /// using var _ = Torch.Autograd.DetectAnomaly();
        /// var x = Torch.Tensor([-1.0], requiresGrad: true);
        /// x.Sqrt().Backward()   // TorchException: Function 'SqrtBackward0' returned nan values in its 0th output.
        /// </code></example>
        public static AnomalyMode DetectAnomaly(bool checkNan = true) => new(true, checkNan);

        /// <summary>
        /// Sets whether a backward pass throws an error when it encounters NaN, until the end of the <c>using</c>: PyTorch's
        /// <c>torch.autograd.set_detect_anomaly(mode)</c>.
        /// </summary>
        /// <param name="mode">Whether to check backward passes.</param>
        /// <param name="checkNan">Whether to check for NaN.</param>
        /// <returns>The scope, for a <c>using</c>; without a <c>using</c>, the setting remains.</returns>
        /// <example><code>
        /// using var _ = Torch.Autograd.SetDetectAnomaly(false);
        /// Torch.Autograd.IsAnomalyEnabled()   // False
        /// </code></example>
        public static AnomalyMode SetDetectAnomaly(bool mode, bool checkNan = true) => new(mode, checkNan);

        /// <summary>Whether backward passes are checked for anomalies: PyTorch's <c>torch.is_anomaly_enabled()</c>.</summary>
        /// <returns>True if they are.</returns>
        /// <example><code>
        /// Torch.Autograd.IsAnomalyEnabled()   // False
        /// </code></example>
        public static bool IsAnomalyEnabled() => NativeModes.Anomaly.Mode;
    }
}
