namespace TorchLite.Native;

/// <summary>
/// Where a recorded operation (C++'s torch::autograd::Node) keeps the operations it leads to, and where the last of them, which gathers a
/// gradient, keeps its leaf. libtorch exports no function that tells, and the places differ between its versions; so they are looked for
/// once, in graphs that are known, and believed only if those graphs are then read as they are.
/// </summary>
/// <remarks>While they are looked for, memory is read through <see cref="OwnMemory"/>.</remarks>
internal sealed unsafe class NodeLayout
{
    private const int EdgeBytes = 24;

    // How much of a node to look through: Microsoft's mutex and maps are larger than libstdc++'s.
    private static readonly int Words = OperatingSystem.IsWindows() ? 128 : 64;

    // One of two hundred graphs is not understood: what lies behind a node in memory looks like a part of it.
    private const int Tries = 20;

    // Not that an error of the first try, such as a lack of memory, remains for good.
    private static readonly Lazy<NodeLayout?> Found = new(Look, LazyThreadSafetyMode.PublicationOnly);

    private readonly OwnMemory memory;
    private readonly nint accumulateGrad;
    private int next, leaf;

    private NodeLayout(OwnMemory memory, nint accumulateGrad)
    {
        this.memory = memory;
        this.accumulateGrad = accumulateGrad;
    }

    /// <exception cref="TorchNotImplementedException">They could not be found.</exception>
    internal static NodeLayout Instance => Found.Value ?? throw new TorchNotImplementedException(
        "the recorded graph can only be read on Linux on x64 processors, where /proc/self/mem is readable, and on Windows, and with a libtorch "
        + "that keeps it in memory as version 2.10 does");

    internal static bool IsFound => Found.Value is not null;

    /// <summary>Which word of a node begins the list of what it leads to.</summary>
    internal int EdgesAt => next;

    /// <summary>What a node leads to. The caller keeps the node alive.</summary>
    internal ReadOnlySpan<Edge> Edges(nint node)
    {
        var vector = (nint*)node + next;
        return new((Edge*)vector[0], (int)((vector[1] - vector[0]) / EdgeBytes));
    }

    /// <summary>Whether a node gathers the gradient of a leaf.</summary>
    internal bool IsLeaf(nint node) => *(nint*)node == accumulateGrad;

    /// <summary>The leaf of such a node (a C++ at::Tensor*). The caller keeps the node alive.</summary>
    internal nint LeafOf(nint node) => node + (leaf * sizeof(nint));

    /// <summary>Looks for them; null where they are not to be found.</summary>
    internal static NodeLayout? Look()
    {
        var table = CppSymbols.AccumulateGrad.FirstVirtual;
        if (table == 0 || !NodeHandle.IsSupported || !GradFnReader.IsSupported)
        {
            return null;
        }

        using var memory = OwnMemory.Open();
        var graphs = new List<Tensor>();
        for (var left = memory is null ? 0 : Tries; left > 0; left--)
        {
            var layout = new NodeLayout(memory!, table);
            if (layout.Calibrate(graphs))
            {
                graphs.ForEach(static tensor => tensor.Dispose());
                return layout;
            }
        }

        graphs.ForEach(static tensor => tensor.Dispose());
        return null;
    }

    // The graphs stay until the end, so that the next one lies elsewhere.
    private bool Calibrate(List<Tensor> graphs)
    {
        using var recording = Torch.InferenceMode(false);
        var (x, w) = (Leaf(1), Leaf(1));
        var y = x * w;
        graphs.AddRange([x, w, y]);
        using var product = GradFnReader.Node(y)!;
        next = OnlyOne(Read(product.Node), (words, i) => Edges(words, i) is [var first, var second]
            && first.Input == 0 && second.Input == 0 && SeemsLeaf(first.Node) && SeemsLeaf(second.Node));
        if (next < 0)
        {
            return false;
        }

        var edges = Edges(Read(product.Node), next);
        leaf = OnlyOne(Read(edges[0].Node), (words, i) => words[i] == Impl(x));
        return leaf > 0 && leaf == OnlyOne(Read(edges[1].Node), (words, i) => words[i] == Impl(w)) && IsRight(x);
    }

    // A graph of another form: three operations, of which one has several results.
    private bool IsRight(Tensor x)
    {
        using var p = Leaf(3);
        using var rows = new All(p.Unbind());
        using var y = Torch.Cat([rows[2].Reshape(1), x, rows[1].Reshape(1)]);
        using var cat = GradFnReader.Node(y)!;
        using var unbind = GradFnReader.Node(rows[2])!;
        return Edges(Read(cat.Node), next) is [var first, var second, var third]
            && first.Input == 0 && second.Input == 0 && third.Input == 0
            && IsLeafOf(second.Node, x)
            && LeadsTo(first.Node, unbind.Node, 2) && LeadsTo(third.Node, unbind.Node, 1)
            && Edges(Read(unbind.Node), next) is [{ Input: 0 } last] && IsLeafOf(last.Node, p);
    }

    private bool LeadsTo(nint node, nint expected, uint input) =>
        Edges(Read(node), next) is [var only] && only.Node == expected && only.Input == input;

    private bool IsLeafOf(nint node, Tensor tensor) =>
        SeemsLeaf(node) && Read(node) is var words && words.Length > leaf && words[leaf] == Impl(tensor);

    private bool SeemsLeaf(nint node) => memory.Read(node, 1) is [var table] && table == accumulateGrad;

    // The edges, if at this place there is a std::vector of at most eight of them.
    private Edge[] Edges(nint[] words, int place)
    {
        if (place + 2 >= words.Length)
        {
            return [];
        }

        var (begin, end, capacity) = (words[place], words[place + 1], words[place + 2]);
        var count = (end - begin) / EdgeBytes;
        if (begin <= 0 || begin % sizeof(nint) != 0 || count is < 1 or > 8 || end - begin != count * EdgeBytes || capacity < end)
        {
            return [];
        }

        var found = memory.Read(begin, (int)count * EdgeBytes / sizeof(nint));
        return found.Length < count * 3 ? []
            : [.. Enumerable.Range(0, (int)count).Select(i => new Edge(found[3 * i], found[(3 * i) + 1], (uint)found[(3 * i) + 2]))];
    }

    private nint[] Read(nint address) => memory.Read(address, Words);

    // The place from the second word on where something holds; -1 where it holds at none, or at several.
    private static int OnlyOne(nint[] words, Func<nint[], int, bool> holds)
    {
        var places = Enumerable.Range(1, Math.Max(words.Length - 1, 0)).Where(i => holds(words, i)).ToArray();
        return places is [var only] ? only : -1;
    }

    private static Tensor Leaf(long size) => Torch.Ones([size], dtype: DType.Float32, device: "cpu", requiresGrad: true);

    private static nint Impl(Tensor tensor)
    {
        using var use = new Use(tensor);
        return *(nint*)use.Handle;
    }

    /// <summary>C++'s Edge: a shared pointer to a node, and to which of its inputs the gradient goes.</summary>
    internal readonly record struct Edge(nint Node, nint Control, uint Input);

    private sealed class All(Tensor[] tensors) : IDisposable
    {
        internal Tensor this[int i] => tensors[i];

        public void Dispose() => Array.ForEach(tensors, static tensor => tensor.Dispose());
    }
}
