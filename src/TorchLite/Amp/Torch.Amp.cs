using TorchLite.Amp;

namespace TorchLite;

/// <content>Mixed precision.</content>
public static partial class Torch
{
    /// <summary>Automatic mixed precision: PyTorch's <c>torch.amp</c>.</summary>
    /// <example><code>
    /// Torch.Amp.IsAutocastAvailable("cpu")   // True
    /// </code></example>
    public static class Amp
    {
        private static readonly DType[] OnCpu = [DType.Bfloat16, DType.Float16];

        /// <summary>
        /// Lets this thread compute in mixed precision until the end of the <c>using</c>: PyTorch's
        /// <c>torch.amp.autocast(device_type, dtype, enabled, cache_enabled)</c>, which is <c>torch.autocast</c>. Matrix products and
        /// convolutions cast their floating-point tensors to <paramref name="dtype"/>, losses and what else would lose too much cast them
        /// to float32, and all else computes with what it gets; libtorch itself knows which operation is what.
        /// </summary>
        /// <remarks>
        /// It is meant for the forward pass and the loss; the backward pass, outside, uses the same dtypes. One inside another, with
        /// <c>enabled: false</c>, is a stretch of full precision. Tensors of float64, and operations that write into their receiver, are
        /// left alone. A dtype that the device does not have disables it, with a warning (<see cref="Warnings.Raised"/>).
        /// </remarks>
        /// <param name="deviceType">The device whose tensors are meant, <c>cpu</c> or <c>cuda</c>; its index does not matter.</param>
        /// <param name="dtype">
        /// bfloat16 or float16; null: <see cref="GetAutocastDtype"/>, which begins as bfloat16 on the CPU and float16 on GPUs.
        /// </param>
        /// <param name="enabled">Whether to cast.</param>
        /// <param name="cacheEnabled">
        /// Whether a parameter that is cast is kept in that dtype, so that its next use, until the end of the outermost, casts it no more;
        /// null: as it is, which begins as true.
        /// </param>
        /// <returns>The scope, for a <c>using</c>.</returns>
        /// <exception cref="TorchException">The device has no autocast.</exception>
        /// <example><code>
        /// var linear = new Linear(4, 2);
        /// using var autocast = Torch.Amp.Autocast("cpu");
        /// var y = linear.Call(Torch.Ones(3, 4));
        /// y.DType                                                 // torch.bfloat16
        /// Torch.Nn.Functional.MseLoss(y, Torch.Ones(3, 2)).DType  // torch.float32
        /// </code></example>
        public static AutocastMode Autocast(Device deviceType, DType? dtype = null, bool enabled = true, bool? cacheEnabled = null)
        {
            var cast = dtype ?? GetAutocastDtype(deviceType);
            if (!IsAutocastAvailable(deviceType))
            {
                throw new TorchException($"User specified an unsupported autocast device_type '{deviceType}'");
            }

            var cached = cacheEnabled ?? IsAutocastCacheEnabled();
            var isEnabled = enabled && IsPossible(deviceType, cast);
            return new(ModeFrame.OpenAutocast(() => new AutocastGuard(deviceType, cast, isEnabled, cached)));
        }

        /// <summary>Whether a kind of device has autocast: PyTorch's <c>torch.amp.is_autocast_available(device_type)</c>.</summary>
        /// <param name="deviceType">The device; its index does not matter, nor whether there is one.</param>
        /// <returns>True for the CPU and GPUs, false for <c>meta</c>.</returns>
        /// <example><code>
        /// Torch.Amp.IsAutocastAvailable("cuda")   // True
        /// Torch.Amp.IsAutocastAvailable("meta")   // False
        /// </code></example>
        public static bool IsAutocastAvailable(Device deviceType) => deviceType.Type != "meta";

        private static bool IsPossible(Device device, DType dtype)
        {
            var (type, name) = (device.Type, device.Type.ToUpperInvariant());
            if (type == "cuda")
            {
                if (!Cuda.IsAvailable())
                {
                    Warnings.Warn("User provided device_type of 'cuda', but CUDA is not available. Disabling");
                    return false;
                }

                return true;
            }

            if (Array.IndexOf(OnCpu, dtype) >= 0)
            {
                return true;
            }

            Warnings.Warn($"In {name} autocast, but the target dtype is not supported. Disabling autocast.\n"
                + (type == "cpu"
                    ? $"CPU Autocast only supports dtype of {string.Join(", ", OnCpu)} currently."
                    : $"{name} Autocast only supports dtype of torch.bfloat16 and torch.float16 currently."));
            return false;
        }
    }
}
