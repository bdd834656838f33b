namespace TorchLite.Optim;

/// <summary>
/// What Python has as a number or as a tensor without dimensions: with a tensor it is computed in the tensor's dtype, else in double
/// precision, and compared likewise.
/// </summary>
/// <remarks>Each result is made by name: where C# looks for the type of several, a number becomes a tensor of the default dtype.</remarks>
/// <param name="Tensor">The tensor; null: it is a number.</param>
/// <param name="Number">The number.</param>
internal readonly record struct Quantity(Tensor? Tensor, double Number)
{
    public static implicit operator Quantity(double number) => new(null, number);

    public static implicit operator Quantity(Tensor tensor) => new(tensor, 0);

    public static Quantity operator +(Quantity a, Quantity b) => (a.Tensor, b.Tensor) switch
    {
        ({ } x, { } y) => new Quantity(x + y, 0),
        ({ } x, null) => new(x + b.Number, 0),
        (null, { } y) => new(a.Number + y, 0),
        _ => new(null, a.Number + b.Number),
    };

    public static Quantity operator -(Quantity a, Quantity b) => (a.Tensor, b.Tensor) switch
    {
        ({ } x, { } y) => new Quantity(x - y, 0),
        ({ } x, null) => new(x - b.Number, 0),
        (null, { } y) => new(a.Number - y, 0),
        _ => new(null, a.Number - b.Number),
    };

    public static Quantity operator -(Quantity a) => a.Tensor is { } x ? new Quantity(-x, 0) : new(null, -a.Number);

    public static Quantity operator *(Quantity a, Quantity b) => (a.Tensor, b.Tensor) switch
    {
        ({ } x, { } y) => new Quantity(x * y, 0),
        ({ } x, null) => new(x * b.Number, 0),
        (null, { } y) => new(a.Number * y, 0),
        _ => new(null, a.Number * b.Number),
    };

    public static Quantity operator /(Quantity a, Quantity b) => (a.Tensor, b.Tensor) switch
    {
        ({ } x, { } y) => new Quantity(x / y, 0),
        ({ } x, null) => new(x / b.Number, 0),
        (null, { } y) => new(a.Number / y, 0),
        _ => new(null, a.Number / b.Number),
    };

    public static bool operator <(Quantity a, Quantity b) => Compare(a, b) < 0;

    public static bool operator >(Quantity a, Quantity b) => Compare(a, b) > 0;

    // Not the contrary of the others: nothing is true of what is not a number.
    public static bool operator <=(Quantity a, Quantity b) => Compare(a, b) <= 0;

    public static bool operator >=(Quantity a, Quantity b) => Compare(a, b) >= 0;

    internal static Quantity Min(Quantity a, Quantity b) => b < a ? b : a;

    internal static Quantity Max(Quantity a, Quantity b) => b > a ? b : a;

    internal Quantity Abs() => Tensor is { } tensor ? new(tensor.Abs(), 0) : new(null, Math.Abs(Number));

    /// <summary>Multiplies a tensor in place.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="isForeach">Whether it is one of a list.</param>
    internal void Scale(Tensor tensor, bool isForeach = false)
    {
        if (Tensor is { } factor)
        {
            tensor.Mul_(factor);
        }
        else if (isForeach)
        {
            Foreach.Mul_([tensor], Number);
        }
        else
        {
            tensor.Mul_(Number);
        }
    }

    internal double ToDouble() => Tensor is { } tensor ? (double)tensor : Number;

    /// <summary>The number or the tensor, as a state has it.</summary>
    internal object ToObject() => Tensor is { } tensor ? new Nn.Buffer(tensor.Detach()) : Number;

    internal static Quantity Of(object? value) => value is Tensor tensor
        ? new(tensor, 0) : new(null, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));

    // Not a number is neither less nor greater.
    private static double Compare(Quantity a, Quantity b)
    {
        var isSingle = (a.Tensor ?? b.Tensor)?.DType == DType.Float32;
        var (x, y) = (a.ToDouble(), b.ToDouble());
        return isSingle ? Sign((float)x, (float)y) : Sign(x, y);

        static double Sign(double x, double y) => x < y ? -1 : x > y ? 1 : x == y ? 0 : double.NaN;
    }
}
