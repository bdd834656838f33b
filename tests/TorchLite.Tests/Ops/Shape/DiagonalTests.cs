namespace TorchLite.Tests.Ops;

/// <summary>What the corpus does not ask of fill_diagonal_.</summary>
public sealed class DiagonalTests
{
    [Test]
    public void FillDiagonal_keeps_the_graph()
    {
        var x = Torch.Zeros([2, 2], requiresGrad: true);
        (x * 1).FillDiagonal_(1.5).Sum().Backward();
        x.Grad!.ToString().Should().Be("tensor([[0., 1.],\n        [1., 0.]])");
        x.Invoking(static x => x.FillDiagonal_(1)).Should().Throw<TorchException>().WithMessage(
            "a view of a leaf Variable that requires grad is being used in an in-place operation.");
    }
}
