using static TorchLite.Torch.Autograd.Functional;

namespace TorchLite.Tests.Autograd;

/// <summary>Many gradients in one pass, backwards and forwards: the numbers and the texts are PyTorch's, which was asked.</summary>
public class VectorizedTests
{
    private const JacobianStrategy Forwards = JacobianStrategy.ForwardMode;

    private static Tensor X => Torch.Tensor([1.0, 2, 3], requiresGrad: true);

    private static Tensor W => Torch.Tensor(2.0, requiresGrad: true);

    private static Tensor[] F(Tensor[] xs) => [xs[0] * xs[1], (xs[0].Sum() * xs[1]).Exp()];

    [Test]
    public void A_batch_of_gradients_goes_back_at_once()
    {
        var (x, w) = (X, W);
        var found = Torch.Autograd.Grad(x * x, [x, w], Torch.Eye(3), isGradsBatched: true, materializeGrads: true);
        Text(found[0]).Should().Be("tensor([[2., 0., 0.], [0., 4., 0.], [0., 0., 6.]])");
        Text(found[1]).Should().Be("tensor(0.)");
        Torch.Autograd.Grad([x * x], [x, w], allowUnused: true, [Torch.Eye(3)], isGradsBatched: true)[1].Should().BeNull();
        Torch.Autograd.Grad(x * x, x, Torch.Eye(3), isGradsBatched: true, createGraph: true).RequiresGrad.Should().BeTrue();
    }

    [Test]
    public void A_wrong_batch_has_the_texts_of_PyTorch()
    {
        var x = X;
        const string Mismatch =
            "If `is_grads_batched=True`, we interpret the first dimension of each grad_output as the batch dimension. The sizes of the "
            + "remaining dimensions are expected to match the shape of corresponding output, but a mismatch was detected: grad_output[0] "
            + "has a shape of torch.Size([2]) and output[0] has a shape of torch.Size([3]). If you only want some tensors in `grad_output` "
            + "to be considered batched, consider using vmap.";
        Refused<TorchException>(() => Torch.Autograd.Grad(x * x, x, Torch.Ones(3, 2), isGradsBatched: true), Mismatch);
        Refused<TorchException>(
            () => Torch.Autograd.Grad(x * x, x, isGradsBatched: true), "grad can be implicitly created only for scalar outputs");
        Refused<TorchValueException>(
            () => Torch.Autograd.Grad((x * x).Sum(), x, isGradsBatched: true),
            "vmap(vjp, in_dims=0, ...)(<inputs>): Got in_dim=0 for some input, but that input is a Tensor of dimensionality 0 so expected "
            + "in_dim to satisfy 0 <= in_dim < 0.");
        Refused<TorchValueException>(
            () => Torch.Autograd.Grad([x * x, x * 3], [x], [Torch.Eye(3), Torch.Eye(3)[..2]], isGradsBatched: true),
            "vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [3, 2] for the mapped dimension");
        Refused<TorchIndexException>(
            () => Torch.Autograd.Grad(x * x, x, Torch.Eye(3)[..0], isGradsBatched: true),
            "index 0 is out of bounds for dimension 0 with size 0");
    }

    [TestCase(JacobianStrategy.ReverseMode)]
    [TestCase(JacobianStrategy.ForwardMode)]
    public void All_derivatives_at_once_are_those_of_one_after_the_other(JacobianStrategy strategy)
    {
        Torch.ManualSeed(0);
        var (a, b) = (Torch.Randn([2, 3], dtype: DType.Float64), Torch.Randn([3, 2], dtype: DType.Float64));
        static Tensor[] Several(Tensor[] xs) => [xs[0].Matmul(xs[1]).Tanh(), xs[0].Sin().Sum(), xs[1].Max(dim: 0).Values, Torch.Ones(2)];
        var each = Jacobian(Several, [a, b]);
        var atOnce = Jacobian(Several, [a, b], vectorize: true, strategy: strategy);
        foreach (var (one, other) in each.SelectMany(static row => row).Zip(atOnce.SelectMany(static row => row)))
        {
            (other.Shape == one.Shape).Should().BeTrue();
            Torch.Allclose(other.To(one.DType), one).Should().BeTrue();
        }

        static Tensor Single(Tensor[] xs) => xs[0].Matmul(xs[1]).Pow(3).Sum();
        var second = Hessian(Single, [a, b]);
        var secondAtOnce = Hessian(Single, [a, b], vectorize: true, outerJacobianStrategy: strategy);
        second.SelectMany(static row => row).Zip(secondAtOnce.SelectMany(static row => row))
            .Should().OnlyContain(static pair => Torch.Allclose(pair.First, pair.Second, 1e-5, 1e-8));
    }

    [Test]
    public void Results_are_PyTorchs()
    {
        const string All = "tensor([[2., 0., 0.], [0., 2., 0.], [0., 0., 2.]]) tensor([1., 2., 3.]) "
            + "tensor([325509.5938, 325509.5938, 325509.5938]) tensor(976528.7500)";
        Text(Jacobian(F, [X, W], vectorize: true)).Should().Be(All);
        Text(Jacobian(F, [X.Detach(), W.Detach()], vectorize: true, strategy: Forwards)).Should().Be(All);
        Text(Jacobian(F, [X, W], vectorize: true, strategy: Forwards)).Should().Contain("grad_fn=<ReshapeAliasBackward0>");
        Text(Jacobian(F, [X, W], vectorize: true, createGraph: true)).Should().Contain("grad_fn=<ViewBackward0>");
        Text(Jacobian(static _ => Torch.Tensor(2.0), X, vectorize: true)).Should().Be("tensor([0., 0., 0.])");
        Text(Jacobian(static _ => Torch.Tensor(2.0), X, vectorize: true, strategy: Forwards)).Should().Be("tensor([0., 0., 0.])");
        Text(Jacobian(static x => (x * x)[..0], X.Detach(), vectorize: true, strategy: Forwards)).Should().Be("tensor([], size=(0, 3))");
        Text(Jacobian(static x => x * x[0].Item(), X.Detach(), vectorize: true, strategy: Forwards))
            .Should().Be("tensor([[1., 0., 0.], [0., 1., 0.], [0., 0., 1.]])");
    }

    [Test]
    public void What_does_not_go_together_is_refused_as_by_PyTorch()
    {
        const string Only = "Computing Jacobian using forward-AD or forward-over-reverse Hessian isonly implemented for `vectorize=True`.";
        Refused<TorchNotImplementedException>(() => Jacobian(F, [X, W], strategy: Forwards), Only);
        Refused<TorchNotImplementedException>(() => Hessian(static x => x.Sum(), X, outerJacobianStrategy: Forwards), Only);
        Refused<TorchException>(
            () => Jacobian(F, [X, W], vectorize: true, strict: true),
            "torch.autograd.functional.jacobian: `strict=True` and `vectorized=True` are not supported together. Please either set "
            + "`strict=False` or `vectorize=False`.");
        Refused<TorchException>(
            () => Jacobian(F, [X, W], vectorize: true, strategy: Forwards, strict: true),
            "torch.autograd.functional.jacobian: `strict=True` and `strategy=\"forward-mode\"` are not supported together (yet). Please "
            + "either set `strict=False` or `strategy=\"reverse-mode\"`.");
        Refused<TorchNotImplementedException>(
            () => Jacobian(F, [X, W], vectorize: true, strategy: Forwards, createGraph: true),
            "torch.autograd.functional.jacobian: `create_graph=True` and `strategy=\"forward-mode\"` are not supported together (yet). "
            + "Please either set `create_graph=False` or `strategy=\"reverse-mode\"`.");
        Refused<TorchException>(
            () => Jacobian(static x => x * Torch.Rand(3), X, vectorize: true, strategy: Forwards),
            "vmap: We do not yet support calling random operations inside of vmap. Please perform random operations outside of vmap as a "
            + "workaround");
        Refused<TorchTypeException>(
            () => Jacobian(static _ => null!, X, vectorize: true, strategy: Forwards),
            "The outputs given to None must be either a Tensor or a tuple of Tensors but the given outputs has type <class 'NoneType'>.");
    }

    [Test]
    public void A_function_of_ones_own_goes_along_and_may_not_look_at_values()
    {
        var square = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (ctx, x) => { ctx.SaveForBackward(x); return x * x; }, static (ctx, grad) => [2 * ctx.SavedTensors[0] * grad]);
        Text(Jacobian(square, X, vectorize: true)).Should().Be("tensor([[2., 0., 0.], [0., 4., 0.], [0., 0., 6.]])");
        Refused<TorchNotImplementedException>(
            () => Jacobian(square, X, vectorize: true, strategy: Forwards),
            "You must implement the jvp function for custom autograd.Function to use it with forward mode AD.");

        var curious = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (_, x) => x * 2, static (_, grad) => grad.Sum().Item<double>() > 0 ? [grad] : [grad * 2]);
        Refused<TorchNotImplementedException>(
            () => Jacobian(curious, X, vectorize: true),
            "Batching rule not implemented for aten::item. We could not generate a fallback.");
        Text(Jacobian(square, X, vectorize: true)).Should().StartWith("tensor([[2.", "the run that failed is over");
    }

    [Test, Platform("Linux", Reason = "It gets out by a hook, which needs C++ functions of Linux x64.")]
    public void A_gradient_that_gets_out_of_the_pass_has_a_shape_and_no_values()
    {
        var x = X;
        Tensor? seen = null;
        var y = x * 2;
        using var hook = y.RegisterHook(grad => { seen = grad; return null; });
        Torch.Autograd.Grad(y, x, Torch.Eye(3), isGradsBatched: true);
        seen!.Shape.Should().Equal(3);
        seen.ToString().Should().Be("tensor(..., size=(3,))");
        Refused<TorchNotImplementedException>(
            () => seen.ToArray<float>(), "Batching rule not implemented for aten::item. We could not generate a fallback.");
    }

    [Test]
    public void Within_a_pass_a_tensor_can_be_printed()
    {
        var printed = "";
        Jacobian(x => { printed = $"{x} {x.Sum()}"; return x * 2; }, Torch.Tensor([1.0, 2.0]), vectorize: true, strategy: Forwards);
        printed.Should().Be("tensor([1., 2.], tangent=tensor(..., size=(2,))) tensor(3., tangent=tensor(..., size=()))");
    }

    [Test]
    public void The_memory_of_the_result_is_in_the_books()
    {
        var x = Torch.Ones(200);
        var before = Torch.Memory.LiveBytes();
        using var whole = Jacobian(static x => x * x, x, vectorize: true);
        (Torch.Memory.LiveBytes() - before).Should().BeGreaterThanOrEqualTo(200 * 200 * sizeof(float));
    }

    private static void Refused<T>(Action call, string text)
        where T : TorchException => call.Should().ThrowExactly<T>().WithMessage(text);

    private static string Text(Tensor[][] rows) => string.Join(' ', rows.SelectMany(static row => row).Select(Text));

    private static string Text(Tensor tensor) =>
        string.Join(' ', tensor.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
