namespace TorchLite;

/// <content>Tensors of given sizes, and ranges.</content>
public static partial class Torch
{
    /// <summary>A tensor of zeros: PyTorch's <c>torch.zeros</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor of the default dtype.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 3)
    /// // tensor([[0., 0., 0.],
    /// //         [0., 0., 0.]])
    /// </code></example>
    public static Tensor Zeros(params ReadOnlySpan<long> size) => Zeros(new Shape(size));

    /// <summary>A tensor of zeros: PyTorch's <c>torch.zeros</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">
    /// A size is negative, or gradients are requested and the dtype is not a floating-point type.
    /// </exception>
    /// <example><code>
    /// Torch.Zeros([2], dtype: DType.Int64)   // tensor([0, 0])
    /// </code></example>
    [SizesOneByOne]
    [ForFSharp]
    public static Tensor Zeros(Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Make(static a => Exports.Zeros(a.Args, a.Args.Length, a.Type, a.Device, a.Index, false), size, dtype, device, requiresGrad);

    /// <summary>A tensor of ones: PyTorch's <c>torch.ones</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor of the default dtype.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Ones(3)   // tensor([1., 1., 1.])
    /// </code></example>
    public static Tensor Ones(params ReadOnlySpan<long> size) => Ones(new Shape(size));

    /// <summary>A tensor of ones: PyTorch's <c>torch.ones</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">
    /// A size is negative, or gradients are requested and the dtype is not a floating-point type.
    /// </exception>
    /// <example><code>
    /// Torch.Ones([2], dtype: DType.Double)   // tensor([1., 1.], dtype=torch.float64)
    /// </code></example>
    [SizesOneByOne]
    [ForFSharp]
    public static Tensor Ones(Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Make(static a => Exports.Ones(a.Args, a.Args.Length, a.Type, a.Device, a.Index, false), size, dtype, device, requiresGrad);

    /// <summary>An uninitialized tensor: PyTorch's <c>torch.empty</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor of the default dtype.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Empty(2, 3).Shape   // torch.Size([2, 3])
    /// </code></example>
    public static Tensor Empty(params ReadOnlySpan<long> size) => Empty(new Shape(size));

    /// <summary>An uninitialized tensor: PyTorch's <c>torch.empty</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">
    /// A size is negative, or gradients are requested and the dtype is not a floating-point type.
    /// </exception>
    /// <exception cref="TorchOutOfMemoryException">There is not enough memory.</exception>
    /// <example><code>
    /// Torch.Empty([2], dtype: DType.Bool).DType   // torch.bool
    /// </code></example>
    [SizesOneByOne]
    [ForFSharp]
    public static Tensor Empty(Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Make(static a => Exports.Empty(a.Args, a.Args.Length, a.Type, a.Device, a.Index, false), size, dtype, device, requiresGrad);

    /// <summary>
    /// An uninitialized tensor, with the given order in memory: PyTorch's <c>torch.empty_strided</c>. Elements may share memory.
    /// </summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">The stride of each dimension, in elements.</param>
    /// <param name="dtype">The dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size or stride is negative, or their numbers differ.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.EmptyStrided([2, 3], [1, 2]).Stride())   // 1, 2
    /// </code></example>
    public static Tensor EmptyStrided(
        Shape size, Shape stride, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Script.Run($"torch.empty_strided({size}, {stride}, {(dtype, device)})").AsCreated(requiresGrad);

    /// <summary>
    /// An uninitialized tensor, dense, its dimensions with the given order in memory: PyTorch's <c>torch.empty_permuted</c>.
    /// </summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="physicalLayout">The dimensions, from the one that changes slowest in memory to the one that changes fastest.</param>
    /// <param name="dtype">The dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative, or the layout does not contain each dimension exactly once.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.EmptyPermuted([2, 3, 5], [0, 2, 1]).Stride())   // 15, 1, 3
    /// </code></example>
    public static Tensor EmptyPermuted(
        Shape size, Shape physicalLayout, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Script.Run($"torch.empty_permuted({size}, {physicalLayout}, {(dtype, device)})").AsCreated(requiresGrad);

    /// <summary>A tensor filled with one number: PyTorch's <c>torch.full</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="fillValue">The number.</param>
    /// <param name="dtype">
    /// The dtype; null: bool, int64, the default dtype or the complex dtype of the same precision, by the kind of the number.
    /// </param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">
    /// A size is negative, the number does not fit the dtype, or gradients are requested and the dtype does not support them.
    /// </exception>
    /// <example><code>
    /// Torch.Full([2], true)   // tensor([True, True])
    /// Torch.Full([2], 0.5)    // tensor([0.5000, 0.5000])
    /// </code></example>
    [ForFSharp]
    public static Tensor Full(Shape size, Scalar fillValue, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        var full = Empty(size, dtype ?? fillValue.NaturalDType, device).Fill_(fillValue);
        return full.AsCreated(requiresGrad);
    }

    /// <summary>The identity matrix: PyTorch's <c>torch.eye</c>.</summary>
    /// <param name="n">The number of rows.</param>
    /// <param name="m">The number of columns; null: the number of rows.</param>
    /// <param name="dtype">The dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor of shape [n, m], with ones on the diagonal.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Eye(2)
    /// // tensor([[1., 0.],
    /// //         [0., 1.]])
    /// </code></example>
    public static Tensor Eye(long n, long? m = null, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        m < 0
            ? throw new TorchException($"m must be greater or equal to 0, got {m}")
            : Make(
                static a => Exports.Eye(a.Args.Rows, a.Args.Columns, a.Type, a.Device, a.Index, false), (Rows: n, Columns: m ?? n),
                dtype, device, requiresGrad);

    /// <summary>The integers from 0 up to, but not including, an end: PyTorch's <c>torch.arange(end)</c>.</summary>
    /// <param name="end">The exclusive end of the range.</param>
    /// <param name="dtype">The dtype; null: int64 for an integer, else the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor of one dimension.</returns>
    /// <exception cref="TorchException">The end is negative.</exception>
    /// <example><code>
    /// Torch.Arange(4)   // tensor([0, 1, 2, 3])
    /// </code></example>
    public static Tensor Arange(Scalar end, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Arange(0, end, 1, dtype, device, requiresGrad);

    /// <summary>
    /// Evenly spaced numbers from a start up to, but not including, an end: PyTorch's <c>torch.arange(start, end, step)</c>.
    /// </summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The exclusive end of the range.</param>
    /// <param name="step">The distance between two numbers; null: 1.</param>
    /// <param name="dtype">The dtype; null: int64 where all three are integers, else the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor of one dimension.</returns>
    /// <exception cref="TorchException">The step is zero or leads away from the end.</exception>
    /// <example><code>
    /// Torch.Arange(1, 2.5, 0.5)   // tensor([1.0000, 1.5000, 2.0000])
    /// </code></example>
    public static Tensor Arange(
        Scalar start, Scalar end, Scalar? step = null, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        Arguments.Step(step ?? 1, dtype);
        using var from = new ScalarLease(start);
        using var to = new ScalarLease(end);
        using var by = new ScalarLease(step ?? 1);
        var isWhole = start.IsWhole && end.IsWhole && (step ?? 1).IsWhole;
        return Make(
            static a => Exports.Arange(a.Args.From, a.Args.To, a.Args.By, a.Type, a.Device, a.Index, false),
            (From: from.Handle, To: to.Handle, By: by.Handle),
            dtype ?? (isWhole ? DType.Int64 : null), device, requiresGrad);
    }

    /// <summary>Evenly spaced numbers from a start to an end, inclusive: PyTorch's <c>torch.linspace</c>.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The last number.</param>
    /// <param name="steps">The number of elements.</param>
    /// <param name="dtype">The dtype; null: the default dtype, complex where an end is.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor of shape [steps].</returns>
    /// <exception cref="TorchException">The number of steps is negative, or an end is complex and the dtype is not.</exception>
    /// <example><code>
    /// Torch.Linspace(0, 1, 5)   // tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
    /// </code></example>
    [ForFSharp]
    public static Tensor Linspace(
        Scalar start, Scalar end, long steps, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Script.Run($"torch.linspace({start}, {end}, {steps}, {(dtype ?? Between(start.IsComplex || end.IsComplex), device)})")
            .AsCreated(requiresGrad);

    /// <summary>Evenly spaced numbers between two that tensors without dimensions hold: PyTorch's <c>torch.linspace</c>.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The last number.</param>
    /// <param name="steps">The number of elements.</param>
    /// <param name="dtype">The dtype; null: the default dtype, complex where an end is.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor of one dimension; gradients do not propagate to the end points.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> or <paramref name="end"/> is null.</exception>
    /// <exception cref="TorchException">
    /// An end has a dimension, or is complex and the dtype is not; or the number of steps is negative.
    /// </exception>
    /// <example><code>
    /// Torch.Linspace(Torch.Tensor(0), Torch.Tensor(1), 3)   // tensor([0.0000, 0.5000, 1.0000])
    /// </code></example>
    public static Tensor Linspace(
        Tensor start, Tensor end, long steps, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        using var unrecorded = NoGrad(); // as what makes new tensors in PyTorch, whatever it is given
        var natural = Between(NotNull(start).IsComplex() || NotNull(end).IsComplex());
        return Script.Run($"torch.linspace({start}, {end}, {steps}, {(dtype ?? natural, device)})").AsCreated(requiresGrad);
    }

    /// <summary>Powers of a base, their exponents evenly spaced: PyTorch's <c>torch.logspace</c>.</summary>
    /// <param name="start">The first exponent.</param>
    /// <param name="end">The last exponent.</param>
    /// <param name="steps">The number of elements.</param>
    /// <param name="base">The base.</param>
    /// <param name="dtype">The dtype; null: the default dtype, complex where an end is.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor of shape [steps].</returns>
    /// <exception cref="TorchException">The number of steps is negative, or an end is complex and the dtype is not.</exception>
    /// <example><code>
    /// Torch.Logspace(0, 2, 3)   // tensor([  1.,  10., 100.])
    /// </code></example>
    public static Tensor Logspace(
        Scalar start, Scalar end, long steps, double @base = 10.0, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Script.Run($"torch.logspace({start}, {end}, {steps}, {@base}, {(dtype ?? Between(start.IsComplex || end.IsComplex), device)})")
            .AsCreated(requiresGrad);

    /// <summary>
    /// Powers of a base, their exponents evenly spaced between two that tensors without dimensions hold: PyTorch's <c>torch.logspace</c>.
    /// </summary>
    /// <param name="start">The first exponent.</param>
    /// <param name="end">The last exponent.</param>
    /// <param name="steps">The number of elements.</param>
    /// <param name="base">The base.</param>
    /// <param name="dtype">The dtype; null: the default dtype, complex where an end is.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor of one dimension; gradients do not propagate to the end points.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> or <paramref name="end"/> is null.</exception>
    /// <exception cref="TorchException">
    /// An end has a dimension, or is complex and the dtype is not; or the number of steps is negative.
    /// </exception>
    /// <example><code>
    /// Torch.Logspace(Torch.Tensor(0), Torch.Tensor(2), 3)   // tensor([  1.,  10., 100.])
    /// </code></example>
    public static Tensor Logspace(
        Tensor start, Tensor end, long steps, double @base = 10.0, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        using var unrecorded = NoGrad(); // as above
        var natural = Between(NotNull(start).IsComplex() || NotNull(end).IsComplex());
        return Script.Run($"torch.logspace({start}, {end}, {steps}, {@base}, {(dtype ?? natural, device)})").AsCreated(requiresGrad);
    }

    // The dtype of numbers between two.
    private static DType Between(bool isComplex) => isComplex ? ((Scalar)System.Numerics.Complex.One).NaturalDType : defaultDtype;

    private static Tensor Make(
        Func<(long[] Args, sbyte Type, int Device, int Index), nint> create,
        Shape size, DType? dtype, Device? device, bool requiresGrad)
    {
        Arguments.Sizes(size);
        return Make(create, size.ToArray(), dtype, device, requiresGrad);
    }

    private static Tensor Make<TArgs>(
        Func<(TArgs Args, sbyte Type, int Device, int Index), nint> create, TArgs args, DType? dtype, Device? device, bool requiresGrad)
    {
        var (type, index) = (device ?? DefaultDevice).ToNumbers();
        return Gate.Create(create, (args, (dtype ?? defaultDtype).Code, type, index)).AsCreated(requiresGrad);
    }
}
