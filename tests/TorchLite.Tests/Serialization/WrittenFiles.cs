using System.Numerics;
using System.Text.Json.Nodes;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Optim.LrScheduler;
using TorchLite.Optim.SwaUtils;
using TorchLite.Printing;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Serialization;

/// <summary>Files of every format and dtype, as TorchLite writes them, with what Python must read from them.</summary>
internal sealed class WrittenFiles(string folder)
{
    private readonly List<string> expected = [];

    public List<string> Names { get; } = [];

    public void Write()
    {
        Directory.CreateDirectory(folder);
        foreach (var dtype in DType.All)
        {
            var x = Numbers(dtype);
            Add($"{dtype.Name}.pt", x, path => Torch.Save(x, path));
            if (TorchLite.Serialization.NpyTypes.Descr(dtype) is not null)
            {
                Add($"{dtype.Name}.npy", x, path => Npy.Save(path, x));
            }

            if (!dtype.IsComplex && dtype.Itemsize > (dtype.IsFloatingPoint ? 1 : 0))
            {
                Add($"{dtype.Name}.csv", x, path => Csv.Save(path, x));
            }
        }

        Arrays();
        SafeFiles();
        Objects();
        StateDicts();
        Checkpoints();
        Schedulers();
        File.WriteAllLines(Path.Combine(folder, "expected.jsonl"), expected);
    }

    private void Arrays()
    {
        var cube = Torch.Arange(24, dtype: DType.Float32).View(2, 3, 4);
        var arrays = new OrderedDictionary<string, Tensor>
        {
            ["cube"] = cube, ["transposed"] = cube.T.Clone(), ["sliced"] = cube[.., "::2", 1], ["zero-dim"] = Torch.Tensor(2.5),
            ["empty"] = Torch.Zeros(0, 3), ["one"] = Torch.Tensor([true]),
        };
        foreach (var (name, array) in arrays)
        {
            Add($"{name}.npy", name == "sliced" ? array.Contiguous() : array, path => Npy.Save(path, array));
        }

        arrays["sliced"] = arrays["sliced"].Contiguous();
        Add("plain.npz", arrays, path => Npy.Savez(path, arrays));
        Add("compressed.npz", arrays, path => Npy.SavezCompressed(path, arrays));
    }

    private void SafeFiles()
    {
        var covered = new OrderedDictionary<string, Tensor>();
        foreach (var dtype in new[]
                 {
                     DType.Int64, DType.Float64, DType.Complex64, DType.Float32, DType.Int32, DType.Bfloat16, DType.Float16, DType.Int16,
                     DType.Int8, DType.Uint8, DType.Bool,
                 })
        {
            covered[dtype.Name] = Numbers(dtype);
        }

        // Python gives them in the order of the file as well, which is that above.
        var newer = new OrderedDictionary<string, Tensor>();
        foreach (var dtype in new[]
                 {
                     DType.Uint64, DType.Uint32, DType.Uint16, DType.Float8E5m2fnuz, DType.Float8E4m3fnuz, DType.Float8E8m0fnu,
                     DType.Float8E4m3fn, DType.Float8E5m2,
                 })
        {
            newer[dtype.Name] = Numbers(dtype);
        }

        Add("newer.safetensors", newer, path => SafeTensors.SaveFile(newer, path));
        Add("dtypes.safetensors", covered, path => SafeTensors.SaveFile(
            covered.Reverse(), path, new Dictionary<string, string> { ["format"] = "pt", ["ä \"\n"] = "\u0001" }));
        var shapes = new OrderedDictionary<string, Tensor>
        {
            ["a/ü"] = Torch.Tensor(2.5), ["b"] = Torch.Zeros(0, 3), ["c"] = Torch.Ones(1, 1, 2),
        };
        Add("shapes.safetensors", shapes, path => SafeTensors.SaveFile(shapes, path));
    }

    private void Objects()
    {
        var x = Torch.Arange(12, dtype: DType.Float32);
        var z = Torch.Tensor([new Complex(1, 2), new Complex(3, -4)]);
        Add("state.pt", new OrderedDictionary<string, Tensor> { ["0.weight"] = x.View(3, 4).Clone(), ["0.bias"] = Torch.Zeros(3) });
        Add("shared.pt", new object?[] { x, x[3..6], x.View(3, 4).T, x["::5"], x });
        Add("grad.pt", new List<object?>
        {
            Torch.Ones([2], requiresGrad: true), Torch.Ones([1], dtype: DType.Bfloat16, requiresGrad: true),
        });
        Add("views.pt", new List<object?>
        {
            z, z.Conj(), Torch.Ones(1).Expand(4), Torch.Tensor(2.5), Torch.Zeros(0, 3), Torch.Zeros(0), Torch.Ones(5)[4..],
        });
        Add("values.pt", new OrderedDictionary<object, object?>
        {
            ["none"] = null, ["yes"] = true, ["no"] = false, ["byte"] = 255L, ["short"] = 65535L, ["negative"] = -1L, ["long"] = 1L << 40,
            ["least"] = long.MinValue, ["huge"] = BigInteger.Pow(2, 100), ["float"] = 0.1, ["inf"] = double.NegativeInfinity,
            ["text"] = "ä\U0001F600\n", ["bytes"] = new byte[] { 0, 255 }, ["no bytes"] = Array.Empty<byte>(),
            ["complex"] = new Complex(1, -2), ["list"] = new List<object?> { 1L, new List<object?>() }, ["one"] = new List<object?> { 1L },
            ["tuples"] = new object?[] { Array.Empty<object?>(), new object?[] { 1L }, new object?[] { 1L, 2L, 3L, 4L } },
            ["set"] = new HashSet<object> { 1L, 2L }, [1L] = new OrderedDictionary<object, object?> { ["a"] = 1L },
            ["size"] = new Shape(2, 3), ["dtype"] = DType.Bfloat16, ["device"] = new Device("cpu"), ["cuda"] = new Device("cuda:1"),
        });
        Add("meta.pt", new List<object?>
        {
            Torch.Ones([2, 3], device: "meta"), Torch.Ones([2, 3], dtype: DType.Float8E5m2, device: "meta").T,
            Torch.Ones([2], device: "meta", requiresGrad: true),
        });
        Add("layouts.pt", Enum.GetValues<Layout>().Except([Layout.Jagged]).Select(static layout => (object?)layout).ToList());
        Add("types.pt", InPython(static row => row.InPython), path => Torch.Save(InPython(static row => row.Value), path));
        Add("many.pt", Enumerable.Range(0, 2500).Select(static i => (object?)(long)i).ToList());
    }

    // What Python saved goes into a module and out again.
    private void StateDicts()
    {
        Directory.CreateDirectory(Path.Combine(folder, "state-dicts"));
        var version = RecordedStateDict.All.First(static file => file.IsSafeTensors).File.Version;
        foreach (var file in RecordedStateDict.All.Where(file => file.File.Version == version))
        {
            using var scope = Torch.Scope();
            var module = file.Make();
            module.LoadStateDict(file.Load());
            var state = module.StateDict();
            var record = new JsonObject { ["metadata"] = null };
            foreach (var field in (string[])["network", "class", "args", "kwargs", "metadata"])
            {
                if (file.File.Expected.TryGetProperty(field, out var value))
                {
                    record[field] = JsonNode.Parse(value.GetRawText());
                }
            }

            var name = $"state-dicts/{file.File.Name}";
            if (file.IsSafeTensors)
            {
                var tensors = state.Select(static one => KeyValuePair.Create(one.Key, one.Value.Contiguous())).ToList();
                Add(name, tensors, path => SafeTensors.SaveFile(tensors, path), record);
            }
            else
            {
                Add(name, Entries(state), path => Torch.Save(state, path), record);
            }
        }
    }

    private void Checkpoints()
    {
        foreach (var file in RecordedFile.All.Where(static file => file.Name == "training.pt"))
        {
            var checkpoint = (OrderedDictionary<object, object?>)Torch.Load(file.Location)!;
            Sequential model = [new Linear(3, 4), new BatchNorm1d(4), new Linear(4, 2)];
            model.LoadStateDict((OrderedDictionary<object, object?>)checkpoint["model"]!);
            checkpoint["model"] = model.StateDict();
            Add($"training-{file.Version}.pt", checkpoint);
        }
    }

    // What schedulers tell after three steps, and the learning rates of the steps that follow: checkpoints.py makes the same schedulers.
    private void Schedulers()
    {
        var all = new OrderedDictionary<object, object?>();
        foreach (var (name, make) in new OrderedDictionary<string, Func<SGD, LRScheduler>>
                 {
                     ["StepLR"] = static sgd => new StepLR(sgd, 2),
                     ["MultiStepLR"] = static sgd => new MultiStepLR(sgd, [2, 5, 5]),
                     ["ConstantLR"] = static sgd => new ConstantLR(sgd, totalIters: 4),
                     ["LinearLR"] = static sgd => new LinearLR(sgd, totalIters: 6),
                     ["ExponentialLR"] = static sgd => new ExponentialLR(sgd, 0.5),
                     ["PolynomialLR"] = static sgd => new PolynomialLR(sgd, 6, 2),
                     ["CosineAnnealingLR"] = static sgd => new CosineAnnealingLR(sgd, 5),
                     ["CosineAnnealingWarmRestarts"] = static sgd => new CosineAnnealingWarmRestarts(sgd, 2, 2),
                     ["CyclicLR"] = static sgd => new CyclicLR(sgd, 0.1, 1.0, 3),
                     ["OneCycleLR"] = static sgd => new OneCycleLR(sgd, 2.0, totalSteps: 12),
                     ["ReduceLROnPlateau"] = static sgd => new ReduceLROnPlateau(sgd, patience: 1),
                     ["SequentialLR"] = static sgd => new SequentialLR(sgd, [new ConstantLR(sgd), new MultiStepLR(sgd, [1, 3])], [2]),
                     ["ChainedScheduler"] = static sgd => new ChainedScheduler([new ConstantLR(sgd), new ExponentialLR(sgd, 0.5)]),
                     ["SWALR"] = static sgd => new SWALR(sgd, 0.05, annealEpochs: 6),
                 })
        {
            var sgd = new SGD([new Parameter(Torch.Ones(2))], lr: 1.0, momentum: 0.9);
            var scheduler = make(sgd);
            Steps(3);
            var state = new OrderedDictionary<object, object?> { ["scheduler"] = scheduler.StateDict(), ["optimizer"] = sgd.StateDict() };
            state["next"] = Steps(6);
            all[name] = state;

            List<object?> Steps(int count)
            {
                var rates = new List<object?>();
                for (var step = 0; step < count; step++)
                {
                    sgd.Step();
                    if (scheduler is ReduceLROnPlateau plateau)
                    {
                        plateau.Step(1.0);
                    }
                    else
                    {
                        scheduler.Step();
                    }

                    rates.Add(sgd.ParamGroups[0].Lr);
                }

                return rates;
            }
        }

        Add("schedulers.pt", all);
    }

    /// <summary>All that a state dict holds, in order.</summary>
    internal static OrderedDictionary<object, object?> Entries(StateDict state)
    {
        var all = new OrderedDictionary<object, object?>();
        foreach (var (key, value) in state.Entries())
        {
            all.Add(key!, value);
        }

        return all;
    }

    private static OrderedDictionary<object, object?> InPython(Func<(string Name, object? Value, object? InPython), object?> part)
    {
        var all = new OrderedDictionary<object, object?>();
        foreach (var row in PickledTypes.All)
        {
            all.Add(row.Name, part(row));
        }

        return all;
    }

    private void Add(string name, object? value) => Add(name, value, path => Torch.Save(value, path));

    private void Add(string name, object? value, Action<string> write, JsonObject? record = null)
    {
        write(Path.Combine(folder, name));
        Names.Add(name);
        record ??= [];
        (record["file"], record["value"]) = (name, Tagged(value, []));
        expected.Add(record.ToJsonString());
    }

    private static Tensor Numbers(DType dtype)
    {
        var x = Torch.Arange(6, dtype: DType.Float64).View(2, 3) * 1.7 - 2.3;
        return dtype == DType.Bool ? x > 0
            : dtype.IsComplex ? Torch.Complex(x, -x / 2).To(dtype)
            : !dtype.IsSigned ? x.Abs().To(dtype)
            : x.To(dtype);
    }

    private static JsonObject? Tagged(object? value, Dictionary<nint, int> storages) => value switch
    {
        null or DBNull => null,
        Tensor tensor => new() { ["t"] = TaggedTensor(tensor, storages) },
        bool b => new() { ["b"] = b },
        long or BigInteger => new() { ["i"] = value.ToString() },
        double f => new() { ["f"] = PythonNumber.Format(f) },
        Complex c => new() { ["c"] = new JsonArray(PythonNumber.Format(c.Real), PythonNumber.Format(c.Imaginary)) },
        string s when RecordedFile.HasHalf(s) => new() { ["utf16"] = RecordedFile.Utf16(s) },
        string s => new() { ["s"] = s },
        byte[] bytes => new() { ["bytes"] = Convert.ToBase64String(bytes) },
        Shape shape => new() { ["size"] = Numbers(shape.ToArray()) },
        DType dtype => new() { ["dtype"] = dtype.Name },
        Device device => new() { ["device"] = device.ToString() },
        Layout layout => new() { ["layout"] = TorchLite.Serialization.PickleNames.NameOf(layout) },
        object?[] tuple => new() { ["tuple"] = Items(tuple, storages) },
        List<object?> list => new() { ["list"] = Items(list, storages) },
        HashSet<object> set => new() { ["set"] = Items(set, storages) },
        IEnumerable<KeyValuePair<string, Tensor>> tensors => new()
        {
            ["dict"] = new JsonArray([.. tensors.Select(pair => new JsonArray(Tagged(pair.Key, storages), Tagged(pair.Value, storages)))]),
        },
        OrderedDictionary<object, object?> dict => new()
        {
            ["dict"] = new JsonArray([.. dict.Select(pair => new JsonArray(Tagged(pair.Key, storages), Tagged(pair.Value, storages)))]),
        },
        _ => throw new ArgumentException(value.GetType().Name),
    };

    private static JsonObject TaggedTensor(Tensor tensor, Dictionary<nint, int> storages)
    {
        var tagged = new JsonObject
        {
            ["dtype"] = tensor.DType.Name, ["shape"] = Numbers(tensor.Shape.ToArray()), ["stride"] = Numbers(tensor.Stride()),
            ["data"] = tensor.IsMeta ? "" : Convert.ToBase64String(TensorData.Bytes(tensor)),
        };
        if (tensor.RequiresGrad)
        {
            tagged["requires_grad"] = true;
        }

        if (tensor.IsConj())
        {
            tagged["conj"] = true;
        }

        if (tensor.IsMeta)
        {
            tagged["meta"] = true;
        }
        else if (tensor.Numel() > 0)
        {
            var address = tensor.DataPtr() - (nint)(tensor.StorageOffset() * tensor.Itemsize);
            storages.TryAdd(address, storages.Count);
            tagged["storage"] = storages[address];
        }

        return tagged;
    }

    private static JsonArray Items(IEnumerable<object?> items, Dictionary<nint, int> storages) =>
        new([.. items.Select(item => Tagged(item, storages))]);

    private static JsonArray Numbers(long[] numbers) => new([.. numbers.Select(static number => JsonValue.Create(number))]);
}
