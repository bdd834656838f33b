using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchLite.Benchmarks.Native;
using Raw = TorchSharp.torch.Tensor;

namespace TorchLite.Benchmarks;

/// <summary>What is measured. The operands have the same names in reference.py.</summary>
internal static class Operations
{
    private static readonly Tensor x = Torch.Tensor([1.0, 2.0, 3.0, 4.0]);
    private static readonly Tensor y = Torch.Tensor([5.0, 6.0, 7.0, 8.0]);
    private static readonly Tensor z = Torch.Zeros(4);
    private static readonly Tensor one = Torch.Ones(4);
    private static readonly Tensor m = Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]);
    private static readonly Tensor mask = Torch.Tensor([true, false, true, false]);
    private static readonly Tensor list = Torch.Tensor([0, 2]);
    private static readonly Tensor number = Torch.Tensor(2.5);
    private static readonly Tensor big = Torch.Rand(10_000_000);
    private static readonly Tensor square = Torch.Rand(1000, 1000);

    private static readonly Raw X = torch.tensor(new[] { 1f, 2, 3, 4 });
    private static readonly Raw Y = torch.tensor(new[] { 5f, 6, 7, 8 });
    private static readonly Raw Z = torch.zeros(4);
    private static readonly Raw Ones = torch.ones(4);
    private static readonly Raw M = torch.tensor(new[,] { { 1f, 2 }, { 3, 4 } });
    private static readonly Raw Mask = torch.tensor(new[] { true, false, true, false });
    private static readonly Raw List = torch.tensor(new[] { 0L, 2 });
    private static readonly Raw Number = torch.tensor(2.5f);
    // In the same memory: where it lies makes a difference of more than the two percent that are asked for.
    private static readonly Raw Big = Raw.UnsafeCreateTensor(Over(big.DataPtr(), 10_000_000));
    private static readonly Raw Square = Raw.UnsafeCreateTensor(Over(square.DataPtr(), 1000, 1000));

    // The same for libtorch alone.
    private static readonly nint hx = X.Handle, hy = Y.Handle, hz = Z.Handle, hOne = Ones.Handle, hm = M.Handle, hMask = Mask.Handle,
        hList = List.Handle, hNumber = Number.Handle, hBig = Big.Handle, hSquare = Square.Handle;

    internal static readonly Operation[] All =
    [
        new("unary", "neg", () => x.Neg().Dispose(), () => X.neg().Dispose(), () => Free(Neg(hx)), "-x"),
        new("unary", "abs", () => x.Abs().Dispose(), () => X.abs().Dispose(), () => Free(Abs(hx)), "x.abs()"),
        new("unary", "exp", () => x.Exp().Dispose(), () => X.exp().Dispose(), () => Free(Exp(hx)), "x.exp()"),
        new("unary", "sqrt", () => x.Sqrt().Dispose(), () => X.sqrt().Dispose(), () => Free(Sqrt(hx)), "x.sqrt()"),
        new("unary", "relu", () => x.Relu().Dispose(), () => X.relu().Dispose(), () => Free(Relu(hx)), "x.relu()"),
        new("unary", "sigmoid", () => x.Sigmoid().Dispose(), () => X.sigmoid().Dispose(), () => Free(Sigmoid(hx)), "x.sigmoid()"),
        new("unary", "clone", () => x.Clone().Dispose(), () => X.clone().Dispose(), () => Free(Clone(hx)), "x.clone()"),

        new("binary", "x + y", () => (x + y).Dispose(), () => (X + Y).Dispose(), () => Free(Add(hx, hy, One)), "x + y"),
        new("binary", "x - y", () => (x - y).Dispose(), () => (X - Y).Dispose(), () => Free(Sub(hx, hy)), "x - y"),
        new("binary", "x * y", () => (x * y).Dispose(), () => (X * Y).Dispose(), () => Free(Mul(hx, hy)), "x * y"),
        new("binary", "x / y", () => (x / y).Dispose(), () => (X / Y).Dispose(), () => Free(Divided(hx, hy)), "x / y"),
        new("binary", "x == y", () => (x == y).Dispose(), () => X.eq(Y).Dispose(), () => Free(Eq(hx, hy)), "x == y"),
        new("binary", "x > y", () => (x > y).Dispose(), () => (X > Y).Dispose(), () => Free(Gt(hx, hy)), "x > y"),

        new("with scalar", "x + 1", () => (x + 1).Dispose(), () => (X + 1).Dispose(), () => Free(AddScalar(hx, One, One)), "x + 1"),
        new("with scalar", "2 * x", () => (2 * x).Dispose(), () => (2 * X).Dispose(), () => Free(MulScalar(hx, Two)), "2 * x"),
        new("with scalar", "x + 1.5", () => (x + 1.5).Dispose(), () => (X + 1.5).Dispose(), null, "x + 1.5"),
        new("with scalar", "x - 1", () => (x - 1).Dispose(), () => (X - 1).Dispose(), () => Free(SubScalar(hx, One)), "x - 1"),
        new("with scalar", "1 - x", () => (1 - x).Dispose(), () => (1 - X).Dispose(), null, "1 - x"),
        new("with scalar", "x / 2", () => (x / 2).Dispose(), () => (X / 2).Dispose(), () => Free(DividedScalar(hx, Two)), "x / 2"),
        new("with scalar", "pow(2)", () => x.Pow(2).Dispose(), () => X.pow(2).Dispose(), () => Free(PowScalar(hx, Two)), "x ** 2"),
        new("with scalar", "x > 2", () => (x > 2).Dispose(), () => (X > 2).Dispose(), () => Free(GtScalar(hx, Two)), "x > 2"),

        new("in place", "add_", () => z.Add_(x), () => Z.add_(X), () => Add_(hz, hx, One), "z.add_(x)"),
        new("in place", "mul_", () => z.Mul_(one), () => Z.mul_(Ones), () => Mul_(hz, hOne), "z.mul_(one)"),
        new("in place", "add_(1)", () => z.Add_(1), () => Z.add_(1), () => AddScalar_(hz, One, One), "z.add_(1)"),
        new("in place", "relu_", () => z.Relu_(), () => Z.relu_(), () => Relu_(hz), "z.relu_()"),
        // TorchSharp's zero_() leaves the tensor as it is, and makes another.
        new("in place", "zero_", () => z.Zero_(), () => Z.fill_(0), null, "z.zero_()"),

        new("reduction", "sum", () => x.Sum().Dispose(), () => X.sum().Dispose(), () => Free(Sum(hx, false, 0)), "x.sum()"),
        new("reduction", "mean", () => x.Mean().Dispose(), () => X.mean().Dispose(), () => Free(Mean(hx)), "x.mean()"),
        new("reduction", "max", () => x.Max().Dispose(), () => X.max().Dispose(), () => Free(Max(hx)), "x.max()"),
        new("reduction", "argmax", () => x.Argmax().Dispose(), () => X.argmax().Dispose(), () => Free(Argmax(hx)), "x.argmax()"),
        new("reduction", "sum(dim: 0)", () => m.Sum(dim: 0).Dispose(), () => M.sum(0).Dispose(), null, "m.sum(dim=0)"),
        new("reduction", "max(dim: 0)", () => Both(m.Max(dim: 0)), () => Both(M.max(0)), null, "m.max(dim=0)"),

        new("view", "view", () => x.View(2, 2).Dispose(), () => X.view(2, 2).Dispose(), () => Free(View(hx, 2, 2)), "x.view(2, 2)"),
        new("view", "t", () => Torch.T(m).Dispose(), () => M.t().Dispose(), () => Free(T(hm)), "m.t()"),
        new("view", "transpose", () => m.Transpose(0, 1).Dispose(), () => M.transpose(0, 1).Dispose(), () => Free(Transpose(hm, 0, 1)),
            "m.transpose(0, 1)"),
        new("view", "unsqueeze", () => x.Unsqueeze(0).Dispose(), () => X.unsqueeze(0).Dispose(),
            () => Free(Unsqueeze(hx, 0)), "x.unsqueeze(0)"),

        new("index", "x[1]", () => x[1].Dispose(), () => X[1].Dispose(), () => Free(Select(hx, 0, 1)), "x[1]"),
        new("index", "m[1, 0]", () => m[1, 0].Dispose(), () => M[1, 0].Dispose(), null, "m[1, 0]"),
        new("index", "x[1..3]", () => x[1..3].Dispose(), () => X[1..3].Dispose(), () => Free(Slice(hx, 0, 1, 3, 1)), "x[1:3]"),
        new("index", "m[.., 1]", () => m[.., 1].Dispose(),
            () => M[torch.TensorIndex.Colon, torch.TensorIndex.Single(1)].Dispose(), null, "m[:, 1]"),
        new("index", "x[mask]", () => x[mask].Dispose(), () => X[Mask].Dispose(), () => Free(Index(hx, hMask)), "x[mask]"),
        new("index", "x[list]", () => x[list].Dispose(), () => X[List].Dispose(), () => Free(Index(hx, hList)), "x[list]"),

        new("item", "item", () => Keep(number.Item<float>()), () => Keep(Number.item<float>()), () => Keep(Item(hNumber)), "number.item()"),
        new("matmul 2x2", "matmul", () => m.Matmul(m).Dispose(), () => M.matmul(M).Dispose(), () => Free(Matmul(hm, hm)), "m @ m"),

        new("attribute", "shape", () => Keep(x.Shape), () => Keep(X.shape), () => Keep(Size(hx)), "x.shape"),
        new("attribute", "dtype", () => Keep(x.DType), () => Keep(X.dtype), () => Keep(Type(hx)), "x.dtype"),
        new("attribute", "numel", () => Keep(x.Numel()), () => Keep(X.numel()), () => Keep(Count(hx)), "x.numel()"),

        new("tutorial", "z = y²-x², backward", LiteSteps.Difference, SharpSteps.Difference, null, "difference()"),
        new("tutorial", "y = x²+2x+1, backward", LiteSteps.Polynomial, SharpSteps.Polynomial, null, "polynomial()"),
        new("tutorial", "regression epoch", LiteSteps.Epoch, SharpSteps.Epoch, null, "epoch()"),
        new("tutorial", "regression, autograd", LiteSteps.EpochWithAutograd, SharpSteps.EpochWithAutograd, null, "epoch_with_autograd()"),

        new("gradients", "100 operations, both", LiteSteps.Chained, SharpSteps.Chained, null, "both_of(chain)"),
        new("gradients", "100 with numbers, both", LiteSteps.ChainedNumbers, SharpSteps.ChainedNumbers, null, "both_of(numbers)"),
        new("gradients", "100 operations, back", LiteSteps.ChainedBackward, SharpSteps.ChainedBackward, null, "back()"),
        new("gradients", "20 built-in swishes", LiteSteps.Swishes, SharpSteps.Swishes, null, "both_of(swishes)"),
        new("gradients", "20 swishes of one's own", LiteSteps.OwnSwishes, SharpSteps.OwnSwishes, null, "both_of(own_swishes)"),

        new("1e7 elements", "big + big", () => (big + big).Dispose(), () => (Big + Big).Dispose(),
            () => Free(Add(hBig, hBig, One)), "big + big"),
        new("1e7 elements", "big.exp()", () => big.Exp().Dispose(), () => Big.exp().Dispose(), () => Free(Exp(hBig)), "big.exp()"),
        new("1e7 elements", "big.sum()", () => big.Sum().Dispose(), () => Big.sum().Dispose(),
            () => Free(Sum(hBig, false, 0)), "big.sum()"),
        new("1e7 elements", "1000x1000 matmul", () => square.Matmul(square).Dispose(), () => Square.matmul(Square).Dispose(),
            () => Free(Matmul(hSquare, hSquare)), "square @ square"),
    ];

    /// <summary>Loads libtorch, with TorchLite's loader for TorchSharp too, and lets it use one thread.</summary>
    internal static void Start()
    {
        Torch.IsGradEnabled();
        torch.set_num_threads(1);
    }

    // The compiler must not find out that nobody looks at it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep<T>(T value) => _ = value;

    private static void Both((Tensor Values, Tensor Indices) pair)
    {
        pair.Values.Dispose();
        pair.Indices.Dispose();
    }

    private static void Both((Raw Values, Raw Indices) pair)
    {
        pair.Values.Dispose();
        pair.Indices.Dispose();
    }
}
