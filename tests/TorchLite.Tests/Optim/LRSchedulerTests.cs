using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Optim.LrScheduler;

namespace TorchLite.Tests.Optim;

/// <summary>What the recorded schedulers do not tell: warnings, groups that come later, schedulers of one's own, Python's files.</summary>
[NonParallelizable]
public class LRSchedulerTests
{
    private static SGD Sgd(double lr = 1.0) => new([new Parameter(Torch.Ones(1))], lr, momentum: 0.9);

    [Test]
    public void A_step_before_the_optimizers_is_warned_of_once()
    {
        var sgd = Sgd();
        sgd.Step();
        var scheduler = new ExponentialLR(sgd, 0.5);
        Warned.By(scheduler.Step).Should().ContainSingle()
            .Which.Should().StartWith("Detected call of `lr_scheduler.step()` before `optimizer.step()`.");
        Warned.By(scheduler.Step).Should().BeEmpty();

        var other = new ExponentialLR(sgd, 0.5);
        sgd.Step();
        Warned.By(other.Step).Should().BeEmpty();
    }

    [Test]
    public void An_epoch_is_warned_of_but_where_it_is_asked_for()
    {
        var sgd = Sgd();
        var (exponential, restarts) = (new ExponentialLR(sgd, 0.5), new CosineAnnealingWarmRestarts(sgd, 5));
        var plateau = new ReduceLROnPlateau(sgd);
        sgd.Step();
        Warned.By(() => exponential.Step(3)).Should().ContainSingle().Which.Should().StartWith("The epoch parameter in `scheduler.step()`");
        Warned.By(() => restarts.Step(3)).Should().BeEmpty();
        Warned.By(() => plateau.Step(0.5)).Should().BeEmpty();
        Warned.By(() => plateau.Step(0.5, epoch: 7)).Should().ContainSingle();
        plateau.LastEpoch.Should().Be(7);
    }

    [Test]
    public void A_training_that_goes_on_needs_the_first_learning_rates()
    {
        var act = () => new StepLR(Sgd(), 3, lastEpoch: 2);
        act.Should().Throw<KeyNotFoundException>()
            .WithMessage("param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.*");
    }

    [Test]
    public void A_resumed_scheduler_begins_with_the_learning_rates_that_are_there()
    {
        // PyTorch 2.14; versions before took a step here.
        var sgd = Sgd(0.5);
        sgd.ParamGroups[0]["initial_lr"] = 1.0;
        new ExponentialLR(sgd, 0.5, lastEpoch: 0).GetLastLr().Should().Equal(0.5);
        new PolynomialLR(sgd, 10, lastEpoch: 2).GetLastLr().Should().Equal(0.5);
        new LinearLR(sgd, lastEpoch: 2).GetLastLr().Should().Equal(0.5);
        new CosineAnnealingLR(sgd, 10, lastEpoch: 2).GetLastLr().Should().Equal(0.5);
    }

    [Test]
    public void A_plateau_is_a_metric_however_it_is_called()
    {
        var sgd = Sgd();
        var plateau = new ReduceLROnPlateau(sgd, patience: 0, factor: 0.5);
        LRScheduler scheduler = plateau;
        plateau.Step(1);
        scheduler.Step(2);
        plateau.Step(Torch.Tensor(3.0));
        sgd.ParamGroups[0].Lr.Should().Be(0.25);
        scheduler.Invoking(static one => one.Step()).Should().Throw<TorchTypeException>().WithMessage("*missing 1 required*'metrics'");
    }

    [Test]
    public void A_group_that_comes_later_has_its_learning_rate_set_where_that_is_one_of_its_own()
    {
        var sgd = Sgd();
        var exponential = new ExponentialLR(sgd, 0.5);
        var plateau = new ReduceLROnPlateau(sgd, patience: 0, factor: 0.5, minLr: [0.1]);
        var lambda = new LambdaLR(sgd, static _ => 0.5);
        sgd.AddParamGroup(new([new Parameter(Torch.Ones(1))]) { Lr = 3 });
        sgd.Step();
        exponential.Step();
        sgd.ParamGroups[1].Lr.Should().Be(1.5);
        lambda.Invoking(static one => one.Step()).Should().Throw<TorchValueException>()
            .WithMessage("zip() argument 2 is shorter than argument 1");
        plateau.Step(1);
        plateau.Invoking(static one => one.Step(1)).Should().Throw<TorchException>()
            .WithMessage("The number of param groups in the `optimizer` (2)*");
    }

    [Test]
    public void A_scheduler_of_ones_own_is_one()
    {
        var sgd = Sgd();
        var scheduler = new Inverse(sgd, 1);
        sgd.Step();
        scheduler.Step();
        scheduler.GetLastLr().Should().Equal(0.5);
        scheduler.StateDict().Keys.Should().Equal(
            "base_lrs", "last_epoch", "_step_count", "_is_initial", "_get_lr_called_within_step", "_last_lr");
    }

    [Test]
    public void What_would_divide_by_zero_is_an_error_not_an_infinite_learning_rate()
    {
        var sgd = Sgd();
        var scheduler = new ConstantLR(sgd, factor: 0, totalIters: 1);
        sgd.Step();
        scheduler.Invoking(static one => one.Step()).Should().Throw<TorchException>().WithMessage("float division by zero");
        FluentActions.Invoking(() => new CyclicLR(sgd, 0.1, 1, stepSizeUp: 0)).Should().Throw<TorchException>();
    }

    [Test]
    public void Schedulers_of_another_optimizer_are_refused()
    {
        Optimizer one = Sgd(), other = Sgd();
        FluentActions.Invoking(() => new SequentialLR(one, [new StepLR(one, 2), new StepLR(other, 2)], [1]))
            .Should().Throw<TorchValueException>().WithMessage(
                "SequentialLR expects all schedulers to belong to the same optimizer, but got scheduler StepLR at index 1 has SGD (*, "
                + "which is different from SGD.");
        FluentActions.Invoking(() => new ChainedScheduler([new StepLR(one, 2)], other)).Should().Throw<TorchValueException>();
    }

    [Test]
    public void A_broken_state_dict_is_told([Values("gamma", "last_epoch", "base_lrs")] string name)
    {
        var sgd = Sgd();
        var scheduler = new ExponentialLR(sgd, 0.5);
        var state = scheduler.StateDict();
        state[name] = "nonsense";
        scheduler.LoadStateDict(state);
        sgd.Step();
        scheduler.Invoking(static one =>
        {
            one.Step();
            return one.BaseLrs;
        }).Should().Throw<TorchTypeException>().WithMessage($"\"{name}\" of a ExponentialLR is 'nonsense'");
    }

    [Test]
    public void A_checkpoint_of_Pythons_is_loaded_and_told_again([ValueSource(nameof(Versions))] string version)
    {
        var loaded = (IReadOnlyDictionary<object, object?>)Torch.Load(
            Path.Combine(Repository.Root, "tests", "reference", "files", version, "training.pt"))!;
        var net = new Sequential(new Linear(3, 4), new BatchNorm1d(4), new Linear(4, 2));
        var sgd = new SGD([new(net[0].Parameters()), new(net[2].Parameters()) { Lr = 0.5 }], lr: 0.1, momentum: 0.9, nesterov: true);
        var (adam, adamw) = (new Adam(net.Parameters(), lr: 0.1, amsgrad: true), new AdamW(net.Parameters(), lr: 0.1));
        sgd.LoadStateDict(Part("sgd"));
        adam.LoadStateDict(Part("adam"));
        adamw.LoadStateDict(Part("adamw"));
        var sequential = new SequentialLR(adamw, [new ConstantLR(adamw), new LambdaLR(adamw, static epoch => Math.Pow(0.5, epoch))], [2]);
        LRScheduler[] schedulers = [new StepLR(sgd, 2), new ReduceLROnPlateau(sgd), new OneCycleLR(adam, 1.0, 10), sequential];
        foreach (var (name, scheduler) in ((string[])["step_lr", "plateau", "one_cycle", "sequential"]).Zip(schedulers))
        {
            scheduler.LoadStateDict(Part(name));
            Agree(Part(name), scheduler.StateDict(), name);
        }

        IReadOnlyDictionary<object, object?> Part(string name) => (IReadOnlyDictionary<object, object?>)loaded[name]!;
    }

    private static IEnumerable<string> Versions =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "tests", "reference", "files")).Select(Path.GetFileName)!;

    private static void Agree(object? given, object? now, string at)
    {
        switch (given)
        {
            case IReadOnlyDictionary<object, object?> dict:
                foreach (var (key, value) in dict)
                {
                    Agree(value, ((IReadOnlyDictionary<object, object?>)now!)[key], $"{at}[{key}]");
                }

                break;
            case Tensor tensor:
                tensor.Equal((Tensor)now!).Should().BeTrue(at);
                break;
            case IEnumerable<object?> items:
                foreach (var (one, other) in items.Zip((IEnumerable<object?>)now!))
                {
                    Agree(one, other, at);
                }

                break;
            default:
                now.Should().Be(given, at);
                break;
        }
    }

    private sealed class Inverse(Optimizer optimizer, double factor) : LRScheduler(optimizer)
    {
        protected override IReadOnlyList<double> GetLr() => [.. BaseLrs.Select(lr => lr / (1 + (factor * LastEpoch)))];
    }
}
