using System.Text.RegularExpressions;
using TorchLite.Tests.Safety;

namespace TorchLite.Tests.Operations;

/// <summary>Operators by name: what <see cref="Torch.Ops"/> takes and refuses.</summary>
public class OperatorsByNameTests
{
    private static Tensor X => Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]);

    [Test]
    public void Every_operator_of_the_list_compiles()
    {
        var result = Probe.Run(new Dictionary<string, string>(), "operators");
        result.ExitCode.Should().Be(0, "the last operator named is the one that does not: {0}", result.Error);
        result.Output.Should().MatchRegex(@"^3\d\d\d operators, \d{4} calls compiled");
    }

    [Test]
    public void Values_of_every_kind_are_passed()
    {
        Text(Torch.Ops.Call("aten::add.Tensor", X, X, 10)).Should().Be("[[11,22],[33,44]]");
        Text(Torch.Ops.Call("aten::add.Scalar", X, 0.5)).Should().Be("[[1.5000,2.5000],[3.5000,4.5000]]");
        Text(Torch.Ops.Call("aten::full", [2], true)).Should().Be("[True,True]");
        Torch.Ops.Call("aten::full", [], new System.Numerics.Complex(1, 2)).ToString().Should().Be("tensor(1.+2.j)");
        Text(Torch.Ops.Call("aten::sum.dim_IntList", X, 1)).Should().Be("[3,7]");
        Text(Torch.Ops.Call("aten::sum.dim_IntList", X, new long[] { 0, 1 }, true)).Should().Be("[[10]]");
        Text(Torch.Ops.Call("aten::sum.dim_IntList", X, null, false, DType.Int64)).Should().Be("10");
        Text(Torch.Ops.Call("aten::cat", [X, X], 1)).Should().Be("[[1,2,1,2],[3,4,3,4]]");
        Text(Torch.Ops.Call("aten::index.Tensor", X, [null, Torch.Tensor([1])])).Should().Be("[[2],[4]]");
        Text(Torch.Ops.Call("aten::einsum", "ij,ij->i", [X, X])).Should().Be("[5,25]");
        Torch.Ops.Call("aten::_to_copy", X, DType.Float64, null, "meta").Device.Type.Should().Be("meta");
        Torch.Ops.Call("aten::new_zeros", X, new Shape(2, 0)).Shape.Should().Equal(2, 0);
        Text(Torch.Ops.Call("aten::upsample_nearest1d", X[null], [4], 2.0)).Should().Be("[[[1,1,2,2],[3,3,4,4]]]");
    }

    [Test]
    public void Results_of_every_kind_come_back()
    {
        Text(Torch.Ops.Call("aten::is_same_size", X, X)).Should().Be("True");
        Text(Torch.Ops.Call("aten::size", X)).Should().Be("[2,2]");
        Torch.Ops.CallSeveral("aten::max.dim", X, 0).Select(t => Text(t!)).Should().Equal("[3,4]", "[1,1]");
        Torch.Ops.CallSeveral("aten::unbind.int", X).Select(t => Text(t!)).Should().Equal("[1,2]", "[3,4]");
        var changed = X.Clone();
        Torch.Ops.CallSeveral("aten::_foreach_add_.Scalar", [changed], 1).Should().BeEmpty();
        Text(changed).Should().Be("[[2,3],[4,5]]");
    }

    [Test]
    public void An_operator_that_works_in_place_or_into_a_given_tensor_does_so()
    {
        var (x, result) = (X.Clone(), Torch.Empty(0));
        Torch.Ops.Call("aten::mul_.Scalar", x, 2);
        Torch.Ops.Call("aten::add.out", x, X, 1, result);
        Text(result).Should().Be("[[3,6],[9,12]]");
    }

    [Test]
    public void Overloads_that_differ_in_a_name_only_are_told_apart()
    {
        // random_ takes one number as "from" first: with "to" the numbers lie below it.
        var x = Torch.Zeros(100);
        Torch.Ops.Call("aten::random_.to", x, 3);
        x.Max().Item<float>().Should().BeLessThan(3);
        Torch.Ops.Call("aten::random_.from", x, 3, 5);
        x.Min().Item<float>().Should().BeGreaterThanOrEqualTo(3);
    }

    [Test]
    public void Gradients_are_recorded()
    {
        var x = Torch.Tensor([2.0], requiresGrad: true);
        Torch.Ops.Call("aten::pow.Tensor_Scalar", x, 3).Backward();
        Text(x.Grad!).Should().Be("[12]");
    }

    // As PyTorch says it, but for "or": it names Python's namespace, and shows the value.
    [TestCase("aten::foo", "'_OpNamespace' 'aten' object has no attribute 'foo'")]
    [TestCase("foo::bar", "'_OpNamespace' 'foo' object has no attribute 'bar'")]
    [TestCase("relu", "'_OpNamespace' 'aten' object has no attribute 'relu'; did you mean aten::relu?")]
    [TestCase("aten::add.foo", "The underlying op of 'aten.add' has no overload name 'foo'. It has: Scalar, Scalar_out, Tensor, out")]
    [TestCase("aten::relu.default", "aten::relu() is missing value for argument 'self'. Declaration: aten::relu(Tensor self) -> Tensor")]
    [TestCase("", "'_OpNamespace' 'aten' object has no attribute ''")]
    public void A_name_that_is_unknown_is_an_error(string name, string message)
    {
        var call = () => Torch.Ops.Call(name);
        call.Should().Throw<TorchException>().WithMessage(message);
    }

    [Test]
    public void Arguments_that_do_not_fit_are_errors()
    {
        const string Add = "\nDeclaration: aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor";
        Error(() => Torch.Ops.Call("aten::add.Tensor", X, "x")).Should().Be(
            "aten::add() Expected a value of type 'Tensor' for argument 'other' but instead found type 'str'.\nPosition: 1" + Add);
        Error(() => Torch.Ops.Call("aten::add.Tensor", X, X, null)).Should().Be(
            "aten::add() Expected a value of type 'number' for argument 'alpha' but instead found type 'NoneType'.\nPosition: 2" + Add);
        Error(() => Torch.Ops.Call("aten::sum.dim_IntList", X, [0.5])).Should().StartWith(
            "aten::sum() Expected a value of type 'Optional[List[int]]' for argument 'dim' but instead found type 'list'.\nPosition: 1\n");
        Error(() => Torch.Ops.Call("aten::relu.default", X, 1)).Should().Be(
            "aten::relu() expected at most 1 argument(s) but received 2 argument(s). Declaration: aten::relu(Tensor self) -> Tensor");
        Error(() => Torch.Ops.Call("aten::add", X, "x")).Should().StartWith("aten::add failed to match any schema:\naten::add() Expected");
        Error(() => Torch.Ops.Call("aten::einsum", "a\0b", [X])).Should().Be("a text with the control character 0 cannot be passed");
        Error(() => Torch.Ops.Call("aten::einsum", "\"\n\\", [X])).Should().StartWith("einsum(): invalid subscript given at index 0");
        Error(() => Torch.Ops.Call("aten::mm", X, X[0])).Should().Be("mat2 must be a matrix");
        Error(() => Torch.Ops.Call("aten::max.dim", X, 0)).Should().Be("aten::max.dim does not have one result: use CallSeveral");
        ((Action)(() => Torch.Ops.Call(null!))).Should().Throw<ArgumentNullException>();
    }

    private static string Error(Func<Tensor> call) => call.Should().Throw<TorchException>().Which.Message;

    // As it prints, in one line, without points that nothing follows.
    private static string Text(Tensor tensor) => Regex.Replace($"{tensor}", @"^tensor\(|(, requires_grad=.*)?\)$|\s|\.(?=[,\]])", "");
}
