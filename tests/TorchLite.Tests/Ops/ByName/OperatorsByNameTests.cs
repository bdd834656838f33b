using System.Text.RegularExpressions;
using TorchLite.Tests.Safety;

namespace TorchLite.Tests.Ops;

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
    public void No_text_is_code_and_all_come_as_they_are()
    {
        var result = Probe.Run(new Dictionary<string, string>(), "operators", "texts");

        result.Output.Should().Be("562 texts, 0 wrong\n");
        result.ExitCode.Should().Be(0, result.Error);
    }

    [Test]
    public void Neither_sparse_results_nor_ever_new_texts_stay_in_memory()
    {
        var result = Probe.Run(new Dictionary<string, string>(), "operators", "memory");

        TestContext.Progress.WriteLine(result.Output);
        var each = Regex.Matches(result.Output, @"([-\d.]+) KB each").Select(static match => double.Parse(
            match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        each.Should().HaveCount(4);
        each[1].Should().BeLessThan(500, "20 MB are freed, which are refused");
        each[3].Should().BeLessThan(12, "of the 30 KB of a line nearly all is freed");
    }

    [Test]
    public void What_libtorch_makes_of_a_tensor_shows()
    {
        var x = Torch.Ones(2);
        x.DType.Should().Be(DType.Float32);
        Torch.Ops.CallSeveral("aten::set_data", x, Torch.Tensor([1, 2, 3]));
        x.DType.Should().Be(DType.Int64);
        x.ToString().Should().Be("tensor([1, 2, 3])");
        Torch.Ops.Call("aten::unsqueeze_", x, 0).Shape.Should().Equal(1, 3);
        x.Shape.Should().Equal(1, 3);
        Torch.Ops.Call("aten::resize_", x, [0]);
        x.ToString().Should().Be("tensor([], dtype=torch.int64)");
    }

    [Test]
    [NonParallelizable]
    public void The_books_of_the_memory_follow_a_tensor_that_grows_or_takes_anothers_memory()
    {
        var x = Torch.Ones(2);
        var before = Torch.Memory.LiveBytes();
        x.Resize_(1_000_000);
        (Torch.Memory.LiveBytes() - before).Should().BeInRange(3_900_000, 4_100_000);
        Torch.Ops.Call("aten::resize_", x, [2_000_000]);
        (Torch.Memory.LiveBytes() - before).Should().BeInRange(7_900_000, 8_100_000);
        x.Data = Torch.Zeros(3);
        (Torch.Memory.LiveBytes() - before).Should().BeInRange(-100_000, 100_000);
        GC.KeepAlive(x);
    }

    [Test]
    public void Windows_beyond_an_int_layouts_of_other_tensors_and_unknown_ways_are_refused()
    {
        var indices = Torch.Zeros([3, 3], dtype: DType.Int64);
        Error(() => Torch.Ops.CallSeveral("aten::embedding_bag.padding_idx", X, indices, indices, false, -2, false, null, false, null)[0]!)
            .Should().Be("aten::embedding_bag() got -2 for argument 'mode', expected 0, 1 or 2");
        Error(() => Torch.Ops.Call("aten::l1_loss", X, X, 3)).Should().Be(
            "aten::l1_loss() got 3 for argument 'reduction', expected 0, 1 or 2");
        Error(() => Torch.Ops.Call("aten::replication_pad3d", Torch.Ones(2, 4, 4, 3), new long[] { -1, -2, 3, 2, -1, int.MaxValue }))
            .Should().Be("a result of 38654705700 rows without elements is too large");
        Error(() => Torch.Ops.Call("aten::max_pool1d", Torch.Ones(5, 4), [long.MaxValue - 1])).Should().Be("integer out of range");
        Error(() => Torch.Ops.Call("aten::zeros", [1000, 2], DType.Uint8, 3)).Should().Contain(
            "Expected a value of type 'Optional[int]' for argument 'layout'");
    }

    [Test]
    public void A_string_so_long_that_compiling_it_takes_seconds_is_refused()
    {
        Error(() => Torch.Ops.Call("aten::einsum", new string('"', 1_000_000), new[] { X })).Should().Be(
            "a string of 1000000 characters is too long; at most 50000 are passed");
    }

    [Test]
    public void An_operator_that_checks_nothing_runs_when_one_says_so()
    {
        Error(() => Torch.Ops.Call("aten::_to_copy", X, DType.Int64)).Should().StartWith(
            "aten::_to_copy does not check its arguments: wrong ones can end the process. It is called with allowUnsafe: true.\n");
        Error(() => Torch.Ops.Call("aten::_to_copy", [X, DType.Int64], allowUnsafe: false)).Should().StartWith("aten::_to_copy does not");
        Torch.Ops.Call("aten::_to_copy", [X, DType.Int64], allowUnsafe: true).DType.Should().Be(DType.Int64);

        // Without the name the last one is an argument as all others.
        Text(Torch.Ops.Call("aten::full", [2], true)).Should().Be("[True,True]");
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
        Torch.Ops.Call("aten::_to_copy", [X, DType.Float64, null, "meta"], allowUnsafe: true).Device.Type.Should().Be("meta");
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
        Torch.Ops.CallSeveral("aten::_foreach_add_.Scalar", [[changed], 1], allowUnsafe: true).Should().BeEmpty();
        Text(changed).Should().Be("[[2,3],[4,5]]");
    }

    [Test]
    public void An_operator_that_works_in_place_or_into_a_given_tensor_does_so()
    {
        var (x, result) = (X.Clone(), Torch.Empty(0));
        Torch.Ops.Call("aten::mul_.Scalar", x, 2);
        Torch.Ops.Call("aten::add.out", [x, X, 1, result], allowUnsafe: true);
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
        Error(() => Torch.Ops.Call("aten::einsum", "a\0b", [X])).Should().StartWith("einsum(): invalid subscript given at index 1");
        Error(() => Torch.Ops.Call("aten::einsum", "\"\n\\", [X])).Should().StartWith("einsum(): invalid subscript given at index 0");
        Error(() => Torch.Ops.Call("aten::mm", X, X[0])).Should().Be("mat2 must be a matrix");
        Error(() => Torch.Ops.Call("aten::max.dim", X, 0)).Should().Be("aten::max.dim does not have one result: use CallSeveral");
        ((Action)(() => Torch.Ops.Call(null!))).Should().Throw<ArgumentNullException>();
    }

    private static string Error(Func<Tensor> call) => call.Should().Throw<TorchException>().Which.Message;

    // As it prints, in one line, without points that nothing follows.
    private static string Text(Tensor tensor) => Regex.Replace($"{tensor}", @"^tensor\(|(, requires_grad=.*)?\)$|\s|\.(?=[,\]])", "");
}
