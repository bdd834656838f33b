namespace TorchLite.Probe.Mistakes;

internal static partial class MistakeTable
{
    private const string Gone = "ObjectDisposedException: This tensor was disposed; its memory is gone.";

    private static readonly Mistake[] DotNet =
    [
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'other')", static () => Torch.Ones(2).Add((Tensor)null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'other')", static () => Torch.Ones(2).Matmul(null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'tensors')", static () => Torch.Cat([Torch.Ones(2), null!])),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'tensors')", static () => Torch.Stack([null!])),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'index')", static () => Torch.Ones(2).Gather(0, null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'data')", static () => Torch.Tensor((Array)null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'body')", static () => Torch.Tidy((Func<Tensor>)null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'equation')",
            static () => Torch.Einsum(null!, Torch.Ones(2))),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'a')", static () => Torch.Linalg.Inv(null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'tensors')",
            static () => Torch.Linalg.MultiDot(Torch.Ones(2, 2), null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'input')", static () => Torch.Fft.Fft(null!)),

        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'inputs')",
            static () => Torch.Autograd.Grad(Leaf().Sum(), (Tensor)null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'outputs')", static () => Torch.Autograd.Grad(null!, Leaf())),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'hook')", static () => Leaf().RegisterHook(null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'func')",
            static () => Torch.Autograd.Functional.Jacobian(null!, Leaf())),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'function')",
            static () => Torch.Utils.Checkpoint(null!, Leaf())),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'the result of Backward')",
            static () => GradOf(static (_, x) => x * 2, static (_, _) => null!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'other')",
            static () => Torch.Autograd.Function.Create<Tensor, (Tensor, Tensor)>(
                static (ctx, x) => { ctx.SetMaterializeGrads(false); return (x * 2, x * 3); },
                static (_, g) => [g.Item1 + g.Item2])(Leaf()).Item1.Sum().Backward()),
        Mistake.Only("InvalidOperationException: FunctionBackward: Forward gave null in the place of a tensor",
            static () => Custom(static (_, _) => null!, static (_, g) => [g])(Leaf())),
        Mistake.Only("ArgumentOutOfRangeException: Index was out of range.*",
            static () => GradOf(static (_, x) => x * 2, static (ctx, g) => [g * ctx.SavedTensors[0]])),
        Mistake.Only("InvalidCastException: no Int32 was kept by SaveState",
            static () => GradOf(static (_, x) => x * 2, static (ctx, g) => [g * ctx.State<int>()])),
        Mistake.Only(Gone, static () => GradOf(static (_, x) => x * 2, static (_, _) => [Disposed()])),
        Mistake.Only(Gone,
            static () => GradOf(static (ctx, x) => { ctx.SaveForBackward(Disposed()); return x * 2; }, static (_, g) => [g])),
        Mistake.Only(Gone, static () => GradOf(static (_, _) => Disposed(), static (_, g) => [g])),
        Mistake.Only("tensor([1., 1.])",
            static () => GradOf(static (_, x) => x * 2, static (_, g) => { using (g) { return [g.Clone()]; } })),
        Mistake.Only("tensor([2., 2.])",
            static () => GradOf(
                static (ctx, x) => { ctx.SaveForBackward(x); return x * 2; },
                static (ctx, g) => { ctx.SavedTensors[0].Dispose(); return [g * 2 * ctx.SavedTensors[0]]; })),
        Mistake.Only("DivideByZeroException: mine", static () => Hooked(static _ => throw new DivideByZeroException("mine"))),
        Mistake.Only(Gone, static () => Hooked(static _ => Disposed())),
        Mistake.Only("tensor([1., 1.])", static () => Hooked(static g => { g.Dispose(); return null; })),
        Mistake.Only("DivideByZeroException: mine",
            static () => GradOf(static (_, x) => x * 2, static (_, _) => throw new DivideByZeroException("mine"))),
        Mistake.Only("DivideByZeroException: mine",
            static () => Torch.Autograd.Functional.Hessian(static Tensor (_) => throw new DivideByZeroException("mine"), Torch.Ones(2))),
        Mistake.Only(Gone, static () => Torch.Autograd.Functional.Jacobian(static _ => Disposed(), Torch.Ones(2))),
        Mistake.Only(Gone,
            static () => Torch.Autograd.Functional.Jacobian(static x => { x.Dispose(); return Torch.Ones(2); }, Torch.Ones(2))),
        Mistake.Only(Gone, static () => Torch.Autograd.Gradcheck(static x => { x.Dispose(); return Torch.Ones(2); }, Double())),
        Mistake.Only(Gone,
            static () => Torch.Utils.Checkpoint(static x => Torch.IsGradEnabled() ? Disposed() : x * 2, Leaf()).Sum().Backward()),

        // libtorch would divide by zero.
        Mistake.Only("RuntimeError: step must be nonzero", static () => Torch.Arange(0, 3, 0.5, DType.Int64, "meta")),

        // LAPACK would follow these out of the matrix; PyTorch lets it.
        Mistake.Only("RuntimeError: Expected pivots from 1 to 2, but got 1000000",
            static () => Torch.Linalg.LuSolve(Torch.Eye(2), Torch.Tensor(new[] { 1, 1000000 }), Torch.Ones(2, 1))),
        Mistake.Only("RuntimeError: Expected pivots from 1 to 2, but got 0",
            static () => Torch.Ones(2, 1).LuSolve(Torch.Eye(2), Torch.Tensor(new[] { 0, 1 }))),
        Mistake.Only("RuntimeError: Expected pivots from 1 to 2, but got 7",
            static () => Torch.Linalg.LdlSolve(Torch.Eye(2), Torch.Tensor(new[] { 1, 7 }), Torch.Ones(2, 1))),
        Mistake.Only("RuntimeError: Expected the negative pivots of an LDL decomposition to be pairs of the same number",
            static () => Torch.Linalg.LdlSolve(Torch.Eye(2), Torch.Tensor(new[] { 1, -2 }), Torch.Ones(2, 1))),
        Mistake.Only("InvalidOperationException: mine",
            static () => Torch.Tidy<Tensor>(static () => throw new InvalidOperationException("mine"))),
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
        Mistake.Only("RuntimeError: value cannot be converted to type int64_t without overflow",
            static () => Torch.Tensor([1e20]).Item<byte>()),
        Mistake.Only("RuntimeError: value cannot be converted to type uint8_t without overflow",
            static () => Torch.Tensor([300]).Item<byte>()),
        Mistake.Only("RuntimeError: value cannot be converted to type uint32_t without overflow",
            static () => Torch.Tensor([-1]).Item<uint>()),
        Mistake.Only("RuntimeError: value cannot be converted to type int64_t without overflow",
            static () => Torch.Tensor([double.NaN]).Item<long>()),
        Mistake.Only("RuntimeError: value cannot be converted to type int64_t without overflow",
            static () => Torch.Tensor([double.PositiveInfinity]).Item<int>()),
        Mistake.Only("RuntimeError: value cannot be converted to type int without overflow",
            static () => Torch.Tensor([long.MaxValue]).Item<int>()),
        Mistake.Only("TypeError: a tensor element can not be read as System.String", static () => Torch.Tensor([1]).Item<string>()),
        Mistake.Only("TypeError: a tensor element can not be read as System.DateTime", static () => Torch.Tensor([1]).Item<DateTime>()),
        Mistake.Only("RuntimeError: value cannot be converted to type int64_t without overflow", static () => (int)Torch.Tensor([1e20])),
        Mistake.Only("RuntimeError: value cannot be converted to type int64_t without overflow", static () => (long)Torch.Tensor([1e20])),
        Mistake.Only("RuntimeError: a Tensor with 2 elements cannot be converted to Scalar", static () => (int)Torch.Ones(2)),
        Mistake.Only("TypeError: expected scalar type Double but found Float",
            static () => Torch.Ones(2).ToArray<double>()),
        Mistake.Only("TypeError: no dtype holds System.DateTime; the tensor's elements are torch.float32",
            static () => Torch.Ones(2).ToArray<DateTime>()),
        Mistake.Only("TypeError: can't convert an array of System.String. The only supported types are: double, float, C"
            + "omplex, Half, long, int, short, sbyte, ulong, uint, ushort, byte, and bool."
            + " Convert the elements first, as by Array.ConvertAll(array, x => double.Parse(x)).",
            static () => Torch.Tensor(new[] { "a" })),
        Mistake.Only("TypeError: can't convert an array of System.DateTime. The only supported types are: double, float,"
            + " Complex, Half, long, int, short, sbyte, ulong, uint, ushort, byte, and bool."
            + " Convert the elements first, as by Array.ConvertAll(array, x => x.Ticks).",
            static () => Torch.Tensor(new DateTime[2])),
        Mistake.Only("TypeError: a string index is a slice such as \"1:5:2\" or \"...\", not \"a\"", static () => Torch.Ones(2)["a"]),
        Mistake.Only("ValueError: slice step cannot be zero", static () => Torch.Ones(2)["::0"]),
        Mistake.Only("ValueError: step must be greater than zero", static () => Torch.Ones(2)["::-1"]),
        Mistake.Only("tensor([])", static () => Torch.Ones(2)[2..1]),
        Mistake.Only("IndexError: index 2 is out of bounds for dimension 0 with size 2", static () => Torch.Ones(2)[^0]),
        Mistake.Only("IndexError: index -3 is out of bounds for dimension 0 with size 2", static () => Torch.Ones(2)[^3]),
        Mistake.Only("RuntimeError: div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '9'",
            static () => Torch.Ones(2).Div(2, (RoundingMode)9)),
        Mistake.Only("RuntimeError: reduce argument must be either sum, prod, mean, amax or amin, got 9",
            static () => Torch.Ones(2).ScatterReduce(0, Torch.Tensor([0]), Torch.Ones(1), (ScatterReduction)9)),
        Mistake.Only("RuntimeError: torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: 9",
            static () => Torch.Meshgrid([Torch.Ones(2)], (MeshIndexing)9)),
        Mistake.Only("tensor([1, 1], dtype=torch.uint8)", static () => Torch.Ones(2).To(default(DType)!)),
        Mistake.Only("tensor(1.)", static () => Torch.Ones(default(Shape)!)),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'device')", static () => new Device((string)null!)),
        Mistake.Only("RuntimeError: Device index must not be negative", static () => new Device("cpu", -5)),
        Mistake.Only("tensor(2.)", static () => Torch.Ones(2).Sum(default(Dims))),
        Mistake.Only("tensor([1., 1.])", static () => Torch.Ones(2).Add(default(Scalar))),
        Mistake.Only("tensor([1., 1.])", static () => Torch.Ones(2)[default(TensorIndex)]),
        Mistake.Only("tensor(0)", static () => Torch.Tensor(default(TensorLiteral))),
        Mistake.Only("InvalidOperationException: This tensor scope is closed already.", static () =>
        {
            var scope = Torch.Scope();
            scope.Dispose();
            scope.Dispose();
            return null;
        }),
        Mistake.Only(
            "InvalidOperationException: Tensor scopes close in the reverse order of opening; one opened in this was still open, and closed "
            + "with it.",
            static () =>
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
            }
        }),

        // PyTorch computes with memory that nobody wrote, or does nothing and says so to nobody.
        Mistake.Only("tensor(..., device='meta', size=(2, 3))", static () => Torch.Ones(2, 3).Cross(Torch.Ones([2, 3], device: "meta"))),
        Mistake.Only("NotImplementedError: aten::index_select: attempted to run this operator with Meta tensors*",
            static () => Torch.Ones(2, 3).IndexSelect(0, Torch.Ones([1], device: "meta").Long())),
        Mistake.Only("NotImplementedError: aten::take: attempted to run this operator with Meta tensors*",
            static () => Torch.Ones(2, 3).Take(Torch.Ones([2, 3], device: "meta").Long())),
        Mistake.Only("tensor(..., device='meta', size=(2, 3))",
            static () => Torch.Ones(2, 3).Scatter(0, Torch.Ones([2, 3], device: "meta").Long(), 1.0)),
        Mistake.Only("RuntimeError: Expected all tensors to be on the same device, but found at least two devices, meta and cpu!",
            static () => Torch.Ones(2, 3).Add_(Torch.Ones([2, 3], device: "meta"))),
        Mistake.Only("tensor(..., device='meta', size=(2, 3), dtype=torch.bool)",
            static () => Torch.Isin(Torch.Ones(2, 3), Torch.Ones([2, 3], device: "meta"))),

        Mistake.Only("OutOfMemoryError: 1125899906842624 elements are more than a C# array can hold",
            static () => Torch.Ones(1).Expand(1125899906842624).ToArray<float>()),

        // PyTorch takes the low byte of the index.
        Mistake.Only("RuntimeError: Could not parse device index '70000' in device string 'cuda:70000'",
            static () => new Device("cuda", 70000)),
        Mistake.Only("RuntimeError: Could not parse device index '200' in device string 'cuda:200'", static () => new Device("cuda:200")),
    ];

    private static Tensor Disposed()
    {
        var tensor = Torch.Ones(2);
        tensor.Dispose();
        return tensor;
    }
}
