using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Tests.Nn;

/// <summary>Layers that are called in more than one way: each runs the hooks and gives the same.</summary>
public sealed class PoolingTests
{
    [Test]
    public void With_indices_comes_the_same_output_through_the_hooks() => Assert.Multiple(() =>
    {
        foreach (var (pool, input, withIndices) in All())
        {
            var calls = 0;
            Torch.ManualSeed(5);
            var plain = pool.Call(input);
            using var hook = pool.RegisterForwardHook((_, _, output) =>
            {
                calls += output is ITuple ? 1 : 0;
            });
            Torch.ManualSeed(5);
            var (output, indices) = withIndices(input);
            Assert.That(output.Equal(plain), Is.True, pool.ToString());
            Assert.That(indices.DType, Is.EqualTo(DType.Int64), pool.ToString());
            Assert.That(calls, Is.EqualTo(1), pool.ToString());
        }
    });

    [Test]
    public void Unpooling_runs_the_hooks_with_and_without_a_size()
    {
        var (output, indices) = new MaxPool2d(2).CallWithIndices(Torch.Randn(1, 1, 5, 5));
        var unpool = new MaxUnpool2d(2);
        var plain = unpool.Call(output, indices, [5, 5]);
        var counts = new List<int>();
        using var hook = unpool.RegisterForwardPreHook((_, args) => counts.Add(args.Length));
        unpool.Call(output, indices, [5, 5]).Equal(plain).Should().BeTrue();
        (output, indices) = new MaxPool2d(2).CallWithIndices(Torch.Randn(1, 1, 4, 4));
        unpool.Call(output, indices).Shape.Should().Equal(1, 1, 4, 4);
        counts.Should().Equal(3, 2);
    }

    [Test]
    public void Samples_that_are_given_belong_to_the_state()
    {
        var pool = new FractionalMaxPool2d(2, outputRatio: 0.5, randomSamples: Torch.Rand(2, 3, 2));
        pool.StateDict().Keys.Should().Equal("_random_samples");
        var x = Torch.Randn(2, 3, 8, 8);
        pool.Call(x).Equal(pool.Call(x)).Should().BeTrue();
    }

    private static IEnumerable<(Module<Tensor, Tensor>, Tensor, Func<Tensor, (Tensor, Tensor)>)> All()
    {
        Tensor x1 = Torch.Randn(2, 3, 8), x2 = Torch.Randn(2, 3, 8, 8), x3 = Torch.Randn(1, 2, 6, 6, 6);
        foreach (var (pool, input) in ((MaxPoolNd, Tensor)[])[(new MaxPool1d(2), x1), (new MaxPool2d(2), x2), (new MaxPool3d(2), x3)])
        {
            yield return (pool, input, pool.CallWithIndices);
        }

        foreach (var (pool, input) in ((AdaptiveMaxPoolNd, Tensor)[])
            [(new AdaptiveMaxPool1d(2), x1), (new AdaptiveMaxPool2d([2, null]), x2), (new AdaptiveMaxPool3d(2), x3)])
        {
            yield return (pool, input, pool.CallWithIndices);
        }

        foreach (var (pool, input) in ((FractionalMaxPoolNd, Tensor)[])
            [(new FractionalMaxPool2d(2, 3), x2), (new FractionalMaxPool3d(2, outputRatio: 0.5), x3)])
        {
            yield return (pool, input, pool.CallWithIndices);
        }
    }
}
