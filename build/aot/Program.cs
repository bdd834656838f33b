using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using TorchLite;

var folder = Directory.CreateTempSubdirectory().FullName;

// Everything of the library that .NET has to find by itself when it runs, and may not be there where code is compiled ahead of time.
Say("first", () => Torch.Ones(2, 3) + 1);

// Custom functions: the gradients of the results are a tuple made at run time.
var both = Torch.Autograd.Function.Create<Tensor, (Tensor, Tensor)>(
    (ctx, x) => { ctx.SaveForBackward(x); return (x * 2, x * 3); },
    (ctx, grads) => [grads.Item1 * 2 + grads.Item2 * 3], "Both");
Say("tuple", () =>
{
    var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
    var (a, b) = both(x);
    (a * b).Sum().Backward();
    return $"{a} {x.Grad}";
});
var three = Torch.Autograd.Function.Create<Tensor, (Tensor A, Tensor B, Tensor C)>(
    (ctx, x) => (x * 2, x * 3, x * 4),
    (ctx, grads) => [grads.A * 2 + grads.B * 3 + grads.C * 4], "Three");
Say("three", () =>
{
    var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
    var (a, b, c) = three(x);
    (a + b + c).Sum().Backward();
    return x.Grad!;
});
var eight = Torch.Autograd.Function.Create<Tensor, (Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)>(
    (ctx, x) => (x * 1, x * 2, x * 3, x * 4, x * 5, x * 6, x * 7, x * 8),
    (ctx, g) => [g.Item1 + g.Item8 * 8], "Eight");
Say("eight", () =>
{
    var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
    var y = eight(x);
    (y.Item1 + y.Item8).Sum().Backward();
    return x.Grad!;
});
Say("array", () =>
{
    var f = Torch.Autograd.Function.Create<Tensor[], Tensor[]>(
        (ctx, x) => [x[0] * 2, x[1] * 3], (ctx, g) => [g[0] * 2, g[1] * 3], "Many");
    Tensor[] x = [Torch.Tensor([1.0], requiresGrad: true), Torch.Tensor([2.0], requiresGrad: true)];
    var y = f(x);
    (y[0] + y[1]).Sum().Backward();
    return $"{x[0].Grad} {x[1].Grad}";
});
Say("input tuple", () =>
{
    var f = Torch.Autograd.Function.Create<(Tensor, Tensor), Tensor>(
        (ctx, x) => x.Item1 * 2 + x.Item2 * 3, (ctx, g) => [g * 2, g * 3], "Pair");
    var (a, b) = (Torch.Tensor([1.0], requiresGrad: true), Torch.Tensor([2.0], requiresGrad: true));
    f((a, b)).Sum().Backward();
    return $"{a.Grad} {b.Grad}";
});
Say("class", () => new Scale(10).Apply(Torch.Tensor([1.0, 2.0], requiresGrad: true)));
Say("gradcheck", () => Torch.Autograd.Gradcheck(
    Torch.Autograd.Function.Create<Tensor, Tensor>((ctx, t) => { ctx.SaveForBackward(t); return t.Pow(3); },
        (ctx, grad) => [3 * ctx.SavedTensors[0].Pow(2) * grad]), Torch.Tensor([1.0, 2.0], dtype: DType.Float64, requiresGrad: true)));
Say("hessian", () => Torch.Autograd.Functional.Hessian(t => t.Pow(3).Sum(), Torch.Tensor([1.0, 2.0], dtype: DType.Float64)));
Say("jacobian", () => Torch.Autograd.Functional.Jacobian(t => t.Pow(2), Torch.Tensor([1.0, 2.0]), vectorize: true));
Say("hook", () =>
{
    var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
    var y = x * 2;
    y.RegisterHook(grad => grad * 10);
    y.Sum().Backward();
    return x.Grad!;
});
Say("graph", () => (Torch.Tensor([1.0], requiresGrad: true) * 2).Sum().GradGraph());

// Arrays of a rank and a type that only the tensor knows.
Say("jagged", () => string.Join(" ", Torch.Arange(8).Reshape(2, 2, 2).ToJagged<long[][][]>()[1][1]));
Say("jagged float", () => string.Join(" ", Torch.Ones(2, 2).ToJagged<float[][]>()[1]));
Say("jagged 2d", () => Torch.Arange(8).Reshape(2, 2, 2).ToJagged<long[][,]>()[1][1, 1]);
Say("2d", () => Torch.Arange(6).Reshape(2, 3).ToArray2D<long>()[1, 2]);
Say("3d", () => Torch.Arange(8).Reshape(2, 2, 2).ToArray3D<long>()[1, 0, 1]);
Say("4d", () => Torch.Arange(16).Reshape(2, 2, 2, 2).ToArray4D<long>()[1, 0, 1, 1]);
Say("half", () => Torch.Ones([2, 2], dtype: DType.Float16).ToArray2D<Half>()[1, 1]);
Say("complex", () => Torch.Ones([2, 2], dtype: DType.Complex128).ToArray2D<System.Numerics.Complex>()[1, 1]);
Say("from jagged", () => Torch.Tensor(new float[][] { [1, 2], [3, 4] }));
Say("from 3d", () => Torch.Tensor(new ushort[1, 2, 3]).DType);
Say("from lists", () => Torch.Tensor([[1, 2], [3, 4]]));
Say("from list of lists", () => Torch.Tensor(new List<List<float>> { new() { 1, 2 }, new() { 3, 4 } }));
// Collections whose types .NET may have forgotten.
Say("lists of other types", () => Torch.Tensor(new List<List<Half>> { new() { (Half)1 }, new() { (Half)2 } }));
Say("queue of lists", () => Torch.Tensor(new Queue<List<short>>([[1], [2]])));
Say("collection", () => Torch.Tensor(new Collection<LinkedList<byte>>([new([1]), new([2])])));
Say("immutable", () => Torch.Tensor(ImmutableList.Create(ImmutableArray.Create<sbyte>(1, 2))));
Say("iterator", () => Torch.Tensor(Enumerable.Range(0, 2).Select(i => Enumerable.Range(i, 2).Select(n => (uint)n))));
Say("save lists", () =>
{
    object[] all = [new HashSet<short> { 1 }, new SortedSet<string> { "x" }, FrozenSet.ToFrozenSet(new[] { 1.5 }),
        ImmutableHashSet.Create("a"), ImmutableList.Create(3f), ImmutableArray.Create(true),
        ImmutableDictionary<string, int>.Empty.Add("a", 1), FrozenDictionary.ToFrozenDictionary(new Dictionary<string, byte> { ["a"] = 1 }),
        new ReadOnlyDictionary<string, ushort>(new Dictionary<string, ushort> { ["b"] = 2 }), new ReadOnlyCollection<uint>([4]),
        new SortedList<string, ulong> { ["s"] = 5 }, new ConcurrentDictionary<int, Half> { [1] = (Half)2 },
        new ArraySegment<int>([1, 2, 3], 1, 2), new OrderedDictionary<string, float> { ["z"] = 3 }, new ObservableCollection<int> { 4 },
        Tuple.Create(1, "a"), new[,] { { 1, 2 } }, new[] { new[] { 1 } },
        new System.Dynamic.ExpandoObject() as IDictionary<string, object?>];
    return string.Join("; ", all.Select(one =>
    {
        try { Torch.Save(one, Path.Combine(folder, "n.pt")); return Text(Torch.Load(Path.Combine(folder, "n.pt"))); }
        catch (TorchException e) { return e.Message; }
    }));
});
Say("list of arrays", () => Torch.Tensor(new List<float[]> { new float[] { 1, 2 } }));
Say("tensor of .NET", () => Torch.Arange(3).ToTensor<long>().Lengths[0]);
Say("span", () => Torch.Arange(3).AsSpan<long>()[2]);
Say("tolist", () => string.Join(" ", ((object[])Torch.Arange(3).Tolist())));

// Files.
Say("save dictionary", () =>
{
    Torch.Save(new Dictionary<string, Tensor> { ["w"] = Torch.Ones(2, 2), ["b"] = Torch.Zeros(2) }, Path.Combine(folder, "m.pt"));
    return Torch.LoadStateDict(Path.Combine(folder, "m.pt"))["w"];
});
Say("save nested", () =>
{
    Torch.Save(new Dictionary<string, object?>
    {
        ["list"] = new List<int> { 1, 2 }, ["array"] = new float[2, 2], ["tuple"] = (1, "a"), ["texts"] = new List<string> { "x" },
        ["map"] = new Dictionary<int, double> { [1] = 2.5 }, ["set"] = new HashSet<int> { 1 },
        ["sorted"] = new SortedDictionary<string, long> { ["k"] = 1 },
        ["pair"] = new KeyValuePair<string, int>("k", 1), ["none"] = null,
    }, Path.Combine(folder, "n.pt"));
    var back = (IDictionary)Torch.Load(Path.Combine(folder, "n.pt"))!;
    return string.Join("; ", back.Keys.Cast<object>().Select(key => $"{key}: {Text(back[key])}"));
});
Say("safetensors", () =>
{
    SafeTensors.SaveFile(new Dictionary<string, Tensor> { ["w"] = Torch.Ones(2, 2) }, Path.Combine(folder, "m.safetensors"),
        new Dictionary<string, string> { ["format"] = "pt" });
    return SafeTensors.LoadFile(Path.Combine(folder, "m.safetensors"))["w"];
});
Say("npy", () =>
{
    Npy.Save(Path.Combine(folder, "x.npy"), Torch.Arange(3));
    return Npy.Load(Path.Combine(folder, "x.npy"), mmap: true);
});
Say("npz", () =>
{
    Npy.Savez(Path.Combine(folder, "x.npz"), new Dictionary<string, Tensor> { ["a"] = Torch.Arange(3) });
    return Npy.LoadNpz(Path.Combine(folder, "x.npz"))["a"];
});
Say("csv", () =>
{
    Csv.Save(Path.Combine(folder, "x.csv"), Torch.Ones(1, 2), header: ["a", "b"]);
    return Csv.Load(Path.Combine(folder, "x.csv"), columns: ["b"]);
});

// JSON, by the generated context, as ahead of time it must be.
Say("json", () => JsonSerializer.Serialize(
    new Result(Torch.Tensor([[1.0, 2.0]]), DType.Int8, new Shape(2, 3), new Device("cpu")), Json.Default.Result));
Say("json read", () => JsonSerializer.Deserialize(
    """{"Values":[[1,2]],"DType":"int8","Shape":[2,3],"Device":"cpu"}""", Json.Default.Result)!);
Say("json shape", () =>
{
    var options = new JsonSerializerOptions
    {
        TypeInfoResolver = Json.Default,
        Converters = { new TensorJsonConverter { WritesDType = true, WritesShape = true } },
    };
    return JsonSerializer.Serialize(Torch.Tensor([1, 2], DType.Int32), options.GetTypeInfo(typeof(Tensor)));
});

// What the library knows of its caller and itself.
Say("tracker", () =>
{
    using var tracker = TensorLeakTracker.Start();
    var kept = Torch.Zeros(1000);
    var leak = tracker.Report()[0];
    GC.KeepAlive(kept);
    return $"{leak.Count} {leak.Bytes} {leak.Stack.StartsWith("   at TorchLite.Torch.Zeros(", StringComparison.Ordinal)}";
});
Say("scope", () => { using var scope = Torch.Scope(); return Torch.Tidy(() => Torch.Ones(2) * 3).Sum().Item(); });
Say("ops", () => Torch.Ops.Call("aten::linalg_vector_norm", Torch.Tensor([3.0, 4.0])));
Say("several results", () => Torch.Tensor([3.0, 4.0]).Max(dim: 0));
Say("index", () => Torch.Arange(12).Reshape(3, 4)[1.., "::2"]);
Say("mask", () => Torch.Arange(4)[Torch.Arange(4) > 1]);
Say("error", () => Torch.Ones(2, 3).Matmul(Torch.Ones(2, 3)));
Say("error of null", () => Torch.Ones(2).Add((Tensor)null!));
Say("einsum", () => Torch.Einsum("ij,jk->ik", Torch.Ones(2, 2), Torch.Ones(2, 2)));
Say("checkpoint", () =>
{
    var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
    Torch.Utils.Checkpoint(t => t * t, x).Sum().Backward();
    return x.Grad!;
});
Say("seed", () => { Torch.ManualSeed(0); return Torch.Rand(2); });
Say("enum", () => Torch.GetFloat32MatmulPrecision());
Say("iinfo", () => Torch.Iinfo(DType.Uint64).Max);
Say("format", () => $"{Torch.Tensor(1.5):F3}");
Say("diagnose", () => Torch.Diagnose().Contains("error:"));
Networks.Run(Say, folder);
Exported.Run(Say);
Loaders.Run(Say, folder);

static string Text(object? value) => value switch
{
    null => "none",
    string text => text,
    ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i])))})",
    IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(key => $"{Text(key)}: {Text(map[key])}"))}}}",
    IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
    _ => $"{value.GetType().Name} {value}",
};

static void Say(string name, Func<object> what)
{
    try { Console.WriteLine($"{name}: {what()}"); }
    catch (Exception e) { Console.WriteLine($"{name}: {e.GetType().Name}: {e.Message}"); }
}

sealed class Scale(double factor) : Torch.Autograd.Function<Tensor, Tensor>
{
    protected override Tensor Forward(FunctionContext ctx, Tensor input) => input * factor;
    protected override Tensor?[] Backward(FunctionContext ctx, Tensor gradOutputs) => [gradOutputs * factor];
}

sealed record Result(Tensor Values, DType DType, Shape Shape, Device Device);

[JsonSerializable(typeof(Result))]
sealed partial class Json : JsonSerializerContext;
