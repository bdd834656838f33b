using TorchLite;
using TorchLite.Utils.Data;

/// <summary>每一项: 两张图, 和它们是不是同一个数字; 一半是. An item: two images, and whether they show the same digit; half of them do.</summary>
internal sealed class Pairs(Tensor images, Tensor labels) : Dataset<(Tensor One, Tensor Other, Tensor Same)>
{
    private readonly long[] digits = labels.ToArray<long>();

    /// <summary>每个数字的图的编号. The numbers of the images of each digit.</summary>
    internal int[][] ByDigit { get; } =
        [.. Enumerable.Range(0, 10).Select(digit => (labels == digit).Nonzero().Flatten().ToArray<long>().Select(i => (int)i).ToArray())];

    public override int Count => digits.Length;

    public override (Tensor One, Tensor Other, Tensor Same) this[int index]
    {
        get
        {
            var same = Torch.Rand(1).Item<float>() < 0.5f;
            var digit = same ? digits[index] : (digits[index] + Torch.Randint(1, 10, [1]).Item<long>()) % 10;
            var choices = ByDigit[digit];
            var other = choices[Torch.Randint(choices.Length, [1]).Item<long>()];
            return (images[index], images[other], Torch.Tensor(same ? 1.0 : 0.0));
        }
    }
}
