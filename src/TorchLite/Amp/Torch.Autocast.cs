namespace TorchLite;

/// <content>The state of mixed precision.</content>
public static partial class Torch
{
    /// <summary>Whether this thread computes in mixed precision: PyTorch's <c>torch.is_autocast_enabled(device_type)</c>.</summary>
    /// <param name="deviceType">The device whose tensors are meant; its index does not matter.</param>
    /// <returns>True inside of <see cref="Amp.Autocast"/>.</returns>
    /// <exception cref="TorchException">The device has no autocast.</exception>
    /// <example><code>
    /// using var autocast = Torch.Amp.Autocast("cpu");
    /// Torch.IsAutocastEnabled("cpu")    // True
    /// Torch.IsAutocastEnabled("cuda")   // False
    /// </code></example>
    public static bool IsAutocastEnabled(Device deviceType) => AutocastState.IsEnabled(deviceType);

    /// <summary>
    /// Switches mixed precision on or off on this thread, for good: PyTorch's <c>torch.set_autocast_enabled(device_type, enabled)</c>.
    /// <see cref="Amp.Autocast"/> puts it back by itself.
    /// </summary>
    /// <param name="deviceType">The device whose tensors are meant; its index does not matter.</param>
    /// <param name="enabled">Whether to cast.</param>
    /// <exception cref="TorchException">The device has no autocast.</exception>
    /// <example><code>
    /// Torch.SetAutocastEnabled("cpu", true);
    /// Torch.Ones(2, 2).Mm(Torch.Ones(2, 2)).DType   // torch.bfloat16
    /// Torch.SetAutocastEnabled("cpu", false);
    /// Torch.ClearAutocastCache();
    /// </code></example>
    public static void SetAutocastEnabled(Device deviceType, bool enabled) => AutocastState.SetEnabled(deviceType, enabled);

    /// <summary>The dtype of mixed precision on this thread: PyTorch's <c>torch.get_autocast_dtype(device_type)</c>.</summary>
    /// <param name="deviceType">The device whose tensors are meant; its index does not matter.</param>
    /// <returns>The dtype; at first bfloat16 on the CPU, float16 on GPUs.</returns>
    /// <exception cref="TorchException">The device has no autocast.</exception>
    /// <example><code>
    /// Torch.GetAutocastDtype("cpu")    // torch.bfloat16
    /// Torch.GetAutocastDtype("cuda")   // torch.float16
    /// </code></example>
    public static DType GetAutocastDtype(Device deviceType) =>
        new DType(AutocastState.CodeOf(deviceType)) is { Info: not null } dtype
            ? dtype
            : throw new TorchException("unsupported scalarType");

    /// <summary>
    /// Sets the dtype of mixed precision on this thread, for good: PyTorch's <c>torch.set_autocast_dtype(device_type, dtype)</c>.
    /// <see cref="Amp.Autocast"/> takes it where none is given.
    /// </summary>
    /// <param name="deviceType">The device whose tensors are meant; its index does not matter.</param>
    /// <param name="dtype">The dtype.</param>
    /// <example><code>
    /// Torch.SetAutocastDtype("cpu", DType.Float16);
    /// Torch.GetAutocastDtype("cpu")   // torch.float16
    /// Torch.SetAutocastDtype("cpu", DType.Bfloat16);
    /// </code></example>
    public static void SetAutocastDtype(Device deviceType, DType dtype) => AutocastState.SetDType(deviceType, dtype.Code);

    /// <summary>
    /// Whether mixed precision keeps the casts of parameters on this thread: PyTorch's <c>torch.is_autocast_cache_enabled()</c>.
    /// </summary>
    /// <returns>True, unless it was switched off.</returns>
    /// <example><code>
    /// Torch.IsAutocastCacheEnabled()   // True
    /// </code></example>
    public static bool IsAutocastCacheEnabled() => AutocastState.IsCached;

    /// <summary>
    /// Sets whether mixed precision keeps the casts of parameters on this thread: PyTorch's
    /// <c>torch.set_autocast_cache_enabled(enabled)</c>.
    /// </summary>
    /// <param name="enabled">Whether it does.</param>
    /// <example><code>
    /// Torch.SetAutocastCacheEnabled(false);
    /// Torch.IsAutocastCacheEnabled()   // False
    /// Torch.SetAutocastCacheEnabled(true);
    /// </code></example>
    public static void SetAutocastCacheEnabled(bool enabled) => AutocastState.IsCached = enabled;

    /// <summary>
    /// Forgets the casts of parameters that were kept, of all threads: PyTorch's <c>torch.clear_autocast_cache()</c>. The end of the
    /// outermost <see cref="Amp.Autocast"/> does so by itself.
    /// </summary>
    /// <example><code>
    /// Torch.ClearAutocastCache();
    /// </code></example>
    public static void ClearAutocastCache() => AutocastState.Clear();
}
