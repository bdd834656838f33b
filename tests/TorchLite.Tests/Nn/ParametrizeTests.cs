using TorchLite.Nn;
using Prunes = TorchLite.Torch.Nn.Utils.Prune;
using Parametrizes = TorchLite.Torch.Nn.Utils.Parametrize;

namespace TorchLite.Tests.Nn;

public class ParametrizeTests
{
    [Test]
    public void A_parametrized_weight_follows_its_original_and_gives_it_gradients()
    {
        var linear = Parametrizes.RegisterParametrization(new Linear(2, 2, bias: false), "weight", new Doubled());
        var original = Parametrizes.ParametrizationsOf(linear, "weight").Original;
        linear.Parameters().Should().Equal(original);
        var x = Torch.Ones(1, 2);
        for (var i = 0; i < 2; i++)
        {
            linear.Call(x).Sum().Backward();
        }

        original.Grad!.Equal(Torch.Full([2, 2], 4.0)).Should().BeTrue();
        original.Data.Fill_(3);
        linear.Weight.Equal(Torch.Full([2, 2], 6.0)).Should().BeTrue();
        linear.Call(x)[0, 0].Item().Should().Be((Scalar)12.0);
        linear.Double().Weight.DType.Should().Be(DType.Float64);
    }

    [Test]
    public void A_value_is_computed_once_for_a_call()
    {
        var doubled = new Doubled();
        var linear = Parametrizes.RegisterParametrization(new Linear(2, 2), "weight", doubled);
        doubled.Count = 0;
        linear.Call(Torch.Ones(1, 2));
        doubled.Count.Should().Be(1);
        linear.Call(Torch.Ones(1, 2));
        doubled.Count.Should().Be(2);
        using (Parametrizes.Cached())
        {
            linear.Call(Torch.Ones(1, 2));
            linear.Call(Torch.Ones(1, 2));
            _ = linear.Weight.Sum();
            doubled.Count.Should().Be(3);
        }
    }

    [Test]
    public void What_a_parametrization_may_not_change_is_refused_and_nothing_is_half_done()
    {
        var linear = new Linear(2, 3);
        FluentActions.Invoking(() => Parametrizes.RegisterParametrization(linear, "weight", new Shrinking())).Should()
            .Throw<TorchValueException>().WithMessage(
                "Registering a parametrization may not change the shape of the tensor, unless `unsafe` flag is enabled.\n"
                + "unparametrized shape: torch.Size([3, 2])\nparametrized shape: torch.Size([1, 2])");
        Parametrizes.IsParametrized(linear).Should().BeFalse();
        linear.StateDict().Keys.Should().Equal("weight", "bias");
        FluentActions.Invoking(() => Parametrizes.RegisterParametrization(linear, "nothing", new Doubled())).Should()
            .Throw<TorchValueException>().WithMessage("Module * does not have a parameter, a buffer, or a parametrized element with name 'nothing'");
        FluentActions.Invoking(() => Parametrizes.RemoveParametrizations(linear, "weight")).Should()
            .Throw<TorchValueException>().WithMessage("Module * does not have a parametrization on weight");
    }

    [Test]
    public void A_copy_computes_from_its_own_parameters()
    {
        var linear = Torch.Nn.Utils.Parametrizations.WeightNorm(new Linear(2, 2));
        var copy = linear.Clone();
        copy.Weight.Equal(linear.Weight).Should().BeTrue();
        Parametrizes.ParametrizationsOf(copy, "weight").Originals[0].Data.Mul_(2);
        copy.Weight.Allclose(linear.Weight * 2).Should().BeTrue();
        copy.LoadStateDict(linear.StateDict());
        copy.Weight.Equal(linear.Weight).Should().BeTrue();
    }

    [Test]
    public void An_orthogonal_weight_stays_so_by_every_map([Values] OrthogonalMap map, [Values] bool trivialization)
    {
        foreach (var (n, k) in new[] { (3, 3), (4, 2), (2, 4) })
        {
            var linear = Torch.Nn.Utils.Parametrizations.Orthogonal(new Linear(k, n), orthogonalMap: map, useTrivialization: trivialization);
            var w = n >= k ? linear.Weight.T.Matmul(linear.Weight) : linear.Weight.Matmul(linear.Weight.T);
            w.Allclose(Torch.Eye(Math.Min(n, k)), atol: 1e-5).Should().BeTrue();
            linear.Call(Torch.Randn(2, k)).Sum().Backward();
        }
    }

    [Test]
    public void Norms_are_removed_with_the_value_that_they_gave()
    {
        var x = Torch.Randn(3, 4);
        foreach (var (apply, remove) in new (Func<Linear, Linear>, Func<Linear, Linear>)[]
        {
            (static l => Torch.Nn.Utils.WeightNorm(l), static l => Torch.Nn.Utils.RemoveWeightNorm(l)),
            (static l => Torch.Nn.Utils.SpectralNorm(l), static l => Torch.Nn.Utils.RemoveSpectralNorm(l)),
            (static l => Torch.Nn.Utils.Parametrizations.SpectralNorm(l), static l => Parametrizes.RemoveParametrizations(l, "weight")),
        })
        {
            var linear = apply(new Linear(4, 2));
            linear.Call(x).Sum().Backward();
            linear.Eval();
            var before = linear.Call(x);
            remove(linear).Call(x).Allclose(before).Should().BeTrue();
            linear.StateDict().Keys.Should().Equal("bias", "weight");
        }

        FluentActions.Invoking(static () => Torch.Nn.Utils.RemoveWeightNorm(new Linear(1, 1))).Should().Throw<TorchValueException>()
            .WithMessage("weight_norm of 'weight' not found in Linear(in_features=1, out_features=1, bias=True)");
        FluentActions.Invoking(static () => Torch.Nn.Utils.WeightNorm(Torch.Nn.Utils.WeightNorm(new Linear(1, 1)))).Should()
            .Throw<TorchException>().WithMessage("Cannot register two weight_norm hooks on the same parameter weight");
    }

    [Test]
    public void A_weight_that_changed_since_the_last_call_is_removed_as_it_is_now()
    {
        var linear = Torch.Nn.Utils.WeightNorm(new Linear(2, 2));
        linear.Call(Torch.Ones(1, 2));
        var before = linear.Weight.Detach().Clone();
        linear.GetParameter("weight_g").Data.Mul_(2);
        Torch.Nn.Utils.RemoveWeightNorm(linear).Weight.Allclose(before * 2).Should().BeTrue();
    }

    [Test]
    public void Asking_whether_something_is_pruned_does_not_slow_calls_down()
    {
        var layer = new TransformerEncoderLayer(4, 2, 8);
        Prunes.IsPruned(layer).Should().BeFalse();
        layer.Modules().Should().NotContain(static module => module.HasForwardHooks);
    }

    [Test]
    public void Pruning_takes_away_again_of_what_is_left()
    {
        var linear = new Linear(4, 4);
        var weight = linear.Weight;
        Prunes.L1Unstructured(linear, "weight", 4);
        Prunes.LnStructured(linear, "weight", 1, 2, dim: 0);
        linear.NamedParameters().Select(static one => one.Name).Should().Equal("bias", "weight_orig");
        linear.GetParameter("weight_orig").Should().BeSameAs(weight);
        (linear.GetBuffer("weight_mask") == 0).Sum().Item<long>().Should().BeInRange(4, 8);
        linear.Call(Torch.Ones(1, 4)).Sum().Backward();
        weight.Grad!.Equal(linear.GetBuffer("weight_mask")).Should().BeTrue();
        var masked = weight * linear.GetBuffer("weight_mask");
        Prunes.Remove(linear, "weight").Weight.Should().BeSameAs(weight);
        weight.Equal(masked).Should().BeTrue();
        Prunes.IsPruned(linear).Should().BeFalse();
        FluentActions.Invoking(() => Prunes.L1Unstructured(linear, "weight", 17)).Should().Throw<TorchValueException>()
            .WithMessage("amount=17 should be smaller than the number of parameters to prune=16");
        FluentActions.Invoking(() => Prunes.L1Unstructured(linear, "weight", 1.5)).Should().Throw<TorchValueException>()
            .WithMessage("amount=1.5 should either be a float in the range [0, 1] or a non-negative integer");
        linear.StateDict().Keys.Should().Equal("bias", "weight");
    }

    [Test]
    public void A_pruned_module_is_used_by_threads_without_gradients()
    {
        var linear = Prunes.RandomUnstructured(new Linear(64, 64), "weight", 0.5);
        var x = Torch.Ones(8, 64);
        Torch.ManualSeed(0);
        Parallel.For(0, 200, _ =>
        {
            using var __ = Torch.NoGrad();
            linear.Call(x).Shape.Should().Equal(8, 64);
        });
    }

    private sealed class Doubled : Module<Tensor, Tensor>
    {
        public int Count { get; set; }

        protected override Tensor Forward(Tensor input)
        {
            Count++;
            return input * 2;
        }
    }

    private sealed class Shrinking : Module<Tensor, Tensor>
    {
        protected override Tensor Forward(Tensor input) => input[..1];
    }
}
