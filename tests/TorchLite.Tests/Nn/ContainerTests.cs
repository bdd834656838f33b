using TorchLite.Nn;

namespace TorchLite.Tests.Nn;

public class ContainerTests
{
    [Test]
    public void A_list_prints_modules_that_are_alike_in_one_line()
    {
        ModuleList<Module> list = [new Linear(1, 1), new Linear(1, 1), new ReLU(), new Linear(1, 1)];
        list.ToString().Should().Be(
            """
            ModuleList(
              (0-1): 2 x Linear(in_features=1, out_features=1, bias=True)
              (2): ReLU()
              (3): Linear(in_features=1, out_features=1, bias=True)
            )
            """.Replace("\r", "", StringComparison.Ordinal));
        new ModuleList<Module>().ToString().Should().Be("ModuleList()");
        new ModuleList<Sequential>([new Sequential(new ReLU()), new Sequential(new ReLU())]).ToString().Should().Be(
            "ModuleList(\n  (0-1): 2 x Sequential(\n    (0): ReLU()\n  )\n)");
    }

    [Test]
    public void Items_are_inserted_and_taken_out_under_their_numbers()
    {
        Linear a = new(1, 1), b = new(1, 2), c = new(1, 3);
        ModuleList<Linear> list = [a, c];
        list.Insert(1, b);
        list.Should().Equal(a, b, c);
        list.NamedChildren().Select(static one => one.Name).Should().Equal("0", "1", "2");
        list.Pop(0).Should().BeSameAs(a);
        list.NamedChildren().Select(static one => one.Name).Should().Equal("0", "1");
        list[-1].Should().BeSameAs(c);
        list[0] = a;
        list[..1].Should().Equal(a);
        FluentActions.Invoking(() => list[2]).Should().Throw<TorchIndexException>().WithMessage("index 2 is out of range");
        FluentActions.Invoking(() => new Sequential().Insert(1, a)).Should().Throw<TorchIndexException>()
            .WithMessage("Index out of range: 1");
        list.StateDict().Keys.Should().Equal("0.weight", "0.bias", "1.weight", "1.bias");
    }

    [Test]
    public void A_sequence_has_names_and_slices_that_keep_them()
    {
        var net = new Sequential(("fc", new Linear(2, 2)), ("act", new ReLU()));
        net["act"].Should().BeOfType<ReLU>();
        net[1..].ToString().Should().Be("Sequential(\n  (act): ReLU()\n)");
        net.Append(new Tanh());
        net.NamedChildren().Select(static one => one.Name).Should().Equal("fc", "act", "2");
        net["fc"] = new Linear(2, 3);
        net.Call(Torch.Ones(1, 2)).Shape.Should().Equal(1, 3);
        new Sequential().Call(Torch.Ones(2)).Equal(Torch.Ones(2)).Should().BeTrue();
        new Named().NamedChildren().Select(static one => one.Name).Should().Equal("0", "extra");
    }

    [Test]
    public void Dictionaries_and_lists_of_parameters_print_as_in_Python()
    {
        new ParameterDict { ["left"] = new Parameter(Torch.Ones(2)), ["r"] = new Parameter(Torch.Ones(2, 3)) }.ToString().Should().Be(
            "ParameterDict(\n    (left): Parameter containing: [torch.FloatTensor of size 2]\n"
            + "    (r): Parameter containing: [torch.FloatTensor of size 2x3]\n)");
        new ParameterList([Torch.Ones(2)]).ToString().Should().Be(
            "ParameterList(  (0): Parameter containing: [torch.float32 of size 2])");
        new ModuleDict<Module>().ToString().Should().Be("ModuleDict()");
        FluentActions.Invoking(static () => new ModuleDict<Module> { ["a.b"] = new ReLU() }).Should().Throw<ArgumentException>()
            .WithMessage("module name can't contain \".\", got: a.b*");
    }

    private sealed class Named : Sequential
    {
        private readonly Linear extra = new(1, 1);

        public Named()
            : base(new ReLU())
        {
        }

        protected override Tensor Forward(Tensor input) => extra.Call(base.Forward(input));
    }

    [Test, SetCulture("sv-SE")]
    public void No_culture_changes_how_a_module_prints() => new Sequential(new Flatten(), new GLU(), new ConstantPad1d([-1, 2], -1.5)).ToString()
        .Should().Be("""
            Sequential(
              (0): Flatten(start_dim=1, end_dim=-1)
              (1): GLU(dim=-1)
              (2): ConstantPad1d(padding=(-1, 2), value=-1.5)
            )
            """.ReplaceLineEndings("\n"));
}
