namespace TorchLite;

/// <content>Other dtypes and devices, and .NET numbers.</content>
public sealed partial class Tensor
{
    /// <summary>This tensor in another dtype: PyTorch's <c>to(dtype)</c>.</summary>
    /// <param name="dtype">The dtype.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may go on while the program does.</param>
    /// <param name="copy">Whether to copy even where nothing changes.</param>
    /// <returns>A new tensor, or the same one in a new object where it has the dtype already and no copy is asked for.</returns>
    /// <example><code>
    /// Torch.Tensor([1.9, -1.9]).To(DType.Int64)   // tensor([ 1, -1])
    /// </code></example>
    public Tensor To(DType dtype, bool nonBlocking = false, bool copy = false) =>
        !copy && DType == dtype ? Alias() : Move(dtype, Device, nonBlocking, copy);

    /// <summary>This tensor on another device, and in another dtype where one is said: PyTorch's <c>to(device, dtype)</c>.</summary>
    /// <param name="device">The device, such as <c>"cuda:0"</c>.</param>
    /// <param name="dtype">The dtype; null: as it is.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may go on while the program does.</param>
    /// <param name="copy">Whether to copy even where nothing changes.</param>
    /// <returns>A new tensor, or the same one in a new object where nothing changes and no copy is asked for.</returns>
    /// <exception cref="TorchException">The device is not there.</exception>
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
    /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may go on while the program does.</param>
    /// <param name="copy">Whether to copy even where nothing changes.</param>
    /// <returns>A new tensor, or the same one in a new object where nothing changes and no copy is asked for.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).To(Torch.Ones(1))   // tensor([1., 2.])
    /// </code></example>
    public Tensor To(Tensor other, bool nonBlocking = false, bool copy = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        return To(other.Device, other.DType, nonBlocking, copy);
    }

    /// <summary>This tensor in the dtype and on the device of another: PyTorch's <c>type_as(other)</c>.</summary>
    /// <param name="other">The tensor whose dtype and device to take.</param>
    /// <returns>A new tensor, or the same one in a new object where nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).TypeAs(Torch.Ones(1))   // tensor([1., 2.])
    /// </code></example>
    public Tensor TypeAs(Tensor other) => To(other);

    /// <summary>This tensor in another dtype: PyTorch's <c>type(dtype)</c>.</summary>
    /// <param name="dtype">The dtype.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may go on while the program does.</param>
    /// <returns>A new tensor, or the same one in a new object where it has the dtype already.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Type(DType.Float16)   // tensor([1., 2.], dtype=torch.float16)
    /// </code></example>
    public Tensor Type(DType dtype, bool nonBlocking = false) => To(dtype, nonBlocking);

    /// <summary>This tensor on the CPU: PyTorch's <c>cpu()</c>.</summary>
    /// <returns>A new tensor, or the same one in a new object where it is there already.</returns>
    /// <example><code>
    /// Torch.Ones(2).Cpu().Device   // cpu
    /// </code></example>
    public Tensor Cpu() => To("cpu");

    /// <summary>This tensor on a GPU of NVIDIA's: PyTorch's <c>cuda(device)</c>.</summary>
    /// <param name="device">Which one; null: the current one.</param>
    /// <param name="nonBlocking">Whether a copy from pinned memory may go on while the program does.</param>
    /// <returns>A new tensor, or the same one in a new object where it is there already.</returns>
    /// <exception cref="TorchException">There is no such GPU, or libtorch was built without CUDA.</exception>
    /// <example><code>
    /// var x = Torch.Ones(2);
    /// (Torch.Cuda.IsAvailable() ? x.Cuda().Cpu() : x)   // tensor([1., 1.])
    /// </code></example>
    public Tensor Cuda(Device? device = null, bool nonBlocking = false) => To(device ?? "cuda", nonBlocking: nonBlocking);

    /// <summary>This tensor in double precision: PyTorch's <c>double()</c>.</summary>
    /// <returns>A float64 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Ones(1).Double()   // tensor([1.], dtype=torch.float64)
    /// </code></example>
    public Tensor Double() => To(DType.Float64);

    /// <summary>This tensor in single precision: PyTorch's <c>float()</c>.</summary>
    /// <returns>A float32 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Float()   // tensor([1.])
    /// </code></example>
    public Tensor Float() => To(DType.Float32);

    /// <summary>This tensor in half precision: PyTorch's <c>half()</c>.</summary>
    /// <returns>A float16 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Half()   // tensor([1.], dtype=torch.float16)
    /// </code></example>
    public Tensor Half() => To(DType.Float16);

    /// <summary>This tensor in brain floating point: PyTorch's <c>bfloat16()</c>.</summary>
    /// <returns>A bfloat16 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Bfloat16()   // tensor([1.], dtype=torch.bfloat16)
    /// </code></example>
    public Tensor Bfloat16() => To(DType.Bfloat16);

    /// <summary>This tensor as 64-bit whole numbers: PyTorch's <c>long()</c>.</summary>
    /// <returns>An int64 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1.5]).Long()   // tensor([1])
    /// </code></example>
    public Tensor Long() => To(DType.Int64);

    /// <summary>This tensor as 32-bit whole numbers: PyTorch's <c>int()</c>.</summary>
    /// <returns>An int32 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1.5]).Int()   // tensor([1], dtype=torch.int32)
    /// </code></example>
    public Tensor Int() => To(DType.Int32);

    /// <summary>This tensor as 16-bit whole numbers: PyTorch's <c>short()</c>.</summary>
    /// <returns>An int16 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Short()   // tensor([1], dtype=torch.int16)
    /// </code></example>
    public Tensor Short() => To(DType.Int16);

    /// <summary>This tensor as whole numbers from -128 to 127: PyTorch's <c>char()</c>.</summary>
    /// <returns>An int8 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Char()   // tensor([1], dtype=torch.int8)
    /// </code></example>
    public Tensor Char() => To(DType.Int8);

    /// <summary>This tensor as whole numbers from 0 to 255: PyTorch's <c>byte()</c>.</summary>
    /// <returns>A uint8 tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([1]).Byte()   // tensor([1], dtype=torch.uint8)
    /// </code></example>
    public Tensor Byte() => To(DType.Uint8);

    /// <summary>This tensor as truth values, true where it is not zero: PyTorch's <c>bool()</c>.</summary>
    /// <returns>A bool tensor; the same one in a new object where it is so already.</returns>
    /// <example><code>
    /// Torch.Tensor([0, 2]).Bool()   // tensor([False,  True])
    /// </code></example>
    public Tensor Bool() => To(DType.Bool);

    /// <summary>The number in a tensor of one element: PyTorch's <c>item()</c>.</summary>
    /// <returns>The number, of the kind that the dtype has.</returns>
    /// <exception cref="TorchException">The tensor has no element, more than one, or is on the meta device.</exception>
    /// <example><code>
    /// Torch.Tensor([2.5]).Item()         // 2.5
    /// Torch.Tensor([1, 2]).Sum().Item()  // 3
    /// </code></example>
    public Scalar Item()
    {
        if (Numel() != 1)
        {
            throw new TorchException($"a Tensor with {Numel()} elements cannot be converted to Scalar");
        }

        if (IsCpu && !IsComplex() && !Gate.Ask(static t => Exports.IsNeg(t) != 0, this))
        {
            return Elements.Read(this, 0);
        }

        using var scope = Torch.Scope();
        using var _ = Torch.NoGrad();
        return Elements.Read(Local(), 0);
    }

    /// <summary>
    /// The number in a tensor of one element, as a .NET number: PyTorch's <c>item()</c>, then Python's <c>int</c>, <c>float</c> or
    /// <c>bool</c>.
    /// </summary>
    /// <typeparam name="T">
    /// bool, any whole-number type of .NET's, Half, float, double, decimal or Complex; it need not fit the dtype.
    /// </typeparam>
    /// <returns>The number; a real one is cut at the point where a whole number is asked for.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is no type of number.</exception>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit the type.</exception>
    /// <example><code>
    /// Torch.Tensor([2.5]).Item&lt;int&gt;()      // 2
    /// </code></example>
    public T Item<T>() => Elements.ToNumber<T>(Item());

    /// <summary>The elements as nested lists of .NET numbers: PyTorch's <c>tolist()</c>.</summary>
    /// <returns>
    /// A <see cref="Scalar"/> for a tensor without dimensions, else a list of lists of them, as deep as the tensor has dimensions.
    /// </returns>
    /// <example><code>
    /// var rows = (IReadOnlyList&lt;object&gt;)Torch.Tensor([[1, 2], [3, 4]]).Tolist();
    /// string.Join(" ", (IReadOnlyList&lt;object&gt;)rows[1])   // 3 4
    /// </code></example>
    public object Tolist()
    {
        using var scope = Torch.Scope();
        using var _ = Torch.NoGrad();
        var local = Elements.Readable(Local());
        var shape = Shape.ToArray();
        var level = new object[ReadableMemory.Length(Numel(), "lists")];
        for (var i = 0; i < level.Length; i++)
        {
            level[i] = Elements.Read(local, i);
        }

        // From the innermost lists out, not one within the other: however many dimensions there are, the stack is as deep.
        var counts = new double[shape.Length + 1];
        counts[0] = 1;
        for (var dim = 0; dim < shape.Length; dim++)
        {
            counts[dim + 1] = counts[dim] * shape[dim];
        }

        for (var dim = shape.Length - 1; dim >= 0; dim--)
        {
            var (items, size) = (level, (int)shape[dim]);
            level = new object[ReadableMemory.Length((long)counts[dim], "lists")];
            for (var i = 0; i < level.Length; i++)
            {
                level[i] = items[(i * size)..((i + 1) * size)];
            }
        }

        return level[0];
    }

    /// <summary>The truth value of a tensor of one element, for <c>if (t)</c>: Python's <c>bool(t)</c>.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>Whether it is not zero.</returns>
    /// <exception cref="TorchException">The tensor has no element, or more than one.</exception>
    public static bool operator true(Tensor value) => Truth(value);

    /// <summary>The opposite of the truth value of a tensor of one element.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>Whether it is zero.</returns>
    /// <exception cref="TorchException">The tensor has no element, or more than one.</exception>
    public static bool operator false(Tensor value) => !Truth(value);

    /// <summary>The number in a tensor of one element: Python's <c>float(t)</c>.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element.</exception>
    public static explicit operator double(Tensor value) => Present(value).Item<double>();

    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element.</exception>
    public static explicit operator float(Tensor value) => Present(value).Item<float>();

    /// <summary>The number in a tensor of one element, cut at the point: Python's <c>int(t)</c>.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator long(Tensor value) => Present(value).Item<long>();

    /// <summary>The number in a tensor of one element, cut at the point.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator int(Tensor value) => Present(value).Item<int>();

    /// <summary>The truth value of a tensor of one element: Python's <c>bool(t)</c>.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>Whether it is not zero.</returns>
    /// <exception cref="TorchException">The tensor has no element, or more than one.</exception>
    public static explicit operator bool(Tensor value) => Truth(value);

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

    private static Tensor Present(Tensor? value) => value ?? throw new ArgumentNullException(nameof(value));

    private static bool Truth(Tensor? value)
    {
        if (value is null)
        {
            throw new ArgumentNullException(
                nameof(value), "the tensor is null; to ask whether it is, write 'is null': '==' compares elements");
        }

        var count = value.Numel();
        return count == 1
            ? (bool)value.Item()
            : throw new TorchException($"Boolean value of Tensor with {(count == 0 ? "no values" : "more than one value")} is ambiguous");
    }

    private bool IsOn(Device device)
    {
        var own = Device;
        return own.Type == device.Type && (device.Index is null || device.Index == own.Index || own.Type == "cpu");
    }

    private Tensor Move(DType dtype, Device device, bool nonBlocking, bool copy) =>
        Gate.Direct(
            static (t, a) => Exports.To(t, a.Code, a.Device.Type, a.Device.Index, a.copy, a.nonBlocking),
            this, (dtype.Code, Device: device.ToNumbers(), copy, nonBlocking));
}
