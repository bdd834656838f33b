using TorchLite.Nn;
using TorchLite.Optim.SwaUtils;

namespace TorchLite.Tests.Optim;

public class AveragedModelTests
{
    [Test]
    public void The_average_is_a_copy_that_a_file_keeps()
    {
        var net = new Linear(2, 1);
        var averaged = new AveragedModel<Linear>(net);
        averaged.Module.Should().NotBeSameAs(net);
        averaged.UpdateParameters(net);
        net.Weight.Data.Add_(2);
        averaged.UpdateParameters(net);
        averaged.Module.Weight.Detach().Allclose(net.Weight.Detach() - 1).Should().BeTrue();

        using var file = new MemoryStream();
        Torch.Save(averaged.StateDict(), file);
        file.Position = 0;
        var other = new AveragedModel<Linear>(net);
        var loaded = (IReadOnlyDictionary<object, object?>)Torch.Load(file)!;
        other.LoadStateDict(loaded).ToString().Should().Be("<All keys matched successfully>");
        other.NAveraged.Item().Should().Be((Scalar)2);
        other.UpdateParameters(net);
        averaged.UpdateParameters(net);
        other.Module.Weight.Equal(averaged.Module.Weight).Should().BeTrue();
    }

    [Test]
    public void Two_functions_are_one_too_many()
    {
        var act = () => new AveragedModel<Linear>(
            new(1, 1), avgFn: Torch.Optim.SwaUtils.GetSwaAvgFn(), multiAvgFn: Torch.Optim.SwaUtils.GetSwaMultiAvgFn());
        act.Should().Throw<TorchException>().WithMessage("Only one of avg_fn and multi_avg_fn should be provided");
    }

    [Test]
    public void Learning_statistics_anew_leaves_the_rest_as_it_was()
    {
        var norm = new BatchNorm1d(2, momentum: 0.3);
        Sequential net = [new Dropout(0.5), norm];
        net.Eval();
        var inputs = Enumerable.Range(0, 3).Select(static _ => (Torch.Ones(4, 2), "target"));
        Torch.Optim.SwaUtils.UpdateBn(inputs, net);
        (norm.Momentum, net.Training, norm.Training).Should().Be(((double?)0.3, false, false));
        norm.NumBatchesTracked!.Item().Should().Be((Scalar)3);

        var failing = () => Torch.Optim.SwaUtils.UpdateBn([Torch.Ones(4, 3)], net);
        failing.Should().Throw<TorchException>();
        (norm.Momentum, net.Training).Should().Be(((double?)0.3, false), "also where an input does not fit");
        Torch.Optim.SwaUtils.UpdateBn([Torch.Ones(1)], new Linear(3, 3));
    }
}
