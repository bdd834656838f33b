using TorchLite.Nn.Utils.Parametrize;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Nn.Utils.Parametrizations;

/// <summary>Divides a weight by its greatest singular value, which is followed by power iteration: PyTorch's <c>_SpectralNorm</c>.</summary>
internal sealed class SpectralNormParametrization : Module<Tensor, Tensor>, IRightInverse
{
    private readonly long dim;
    private readonly double eps;
    private readonly int iterations;

    [Name("_u")]
    private readonly Buffer? left;

    [Name("_v")]
    private readonly Buffer? right;

    internal SpectralNormParametrization(Tensor weight, int iterations, long dim, double eps)
    {
        var rank = weight.Dim();
        if (dim >= rank || dim < -rank)
        {
            throw new TorchIndexException($"Dimension out of range (expected to be in range of [-{rank}, {rank - 1}] but got {dim})");
        }

        if (iterations <= 0)
        {
            throw new TorchValueException(
                $"Expected n_power_iterations to be positive, but got n_power_iterations={iterations}");
        }

        (this.dim, this.eps, this.iterations) = (dim >= 0 ? dim : dim + rank, eps, iterations);
        if (rank > 1)
        {
            using var _ = Torch.NoGrad();
            var matrix = Matrix(weight);
            var u = matrix.NewEmpty([matrix.Size(0)]).Normal_(0, 1);
            var v = matrix.NewEmpty([matrix.Size(1)]).Normal_(0, 1);
            left = new Buffer(F.Normalize(u, dim: 0, eps: eps));
            right = new Buffer(F.Normalize(v, dim: 0, eps: eps));
            Iterate(matrix, 15);
        }
    }

    protected internal override string ClassName => "_SpectralNorm";

    public Tensor RightInverse(Tensor value) => value;

    protected override Tensor Forward(Tensor input)
    {
        if (input.Dim() == 1)
        {
            return F.Normalize(input, dim: 0, eps: eps);
        }

        var matrix = Matrix(input);
        if (Training)
        {
            Iterate(matrix, iterations);
        }

        // Copies, which backward needs when the next iteration has changed them.
        var (u, v) = (left!.Clone(), right!.Clone());
        return input / u.Vdot(matrix.Mv(v));
    }

    private Tensor Matrix(Tensor weight) => NormedWeight.OutputsFirst(weight, dim).Flatten(1);

    private void Iterate(Tensor matrix, int count)
    {
        using var _ = Torch.NoGrad();
        for (var i = 0; i < count; i++)
        {
            left!.Copy_(F.Normalize(matrix.Mv(right!), dim: 0, eps: eps));
            right!.Copy_(F.Normalize(matrix.H.Mv(left), dim: 0, eps: eps));
        }
    }
}
