using System.Collections;
using System.Numerics;
using TorchLite.Jit;
using TorchLite.Tests.Export;
using TorchLite.Tests.Properties;

namespace TorchLite.Tests.Jit;

/// <summary>Methods and attributes of every type of TorchScript.</summary>
[TestFixture]
public class ScriptTypesTests
{
    [TestCase("2.6")]
    [TestCase("2.14")]
    public void Methods_take_and_give_what_they_take_and_give_in_Python(string version)
    {
        using var scope = Torch.Scope();
        var (module, recorded) = ScriptedModelTests.Read(version, "typed.script");
        foreach (var call in ((IEnumerable)recorded["calls"]!).Cast<object?[]>())
        {
            var (name, error) = ((string)call[0]!, call[4] as string);
            var named = ((IDictionary)call[2]!).Keys.Cast<string>().ToDictionary(static key => key, key => ((IDictionary)call[2]!)[key]);
            object?[] given = [.. ((object?[])call[1]!).Select(one => name is "typed" && one is string ? DType.Float16 : one)];
            if (error is null)
            {
                ModelValues.ShouldEqual(Plain(module.Invoke(name, given, named)), call[3], name);
            }
            else
            {
                var thrown = module.Invoking(m => m.Invoke(name, given, named)).Should().Throw<TorchScriptException>().Which;
                error.TrimEnd().Should().EndWith(thrown.Message);

                // Python names the class of the error before the stack, and its message behind it.
                var trace = error[(error.IndexOf(": ", StringComparison.Ordinal) + 2)
                    ..error.LastIndexOf('\n', error.TrimEnd().Length - 1)].TrimEnd();
                thrown.ScriptTrace.Should().Be(trace);
            }
        }

        foreach (DictionaryEntry one in (IDictionary)recorded["after"]!)
        {
            var path = ((string)one.Key).Split('.');
            var owner = (ScriptModule)module.GetSubmodule(string.Join('.', path[..^1]));
            ModelValues.ShouldEqual(owner.GetAttribute(path[^1]), one.Value, $"the attribute {one.Key}");
        }

        module.ToString().Should().Be((string)recorded["repr"]!);
        module.Code.Should().Be((string)recorded["code"]!);
        ((ScriptModule)module.GetSubmodule("inner")).Code.Should().Be((string)recorded["inner_code"]!);
        module.StateDict().Keys.Should().BeEquivalentTo(((IDictionary)recorded["state"]!).Keys.Cast<string>());
    }

    [Test]
    public void Attributes_are_written_with_their_types_only()
    {
        using var scope = Torch.Scope();
        var module = ScriptedModelTests.Read("2.6", "typed.script").Module;
        module.SetAttribute("names", new[] { "x" });
        module.SetAttribute("maybe", 5);
        module.SetAttribute("table", new Dictionary<string, Tensor> { ["q"] = Torch.Ones(2) });
        module.SetAttribute("limits", (3, 4));
        module.SetAttribute("scale", 2);
        var inner = (ScriptModule)module.GetSubmodule("inner");
        inner.SetAttribute("factor", 0.0);

        ModelValues.ShouldEqual(module.GetAttribute("names"), new object?[] { "x" }, "names");
        module.GetAttribute("maybe").Should().Be(5L);
        module.GetAttribute("limits").Should().BeEquivalentTo(new object[] { 3L, 4L });
        ((Tensor)((IDictionary)module.GetAttribute("table")!)["q"]!).ShouldEqual(Torch.Ones(2));
        ((Tensor)((object?[])module.Call(Torch.Ones(1, 4))!)[1]!).Detach().ShouldEqual(Torch.Zeros(1, 2));
        module.GetSubmodule("a").Should().BeOfType<ScriptModule>().Which.GetAttribute("in_features").Should().Be(4L);
        module.AttributeNames.Should().Equal("training", "scale", "names", "limits", "table", "maybe", "plain", "ready");

        module.Invoking(static m => m.SetAttribute("names", 3)).Should().Throw<TorchTypeException>();
        module.Invoking(static m => m.GetAttribute("gone")).Should().Throw<TorchException>();
        ((ScriptModule)module.GetSubmodule("a")).Invoking(static m => m.SetAttribute("in_features", 3)).Should().Throw<TorchException>();
    }

    [Test]
    public void Other_arguments_than_the_method_takes_are_refused_as_PyTorch_refuses_them()
    {
        using var scope = Torch.Scope();
        var module = ScriptedModelTests.Read("2.6", "typed.script").Module;
        module.Invoking(static m => m.Call()).Should().Throw<TorchException>().WithMessage(
            "forward() is missing value for argument 'x'. Declaration: forward(__torch__.Typed self, Tensor x) -> ((Tensor, Tensor))");
        module.Invoking(static m => m.Call(1, 2)).Should().Throw<TorchException>().WithMessage(
            "forward() expected at most 2 argument(s) but received 3 argument(s). "
            + "Declaration: forward(__torch__.Typed self, Tensor x) -> ((Tensor, Tensor))");
        module.Invoking(static m => m.Call([Torch.Ones(1)], new Dictionary<string, object?> { ["z"] = 1 })).Should().Throw<TorchException>()
            .WithMessage("Unknown keyword argument 'z' for operator 'forward'.*");
        module.Invoking(static m => m.Call("x")).Should().Throw<TorchException>().WithMessage(
            "forward() Expected a value of type 'Tensor' for argument 'x' but instead found type 'str'.*");
        module.Invoking(static m => m.Invoke("lists", new[] { 1 }, new[] { 1 }, new[] { "a" })).Should().Throw<TorchException>();
        module.Invoking(static m => m.Invoke("gone")).Should().Throw<TorchException>().WithMessage("Method 'gone' is not defined.");
        module.Invoking(static m => m.Invoke<string>("bump")).Should().Throw<InvalidCastException>();
    }

    [Test]
    [Platform("Linux")] // compiling TorchScript
    public void Results_come_as_the_types_that_the_caller_names()
    {
        using var scope = Torch.Scope();
        var unit = Torch.Jit.Compile("""
            def nested(x: Tensor) -> Tuple[Tensor, Tuple[int, float], List[str]]:
                return x + 1, (2, 0.5), ["a", "b"]

            def numbers(x: int) -> Dict[str, float]:
                return {"half": x / 2, "twice": x * 2.0}

            def parts(x: Tensor) -> List[Tensor]:
                return [x, x + 1]

            def maybe(x: Optional[int]) -> Optional[int]:
                return x
            """);

        var (tensor, (whole, half), names) = unit.Call<(Tensor, (int, float), string[])>("nested", Torch.Ones(1));
        ((double)tensor, whole, half).Should().Be((2, 2, 0.5f));
        names.Should().Equal("a", "b");
        unit.Call<IReadOnlyDictionary<string, double>>("numbers", 3).Should().Equal(
            new Dictionary<string, double> { ["half"] = 1.5, ["twice"] = 6 });
        unit.Call<List<Tensor>>("parts", Torch.Ones(1)).Select(static one => (double)one).Should().Equal(1, 2);
        unit.Call<int?>("maybe", [null]).Should().BeNull();
        unit.Call<int?>("maybe", 3).Should().Be(3);
        unit.Invoking(static one => one.Call<(Tensor, Tensor)>("parts", Torch.Ones(1), 1)).Should().Throw<TorchException>();
        unit.Invoking(static one => one.Call<(Tensor, string)>("nested", Torch.Ones(1))).Should().Throw<InvalidCastException>()
            .WithMessage("the model returns (a Tensor, (a Int64, a Double), [a String, a String]), not a (Tensor, String)");
    }

    [Test]
    [Platform("Linux")] // compiling TorchScript
    public void Fractions_come_out_as_they_are_inside()
    {
        using var scope = Torch.Scope();
        var unit = Torch.Jit.Compile("""
            def same(x: float) -> float:
                return x

            def many(x: List[float]) -> Dict[str, List[float]]:
                return {"x": x}

            def rotated(x: complex) -> complex:
                return x * 1j
            """);

        foreach (var number in new[] { 0.1, 1e300, -1e-320, 16777217, -0.0, double.NaN, double.NegativeInfinity, Math.PI })
        {
            BitConverter.DoubleToInt64Bits(unit.Call<double>("same", number)).Should().Be(BitConverter.DoubleToInt64Bits(number));
        }

        unit.Call<IDictionary>("many", new[] { 3e-4, 1e200 })["x"].Should().BeEquivalentTo(new List<object> { 3e-4, 1e200 });
        unit.Call<Complex>("rotated", new Complex(0.3, 1e100)).Should().Be(new Complex(0.3, 1e100) * Complex.ImaginaryOne);
    }

    [Test]
    [Platform("Linux")] // compiling TorchScript
    public void An_array_is_one_argument_where_a_list_is_taken()
    {
        using var scope = Torch.Scope();
        var unit = Torch.Jit.Compile("""
            def total(xs: List[Tensor]) -> Tensor:
                return torch.stack(xs).sum()

            def joined(xs: List[str], by: str = "-") -> str:
                return by.join(xs)

            def difference(x: Tensor, y: Tensor) -> Tensor:
                return x - y

            def named() -> Dict[str, Tensor]:
                return {"y": torch.ones(1)}
            """);
        Tensor[] two = [Torch.Ones(2), Torch.Ones(2)];

        ((double)unit.Call<Tensor>("total", two)).Should().Be(4);
        ((double)unit.Call<Tensor>("total", [two[..1]])).Should().Be(2);
        unit.Call("joined", new[] { "a", "b" }).Should().Be("a-b");
        unit.Call<Tensor>("difference", two).ToArray<float>().Should().Equal(0, 0);
        unit.Call<Dictionary<string, Tensor>>("named").Should().ContainKey("y");
    }

    [Test]
    public void Complex_numbers_and_named_tuples_have_types_of_their_own()
    {
        using var scope = Torch.Scope();
        var module = ScriptedModelTests.Read("2.6", "typed.script").Module;
        module.Invoke<Complex>("complexes", new Complex(1, 2), 3).Should().Be(new Complex(1, 1));
        var point = module.Invoke<NamedTuple>("point", Torch.Ones(1));
        (point.TypeName, string.Join(' ', point.Names), point.Count).Should().Be(("Point", "x y", 2));
        var box = module.Invoke<NamedTuple>("of_box", (point, "a", new[] { 1L }));
        box["name"].Should().Be("a!");
        box.ToString().Should().Be("Box(corner=Point(x=tensor([2.]), y=tensor([4.])), name='a!', sizes=[1, 3])");
        FluentActions.Invoking(() => box["none"]).Should().Throw<KeyNotFoundException>();
        FluentActions.Invoking(static () => new NamedTuple("T", ["a"])).Should().Throw<ArgumentException>();
    }

    // The recordings hold texts for what a state dict can not hold, and plain tuples for named ones.
    private static object? Plain(object? value) => value switch
    {
        Device device => device.ToString(),
        object?[] tuple => Array.ConvertAll(tuple, Plain),
        NamedTuple named => named.Select(Plain).ToArray(),
        _ => value,
    };
}
