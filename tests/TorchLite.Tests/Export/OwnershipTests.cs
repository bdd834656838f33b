using TorchLite.Export;
using TorchLite.Tests.Properties;

namespace TorchLite.Tests.Export;

/// <summary>To whom the tensors of an exported program belong, and what it gives.</summary>
[TestFixture]
public class OwnershipTests
{
    private static Tensor X => Torch.Tensor([1.0f, 2.0f, 3.0f]);

    [TestCase("sharing-2.6")]
    [TestCase("sharing-2.14")]
    public void A_module_that_is_made_in_a_scope_keeps_its_constants(string version)
    {
        ExportedModule net;
        using (Torch.Scope())
        {
            net = Read(version, "returned").Module();
        }

        Leaves(net.Call(X))[3].ShouldEqual(Torch.Tensor([1.0f, 2.0f, 3.0f]));
    }

    [TestCase("sharing-2.6")]
    [TestCase("sharing-2.14")]
    public void A_program_that_is_loaded_in_a_scope_keeps_its_tensors_and_is_trained(string version)
    {
        ExportedProgram program;
        using (Torch.Scope())
        using (Torch.InferenceMode())
        {
            program = Read(version, "returned");
        }

        var net = program.Module();
        net.GetBuffer("rows").ShouldEqual(Read(version, "returned").Module().GetBuffer("rows"));
        Leaves(net.Call(X))[1].Sum().Backward();
        net.GetParameter("weight").Grad!.ShouldEqual(Torch.Ones(3));
    }

    [Test]
    public void What_a_call_gives_can_be_disposed_of_without_what_the_module_has_or_was_given(
        [Values("sharing-2.6", "sharing-2.14")] string version, [Values("returned", "returned.core")] string name,
        [Values("compiled", "node by node", "traced")] string way)
    {
        var net = Read(version, name).Module();
        using var input = X.Clone();
        for (var i = 0; i < 2; i++)
        {
            var results = Leaves(Call(net, way, input));

            results.Distinct(ReferenceEqualityComparer.Instance).Should().HaveSameCount(results);
            results.Should().OnlyContain(one => !ReferenceEquals(one, input));
            results[0].DataPtr().Should().Be(input.DataPtr());
            results[1].DataPtr().Should().Be(net.GetParameter("weight").DataPtr());
            (results[1].IsLeaf, results[1].RequiresGrad).Should().Be((true, true));
            results.ForEach(static one => one.Dispose());
        }

        using (Torch.Scope())
        {
            Call(net, way, input);
        }

        var again = Leaves(Call(net, way, input));
        again[3].ShouldEqual(Torch.Tensor([1.0f, 2.0f, 3.0f]));
        again[4].ShouldEqual(input * 2);
    }

    [Test]
    public void What_comes_back_unchanged_is_an_object_of_its_own(
        [Values("sharing-2.6", "sharing-2.14")] string version, [Values("compiled", "node by node", "traced")] string way)
    {
        var net = Read(version, "unchanged").Module();
        using var input = X.Clone().RequiresGrad_();
        var y = input * 2;

        ((Tensor)Call(net, way, y)!).Dispose();
        ((Tensor)Call(net, way, y)!).Sum().Backward();

        input.Grad!.ShouldEqual(Torch.Full([3], 2.0f));
    }

    [Test]
    public void A_loop_of_no_turns_gives_what_it_began_with(
        [Values("no_turns", "no_turns.core")] string name, [Values("compiled", "node by node", "traced")] string way)
    {
        var net = Read("sharing-2.14", name).Module();
        using var turns = Torch.Tensor(0);

        var results = Leaves(Call(net, way, turns, X));

        results[0].ShouldEqual(turns);
        results[1].ShouldEqual(X * 2);
        results[2].ShouldEqual(X * 2);
        results.ForEach(static one => one.Dispose());
        turns.IsDisposed.Should().BeFalse();
    }

    [TestCase("compiled")]
    [TestCase("node by node")]
    [TestCase("traced")]
    public void A_branch_that_gives_its_operand_leaves_it(string way)
    {
        var net = Read("sharing-2.6", "operand").Module();
        ((Tensor)Call(net, way, X, X)!).ShouldEqual(X * 2);
    }

    [Test]
    public void No_rows_are_not_mapped()
    {
        var graph = new ExportGraph(
            "graph", [], [], [], new Dictionary<string, TensorMeta>(), new Dictionary<string, SymbolicExpression>(), IsSingle: false);
        var map = new HigherOrder(new GraphRunner(), trace: null);
        map.Invoking(one => one.Call("torch.ops.higher_order.map", [graph, new object?[] { Torch.Ones(0, 3) }]))
            .Should().Throw<TorchException>().WithMessage("Leading dimensions of mapped xs cannot be 0.");
    }

    internal static ExportedProgram Read(string version, string name)
    {
        using var zip = ExportedModelTests.Open(version);
        return Torch.Export.Load(new MemoryStream(ExportedModelTests.Bytes(zip, name + ".pt2")));
    }

    private static object? Call(ExportedModule net, string way, params object?[] arguments)
    {
        net.NodeByNode = way == "node by node";
        return way == "traced" ? net.Trace(TextWriter.Null, arguments) : net.Call(arguments);
    }

    private static List<Tensor> Leaves(object? value) => value switch
    {
        Tensor tensor => [tensor],
        System.Collections.IDictionary dictionary => [.. dictionary.Values.Cast<object?>().SelectMany(Leaves)],
        System.Collections.IEnumerable list => [.. list.Cast<object?>().SelectMany(Leaves)],
        _ => [],
    };
}
