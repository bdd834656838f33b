namespace TorchLite;

/// <content>Distances and similarities.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            /// <inheritdoc cref="Torch.PairwiseDistance(Tensor, Tensor, double, double, bool)"/>
            public static Tensor PairwiseDistance(Tensor x1, Tensor x2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                Torch.PairwiseDistance(x1, x2, p, eps, keepdim);

            /// <inheritdoc cref="Torch.CosineSimilarity(Tensor, Tensor, long, double)"/>
            public static Tensor CosineSimilarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                Torch.CosineSimilarity(x1, x2, dim, eps);

            /// <inheritdoc cref="Torch.Pdist(Tensor, double)"/>
            public static Tensor Pdist(Tensor input, double p = 2) => Torch.Pdist(input, p);
        }
    }
}
