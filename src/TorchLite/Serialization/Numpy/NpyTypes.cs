namespace TorchLite.Serialization;

/// <summary>NumPy's names of the elements of an array: those that it writes, and the others that it reads.</summary>
internal static class NpyTypes
{
    // Words stand alone; before a code there may be an order of bytes. They mean what they mean on 64-bit Linux.
    private static readonly Dictionary<string, DType> Words = Spread(static dtype => dtype.Name, new()
    {
        ["bool_"] = DType.Bool, ["byte"] = DType.Int8, ["ubyte"] = DType.Uint8, ["short"] = DType.Int16, ["ushort"] = DType.Uint16,
        ["intc"] = DType.Int32, ["uintc"] = DType.Uint32, ["long int int_ intp longlong"] = DType.Int64,
        ["ulong uint uintp ulonglong"] = DType.Uint64, ["half"] = DType.Float16, ["single"] = DType.Float32,
        ["double float"] = DType.Float64, ["csingle"] = DType.Complex64, ["cdouble complex"] = DType.Complex128,
    });

    private static readonly Dictionary<string, DType> Codes = Spread(static dtype => Descr(dtype)![1..], new()
    {
        ["?"] = DType.Bool, ["b"] = DType.Int8, ["B"] = DType.Uint8, ["h"] = DType.Int16, ["H"] = DType.Uint16, ["i"] = DType.Int32,
        ["I"] = DType.Uint32, ["l q p"] = DType.Int64, ["L Q P"] = DType.Uint64, ["e"] = DType.Float16, ["f"] = DType.Float32,
        ["d"] = DType.Float64, ["F"] = DType.Complex64, ["D"] = DType.Complex128,
    });

    // What PyTorch has no dtype for.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["g"] = "longdouble", ["f16"] = "longdouble", ["longdouble"] = "longdouble", ["G"] = "clongdouble", ["c32"] = "clongdouble",
        ["clongdouble"] = "clongdouble", ["datetime64"] = "datetime64", ["timedelta64"] = "timedelta64", ["c"] = "bytes_",
    };

    /// <summary>The dtype of a name, and whether the bytes of each element are the other way round.</summary>
    /// <exception cref="TorchTypeException">No dtype holds such elements.</exception>
    /// <exception cref="TorchFileException">NumPy has no such name, or it is that of Python objects.</exception>
    internal static (DType DType, bool IsBigEndian) Find(string descr)
    {
        if (Words.TryGetValue(descr, out var dtype))
        {
            return (dtype, false);
        }

        var code = descr.Length > 1 && descr[0] is '<' or '>' or '|' or '=' ? descr[1..] : descr;
        if (Codes.TryGetValue(code, out dtype))
        {
            return (dtype, descr[0] == '>');
        }

        if (code is "O" or "O8" || descr == "object")
        {
            throw new TorchFileException("Object arrays cannot be loaded when allow_pickle=False");
        }

        throw Other(code.EndsWith("longdouble", StringComparison.Ordinal) ? descr : code) is { } other
            ? new TorchTypeException(
                $"can't convert np.ndarray of type numpy.{other}. The only supported types are: float64, float32, float16, complex64, "
                + $"complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.")
            : new TorchFileException($"descr is not a valid dtype descriptor: '{descr}'");
    }

    /// <summary>The name that NumPy writes for a dtype; null where it has none, as for bfloat16.</summary>
    internal static string? Descr(DType dtype) => dtype.Info?.Npy;

    // Texts and times have a length or a unit behind the letter.
    private static string? Other(string code) => Others.GetValueOrDefault(code) ?? (code is [var letter, .. var rest] ? letter switch
    {
        'S' or 'a' when IsLength(rest) => "bytes_",
        'U' when IsLength(rest) => "str_",
        'V' when IsLength(rest) => "void",
        'M' when IsTime(rest) => "datetime64",
        'm' when IsTime(rest) => "timedelta64",
        _ => code.Contains(',', StringComparison.Ordinal) ? "void" : null,
    } : null);

    private static bool IsLength(string rest) => rest.All(char.IsAsciiDigit);

    private static bool IsTime(string rest) => rest is "" or "8" || (rest.StartsWith("8[", StringComparison.Ordinal) && rest.EndsWith(']'));

    // Its own name of each dtype, and the others that mean the same.
    private static Dictionary<string, DType> Spread(Func<DType, string> own, Dictionary<string, DType> others)
    {
        var names = others.SelectMany(static row => row.Key.Split(' ').Select(name => (name, row.Value))).ToDictionary(StringComparer.Ordinal);
        foreach (var dtype in DType.All)
        {
            if (Descr(dtype) is not null)
            {
                names.Add(own(dtype), dtype);
            }
        }

        return names;
    }
}
