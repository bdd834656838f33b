namespace TorchLite;

/// <summary>What is shown of a graph: long runs folded into one item, and of the rest what is nearest, up to a number of items.</summary>
internal sealed class GradGraphView
{
    // Of a run these many are shown at either end, and it is folded where that leaves out more than one.
    private const int Ends = 2;

    private readonly GradGraph graph;
    private readonly int maxItems;

    // Where the edges of a node begin, and whether it has but one neighbour on either side.
    private readonly int[] firstEdge;
    private readonly bool[] isBetween;

    private readonly List<Item> items = [];
    private readonly Dictionary<int, int> itemOfNode = [];

    // Behind the node with this number come so many folded ones, and then the node with that number.
    private readonly Dictionary<int, (int Count, int Then)> folds = [];

    internal GradGraphView(GradGraph graph, int maxItems)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxItems, 1, "maxNodes");
        this.graph = graph;
        this.maxItems = maxItems;
        firstEdge = FirstEdges();
        isBetween = Between();
        if (graph.Nodes.Count > 0)
        {
            Add(0);
        }

        for (var i = 0; i < items.Count; i++)
        {
            Expand(items[i]);
        }

        Hidden = graph.Nodes.Count - items.Sum(static item => item.Weight);
    }

    /// <summary>What is shown, the nearest first.</summary>
    internal IReadOnlyList<Item> Items => items;

    /// <summary>How many operations are neither shown nor folded.</summary>
    internal int Hidden { get; }

    private void Expand(Item item)
    {
        if (item.Then >= 0)
        {
            Link(item, Find(item.Then), 0);
            return;
        }

        if (folds.TryGetValue(item.Id, out var fold))
        {
            if (HasRoom(item))
            {
                items.Add(new(item.Id, GradGraph.More(fold.Count), fold.Count, fold.Then, isLeaf: false));
                item.Children.Add((items.Count - 1, 0));
            }

            return;
        }

        for (var i = firstEdge[item.Id]; i < firstEdge[item.Id + 1]; i++)
        {
            var edge = graph.Edges[i];
            if (isBetween[edge.To] && !isBetween[item.Id])
            {
                Fold(edge.To);
            }

            Link(item, Find(edge.To), edge.Input);
        }
    }

    private void Link(Item item, int child, int input)
    {
        if (child < 0)
        {
            item.HasHidden = true;
            return;
        }

        item.Children.Add((child, input));
        items[child].Parents++;
    }

    private int Find(int node) => itemOfNode.TryGetValue(node, out var item) ? item : items.Count < maxItems ? Add(node) : -1;

    private bool HasRoom(Item item)
    {
        item.HasHidden |= items.Count >= maxItems;
        return items.Count < maxItems;
    }

    private int Add(int id)
    {
        var node = graph.Nodes[id];
        itemOfNode.Add(id, items.Count);
        items.Add(new(id, node.ToString(), weight: 1, then: -1, isLeaf: node.Shape is not null));
        return items.Count - 1;
    }

    // A run that begins with this node.
    private void Fold(int head)
    {
        var run = new List<int> { head };
        while (firstEdge[run[^1]] is var edge && isBetween[graph.Edges[edge].To])
        {
            run.Add(graph.Edges[edge].To);
        }

        if (run.Count > (2 * Ends) + 1)
        {
            folds[run[Ends - 1]] = (run.Count - (2 * Ends), run[^Ends]);
        }
    }

    private int[] FirstEdges()
    {
        var first = new int[graph.Nodes.Count + 1];
        foreach (var edge in graph.Edges)
        {
            first[edge.From + 1]++;
        }

        for (var i = 1; i < first.Length; i++)
        {
            first[i] += first[i - 1];
        }

        return first;
    }

    // Several edges between the same two count once.
    private bool[] Between()
    {
        var count = graph.Nodes.Count;
        var (parents, children, lastParent) = (new int[count], new int[count], new int[count]);
        foreach (var edge in graph.Edges)
        {
            if (lastParent[edge.To] != edge.From + 1)
            {
                lastParent[edge.To] = edge.From + 1;
                parents[edge.To]++;
                children[edge.From]++;
            }
        }

        return [.. Enumerable.Range(0, count).Select(i => parents[i] == 1 && children[i] == 1)];
    }

    /// <summary>An operation, or several folded into one.</summary>
    internal sealed class Item(int id, string text, int weight, int then, bool isLeaf)
    {
        /// <summary>The operation's number; for folded ones that of the one before.</summary>
        internal int Id => id;

        internal string Text => text;

        /// <summary>How many operations it stands for.</summary>
        internal int Weight => weight;

        /// <summary>For folded ones the number of the next operation; else -1.</summary>
        internal int Then => then;

        internal bool IsLeaf => isLeaf;

        internal string Key => then < 0 ? $"n{id}" : $"n{id}f";

        internal List<(int Item, int Input)> Children { get; } = [];

        internal int Parents { get; set; }

        internal bool IsShared => Parents > 1;

        /// <summary>Whether it leads to operations that are not shown.</summary>
        internal bool HasHidden { get; set; }
    }
}
