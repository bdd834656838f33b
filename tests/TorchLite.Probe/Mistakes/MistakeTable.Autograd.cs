namespace TorchLite.Probe.Mistakes;

internal static partial class MistakeTable
{
    private static readonly Mistake[] Autograd =
    [
        new("torch.ones(2, requires_grad=True).backward()", static () => { Torch.Ones([2], requiresGrad: true).Backward(); return null; }),
        new("torch.ones(1).backward()", static () => { Torch.Ones(1).Backward(); return null; }),
        new("y = (torch.ones(1, requires_grad=True) ** 2).sum(); y.backward(); y.backward()", static () => { var y = Torch.Ones([1], requiresGrad: true).Pow(2).Sum(); y.Backward(); y.Backward(); return null; }),
        new("(torch.ones(2, requires_grad=True) * 2).backward(torch.ones(3))", static () => { (Torch.Ones([2], requiresGrad: true) * 2).Backward(Torch.Ones(3)); return null; }),
        new("(torch.ones(2, requires_grad=True) * 2).backward()", static () => { (Torch.Ones([2], requiresGrad: true) * 2).Backward(); return null; }),
        new("torch.ones(2, requires_grad=True).add_(1)", static () => Torch.Ones([2], requiresGrad: true).Add_(1)),
        new("torch.ones(2, requires_grad=True)[0].add_(1)", static () => Torch.Ones([2], requiresGrad: true)[0].Add_(1)),
        new("torch.ones(2, requires_grad=True).detach_().view(3)", static () => Torch.Ones([2], requiresGrad: true).Detach_().View(3)),
        new("x = torch.ones(2, requires_grad=True); x[0] = 1.0", static () => { var x = Torch.Ones([2], requiresGrad: true); x[0] = 1.0; return null; }),
        new("(torch.ones(2, requires_grad=True) * 2).unbind()[0].add_(1)", static () => (Torch.Ones([2], requiresGrad: true) * 2).Unbind()[0].Add_(1)),
        new("(torch.ones(2, requires_grad=True) * 2).requires_grad_(False)", static () => (Torch.Ones([2], requiresGrad: true) * 2).RequiresGrad_(false)),
        new("x = (torch.ones(2, requires_grad=True) * 2); x.requires_grad = False", static () => { var x = Torch.Ones([2], requiresGrad: true) * 2; x.RequiresGrad = false; return null; }),
        new("x = torch.ones(2).int(); x.requires_grad = True", static () => { var x = Torch.Ones(2).Int(); x.RequiresGrad = true; return null; }),
        new("torch.ones(2).retain_grad()", static () => { Torch.Ones(2).RetainGrad(); return null; }),
        new("x = torch.ones(2); x.grad = torch.ones(3)", static () => { var x = Torch.Ones(2); x.Grad = Torch.Ones(3); return null; }),
        new("x = torch.ones(2); x.grad = torch.ones(2).double()", static () => { var x = Torch.Ones(2); x.Grad = Torch.Ones(2).Double(); return null; }),
        new("x = torch.ones(2, requires_grad=True); y = x.exp(); y.add_(1); y.sum().backward()", static () => { var x = Torch.Ones([2], requiresGrad: true); var y = x.Exp(); y.Add_(1); y.Sum().Backward(); return null; }),
        new("x = torch.ones(2, requires_grad=True); y = x.sigmoid(); y.mul_(2); y.sum().backward()", static () => { var x = Torch.Ones([2], requiresGrad: true); var y = x.Sigmoid(); y.Mul_(2); y.Sum().Backward(); return null; }),
        new("x = torch.ones(2, requires_grad=True); y = (x * 2).sum(); y.backward(inputs=[])", static () => { var x = Torch.Ones([2], requiresGrad: true); (x * 2).Sum().Backward(inputs: []); return null; }),
        new("x = torch.ones(2, requires_grad=True); (x * 2).sum().backward(inputs=[torch.ones(2)])", static () => { var x = Torch.Ones([2], requiresGrad: true); (x * 2).Sum().Backward(inputs: [Torch.Ones(2)]); return null; }),
        new("torch.ones(2, requires_grad=True).copy_(torch.ones(2))", static () => Torch.Ones([2], requiresGrad: true).Copy_(Torch.Ones(2))),
        new("torch.ones(2, requires_grad=True).zero_()", static () => Torch.Ones([2], requiresGrad: true).Zero_()),
        new("torch.ones(2, requires_grad=True).fill_(1.0)", static () => Torch.Ones([2], requiresGrad: true).Fill_(1.0)),
        new("torch.ones(2, requires_grad=True).normal_()", static () => Torch.Ones([2], requiresGrad: true).Normal_()),
        new("torch.ones(2, requires_grad=True).squeeze_(5)", static () => Torch.Ones([2], requiresGrad: true).Squeeze_(5)),
        new("(torch.ones(2).cfloat().requires_grad_() * 1).sum().backward()", static () => { (Torch.Ones(2).Cfloat().RequiresGrad_() * 1).Sum().Backward(); return null; }),
        new("torch.ones(2, requires_grad=True).argmax().sum().backward()", static () => { Torch.Ones([2], requiresGrad: true).Argmax().Sum().Backward(); return null; }),
        new("(torch.ones(2, requires_grad=True) > 0).sum().backward()", static () => { (Torch.Ones([2], requiresGrad: true) > 0).Sum().Backward(); return null; }),
        new("torch.empty(0, requires_grad=True).backward()", static () => { Torch.Empty([0], requiresGrad: true).Backward(); return null; }),
        new("torch.ones(2, requires_grad=True).detach().sum().backward()", static () => { Torch.Ones([2], requiresGrad: true).Detach().Sum().Backward(); return null; }),
    ];
}
