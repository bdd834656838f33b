namespace TorchLite.Tests.Autograd;

/// <summary>Hooks on gradients, as PyTorch's do it.</summary>
[Platform("Linux", Reason = "Hooks need C++ functions of Linux x64.")]
public class HookTests
{
    [Test]
    public void A_hook_reads_a_gradient_or_replaces_it()
    {
        var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        var y = x * 3;
        var seen = "";
        using var reads = y.RegisterHook(grad =>
        {
            seen += grad;
            return null;
        });
        using var doubles = y.RegisterHook(static grad => grad * 2);
        using var adds = y.RegisterHook(static grad => grad + 1);
        y.Sum().Backward();
        seen.Should().Be("tensor([1., 1.])");
        x.Grad!.ToString().Should().Be("tensor([9., 9.])");
    }

    [Test]
    public void A_hook_sees_what_was_recorded_before_it_and_can_be_removed()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        var y = x * 2;
        var z = y * 5;
        var first = y.RegisterHook(static grad => grad * 10);
        var second = y.RegisterHook(static grad => grad + 1);
        z.Backward(retainGraph: true);
        x.Grad!.Item<float>().Should().Be(102);
        first.Remove();
        x.ZeroGrad();
        z.Backward(retainGraph: true);
        x.Grad!.Item<float>().Should().Be(12);
        second.Remove();
        second.Remove();
        x.ZeroGrad();
        z.Backward();
        x.Grad!.Item<float>().Should().Be(10);
    }

    [Test]
    public void What_a_hook_throws_comes_out_of_backward()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        var y = x * 2;
        y.RegisterHook(static _ => throw new FormatException("mine"));
        ((Action)(() => y.Backward(retainGraph: true))).Should().Throw<FormatException>().WithMessage("mine");
        ((Action)(() => Torch.Autograd.Grad(y, x, retainGraph: true))).Should().Throw<FormatException>();
        x.Grad.Should().BeNull();
        var w = Torch.Tensor([1.0], requiresGrad: true);
        w.RegisterPostAccumulateGradHook(static _ => throw new FormatException("late"));
        ((Action)(() => (w * 2).Backward())).Should().Throw<FormatException>().WithMessage("late");
        w.Grad!.Item<float>().Should().Be(2);
    }

    [Test]
    public void A_gradient_of_another_shape_is_an_error()
    {
        var y = Torch.Tensor([1.0, 2.0], requiresGrad: true) * 2;
        y.RegisterHook(static _ => Torch.Ones(3));
        Error(() => y.Sum().Backward()).Should().Be("hook '<lambda>' has changed the size of value");
        var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        x.RegisterHook(Total);
        Error(() => x.Sum().Backward()).Should().Be("hook 'Total' has changed the size of value");
        var z = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        z.RegisterHook(First);
        Error(() => z.Sum().Backward()).Should().Be("hook 'First' has changed the size of value");

        static Tensor? First(Tensor gradient) => gradient[0];
    }

    [Test]
    public void A_hook_after_accumulation_sees_the_leaf_with_its_gradient()
    {
        var w = Torch.Tensor([1.0], requiresGrad: true);
        var seen = new List<float>();
        var first = w.RegisterPostAccumulateGradHook(p => seen.Add(p.Grad!.Item<float>()));
        using var second = w.RegisterPostAccumulateGradHook(p => seen.Add(-p.Grad!.Item<float>()));
        (w * 2).Backward();
        (w * 3).Backward();
        first.Remove();
        (w * 4).Backward();
        seen.Should().Equal(2, -2, 5, -5, -9);
    }

    [Test]
    public void Hooks_need_a_gradient()
    {
        Error(static () => Torch.Ones(1).RegisterHook(static g => g))
            .Should().Be("cannot register a hook on a tensor that doesn't require gradient");
        Error(static () => (Torch.Ones([1], requiresGrad: true) * 2).RegisterPostAccumulateGradHook(static _ => { }))
            .Should().Be("post accumulate grad hooks cannot be registered on non-leaf tensors");
    }

    [Test]
    public void Hooks_and_what_they_know_die_with_the_graph()
    {
        var known = Make();
        Torch.Memory.Collect();
        known.IsAlive.Should().BeFalse();

        static WeakReference Make()
        {
            var state = new object();
            var x = Torch.Tensor([1.0], requiresGrad: true);
            (x * 2).RegisterHook(grad => state is null ? null : grad);
            x.RegisterPostAccumulateGradHook(_ => state.ToString());
            return new WeakReference(state);
        }
    }

    private static Tensor? Total(Tensor gradient) => gradient.Sum();

    private static string Error(Action call) => call.Should().Throw<TorchException>().Which.Message;
}
