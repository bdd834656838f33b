using static TorchLite.Torch.Autograd.Functional;

namespace TorchLite.Tests.Autograd;

/// <summary>torch.autograd.functional: the numbers and the texts are PyTorch's, which was asked.</summary>
public class FunctionalTests
{
    private static Tensor A => Torch.Tensor([1.0, 2]);

    private static Tensor B => Torch.Tensor([3.0, 4]);

    [Test]
    public void Jacobian_of_several_tensors()
    {
        var parts = Jacobian(xs => xs[0] * xs[1].Sum(), [A, B]);
        Text(parts).Should().Be("tensor([[7., 0.], [0., 7.]]) tensor([[1., 1.], [2., 2.]])");
        Jacobian(x => x.Detach(), A).ToString().Should().Be("tensor([[0., 0.],\n        [0., 0.]])");
    }

    [Test]
    public void Hessian_of_several_tensors()
    {
        var parts = Hessian(xs => (xs[0] * xs[0] * xs[1]).Sum(), [A, B]);
        Text(parts.SelectMany(static row => row)).Should().Be(
            "tensor([[6., 0.], [0., 8.]]) tensor([[2., 0.], [0., 4.]]) tensor([[2., 0.], [0., 4.]]) tensor([[0., 0.], [0., 0.]])");
        Text([Hessian(x => x.Sum(), A)]).Should().Be("tensor([[0., 0.], [0., 0.]])");
    }

    [Test]
    public void Products_with_vectors()
    {
        var (outputs, products) = Jvp(xs => [xs[0] * xs[1], xs[0].Exp()], [A, B], [B, A]);
        Text([.. outputs, .. products]).Should().Be(
            "tensor([3., 8.]) tensor([2.7183, 7.3891]) tensor([10., 20.]) tensor([ 8.1548, 29.5562])");
        Jvp(x => x * x, A, B).Jvp.ToString().Should().Be("tensor([ 6., 16.])");
        Text(Vjp(xs => xs[0] * xs[0], [A, B], Torch.Ones(2)).Vjp).Should().Be("tensor([2., 4.]) tensor([0., 0.])");
        Text(Vhp(xs => (xs[0].Pow(2) * xs[1]).Sum(), [A, B], [B, A]).Vhp).Should().Be("tensor([20., 40.]) tensor([ 6., 16.])");
        Text(Hvp(xs => (xs[0].Pow(2) * xs[1]).Sum(), [A, B], [B, A]).Hvp).Should().Be("tensor([20., 40.]) tensor([ 6., 16.])");
        Hvp(x => x.Sum(), A, B).Hvp.ToString().Should().Be("tensor([0., 0.])");
        Hvp(x => x.Pow(3).Sum(), A, B).Hvp.ToString().Should().Be("tensor([18., 48.])");
        Vhp(x => x.Pow(3).Sum(), A, B).Vhp.ToString().Should().Be("tensor([18., 48.])");
    }

    [Test]
    public void A_recorded_result_can_be_differentiated_once_more()
    {
        var x = Torch.Tensor([2.0], requiresGrad: true);
        Torch.Autograd.Grad(Jacobian(static x => x.Pow(3), x, createGraph: true), x).ToString().Should().Be("tensor([12.])");
        Torch.Autograd.Grad(Hessian(static x => x.Pow(3).Sum(), x, createGraph: true), x).ToString().Should().Be("tensor([6.])");
        Torch.Autograd.Grad(Vjp(static x => x.Pow(3), x, createGraph: true).Vjp, x).ToString().Should().Be("tensor([12.])");
        Torch.Autograd.Grad(Jvp(static x => x.Pow(3), x, createGraph: true).Jvp, x).ToString().Should().Be("tensor([12.])");
        Torch.Autograd.Grad(Vhp(static x => x.Pow(3).Sum(), x, createGraph: true).Vhp, x).ToString().Should().Be("tensor([6.])");
        Torch.Autograd.Grad(Hvp(static x => x.Pow(3).Sum(), x, createGraph: true).Hvp, x).ToString().Should().Be("tensor([6.])");
    }

    [Test]
    public void Otherwise_nothing_is_recorded_and_no_gradient_left_behind()
    {
        var x = Torch.Tensor([2.0], requiresGrad: true);
        using (Torch.NoGrad())
        {
            Jacobian(static x => x.Pow(3), x).RequiresGrad.Should().BeFalse();
            Jvp(static x => x.Pow(3), x).Jvp.ToString().Should().Be("tensor([12.])");
        }

        Vjp(static x => x.Pow(3), x).FuncOutput.RequiresGrad.Should().BeFalse();
        x.Grad.Should().BeNull();
    }

    [Test]
    public void What_the_function_throws_comes_out()
    {
        Action call = () => Jacobian(static Tensor (_) => throw new InvalidTimeZoneException("mine"), A);
        call.Should().Throw<InvalidTimeZoneException>().WithMessage("mine");
        Torch.IsGradEnabled().Should().BeTrue();
    }

    [Test]
    public void Mistakes_have_the_texts_of_PyTorch()
    {
        const string Outputs = "outputs of the user-provided function";
        const string Given = $"The {Outputs} given to jacobian must be either a Tensor or a tuple of Tensors but";
        const string NoStrict = "This is not allowed in strict mode";
        const string Constant = "While computing the hessian, found that the jacobian of the user-provided function with respect to input 0"
            + " is independent of the input. " + NoStrict + ". You should ensure that your function is twice differentiable and that the"
            + " jacobian depends on the inputs (this would be violated by a linear function for example).";
        const string OneInput =
            "The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.";
        Refused(() => Jacobian(xs => xs[0] * 1, [A, B], strict: true),
            $"Output 0 of the user-provided function is independent of input 1. {NoStrict}.");
        Refused(() => Jacobian(x => x * 1, A, strict: true, createGraph: true),
            $"The jacobian of the user-provided function is independent of input 0. {NoStrict} when create_graph=True.");
        Refused(() => Jacobian(x => x.Detach(), A, strict: true),
            "Output 0 of the user-provided function does not require gradients. The outputs must be computed in a differentiable manner"
            + " from the input when running in strict mode.");
        Refused(() => Jacobian(Tensor (_) => null!, A),
            $"{Given} the given {Outputs} has type <class 'NoneType'>.");
        Refused(() => Jacobian(xs => [xs[0], null!], [A]),
            $"{Given} the value at index 1 has type <class 'NoneType'>.");
        Refused(() => Jacobian(x => x * 1, Torch.Tensor([1, 2])), "only Tensors of floating point dtype can require gradients");
        Refused(() => Jacobian(x => x[..0], A), "stack expects a non-empty TensorList");
        Refused(() => Hessian(x => x * 2, A), "The Tensor returned by the function given to hessian should contain a single element");
        Refused(() => Hessian(x => x.Sum(), A, strict: true), Constant);
        Refused(() => Hessian(x => (x * x).Sum(), A, strict: true, createGraph: true),
            $"The jacobian of the user-provided function is independent of input 0. {NoStrict} when create_graph=True.");
        Refused(() => Vjp(x => x * x, A),
            "The vector v can only be None if the user-provided function returns a single Tensor with a single element.");
        Refused(() => Vjp(x => x * x, A, Torch.Ones(3)), "v has invalid size: should be torch.Size([2]) but got torch.Size([3]).");
        Refused(() => Vjp(xs => [xs[0] * 1, xs[0] * 2], [A], [B]), "v is a tuple of invalid length: should be 2 but got 1.");
        Refused(() => Vjp(xs => [xs[0] * 1, xs[0] * 2], [A], [B, Torch.Ones(1)]),
            "Entry 1 in v has invalid size: should be torch.Size([2]) but got torch.Size([1]).");
        Refused(() => Vjp(xs => xs[0] * xs[0], [A, B], B, strict: true),
            $"The output of the user-provided function is independent of input 1. {NoStrict}.");
        Refused(() => Vjp(x => x * 1, A, B, strict: true, createGraph: true),
            $"The jacobian of the user-provided function is independent of input 0. {NoStrict} when create_graph=True.");
        Refused(() => Jvp(x => x * x, A), OneInput);
        Refused(() => Jvp(x => x * x, A, Torch.Ones(3)), "v has invalid size: should be torch.Size([2]) but got torch.Size([3]).");
        Refused(() => Jvp(xs => xs[0] * xs[0], [A, B], [B]), "v is a tuple of invalid length: should be 2 but got 1.");
        Refused(() => Jvp(xs => xs[0] * xs[0], [A, B], [B, A], strict: true),
            $"The output of the user-provided function is independent of input 1. {NoStrict}.");
        Refused(() => Hvp(x => x * x, A, B), "The Tensor returned by the function given to hvp should contain a single element");
        Refused(() => Hvp(x => x.Sum(), A, B, strict: true), Constant);
        Refused(() => Vhp(x => x.Sum(), A, B, strict: true), Constant);
        Refused(() => Vhp(xs => xs[0].Pow(2).Sum(), [A, B], [B, A], strict: true),
            $"The output of the user-provided function is independent of input 1. {NoStrict}.");
        Refused(() => Vhp(x => (x * x).Sum(), A, B, strict: true, createGraph: true),
            $"The hessian of the user-provided function is independent of input 0. {NoStrict} when create_graph=True.");
        Refused(() => Hvp(x => x.Pow(2).Sum(), A), OneInput);
    }

    [Test]
    public void Null_is_refused()
    {
        Action noFunction = () => Jacobian((Func<Tensor, Tensor>)null!, A);
        noFunction.Should().Throw<ArgumentNullException>();
        Action noInput = () => Hessian(x => x.Sum(), null!);
        noInput.Should().Throw<ArgumentNullException>();
        Action oneNull = () => Vhp(xs => xs[0].Sum(), [A, null!]);
        oneNull.Should().Throw<ArgumentNullException>();
    }

    private static string Text(IEnumerable<Tensor> tensors) =>
        string.Join(' ', tensors.Select(static tensor => tensor.ToString().Replace("\n        ", " ", StringComparison.Ordinal)));

    private static void Refused(Action call, string text) => call.Should().Throw<TorchException>().WithMessage(text);
}
