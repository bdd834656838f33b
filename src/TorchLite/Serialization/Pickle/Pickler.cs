using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using TorchLite.Nn;

namespace TorchLite.Serialization;

/// <summary>Writes pickles of protocol 2 byte for byte as Python's pickler does, of what <see cref="Unpickler"/> can read.</summary>
/// <param name="storageOf">The key of a tensor's storage, where it is, and how many elements it has.</param>
internal sealed class Pickler(Func<Tensor, (string Key, string Location, long Count)> storageOf)
{
    private const int Batch = 1000;

    // Far from the end of the stack; Python stops at 1000.
    internal const int Deepest = 500;

    private readonly MemoryStream pickle = new();
    private readonly Dictionary<object, int> memo = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> globals = [];
    private int memos;
    private int depth;

    /// <summary>The pickle of a value.</summary>
    /// <exception cref="TorchTypeException">A part of the object is of a type that cannot be pickled.</exception>
    internal byte[] Dump(object? value)
    {
        Add([0x80, 2]);
        Save(value);
        Add('.');
        return pickle.ToArray();
    }

    private void Save(object? value)
    {
        if (value is not null && memo.TryGetValue(value, out var index))
        {
            Recall(index);
            return;
        }

        if (++depth > Deepest)
        {
            throw new TorchException("maximum recursion depth exceeded while pickling an object");
        }

        if (!SaveNumber(value))
        {
            SaveObject(value!);
        }

        depth--;
    }

    private bool SaveNumber(object? value)
    {
        switch (value)
        {
            case null:
                Add('N');
                break;
            case bool truth:
                Add(truth ? '\x88' : '\x89');
                break;
            case DBNull:
                // The null that can be a key.
                Add('N');
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                SaveLong(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong or nint or nuint or Int128 or UInt128 or BigInteger:
                SaveBig(PickleTypes.Whole(value)!.Value);
                break;
            case float or double or Half:
                Span<byte> bytes = stackalloc byte[9];
                bytes[0] = (byte)'G';
                BinaryPrimitives.WriteDoubleBigEndian(
                    bytes[1..], value is Half half ? (double)half : Convert.ToDouble(value, CultureInfo.InvariantCulture));
                Add(bytes);
                break;
            case Scalar scalar:
                Save(scalar.Kind switch
                {
                    ScalarKind.Boolean => (bool)scalar,
                    ScalarKind.Integer => (long)scalar,
                    ScalarKind.Unsigned => (ulong)scalar,
                    ScalarKind.Real => (double)scalar,
                    _ => (object)(Complex)scalar,
                });
                break;
            default:
                return false;
        }

        return true;
    }

    private void SaveObject(object value)
    {
        switch (value)
        {
            case string text:
                var bytes = PickleText.Encode(text);
                AddNumber('X', bytes.Length, 4);
                Add(bytes);
                Memoize(value);
                break;
            case Tensor tensor:
                SaveTensor(tensor);
                Memoize(value);
                break;
            case DType dtype:
                SaveGlobal("torch", dtype.Name);
                break;
            case StateDict state:
                SaveStateDict(
                    [.. state.Entries()], state,
                    state.Metadata.Select(static module => KeyValuePair.Create<object?, object?>(module.Key, module.Value)), state.Metadata);
                break;
            case OrderedDictionary<object, object?> loaded when PickledAttributes.Of(loaded, "_metadata") is { } metadata:
                SaveStateDict(PickleTypes.Pairs(loaded), loaded, PickleTypes.Pairs(metadata), metadata);
                break;
            case PickledCounter counter:
                Reduce("collections", "Counter", [new OrderedDictionary<object, object?>(counter, PickleKeys.Comparer)], value);
                break;
            case Shape shape:
                Reduce("torch", "Size", [Boxed(shape.ToArray())], value);
                break;
            case Device device:
                Reduce("torch", "device", device.Index is { } index ? [device.Type, (long)index] : [device.Type], value);
                break;
            case Layout layout:
                Reduce("torch.serialization", "_get_layout", [PickleNames.NameOf(layout)], value);
                break;
            case Complex complex:
                Reduce("__builtin__", "complex", [complex.Real, complex.Imaginary], value);
                break;
            default:
                SaveCollection(value);
                break;
        }
    }

    private void SaveCollection(object value)
    {
        switch (PickleTypes.KindOf(value))
        {
            case PickleKind.Bytes:
                Reduce("_codecs", "encode", [Encoding.Latin1.GetString((byte[])value), "latin1"], value);
                break;
            case PickleKind.Tuple:
                SaveTuple(PickleTypes.Items(value), value);
                break;
            case PickleKind.Dict:
                SaveDict(PickleTypes.Pairs(value), value);
                break;
            case PickleKind.Set:
                var members = ((IEnumerable)value).Cast<object?>().ToList();
                PickleTypes.CheckKeys(members);
                Reduce("__builtin__", "set", [members], value);
                break;
            case PickleKind.List:
                SaveList(PickleTypes.Rows(value), value);
                break;
            default:
                throw PickleTypes.Refused(value);
        }
    }

    private void SaveTensor(Tensor tensor)
    {
        if (tensor.IsMeta)
        {
            SaveGlobal("torch._utils", "_rebuild_meta_tensor_no_storage");
            SaveTuple([tensor.DType, Boxed(tensor.Shape.ToArray()), Boxed(tensor.Stride()), tensor.RequiresGrad], new object());
            Add('R');
            return;
        }

        // What has no class of storages is bytes, and says its dtype itself.
        var storage = PickleNames.StorageOf(tensor.DType);
        SaveGlobal("torch._utils", storage is null ? "_rebuild_tensor_v3" : "_rebuild_tensor_v2");
        Add('(');
        SaveStorage(tensor, storage);
        SaveLong(tensor.StorageOffset());
        Save(Boxed(tensor.Shape.ToArray()));
        Save(Boxed(tensor.Stride()));
        Save(tensor.RequiresGrad);
        Reduce("collections", "OrderedDict", [], new object());
        if (storage is null)
        {
            Save(tensor.DType);
        }

        var metadata = new OrderedDictionary<string, object?>();
        if (tensor.IsConj())
        {
            metadata["conj"] = true;
        }

        if (tensor.IsNeg())
        {
            metadata["neg"] = true;
        }

        if (metadata.Count > 0)
        {
            Save(metadata);
        }

        Add('t');
        Memoize(new object());
        Add('R');
    }

    private void SaveStorage(Tensor tensor, string? type)
    {
        var (key, location, count) = storageOf(tensor);
        Add('(');
        Save("storage");
        SaveGlobal(type is null ? "torch.storage" : "torch", type ?? "UntypedStorage");
        Save(key);
        Save(string.Intern(location));
        SaveLong(count);
        Add('t');
        Memoize(new object());
        Add('Q');
    }

    private void SaveTuple(object?[] items, object value)
    {
        if (items.Length is 0 or > 3)
        {
            Add(items.Length == 0 ? ')' : '(');
        }

        foreach (var item in items)
        {
            Save(item);
        }

        if (items.Length > 0)
        {
            Add(items.Length > 3 ? 't' : (char)('\x84' + items.Length));
            Memoize(value);
        }
    }

    private void SaveList(IReadOnlyCollection<object?> items, object value)
    {
        Add(']');
        Memoize(value);
        foreach (var batch in items.Chunk(Batch))
        {
            if (items.Count > 1)
            {
                Add('(');
            }

            foreach (var item in batch)
            {
                Save(item);
            }

            Add(items.Count > 1 ? 'e' : 'a');
        }
    }

    // An OrderedDict with an attribute _metadata, an OrderedDict of dicts.
    private void SaveStateDict(
        List<KeyValuePair<object?, object?>> entries, object state, IEnumerable<KeyValuePair<object?, object?>> modules, object metadata)
    {
        PickleTypes.CheckKeys(entries.Select(static pair => pair.Key));
        Reduce("collections", "OrderedDict", [], state);
        SaveItems(entries);
        Add('}');
        Memoize(new object());
        Save(string.Intern("_metadata"));
        Reduce("collections", "OrderedDict", [], metadata);
        SaveItems([.. modules]);
        Add('s');
        Add('b');
    }

    private void SaveDict(List<KeyValuePair<object?, object?>> pairs, object value)
    {
        PickleTypes.CheckKeys(pairs.Select(static pair => pair.Key));
        Add('}');
        Memoize(value);
        SaveItems(pairs);
    }

    private void SaveItems(List<KeyValuePair<object?, object?>> pairs)
    {
        foreach (var batch in pairs.Chunk(Batch))
        {
            if (pairs.Count > 1)
            {
                Add('(');
            }

            foreach (var (key, item) in batch)
            {
                Save(key);
                Save(item);
            }

            Add(pairs.Count > 1 ? 'u' : 's');
        }
    }

    private void Reduce(string module, string name, object?[] arguments, object value)
    {
        SaveGlobal(module, name);
        SaveTuple(arguments, arguments);
        Add('R');
        Memoize(value);
    }

    private void SaveGlobal(string module, string name)
    {
        var global = $"c{module}\n{name}\n";
        if (globals.TryGetValue(global, out var index))
        {
            Recall(index);
            return;
        }

        Add(Encoding.ASCII.GetBytes(global));
        globals[global] = memos;
        Memoize(new object());
    }

    private void SaveLong(long number)
    {
        switch (number)
        {
            case >= 0 and <= byte.MaxValue:
                AddNumber('K', number, 1);
                break;
            case >= 0 and <= ushort.MaxValue:
                AddNumber('M', number, 2);
                break;
            case >= int.MinValue and <= int.MaxValue:
                AddNumber('J', number, 4);
                break;
            default:
                SaveBig(number);
                break;
        }
    }

    private void SaveBig(BigInteger number)
    {
        if (number >= long.MinValue && number <= long.MaxValue && (long)number is >= int.MinValue and <= int.MaxValue)
        {
            SaveLong((long)number);
            return;
        }

        var bytes = number.ToByteArray();
        if (bytes.Length > byte.MaxValue)
        {
            throw new TorchTypeException("an integer of more than 255 bytes can not be saved");
        }

        AddNumber('\x8a', bytes.Length, 1);
        Add(bytes);
    }

    private void Recall(int index) => AddNumber(index <= byte.MaxValue ? 'h' : 'j', index, index <= byte.MaxValue ? 1 : 4);

    private void Memoize(object value)
    {
        memo[value] = memos;
        AddNumber(memos <= byte.MaxValue ? 'q' : 'r', memos, memos <= byte.MaxValue ? 1 : 4);
        memos++;
    }

    private static object?[] Boxed(long[] numbers) => Array.ConvertAll(numbers, static number => (object?)number);

    private void AddNumber(char operand, long number, int width)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = (byte)operand;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], number);
        Add(bytes[..(1 + width)]);
    }

    private void Add(char operand) => pickle.WriteByte((byte)operand);

    private void Add(ReadOnlySpan<byte> bytes) => pickle.Write(bytes);
}
