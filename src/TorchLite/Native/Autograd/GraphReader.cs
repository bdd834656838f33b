namespace TorchLite.Native;

/// <summary>Reads a recorded graph, breadth first, without recursion: each operation once, whatever its depth.</summary>
internal static class GraphReader
{
    internal static (GradGraphNode[] Nodes, GradGraphEdge[] Edges) Read(NodeHandle root)
    {
        var layout = NodeLayout.Instance;
        var (addresses, ids) = Reached([root.Node]);

        // Asking libtorch for a name costs a microsecond, and objects of a class have one name; they begin with the address of its table.
        var names = new Dictionary<nint, string>();
        var nodes = new List<GradGraphNode>();
        var edges = new List<GradGraphEdge>();
        foreach (var (id, address) in addresses.Index())
        {
            Shape? shape = layout.IsLeaf(address) ? new Shape(LibTorch.Sizes(layout.LeafOf(address))) : (Shape?)null;
            nodes.Add(new(id, CustomNode.NameOf(address) ?? Name(address, names), shape));
            foreach (var edge in layout.Edges(address))
            {
                if (edge.Node != 0)
                {
                    edges.Add(new(id, ids[edge.Node], (int)edge.Input));
                }
            }
        }

        GC.KeepAlive(root);
        return ([.. nodes], [.. edges]);
    }

    /// <summary>The leaves that tensors were computed from, but for some.</summary>
    internal static unsafe Tensor[] Leaves(Tensor[] tensors, Tensor[] but)
    {
        var layout = NodeLayout.Instance;
        var roots = Array.ConvertAll(tensors, GradFnReader.NodeOrAccumulator);
        using var known = new Uses(but);
        var excluded = Array.ConvertAll(known.Handles, static handle => *(nint*)handle);
        var leaves = new List<Tensor>();
        foreach (var node in Reached([.. roots.Select(static root => root.Node)]).Addresses)
        {
            if (layout.IsLeaf(node) && !excluded.Contains(*(nint*)layout.LeafOf(node)))
            {
                leaves.Add(Tensor.Wrap(LibTorch.NewHandle(layout.LeafOf(node)), bytes: 0));
            }
        }

        Array.ForEach(roots, static root => root.Dispose());
        return [.. leaves];
    }

    // All operations that some lead to, the nearest first, and the place of each. The caller keeps the roots alive.
    private static (List<nint> Addresses, Dictionary<nint, int> Ids) Reached(ReadOnlySpan<nint> roots)
    {
        var layout = NodeLayout.Instance;
        var (addresses, ids) = (new List<nint>(), new Dictionary<nint, int>());
        foreach (var root in roots)
        {
            Reach(root);
        }

        for (var i = 0; i < addresses.Count; i++)
        {
            foreach (var edge in layout.Edges(addresses[i]))
            {
                Reach(edge.Node);
            }
        }

        return (addresses, ids);

        void Reach(nint node)
        {
            if (node != 0 && ids.TryAdd(node, addresses.Count))
            {
                addresses.Add(node);
            }
        }
    }

    private static unsafe string Name(nint node, Dictionary<nint, string> names)
    {
        var table = *(nint*)node;
        if (!names.TryGetValue(table, out var name))
        {
            names.Add(table, name = GradFnReader.NameOf(node));
        }

        return name;
    }
}
