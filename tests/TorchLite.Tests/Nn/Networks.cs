using TorchLite.Nn;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Tests.Nn;

/// <summary>The networks of tests/reference/networks.py.</summary>
internal static class Networks
{
    internal sealed class Mlp : Module<Tensor, Tensor>
    {
        private readonly Linear fc1 = new(64, 32);
        private readonly Linear fc2 = new(32, 10);

        protected override Tensor Forward(Tensor x) => fc2.Call(fc1.Call(x).Relu());
    }

    internal sealed class Residual(long channels) : Module<Tensor, Tensor>
    {
        private readonly Conv2d conv1 = new(channels, channels, 3, padding: 1, bias: false);
        private readonly BatchNorm2d bn1 = new(channels);
        private readonly Conv2d conv2 = new(channels, channels, 3, padding: 1, bias: false);
        private readonly BatchNorm2d bn2 = new(channels);

        protected override Tensor Forward(Tensor x)
        {
            var y = bn1.Call(conv1.Call(x)).Relu();
            return (x + bn2.Call(conv2.Call(y))).Relu();
        }
    }

    internal sealed class ResNet(long channels = 4, int depth = 2, long classes = 10) : Module<Tensor, Tensor>
    {
        private readonly Conv2d stem = new(1, channels, 3, padding: 1);
        private readonly Sequential blocks = [.. Enumerable.Range(0, depth).Select(_ => new Residual(channels))];
        private readonly Linear head = new(channels, classes);

        protected override Tensor Forward(Tensor x) => head.Call(blocks.Call(stem.Call(x).Relu()).Mean([2, 3]));
    }

    internal sealed class Classifier(long vocabulary = 20, long hidden = 12, long classes = 3) : Module<Tensor, Tensor>
    {
        private readonly Embedding embedding = new(vocabulary, 8);
        private readonly LSTM lstm = new(8, hidden, numLayers: 2, batchFirst: true);
        private readonly Linear head = new(hidden, classes);

        protected override Tensor Forward(Tensor tokens)
        {
            var (output, _) = lstm.Call(embedding.Call(tokens));
            return head.Call(output[.., ^1]);
        }
    }

    internal sealed class Block(long width, long heads) : Module<Tensor, Tensor>
    {
        private readonly LayerNorm ln1 = new(width);
        private readonly Linear qkv = new(width, 3 * width);
        private readonly Linear proj = new(width, width);
        private readonly LayerNorm ln2 = new(width);
        private readonly Sequential mlp = [new Linear(width, 4 * width), new GELU(), new Linear(4 * width, width), new Dropout(0.1)];

        protected override Tensor Forward(Tensor x)
        {
            x = x + Attend(ln1.Call(x));
            return x + mlp.Call(ln2.Call(x));
        }

        private Tensor Attend(Tensor x)
        {
            var (b, t, w) = (x.Size(0), x.Size(1), x.Size(2));
            var parts = qkv.Call(x).View(b, t, 3, heads, w / heads).Permute(2, 0, 3, 1, 4);
            var y = F.ScaledDotProductAttention(parts[0], parts[1], parts[2], isCausal: true);
            return proj.Call(y.Transpose(1, 2).Reshape(b, t, w));
        }
    }

    internal sealed class Gpt : Module<Tensor, Tensor>
    {
        private readonly Embedding wte, wpe;
        private readonly ModuleList<Block> h;
        [Name("ln_f")]
        private readonly LayerNorm final;
        private readonly Linear lmHead;

        public Gpt(long vocabulary = 17, long length = 12, long width = 16, long heads = 4, int layers = 2)
        {
            wte = new(vocabulary, width);
            wpe = new(length, width);
            h = [.. Enumerable.Range(0, layers).Select(_ => new Block(width, heads))];
            final = new(width);
            lmHead = new(width, vocabulary, bias: false) { Weight = wte.Weight };
        }

        protected override Tensor Forward(Tensor tokens)
        {
            var x = wte.Call(tokens) + wpe.Call(Torch.Arange(tokens.Size(1)));
            foreach (var block in h)
            {
                x = block.Call(x);
            }

            return lmHead.Call(final.Call(x));
        }
    }
}
