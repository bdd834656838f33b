namespace TorchLite.Native;

/// <summary>Reads a recorded graph, breadth first, without recursion: each operation once, whatever its depth.</summary>
internal static class GraphReader
{
    internal static (GradGraphNode[] Nodes, GradGraphEdge[] Edges) Read(NodeHandle root)
    {
        var layout = NodeLayout.Instance;
        var addresses = new List<nint> { root.Node };
        var ids = new Dictionary<nint, int> { [root.Node] = 0 };

        // Asking libtorch for a name costs a microsecond, and objects of a class have one name; they begin with the address of its table.
        var names = new Dictionary<nint, string>();
        var nodes = new List<GradGraphNode>();
        var edges = new List<GradGraphEdge>();
        for (var id = 0; id < addresses.Count; id++)
        {
            var address = addresses[id];
            Shape? shape = layout.IsLeaf(address) ? new Shape(LibTorch.Sizes(layout.LeafOf(address))) : (Shape?)null;
            nodes.Add(new(id, CustomNode.NameOf(address) ?? Name(address, names), shape));
            foreach (var edge in layout.Edges(address))
            {
                if (edge.Node == 0)
                {
                    continue;
                }

                if (!ids.TryGetValue(edge.Node, out var to))
                {
                    ids.Add(edge.Node, to = addresses.Count);
                    addresses.Add(edge.Node);
                }

                edges.Add(new(id, to, (int)edge.Input));
            }
        }

        GC.KeepAlive(root);
        return ([.. nodes], [.. edges]);
    }

    /// <summary>The leaves that tensors were computed from, but for some.</summary>
    internal static unsafe Tensor[] Leaves(Tensor[] tensors, Tensor[] but)
    {
        var layout = NodeLayout.Instance;
        var roots = Array.ConvertAll(tensors, GradFn.NodeOrAccumulator);
        using var known = new Uses(but);
        var seen = new HashSet<nint>(known.Handles.Select(static handle => *(nint*)handle));
        var left = new Stack<nint>(roots.Select(static root => root.Node));
        var leaves = new List<Tensor>();
        while (left.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            if (layout.IsLeaf(node) && seen.Add(*(nint*)layout.LeafOf(node)))
            {
                leaves.Add(Tensor.Own(LibTorch.NewHandle(layout.LeafOf(node)), bytes: 0));
            }

            foreach (var edge in layout.Edges(node))
            {
                if (edge.Node != 0)
                {
                    left.Push(edge.Node);
                }
            }
        }

        GC.KeepAlive(roots);
        return [.. leaves];
    }

    private static unsafe string Name(nint node, Dictionary<nint, string> names)
    {
        var table = *(nint*)node;
        if (!names.TryGetValue(table, out var name))
        {
            names.Add(table, name = GradFn.NameOf(node));
        }

        return name;
    }
}
