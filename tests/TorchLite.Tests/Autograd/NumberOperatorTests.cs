namespace TorchLite.Tests.Autograd;

/// <summary>Operators with a number on the left are recorded as those that PyTorch records (asked of 2.6.0 and 2.14.1).</summary>
public class NumberOperatorTests
{
    private static readonly TestCaseData[] Operators =
    [
        Case("1 - x", static x => 1 - x, "tensor([-0.5000, -1.5000], grad_fn=<RsubBackward1>)"),
        Case("2 / x", static x => 2 / x, "tensor([1.3333, 0.8000], grad_fn=<MulBackward0>)"),
        Case("2 * x", static x => 2 * x, "tensor([3., 5.], grad_fn=<MulBackward0>)"),
        Case("1 + x", static x => 1 + x, "tensor([2.5000, 3.5000], grad_fn=<AddBackward0>)"),
        Case("2 % x", static x => 2 % x, "tensor([0.5000, 2.0000], grad_fn=<NotImplemented>)"),
        Case("2 ** x", static x => Torch.Pow(2, x), "tensor([2.8284, 5.6569], grad_fn=<PowBackward2>)"),
        Case("x % 2", static x => x % 2, "tensor([1.5000, 0.5000], grad_fn=<RemainderBackward0>)"),
        Case("sub of three", static x => x.Sub(1, alpha: 3), "tensor([-1.5000, -0.5000], grad_fn=<SubBackward0>)"),
    ];

    [TestCaseSource(nameof(Operators))]
    public void It_is_recorded_under_PyTorchs_name(Func<Tensor, Tensor> operation, string text) =>
        operation(X()).ToString().Should().Be(text);

    [Test]
    public void The_remainder_of_a_number_by_a_tensor_has_no_derivative() =>
        FluentActions.Invoking(static () => (2 % X()).Sum().Backward())
            .Should().Throw<TorchException>().WithMessage("derivative for aten::remainder is not implemented");

    [TestCaseSource(nameof(Operators))]
    public void It_gives_the_same_where_nothing_is_recorded(Func<Tensor, Tensor> operation, string text)
    {
        using var mode = Torch.NoGrad();
        operation(X()).ToString().Should().Be(text[..text.LastIndexOf(", grad_fn", StringComparison.Ordinal)] + ")");
    }

    private static Tensor X() => Torch.Tensor([1.5, 2.5], requiresGrad: true);

    private static TestCaseData Case(string name, Func<Tensor, Tensor> operation, string text) =>
        new TestCaseData(operation, text).SetArgDisplayNames(name);
}
