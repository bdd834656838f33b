namespace TorchLite.Probe.Mistakes;

internal static partial class MistakeTable
{
    private const string Gone = "ObjectDisposedException: This tensor was disposed; its memory is gone.";

    private static readonly Mistake[] OnlyHere =
    [
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'other')", static () => Torch.Ones(2).Add((Tensor)null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'other')", static () => Torch.Ones(2).Matmul(null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'tensors')", static () => Torch.Cat([Torch.Ones(2), null!])),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'tensors')", static () => Torch.Stack([null!])),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'index')", static () => Torch.Ones(2).Gather(0, null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'data')", static () => Torch.Tensor((Array)null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'body')", static () => Torch.Tidy((Func<Tensor>)null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'equation')", static () => Torch.Einsum(null!, Torch.Ones(2))),
        Mistake.Only("InvalidOperationException: mine", static () => Torch.Tidy<Tensor>(static () => throw new InvalidOperationException("mine"))),
        Mistake.Only("InvalidOperationException: mine", static () => Torch.Tidy<Tensor>(static () =>
        {
            _ = Torch.Ones(3).Sum();
            throw new InvalidOperationException("mine");
        })),
        Mistake.Only(Gone, static () => Disposed().Add(1)),
        Mistake.Only(Gone, static () => Torch.Ones(2).Add(Disposed())),
        Mistake.Only(Gone, static () => Disposed().Sum(dim: 0)),
        Mistake.Only(Gone, static () => Disposed().Shape),
        Mistake.Only(Gone, static () => Disposed().DType),
        Mistake.Only(Gone, static () => Disposed().DataPtr()),
        Mistake.Only(Gone, static () => Disposed().Item()),
        Mistake.Only(Gone, static () => Disposed()[0]),
        Mistake.Only(Gone, static () => Torch.Ones(2)[Disposed()]),
        Mistake.Only(Gone, static () => Torch.Cat([Torch.Ones(2), Disposed()])),
        Mistake.Only(Gone, static () => $"{Disposed()}"),
        Mistake.Only(Gone, static () => Torch.Ones(2).Copy_(Disposed())),
        Mistake.Only(Gone, static () => Disposed().ToArray<float>()),
        Mistake.Only(Gone, static () => Torch.Ones(2).Where(Disposed(), Torch.Ones(2))),
        Mistake.Only("", static () => Torch.Tensor([1e20]).Item<byte>()),
        Mistake.Only("", static () => Torch.Tensor([300]).Item<byte>()),
        Mistake.Only("", static () => Torch.Tensor([-1]).Item<uint>()),
        Mistake.Only("", static () => Torch.Tensor([double.NaN]).Item<long>()),
        Mistake.Only("", static () => Torch.Tensor([double.PositiveInfinity]).Item<int>()),
        Mistake.Only("", static () => Torch.Tensor([long.MaxValue]).Item<int>()),
        Mistake.Only("", static () => Torch.Tensor([1]).Item<string>()),
        Mistake.Only("", static () => Torch.Tensor([1]).Item<DateTime>()),
        Mistake.Only("", static () => (int)Torch.Tensor([1e20])),
        Mistake.Only("", static () => (long)Torch.Tensor([1e20])),
        Mistake.Only("", static () => (int)Torch.Ones(2)),
        Mistake.Only("", static () => Torch.Ones(2).ToArray<double>()),
        Mistake.Only("", static () => Torch.Ones(2).ToArray<DateTime>()),
        Mistake.Only("", static () => Torch.Tensor(new[] { "a" })),
        Mistake.Only("", static () => Torch.Tensor(new DateTime[2])),
        Mistake.Only("", static () => Torch.Ones(2)["a"]),
        Mistake.Only("", static () => Torch.Ones(2)["::0"]),
        Mistake.Only("", static () => Torch.Ones(2)["::-1"]),
        Mistake.Only("", static () => Torch.Ones(2)[2..1]),
        Mistake.Only("", static () => Torch.Ones(2)[^0]),
        Mistake.Only("", static () => Torch.Ones(2)[^3]),
        Mistake.Only("", static () => Torch.Ones(2, 2)["...", "..."]),
        Mistake.Only("", static () => Torch.Ones(2).Div(2, (RoundingMode)9)),
        Mistake.Only("", static () => Torch.Ones(2).ScatterReduce(0, Torch.Tensor([0]), Torch.Ones(1), (ScatterReduction)9)),
        Mistake.Only("", static () => Torch.Meshgrid([Torch.Ones(2)], (MeshIndexing)9)),
        Mistake.Only("", static () => Torch.Ones(2).To(default(DType)!)),
        Mistake.Only("", static () => Torch.Ones(default(Shape)!)),
        Mistake.Only("", static () => new Device((string)null!)),
        Mistake.Only("", static () => new Device("cpu", -5)),
        Mistake.Only("", static () => Torch.Ones(2).Sum(default(Dims))),
        Mistake.Only("", static () => Torch.Ones(2).Add(default(Scalar))),
        Mistake.Only("", static () => Torch.Ones(2)[default(TensorIndex)]),
        Mistake.Only("", static () => Torch.Tensor(default(TensorLiteral))),
        Mistake.Only("", static () =>
        {
            var scope = Torch.Scope();
            scope.Dispose();
            scope.Dispose();
            return null;
        }),
        Mistake.Only("", static () =>
        {
            var outer = Torch.Scope();
            var inner = Torch.Scope();
            try
            {
                outer.Dispose();
                return null;
            }
            finally
            {
                inner.Dispose();
                outer.Dispose();
            }
        }),
    ];

    private static Tensor Disposed()
    {
        var tensor = Torch.Ones(2);
        tensor.Dispose();
        return tensor;
    }
}
