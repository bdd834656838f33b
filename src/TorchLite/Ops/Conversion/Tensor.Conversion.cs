namespace TorchLite;

/// <content>Conversion to other dtypes and devices.</content>
public partial class Tensor
{
    /// <summary>This tensor in another dtype: PyTorch's <c>to(dtype)</c>.</summary>
    /// <param name="dtype">The dtype.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may run asynchronously.</param>
    /// <param name="copy">Whether to copy even if nothing changes.</param>
    /// <returns>A new tensor, or the same tensor in a new object if it has the dtype already and no copy is requested.</returns>
    /// <example><code>
    /// Torch.Tensor([1.9, -1.9]).To(DType.Int64)   // tensor([ 1, -1])
    /// </code></example>
    public Tensor To(DType dtype, bool nonBlocking = false, bool copy = false) =>
        !copy && DType == dtype ? Alias() : Move(dtype, Device, nonBlocking, copy);

    /// <summary>This tensor on another device, and in another dtype if one is given: PyTorch's <c>to(device, dtype)</c>.</summary>
    /// <param name="device">The device, such as <c>"cuda:0"</c>.</param>
    /// <param name="dtype">The dtype; null: unchanged.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may run asynchronously.</param>
    /// <param name="copy">Whether to copy even if nothing changes.</param>
    /// <returns>A new tensor, or the same tensor in a new object if nothing changes and no copy is requested.</returns>
    /// <exception cref="TorchException">The device does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2).To("cpu", DType.Float64)   // tensor([1., 1.], dtype=torch.float64)
    /// </code></example>
    public Tensor To(Device device, DType? dtype = null, bool nonBlocking = false, bool copy = false)
    {
        var target = dtype ?? DType;
        return !copy && target == DType && IsOn(device) ? Alias() : Move(target, device, nonBlocking, copy);
    }

    /// <summary>This tensor in the dtype and on the device of another: PyTorch's <c>to(other)</c>.</summary>
    /// <param name="other">The tensor whose dtype and device to take.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may run asynchronously.</param>
    /// <param name="copy">Whether to copy even if nothing changes.</param>
    /// <returns>A new tensor, or the same tensor in a new object if nothing changes and no copy is requested.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).To(Torch.Ones(1))   // tensor([1., 2.])
    /// </code></example>
    public Tensor To(Tensor other, bool nonBlocking = false, bool copy = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        return To(other.Device, other.DType, nonBlocking, copy);
    }

    /// <summary>The tensor with the given order in memory: PyTorch's <c>to(memory_format=...)</c>.</summary>
    /// <param name="memoryFormat">The order.</param>
    /// <returns>A new tensor; the same tensor in a new object if it is so already.</returns>
    /// <exception cref="TorchException">The tensor does not have the number of dimensions that the memory format requires.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.Ones(1, 3, 4, 4).To(MemoryFormat.ChannelsLast).Stride())   // 48, 1, 12, 3
    /// </code></example>
    public Tensor To(MemoryFormat memoryFormat) => Script.Run($"{this}.to({(DType?)DType}, memory_format={Order(memoryFormat)})");

    /// <summary>This tensor in the dtype and on the device of another: PyTorch's <c>type_as(other)</c>.</summary>
    /// <param name="other">The tensor whose dtype and device to take.</param>
    /// <returns>A new tensor, or the same tensor in a new object if nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).TypeAs(Torch.Ones(1))   // tensor([1., 2.])
    /// </code></example>
    public Tensor TypeAs(Tensor other) => To(other);

    /// <summary>This tensor in another dtype: PyTorch's <c>type(dtype)</c>.</summary>
    /// <param name="dtype">The dtype.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may run asynchronously.</param>
    /// <returns>A new tensor, or the same tensor in a new object if it has the dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Type(DType.Float16)   // tensor([1., 2.], dtype=torch.float16)
    /// </code></example>
    public Tensor Type(DType dtype, bool nonBlocking = false) => To(dtype, nonBlocking);

    /// <summary>This tensor on the CPU: PyTorch's <c>cpu()</c>.</summary>
    /// <returns>A new tensor, or the same tensor in a new object if it is there already.</returns>
    /// <example><code>
    /// Torch.Ones(2).Cpu().Device   // cpu
    /// </code></example>
    public Tensor Cpu() => To("cpu");

    /// <summary>This tensor on an NVIDIA GPU: PyTorch's <c>cuda(device)</c>.</summary>
    /// <param name="device">The GPU; null: the current one.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>A new tensor, or the same tensor in a new object if it is there already.</returns>
    /// <exception cref="TorchException">The GPU does not exist, or libtorch was built without CUDA.</exception>
    /// <example><code>
    /// var x = Torch.Ones(2);
    /// (Torch.Cuda.IsAvailable() ? x.Cuda().Cpu() : x)   // tensor([1., 1.])
    /// </code></example>
    public Tensor Cuda(Device? device = null, bool nonBlocking = false) => To(device ?? "cuda", nonBlocking: nonBlocking);

    /// <summary>This tensor in double precision: PyTorch's <c>double()</c>.</summary>
    /// <returns>A float64 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Ones(1).Double()   // tensor([1.], dtype=torch.float64)
    /// </code></example>
    public Tensor Double() => To(DType.Float64);

    /// <summary>This tensor in single precision: PyTorch's <c>float()</c>.</summary>
    /// <returns>A float32 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Float()   // tensor([1.])
    /// </code></example>
    public Tensor Float() => To(DType.Float32);

    /// <summary>This tensor in half precision: PyTorch's <c>half()</c>.</summary>
    /// <returns>A float16 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Half()   // tensor([1.], dtype=torch.float16)
    /// </code></example>
    public Tensor Half() => To(DType.Float16);

    /// <summary>This tensor in brain floating point: PyTorch's <c>bfloat16()</c>.</summary>
    /// <returns>A bfloat16 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Bfloat16()   // tensor([1.], dtype=torch.bfloat16)
    /// </code></example>
    public Tensor Bfloat16() => To(DType.Bfloat16);

    /// <summary>This tensor as 64-bit integers: PyTorch's <c>long()</c>.</summary>
    /// <returns>An int64 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1.5]).Long()   // tensor([1])
    /// </code></example>
    public Tensor Long() => To(DType.Int64);

    /// <summary>This tensor as 32-bit integers: PyTorch's <c>int()</c>.</summary>
    /// <returns>An int32 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1.5]).Int()   // tensor([1], dtype=torch.int32)
    /// </code></example>
    public Tensor Int() => To(DType.Int32);

    /// <summary>This tensor as 16-bit integers: PyTorch's <c>short()</c>.</summary>
    /// <returns>An int16 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Short()   // tensor([1], dtype=torch.int16)
    /// </code></example>
    public Tensor Short() => To(DType.Int16);

    /// <summary>This tensor as integers from -128 to 127: PyTorch's <c>char()</c>.</summary>
    /// <returns>An int8 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Char()   // tensor([1], dtype=torch.int8)
    /// </code></example>
    public Tensor Char() => To(DType.Int8);

    /// <summary>This tensor as integers from 0 to 255: PyTorch's <c>byte()</c>.</summary>
    /// <returns>A uint8 tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Byte()   // tensor([1], dtype=torch.uint8)
    /// </code></example>
    public Tensor Byte() => To(DType.Uint8);

    /// <summary>This tensor as bool, true where it is not zero: PyTorch's <c>bool()</c>.</summary>
    /// <returns>A bool tensor; the same tensor in a new object if it has that dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([0, 2]).Bool()   // tensor([False,  True])
    /// </code></example>
    public Tensor Bool() => To(DType.Bool);

    /// <summary>The tensor in complex64: PyTorch's <c>cfloat</c>.</summary>
    /// <returns>A new tensor; this tensor if it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Cfloat()   // tensor([1.+0.j])
    /// </code></example>
    public Tensor Cfloat() => To(DType.Complex64);

    /// <summary>The tensor in complex128: PyTorch's <c>cdouble</c>.</summary>
    /// <returns>A new tensor; this tensor if it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Cdouble()   // tensor([1.+0.j], dtype=torch.complex128)
    /// </code></example>
    public Tensor Cdouble() => To(DType.Complex128);

    /// <summary>Another dtype, without asking whether it is that already.</summary>
    internal Tensor Convert(DType dtype, bool copy) => Move(dtype, Device, nonBlocking: false, copy);

    /// <summary>The same values on the CPU, contiguous, with no lazy conjugate or negative left.</summary>
    internal Tensor Local()
    {
        if (IsMeta)
        {
            throw new TorchNotImplementedException("Cannot copy out of meta tensor; no data!");
        }

        return Cpu().Detach().ResolveConj().ResolveNeg().Contiguous();
    }

    private Tensor Move(DType dtype, Device device, bool nonBlocking, bool copy) =>
        Gate.Direct(
            static (t, a) => Exports.To(t, a.Code, a.Device.Type, a.Device.Index, a.copy, a.nonBlocking),
            this, (dtype.Code, Device: device.ToNumbers(), copy, nonBlocking));

    private bool IsOn(Device device)
    {
        var own = Device;
        return own.Type == device.Type && (device.Index is null || device.Index == own.Index || own.Type == "cpu");
    }
}
