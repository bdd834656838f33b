using TorchLite.Export;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Tests.Properties;

namespace TorchLite.Tests.Export;

/// <summary>Exported programs as modules of named types, and their results as such.</summary>
[TestFixture]
public class TypedModuleTests
{
    private static readonly string Documented = Path.Combine(AppContext.BaseDirectory, "model.pt2");

    [Test]
    public void It_stands_in_a_Sequential_and_is_trained_with_the_rest()
    {
        using var scope = Torch.Scope();
        Sequential net = [Torch.Export.Load(Documented).Module<Tensor, Tensor>(), new Linear(1, 1)];
        var optimizer = new SGD(net.Parameters(), lr: 0.01);
        var before = net.GetParameter("0.fc.weight").Detach().Clone();
        double Step()
        {
            optimizer.ZeroGrad();
            var loss = (net.Call(Torch.Ones(4, 2)) - 3).Square().Mean();
            loss.Backward();
            optimizer.Step();
            return (double)loss;
        }

        var first = Step();

        Enumerable.Range(0, 20).Select(_ => Step()).Last().Should().BeLessThan(first);
        net.StateDict().Keys.Should().Equal("0.fc.weight", "0.fc.bias", "1.weight", "1.bias");
        net.GetParameter("0.fc.weight").Detach().Equal(before).Should().BeFalse();
        $"{net}".Should().Contain("(0): GraphModule");
    }

    [Test]
    public void Hooks_are_called_with_what_comes_in_and_out()
    {
        var net = Torch.Export.Load(Documented).Module<Tensor, Tensor>();
        net.RegisterForwardPreHook(static (_, inputs) => [(Tensor)inputs[0]! * 2]);
        net.RegisterForwardHook(static (_, _, output) => (Tensor)output! + 1);

        net.Call(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[10.0]]));
    }

    [Test]
    public void Two_inputs_come_one_by_one_or_as_a_tuple()
    {
        using var scope = Torch.Scope();
        var program = Read("unusual-2.14", "pairs.dynamic");
        var (x, y) = (Torch.Ones(2, 4), Torch.Ones(2, 4));

        var (sum, size) = program.Module<Tensor, Tensor, (Tensor, int)>().Call(x, y);
        var (again, other) = program.Module<(Tensor, Tensor), (Tensor Sum, long Size)>().Call((x, y));

        sum.ShouldEqual(x + y);
        again.ShouldEqual(sum);
        (size, other).Should().Be((8, 8L));
        program.Invoking(static p => p.Module<Tensor, Tensor>()).Should().Throw<ArgumentException>()
            .WithMessage("the program takes (x, y), which is not (Tensor); Module() takes all");
        program.Invoking(static p => p.Module<Tensor, Tensor, Tensor, Tensor>()).Should().Throw<ArgumentException>();
        program.Invoking(p => p.Module<(Tensor, Tensor, Tensor), object>().Call((x, y, y))).Should().Throw<ArgumentException>()
            .WithMessage("the program takes 2 arguments, but got 3");
    }

    [Test]
    public void Nested_results_are_nested_tuples()
    {
        var net = Read("unusual-2.14", "identity").Module();
        var (x, y) = (Torch.Ones(3), Torch.Tensor([1, 2]));

        var (a, b, c, d, (e, f)) = net.Call<(Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor[]))>(x, y);
        var (_, _, _, _, whole) = net.Call<(Tensor, Tensor, Tensor, Tensor, (Tensor, IReadOnlyList<Tensor>))>(x, y);

        a.ShouldEqual(x);
        b.ShouldEqual(x);
        c.ShouldEqual(y);
        d.ShouldEqual(x + 1);
        e.ShouldEqual(y);
        f.Should().ContainSingle().Which.ShouldEqual(x);
        whole.Item2.Should().ContainSingle();
        net.Invoking(n => n.Call<Tensor>(x, y)).Should().Throw<InvalidCastException>()
            .WithMessage("the model returns (a Tensor, a Tensor, a Tensor, a Tensor, (a Tensor, [a Tensor])), not a Tensor");
        net.Invoking(n => n.Call<(Tensor, Tensor)>(x, y)).Should().Throw<InvalidCastException>().WithMessage("* not a (Tensor, Tensor)");
    }

    [Test]
    public void Numbers_and_None_are_there_too()
    {
        var net = Read("unusual-2.14", "scalars.dynamic").Module();

        var (sum, rows, other, _, seven, none, _) = net.Call<(Tensor, int, double, Tensor, long, Tensor?, Tensor)>(Torch.Ones(5, 4));

        ((double)sum, rows, other, seven, none).Should().Be((20.0, 5, 13.0, 7L, null));
        net.Invoking(static n => n.Call<(Tensor, int, int, int, int, int, Tensor)>(Torch.Ones(5, 4)))
            .Should().Throw<InvalidCastException>();
    }

    [TestCase("unusual-2.6")]
    [TestCase("unusual-2.14")]
    public void Arguments_by_name_come_as_a_dictionary_and_results_by_name_go_as_one(string version)
    {
        using var scope = Torch.Scope();
        var program = Read(version, "named_only");
        var net = program.Module<IReadOnlyDictionary<string, Tensor>, IReadOnlyDictionary<string, Tensor>>();

        var result = net.Call(new Dictionary<string, Tensor> { ["ids"] = Torch.Ones(2, 3).Long(), ["mask"] = Torch.Ones(2, 3).Long() });

        result.Keys.Should().Equal("hidden", "pooled");
        result["pooled"].Size().Should().Equal(2, 4);
        net.Invoking(static n => n.Call(new Dictionary<string, Tensor> { ["ids"] = Torch.Ones(2, 3).Long() }))
            .Should().Throw<ArgumentException>().WithMessage(
                "Ran into a kwarg keyword mismatch: Got the following keywords ['ids'] but expected ['ids', 'mask']");
        program.Invoking(static p => p.Module<Tensor, Tensor, Tensor>()).Should().Throw<ArgumentException>()
            .WithMessage("the program takes (ids by name, mask by name)*");
    }

    private static ExportedProgram Read(string version, string name)
    {
        using var zip = ExportedModelTests.Open(version);
        return Torch.Export.Load(new MemoryStream(ExportedModelTests.Bytes(zip, name + ".pt2")));
    }
}
