using TorchLite.Nn.Utils.Parametrize;

namespace TorchLite.Nn.Utils.Parametrizations;

/// <summary>Makes a weight of its norms and its directions: PyTorch's <c>_WeightNorm</c>.</summary>
internal sealed class WeightNormParametrization(long dim) : Module<Tensor[], Tensor>, IRightInverses
{
    protected internal override string ClassName => "_WeightNorm";

    public Tensor[] RightInverse(Tensor value) => [WeightNormKernel.Norms(value, dim), value];

    protected override Tensor Forward(Tensor[] input) => WeightNormKernel.Weight(input[1], input[0], dim);
}
