using System.Globalization;
using System.Text;
using TorchLite.Printing;

namespace TorchLite;

/// <summary>The recorded operations behind a tensor: see <see cref="Tensor.GradGraph"/>.</summary>
/// <remarks>
/// It is a copy: it keeps no tensor, and is not changed by a later <see cref="Tensor.Backward"/>. In the strings, long runs of operations
/// that only lead from one to the next are folded, and of large graphs only what is nearest to the tensor is shown.
/// </remarks>
/// <example><code>
/// var x = Torch.Ones([2, 3], requiresGrad: true);
/// var graph = x.Exp().Sum().GradGraph();
/// graph.Nodes.Count      // 3
/// graph.Nodes[0].Name    // SumBackward0
/// graph.Nodes[2].Shape   // torch.Size([2, 3])
/// graph.Edges[0]         // GradGraphEdge { From = 0, To = 1, Input = 0 }
/// </code></example>
public sealed class GradGraph
{
    private const int DefaultNodes = 50;

    // Deeper than this a tree is no help to the eye.
    private const int MaxDepth = 100;

    internal GradGraph(GradGraphNode[] nodes, GradGraphEdge[] edges)
    {
        Nodes = nodes;
        Edges = edges;
    }

    /// <summary>The operations. A node's number is its place here; each comes once, however many ways lead to it.</summary>
    public IReadOnlyList<GradGraphNode> Nodes { get; }

    /// <summary>The ways of the gradients, ordered by the operations they come from, and for each by its inputs.</summary>
    public IReadOnlyList<GradGraphEdge> Edges { get; }

    /// <summary>The graph as an indented tree of at most 50 operations.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => ToString(DefaultNodes);

    /// <summary>The graph as an indented tree.</summary>
    /// <param name="maxNodes">The maximum number of operations to show, the nearest first.</param>
    /// <returns>
    /// Lines without a line break after the last. An operation to which several ways lead has its number, and what is below it stands
    /// where it is first.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxNodes"/> is less than 1.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([0.5], requiresGrad: true);
    /// var y = x;
    /// for (var i = 0; i &lt; 100; i++) y = y.Sin();
    /// (y + x).GradGraph().ToString(maxNodes: 20)
    /// // AddBackward0
    /// // ├─ SinBackward0
    /// // │  └─ SinBackward0
    /// // │     └─ ... 96 more
    /// // │        └─ SinBackward0
    /// // │           └─ SinBackward0
    /// // │              └─ AccumulateGrad [1] #2
    /// // └─ AccumulateGrad [1] #2 (above)
    /// </code></example>
    public string ToString(int maxNodes)
    {
        var view = new GradGraphView(this, maxNodes);
        if (view.Items.Count == 0)
        {
            return "nothing was recorded";
        }

        var text = new StringBuilder();
        var printed = new bool[view.Items.Count];
        var left = Nodes.Count;
        var stack = new Stack<(int Item, string Indent, string Branch, string Below)>([(0, "", "", "")]);
        while (stack.TryPop(out var next))
        {
            text.Append(next.Indent).Append(next.Branch);
            if (next.Item < 0)
            {
                text.Append("...\n");
                continue;
            }

            var item = view.Items[next.Item];
            text.Append(item.Text).Append(item.IsShared ? $" #{item.Id}" : "").Append(printed[next.Item] ? " (above)\n" : "\n");
            if (printed[next.Item])
            {
                continue;
            }

            printed[next.Item] = true;
            left -= item.Weight;
            var indent = next.Indent + next.Below;
            var below = item.Children.Select(static child => child.Item).ToList();
            if (indent.Length >= 3 * MaxDepth && below.Count > 0)
            {
                below = [-1];
            }
            else if (item.HasHidden)
            {
                below.Add(-1);
            }

            for (var i = below.Count - 1; i >= 0; i--)
            {
                var isLast = i == below.Count - 1;
                stack.Push((below[i], indent, isLast ? "└─ " : "├─ ", isLast ? "   " : "│  "));
            }
        }

        return left > 0 ? text.Append(More(left)).ToString() : text.ToString().TrimEnd('\n');
    }

    /// <summary>The graph in the language of Mermaid, which Markdown shows as a picture in many places.</summary>
    /// <param name="maxNodes">The maximum number of operations to show, the nearest first.</param>
    /// <returns>
    /// The string. An edge has a number where the gradient is for another result of the recorded operation than the first.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxNodes"/> is less than 1.</exception>
    /// <example><code>
    /// Torch.Ones([2, 3], requiresGrad: true).Exp().GradGraph().ToMermaid()
    /// // graph TD
    /// //     n0["ExpBackward0"]
    /// //     n1(["AccumulateGrad [2, 3]"])
    /// //     n0 --&gt; n1
    /// </code></example>
    public string ToMermaid(int maxNodes = DefaultNodes) => Drawn(maxNodes).ToMermaid();

    /// <summary>The graph in the language of Graphviz, from which its <c>dot</c> makes a picture.</summary>
    /// <param name="maxNodes">The maximum number of operations to show, the nearest first.</param>
    /// <returns>
    /// The string. An edge has a number where the gradient is for another result of the recorded operation than the first.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxNodes"/> is less than 1.</exception>
    /// <example><code>
    /// Torch.Ones([2, 3], requiresGrad: true).Exp().GradGraph().ToGraphviz()
    /// // digraph grad {
    /// //     node [shape=box];
    /// //     n0 [label="ExpBackward0"];
    /// //     n1 [label="AccumulateGrad [2, 3]", style=rounded];
    /// //     n0 -&gt; n1;
    /// // }
    /// </code></example>
    public string ToGraphviz(int maxNodes = DefaultNodes) => Drawn(maxNodes).ToGraphviz("grad");

    internal static string More(int count) => string.Create(CultureInfo.InvariantCulture, $"... {count:N0} more");

    private Diagram Drawn(int maxNodes)
    {
        var (view, diagram) = (new GradGraphView(this, maxNodes), new Diagram());
        foreach (var item in view.Items)
        {
            diagram.Box(item.Key, item.Text, item.IsLeaf ? Diagram.BoxKind.Rounded : Diagram.BoxKind.Plain);
        }

        foreach (var item in view.Items)
        {
            foreach (var child in item.Children)
            {
                diagram.Arrow(
                    item.Key, view.Items[child.Item].Key, child.Input == 0 ? "" : child.Input.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (view.Hidden > 0)
        {
            diagram.Box("more", More(view.Hidden), Diagram.BoxKind.Dashed);
            foreach (var item in view.Items.Where(static item => item.HasHidden))
            {
                diagram.Arrow(item.Key, "more", isDashed: true);
            }
        }

        return diagram;
    }
}
