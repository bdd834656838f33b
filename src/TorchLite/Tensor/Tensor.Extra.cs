namespace TorchLite;

/// <content>Trial.</content>
public sealed partial class Tensor
{
    internal Tensor Renorm(Scalar p, long dim, Scalar maxnorm) => Script.Run($"torch.renorm({this}, {p}, {dim}, {maxnorm})");

    internal (Tensor Mantissa, Tensor Exponent) Frexp() => Script.Pair($"torch.frexp({this})");

    internal Tensor Nanquantile(Tensor q, long? dim = null, bool keepdim = false, string interpolation = "linear") =>
        Script.Run($"torch.nanquantile({this}, {q}, {dim}, {keepdim}, interpolation={interpolation})");

    internal Tensor IndexPut(Tensor[] indices, Tensor values) => Script.Run($"torch.index_put({this}, {indices}, {values})");

    internal Tensor SumTo(Dims dims) => Script.Run($"torch.sum({this}, {(Dims?)dims}, True, dtype={(DType?)DType.Float64})");
}
