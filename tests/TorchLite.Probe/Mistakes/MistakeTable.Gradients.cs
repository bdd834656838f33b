using System.Numerics;

namespace TorchLite.Probe.Mistakes;

/// <content>Gradients that are asked for wrongly.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] Gradients =
    [
        // torch.autograd.grad
        new("torch.autograd.grad(torch.ones(1), torch.ones(1, requires_grad=True))",
            static () => Torch.Autograd.Grad([Torch.Ones(1)], [Leaf(1)])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), torch.ones(2))",
            static () => Torch.Autograd.Grad([Leaf().Sum()], [Torch.Ones(2)])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), torch.ones(2, requires_grad=True))",
            static () => Torch.Autograd.Grad([Leaf().Sum()], [Leaf()])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), torch.ones(2, requires_grad=True), allow_unused=True)",
            static () => Torch.Autograd.Grad([Leaf().Sum()], [Leaf()], allowUnused: true)),
        new("x, z = torch.ones(2, 2, requires_grad=True).unbind(); torch.autograd.grad(x.sum(), z, materialize_grads=True)",
            static () => { var xz = Leaf(2, 2).Unbind(); return Torch.Autograd.Grad([xz[0].Sum()], [xz[1]], materializeGrads: true); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), [x, torch.ones(2)], allow_unused=True)",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum()], [x, Torch.Ones(2)], allowUnused: true); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x * 2, x)",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x * 2], [x]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), x, torch.ones(3))",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum()], [x], [Torch.Ones(3)]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x * 2, x, torch.ones(()))",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x * 2], [x], [Torch.Ones()]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x * 2, x, torch.ones(2).double())",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x * 2], [x], [Torch.Ones(2).Double()]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x * 2, x, torch.ones(2).long())",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x * 2], [x], [Torch.Ones(2).Long()]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x * 2, x, torch.ones(2).bool())",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x * 2], [x], [Torch.Ones(2).Bool()]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x * 2, x, torch.ones(2).cfloat())",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x * 2], [x], [Torch.Ones(2).Cfloat()]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x * 1j, x, torch.ones(2))",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x * Complex.ImaginaryOne], [x], [Torch.Ones(2)]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad((x * 1j).sum(), x)",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([(x * Complex.ImaginaryOne).Sum()], [x]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x * 2, x, torch.ones(2, device='meta'))",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x * 2], [x], [Torch.Ones([2], device: "meta")]); }),
        new("x = torch.ones(2, device='meta', requires_grad=True); torch.autograd.grad(x * 2, x, torch.ones(2))",
            static () => { var x = Meta(); return Torch.Autograd.Grad([x * 2], [x], [Torch.Ones(2)]); }),
        new("x = torch.ones(2, device='meta', requires_grad=True); torch.autograd.grad((x * 2).sum(), x)",
            static () => { var x = Meta(); return Torch.Autograd.Grad([(x * 2).Sum()], [x]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad([x.sum(), x.sum()], x, [torch.ones(())])",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum(), x.Sum()], [x], [Torch.Ones()]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad([x.sum(), x * 2], x, [None, None])",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum(), x * 2], [x], [null, null]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad([x.sum(), torch.ones(1)], x)",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum(), Torch.Ones(1)], [x]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad([x.sum(), torch.ones(1)], x, [None, torch.ones(1)])",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum(), Torch.Ones(1)], [x], [null, Torch.Ones(1)]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), [])",
            static () => Torch.Autograd.Grad([Leaf().Sum()], [])),
        new("torch.autograd.grad([], torch.ones(2, requires_grad=True))", static () => Torch.Autograd.Grad([], [Leaf()])),
        new("torch.autograd.grad([], torch.ones(2, requires_grad=True), allow_unused=True)",
            static () => Torch.Autograd.Grad([], [Leaf()], allowUnused: true)),
        new("x = torch.ones(2, requires_grad=True); y = x.exp().sum(); torch.autograd.grad(y, x); torch.autograd.grad(y, x)",
            static () => { var x = Leaf(); var y = x.Exp().Sum(); Torch.Autograd.Grad(y, x); Torch.Autograd.Grad(y, x); }),
        new("x = torch.ones(2, requires_grad=True); g = torch.autograd.grad(x.exp().sum(), x)[0]; torch.autograd.grad(g.sum(), x)",
            static () => { var x = Leaf(); var g = Torch.Autograd.Grad(x.Exp().Sum(), x); Torch.Autograd.Grad(g.Sum(), x); }),
        new("""
            x = torch.ones(2, requires_grad=True)
            g = torch.autograd.grad(x.sum(), x, create_graph=True)[0]
            torch.autograd.grad(g.sum(), x)
            """,
            static () => { var x = Leaf(); var g = Torch.Autograd.Grad(x.Sum(), x, createGraph: true); Torch.Autograd.Grad(g.Sum(), x); }),
        new("""
            x = torch.ones(2, requires_grad=True)
            y = x.exp().sum()
            g = torch.autograd.grad(y, x, create_graph=True, retain_graph=False)[0]
            torch.autograd.grad(g.sum(), x)
            """,
            static () =>
            {
                var x = Leaf();
                var g = Torch.Autograd.Grad(x.Exp().Sum(), x, createGraph: true, retainGraph: false);
                Torch.Autograd.Grad(g.Sum(), x);
            }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.long().sum(), x)",
            static () => { var x = Leaf(); Torch.Autograd.Grad(x.Long().Sum(), x); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x, x)",
            static () => { var x = Leaf(); Torch.Autograd.Grad(x, x); }),
        new("x = torch.ones(1, requires_grad=True); torch.autograd.grad(x, x)",
            static () => { var x = Leaf(1); return Torch.Autograd.Grad([x], [x]); }),
        new("x = torch.ones(2, requires_grad=True); y = x * 2; torch.autograd.grad(x.sum(), y)",
            static () => { var x = Leaf(); var y = x * 2; Torch.Autograd.Grad(x.Sum(), y); }),
        new("""
            x = torch.ones(2, requires_grad=True)
            with torch.no_grad():
                y = x.sum()
            torch.autograd.grad(y, x)
            """,
            static () => { var x = Leaf(); Torch.Autograd.Grad(Unrecorded(() => x.Sum()), x); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), [x, x])",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum()], [x, x]); }),
        new("x = torch.ones(2, requires_grad=True); y = x.sum(); torch.autograd.grad([y, y], x)",
            static () => { var x = Leaf(); var y = x.Sum(); return Torch.Autograd.Grad([y, y], [x]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), x[0])",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum()], [x[0]]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), x.detach())",
            static () => { var x = Leaf(); return Torch.Autograd.Grad([x.Sum()], [x.Detach()]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(torch.ones(1), [], torch.ones(3))",
            static () => Torch.Autograd.Grad([Torch.Ones(1)], [], [Torch.Ones(3)])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(torch.ones(1), torch.ones(1), torch.ones(1))",
            static () => Torch.Autograd.Grad([Torch.Ones(1)], [Torch.Ones(1)], [Torch.Ones(1)])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(x.sum(), torch.ones(1), torch.ones(3))",
            static () => Torch.Autograd.Grad([Leaf().Sum()], [Torch.Ones(1)], [Torch.Ones(3)])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad([x.sum(), x.sum()], x, [torch.ones(()), torch.ones(()), None])",
            static () =>
            {
                var x = Leaf();
                return Torch.Autograd.Grad([x.Sum(), x.Sum()], [x], [Torch.Ones(), Torch.Ones(), null]);
            }),

        // backward
        new("""
            x = torch.ones(2, requires_grad=True)
            with torch.no_grad():
                y = x.sum()
            y.backward()
            """,
            static () => Unrecorded(static () => Leaf().Sum()).Backward()),
        new("x = torch.ones(2, requires_grad=True); (x * 2).backward(torch.ones(2).long()); x.grad",
            static () => { var x = Leaf(); (x * 2).Backward(Torch.Ones(2).Long()); return x.Grad; }),
        new("x = torch.ones(2, requires_grad=True); (x * 2).backward(torch.ones(2).double()); x.grad",
            static () => { var x = Leaf(); (x * 2).Backward(Torch.Ones(2).Double()); return x.Grad; }),
        new("x = torch.ones(2, requires_grad=True); (x * 2).backward(torch.ones(2).cfloat()); x.grad",
            static () => { var x = Leaf(); (x * 2).Backward(Torch.Ones(2).Cfloat()); return x.Grad; }),
        new("x = torch.ones(2, requires_grad=True); (x * 2).backward(torch.ones(2, device='meta')); x.grad",
            static () => { var x = Leaf(); (x * 2).Backward(Torch.Ones([2], device: "meta")); return x.Grad; }),
        new("x = torch.ones(2, requires_grad=True); x.sum().backward(torch.ones(1))",
            static () => Leaf().Sum().Backward(Torch.Ones(1))),
        new("x = torch.ones(2, device='meta', requires_grad=True); x.sum().backward(); x.grad",
            static () => { var x = Meta(); x.Sum().Backward(); return x.Grad; }),
        new("x = torch.ones(2, requires_grad=True); y = x * 2; y.sum().backward(inputs=[y]); y.grad",
            static () => { var y = Leaf() * 2; y.Sum().Backward(inputs: [y]); return y.Grad; }),
        new("x = torch.ones(2, requires_grad=True); x.sum().backward(inputs=[torch.ones(2, requires_grad=True)])",
            static () => Leaf().Sum().Backward(inputs: [Leaf()])),
        new("x = torch.ones(2, requires_grad=True); y = x.exp().sum(); y.backward(create_graph=True, retain_graph=False); y.backward()",
            static () => { var y = Leaf().Exp().Sum(); y.Backward(createGraph: true, retainGraph: false); y.Backward(); }),
        new("x = torch.ones(2, requires_grad=True); y = x.exp(); y.sum().backward(); (y * 2).sum().backward()",
            static () => { var y = Leaf().Exp(); y.Sum().Backward(); (y * 2).Sum().Backward(); }),
        new("x = torch.ones(2, requires_grad=True); x.sum().backward(); x.grad.sum().backward()",
            static () => { var x = Leaf(); x.Sum().Backward(); x.Grad!.Sum().Backward(); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.backward([x.sum(), x * 2])",
            static () => { var x = Leaf(); Torch.Autograd.Backward([x.Sum(), x * 2]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.backward([x.sum(), torch.ones(())])",
            static () => Torch.Autograd.Backward([Leaf().Sum(), Torch.Ones()])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.backward([x.sum()], [torch.ones(()), torch.ones(())])",
            static () => Torch.Autograd.Backward([Leaf().Sum()], [Torch.Ones(), Torch.Ones()])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.backward([x.sum(), x * 2], [None, torch.ones(3)])",
            static () => { var x = Leaf(); Torch.Autograd.Backward([x.Sum(), x * 2], [null, Torch.Ones(3)]); }),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.backward([x.sum()], inputs=[])",
            static () => Torch.Autograd.Backward([Leaf().Sum()], inputs: [])),
        new("torch.autograd.backward([])", static () => Torch.Autograd.Backward([])),

        // Derivatives that there are not.
        new("torch.special.zeta(torch.ones(2, requires_grad=True) * 2, 2.0).sum().backward()",
            static () => Torch.Special.Zeta(Leaf() * 2, 2.0).Sum().Backward()),
        new("torch.nextafter(torch.ones(2, requires_grad=True), torch.zeros(2)).sum().backward()",
            static () => Torch.Nextafter(Leaf(), Torch.Zeros(2)).Sum().Backward()),
        new("torch.heaviside(torch.ones(2, requires_grad=True), torch.ones(2)).sum().backward()",
            static () => Torch.Heaviside(Leaf(), Torch.Ones(2)).Sum().Backward()),
        new("torch.special.bessel_j0(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => Torch.Special.BesselJ0(Leaf()).Sum().Backward()),
        new("torch.special.gammainc(torch.ones(2, requires_grad=True), torch.ones(2)).sum().backward()",
            static () => Torch.Special.Gammainc(Leaf(), Torch.Ones(2)).Sum().Backward()),
        new("torch.histc(torch.ones(2, requires_grad=True), 2).sum().backward()", static () => Torch.Histc(Leaf(), 2).Sum().Backward()),
        new("torch.linalg.qr(torch.ones(3, 2, requires_grad=True), mode='r')[1].sum().backward()",
            static () => Torch.Linalg.Qr(Leaf(3, 2), QrMode.R).R.Sum().Backward()),
        new("torch.linalg.qr(torch.ones(3, 2, requires_grad=True), mode='complete')[1].sum().backward()",
            static () => Torch.Linalg.Qr(Leaf(3, 2), QrMode.Complete).R.Sum().Backward()),
        new("torch.linalg.svd(torch.ones(3, 2, requires_grad=True), full_matrices=True)[0].sum().backward()",
            static () => Torch.Linalg.Svd(Leaf(3, 2), fullMatrices: true).U.Sum().Backward()),
        new("torch.linalg.lu(torch.ones(2, 3, requires_grad=True), pivot=False)[1].sum().backward()",
            static () => Torch.Linalg.Lu(Leaf(2, 3), pivot: false).U.Sum().Backward()),
        new("torch.linalg.eig(torch.ones(2, 2, requires_grad=True))[1].sum().abs().backward()",
            static () => Torch.Linalg.Eig(Leaf(2, 2)).Eigenvectors.Sum().Abs().Backward()),
    ];

    private static Tensor Leaf(params long[] size) => Torch.Ones(size.Length == 0 ? [2] : size, requiresGrad: true);

    private static Tensor Meta() => Torch.Ones([2], device: "meta", requiresGrad: true);

    private static Tensor Unrecorded(Func<Tensor> make)
    {
        using var _ = Torch.NoGrad();
        return make();
    }
}
