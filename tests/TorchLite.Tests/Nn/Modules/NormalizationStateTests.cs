using TorchLite.Nn;

namespace TorchLite.Tests.Nn.Modules;

/// <summary>State dicts of batch and instance normalization, old ones too.</summary>
public class NormalizationStateTests
{
    [Test]
    public void A_state_dict_from_before_the_number_of_batches_is_loaded()
    {
        var old = new BatchNorm1d(2).StateDict();
        old.Remove("num_batches_tracked");
        old.Metadata.Clear();
        var norm = new BatchNorm1d(2);
        norm.Call(Torch.Randn(3, 2));

        norm.LoadStateDict(old).MissingKeys.Should().BeEmpty();

        ((long)norm.NumBatchesTracked!).Should().Be(1, "it keeps its own");
        norm.RunningMean!.Equal(Torch.Zeros(2)).Should().BeTrue();
    }

    [Test]
    public void A_new_state_dict_without_the_number_of_batches_is_not_whole()
    {
        var state = new BatchNorm1d(2).StateDict();
        state.Metadata[""]["version"].Should().Be(2L);
        state.Remove("num_batches_tracked");

        FluentActions.Invoking(() => new BatchNorm1d(2).LoadStateDict(state)).Should().Throw<TorchException>().WithMessage(
            "Error(s) in loading state_dict for BatchNorm1d:\n\tMissing key(s) in state_dict: \"num_batches_tracked\". ");
    }

    [Test]
    public void Statistics_that_an_instance_norm_does_not_keep_are_told_of()
    {
        var old = new InstanceNorm2d(2, trackRunningStats: true).StateDict();
        old.Remove("num_batches_tracked");
        old.Metadata.Clear();

        FluentActions.Invoking(() => new InstanceNorm2d(2).LoadStateDict(old)).Should().Throw<TorchException>().WithMessage(
            "Error(s) in loading state_dict for InstanceNorm2d:\n\tUnexpected running stats buffer(s) \"running_mean\" and \"running_var\" "
            + "for InstanceNorm2d with track_running_stats=False. If state_dict is a checkpoint saved before 0.4.0, this may be expected "
            + "because InstanceNorm2d does not track running stats by default since 0.4.0. Please remove these keys from state_dict. If "
            + "the running stats are actually needed, instead set track_running_stats=True in InstanceNorm2d to enable them. See the "
            + "documentation of InstanceNorm2d for details.");
    }

    [Test]
    public void A_lazy_module_takes_its_shape_from_a_state_dict()
    {
        var state = new Linear(3, 2).StateDict();
        var lazy = new LazyLinear(2);
        lazy.LoadStateDict(state);

        lazy.HasUninitializedParams().Should().BeFalse();
        lazy.Call(Torch.Ones(1, 3)).Equal(Torch.Nn.Functional.Linear(Torch.Ones(1, 3), state["weight"], state["bias"])).Should().BeTrue();
        lazy.ToString().Should().Be("Linear(in_features=3, out_features=2, bias=True)");

        var other = new LazyLinear(2);
        other.LoadStateDict(state);
        FluentActions.Invoking(() => other.Call(Torch.Ones(1, 4))).Should().Throw<TorchException>().WithMessage(
            "The in_features inferred from input: 4 is not equal to in_features from self.weight: 3");
    }

    [Test]
    public void The_mean_of_all_batches_so_far_is_kept_where_there_is_no_momentum()
    {
        var norm = new BatchNorm1d(1, momentum: null);
        norm.Call(Torch.Tensor([[0.0], [2.0]]));
        norm.Call(Torch.Tensor([[4.0], [6.0]]));

        norm.RunningMean!.ToArray<float>().Should().Equal(3);
        ((long)norm.NumBatchesTracked!).Should().Be(2);
    }
}
