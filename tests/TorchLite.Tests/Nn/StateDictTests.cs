using TorchLite.Nn;
using Buffer = TorchLite.Nn.Buffer;

namespace TorchLite.Tests.Nn;

public class StateDictTests
{
    [Test]
    public void Loading_copies_the_values()
    {
        Sequential from = [new Linear(2, 3), new BatchNorm1d(3)], to = [new Linear(2, 3), new BatchNorm1d(3)];
        var weight = to.GetParameter("0.weight");
        to.LoadStateDict(from.StateDict()).ToString().Should().Be("<All keys matched successfully>");
        to.GetParameter("0.weight").Should().BeSameAs(weight);
        weight.Equal(from.GetParameter("0.weight")).Should().BeTrue();
        weight.DataPtr().Should().NotBe(from.GetParameter("0.weight").DataPtr());
        weight.RequiresGrad.Should().BeTrue();
    }

    [Test]
    public void The_state_shares_the_memory_of_the_module()
    {
        var linear = new Linear(2, 1);
        var state = linear.StateDict();
        state["weight"].Should().NotBeSameAs(linear.Weight).And.Subject.As<Tensor>().RequiresGrad.Should().BeFalse();
        state["weight"].Fill_(7);
        linear.Weight.Sum().Item().Should().Be((Scalar)14.0);
        linear.StateDict(keepVars: true)["weight"].Should().BeSameAs(linear.Weight);
        linear.StateDict("net.").Keys.Should().Equal("net.weight", "net.bias");
    }

    [Test]
    public void Whatever_does_not_fit_is_told_at_once_and_the_rest_is_loaded()
    {
        Sequential net = [new Linear(2, 3), new Linear(3, 1)];
        var state = net.StateDict();
        state.Remove("0.bias");
        state["0.weight"] = Torch.Ones(3, 2);
        state["1.weight"] = Torch.Ones(1, 1);
        state["2.weight"] = Torch.Ones(1);
        state["extra"] = Torch.Ones(1);
        FluentActions.Invoking(() => net.LoadStateDict(state)).Should().Throw<TorchException>().WithMessage(
            """
            Error(s) in loading state_dict for Sequential:
            	Missing key(s) in state_dict: "0.bias". 
            	Unexpected key(s) in state_dict: "2.weight", "extra". 
            	size mismatch for 1.weight: copying a param with shape torch.Size([1, 1]) from checkpoint, the shape in current model is torch.Size([1, 3]).
            """.Replace("\r", "", StringComparison.Ordinal));
        net.GetParameter("0.weight").Equal(Torch.Ones(3, 2)).Should().BeTrue();
        state.Remove("1.weight");
        net.LoadStateDict(state, strict: false).ToString().Should().Be(
            "_IncompatibleKeys(missing_keys=['0.bias', '1.weight'], unexpected_keys=['2.weight', 'extra'])");
    }

    [Test]
    public void Names_of_a_parallel_model_are_explained()
    {
        var linear = new Linear(2, 1);
        FluentActions.Invoking(() => linear.LoadStateDict(linear.StateDict("module."))).Should().Throw<TorchException>()
            .WithMessage("*Unexpected key(s) in state_dict: \"module.weight\", \"module.bias\". *DataParallel*ConsumePrefixInStateDictIfPresent*");
    }

    [Test]
    public void A_prefix_is_taken_away_where_it_is()
    {
        Sequential net = [new Linear(2, 1)];
        var state = new Sequential(("module", net)).StateDict();
        state["other"] = Torch.Ones(1);
        Torch.Nn.Utils.ConsumePrefixInStateDictIfPresent(state, "module.");
        state.Keys.Should().Equal("0.weight", "0.bias", "other");
        state.Metadata.Keys.Should().Equal("", "0");
        state.Metadata[""]["version"].Should().Be(1L);
    }

    [Test]
    public void A_spectral_norm_of_before_PyTorch_1_gets_its_second_vector()
    {
        // Of some random weights the vector is known only roughly.
        Torch.ManualSeed(0);
        var linear = Torch.Nn.Utils.SpectralNorm(new Linear(2, 3));
        linear.Call(Torch.Ones(1, 2));
        var state = linear.StateDict();
        var right = state["weight_v"].Clone();
        state["weight"] = linear.Weight.Detach().Clone();
        state.Remove("weight_v");
        linear.GetBuffer("weight_v").Zero_();
        linear.LoadStateDict(new OrderedDictionary<string, Tensor>(state)).MissingKeys.Should().BeEmpty();
        Torch.Allclose(linear.GetBuffer("weight_v"), right).Should().BeTrue();

        state.Remove("weight_u");
        linear.LoadStateDict(new OrderedDictionary<string, Tensor>(state), strict: false).MissingKeys
            .Should().Equal("weight_u", "weight_u", "weight_v");
    }

    [Test]
    public void Assigning_takes_the_memory_and_dtype_over()
    {
        var linear = new Linear(2, 1);
        var weight = linear.Weight;
        var state = new Linear(2, 1).Double().StateDict();
        linear.LoadStateDict(state, assign: true);
        linear.Weight.Should().BeSameAs(weight);
        (weight.DType, weight.RequiresGrad, weight.IsLeaf).Should().Be((DType.Float64, true, true));
        weight.DataPtr().Should().Be(state["weight"].DataPtr());
        linear.Call(Torch.Ones(1, 2, dtype: DType.Float64)).Sum().Backward();
        weight.Grad!.DType.Should().Be(DType.Float64);
    }

    [Test]
    public void Extra_state_and_buffers_that_are_not_kept()
    {
        var counting = new Counting { Steps = 5 };
        var state = counting.StateDict();
        state.Keys.Should().Equal("kept");
        state.ExtraState.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, object?>("_extra_state", 5L));
        using var file = new MemoryStream();
        Torch.Save(state, file);
        file.Position = 0;
        var back = new Counting();
        back.LoadStateDict(Torch.LoadStateDict(file));
        back.Steps.Should().Be(5);
        FluentActions.Invoking(() => back.LoadStateDict(new StateDict { ["kept"] = Torch.Zeros(1) })).Should().Throw<TorchException>()
            .WithMessage("*Missing key(s) in state_dict: \"_extra_state\". ");
        FluentActions.Invoking(() => new Sequential().LoadStateDict(state)).Should().Throw<TorchException>()
            .WithMessage("*Unexpected key(s) in state_dict: \"_extra_state\", \"kept\". ");
    }

    [Test]
    public void Hooks_see_and_change_what_is_saved_and_loaded()
    {
        var seen = new List<string>();
        Sequential net = [new Linear(1, 1)];
        var inner = net[0];
        using var first = inner.RegisterStateDictPreHook((_, prefix, keep) => seen.Add($"before save {prefix} {keep}"));
        using var second = inner.RegisterStateDictPostHook((_, state, prefix) =>
        {
            state[$"{prefix}w"] = state[$"{prefix}weight"];
            state.Remove($"{prefix}weight");
        });
        using var third = inner.RegisterLoadStateDictPreHook((_, loading, prefix) =>
        {
            seen.Add($"before load {prefix} {loading.Version(prefix)} {string.Join(' ', loading.KeysBelow(prefix))}");
            loading[$"{prefix}weight"] = loading.Remove($"{prefix}w");
        });
        using var fourth = net.RegisterLoadStateDictPostHook((_, keys) => seen.Add($"after load {keys}"));
        var state = net.StateDict();
        state.Keys.Should().Equal("0.bias", "0.w");
        net.LoadStateDict(state);
        seen.Should().Equal("before save 0. False", "before load 0. 1 0.bias 0.w", "after load <All keys matched successfully>");
        second.Remove();
        net.StateDict().Keys.Should().Equal("0.weight", "0.bias");
    }

    [Test]
    public void A_file_has_what_Python_writes()
    {
        Sequential net = [new Linear(2, 3), new BatchNorm1d(3)];
        using var file = new MemoryStream();
        Torch.Save(net.StateDict(), file);
        file.Position = 0;
        var state = Torch.LoadStateDict(file);
        state.Keys.Should().Equal(
            "0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked");
        state.Metadata.Select(static module => $"{module.Key} {module.Value["version"]}").Should().Equal(" 1", "0 1", "1 2");
        net.LoadStateDict(state).MissingKeys.Should().BeEmpty();
    }

    [Test]
    public void A_checkpoint_of_everything_comes_back()
    {
        Sequential net = [new Linear(2, 3)];
        using var file = new MemoryStream();
        Torch.Save(new Dictionary<string, object> { ["epoch"] = 3, ["model"] = net.StateDict(), ["rng"] = Torch.GetRngState() }, file);
        file.Position = 0;
        var checkpoint = (OrderedDictionary<object, object?>)Torch.Load(file)!;
        Sequential other = [new Linear(2, 3)];
        other.LoadStateDict((OrderedDictionary<object, object?>)checkpoint["model"]!);
        other.GetParameter("0.weight").Equal(net.GetParameter("0.weight")).Should().BeTrue();
    }

    private sealed class Counting : Module
    {
        public long Steps { get; set; }

        public Buffer Kept { get; } = new(Torch.Zeros(1));

        public Buffer Passing { get; } = new(Torch.Zeros(1), persistent: false);

        protected override object? GetExtraState() => Steps;

        protected override void SetExtraState(object? state) => Steps = (long)state!;
    }
}
