namespace TorchLite.Probe.Mistakes;

/// <content>Changes in place that the record does not allow, and flags that cannot be set.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] Leaves =
    [
        // A recorded value was changed.
        new("x = torch.ones(2, requires_grad=True); y = x * 2; z = y ** 2; y.add_(1); z.sum().backward()",
            static () => { var y = Leaf() * 2; var z = y.Pow(2); y.Add_(1); z.Sum().Backward(); }),
        new("x = torch.ones(2, requires_grad=True); y = x ** 2; x.detach().add_(1); y.sum().backward()",
            static () => { var x = Leaf(); var y = x.Pow(2); x.Detach().Add_(1); y.Sum().Backward(); }),
        new("""
            x = torch.ones(2, requires_grad=True)
            y = x * x
            with torch.no_grad():
                x.add_(1)
            y.sum().backward()
            """,
            static () => { var x = Leaf(); var y = x * x; Unrecorded(() => x.Add_(1)); y.Sum().Backward(); }),
        new("x = torch.ones(2, requires_grad=True); y = x.exp(); y[0] = 1; y.sum().backward()",
            static () => { var y = Leaf().Exp(); y[0] = 1; y.Sum().Backward(); }),
        new("x = torch.ones(2, requires_grad=True); y = x.exp(); y.view(1, 2).mul_(2); y.sum().backward()",
            static () => { var y = Leaf().Exp(); y.View(1, 2).Mul_(2); y.Sum().Backward(); }),
        new("x = torch.ones(2, requires_grad=True); y = x.tanh(); y.relu_(); y.sum().backward()",
            static () => { var y = Leaf().Tanh(); y.Relu_(); y.Sum().Backward(); }),
        new("x = torch.ones(2, requires_grad=True); w = torch.ones(2); y = x * w; w.zero_(); y.sum().backward()",
            static () => { var w = Torch.Ones(2); var y = Leaf() * w; w.Zero_(); y.Sum().Backward(); }),
        new("x = torch.ones(2, requires_grad=True); i = torch.tensor([0]); y = x[i]; i.add_(1); y.sum().backward()",
            static () => { var i = Torch.Tensor([0]); var y = Leaf()[i]; i.Add_(1); y.Sum().Backward(); }),
        new("x = torch.ones(2, 2, requires_grad=True); w = torch.ones(2, 2); y = x.matmul(w); w[0, 0] = 5; y.sum().backward()",
            static () => { var w = Torch.Ones(2, 2); var y = Leaf(2, 2).Matmul(w); w[0, 0] = 5; y.Sum().Backward(); }),

        // A leaf, or a view of one.
        new("torch.ones(2, requires_grad=True).view(2).mul_(2)", static () => Leaf().View(2).Mul_(2)),
        new("torch.ones(2, requires_grad=True)[:1].zero_()", static () => Leaf()[..1].Zero_()),
        new("torch.ones(2, 3, requires_grad=True).t().fill_(1.0)", static () => Torch.T(Leaf(2, 3)).Fill_(1.0)),
        new("torch.ones(2, requires_grad=True)[0].copy_(torch.ones(()))", static () => Leaf()[0].Copy_(Torch.Ones())),
        new("x = torch.ones(2, requires_grad=True); x[:1] = torch.ones(1)", static () => { var x = Leaf(); x[..1] = Torch.Ones(1); }),
        new("x = torch.ones(2, requires_grad=True); x += 1", static () => { var x = Leaf(); x += 1; }),
        new("torch.ones(2, requires_grad=True).expand(3, 2).add_(1)", static () => Leaf().Expand(3, 2).Add_(1)),
        new("(torch.ones(1, requires_grad=True) * 2).expand(3).add_(1)", static () => (Leaf(1) * 2).Expand(3).Add_(1)),
        new("torch.ones(2, requires_grad=True).unsqueeze_(0)", static () => Leaf().Unsqueeze_(0)),
        new("torch.ones(2, 3, requires_grad=True).t_()", static () => Leaf(2, 3).T_()),
        new("torch.ones(2, requires_grad=True).resize_(3)", static () => Leaf().Resize_(3)),
        new("(torch.ones(2, requires_grad=True) * 2).resize_(3)", static () => (Leaf() * 2).Resize_(3)),
        new("torch.zeros(2).add_(torch.ones(2, requires_grad=True)).detach()",
            static () => Torch.Zeros(2).Add_(Leaf()).Detach()),
        new("torch.ones(2, dtype=torch.int64).add_(torch.ones(2, requires_grad=True))",
            static () => Torch.Ones([2], dtype: DType.Int64).Add_(Leaf())),

        // One of several views of the same.
        new("(torch.ones(2, requires_grad=True) * 2).split(1)[0].add_(1)", static () => (Leaf() * 2).Split(1)[0].Add_(1)),
        new("(torch.ones(2, requires_grad=True) * 2).chunk(2)[0].mul_(2)", static () => (Leaf() * 2).Chunk(2)[0].Mul_(2)),
        new("torch.ones(2, requires_grad=True).unbind()[0].zero_()", static () => Leaf().Unbind()[0].Zero_()),
        new("""
            y = torch.ones(2, requires_grad=True) * 2
            with torch.no_grad():
                v = y[0]
            v.add_(1)
            """,
            static () => { var y = Leaf() * 2; Unrecorded(() => y[0]).Add_(1); }),
        new("""
            y = torch.ones(2, requires_grad=True) * 2
            with torch.no_grad():
                v = y.unbind()
            v[0].add_(1)
            """,
            static () => { var y = Leaf() * 2; Unrecorded(() => y.Unbind()[0]).Add_(1); }),

        // Flags.
        new("torch.ones(2, requires_grad=True).view(2).detach_()", static () => Leaf().View(2).Detach_()),
        new("(torch.ones(2, requires_grad=True) * 2)[0].detach_()", static () => (Leaf() * 2)[0].Detach_()),
        new("(torch.ones(2, requires_grad=True) * 2).unbind()[0].detach_()", static () => (Leaf() * 2).Unbind()[0].Detach_()),
        new("torch.ones(2).long().requires_grad_()", static () => Torch.Ones(2).Long().RequiresGrad_()),
        new("torch.ones(2).bool().requires_grad_(False)", static () => Torch.Ones(2).Bool().RequiresGrad_(false)),
        new("torch.tensor([1], requires_grad=True)", static () => Torch.Tensor([1], requiresGrad: true)),
        new("torch.arange(3, requires_grad=True)", static () => Torch.Arange(3, requiresGrad: true)),
        new("torch.ones(2, dtype=torch.bool, requires_grad=True)", static () => Torch.Ones([2], dtype: DType.Bool, requiresGrad: true)),
        new("torch.randint(3, (2,), requires_grad=True)", static () => Torch.Randint(3, [2], requiresGrad: true)),
        new("torch.ones(2, requires_grad=True).view(2).requires_grad_(False)", static () => Leaf().View(2).RequiresGrad_(false)),
        new("torch.ones(2, requires_grad=True).retain_grad()", static () => Leaf().RetainGrad()),
        new("torch.ones(2, requires_grad=True).detach().retain_grad()", static () => Leaf().Detach().RetainGrad()),

        // .grad
        new("x = torch.ones(2, requires_grad=True); x.grad = x", static () => { var x = Leaf(); x.Grad = x; }),
        new("x = torch.ones(2, requires_grad=True); x.grad = torch.ones(1)", static () => { var x = Leaf(); x.Grad = Torch.Ones(1); }),
        new("x = torch.ones(2, requires_grad=True); x.grad = torch.ones(2).long()",
            static () => { var x = Leaf(); x.Grad = Torch.Ones(2).Long(); }),
        new("x = torch.ones(2, requires_grad=True); x.grad = torch.ones(2).cdouble()",
            static () => { var x = Leaf(); x.Grad = Torch.Ones(2).Cdouble(); }),
        new("x = torch.ones(2, requires_grad=True); x.grad = torch.ones(2, device='meta')",
            static () => { var x = Leaf(); x.Grad = Torch.Ones([2], device: "meta"); }),
        new("x = torch.ones(2, device='meta'); x.grad = torch.ones(2)",
            static () => { var x = Torch.Ones([2], device: "meta"); x.Grad = Torch.Ones(2); }),
        new("x = torch.ones(2, requires_grad=True); x.grad = torch.ones(2); x.grad = None; x.grad",
            static () => { var x = Leaf(); x.Grad = Torch.Ones(2); x.Grad = null; return x.Grad; }),
        new("x = torch.ones(2, requires_grad=True); (x * 2).grad", static () => (Leaf() * 2).Grad),
        new("x = torch.ones(2, requires_grad=True); x.grad = torch.ones(2); (x * 2).sum().backward(); x.grad",
            static () => { var x = Leaf(); x.Grad = Torch.Ones(2); (x * 2).Sum().Backward(); return x.Grad; }),

        // Tensors made in inference mode.
        new("""
            with torch.inference_mode():
                t = torch.ones(2)
            t.requires_grad_()
            """,
            static () => Inferred(static () => Torch.Ones(2)).RequiresGrad_()),
        new("""
            with torch.inference_mode():
                t = torch.ones(2)
            torch.ones(2, requires_grad=True) * t
            """,
            static () => Leaf() * Inferred(static () => Torch.Ones(2))),
        new("""
            with torch.inference_mode():
                t = torch.ones(2)
            torch.ones(2, requires_grad=True) + t
            """,
            static () => Leaf() + Inferred(static () => Torch.Ones(2))),
        new("""
            with torch.inference_mode():
                t = torch.ones(2)
            t.add_(1)
            """,
            static () => Inferred(static () => Torch.Ones(2)).Add_(1)),
        new("""
            with torch.inference_mode():
                t = torch.ones(2)
            t[0] = 3
            """,
            static () => { var t = Inferred(static () => Torch.Ones(2)); t[0] = 3; }),
        new("""
            with torch.inference_mode():
                t = torch.ones(2)
            t.view(1, 2).zero_()
            """,
            static () => Inferred(static () => Torch.Ones(2)).View(1, 2).Zero_()),
        new("""
            with torch.inference_mode():
                t = torch.ones(2)
            t.copy_(torch.ones(2, requires_grad=True))
            """,
            static () => Inferred(static () => Torch.Ones(2)).Copy_(Leaf())),
        new("""
            x = torch.ones(2, requires_grad=True)
            with torch.inference_mode():
                y = x * 2
            y.sum().backward()
            """,
            static () => { var x = Leaf(); Inferred(() => x * 2).Sum().Backward(); }),
        new("""
            x = torch.ones(2, requires_grad=True)
            with torch.inference_mode():
                v = x.view(1, 2)
            v.add_(1)
            """,
            static () => { var x = Leaf(); Inferred(() => x.View(1, 2)).Add_(1); }),
        new("""
            x = torch.ones(2, requires_grad=True)
            with torch.inference_mode():
                x.add_(1)
            x
            """,
            static () => { var x = Leaf(); Inferred(() => x.Add_(1)); return x; }),
        new("""
            x = torch.ones(2, requires_grad=True)
            with torch.inference_mode():
                x.sum().backward()
            """,
            static () => { using var _ = Torch.InferenceMode(); Leaf().Sum().Backward(); }),
        new("""
            with torch.inference_mode():
                x = torch.ones(2, requires_grad=True)
            x.sum().backward()
            """,
            static () => Inferred(static () => Leaf()).Sum().Backward()),
        new("""
            with torch.inference_mode():
                t = torch.ones(2)
            x = torch.ones(2, requires_grad=True)
            x.grad = t
            (x * 2).sum().backward()
            """,
            static () => { var x = Leaf(); x.Grad = Inferred(static () => Torch.Ones(2)); (x * 2).Sum().Backward(); }),
    ];

    private static Tensor Inferred(Func<Tensor> make)
    {
        using var _ = Torch.InferenceMode();
        return make();
    }
}
