using TorchLite.Tests.Properties;

namespace TorchLite.Tests.Export;

/// <summary>Which arguments an exported program takes.</summary>
[TestFixture]
public class ArgumentTests
{
    private static Tensor X => Torch.Ones(3);

    [TestCase("sharing-2.6", "one_list")]
    [TestCase("sharing-2.14", "one_list")]
    [TestCase("sharing-2.6", "one_tuple")]
    [TestCase("sharing-2.14", "one_tuple")]
    public void An_array_is_the_only_argument_of_a_model_that_takes_a_list(string version, string name)
    {
        var net = OwnershipTests.Read(version, name).Module();
        var seen = new List<int>();
        net.RegisterForwardPreHook((_, inputs) =>
        {
            seen.Add(inputs.Length);
            return inputs;
        });

        net.Call<Tensor>(new[] { X, X }).ShouldEqual(X + X);
        net.Call<Tensor>(X, X).ShouldEqual(X + X);
        ((Tensor)net.Call([new[] { X, X }])!).ShouldEqual(X + X);
        ((Tensor)net.Trace(TextWriter.Null, new[] { X, X })!).ShouldEqual(X + X);
        seen.Should().Equal(1, 1, 1);
        net.Invoking(static n => n.Call(new[] { X, X, X })).Should().Throw<ArgumentException>()
            .WithMessage("the program was exported with a tuple of 1 as *args, but got 3 values");
        net.Invoking(static n => n.Call(new[] { X, X }, new Dictionary<string, object?>())).Should().Throw<ArgumentException>();
    }

    [TestCase("sharing-2.6")]
    [TestCase("sharing-2.14")]
    public void Lists_are_no_tuples_and_an_array_is_either(string version)
    {
        var net = OwnershipTests.Read(version, "nested_lists").Module();
        var sum = X + X + X;

        net.Call<Tensor>((X, X), new List<Tensor> { X, X }).ShouldEqual(sum);
        net.Call<Tensor>(new[] { X, X }, new object[] { X, X }).ShouldEqual(sum);
        net.Invoking(static n => n.Call(new List<Tensor> { X, X }, new[] { X, X })).Should().Throw<ArgumentException>()
            .WithMessage("the program was exported with a tuple as *args[0], but got a list");
        net.Invoking(static n => n.Call((X, X), (X, X))).Should().Throw<ArgumentException>()
            .WithMessage("the program was exported with a list as *args[1], but got a tuple");
        net.Invoking(static n => n.Call((X, X), X)).Should().Throw<ArgumentException>()
            .WithMessage("the program was exported with a list as *args[1], but got a Tensor");
        net.Invoking(static n => n.Call((X, X), null)).Should().Throw<ArgumentException>()
            .WithMessage("the program was exported with a list as *args[1], but got null");
    }

    [TestCase("sharing-2.6")]
    [TestCase("sharing-2.14")]
    public void Constants_are_compared_as_Python_compares_numbers(string version)
    {
        var net = OwnershipTests.Read(version, "constants").Module();
        var all = net.Call<Tensor>(X, true, 3, 2.0, "word");

        net.Call<Tensor>(X, 1, 3.0, 2, "word").ShouldEqual(all);
        net.Invoking(static n => n.Call(X, 0, 3, 2.0, "word")).Should().Throw<ArgumentException>()
            .WithMessage("Expected input at *args[1] to be equal to True, but got 0");
        net.Invoking(static n => n.Call(X, null, 3, 2.0, "word")).Should().Throw<ArgumentException>()
            .WithMessage("Expected input at *args[1] to be equal to True, but got None");
        net.Invoking(static n => n.Call(X, true, 3, 2.5, "word")).Should().Throw<ArgumentException>()
            .WithMessage("Expected input at *args[3] to be equal to 2.0, but got 2.5");
        net.Invoking(static n => n.Call(X, true, 3, 2.0, "other")).Should().Throw<ArgumentException>()
            .WithMessage("Expected input at *args[4] to be equal to word, but got other");
    }

    [TestCase("unusual-2.6")]
    [TestCase("unusual-2.14")]
    public void Names_that_are_missing_are_said(string version)
    {
        var net = OwnershipTests.Read(version, "named_only").Module();
        var (ids, mask) = (Torch.Ones(2, 3).Long(), Torch.Ones(2, 3).Long());

        net.Invoking(n => n.Call(ids, mask)).Should().Throw<ArgumentException>()
            .WithMessage("Ran into a kwarg keyword mismatch: Got the following keywords [] but expected ['ids', 'mask']");
        net.Invoking(n => n.Call([], new Dictionary<string, object?> { ["ids"] = ids, ["other"] = mask })).Should()
            .Throw<ArgumentException>().WithMessage(
                "Ran into a kwarg keyword mismatch: Got the following keywords ['ids', 'other'] but expected ['ids', 'mask']");
        OwnershipTests.Read("sharing-2.14", "unchanged").Module().Invoking(
            static n => n.Call([X], new Dictionary<string, object?> { ["y"] = X })).Should().Throw<ArgumentException>()
            .WithMessage("Ran into a kwarg keyword mismatch: Got the following keywords ['y'] but expected []");
    }

    [Test]
    public void Traces_take_arguments_by_name()
    {
        var net = OwnershipTests.Read("unusual-2.14", "named_only").Module();
        var named = new Dictionary<string, object?> { ["mask"] = Torch.Ones(2, 3).Long(), ["ids"] = Torch.Ones(2, 3).Long() };
        var text = new StringWriter();

        var traced = net.Trace(text, [], named);

        ModelValues.ShouldEqual(traced, net.Call([], named), "what is traced");
        text.ToString().Should().Contain("torch.ops.aten.embedding.default");
        net.Invoking(n => n.Trace(text, [], null!)).Should().Throw<ArgumentNullException>();
    }
}
