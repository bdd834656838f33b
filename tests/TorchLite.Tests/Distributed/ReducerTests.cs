using TorchLite.Distributed;
using TorchLite.Distributed.Optim;
using TorchLite.Native;
using TorchLite.Nn;
using TorchLite.Nn.Parallel;
using TorchLite.Optim;

namespace TorchLite.Tests.Distributed;

/// <summary>libtorch's Reducer, and what wraps a module in it, in a group of one process.</summary>
[Platform("Linux")]
[NonParallelizable]
public sealed class ReducerTests
{
    [SetUp]
    public void Start() => Torch.Distributed.InitProcessGroup("gloo", store: new HashStore(), worldSize: 1, rank: 0);

    [TearDown]
    public void End() => Torch.Distributed.DestroyProcessGroup();

    [Test]
    public unsafe void It_takes_less_room_than_it_is_given()
    {
        var net = new Linear(2, 1);
        var reducer = new Reducer(
            GroupMember.World!, [.. net.Parameters()], [[1, 0]], [false, false], [".weight", ".bias"],
            new(25 << 20, 1 << 20, FindUnusedParameters: true, GradientAsBucketView: false, SkipAllReduceUnusedParams: false));

        new ReadOnlySpan<byte>((void*)(reducer.Address + (NativeReducer.Room / 2)), NativeReducer.Room / 2).ToArray()
            .Should().OnlyContain(static one => one == 0);
        GC.KeepAlive(reducer);
    }

    [Test]
    public void One_that_is_forgotten_reduces_the_last_step_yet()
    {
        var net = new Linear(2, 1);
        var loss = Loss(net);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        loss.Backward();

        net.Weight.Grad!.ToArray<float>().Should().Equal(1, 1);
        _ = new DistributedDataParallel<Tensor, Tensor>(net);
    }

    [Test]
    public void A_copy_is_wrapped_by_itself()
    {
        var ddp = new DistributedDataParallel<Tensor, Tensor>(new Linear(2, 1));

        var copy = ddp.Clone();
        copy.Call(Torch.Ones(1, 2)).Sum().Backward();

        copy.Parameters().Should().AllSatisfy(static parameter => parameter.Grad.Should().NotBeNull());
        ddp.Parameters().Should().AllSatisfy(static parameter => parameter.Grad.Should().BeNull());
        string.Join(" ", ddp.StateDict().Keys).Should().Be("module.weight module.bias");
    }

    [Test]
    public void Modules_that_cannot_be_wrapped_are_refused()
    {
        static string Of(Module<Tensor, Tensor> module) =>
            FluentActions.Invoking(() => new DistributedDataParallel<Tensor, Tensor>(module))
                .Should().Throw<TorchException>().Which.Message;

        Of(new ReLU()).Should().Be(
            "DistributedDataParallel is not needed when a module doesn't have any parameter that requires a gradient.");
        Of(new LazyLinear(2)).Should().StartWith("Modules with uninitialized parameters can't be used with `DistributedDataParallel`.");
    }

    [Test]
    public void A_group_without_this_process_is_refused()
    {
        var destroyed = Torch.Distributed.NewGroup();
        Torch.Distributed.DestroyProcessGroup(destroyed);
        var net = new Linear(2, 1);
        foreach (var group in new[] { destroyed, GroupMember.NonGroupMember })
        {
            FluentActions.Invoking(() => new DistributedDataParallel<Tensor, Tensor>(net, processGroup: group)).Should()
                .Throw<TorchValueException>().WithMessage("Invalid process group specified: *");
            FluentActions.Invoking(() => new ZeroRedundancyOptimizer(net.Parameters(), static own => new SGD(own, lr: 1), group)).Should()
                .Throw<TorchValueException>().WithMessage("Invalid process group specified: *");
        }
    }

    [Test]
    public void An_optimizer_without_parameters_is_refused()
    {
        foreach (var none in new ParamGroup[][] { [], [new([])] })
        {
            FluentActions.Invoking(() => new ZeroRedundancyOptimizer(none, static own => new SGD(own, lr: 1))).Should()
                .Throw<TorchValueException>().WithMessage("ZeroRedundancyOptimizer got an empty parameter list");
        }
    }

    [Test]
    public void Gradients_are_sent_in_half_precision_where_that_is_asked_for()
    {
        var net = new Linear(2, 1);
        var ddp = new DistributedDataParallel<Tensor, Tensor>(net);
        ddp.RegisterCommHook(BuiltinCommHookType.Fp16Compress);

        ddp.Call(Torch.Full([1, 2], 1 + (1 / 4096.0))).Sum().Backward();

        net.Weight.Grad!.ToArray<float>().Should().Equal(1, 1);
        ddp.Invoking(static one => one.RegisterCommHook(BuiltinCommHookType.Allreduce)).Should().Throw<TorchException>()
            .WithMessage("register_builtin_comm_hook or register_comm_hook can only be called once.*");
        ddp.Invoking(static one => one.RegisterCommHook(0)).Should().Throw<TorchValueException>();
    }

    [Test]
    public void Outputs_in_which_nothing_is_looked_for_are_refused()
    {
        var ddp = new DistributedDataParallel<Tensor, object>(new Odd(), findUnusedParameters: true);

        FluentActions.Invoking(() => ddp.Call(Torch.Ones(1, 2))).Should().Throw<TorchTypeException>()
            .WithMessage("findUnusedParameters and staticGraph look for tensors*the module gives a Version");
    }

    private static Tensor Loss(Linear net) => new DistributedDataParallel<Tensor, Tensor>(net).Call(Torch.Ones(1, 2)).Sum();

    private sealed class Odd : Module<Tensor, object>
    {
        private readonly Linear layer = new(2, 1);

        protected override object Forward(Tensor input)
        {
            _ = layer.Call(input);
            return new Version(1, 0);
        }
    }
}
