using CsCheck;

namespace TorchLite.Tests.Properties;

/// <summary>What is written to a view shows in what it is a view of; what is written to a copy does not.</summary>
public class ViewTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Views = new()
    {
        ["T"] = static t => t.Permute([.. Enumerable.Range(1, (int)t.Dim()).Select(i => t.Dim() - i)]),
        ["Transpose"] = static t => t.Transpose(0, -1),
        ["Movedim"] = static t => t.Movedim(0, -1),
        ["Unsqueeze"] = static t => t.Unsqueeze(0),
        ["Squeeze"] = static t => t.Squeeze(),
        ["Select"] = static t => t.Select(0, 0),
        ["Narrow"] = static t => t.Narrow(0, 0, 1),
        ["[..]"] = static t => t[..],
        ["[..., 0]"] = static t => t["...", 0],
        ["[::2]"] = static t => t["::2"],
        ["[null]"] = static t => t[null],
        ["Diagonal"] = static t => t.Unsqueeze(0).Diagonal(),
        ["Unfold"] = static t => t.Unfold(0, 1, 1),
        ["Expand"] = static t => t.Expand([2, .. t.Shape.ToArray()]),
        ["Unbind"] = static t => t.Unbind()[0],
        ["Split"] = static t => t.Split(1)[0],
        ["Chunk"] = static t => t.Chunk(2)[0],
        ["AsStrided"] = static t => t.AsStrided([1], [1]),
        ["Detach"] = static t => t.Detach(),
        ["ViewAs"] = static t => t.ViewAs(t),
        ["View(dtype)"] = static t => t.View(DType.Int64).View(DType.Float64),
        ["Alias"] = static t => t.To(DType.Float64),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Copies = new()
    {
        ["Clone"] = static t => t.Clone(),
        ["Flip"] = static t => t.Flip(0),
        ["Roll"] = static t => t.Roll(1),
        ["Repeat"] = static t => t.Repeat([2, .. t.Shape.ToArray().Select(static _ => 1L)]),
        ["IndexSelect"] = static t => t.IndexSelect(0, Torch.Tensor([0])),
        ["[[0]]"] = static t => t[[0]],
        ["[mask]"] = static t => t[Torch.OnesLike(t, dtype: DType.Bool)],
        ["Take"] = static t => t.Take(Torch.Tensor([0])),
        ["Cat"] = static t => Torch.Cat([t]),
        ["Stack"] = static t => Torch.Stack([t]),
        ["+ 0"] = static t => t + 0,
        ["To(copy)"] = static t => t.To(DType.Float64, copy: true),
        ["Tensor(array)"] = static t => Torch.Tensor(t.ToArray<double>()),
        ["NewTensor"] = static t => t.NewTensor(1.0),
        ["DiagonalCopy"] = static t => Torch.DiagonalCopy(t.Unsqueeze(0)),
        ["UnfoldCopy"] = static t => Torch.UnfoldCopy(t, 0, 1, 1),
    };

    private static IEnumerable<string> ViewNames => Views.Keys;

    private static IEnumerable<string> CopyNames => Copies.Keys;

    [TestCaseSource(nameof(ViewNames))]
    public void A_view_writes_through(string name) => Full.Holds(
        t =>
        {
            var view = Views[name](t);
            view.Numel().Should().BePositive();
            view.Fill_(99);
            (t == 99).Any().Item<bool>().Should().BeTrue();
            t.Fill_(77);
            (view == 77).All().Item<bool>().Should().BeTrue();
        },
        iter: 30);

    [TestCaseSource(nameof(CopyNames))]
    public void A_copy_does_not(string name) => Full.Holds(
        t =>
        {
            var (before, copy) = (t.Clone(), Copies[name](t));
            copy.Fill_(99);
            t.ShouldEqual(before);
        },
        iter: 30);

    private static Gen<Tensor> Full => Gens.FullShapes.SelectMany(static shape => Gens.Of(shape));
}
