namespace TorchLite.Tests.Autograd;

/// <summary>Computing once more in the backward pass, and looking for NaN in it.</summary>
public class CheckpointTests
{
    [Test]
    public void The_gradients_are_those_without_it()
    {
        var (w, x) = (Torch.Tensor([0.5, -1.5], requiresGrad: true), Torch.Tensor([2.0, 3.0], requiresGrad: true));
        var runs = 0;
        Tensor Layer(Tensor t)
        {
            runs++;
            return (t * w).Tanh().Exp();
        }

        Layer(x).Sum().Backward();
        var expected = (w.Grad!.Clone(), x.Grad!.Clone());
        w.ZeroGrad();
        x.ZeroGrad();
        runs = 0;
        Torch.Utils.Checkpoint(Layer, x).Sum().Backward();
        runs.Should().Be(2, "it is computed once more");
        w.Grad!.Equal(expected.Item1).Should().BeTrue();
        x.Grad!.Equal(expected.Item2).Should().BeTrue();
    }

    [Test]
    public void What_the_function_uses_has_gradients_though_no_argument_needs_one()
    {
        var w = Torch.Tensor([2.0], requiresGrad: true);
        Torch.Utils.Checkpoint(x => x * w, Torch.Tensor([5.0])).Backward();
        w.Grad!.Item<float>().Should().Be(5);
    }

    [Test]
    public void Random_numbers_are_the_same_both_times_and_those_after_it_are_not_disturbed()
    {
        Torch.ManualSeed(3);
        var x = Torch.Ones([1000], requiresGrad: true);
        var y = Torch.Utils.Checkpoint(static x => x * Torch.Rand([1000]), x);
        var before = Torch.GetRngState();
        y.Sum().Backward();
        x.Grad!.Equal(y.Detach()).Should().BeTrue();
        Torch.GetRngState().Equal(before).Should().BeTrue();
    }

    [Test]
    public void An_exception_in_the_second_run_comes_out_of_backward()
    {
        var runs = 0;
        var y = Torch.Utils.Checkpoint(x => ++runs == 2 ? throw new FormatException("again") : x * 2, Torch.Ones([1], requiresGrad: true));
        Backward(y).Should().Throw<FormatException>().WithMessage("again");

        // By itself: else the function that the graph knows would know the graph.
        static Action Backward(Tensor y) => () => y.Backward();
    }

    [Test]
    public void Chosen_inputs_are_PyTorchs_error()
    {
        var x = Torch.Ones([1], requiresGrad: true);
        var y = Torch.Utils.Checkpoint(static x => x * 2, x);
        ((Action)(() => Torch.Autograd.Grad(y, x))).Should().Throw<TorchException>()
            .WithMessage("When use_reentrant=True, torch.utils.checkpoint is incompatible with .grad()*");
    }

    [Test]
    public void Not_reentrant_it_is_as_if_there_were_none()
    {
        var (w, b) = (Torch.Tensor([0.5, -1.5], requiresGrad: true), Torch.Tensor([0.1, 0.2], requiresGrad: true));
        var x = Torch.Tensor([2.0, 3.0], requiresGrad: true);
        var runs = 0;
        Tensor[] Layer(Tensor[] t)
        {
            runs++;
            return [(t[0] * w + b * b).Tanh().Exp(), t[0] > 1, t[1] * 2];
        }

        var shift = b * 3; // neither an argument's nor a leaf's history
        Tensor[] Block(Tensor[] t) => Layer([t[0] + shift, t[1]]);
        Tensor Loss(Func<Tensor[], Tensor[]> layer)
        {
            var results = layer([x * 2, Torch.Ones(2)]);
            (results[1].RequiresGrad, results[2].RequiresGrad).Should().Be((false, false));
            return (results[0] * results[2]).Sum();
        }

        Tensor[] Kept(Tensor[] t) => Torch.Utils.Checkpoint(Block, t, useReentrant: false);
        Tensor[] leaves = [x, w, b];
        var expected = Torch.Autograd.Grad(Loss(Block), leaves, retainGraph: true);
        runs = 0;
        var loss = Loss(Kept);
        Same(Torch.Autograd.Grad(loss, leaves, retainGraph: true), expected);
        runs.Should().Be(2, "it is computed once more");
        Same(Torch.Autograd.Grad(loss, leaves, retainGraph: true), expected);
        loss.Backward(inputs: [w]);
        Same([w.Grad!], [expected[1]]);
        x.Grad.Should().BeNull();

        Tensor[] Twice(Tensor value)
        {
            var first = Torch.Autograd.Grad(value, leaves, createGraph: true);
            return Torch.Autograd.Grad(first[0].Sum() + first[1].Pow(2).Sum() + first[2].Sum(), leaves, retainGraph: true);
        }

        Same(Twice(Loss(Kept)), Twice(Loss(Block)));

        static void Same(Tensor[] actual, Tensor[] expected) => actual.Zip(expected).Should().OnlyContain(
            static pair => Torch.Allclose(pair.First, pair.Second, 1e-5, 1e-8));
    }

    [Test]
    public void Not_reentrant_the_random_numbers_are_the_same_too_and_what_is_not_recorded_runs_once()
    {
        Torch.ManualSeed(3);
        var x = Torch.Ones([1000], requiresGrad: true);
        var y = Torch.Utils.Checkpoint(static x => x * Torch.Rand([1000]), x, useReentrant: false);
        var before = Torch.GetRngState();
        y.Sum().Backward();
        x.Grad!.Equal(y.Detach()).Should().BeTrue();
        Torch.GetRngState().Equal(before).Should().BeTrue();

        var runs = 0;
        using var mode = Torch.NoGrad();
        Torch.Utils.Checkpoint(x => { runs++; return x * 2; }, x, useReentrant: false).RequiresGrad.Should().BeFalse();
        runs.Should().Be(1);
    }

    [Test]
    public void Not_reentrant_mistakes_and_results_are_PyTorchs()
    {
        var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        Tensor Exp(Tensor x) => Torch.Utils.Checkpoint(static x => x.Exp(), x, useReentrant: false);
        Torch.Utils.Checkpoint(static x => x, x, useReentrant: false).Should().BeSameAs(x);
        Torch.Utils.Checkpoint(static x => x.Detach(), x, useReentrant: false).RequiresGrad.Should().BeFalse();
        Exp(Torch.Ones(2)).ToString().Should().Be("tensor([2.7183, 2.7183])");
        Torch.Autograd.Grad(Exp(x).Add_(1).Sum(), x).ToString().Should().Be("tensor([2.7183, 7.3891])");

        var freed = Exp(x).Sum();
        freed.Backward();
        freed.Invoking(static y => y.Backward())
            .Should().Throw<TorchException>().WithMessage("Trying to backward through the graph a second*");
        var changed = x * 1;
        var y = Exp(changed).Sum();
        changed.Add_(1);
        y.Invoking(static y => y.Backward()).Should().Throw<TorchException>().WithMessage("one of the variables needed for gradient*");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Between_the_two_runs_nothing_is_kept_but_arguments_and_results(bool useReentrant)
    {
        const long Size = 4_000_000;
        var x = Torch.Ones([Size / sizeof(float)], requiresGrad: true);
        Torch.Memory.Collect();
        var before = Torch.Memory.LiveBytes();
        var y = Made();
        Torch.Memory.Collect();
        (Torch.Memory.LiveBytes() - before).Should().BeInRange(Size, Size + 10_000);
        y.Sum().Backward();
        x.Grad![0].Item<float>().Should().BeApproximately((float)(Math.Exp(Math.Sin(1)) * Math.Cos(1)), 1e-5f);

        Tensor Made() => Torch.Utils.Checkpoint(static x => x.Sin().Exp(), x, useReentrant);
    }

    [TestCase(1, "1 1 1 1 1 1 1")]
    [TestCase(2, "2 2 2 1 1 1 1")]
    [TestCase(3, "2 2 2 2 1 1 1")]
    [TestCase(4, "2 2 2 1 1 1 1")]
    [TestCase(5, "2 2 2 2 1 1 1")]
    [TestCase(7, "2 2 2 2 2 2 1")]
    public void Of_several_functions_those_of_all_segments_but_the_last_run_twice(int segments, string expected)
    {
        var calls = new int[7];
        Func<Tensor, Tensor>[] functions = [.. calls.Select(Func<Tensor, Tensor> (_, i) => t =>
        {
            calls[i]++;
            return t * 2;
        })];
        var x = Torch.Tensor([0.5], requiresGrad: true);
        Torch.Utils.CheckpointSequential(functions, segments, x).Backward();
        string.Join(' ', calls).Should().Be(expected);
        x.Grad!.ToString().Should().Be("tensor([128.])");
    }

    [Test]
    public void There_are_not_more_segments_than_functions([Values(0, 2)] int segments) =>
        FluentActions.Invoking(() => Torch.Utils.CheckpointSequential([static t => t], segments, Torch.Ones(1)))
            .Should().Throw<ArgumentOutOfRangeException>();

    [Test]
    public void A_nan_in_the_backward_pass_is_an_error_where_it_is_looked_for()
    {
        var x = Torch.Tensor([0.0], requiresGrad: true);
        (x.Sqrt() * 0).Backward();
        x.Grad!.Isnan().Item<bool>().Should().BeTrue();
        using (Torch.Autograd.DetectAnomaly())
        {
            ((Action)(() => (x.Sqrt() * 0).Backward())).Should().Throw<TorchException>()
                .WithMessage("Function 'SqrtBackward0' returned nan values in its 0th output.");
            using var quiet = Torch.Autograd.DetectAnomaly(checkNan: false);
            (x.Sqrt() * 0).Backward();
        }

        Torch.Autograd.IsAnomalyEnabled().Should().BeFalse();
    }
}
