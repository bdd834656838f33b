using TorchLite;

/// <summary>
/// 边的起点, 终点和权重. 每条边走两个方向, 每个人也和自己相连; 权重按两头的边数缩小.
/// Where edges begin, where they end, and their weights. They go both ways, and from everybody to himself; weights are the smaller the more
/// edges there are at both ends.
/// </summary>
internal sealed class Graph
{
    internal Graph(Tensor edges, long nodes)
    {
        var loops = Torch.Arange(nodes);
        Source = Torch.Cat([edges[.., 0], edges[.., 1], loops]);
        Target = Torch.Cat([edges[.., 1], edges[.., 0], loops]);
        var degree = Target.Bincount();
        Weight = (degree[Source] * degree[Target]).Rsqrt().Unsqueeze(1);
    }

    internal Tensor Source { get; }

    internal Tensor Target { get; }

    internal Tensor Weight { get; }
}
