namespace TorchLite;

/// <content>Conversion to .NET values.</content>
public partial class Tensor
{
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

        if (IsCpu && !IsComplex() && !IsNeg())
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
    /// bool, any .NET integer type, Half, float, double, decimal or Complex; it need not fit the dtype.
    /// </typeparam>
    /// <returns>The number; a real number is truncated if an integer is requested.</returns>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is not a numeric type.</exception>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit the type.</exception>
    /// <example><code>
    /// Torch.Tensor([2.5]).Item&lt;int&gt;()      // 2
    /// </code></example>
    public T Item<T>() => Elements.ToNumber<T>(Item());

    /// <summary>The elements as nested lists of .NET numbers: PyTorch's <c>tolist()</c>.</summary>
    /// <returns>
    /// A <see cref="Scalar"/> for a tensor without dimensions; otherwise a list of lists of them, as deep as the tensor has dimensions.
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

    /// <summary>Whether the one element of a tensor is true, for <c>if (t)</c>: Python's <c>bool(t)</c>.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>True if it is not zero.</returns>
    /// <exception cref="TorchException">The tensor has no element, or more than one.</exception>
    public static bool operator true(Tensor value) => Truth(value);

    /// <summary>Whether the one element of a tensor is false.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>True if it is zero.</returns>
    /// <exception cref="TorchException">The tensor has no element, or more than one.</exception>
    public static bool operator false(Tensor value) => !Truth(value);

    /// <summary>The number in a tensor of one element: Python's <c>float(t)</c>.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element.</exception>
    public static explicit operator double(Tensor value) => NotNull(value).Item<double>();

    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element.</exception>
    public static explicit operator float(Tensor value) => NotNull(value).Item<float>();

    /// <summary>The number in a tensor of one element, truncated to an integer: Python's <c>int(t)</c>.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator long(Tensor value) => NotNull(value).Item<long>();

    /// <summary>The number in a tensor of one element, truncated to an integer.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator ulong(Tensor value) => (ulong)NotNull(value).Item();

    /// <summary>The number in a tensor of one element, truncated to an integer.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator int(Tensor value) => NotNull(value).Item<int>();

    /// <summary>The number in a tensor of one element, truncated to an integer.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator uint(Tensor value) => (uint)NotNull(value).Item();

    /// <summary>The number in a tensor of one element, truncated to an integer.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator short(Tensor value) => (short)NotNull(value).Item();

    /// <summary>The number in a tensor of one element, truncated to an integer.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator ushort(Tensor value) => (ushort)NotNull(value).Item();

    /// <summary>The number in a tensor of one element, truncated to an integer.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator sbyte(Tensor value) => (sbyte)NotNull(value).Item();

    /// <summary>The number in a tensor of one element, truncated to an integer.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator byte(Tensor value) => (byte)NotNull(value).Item();

    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number, in the 29 digits that a decimal has.</returns>
    /// <exception cref="TorchException">The tensor does not have exactly one element, or the number does not fit.</exception>
    public static explicit operator decimal(Tensor value) => (decimal)NotNull(value).Item();

    /// <summary>Whether the one element of a tensor is true: Python's <c>bool(t)</c>.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>True if it is not zero.</returns>
    /// <exception cref="TorchException">The tensor has no element, or more than one.</exception>
    public static explicit operator bool(Tensor value) => Truth(value);

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

    // Along no dimension: each element by itself.
    private Tensor Truth() => DType == DType.Uint8 ? Ne(0).Byte() : Ne(0);
}
