using TorchLite.Nn.Utils.Parametrize;

namespace TorchLite.Nn.Utils.Parametrizations;

/// <summary>Makes a matrix orthogonal, or its rows or columns orthonormal where it is not square: PyTorch's <c>_Orthogonal</c>.</summary>
internal sealed class OrthogonalParametrization(Shape shape, OrthogonalMap map, bool usesTrivialization) : Module<Tensor, Tensor>, IRightInverse
{
    [Name("base")]
    private Buffer? origin;

    protected internal override string ClassName => "_Orthogonal";

    public Tensor RightInverse(Tensor value)
    {
        using var _ = Torch.NoGrad();
        if (value.Shape != shape)
        {
            throw new TorchValueException(
                $"Expected a matrix or batch of matrices of shape {shape}. Got a tensor of shape {value.Shape}.");
        }

        var isWide = value.Size(-2) < value.Size(-1);
        var q = isWide ? value.MT : value;
        var (n, k) = (q.Size(-2), q.Size(-1));
        if (!usesTrivialization)
        {
            return WithoutOrigin(q, isWide);
        }

        if (n == k)
        {
            q = IsOrthogonal(q) ? q.Clone() : MadeOrthogonal(q);
        }
        else
        {
            var rest = Torch.Randn([.. q.Shape.ToArray()[..^2], n, n - k], dtype: q.DType, device: q.Device);
            q = MadeOrthogonal(Torch.Cat([q, rest], dim: -1));
        }

        origin = new Buffer(q);
        var start = Torch.ZerosLike(value);
        start.Diagonal(dim1: -2, dim2: -1).Fill_(-1.0);
        return start;
    }

    protected override Tensor Forward(Tensor input)
    {
        var isWide = input.Size(-2) < input.Size(-1);
        var x = isWide ? input.MT : input;
        var (n, k) = (x.Size(-2), x.Size(-1));
        var q = map == OrthogonalMap.Householder ? Reflected(x) : Rotated(x, n, k);
        if (usesTrivialization)
        {
            q = origin!.Matmul(q);
        }

        return isWide ? q.MT : q;
    }

    private Tensor Rotated(Tensor x, long n, long k)
    {
        x = x.Tril();
        if (n != k)
        {
            long[] batch = x.Shape.ToArray()[..^2];
            x = Torch.Cat([x, x.NewZeros([n, n - k]).Expand([.. batch, -1, -1])], dim: -1);
        }

        var a = x - x.MH;
        Tensor q;
        if (map == OrthogonalMap.MatrixExp)
        {
            q = a.MatrixExp();
        }
        else
        {
            var one = Torch.Eye(n, dtype: a.DType, device: a.Device);
            q = Torch.Linalg.Solve(one.Add(a, alpha: -0.5), one.Add(a, alpha: 0.5));
        }

        return n == k ? q : q["...", ..(int)k];
    }

    private static Tensor Reflected(Tensor x)
    {
        var a = x.Tril(-1);
        var tau = 2.0 / (1.0 + (a * a).Sum(dim: -2));
        var q = Torch.Linalg.HouseholderProduct(a, tau);
        return q * x.Diagonal(dim1: -2, dim2: -1).Int().Unsqueeze(-2);
    }

    private Tensor WithoutOrigin(Tensor q, bool isWide)
    {
        if (map != OrthogonalMap.Householder)
        {
            throw new TorchNotImplementedException(
                "It is not possible to assign to the matrix exponential or the Cayley parametrizations when use_trivialization=False.");
        }

        var (a, tau) = q.Geqrf();
        var diagonal = a.Diagonal(dim1: -2, dim2: -1);
        diagonal.Sign_();
        diagonal.Mul_(Torch.Where(tau == 0.0, -1.0, 1.0).To(diagonal.DType));
        return isWide ? a.MT : a;
    }

    private static bool IsOrthogonal(Tensor q)
    {
        var (n, k) = (q.Size(-2), q.Size(-1));
        return q.MH.Matmul(q).Allclose(
            Torch.Eye(k, dtype: q.DType, device: q.Device), atol: 10.0 * n * Torch.Finfo(q.DType).Eps);
    }

    private static Tensor MadeOrthogonal(Tensor a)
    {
        var (x, tau) = a.Geqrf();
        var q = Torch.Linalg.HouseholderProduct(x, tau);
        return q.Mul_(x.Diagonal(dim1: -2, dim2: -1).Sgn().Unsqueeze(-2));
    }
}
