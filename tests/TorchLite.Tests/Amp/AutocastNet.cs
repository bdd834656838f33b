using TorchLite.Nn;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Tests.Amp;

/// <summary>The network of tests/reference/amp.py.</summary>
internal sealed class AutocastNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv = new(1, 3, 3);
    private readonly LayerNorm norm = new(48);
    private readonly Linear first = new(48, 16);
    private readonly Linear shared = new(16, 16);
    private readonly Linear last = new(16, 4);

    protected override Tensor Forward(Tensor x)
    {
        x = norm.Call(F.Relu(conv.Call(x)).Flatten(1));
        x = shared.Call(shared.Call(first.Call(x)).Tanh());
        using (Torch.Amp.Autocast("cpu", enabled: false))
        {
            x = x.Float() * F.Softmax(x.Float(), 1);
        }

        return last.Call(x);
    }
}
