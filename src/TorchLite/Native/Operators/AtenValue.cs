namespace TorchLite.Native;

/// <summary>An argument of an <see cref="AtenOperator"/>, which says by the type of its parameter how it is passed.</summary>
internal readonly struct AtenValue
{
    private AtenValue(object? reference) => (Reference, IsGiven) = (reference, reference is not null);

    private AtenValue(long bits, bool isReal = false) => (Bits, IsReal, IsGiven) = (bits, isReal, true);

    /// <summary>A tensor, a string or a list; null for a number.</summary>
    internal object? Reference { get; }

    /// <summary>A number: an integer, or a double's bits.</summary>
    internal long Bits { get; }

    /// <summary>Whether the bits are a double's.</summary>
    internal bool IsReal { get; }

    /// <summary>Whether there is a value: PyTorch's <c>None</c> where not.</summary>
    internal bool IsGiven { get; }

    internal double Real => IsReal ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    public static implicit operator AtenValue(Tensor? tensor) => new(tensor);

    public static implicit operator AtenValue(Tensor?[]? tensors) => new(tensors);

    public static implicit operator AtenValue(string? text) => new(text);

    public static implicit operator AtenValue(long[]? numbers) => new(numbers);

    public static implicit operator AtenValue(double[]? numbers) => new(numbers);

    public static implicit operator AtenValue(Dims dims) => new(dims.Values);

    public static implicit operator AtenValue(Shape shape) => new(shape.ToArray());

    public static implicit operator AtenValue(Shape? shape) => new(shape?.ToArray());

    public static implicit operator AtenValue(bool value) => new(value ? 1 : 0);

    public static implicit operator AtenValue(bool? value) => value is { } given ? (AtenValue)given : default;

    public static implicit operator AtenValue(long number) => new(number);

    public static implicit operator AtenValue(long? number) => number is { } given ? (AtenValue)given : default;

    public static implicit operator AtenValue(double number) => new(BitConverter.DoubleToInt64Bits(number), true);

    public static implicit operator AtenValue(double? number) => number is { } given ? (AtenValue)given : default;

    public static implicit operator AtenValue(DType dtype) => new(dtype.Code);

    public static implicit operator AtenValue(DType? dtype) => dtype is { } given ? (AtenValue)given : default;

    public static implicit operator AtenValue(Device device) => new(((long)device.Code << 32) | (uint)(device.Index ?? -1));

    public static implicit operator AtenValue(Device? device) => device is { } given ? (AtenValue)given : default;

    /// <summary>The same for <see cref="Torch.Ops"/>, by the type of the parameter without its question mark.</summary>
    internal OpArgument? ToOpArgument(string type) => Reference switch
    {
        _ when !IsGiven => null,
        Tensor tensor => tensor,
        Tensor?[] tensors => tensors,
        string text => text,
        long[] numbers => numbers,
        double[] numbers => numbers,
        _ => type switch
        {
            "float" => Real,
            "bool" => Bits != 0,
            "ScalarType" => new DType((int)Bits),
            "Device" => Device.FromNative((int)(Bits >> 32), (int)Bits),
            _ => IsReal ? (OpArgument?)Real : Bits,
        },
    };
}
