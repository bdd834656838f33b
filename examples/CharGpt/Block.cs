using TorchLite;
using TorchLite.Nn;

/// <summary>先看前面的字符(注意力), 再想一想(两层感知机). It looks at the letters before (attention), and then thinks (two layers).</summary>
internal sealed class Block : Module<Tensor, Tensor>
{
    private const int Heads = 4;

    private readonly LayerNorm norm1 = new(Gpt.Width);
    private readonly Linear attention = new(Gpt.Width, 3 * Gpt.Width);
    private readonly Linear projection = new(Gpt.Width, Gpt.Width);
    private readonly LayerNorm norm2 = new(Gpt.Width);
    private readonly Sequential mlp = new(new Linear(Gpt.Width, 4 * Gpt.Width), new GELU(), new Linear(4 * Gpt.Width, Gpt.Width));

    protected override Tensor Forward(Tensor x)
    {
        var (n, t) = (x.Size(0), x.Size(1));
        var qkv = attention.Call(norm1.Call(x)).View(n, t, 3, Heads, -1).Permute(2, 0, 3, 1, 4);
        var seen = Torch.Nn.Functional.ScaledDotProductAttention(qkv[0], qkv[1], qkv[2], isCausal: true);
        x = x + projection.Call(seen.Transpose(1, 2).Reshape(n, t, Gpt.Width));
        return x + mlp.Call(norm2.Call(x));
    }
}
