using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchLite.Native;

/// <summary>
/// A line of TorchScript with its arguments, made of an interpolated text: a tensor or a number in braces becomes an argument, a text, a
/// dtype, or nothing at all a literal.
/// </summary>
[InterpolatedStringHandler]
[StackTraceHidden]
internal sealed partial class ScriptLine(int literalLength, int formattedCount)
{
    private const int TensorKind = 0;
    private const int ScalarKind = 1;
    private const int TensorsKind = 5;
    private const int NoneKind = 8;

    /// <summary>A list of more numbers is passed as a tensor.</summary>
    internal const int LongestList = 16;

    /// <summary>Of what cannot be passed so, a line takes that many: libtorch has no more dimensions.</summary>
    internal const int MostItems = 64;

    /// <summary>libtorch's compiler takes the square of a string's length in time.</summary>
    internal const int LongestText = 50_000;

    private readonly StringBuilder body = new(literalLength + (8 * formattedCount));
    private readonly StringBuilder parameters = new();
    private readonly StringBuilder lists = new();
    private readonly List<(int Kind, Scalar Number, int Count)> arguments = [];
    private readonly List<Tensor> tensors = [];

    internal Tensor[] Tensors => [.. tensors];

    /// <summary>Whether the line has no value.</summary>
    internal bool IsStatement { get; init; }

    public void AppendLiteral(string text) => body.Append(text);

    /// <summary>A tensor that must be there; as <c>{x:optional}</c>, one that may be null.</summary>
    public void AppendFormatted(Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        tensors.Add(tensor);
        Append("Tensor", (TensorKind, default, 1));
    }

    public void AppendFormatted(IReadOnlyCollection<Tensor> list, [CallerArgumentExpression(nameof(list))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(list, name);
        foreach (var tensor in list)
        {
            ArgumentNullException.ThrowIfNull(tensor, name);
        }

        tensors.AddRange(list);
        Append("List[Tensor]", (TensorsKind, default, list.Count));
    }

    public void AppendFormatted(ReadOnlySpan<Tensor> list, [CallerArgumentExpression(nameof(list))] string? name = null) =>
        AppendFormatted((IReadOnlyCollection<Tensor>)list.ToArray(), name);

    public void AppendFormatted(long number) => Append("int", (ScalarKind, number, 0));

    public void AppendFormatted(double number) => Append("float", (ScalarKind, number, 0));

    public void AppendFormatted(bool value) => body.Append(value ? "True" : "False");

    public void AppendFormatted(string? text)
    {
        if (IsPresent(text is not null))
        {
            if (text!.Length > LongestText)
            {
                throw new TorchException($"a string of {text.Length} characters is too long; at most {LongestText} are passed");
            }

            body.Append('"').Append(Escaped(text)).Append('"');
        }
    }

    public void AppendFormatted(Scalar number) =>
        Append("number", (ScalarKind, number.Kind == TorchLite.ScalarKind.Boolean ? (long)number : number, 0));

    public void AppendFormatted(long? number)
    {
        if (IsPresent(number.HasValue))
        {
            AppendFormatted(number!.Value);
        }
    }

    public void AppendFormatted(double? number)
    {
        if (IsPresent(number.HasValue))
        {
            AppendFormatted(number!.Value);
        }
    }

    public void AppendFormatted(Scalar? number)
    {
        if (IsPresent(number.HasValue))
        {
            AppendFormatted(number!.Value);
        }
    }

    public void AppendFormatted(DType? dtype)
    {
        if (IsPresent(dtype.HasValue))
        {
            body.Append(CultureInfo.InvariantCulture, $"{dtype!.Value.Code}");
        }
    }

    public void AppendFormatted(long[]? numbers)
    {
        if (!IsPresent(numbers is not null))
        {
            return;
        }

        if (numbers!.Length > LongestList)
        {
            AppendLong("int", Torch.Tensor(numbers, device: default(Device)));
        }
        else
        {
            AppendItems(numbers, AppendFormatted);
        }
    }

    public void AppendFormatted(IEnumerable<double>? numbers)
    {
        if (!IsPresent(numbers is not null))
        {
            return;
        }

        var all = numbers!.ToArray();
        if (all.Length > LongestList)
        {
            AppendLong("float", Torch.Tensor(all, dtype: DType.Float64, device: default(Device)));
        }
        else
        {
            AppendItems(all, AppendFormatted);
        }
    }

    public void AppendFormatted((double First, double Second)? pair) =>
        AppendFormatted(pair is { } given ? (IEnumerable<double>)[given.First, given.Second] : null);

    /// <summary>PyTorch's word for a member of an enumeration: its name in small letters.</summary>
    public void AppendFormatted<T>(T word)
        where T : struct, Enum => AppendFormatted(word.ToString().ToLowerInvariant());

    public void AppendFormatted<T>(T? word)
        where T : struct, Enum => AppendFormatted(word?.ToString().ToLowerInvariant());

    public void AppendFormatted(Shape shape) => AppendFormatted(shape.ToArray());

    public void AppendFormatted(Shape? shape) => AppendFormatted(shape?.ToArray());

    public void AppendFormatted(Device device)
    {
        _ = device.ToNumbers(); // which says what is missing for it
        AppendFormatted(device.ToString());
    }

    public void AppendFormatted(Dims? dims) => AppendFormatted(dims?.Values);

    /// <summary>A list that says what its elements are, which an empty one or one with None does not by itself.</summary>
    internal void AppendList<T>(string type, IEnumerable<T> items, Action<T> append)
    {
        var start = body.Length;
        AppendItems(items, append);
        var value = body.ToString(start, body.Length - start);
        body.Length = start;
        AppendNamed(type, value);
    }

    // A line is compiled for each length, and a long one takes seconds: a longer list goes as a tensor.
    private void AppendLong(string type, Tensor numbers)
    {
        var start = body.Length;
        AppendFormatted(numbers);
        var argument = body.ToString(start, body.Length - start);
        body.Length = start;
        AppendNamed(type, argument + ".tolist()");
    }

    private void AppendNamed(string type, string value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"list{lists.Length}");
        lists.Append(CultureInfo.InvariantCulture, $"    {name}: List[{type}] = {value}\n");
        body.Append(name);
    }

    /// <summary>The function that this line is the body of.</summary>
    internal string Text(string function) => $"def {function}({parameters}):\n{lists}    {(IsStatement ? "" : "return ")}{body}\n";

    /// <summary>The arguments as LibTorchSharp takes them, valid until the result is disposed.</summary>
    internal Numbers Open(out Script.Value[] values)
    {
        var opened = new Numbers();
        var next = 0;
        values = new Script.Value[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (kind, number, count) = arguments[i];
            values[i] = kind switch
            {
                TensorKind => new() { Handle = tensors[next++].Handle },
                NoneKind => new() { Kind = kind },
                ScalarKind => new() { Kind = kind, Handle = opened.Add(number) },
                _ => new() { Kind = kind, Count = count, Handle = opened.Add(tensors[next..(next += count)]) },
            };
        }

        return opened;
    }

    private void AppendItems<T>(IEnumerable<T> items, Action<T> append)
    {
        body.Append('[');
        foreach (var item in items)
        {
            append(item);
            body.Append(", ");
        }

        body.Append(']');
    }

    // What could be anything but a letter of a text is written as its bytes, the only way that TorchScript knows for all of them: nothing
    // that a user passes becomes code, and a line that does not compile would end the process.
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)value;
            if (char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '_' or ',' or '.' or '-' or '>')
            {
                escaped.Append(letter);
            }
            else
            {
                escaped.Append('\\').Append(value >> 6).Append((value >> 3) & 7).Append(value & 7);
            }
        }

        return escaped.ToString();
    }

    private void Append(string type, (int Kind, Scalar Number, int Count) argument)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"a{arguments.Count}");
        parameters.Append(arguments.Count == 0 ? "" : ", ").Append(name).Append(": ").Append(type);
        body.Append(name);
        arguments.Add(argument);
    }

    private bool IsPresent(bool isPresent)
    {
        if (!isPresent)
        {
            body.Append("None");
        }

        return isPresent;
    }

    /// <summary>What lives as long as the call.</summary>
    internal sealed class Numbers : IDisposable
    {
        private readonly List<nint> scalars = [];
        private readonly List<GCHandle> lists = [];

        public void Dispose()
        {
            scalars.ForEach(Exports.DeleteScalar);
            lists.ForEach(static list => list.Free());
        }

        internal nint Add(Scalar number)
        {
            var scalar = ScalarLease.New(number);
            scalars.Add(scalar);
            return scalar;
        }

        internal nint Add(List<Tensor> tensors)
        {
            var values = tensors.Select(static tensor => new Script.Value { Handle = tensor.Handle }).ToArray();
            lists.Add(GCHandle.Alloc(values, GCHandleType.Pinned));
            return lists[^1].AddrOfPinnedObject();
        }
    }
}
