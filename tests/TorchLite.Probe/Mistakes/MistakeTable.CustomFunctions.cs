using System.Numerics;

namespace TorchLite.Probe.Mistakes;

/// <content>Custom functions, and hooks.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] CustomFunctions =
    [
        // What the backward step gives.
        new("create(lambda ctx, x: x * 2, lambda ctx, g: (g, g), 'Twice')(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => Custom(static (_, x) => x * 2, static (_, g) => [g, g], "Twice")(Leaf()).Sum().Backward()),
        new("create(lambda ctx, x: x * 2, lambda ctx, g: (), 'Twice')(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => Custom(static (_, x) => x * 2, static (_, _) => [], "Twice")(Leaf()).Sum().Backward()),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x: x * 2, lambda ctx, g: (g, None))(x).sum().backward(); x.grad",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g, null])),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x: x * 2, lambda ctx, g: None)(x).sum().backward(); x.grad",
            static () => GradOf(static (_, x) => x * 2, static (_, _) => [null])),
        new("x = torch.ones(2, requires_grad=True); torch.autograd.grad(create(lambda ctx, x: x * 2, lambda ctx, g: None)(x).sum(), x)",
            static () => { var x = Leaf(); Torch.Autograd.Grad(Custom(static (_, x) => x * 2, static (_, _) => [null])(x).Sum(), x); }),
        new("create(lambda ctx, x: x * 2, lambda ctx, g: torch.ones(3))(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => GradOf(static (_, x) => x * 2, static (_, _) => [Torch.Ones(3)])),
        new("create(lambda ctx, x: x * 2, lambda ctx, g: g.sum())(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g.Sum()])),
        new("create(lambda ctx, x: x * 2, lambda ctx, g: torch.ones(1))(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => GradOf(static (_, x) => x * 2, static (_, _) => [Torch.Ones(1)])),
        new("x = torch.ones(2, requires_grad=True); create(lambda _, x: x * 2, lambda _, g: g.expand(3, 2))(x).sum().backward(); x.grad",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g.Expand(3, 2)])),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x: x * 2, lambda ctx, g: g.double())(x).sum().backward(); x.grad",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g.Double()])),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x: x * 2, lambda ctx, g: g.long())(x).sum().backward(); x.grad",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g.Long()])),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x: x * 2, lambda ctx, g: g > 0)(x).sum().backward(); x.grad",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g > 0])),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x: x * 2, lambda ctx, g: g * 1j)(x).sum().backward(); x.grad",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g * Complex.ImaginaryOne])),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x: x * 2, lambda ctx, g: g.to('meta'))(x).sum().backward(); x.grad",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g.To("meta")])),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x, n: x * n, lambda ctx, g: (g, g))(x, 2).sum().backward()",
            static () => Torch.Autograd.Function.Create<Tensor, int, Tensor>(
                static (_, x, n) => x * n, static (_, g) => [g, g])(Leaf(), 2).Sum().Backward()),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x, n: x * n, lambda ctx, g: g)(x, 2).sum().backward()",
            static () => Torch.Autograd.Function.Create<Tensor, int, Tensor>(
                static (_, x, n) => x * n, static (_, g) => [g])(Leaf(), 2).Sum().Backward()),
        new("x = torch.ones(2, requires_grad=True); create(lambda ctx, x, w: x * w, lambda ctx, g: g)(x, torch.ones(2)).sum().backward()",
            static () => Pair(static (_, x, w) => x * w, static (_, g) => [g])(Leaf(), Torch.Ones(2)).Sum().Backward()),
        new("""
            x, w = torch.ones(2, requires_grad=True), torch.ones(1, requires_grad=True)
            create(lambda ctx, x, w: x * w, lambda ctx, g: (g, g))(x, w).sum().backward()
            """,
            static () => Pair(static (_, x, w) => x * w, static (_, g) => [g, g])(Leaf(), Leaf(1)).Sum().Backward()),
        new("""
            x = torch.ones(2, requires_grad=True)
            create(lambda ctx, x, w: x * w, lambda ctx, g: (g, torch.ones(5)))(x, torch.ones(2)).sum().backward()
            x.grad
            """,
            static () =>
            {
                var x = Leaf();
                Pair(static (_, x, w) => x * w, static (_, g) => [g, Torch.Ones(5)])(x, Torch.Ones(2)).Sum().Backward();
                return x.Grad;
            }),

        // What the backward step throws.
        new("create(lambda ctx, x: x * 2, lambda ctx, g: fail(ValueError('mine')))(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => GradOf(static (_, x) => x * 2, static (_, _) => throw new TorchValueException("mine"))),
        new("create(lambda ctx, x: x * 2, lambda ctx, g: g.view(5))(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => [g.View(5)])),
        new("create(lambda ctx, x: x * 2, lambda ctx, g: g.sum().backward())(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => { g.Sum().Backward(); return []; })),
        new("""
            inner = create(lambda ctx, x: x * 2, lambda ctx, g: fail(ValueError('mine')))
            x = torch.ones(2, requires_grad=True)
            g = torch.autograd.grad(create(lambda ctx, x: x * 2, lambda ctx, g: inner(g))(x).sum(), x, create_graph=True)[0]
            """,
            static () =>
            {
                var inner = Custom(static (_, x) => x * 2, static (_, _) => throw new TorchValueException("mine"));
                var x = Leaf();
                Torch.Autograd.Grad(Custom(static (_, x) => x * 2, (_, g) => [inner(g)])(x).Sum(), x, createGraph: true);
            }),
        new("""
            inner = create(lambda ctx, x: x * 2, lambda ctx, g: fail(ValueError('mine')))
            x = torch.ones(2, requires_grad=True)
            y = create(lambda ctx, x: (ctx.save_for_backward(x), x * 2)[1], lambda ctx, g: g * inner(*ctx.saved_tensors))(x)
            torch.autograd.grad(y.sum(), x, create_graph=True)[0].sum().backward()
            """,
            static () =>
            {
                var inner = Custom(static (_, x) => x * 2, static (_, _) => throw new TorchValueException("mine"));
                var x = Leaf();
                var y = Custom(Keeping, (ctx, g) => [g * inner(ctx.SavedTensors[0])])(x);
                Torch.Autograd.Grad(y.Sum(), x, createGraph: true).Sum().Backward();
            }),
        new("""
            x = torch.ones(2, requires_grad=True)
            y = create(lambda ctx, x: (ctx.save_for_backward(x), x * 2)[1], lambda ctx, g: g * ctx.saved_tensors[0].detach())(x)
            torch.autograd.grad(torch.autograd.grad(y.sum(), x, create_graph=True)[0].sum(), x)
            """,
            static () =>
            {
                var x = Leaf();
                var y = Custom(Keeping, static (ctx, g) => [g * ctx.SavedTensors[0].Detach()])(x);
                Torch.Autograd.Grad(Torch.Autograd.Grad(y.Sum(), x, createGraph: true).Sum(), x);
            }),

        // What the forward step gives or throws.
        new("create(lambda ctx, x: fail(ValueError('mine')), lambda ctx, g: g)(torch.ones(2, requires_grad=True))",
            static () => Custom(static (_, _) => throw new TorchValueException("mine"), static (_, g) => [g])(Leaf())),
        new("create(lambda ctx, x: x.view(5), lambda ctx, g: g)(torch.ones(2, requires_grad=True))",
            static () => Custom(static (_, x) => x.View(5), static (_, g) => [g])(Leaf())),
        new("create(lambda ctx, x: (x * 2).long(), lambda ctx, g: g)(torch.ones(2, requires_grad=True)).sum().backward()",
            static () => Custom(static (_, x) => (x * 2).Long(), static (_, g) => [g])(Leaf()).Sum().Backward()),
        new("create(lambda ctx, x: x * 2, lambda ctx, g: g)(torch.ones(2)).sum().backward()",
            static () => Custom(static (_, x) => x * 2, static (_, g) => [g])(Torch.Ones(2)).Sum().Backward()),
        new("create(lambda ctx, x: x, lambda ctx, g: g)(torch.ones(2, requires_grad=True)).add_(1)",
            static () => Custom(static (_, x) => x, static (_, g) => [g])(Leaf()).Add_(1)),
        new("create(lambda ctx, x: x[0], lambda ctx, g: g.expand(2))(torch.ones(2, requires_grad=True)).add_(1)",
            static () => Custom(static (_, x) => x[0], static (_, g) => [g.Expand(2)])(Leaf()).Add_(1)),
        new("create(lambda ctx, x: x.view(1, 2), lambda ctx, g: g.view(2))(torch.ones(2, requires_grad=True) * 1).mul_(2).sum().backward()",
            static () => Custom(static (_, x) => x.View(1, 2), static (_, g) => [g.View(2)])(Leaf() * 1).Mul_(2).Sum().Backward()),
        new("create(lambda ctx, x: (x[0], x[1]), lambda ctx, a, b: torch.stack([a, b]))(torch.ones(2, requires_grad=True) * 1)[0].add_(1)",
            static () => Torch.Autograd.Function.Create<Tensor, (Tensor, Tensor)>(
                static (_, x) => (x[0], x[1]), static (_, g) => [Torch.Stack([g.Item1, g.Item2])])(Leaf() * 1).Item1.Add_(1)),
        new("x = torch.ones(2, requires_grad=True); y = create(lambda ctx, x: x.add_(1), lambda ctx, g: g)(x); x",
            static () => { var x = Leaf(); Custom(static (_, x) => x.Add_(1), static (_, g) => [g])(x); return x; }),
        new("x = torch.ones(2, requires_grad=True); y = x * 1; create(lambda ctx, x: x.add_(1), lambda ctx, g: g)(y)",
            static () => Custom(static (_, x) => x.Add_(1), static (_, g) => [g])(Leaf() * 1)),

        // What is saved.
        new("""
            x = torch.ones(2, requires_grad=True)
            create(lambda ctx, x: (ctx.save_for_backward(x), x * 2)[1], lambda ctx, g: None)(x).sum().backward()
            x.grad
            """,
            static () => GradOf(Keeping, static (_, _) => [null])),
        new("""
            x = torch.ones(2, requires_grad=True) * 1
            y = create(lambda ctx, x: (ctx.save_for_backward(x), x * 2)[1], lambda ctx, g: g * ctx.saved_tensors[0])(x)
            x.add_(1)
            y.sum().backward()
            """,
            static () =>
            {
                var x = Leaf() * 1;
                var y = Custom(Keeping, static (ctx, g) => [g * ctx.SavedTensors[0]])(x);
                x.Add_(1);
                y.Sum().Backward();
            }),
        new("""
            x = torch.ones(2, requires_grad=True)
            y = create(lambda ctx, x: (ctx.save_for_backward(y := x * 2), y)[1], lambda ctx, g: g * ctx.saved_tensors[0])(x)
            y.add_(1)
            y.sum().backward()
            """,
            static () =>
            {
                var y = Custom(
                    static (ctx, x) => { var y = x * 2; ctx.SaveForBackward(y); return y; },
                    static (ctx, g) => [g * ctx.SavedTensors[0]])(Leaf());
                y.Add_(1);
                y.Sum().Backward();
            }),
        new("""
            x = torch.ones(2, requires_grad=True)
            y = create(lambda ctx, x: (ctx.save_for_backward(x), x * 2)[1], lambda ctx, g: g * ctx.saved_tensors[0])(x).sum()
            y.backward()
            y.backward()
            """,
            static () =>
            {
                var y = Custom(Keeping, static (ctx, g) => [g * ctx.SavedTensors[0]])(Leaf()).Sum();
                y.Backward();
                y.Backward();
            }),
        new("""
            kept = []
            x = torch.ones(2, requires_grad=True)
            y = create(lambda ctx, x: (ctx.save_for_backward(x), kept.append(ctx), x * 2)[2], lambda ctx, g: g)(x)
            y.sum().backward()
            kept[0].saved_tensors
            """,
            static () =>
            {
                FunctionContext? kept = null;
                Custom((ctx, x) => { kept = ctx; return Keeping(ctx, x); }, static (_, g) => [g])(Leaf()).Sum().Backward();
                return kept!.SavedTensors;
            }),
        new("""
            x = torch.ones(2, requires_grad=True)
            y = create(lambda ctx, x: (ctx.save_for_backward(x + 1, None), x * 2)[1], lambda ctx, g: g * ctx.saved_tensors[0])(x)
            y.sum().backward()
            x.grad
            """,
            static () => GradOf(
                static (ctx, x) => { ctx.SaveForBackward(x + 1, null); return x * 2; },
                static (ctx, g) => ctx.SavedTensors[1] is null ? [g * ctx.SavedTensors[0]] : [])),
        new("""
            x = torch.ones(2, requires_grad=True)
            save = lambda ctx, x: (ctx.save_for_backward(x * 3), ctx.save_for_backward(x), x * 2)[2]
            create(save, lambda ctx, g: ctx.saved_tensors)(x).sum().backward()
            x.grad
            """,
            static () => GradOf(
                static (ctx, x) => { ctx.SaveForBackward(x * 3); return Keeping(ctx, x); }, static (ctx, _) => [.. ctx.SavedTensors])),
        new("""
            x = torch.ones(2, requires_grad=True)
            with torch.inference_mode():
                t = torch.ones(2)
            create(lambda ctx, x, t: (ctx.save_for_backward(t), x * t)[1], lambda ctx, g: (g, None))(x, t)
            """,
            static () => Pair(
                static (ctx, x, t) => { ctx.SaveForBackward(t); return x * t; },
                static (_, g) => [g, null])(Leaf(), Inferred(static () => Torch.Ones(2)))),

        // What is marked.
        new("create(lambda ctx, x: (ctx.mark_dirty(x.add_(1)), x * 2)[1], lambda ctx, g: g)(torch.ones(2, requires_grad=True) * 1)",
            static () => Custom(static (ctx, x) => { ctx.MarkDirty(x.Add_(1)); return x * 2; }, static (_, g) => [g])(Leaf() * 1)),
        new("create(lambda ctx, x: (ctx.mark_dirty(x.add_(1)), x)[1], lambda ctx, g: g)(torch.ones(2, requires_grad=True))",
            static () => Custom(static (ctx, x) => { ctx.MarkDirty(x.Add_(1)); return x; }, static (_, g) => [g])(Leaf())),
        new("create(lambda ctx, x: (ctx.mark_dirty(x.add_(1)), x)[1], lambda ctx, g: g)(torch.ones(2, requires_grad=True)[:1])",
            static () => Custom(static (ctx, x) => { ctx.MarkDirty(x.Add_(1)); return x; }, static (_, g) => [g])(Leaf()[..1])),
        new("create(lambda ctx, x: (ctx.mark_dirty(y := x * 2), y)[1], lambda ctx, g: g)(torch.ones(2, requires_grad=True))",
            static () => Custom(static (ctx, x) => { var y = x * 2; ctx.MarkDirty(y); return y; }, static (_, g) => [g])(Leaf())),
        new("create(lambda ctx, x: (ctx.mark_dirty(torch.ones(1)), x * 2)[1], lambda ctx, g: g)(torch.ones(2, requires_grad=True))",
            static () => Custom(static (ctx, x) => { ctx.MarkDirty(Torch.Ones(1)); return x * 2; }, static (_, g) => [g])(Leaf())),
        new("create(lambda ctx, x: (ctx.mark_dirty(x.add_(1)), x * 2)[1], lambda ctx, g: g)(torch.ones(2))",
            static () => Custom(static (ctx, x) => { ctx.MarkDirty(x.Add_(1)); return x * 2; }, static (_, g) => [g])(Torch.Ones(2))),
        new("""
            x = torch.ones(2, requires_grad=True) * 1
            z = x ** 2
            create(lambda ctx, x: (ctx.mark_dirty(x.add_(1)), x)[1], lambda ctx, g: g)(x)
            z.sum().backward()
            """,
            static () =>
            {
                var x = Leaf() * 1;
                var z = x.Pow(2);
                Custom(static (ctx, x) => { ctx.MarkDirty(x.Add_(1)); return x; }, static (_, g) => [g])(x);
                z.Sum().Backward();
            }),
        new("create(lambda ctx, x: (ctx.mark_non_differentiable(y := x * 2), y)[1], lambda ctx, g: g)(torch.ones(2, requires_grad=True))",
            static () => Custom(Constant, static (_, g) => [g])(Leaf())),
        new("""
            y = create(lambda ctx, x: (ctx.mark_non_differentiable(y := x * 2), y)[1], lambda ctx, g: g)(torch.ones(2, requires_grad=True))
            y.sum().backward()
            """,
            static () => GradOf(Constant, static (_, g) => [g])),
        new("""
            x = torch.ones(2, requires_grad=True)
            create(lambda ctx, x: (ctx.mark_non_differentiable(torch.ones(1)), x * 2)[1], lambda ctx, g: g)(x)
            """,
            static () => Custom(
                static (ctx, x) => { ctx.MarkNonDifferentiable(Torch.Ones(1)); return x * 2; }, static (_, g) => [g])(Leaf())),
        new("create(lambda ctx, x: (ctx.mark_non_differentiable(x), x)[1], lambda ctx, g: g)(torch.ones(2, requires_grad=True))",
            static () => Custom(static (ctx, x) => { ctx.MarkNonDifferentiable(x); return x; }, static (_, g) => [g])(Leaf())),
        new("""
            x = torch.ones(2, requires_grad=True)
            f = create(lambda ctx, x: (ctx.set_materialize_grads(False), (x * 2, x * 3))[1], lambda ctx, a, b: b)
            f(x)[0].sum().backward()
            x.grad
            """,
            static () =>
            {
                var x = Leaf();
                Torch.Autograd.Function.Create<Tensor, (Tensor, Tensor)>(
                    static (ctx, x) => { ctx.SetMaterializeGrads(false); return (x * 2, x * 3); },
                    static (_, g) => [g.Item2])(x).Item1.Sum().Backward();
                return x.Grad;
            }),

        // As a class.
        new("""
            class Half(torch.autograd.Function):
                @staticmethod
                def forward(ctx, x):
                    return x / 2

                @staticmethod
                def backward(ctx, grad_outputs):
                    return grad_outputs[0] / 2
            Half.apply(torch.ones(2, requires_grad=True)).sum().backward()
            """,
            static () => new Half().Apply(Leaf()).Sum().Backward()),
        new("""
            x = torch.ones(2, requires_grad=True)
            y = create(lambda ctx, x: x * 2, lambda ctx, g: (g, g), 'First')(create(lambda ctx, x: x * 3, lambda ctx, g: g, 'Second')(x))
            y.sum().backward()
            """,
            static () => Custom(static (_, x) => x * 2, static (_, g) => [g, g], "First")(
                Custom(static (_, x) => x * 3, static (_, g) => [g], "Second")(Leaf())).Sum().Backward()),
        new("""
            x = torch.ones(2, requires_grad=True)
            y = create(lambda ctx, x: x * 2, lambda ctx, g: g, 'First')(create(lambda ctx, x: x * 3, lambda ctx, g: g[0], 'Second')(x))
            y.sum().backward()
            """,
            static () => Custom(static (_, x) => x * 2, static (_, g) => [g], "First")(
                Custom(static (_, x) => x * 3, static (_, g) => [g[0]], "Second")(Leaf())).Sum().Backward()),
    ];

    private sealed class Half : Torch.Autograd.Function<Tensor, Tensor>
    {
        protected override Tensor Forward(FunctionContext ctx, Tensor input) => input / 2;

        protected override Tensor?[] Backward(FunctionContext ctx, Tensor gradOutputs) => [gradOutputs[0] / 2];
    }

    private static Func<Tensor, Tensor> Custom(
        Func<FunctionContext, Tensor, Tensor> forward, Func<FunctionContext, Tensor, Tensor?[]> backward, string name = "Function") =>
        Torch.Autograd.Function.Create(forward, backward, name);

    private static Func<Tensor, Tensor, Tensor> Pair(
        Func<FunctionContext, Tensor, Tensor, Tensor> forward, Func<FunctionContext, Tensor, Tensor?[]> backward) =>
        Torch.Autograd.Function.Create(forward, backward);

    private static Tensor? GradOf(Func<FunctionContext, Tensor, Tensor> forward, Func<FunctionContext, Tensor, Tensor?[]> backward)
    {
        var x = Leaf();
        Custom(forward, backward)(x).Sum().Backward();
        return x.Grad;
    }

    private static Tensor Keeping(FunctionContext ctx, Tensor x)
    {
        ctx.SaveForBackward(x);
        return x * 2;
    }

    private static Tensor Constant(FunctionContext ctx, Tensor x)
    {
        var y = x * 2;
        ctx.MarkNonDifferentiable(y);
        return y;
    }
}
