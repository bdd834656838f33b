using TorchLite.Nn;

namespace TorchLite.Tests.Nn;

public class ModuleHookTests
{
    [Test]
    public void Hooks_run_around_a_call_in_their_order_and_may_change_it()
    {
        var linear = new Linear(1, 1, bias: false);
        linear.Weight.Data.Fill_(1);
        var order = new List<string>();
        using var a = linear.RegisterForwardPreHook((_, _) => order.Add("pre a"));
        using var b = linear.RegisterForwardPreHook((_, args) => [(Tensor)args[0]! + 1], prepend: true);
        using var c = linear.RegisterForwardHook((_, args, output) =>
        {
            order.Add($"post {args[0]} {output!}");
            return (Tensor)output! * 10;
        });
        using var d = linear.RegisterForwardHook((_, _, output) => order.Add($"after {((Tensor)output!).Detach()}"));
        linear.Call(Torch.Ones(1, 1)).Item().Should().Be((Scalar)20.0);
        order.Should().Equal("pre a", "post tensor([[2.]]) tensor([[2.]], grad_fn=<MmBackward0>)", "after tensor([[20.]])");
        foreach (var handle in new[] { a, b, c, d })
        {
            handle.Remove();
        }

        linear.Call(Torch.Ones(1, 1)).Item().Should().Be((Scalar)1.0);
        order.Should().HaveCount(3);
    }

    [Test]
    public void A_hook_that_is_always_called_runs_after_a_failure_once()
    {
        var calls = new List<object?>();
        var linear = new Linear(2, 1);
        linear.RegisterForwardHook((_, _, output) => calls.Add(output), alwaysCall: true);
        linear.RegisterForwardHook((_, _, _) => throw new FormatException("mine"));
        FluentActions.Invoking(() => linear.Call(Torch.Ones(1, 3))).Should().Throw<TorchException>();
        calls.Should().Equal([null]);
        FluentActions.Invoking(() => linear.Call(Torch.Ones(1, 2))).Should().Throw<FormatException>();
        calls.Should().HaveCount(2);
    }

    // As PyTorch prints it.
    [TestCase(true, false, "(tensor([2., 3.]), tensor([0., 0.])) (tensor([1., 1.]), None)")]
    [TestCase(true, true, "(tensor([2., 3.]), tensor([0., 0.])) (tensor([1., 1.]), None)")]
    [TestCase(false, false, "(None, None) (tensor([1., 1.]), None)")]
    public void Backward_hooks_see_the_gradients_of_inputs_and_outputs(bool first, bool second, string expected)
    {
        var seen = new List<string>();
        var two = new Two();
        two.RegisterFullBackwardHook((_, inputs, outputs) =>
        {
            seen.Add($"{Text(inputs)} {Text(outputs)}");
            return null;
        });
        two.RegisterFullBackwardPreHook((_, outputs) =>
        {
            seen.Add($"pre {Text(outputs)}");
            return null;
        });
        var (a, _) = two.Call(Torch.Ones([2], requiresGrad: first), Torch.Ones([2], requiresGrad: second));
        a.GradFn!.Name.Should().Be("BackwardHookFunctionBackward");
        a.Sum().Backward();
        seen.Should().Equal("pre (tensor([1., 1.]), None)", expected);
    }

    [Test]
    public void Backward_hooks_may_change_the_gradients()
    {
        var linear = new Linear(2, 2);
        var x = Torch.Ones(1, 2).RequiresGrad_();
        var plain = linear.Weight.Sum(0, keepdim: true).Detach();
        using (linear.RegisterFullBackwardHook((_, inputs, _) => [inputs[0]! * 10]))
        {
            linear.Call(x).Sum().Backward();
            x.Grad!.Allclose(plain * 10).Should().BeTrue();
        }

        using (linear.RegisterFullBackwardPreHook((_, outputs) => [outputs[0]! * 2]))
        {
            x.Grad = null;
            linear.Call(x).Sum().Backward();
            x.Grad!.Allclose(plain * 2).Should().BeTrue();
        }

        linear.RegisterFullBackwardHook((_, inputs, _) => [inputs[0], inputs[0]]);
        FluentActions.Invoking(() => linear.Call(x).Sum().Backward()).Should().Throw<TorchException>()
            .WithMessage("Backward hook returned an invalid number of grad_input, got 2, but expected 1*");
    }

    [Test]
    public void The_same_function_may_be_there_twice()
    {
        var count = 0;
        Action<Module, object?[]> hook = (_, _) => count++;
        var relu = new ReLU();
        using var first = relu.RegisterForwardPreHook(hook);
        using var second = relu.RegisterForwardPreHook(hook);
        relu.Call(Torch.Ones(1));
        first.Remove();
        relu.Call(Torch.Ones(1));
        count.Should().Be(3);
    }

    [Test]
    public void Inputs_that_the_module_does_not_take_are_an_error()
    {
        var x = Torch.Ones(1, 2);
        (object?[] Returned, string Text)[] cases =
        [
            ([], "a forward pre-hook of Linear returned 0 inputs, but the module takes 1"),
            ([x, x], "a forward pre-hook of Linear returned 2 inputs, but the module takes 1"),
            (["text"], "a forward pre-hook of Linear returned a String as input 0, which the module does not take"),
        ];
        foreach (var (returned, text) in cases)
        {
            var linear = new Linear(2, 2);
            linear.RegisterForwardPreHook((_, _) => returned);
            FluentActions.Invoking(() => linear.Call(x)).Should().Throw<TorchTypeException>().WithMessage(text);
        }

        var attention = new MultiheadAttention(2, 1);
        attention.RegisterForwardPreHook(static (_, args) => [.. args[..4], null, .. args[5..]]);
        FluentActions.Invoking(() => attention.Call(x, x, x)).Should().Throw<TorchTypeException>()
            .WithMessage("a forward pre-hook of MultiheadAttention returned null as input 4, which the module does not take");
        var lstm = new LSTM(2, 2);
        lstm.RegisterForwardPreHook(static (_, args) => [args[0], "text"]);
        FluentActions.Invoking(() => lstm.Call(x)).Should().Throw<TorchTypeException>()
            .WithMessage("a forward pre-hook of LSTM returned a String as input 1, which the module does not take");
    }

    [Test]
    public void An_LSTM_with_hooks_gives_what_it_gives_without()
    {
        var lstm = new LSTM(2, 3);
        var x = Torch.Rand(4, 1, 2).RequiresGrad_();
        var (plain, (h, _)) = lstm.Call(x);
        Type? seen = null;
        lstm.RegisterForwardHook((_, _, output) =>
        {
            seen = output!.GetType();
        });
        lstm.RegisterFullBackwardHook((_, _, _) => null);
        var (hooked, (h2, _)) = lstm.Call(x);
        hooked.Equal(plain).Should().BeTrue();
        h2.Equal(h).Should().BeTrue();
        seen.Should().Be<(Tensor, (Tensor, Tensor))>();
    }

    private static string Text(Tensor?[] gradients) => $"({string.Join(", ", gradients.Select(static one => one?.ToString() ?? "None"))})";

    private sealed class Two : Module<Tensor, Tensor, (Tensor, Tensor)>
    {
        private readonly Parameter w = new(Torch.Tensor([2f, 3f]));

        protected override (Tensor, Tensor) Forward(Tensor x, Tensor y) => (x * w, y + 1);
    }
}
