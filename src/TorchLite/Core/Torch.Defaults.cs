namespace TorchLite;

/// <content>The default dtype and device.</content>
public static partial class Torch
{
    private static DType defaultDtype = DType.Float32;

    /// <summary>The dtype of real-number literals and of the creation functions: PyTorch's <c>torch.get_default_dtype()</c>.</summary>
    /// <returns>The dtype, initially float32.</returns>
    /// <example><code>
    /// Torch.GetDefaultDtype()   // torch.float32
    /// </code></example>
    public static DType GetDefaultDtype() => defaultDtype;

    /// <summary>
    /// Sets the dtype of real-number literals and of the creation functions: PyTorch's <c>torch.set_default_dtype(d)</c>.
    /// </summary>
    /// <param name="d">A floating-point dtype.</param>
    /// <exception cref="TorchTypeException">The dtype is not a floating-point type.</exception>
    /// <example><code>
    /// Torch.SetDefaultDtype(DType.Float64);
    /// Torch.Tensor([0.5]).DType             // torch.float64
    /// Torch.SetDefaultDtype(DType.Float32);
    /// </code></example>
    public static void SetDefaultDtype(DType d)
    {
        if (!d.IsFloatingPoint)
        {
            throw new TorchTypeException($"only floating-point types are supported as the default type");
        }

        if (!d.HasStorageClass)
        {
            throw new TorchTypeException($"couldn't find storage object {d.NativeName}Storage");
        }

        NativeLoader.EnsureLoaded();
        GlobalContext.SetDefaultDType(d);
        defaultDtype = d;
    }

    [ThreadStatic]
    private static Device? defaultDevice;

    /// <summary>The device of new tensors if no device is given; null: the CPU.</summary>
    internal static Device DefaultDevice => defaultDevice ?? default;

    /// <summary>
    /// The device on which this thread creates tensors if no device is given: PyTorch's <c>torch.get_default_device()</c>.
    /// </summary>
    /// <returns>The device, initially the CPU.</returns>
    /// <example><code>
    /// Torch.GetDefaultDevice()   // cpu
    /// </code></example>
    public static Device GetDefaultDevice() => DefaultDevice;

    /// <summary>
    /// Sets the device on which this thread creates tensors if no device is given: PyTorch's <c>torch.set_default_device(device)</c>. It
    /// holds for the functions that make tensors of sizes and numbers, not for those that take a tensor or memory.
    /// </summary>
    /// <param name="device">The device; null: the CPU.</param>
    /// <example><code>
    /// Torch.SetDefaultDevice("meta");
    /// Torch.Ones(2).Device            // meta
    /// Torch.SetDefaultDevice(null);
    /// Torch.Ones(2).Device            // cpu
    /// </code></example>
    public static void SetDefaultDevice(Device? device) => defaultDevice = device;
}
