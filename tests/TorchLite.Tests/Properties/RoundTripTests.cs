using CsCheck;

namespace TorchLite.Tests.Properties;

/// <summary>There and back again.</summary>
public class RoundTripTests
{
    [Test]
    public void Arrays() => Gens.Tensors.Holds(static t => Torch.Tensor(t.ToArray<double>()).View(t.Shape).ShouldEqual(t));

    [Test]
    public void Shapes() => Gens.Tensors.Holds(static t =>
    {
        t.Flatten().Reshape(t.Shape).ShouldEqual(t);
        t.Unsqueeze(-1).Squeeze(-1).ShouldEqual(t);
        t.Contiguous().View(t.Shape).ShouldEqual(t);
        if (t.Dim() > 0)
        {
            t.Movedim(0, -1).Movedim(-1, 0).ShouldEqual(t);
            t.Unflatten(0, [1, t.Size(0)]).Flatten(0, 1).ShouldEqual(t);
        }
    });

    [Test]
    public void Parts() => Gens.FullShapes.SelectMany(static shape => Gens.Of(shape)).Holds(static t =>
    {
        Torch.Stack(t.Unbind()).ShouldEqual(t);
        Torch.Cat(t.Split(2)).ShouldEqual(t);
        Torch.Cat(t.Chunk(3, dim: -1), dim: -1).ShouldEqual(t);
        Torch.Cat(t.TensorSplit(3)).ShouldEqual(t);
        t.Flip(0).Flip(0).ShouldEqual(t);
        t.Roll(1).Roll(-1).ShouldEqual(t);
    });

    [Test]
    public void Types() => Gens.Tensors.Holds(static t =>
    {
        foreach (var dtype in new[]
                 {
                     DType.Int8, DType.Int16, DType.Int32, DType.Int64, DType.Float16, DType.Bfloat16, DType.Float32, DType.Complex64,
                 })
        {
            t.To(dtype).To(DType.Float64).ShouldEqual(t);
        }
    });

    [Test]
    public void Permutations() =>
        Gens.Tensors.SelectMany(
            static t => Gen.Shuffle(Enumerable.Range(0, (int)t.Dim()).ToArray()), static (t, order) => (t, order)).Holds(static p =>
        {
            var dims = Array.ConvertAll(p.order, static dim => (long)dim);
            var back = dims.Select((dim, i) => (dim, (long)i)).OrderBy(static pair => pair.dim).Select(static pair => pair.Item2).ToArray();
            p.t.Permute(dims).Permute(back).ShouldEqual(p.t);
        });

    [Test]
    public void Transforms() => Gens.FullShapes.SelectMany(static shape => Gens.Of(shape)).Holds(static t =>
    {
        Torch.Allclose(Torch.Fft.Ifftn(Torch.Fft.Fftn(t)).Real, t, atol: 1e-9).Should().BeTrue();
        Torch.Allclose(t.Sinh().Asinh(), t, atol: 1e-9).Should().BeTrue();
        t.ViewAsComplexPair().ShouldEqual(t);
    });
}

file static class Pairs
{
    internal static Tensor ViewAsComplexPair(this Tensor t) => Torch.ViewAsReal(Torch.Complex(t, t)).Select(-1, 0);
}
