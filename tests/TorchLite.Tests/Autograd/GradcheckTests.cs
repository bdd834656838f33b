using System.Numerics;

namespace TorchLite.Tests.Autograd;

/// <summary>torch.autograd.gradcheck and gradgradcheck: the reports are PyTorch's, which was asked.</summary>
public class GradcheckTests
{
    private static Tensor X => Torch.Tensor(new double[,] { { 1, 2 }, { 3, 4 } }, requiresGrad: true);

    private static Tensor V => Torch.Tensor(new double[] { 1, 2 }, requiresGrad: true);

    private static Tensor Z => Torch.Tensor(new Complex[] { new(1, 2), new(3, -1) }, requiresGrad: true);

    [Test]
    public void A_right_gradient_passes()
    {
        Torch.Autograd.Gradcheck(x => x.Sin() * x, X).Should().BeTrue();
        Torch.Autograd.Gradcheck(z => z * z, Z).Should().BeTrue();
        Torch.Autograd.Gradcheck(z => z.Abs(), Z).Should().BeTrue();
        Torch.Autograd.Gradcheck(xs => [xs[0].Sin(), (xs[0] * xs[1]).Sum(), xs[0] > 2], [X, V]).Should().BeTrue();
        Torch.Autograd.Gradgradcheck(x => x.Pow(3), V).Should().BeTrue();
        Torch.Autograd.Gradgradcheck(z => z * z * z, Z).Should().BeTrue();
        Torch.Autograd.Gradgradcheck(xs => xs[0] / xs[1], [V, V + 1], genNonContigGradOutputs: true).Should().BeTrue();
    }

    [Test]
    public void A_wrong_gradient_is_reported_as_PyTorch_does() =>
        Refused(() => Torch.Autograd.Gradcheck(x => x * x.Detach(), X), """
            Jacobian mismatch for output 0 with respect to input 0,
            numerical:tensor([[2.0000, 0.0000, 0.0000, 0.0000],
                    [0.0000, 4.0000, 0.0000, 0.0000],
                    [0.0000, 0.0000, 6.0000, 0.0000],
                    [0.0000, 0.0000, 0.0000, 8.0000]], dtype=torch.float64)
            analytical:tensor([[1., 0., 0., 0.],
                    [0., 2., 0., 0.],
                    [0., 0., 3., 0.],
                    [0., 0., 0., 4.]], dtype=torch.float64)

            """);

    [Test]
    public void The_report_names_the_output()
    {
        Action call = () => Torch.Autograd.Gradcheck(xs => [xs[0].Sin(), xs[0] * xs[0].Detach()], [X]);
        call.Should().Throw<TorchGradcheckException>().WithMessage("Jacobian mismatch for output 1 with respect to input 0,*");
    }

    [Test]
    public void A_wrong_gradient_of_complex_numbers_is_reported_as_PyTorch_does()
    {
        Refused(() => Torch.Autograd.Gradcheck(z => z * z.Detach(), Z), """
            While considering the imaginary part of complex outputs only, Jacobian mismatch for output 0 with respect to input 0,
            numerical:tensor([[ 4.0000+2.0000j,  0.0000+0.0000j],
                    [ 0.0000+0.0000j, -2.0000+6.0000j]], dtype=torch.complex128)
            analytical:tensor([[ 2.+1.j,  0.+0.j],
                    [ 0.+0.j, -1.+3.j]], dtype=torch.complex128)

            """);
        Refused(() => Torch.Autograd.Gradcheck(z => z.Abs() * z.Abs().Detach(), Z), """
            Jacobian mismatch for output 0 with respect to input 0,
            numerical:tensor([[2.0000+4.0000j, 0.0000+0.0000j],
                    [0.0000+0.0000j, 6.0000-2.0000j]], dtype=torch.complex128)
            analytical:tensor([[1.+2.j, 0.+0.j],
                    [0.+0.j, 3.-1.j]], dtype=torch.complex128)

            """);
    }

    [Test]
    public void A_wrong_second_derivative_is_reported_as_PyTorch_does() =>
        Refused(
            () => Torch.Autograd.Gradgradcheck(x => x * x * x.Detach(), V, Torch.Tensor(new double[] { 1, 1 }, requiresGrad: true)), """
            Jacobian mismatch for output 0 with respect to input 0,
            numerical:tensor([[4.0000, 0.0000],
                    [0.0000, 8.0000]], dtype=torch.float64)
            analytical:tensor([[2., 0.],
                    [0., 4.]], dtype=torch.float64)

            """);

    [Test]
    public void Every_mode_passes_what_is_right()
    {
        foreach (var (fast, forwards, backwards, batched) in new[]
        {
            (true, false, true, false), (false, true, true, false), (false, true, false, false), (true, true, true, false),
            (true, true, false, false), (false, true, true, true),
        })
        {
            bool Check(Func<Tensor[], Tensor[]> func, params Tensor[] inputs) => Torch.Autograd.Gradcheck(
                func, inputs, checkBatchedGrad: batched, checkBatchedForwardGrad: batched, checkForwardAd: forwards,
                checkBackwardAd: backwards, fastMode: fast);
            Check(static xs => [xs[0].Sin() * xs[0]], X).Should().BeTrue();
            Check(static xs => [(xs[0] * xs[1]).Exp(), xs[0].Sum() + xs[1]], X, V).Should().BeTrue();
            Check(static zs => [zs[0] * zs[0]], Z).Should().BeTrue();
            Check(static zs => [(zs[0] * zs[0]).Abs()], Z).Should().BeTrue();
            Check(static zs => [(zs[0] * V).Sum()], Z).Should().BeTrue();
            Check(static xs => [xs[0][..0] * 2], X).Should().BeTrue();
        }

        Torch.Autograd.Gradgradcheck(x => x.Pow(3), V, checkFwdOverRev: true, checkBatchedGrad: true).Should().BeTrue();
        Torch.Autograd.Gradgradcheck(x => x.Pow(3), V, fastMode: true).Should().BeTrue();
        Torch.Autograd.Gradgradcheck(x => x.Pow(3), V, checkUndefinedGrad: false, checkFwdOverRev: true, checkRevOverRev: false)
            .Should().BeTrue();
    }

    [Test]
    public void The_fast_mode_reports_as_PyTorch_does_with_its_random_numbers() =>
        Refused(() => Torch.Autograd.Gradcheck(x => x * x.Detach(), X, fastMode: true), """
            Jacobian mismatch for output 0 with respect to input 0,
            numerical:tensor(3.7731, dtype=torch.float64)
            analytical:tensor(1.8866, dtype=torch.float64)

            The above quantities relating the numerical and analytical jacobians are computed\x20
            in fast mode. See: https://github.com/pytorch/pytorch/issues/53876 for more background\x20
            about fast mode. Below, we recompute numerical and analytical jacobians in slow mode:

            Numerical:
             tensor([[2.0000, 0.0000, 0.0000, 0.0000],
                    [0.0000, 4.0000, 0.0000, 0.0000],
                    [0.0000, 0.0000, 6.0000, 0.0000],
                    [0.0000, 0.0000, 0.0000, 8.0000]], dtype=torch.float64)
            Analytical:
            tensor([[1., 0., 0., 0.],
                    [0., 2., 0., 0.],
                    [0., 0., 3., 0.],
                    [0., 0., 0., 4.]], dtype=torch.float64)

            The max per-element difference (slow mode) is: 4.000000000230045.

            """.Replace("\\x20", " "));

    [Test]
    public void Forwards_it_reports_as_PyTorch_does()
    {
        Refused(() => Torch.Autograd.Gradcheck(x => x * x.Detach(), V, checkForwardAd: true, checkBackwardAd: false), """
            Jacobian computed with forward mode mismatch for output 0 with respect to input 0,
            numerical:tensor([[2.0000, 0.0000],
                    [0.0000, 4.0000]], dtype=torch.float64)
            analytical:tensor([[1., 0.],
                    [0., 2.]], dtype=torch.float64)

            """);
        Refused(() => Torch.Autograd.Gradcheck(z => z * z.Detach(), Z, checkForwardAd: true, checkBackwardAd: false), """
            While considering the imaginary part of complex inputs only, Jacobian computed with forward mode mismatch for output 0 with respect to input 0,
            numerical:tensor([[-4.0000+2.0000j,  0.0000+0.0000j],
                    [ 0.0000+0.0000j,  2.0000+6.0000j]], dtype=torch.complex128)
            analytical:tensor([[-2.+1.j,  0.+0.j],
                    [ 0.+0.j,  1.+3.j]], dtype=torch.complex128)

            """);
    }

    [Test]
    public void What_a_function_of_ones_own_does_wrong_is_found()
    {
        Func<Tensor, Tensor> Wrap(Func<Tensor, Tensor> back) =>
            Torch.Autograd.Function.Create<Tensor, Tensor>((_, x) => x * 2, (_, grad) => [back(grad)]);
        Refused(() => Torch.Autograd.Gradcheck(Wrap(static grad => (grad * 2) + 1), V, atol: 10), "backward not multiplied by grad_output");
        var calls = 0;
        var unsteady = Wrap(grad => grad * (++calls % 2 == 1 ? 2 : 2.0000001));
        var one = Torch.Tensor(new double[] { 1 }, requiresGrad: true);
        Refused(() => Torch.Autograd.Gradcheck(unsteady, one), "Backward is not reentrant,*The tolerance for nondeterminism was 0.0.");
        Torch.Autograd.Gradcheck(unsteady, one, nondetTol: 1e-3).Should().BeTrue();
        Refused(
            () => Torch.Autograd.Gradcheck(Wrap(static grad => grad.Sum().Item<double>() > -1 ? grad * 2 : grad), V, checkBatchedGrad: true),
            "While computing batched gradients, got: Batching rule not implemented for aten::item. We could not generate a fallback.*");
        var needy = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (ctx, x) => { ctx.SetMaterializeGrads(false); return x * 2; },
            static (_, grad) => grad is null ? throw new TorchException("no gradient") : [grad * 2]);
        Refused(() => Torch.Autograd.Gradcheck(needy, V), "Expected backward function to handle undefined output grads.*");
        Torch.Autograd.Gradcheck(needy, V, checkUndefinedGrad: false).Should().BeTrue();
    }

    [Test]
    public void Nothing_to_check_is_a_mistake()
    {
        Mistaken(
            () => Torch.Autograd.Gradcheck(x => x, V, checkBackwardAd: false),
            "Expected at least one of check_forward_ad or check_backward_ad to be True");
        Mistaken(
            () => Torch.Autograd.Gradcheck(x => x, V, checkBackwardAd: false, checkForwardAd: true, checkBatchedGrad: true),
            "Setting check_batched_grad=True requires check_backward_ad to be True");
        Mistaken(
            () => Torch.Autograd.Gradcheck(x => x, V, checkBatchedForwardGrad: true),
            "Setting check_batched_forward_grad=True requires check_forward_ad to be True");
        Mistaken(
            () => Torch.Autograd.Gradgradcheck(x => x, V, checkRevOverRev: false),
            "Expected at least one of check_fwd_over_rev or check_rev_over_rev to be True");
        Mistaken(
            () => Torch.Autograd.Gradgradcheck(x => x, V, checkRevOverRev: false, checkFwdOverRev: true),
            "Setting check_undefined_grad=True requires check_rev_over_rev to be True");

        static void Mistaken(Action call, string text) => call.Should().Throw<ArgumentException>().WithMessage(text);
    }

    [Test]
    public void Without_an_exception_the_answer_is_false()
    {
        Torch.Autograd.Gradcheck(x => x * x.Detach(), X, raiseException: false).Should().BeFalse();
        Torch.Autograd.Gradgradcheck(x => x * x * x.Detach(), X, raiseException: false).Should().BeFalse();
    }

    [Test]
    public void A_result_cut_off_from_its_input_is_found()
    {
        Refused(() => Torch.Autograd.Gradcheck(x => x.Detach() * 2, X), "Numerical gradient for function expected to be zero");
        Torch.Autograd.Gradcheck(x => x.Detach() > 2, X).Should().BeTrue("a step has no slope");
    }

    [Test]
    public void Mistakes_have_the_texts_of_PyTorch()
    {
        Action none = () => Torch.Autograd.Gradcheck(x => x * 2, X.Detach());
        none.Should().Throw<TorchValueException>().WithMessage(
            "gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.");
        Action shared = () => Torch.Autograd.Gradcheck(x => x * 2, Torch.Ones([1], dtype: DType.Float64, requiresGrad: true).Expand(3));
        shared.Should().Throw<TorchException>().WithMessage(
            "The 0th input has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping to be able to compute "
            + "the numerical gradients correctly. You should call .contiguous on the input before passing it to gradcheck.");
        var calls = 0;
        Action grows = () => Torch.Autograd.Gradcheck(x => x.Repeat(++calls), V, raiseException: false);
        grows.Should().Throw<TorchException>().WithMessage(
            "Expected `func` to return outputs with the same shape when inputs are perturbed by 1e-06, but got: shapes torch.Size([4]) and "
            + "torch.Size([6]).");
    }

    [Test]
    public void The_inputs_are_as_before_even_if_the_function_throws()
    {
        var v = V;
        var calls = 0;
        Action call = () => Torch.Autograd.Gradcheck(x => ++calls < 3 ? x * 2 : throw new InvalidTimeZoneException("mine"), v);
        call.Should().Throw<InvalidTimeZoneException>().WithMessage("mine");
        v.Detach().ToString().Should().Be("tensor([1., 2.], dtype=torch.float64)");
        v.Grad.Should().BeNull();
    }

    [Test]
    public void Inputs_that_lie_apart_in_memory_are_checked_where_they_lie()
    {
        var apart = Torch.Arange(1.0, 7).Double().View(2, 3).T[.., 1].Detach().RequiresGrad_();
        Torch.Autograd.Gradcheck(x => x.Exp(), apart).Should().BeTrue();
        Torch.Autograd.Gradcheck(x => x * x.Detach(), X.Detach().T.RequiresGrad_(), raiseException: false).Should().BeFalse();
    }

    [Test]
    public void Whoever_gives_half_precision_is_told_by_the_result() =>
        Torch.Autograd.Gradcheck(x => x.Exp(), Torch.Tensor([1.0], requiresGrad: true), raiseException: false).Should().BeFalse();

    private static void Refused(Action call, string text) => call.Should().Throw<TorchGradcheckException>().WithMessage(text);
}
