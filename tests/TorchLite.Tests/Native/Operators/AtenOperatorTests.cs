using TorchLite.Native;

namespace TorchLite.Tests.Native;

/// <summary>Operators through libtorch's stable interface: arguments of each kind, and what is wrong in PyTorch's words.</summary>
public sealed class AtenOperatorTests
{
    private static readonly AtenOperator Linear = new("aten::linear");

    private static readonly (string Name, Func<Tensor> Direct, Func<Tensor> ByScript)[] Calls =
    [
        ("an optional tensor that is there", static () => Linear.Call(X, W, B), static () => Torch.Ops.Call("aten::linear", X, W, B)),
        ("one that is not", static () => Linear.Call(X, W, default), static () => Torch.Ops.Call("aten::linear", X, W, null)),
        ("a string", static () => new AtenOperator("aten::gelu").Call(X, "tanh"), static () => Torch.Ops.Call("aten::gelu", X, "tanh")),
        ("a list of integers, numbers and bools",
            static () => new AtenOperator("aten::layer_norm").Call(X, new long[] { 3 }, default, default, 1e-3, true),
            static () => Torch.Ops.Call("aten::layer_norm", X, new long[] { 3 }, null, null, 1e-3, true)),
        ("an integer where a real number is wanted",
            static () => new AtenOperator("aten::dropout").Call(X, 1L, true), static () => Torch.Ops.Call("aten::dropout", X, 1.0, true)),
        ("a list of tensors",
            static () => new AtenOperator("aten::cat").Call(Enumerable.Range(0, 20).Select(static _ => X).ToArray(), 1),
            static () => Torch.Cat([.. Enumerable.Range(0, 20).Select(static _ => X)], 1)),
        ("a list of tensors with gaps",
            static () => new AtenOperator("aten::index", "Tensor").Call(X, new Tensor?[] { null, Torch.Tensor([2, 0]) }),
            static () => X[.., new long[] { 2, 0 }]),
        ("a list of real numbers",
            static () => new AtenOperator("aten::upsample_nearest1d", "vec").Call(X.Unsqueeze(0), default(long[]), new[] { 2.0 }),
            static () => Torch.Ops.Call("aten::upsample_nearest1d", X.Unsqueeze(0), null, new[] { 2.0 })),
        ("a dtype, a device and more that is missing",
            static () => new AtenOperator("aten::ones_like").Call(X, DType.Float64, default, (Device)"cpu", default, default),
            static () => Torch.OnesLike(X, DType.Float64)),
        ("a number of any kind, which goes by TorchScript",
            static () => new AtenOperator("aten::leaky_relu").Call(X, 0.5), static () => Torch.Ops.Call("aten::leaky_relu", X, 0.5)),
    ];

    private static Tensor X => Torch.Tensor([[-1.0, 2.0, 3.0], [4.0, -5.0, 6.0]]);

    private static Tensor W => Torch.Tensor([[1.0, 0.5, -1.0]]);

    private static Tensor B => Torch.Tensor([10.0]);

    [Test]
    public void Each_kind_of_argument_arrives() => Assert.Multiple(() =>
    {
        foreach (var (name, direct, byScript) in Calls)
        {
            Assert.That(direct().ToString(), Is.EqualTo(byScript().ToString()), name);
        }
    });

    [Test]
    public void Several_results_and_changes_in_place_come_back()
    {
        var (values, indices) = new AtenOperator("aten::median", "dim").CallPair(X, 1, false);
        values.ToString().Should().Be("tensor([2., 4.])");
        indices.ToString().Should().Be("tensor([1, 0])");
        var (u, _, _) = new AtenOperator("aten::svd").CallTriple(X, true, true);
        u.Shape.Should().Equal(2, 2);
        var x = X;
        new AtenOperator("aten::relu_").CallInPlace(x).Should().BeSameAs(x);
        x[0].ToString().Should().Be("tensor([0., 2., 3.])");
    }

    [Test]
    public void Gradients_are_recorded()
    {
        using var w = Torch.Tensor([[1.0, 0.5, -1.0]], requiresGrad: true);
        var y = Linear.Call(X, w, default);
        y.ToString().Should().EndWith("grad_fn=<MmBackward0>)");
        y.Sum().Backward();
        w.Grad!.ToString().Should().Be("tensor([[ 3., -3.,  9.]])");
    }

    [Test]
    public void What_is_wrong_is_said_in_PyTorchs_words()
    {
        FluentActions.Invoking(static () => Linear.Call(X, Torch.Ones(2, 2), default)).Should().Throw<TorchException>()
            .WithMessage("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x2)");
        FluentActions.Invoking(static () => Linear.Call(default(Tensor), W, default)).Should().Throw<ArgumentNullException>()
            .WithParameterName("input");
        var gone = X;
        gone.Dispose();
        FluentActions.Invoking(() => Linear.Call(X, gone, default)).Should().Throw<ObjectDisposedException>();
        FluentActions.Invoking(static () => Linear.Call(X)).Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void Neither_calls_nor_errors_leave_memory_behind()
    {
        var (x, w, wrong) = (Torch.Ones(64, 64), Torch.Ones(64, 64), Torch.Ones(3, 3));
        var gap = new AtenOperator("aten::index", "Tensor");
        var gelu = new AtenOperator("aten::gelu");
        var positions = Torch.Tensor([1]);
        var before = 0L;
        for (var i = 0; i < 6000; i++)
        {
            using var a = Linear.Call(x, w, default);
            using var b = gelu.Call(x, "none");
            using var c = gap.Call(x, new Tensor?[] { null, positions });
            if (i % 10 == 0)
            {
                FluentActions.Invoking(() => Linear.Call(x, wrong, default)).Should().Throw<TorchException>();
            }

            before = i == 1000 ? Environment.WorkingSet : before;
        }

        (Environment.WorkingSet - before).Should().BeLessThan(20 << 20);
    }
}
