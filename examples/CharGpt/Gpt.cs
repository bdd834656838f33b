using TorchLite;
using TorchLite.Nn;

/// <summary>字符和位置的嵌入, 几个块, 每个字符之后是哪个字符. Embeddings of letters and places, blocks, and which letter follows.</summary>
internal sealed class Gpt(long vocabulary) : Module<Tensor, Tensor>
{
    /// <summary>看得见多少个字符. How many letters it sees.</summary>
    internal const int Context = 64;

    /// <summary>每个字符用多少个数表示. How many numbers stand for a letter.</summary>
    internal const int Width = 64;

    private readonly Embedding tokens = new(vocabulary, Width);
    private readonly Embedding positions = new(Context, Width);
    private readonly Sequential blocks = new(new Block(), new Block());
    private readonly LayerNorm norm = new(Width);
    private readonly Linear head = new(Width, vocabulary);

    protected override Tensor Forward(Tensor x) =>
        head.Call(norm.Call(blocks.Call(tokens.Call(x) + positions.Call(Torch.Arange(x.Size(1))))));
}
