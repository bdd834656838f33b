using TorchLite.Nn;
using Buffer = TorchLite.Nn.Buffer;

namespace TorchLite.Tests.Nn;

public class ModuleRegistrationTests
{
    [Test]
    public void Members_are_registered_in_the_order_of_declaration_under_Pythons_names()
    {
        var module = new Derived(new Linear(2, 2), 3);
        module.NamedParameters(recurse: false).Select(static one => one.Name).Should().Equal("scale", "behind_a_wider_type", "w");
        module.NamedBuffers().Select(static one => one.Name).Should().Equal("running_mean", "temporary");
        module.NamedChildren().Select(static one => one.Name).Should().Equal("captured", "fc1", "lm_head", "ln_f", "own");
        module.StateDict().Keys.Take(4).Should().Equal("scale", "behind_a_wider_type", "w", "running_mean");
    }

    [Test]
    public void A_member_that_is_set_anew_is_seen()
    {
        var module = new Derived(new Linear(2, 2), 3) { Fc1 = null };
        module.NamedChildren().Select(static one => one.Name).Should().NotContain("fc1");
        module.Fc1 = new Linear(7, 7);
        module.GetParameter("fc1.weight").Shape.Should().Equal(7, 7);
    }

    [Test]
    public void Tied_weights_come_once_but_are_saved_under_each_name()
    {
        var module = new Tied();
        module.NamedParameters().Select(static one => one.Name).Should().Equal("wte.weight");
        module.NamedParameters(removeDuplicate: false).Select(static one => one.Name).Should().Equal("wte.weight", "head.weight");
        module.StateDict().Keys.Should().Equal("wte.weight", "head.weight");
        module.Double().Head.Weight.Should().BeSameAs(module.Wte.Weight);
    }

    [Test]
    public void A_plain_collection_of_modules_is_an_error_that_names_the_member()
    {
        Action[] walks =
        [
            static () => new Plain(new List<Linear> { new(1, 1) }).Parameters().ToList(),
            static () => new Plain(new[] { new Linear(1, 1) }).StateDict(),
            static () => new Plain(new Dictionary<string, Linear> { ["a"] = new(1, 1) }).Eval(),
            static () => new Plain((new Linear(1, 1), 2)).Double(),
            static () => new Plain(new object[] { 1, new Parameter(Torch.Ones(1)) }).ToString(),
        ];
        foreach (var walk in walks)
        {
            walk.Should().Throw<InvalidOperationException>()
                .WithMessage("Plain.Things is a plain collection (*) of modules or parameters*ModuleList*[Unregistered]*");
        }

        new Plain(new List<int> { 1 }).Parameters().Should().BeEmpty();
        new Marked().Parameters().Should().BeEmpty();
    }

    [Test]
    public void Two_members_of_one_name_are_an_error() =>
        FluentActions.Invoking(static () => new Twice().Parameters().ToList()).Should().Throw<InvalidOperationException>()
            .WithMessage("two members of Twice are registered as 'fc1': *");

    [Test]
    public void Names_are_registered_beside_the_members()
    {
        var module = new Tied();
        module.RegisterParameter("extra", new Parameter(Torch.Ones(1)));
        module.RegisterBuffer("count", Torch.Zeros(1), persistent: false);
        module.RegisterModule("wte", new Embedding(2, 2));
        module.NamedParameters(recurse: false).Select(static one => one.Name).Should().Equal("extra");
        module.GetBuffer("count").Persistent.Should().BeFalse();
        module.Wte.NumEmbeddings.Should().Be(2);
        FluentActions.Invoking(() => module.RegisterParameter("a.b", null)).Should().Throw<ArgumentException>()
            .WithMessage("parameter name can't contain \".\"*");
        FluentActions.Invoking(() => module.RegisterBuffer("", null)).Should().Throw<ArgumentException>()
            .WithMessage("buffer name can't be empty string \"\"*");
        FluentActions.Invoking(() => module.RegisterModule("wte", new ReLU())).Should().Throw<ArgumentException>()
            .WithMessage("attribute 'wte' already exists: it is a Embedding of Tied, which cannot hold a ReLU*");
    }

    [Test]
    public void Parts_are_found_and_replaced_by_their_paths()
    {
        Sequential inner = [new Linear(2, 3), new ReLU()];
        var module = new Holder(inner);
        module.GetSubmodule("").Should().BeSameAs(module);
        module.GetSubmodule("net.0").Should().BeSameAs(inner[0]);
        module.GetParameter("net.0.weight").Shape.Should().Equal(3, 2);
        module.SetSubmodule("net.1", new Tanh());
        inner[1].Should().BeOfType<Tanh>();
        module.SetSubmodule("net", new Sequential());
        module.Net.Count.Should().Be(0);
        FluentActions.Invoking(() => module.GetSubmodule("net.7")).Should().Throw<KeyNotFoundException>()
            .WithMessage("Sequential has no attribute `7`");
        FluentActions.Invoking(() => module.GetParameter("net")).Should().Throw<KeyNotFoundException>()
            .WithMessage("`net` is not an nn.Parameter");
        FluentActions.Invoking(() => module.SetSubmodule("", module)).Should().Throw<ArgumentException>()
            .WithMessage("Cannot set the submodule without a target name!*");
    }

    [Test]
    public void A_module_that_is_a_part_of_itself_ends_in_an_error()
    {
        var circle = new Circle();
        circle.Modules().Should().HaveCount(1);
        foreach (var walk in new Action[] { () => circle.Eval(), () => circle.StateDict(), () => circle.Double(), () => circle.ToString() })
        {
            walk.Should().Throw<TorchException>().WithMessage("maximum recursion depth exceeded");
        }
    }

    [Test]
    public void Parameters_belong_to_no_scope()
    {
        Linear made;
        using (Torch.Scope())
        {
            made = new Linear(2, 2);
        }

        made.Call(Torch.Ones(1, 2)).Shape.Should().Equal(1, 2);
        Torch.Tidy(static () => new Parameter(Torch.Ones(2))).Sum().Item().Should().Be((Scalar)2.0);
    }

    [Test]
    public void A_parameter_takes_over_what_its_tensor_counts_for()
    {
        var before = Torch.Memory.LiveBytes();
        var data = Torch.Ones(1000, 1000);
        var parameter = new Parameter(data);
        (Torch.Memory.LiveBytes() - before).Should().BeInRange(4_000_000, 4_100_000);
        parameter.DataPtr().Should().Be(data.DataPtr());
        data.Dispose();
        (Torch.Memory.LiveBytes() - before).Should().BeInRange(4_000_000, 4_100_000);
        parameter.Dispose();
        (Torch.Memory.LiveBytes() - before).Should().BeInRange(-100_000, 100_000);
    }

    [Test]
    public void Integers_are_no_parameter_that_gets_gradients()
    {
        FluentActions.Invoking(static () => new Parameter(Torch.Tensor([1, 2]))).Should().Throw<TorchException>()
            .WithMessage("Only Tensors of floating point and complex dtype can require gradients");
        new Parameter(Torch.Tensor([1, 2]), requiresGrad: false).DType.Should().Be(DType.Int64);
    }

    private class Base(Linear captured, int number) : Module<Tensor, Tensor>
    {
        public Parameter Scale { get; set; } = new(Torch.Ones(2));

        public Tensor Plain { get; } = Torch.Zeros(2);

        public object BehindAWiderType { get; } = new Parameter(Torch.Ones(1));

        [Name("w")]
        public Parameter Renamed { get; set; } = new(Torch.Ones(1));

        [Unregistered]
        public Linear Teacher { get; } = new(1, 1);

        public Linear? Fc1 { get; set; } = new(2, 2);

        protected override Tensor Forward(Tensor x) => captured.Call(x) * number;
    }

    private sealed class Derived(Linear captured, int number) : Base(captured, number)
    {
        [Name("running_mean")]
        private readonly Buffer mean = new(Torch.Zeros(2));
        private readonly Buffer temporary = new(Torch.Zeros(2), persistent: false);
        private readonly Linear _lmHead = new(2, 2), LnF = new(2, 2);
        private readonly Parameter? missing = null;
        private readonly Linear own = new(2, 2);

        protected override Tensor Forward(Tensor x) => own.Call(_lmHead.Call(LnF.Call(x))) + mean + temporary + (missing is null ? 0 : 1);
    }

    private sealed class Tied : Module
    {
        public Embedding Wte { get; set; } = new(3, 2);

        public Linear Head { get; }

        public Tied() => Head = new(2, 3, bias: false) { Weight = Wte.Weight };
    }

    private sealed class Plain(object things) : Module
    {
        public object Things { get; } = things;
    }

    private sealed class Marked : Module
    {
        [Unregistered]
        public List<Linear> Things { get; } = [new(1, 1)];
    }

    private sealed class Twice : Module
    {
        public readonly Linear fc1 = new(1, 1);

        public Linear Fc1 { get; } = new(1, 1);
    }

    private sealed class Holder(Sequential net) : Module
    {
        public Sequential Net { get; set; } = net;
    }

    private sealed class Circle : Module
    {
        public Circle() => Self = this;

        public Module Self { get; }
    }
}
