namespace TorchLite.Tests.Ops;

/// <summary>What is made like a tensor has its elements in the same order in memory, as in PyTorch.</summary>
public class LikeTests
{
    private static Tensor Cube => Torch.Arange(120.0).Reshape(2, 3, 4, 5);

    private static readonly Func<Tensor, Tensor>[] Functions =
    [
        static x => Torch.ZerosLike(x), static x => Torch.OnesLike(x), static x => Torch.EmptyLike(x), static x => Torch.FullLike(x, 3),
        static x => Torch.RandLike(x), static x => Torch.RandnLike(x), static x => Torch.RandintLike(x, 5),
        static x => Torch.RandintLike(x, 2, 5), static x => x.Clone(),
        static x => Torch.ZerosLike(x, DType.Float64), static x => Torch.OnesLike(x, DType.Int64),
        static x => Torch.FullLike(x, 1.5, DType.Float16, requiresGrad: true),
    ];

    // The strides are PyTorch's.
    private static IEnumerable<TestCaseData> Layouts()
    {
        (string Name, Tensor Tensor, long[] Strides)[] all =
        [
            ("contiguous", Cube, [60, 20, 5, 1]),
            ("channels last", Cube.To(MemoryFormat.ChannelsLast), [60, 1, 15, 3]),
            ("transposed", Cube[0, 0].T, [1, 5]),
            ("permuted", Cube.Permute(3, 1, 0, 2), [1, 20, 60, 5]),
            ("expanded", Torch.Ones(3, 1).Expand(3, 4), [4, 1]),
            ("expanded from one", Torch.Ones(1).Expand(4), [1]),
            ("expanded and transposed", Torch.Ones(3, 1, 2).Expand(3, 4, 2).Transpose(0, 2), [1, 2, 8]),
            ("every other", Cube[.., .., "::2", 1..3], [12, 4, 2, 1]),
            ("every other, permuted", Cube[.., .., "::2", 1..3].Permute(1, 3, 0, 2), [4, 1, 12, 2]),
            ("overlapping", Torch.Arange(10.0).AsStrided([3, 4], [2, 1]), [4, 1]),
            ("volumes with channels last", Torch.Ones(2, 3, 2, 2, 2).To(MemoryFormat.ChannelsLast3d), [24, 1, 12, 6, 3]),
            ("empty", Torch.Ones(0, 3).T, [1, 3]),
            ("one number", Torch.Tensor(1.0), []),
            ("some channels of channels last", Cube.To(MemoryFormat.ChannelsLast)[.., 1..], [40, 1, 10, 2]),
            ("of one row", Torch.Ones(4, 1, 3).Transpose(0, 2), [1, 3, 3]),
        ];
        return all.Select(static one => new TestCaseData(one.Tensor, one.Strides).SetArgDisplayNames(one.Name));
    }

    [TestCaseSource(nameof(Layouts))]
    public void Has_the_strides_that_PyTorch_gives_it(Tensor tensor, long[] strides)
    {
        foreach (var function in Functions)
        {
            function(tensor).Stride().Should().Equal(strides);
        }
    }

    [Test]
    public void Random_numbers_follow_each_other_in_memory()
    {
        Torch.ManualSeed(0);
        $"{Torch.RandLike(Cube.To(MemoryFormat.ChannelsLast)).Flatten()[..3]}".Should().Be("tensor([0.4963, 0.1320, 0.4901])");
        Torch.ManualSeed(0);
        $"{Torch.RandnLike(Cube.Permute(3, 1, 0, 2)).Flatten()[..3]}".Should().Be("tensor([ 1.5410, -1.3986, -0.5966])");
    }

    [Test]
    public void A_conjugate_is_no_conjugate_afterwards()
    {
        var conjugate = Torch.Ones([2, 3], dtype: DType.Complex64).T.Conj();
        Torch.ZerosLike(conjugate).IsConj().Should().BeFalse();
        Torch.FullLike(conjugate, 2).Stride().Should().Equal(1, 3);
    }
}
