namespace TorchLite;

/// <summary>libtorch's weight normalization.</summary>
internal static class WeightNormKernel
{
    private static readonly AtenOperator NormOperator = new("aten::norm_except_dim"), WeightOperator = new("aten::_weight_norm");

    /// <summary>The norms of the parts of a weight along a dimension; -1: of all of it.</summary>
    internal static Tensor Norms(Tensor weight, long dim) => NormOperator.Call(weight, 2, dim);

    /// <summary>The weight of these norms and directions.</summary>
    internal static Tensor Weight(Tensor directions, Tensor norms, long dim) => WeightOperator.Call(directions, norms, dim);
}
