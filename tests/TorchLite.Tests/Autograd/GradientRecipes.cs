namespace TorchLite.Tests.Autograd;

/// <summary>Inputs for operations that have gradients, or defined results, in few places only.</summary>
internal static class GradientRecipes
{
    internal static IReadOnlyDictionary<string, Func<Differentiation>> All { get; } = new Dictionary<string, Func<Differentiation>>
    {
        // Of one triangle only, so that the other one moves along.
        ["Linalg.Cholesky"] = static () => Of(static x => Torch.Linalg.Cholesky(Definite(x)), 3, 3),
        ["Linalg.CholeskyEx"] = static () => Of(static x => Torch.Linalg.CholeskyEx(Definite(x)).L, 3, 3),
        ["Linalg.Eigvalsh"] = static () => Of(static x => Torch.Linalg.Eigvalsh(Definite(x)), 3, 3),
        ["Tensor.CholeskyInverse"] = static () => Of(static x => x.Tril().CholeskyInverse(), 3, 3),
        ["Tensor.CholeskySolve"] = static () => Of(static (b, x) => b.CholeskySolve(x.Tril()), [3, 2], [3, 3]),

        // Of vectors that may be turned only what no turn changes.
        ["Linalg.Eig"] = static () => Of(static x =>
        {
            var found = Torch.Linalg.Eig(Apart(x));
            return Turned(found.Eigenvalues, found.Eigenvectors);
        }, 3, 3),
        ["Linalg.Eigh"] = static () => Of(static x =>
        {
            var found = Torch.Linalg.Eigh(Apart(x) + Apart(x).MT);
            return Turned(found.Eigenvalues, found.Eigenvectors);
        }, 3, 3),
        ["Linalg.Svd"] = static () => Of(static x =>
        {
            var found = Torch.Linalg.Svd(Apart(x), fullMatrices: false);
            return Turned(found.S, found.U, found.Vh);
        }, 3, 3),
        ["Tensor.Svd"] = static () => Of(static x =>
        {
            var found = Apart(x).Svd();
            return Turned(found.S, found.U, found.V);
        }, 3, 3),

        // libtorch has the derivatives with respect to the second argument only.
        ["Special.Gammainc"] = static () => Of(static x => Torch.Special.Gammainc(Fixed(2, 3), x), 2, 3),
        ["Special.Gammaincc"] = static () => Of(static x => Torch.Special.Gammaincc(Fixed(2, 3), x), 2, 3),
        ["Special.Zeta"] = static () => Of(static x => Torch.Special.Zeta(Fixed(2, 3) + 1, x), 2, 3),
        ["Tensor.Igamma"] = static () => Of(static x => Fixed(2, 3).Igamma(x), 2, 3),
        ["Tensor.Igamma_"] = static () => Of(static x => Fixed(2, 3).Igamma_(x), 2, 3),
        ["Tensor.Igammac"] = static () => Of(static x => Fixed(2, 3).Igammac(x), 2, 3),
        ["Tensor.Igammac_"] = static () => Of(static x => Fixed(2, 3).Igammac_(x), 2, 3),

        // Of positive numbers, or small ones.
        ["Tensor.Arcsin_"] = static () => Of(static x => (x / 4).Arcsin_(), 2, 3),
        ["Tensor.Pow"] = static () => Of(static (x, y) => x.Pow(y), [2, 3], [3]),
        ["Tensor.Pow_"] = static () => Of(static (x, y) => x.Clone().Pow_(y), [2, 3], [3]),
        ["Tensor.FloatPower"] = static () => Of(static (x, y) => x.FloatPower(y), [2, 3], [3]),
        ["Tensor.FloatPower_"] = static () => Of(static (x, y) => x.Clone().FloatPower_(y), [2, 3], [3]),
        ["Torch.Polar"] = static () => Of(static (x, y) => Torch.Polar(x, y), [2, 3], [2, 3]),

        // The recorded calls are larger, or of another kind.
        ["Tensor.Type"] = static () => Of(static x => x.Type(DType.Complex128), 2, 3),
        ["Torch.AdaptiveAvgPool1d"] = static () => Of(static x => Torch.AdaptiveAvgPool1d(x, 2), 1, 2, 5),
        ["Torch.Bilinear"] = static () => Of(static (x, w) => Torch.Bilinear(x, x + 1, w), [2, 3], [2, 3, 3]),
        ["Torch.Conv2d"] = static () => Of(static (x, w) => Torch.Conv2d(x, w, padding: 1), [1, 2, 3, 3], [2, 2, 2, 2]),
        ["Torch.ConvTranspose3d"] = static () => Of(static (x, w) => Torch.ConvTranspose3d(x, w), [1, 2, 1, 2, 2], [2, 1, 1, 2, 2]),

        // Random numbers, the same each time, depend on nothing; the gradients are zeros.
        ["Tensor.Bernoulli"] = static () => Random(static x => (x / 4).Bernoulli()),
        ["Tensor.Bernoulli_"] = static () => Random(static x => x.Bernoulli_()),
        ["Tensor.Cauchy_"] = static () => Random(static x => x.Cauchy_()),
        ["Tensor.Exponential_"] = static () => Random(static x => x.Exponential_()),
        ["Tensor.Geometric_"] = static () => Random(static x => x.Geometric_(0.5)),
        ["Tensor.LogNormal_"] = static () => Random(static x => x.LogNormal_()),
        ["Tensor.Normal_"] = static () => Random(static x => x.Normal_()),
        ["Tensor.Random_"] = static () => Random(static x => x.Random_(5)),
        ["Tensor.Uniform_"] = static () => Random(static x => x.Uniform_()),
        ["Torch.Normal"] = static () => Random(static x => Torch.Normal(x, x.Detach())),
        ["Torch.Poisson"] = static () => Random(static x => Torch.Poisson(x)),

        // What records nothing.
        ["Torch.Linspace"] = static () => Of(static (x, y) => Torch.Linspace(x, y, 3), [], []),
        ["Torch.Logspace"] = static () => Of(static (x, y) => Torch.Logspace(x, y, 3), [], []),
        ["Tensor.Detach_"] = static () => Of(static x => x.Clone().Detach_(), 2, 3),
        ["Tensor.Multinomial"] = static () => Of(static x => x.Multinomial(1), 2, 3),
        ["Tensor.NewEmpty"] = static () => Of(static x => x.NewEmpty(2), 2, 3),
        ["Tensor.NewEmptyStrided"] = static () => Of(static x => x.NewEmptyStrided([2], [1]), 2, 3),
        ["Torch.EmptyLike"] = static () => Of(static x => Torch.EmptyLike(x), 2, 3),
        ["Torch.RandLike"] = static () => Of(static x => Torch.RandLike(x), 2, 3),
        ["Torch.RandintLike"] = static () => Of(static x => Torch.RandintLike(x, 5), 2, 3),
        ["Torch.RandnLike"] = static () => Of(static x => Torch.RandnLike(x), 2, 3),
    };

    private static Differentiation Random(Func<Tensor, Tensor> function) => Of(
        x =>
        {
            Torch.ManualSeed(1);
            return function(x.Clone());
        }, 2, 3);

    private static Differentiation Of(Func<Tensor, Tensor> function, params long[] shape) =>
        new(xs => [function(xs[0])], [Input(shape, 0)]);

    private static Differentiation Of(Func<Tensor, Tensor[]> function, params long[] shape) =>
        new(xs => function(xs[0]), [Input(shape, 0)]);

    private static Differentiation Of(Func<Tensor, Tensor, Tensor> function, long[] first, long[] second) =>
        new(xs => [function(xs[0], xs[1])], [Input(first, 0), Input(second, 1)]);

    private static Tensor Input(long[] shape, int number) => Fixed(shape).Add(number * 0.3).Detach().RequiresGrad_();

    // Between 0.5 and 2.5, no two alike, in no order.
    private static Tensor Fixed(params long[] shape)
    {
        var count = new Shape(shape).Numel();
        return Torch.Arange(1.0, count + 0.5).Double().Mul(12.9898).Sin().Add(1.5).View(shape);
    }

    private static Tensor[] Turned(Tensor values, params ReadOnlySpan<Tensor> vectors)
    {
        var all = new List<Tensor> { values };
        foreach (var some in vectors)
        {
            all.Add(some.Abs());
        }

        return [.. all];
    }

    private static Tensor Definite(Tensor x) => x.Matmul(x.MT) + Torch.Eye(x.Shape[0], dtype: DType.Float64);

    private static Tensor Apart(Tensor x) => x + Torch.Diag(Torch.Tensor(new double[] { 2, 5, 9 }));
}
