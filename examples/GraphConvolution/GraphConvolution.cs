using TorchLite;
using TorchLite.Nn;

/// <summary>图卷积: 每个人的新值, 是自己和朋友的值的加权和. A graph convolution: the weighted sum of one's own numbers and those of one's friends.</summary>
internal sealed class GraphConvolution(long inputs, long outputs, Graph graph) : Module<Tensor, Tensor>
{
    private readonly Linear linear = new(inputs, outputs, bias: false);

    protected override Tensor Forward(Tensor x)
    {
        x = linear.Call(x);
        return Torch.ZerosLike(x).IndexAdd(0, graph.Target, x[graph.Source] * graph.Weight);
    }
}
