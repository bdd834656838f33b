using System.Text.Json;

namespace TorchLite.Tests.Ops;

/// <summary>Sizes one by one, before a dtype and whatever else may be said.</summary>
public class SizeTests
{
    [Test]
    public void Each_creation_function_takes_one_to_six_sizes_before_the_rest()
    {
        var x = Torch.Ones(1);
        Tensor[] made =
        [
            Torch.Ones(2, dtype: DType.Float64), Torch.Ones(2, 3, dtype: DType.Float64), Torch.Zeros(1, 2, 3, DType.Float64),
            Torch.Empty(1, 2, 3, 4, dtype: DType.Float64), Torch.Rand(1, 2, 3, 4, 5, dtype: DType.Float64, generator: null),
            Torch.Randn(1, 2, 3, 4, 5, 6, device: "cpu", dtype: DType.Float64), x.NewZeros(2, 3, dtype: DType.Float64),
            x.NewOnes(2, dtype: DType.Float64), x.NewEmpty(2, 3, 1, DType.Float64),
        ];

        made.Select(static tensor => tensor.DType).Should().AllBeEquivalentTo(DType.Float64);
        made.Select(static tensor => tensor.Shape).Should().Equal(
            new Shape(2), [2, 3], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [2, 3], [2], [2, 3, 1]);
        Torch.Ones(2, 2, requiresGrad: true).RequiresGrad.Should().BeTrue();
    }

    [Test]
    public void Sizes_alone_or_as_a_list_are_taken_as_before()
    {
        (Torch.Ones().Shape, Torch.Ones(2).Shape, Torch.Ones(1, 1, 1, 1, 1, 1, 2).Shape, Torch.Ones([2, 3]).Shape)
            .Should().Be((default(Shape), new Shape(2), new Shape(1, 1, 1, 1, 1, 1, 2), new Shape(2, 3)));
        Torch.Ones(new long[] { 2, 3 }, dtype: DType.Int64).Shape.Should().Equal(2, 3);
    }

    // libtorch's texts on Linux; elsewhere it said otherwise, or read what was not there.
    [Test]
    public void Sizes_beyond_all_numbers_are_refused_in_the_same_words_everywhere()
    {
        FluentActions.Invoking(static () => Torch.Ones(3).Resize_(2, -1)).Should().Throw<TorchException>()
            .WithMessage("numel: integer multiplication overflow");
        Torch.Ones(3).Resize_(-1, 0).Shape.Should().Equal(-1, 0);
        FluentActions.Invoking(static () => Torch.HammingWindow(long.MaxValue - 1, device: "meta")).Should().Throw<TorchException>()
            .WithMessage("Storage size calculation overflowed with sizes=[9223372036854775807]");
        FluentActions.Invoking(static () => Torch.HannWindow(long.MaxValue, device: "meta")).Should().Throw<TorchException>()
            .WithMessage("upper bound and l* bound inconsistent with step sign");
        Torch.HannWindow(1L << 53, device: "meta").Shape.Should().Equal(1L << 53);
    }

    // Where the compiler was Microsoft's, such a number was taken for an address, and the process ended.
    [Test]
    public void No_number_stands_for_a_symbolic_size()
    {
        foreach (var number in new[] { long.MinValue, long.MinValue + 1, -(1L << 62) - 1 })
        {
            foreach (var call in new Func<Tensor>[]
            {
                () => Torch.Ones(2, 2).Unflatten(0, number), () => Torch.Ones(2, 2).Tile(number), () => Torch.Ones(2, 2).View(number),
                () => Torch.Ones(2, 2).Reshape(2, number), () => Torch.Ones(2, 2).Expand(number, 2, 2), () => Torch.Ones(1).BroadcastTo(number),
                () => Torch.AdaptiveAvgPool1d(Torch.Ones(1, 2), number), () => Torch.Ones(2).SumToSize(number), () => Torch.Empty(number),
            })
            {
                call.Should().Throw<TorchException>();
            }
        }
    }

    // What is pinned would come with the package: one version of SkiaSharp, and its symbols, for everybody.
    [Test]
    public void The_package_pins_nothing_that_only_others_ask_for()
    {
        using var assets = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "src", "TorchLite", "obj", "project.assets.json")));

        assets.RootElement.TryGetProperty("centralTransitiveDependencyGroups", out var pinned).Should().BeFalse(pinned.ToString());
    }
}
