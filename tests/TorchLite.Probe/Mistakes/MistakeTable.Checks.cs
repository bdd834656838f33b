namespace TorchLite.Probe.Mistakes;

/// <content>Hooks, checks of gradients, anomalies and checkpoints.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] Checks =
    [
        // Hooks.
        new("torch.ones(2).register_hook(lambda g: g)", static () => Torch.Ones(2).RegisterHook(static g => g)),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: torch.ones(3)); x.sum().backward()",
            static () => Hooked(static _ => Torch.Ones(3))),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: g.sum()); x.sum().backward()",
            static () => Hooked(static g => g.Sum())),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: g.double()); x.sum().backward(); x.grad",
            static () => Hooked(static g => g.Double())),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: g.long()); x.sum().backward(); x.grad",
            static () => Hooked(static g => g.Long())),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: g.to('meta')); x.sum().backward(); x.grad",
            static () => Hooked(static g => g.To("meta"))),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: fail(ValueError('mine'))); x.sum().backward()",
            static () => Hooked(static _ => throw new TorchValueException("mine"))),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: g.view(5)); x.sum().backward()",
            static () => Hooked(static g => g.View(5))),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: None); x.sum().backward(); x.grad",
            static () => Hooked(static _ => null)),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: g.mul_(3)); (x * 2).sum().backward(); x.grad",
            static () => { var x = Leaf(); x.RegisterHook(static g => g.Mul_(3)); (x * 2).Sum().Backward(); return x.Grad; }),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: g.sum().backward()); x.sum().backward()",
            static () => Hooked(static g => { g.Sum().Backward(); return null; })),
        new("x = torch.ones(2, requires_grad=True); x.register_hook(lambda g: g.requires_grad_()); x.sum().backward(); x.grad",
            static () => Hooked(static g => g.RequiresGrad_())),
        new("""
            x = torch.ones(2, requires_grad=True)
            h = x.register_hook(lambda g: g * 5)
            h.remove()
            h.remove()
            x.sum().backward()
            x.grad
            """,
            static () =>
            {
                var x = Leaf();
                var hook = x.RegisterHook(static g => g * 5);
                hook.Remove();
                hook.Remove();
                x.Sum().Backward();
                return x.Grad;
            }),
        new("""
            x = torch.ones(2, requires_grad=True)
            h = x.register_hook(lambda g: h.remove())
            x.sum().backward()
            x.sum().backward()
            x.grad
            """,
            static () =>
            {
                var x = Leaf();
                RemovableHandle? hook = null;
                hook = x.RegisterHook(_ => { hook!.Remove(); return null; });
                x.Sum().Backward();
                x.Sum().Backward();
                return x.Grad;
            }),
        new("""
            y = torch.ones(2, requires_grad=True) * 2
            y.register_hook(lambda g: fail(ValueError('mine')))
            torch.autograd.grad(y.sum(), y)
            """,
            static () =>
            {
                var y = Leaf() * 2;
                y.RegisterHook(static _ => throw new TorchValueException("mine"));
                Torch.Autograd.Grad(y.Sum(), y);
            }),
        new("torch.ones(2).register_post_accumulate_grad_hook(lambda x: None)",
            static () => Torch.Ones(2).RegisterPostAccumulateGradHook(static _ => { })),
        new("(torch.ones(2, requires_grad=True) * 2).register_post_accumulate_grad_hook(lambda x: None)",
            static () => (Leaf() * 2).RegisterPostAccumulateGradHook(static _ => { })),
        new("""
            x = torch.ones(2, requires_grad=True)
            x.register_post_accumulate_grad_hook(lambda x: fail(ValueError('mine')))
            x.sum().backward()
            """,
            static () =>
            {
                var x = Leaf();
                x.RegisterPostAccumulateGradHook(static _ => throw new TorchValueException("mine"));
                x.Sum().Backward();
            }),
        new("x = torch.ones(2, requires_grad=True); x.register_post_accumulate_grad_hook(lambda x: x.add_(1)); x.sum().backward()",
            static () => { var x = Leaf(); x.RegisterPostAccumulateGradHook(static x => x.Add_(1)); x.Sum().Backward(); }),

        // gradcheck
        new("torch.autograd.gradcheck(create(lambda ctx, x: x * 2, lambda ctx, g: g * 3), torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(Custom(static (_, x) => x * 2, static (_, g) => [g * 3]), Double())),
        new("torch.autograd.gradcheck(lambda x: x.exp(), torch.ones(2, requires_grad=True))",
            static () => Torch.Autograd.Gradcheck(static x => x.Exp(), Leaf())),
        new("torch.autograd.gradcheck(lambda x: x.exp(), torch.ones(2).double())",
            static () => Torch.Autograd.Gradcheck(static x => x.Exp(), Torch.Ones(2).Double())),
        new("torch.autograd.gradcheck(lambda x: x.exp(), torch.ones(1).double().requires_grad_().expand(2))",
            static () => Torch.Autograd.Gradcheck(static x => x.Exp(), Torch.Ones(1).Double().RequiresGrad_().Expand(2))),
        new("""
            f = create(lambda ctx, x: x * 2, lambda ctx, g: g * 2 + torch.rand(2).double() * 1e-6)
            torch.autograd.gradcheck(f, torch.ones(2).double().requires_grad_())
            """,
            static () => Torch.Autograd.Gradcheck(
                Custom(static (_, x) => x * 2, static (_, g) => [g * 2 + Torch.Rand(2).Double() * 1e-6]), Double())),
        new("torch.autograd.gradcheck(create(lambda ctx, x: x * 2, lambda ctx, g: (g, g)), torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(Custom(static (_, x) => x * 2, static (_, g) => [g, g]), Double())),
        new("torch.autograd.gradcheck(create(lambda ctx, x: x * 2, lambda ctx, g: None), torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(Custom(static (_, x) => x * 2, static (_, _) => [null]), Double())),
        new("""
            f = create(lambda ctx, x: x * 2, lambda ctx, g: torch.full((2,), 2.0).double())
            torch.autograd.gradcheck(f, torch.ones(2).double().requires_grad_())
            """,
            static () => Torch.Autograd.Gradcheck(
                Custom(static (_, x) => x * 2, static (_, _) => [Torch.Full([2], 2.0).Double()]), Double())),
        new("""
            f = create(lambda ctx, x: x.sum() * 2, lambda ctx, g: torch.full((2,), 2.0).double())
            torch.autograd.gradcheck(f, torch.ones(2).double().requires_grad_())
            """,
            static () => Torch.Autograd.Gradcheck(
                Custom(static (_, x) => x.Sum() * 2, static (_, _) => [Torch.Full([2], 2.0).Double()]), Double())),
        new("torch.autograd.gradcheck(lambda x: fail(ValueError('mine')), torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static Tensor (_) => throw new TorchValueException("mine"), Double())),
        new("torch.autograd.gradcheck(lambda x: x.detach() * 2, torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static x => x.Detach() * 2, Double())),
        new("torch.autograd.gradcheck(lambda x: x.detach() * 2 + x, torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static x => x.Detach() * 2 + x, Double())),
        new("torch.autograd.gradcheck(lambda x: x.long(), torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static x => x.Long(), Double())),
        new("torch.autograd.gradcheck(lambda x: torch.ones(2).double(), torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static _ => Torch.Ones(2).Double(), Double())),
        new("torch.autograd.gradcheck(lambda x: x.float() * 2, torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static x => x.Float() * 2, Double())),
        new("torch.autograd.gradcheck(torch.special.bessel_j0, torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(Torch.Special.BesselJ0, Double())),
        new("torch.autograd.gradcheck(lambda x: x[x > 1], torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static x => x[x > 1], Double())),
        new("torch.autograd.gradcheck(lambda x: x.floor(), torch.full((2,), 1.5).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static x => x.Floor(), Torch.Full([2], 1.5).Double().RequiresGrad_())),
        new("torch.autograd.gradcheck(lambda x: x.abs(), torch.zeros(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradcheck(static x => x.Abs(), Torch.Zeros(2).Double().RequiresGrad_())),
        new("torch.autograd.gradcheck(lambda x: x * 2, torch.ones(2).double().requires_grad_(), eps=0.0)",
            static () => Torch.Autograd.Gradcheck(static x => x * 2, Double(), eps: 0)),
        new("""
            f = create(lambda ctx, x: x * 2, lambda ctx, g: g * 3)
            torch.autograd.gradcheck(f, torch.ones(2).double().requires_grad_(), raise_exception=False)
            """,
            static () => Torch.Autograd.Gradcheck(
                Custom(static (_, x) => x * 2, static (_, g) => [g * 3]), Double(), raiseException: false)),
        new("torch.autograd.gradcheck(lambda x: x * 2, torch.ones(2).double(), raise_exception=False)",
            static () => Torch.Autograd.Gradcheck(static x => x * 2, Torch.Ones(2).Double(), raiseException: false)),
        new("""
            f = create(lambda ctx, x: (ctx.save_for_backward(x), x * x)[1], lambda ctx, g: 2 * g * ctx.saved_tensors[0].detach())
            torch.autograd.gradgradcheck(f, torch.ones(2).double().requires_grad_())
            """,
            static () => Torch.Autograd.Gradgradcheck(
                Custom(
                    static (ctx, x) => { ctx.SaveForBackward(x); return x * x; },
                    static (ctx, g) => [2 * g * ctx.SavedTensors[0].Detach()]),
                Double())),
        new("torch.autograd.gradgradcheck(lambda x: x * 2, torch.ones(2).double())",
            static () => Torch.Autograd.Gradgradcheck(static x => x * 2, Torch.Ones(2).Double())),
        new("x, g = [torch.ones(n).double().requires_grad_() for n in (2, 3)]; torch.autograd.gradgradcheck(lambda x: x * x, x, g)",
            static () => Torch.Autograd.Gradgradcheck(static x => x * x, Double(), Torch.Ones(3).Double().RequiresGrad_())),
        new("torch.autograd.gradgradcheck(lambda x: x * x, torch.ones(2).double().requires_grad_(), torch.ones(2).double())",
            static () => Torch.Autograd.Gradgradcheck(static x => x * x, Double(), Torch.Ones(2).Double())),
        new("torch.autograd.gradgradcheck(lambda x: x.detach(), torch.ones(2).double().requires_grad_())",
            static () => Torch.Autograd.Gradgradcheck(static x => x.Detach(), Double())),

        // Anomalies.
        new("torch.autograd.set_detect_anomaly(True); (torch.zeros(2, requires_grad=True) * 0).sqrt().sum().backward()",
            static () => Watched(static () => (Torch.Zeros([2], requiresGrad: true) * 0).Sqrt().Sum().Backward())),
        new("torch.autograd.set_detect_anomaly(True); x = torch.zeros(2, requires_grad=True); (x / x).sum().backward()",
            static () => Watched(static () => { var x = Torch.Zeros([2], requiresGrad: true); (x / x).Sum().Backward(); })),
        new("torch.autograd.set_detect_anomaly(True); torch.ones(2, requires_grad=True).mul(2).backward(torch.full((2,), torch.nan))",
            static () => Watched(static () => Leaf().Mul(2).Backward(Torch.Full([2], float.NaN)))),
        new("""
            with torch.autograd.detect_anomaly(check_nan=False):
                x = torch.zeros(2, requires_grad=True)
                (x / x).sum().backward()
            x.grad
            """,
            static () =>
            {
                using var _ = Torch.Autograd.DetectAnomaly(checkNan: false);
                var x = Torch.Zeros([2], requiresGrad: true);
                (x / x).Sum().Backward();
                return x.Grad;
            }),
        new("""
            torch.autograd.set_detect_anomaly(True)
            create(lambda ctx, x: x * 2, lambda ctx, g: g * torch.nan, 'Bad')(torch.ones(2, requires_grad=True)).sum().backward()
            """,
            static () => Watched(static () =>
                Custom(static (_, x) => x * 2, static (_, g) => [g * float.NaN], "Bad")(Leaf()).Sum().Backward())),
        new("""
            torch.autograd.set_detect_anomaly(True)
            create(lambda ctx, x: x * 2, lambda ctx, g: fail(ValueError('mine')))(torch.ones(2, requires_grad=True)).sum().backward()
            """,
            static () => Watched(static () => GradOf(static (_, x) => x * 2, static (_, _) => throw new TorchValueException("mine")))),
        new("""
            torch.autograd.set_detect_anomaly(True)
            x = torch.full((2,), 0.0, requires_grad=True)
            torch.autograd.grad(x.sqrt().sum() * 0, x, create_graph=True)
            """,
            static () => Watched(static () =>
            {
                var x = Torch.Zeros([2], requiresGrad: true);
                Torch.Autograd.Grad(x.Sqrt().Sum() * 0, x, createGraph: true);
            })),
        new("torch.autograd.set_detect_anomaly(True); x = torch.ones(2, requires_grad=True); y = x.exp(); y.add_(1); y.sum().backward()",
            static () => Watched(static () => { var y = Leaf().Exp(); y.Add_(1); y.Sum().Backward(); })),

        // Checkpoints.
        new("""
            x = torch.ones(2, requires_grad=True)
            torch.autograd.grad(torch.utils.checkpoint.checkpoint(lambda x: x.exp(), x, use_reentrant=True).sum(), x)
            """,
            static () => { var x = Leaf(); Torch.Autograd.Grad(Torch.Utils.Checkpoint(static x => x.Exp(), x).Sum(), x); }),
        new("""
            x = torch.ones(2, requires_grad=True)
            torch.utils.checkpoint.checkpoint(lambda x: x.exp(), x, use_reentrant=True).sum().backward(inputs=[x])
            """,
            static () => { var x = Leaf(); Torch.Utils.Checkpoint(static x => x.Exp(), x).Sum().Backward(inputs: [x]); }),
        new("torch.utils.checkpoint.checkpoint(lambda x: x.exp(), torch.ones(2), use_reentrant=True).sum().backward()",
            static () => Torch.Utils.Checkpoint(static x => x.Exp(), Torch.Ones(2)).Sum().Backward()),
        new("""
            x = torch.ones(2, requires_grad=True)
            torch.utils.checkpoint.checkpoint(lambda x: x.detach(), x, use_reentrant=True).sum().backward()
            """,
            static () => Torch.Utils.Checkpoint(static x => x.Detach(), Leaf()).Sum().Backward()),
        new("torch.utils.checkpoint.checkpoint(lambda x: fail(ValueError('mine')), torch.ones(2, requires_grad=True), use_reentrant=True)",
            static () => Torch.Utils.Checkpoint(static Tensor (_) => throw new TorchValueException("mine"), Leaf())),
        new("""
            f = lambda x: fail(ValueError('mine')) if torch.is_grad_enabled() else x.exp()
            torch.utils.checkpoint.checkpoint(f, torch.ones(2, requires_grad=True), use_reentrant=True).sum().backward()
            """,
            static () => Torch.Utils.Checkpoint(
                static x => Torch.IsGradEnabled() ? throw new TorchValueException("mine") : x.Exp(), Leaf()).Sum().Backward()),
        new("""
            f = lambda x: x.view(5) if torch.is_grad_enabled() else x.exp()
            torch.utils.checkpoint.checkpoint(f, torch.ones(2, requires_grad=True), use_reentrant=True).sum().backward()
            """,
            static () => Torch.Utils.Checkpoint(static x => Torch.IsGradEnabled() ? x.View(5) : x.Exp(), Leaf()).Sum().Backward()),
        new("""
            f = lambda x: x.exp().sum() if torch.is_grad_enabled() else x.exp()
            torch.utils.checkpoint.checkpoint(f, torch.ones(2, requires_grad=True), use_reentrant=True).sum().backward()
            """,
            static () => Torch.Utils.Checkpoint(static x => Torch.IsGradEnabled() ? x.Exp().Sum() : x.Exp(), Leaf()).Sum().Backward()),
        new("""
            y = torch.utils.checkpoint.checkpoint(lambda x: x.exp(), torch.ones(2, requires_grad=True), use_reentrant=True).sum()
            y.backward()
            y.backward()
            """,
            static () => { var y = Torch.Utils.Checkpoint(static x => x.Exp(), Leaf()).Sum(); y.Backward(); y.Backward(); }),
        new("""
            x = torch.ones(2, requires_grad=True) * 1
            y = torch.utils.checkpoint.checkpoint(lambda x: x.exp(), x, use_reentrant=True).sum()
            x.add_(1)
            y.backward()
            """,
            static () =>
            {
                var x = Leaf() * 1;
                var y = Torch.Utils.Checkpoint(static x => x.Exp(), x).Sum();
                x.Add_(1);
                y.Backward();
            }),
        new("""
            x = torch.ones(2, requires_grad=True)
            torch.utils.checkpoint.checkpoint(lambda x: x.exp(), x, use_reentrant=True).sum().backward(create_graph=True)
            x.grad.sum().backward()
            """,
            static () =>
            {
                var x = Leaf();
                Torch.Utils.Checkpoint(static x => x.Exp(), x).Sum().Backward(createGraph: true);
                x.Grad!.Sum().Backward();
            }),
        new("""
            f = lambda x: x * 3
            for _ in range(100):
                f = lambda x, f=f: torch.utils.checkpoint.checkpoint(f, x, use_reentrant=True)
            x = torch.ones(2, requires_grad=True)
            f(x).sum().backward()
            x.grad
            """,
            static () => { var x = Leaf(); Nested(static x => x * 3)(x).Sum().Backward(); return x.Grad; }),
        new("""
            f = lambda x: fail(ValueError('mine')) if torch.is_grad_enabled() else x * 3
            for _ in range(100):
                f = lambda x, f=f: torch.utils.checkpoint.checkpoint(f, x, use_reentrant=True)
            f(torch.ones(2, requires_grad=True)).sum().backward()
            """,
            static () => Nested(
                static x => Torch.IsGradEnabled() ? throw new TorchValueException("mine") : x * 3)(Leaf()).Sum().Backward()),
        new("""
            f = lambda x: create(lambda ctx, x: x * 2, lambda ctx, g: g[0])(x)
            for _ in range(100):
                f = lambda x, f=f: torch.utils.checkpoint.checkpoint(f, x, use_reentrant=True)
            f(torch.ones(2, requires_grad=True)).sum().backward()
            """,
            static () => Nested(Custom(static (_, x) => x * 2, static (_, g) => [g[0]]))(Leaf()).Sum().Backward()),
    ];

    private static Func<Tensor, Tensor> Nested(Func<Tensor, Tensor> function)
    {
        for (var i = 0; i < 100; i++)
        {
            var inner = function;
            function = x => Torch.Utils.Checkpoint(inner, x);
        }

        return function;
    }

    private static Tensor Double() => Torch.Ones([2], dtype: DType.Float64, requiresGrad: true);

    private static Tensor? Hooked(Func<Tensor, Tensor?> hook)
    {
        var x = Leaf();
        x.RegisterHook(hook);
        x.Sum().Backward();
        return x.Grad;
    }

    private static void Watched(Action act)
    {
        using var _ = Torch.Autograd.DetectAnomaly();
        act();
    }
}
