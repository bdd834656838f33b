using TorchLite.Nn;

namespace TorchLite;

/// <content>Batch normalization computed into the weights before it.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>
            /// A convolution that computes what it and the batch normalization after it did: PyTorch's <c>fuse_conv_bn_eval</c>.
            /// </summary>
            /// <typeparam name="T">The class of the convolution.</typeparam>
            /// <param name="conv">The convolution, in evaluation mode; it stays as it is.</param>
            /// <param name="bn">The normalization, in evaluation mode and with running statistics.</param>
            /// <param name="transpose">Whether the convolution is a transposed one.</param>
            /// <returns>A new convolution with a bias.</returns>
            /// <exception cref="ArgumentNullException">One of them is null.</exception>
            /// <exception cref="TorchException">One is in training mode, or the normalization has no running statistics.</exception>
            /// <example><code>
            /// var conv = new Conv1d(1, 1, 1).Eval();
            /// var bn = new BatchNorm1d(1).Eval();
            /// var x = Torch.Ones(1, 1, 3);
            /// Torch.Allclose(Torch.Nn.Utils.FuseConvBnEval(conv, bn).Call(x), bn.Call(conv.Call(x)))   // True
            /// </code></example>
            public static T FuseConvBnEval<T>(T conv, BatchNorm bn, bool transpose = false)
                where T : ConvNd
            {
                var (mean, variance) = Statistics(conv, bn);
                var fused = conv.Clone();
                (fused.Weight, fused.Bias) =
                    FuseConvBnWeights(fused.Weight, fused.Bias, mean, variance, bn.Eps, bn.Weight, bn.Bias, transpose);
                return fused;
            }

            /// <summary>
            /// The weights of a convolution that computes what it and the batch normalization after it did: PyTorch's
            /// <c>fuse_conv_bn_weights</c>.
            /// </summary>
            /// <param name="convW">The weight of the convolution.</param>
            /// <param name="convB">Its bias; zeros if null.</param>
            /// <param name="bnRm">The running mean of the normalization.</param>
            /// <param name="bnRv">Its running variance.</param>
            /// <param name="bnEps">What it adds to that.</param>
            /// <param name="bnW">Its weight; ones if null.</param>
            /// <param name="bnB">Its bias; zeros if null.</param>
            /// <param name="transpose">Whether the convolution is a transposed one.</param>
            /// <returns>The new weight and the new bias.</returns>
            /// <exception cref="ArgumentNullException">A tensor that must be there is null.</exception>
            /// <exception cref="TorchException">The shapes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Utils.FuseConvBnWeights(Torch.Ones(1, 1, 1), null, Torch.Tensor([2.0]), Torch.Tensor([1.0]), 0, null, null).Bias
            /// // Parameter containing:
            /// // tensor([-2.])
            /// </code></example>
            public static (Parameter Weight, Parameter Bias) FuseConvBnWeights(
                Tensor convW, Tensor? convB, Tensor bnRm, Tensor bnRv, double bnEps, Tensor? bnW, Tensor? bnB, bool transpose = false)
            {
                ArgumentNullException.ThrowIfNull(convW);
                ArgumentNullException.ThrowIfNull(bnRm);
                ArgumentNullException.ThrowIfNull(bnRv);
                var biasDtype = (convB ?? convW).DType;
                convB ??= Torch.ZerosLike(bnRm);
                bnW ??= Torch.OnesLike(bnRm);
                bnB ??= Torch.ZerosLike(bnRm);
                var scale = (bnRv + bnEps).Rsqrt();
                var shape = new long[convW.Dim()];
                if (shape.Length <= (transpose ? 1 : 0))
                {
                    throw new TorchIndexException("list assignment index out of range");
                }

                Array.Fill(shape, 1);
                shape[transpose ? 1 : 0] = -1;
                var weight = (convW * (bnW * scale).Reshape(shape)).To(convW.DType);
                var bias = (((convB - bnRm) * scale * bnW) + bnB).To(biasDtype);
                return (new(weight, convW.RequiresGrad), new(bias, convB.RequiresGrad));
            }

            /// <summary>
            /// A linear module that computes what it and the batch normalization after it did: PyTorch's <c>fuse_linear_bn_eval</c>.
            /// </summary>
            /// <typeparam name="T">The class of the linear module.</typeparam>
            /// <param name="linear">The linear module, in evaluation mode; it stays as it is.</param>
            /// <param name="bn">The normalization, in evaluation mode, with running statistics, of as many features as come out or of one.</param>
            /// <returns>A new linear module with a bias.</returns>
            /// <exception cref="ArgumentNullException">One of them is null.</exception>
            /// <exception cref="TorchException">
            /// One is in training mode, or the normalization has no running statistics, another number of features, or no weight.
            /// </exception>
            /// <example><code>
            /// var linear = new Linear(3, 2).Eval();
            /// var bn = new BatchNorm1d(2).Eval();
            /// var x = Torch.Ones(1, 3);
            /// Torch.Allclose(Torch.Nn.Utils.FuseLinearBnEval(linear, bn).Call(x), bn.Call(linear.Call(x)))   // True
            /// </code></example>
            public static T FuseLinearBnEval<T>(T linear, BatchNorm bn)
                where T : Linear
            {
                var (mean, variance) = Statistics(linear, bn);
                if (linear.OutFeatures != bn.NumFeatures && bn.NumFeatures != 1)
                {
                    throw new TorchException("To fuse, linear.out_features == bn.num_features or bn.num_features == 1");
                }

                if (bn.Weight is not { } weight || bn.Bias is not { } bias)
                {
                    throw new TorchException(
                        "To fuse a linear module, the batch normalization needs its weight and bias: it was made with affine: false");
                }

                var fused = linear.Clone();
                (fused.Weight, fused.Bias) = FuseLinearBnWeights(fused.Weight, fused.Bias, mean, variance, bn.Eps, weight, bias);
                return fused;
            }

            /// <summary>
            /// The weights of a linear module that computes what it and the batch normalization after it did: PyTorch's
            /// <c>fuse_linear_bn_weights</c>.
            /// </summary>
            /// <param name="linearW">The weight of the linear module.</param>
            /// <param name="linearB">Its bias; zeros if null.</param>
            /// <param name="bnRm">The running mean of the normalization.</param>
            /// <param name="bnRv">Its running variance.</param>
            /// <param name="bnEps">What it adds to that.</param>
            /// <param name="bnW">Its weight.</param>
            /// <param name="bnB">Its bias.</param>
            /// <returns>The new weight and the new bias.</returns>
            /// <exception cref="ArgumentNullException">A tensor that must be there is null.</exception>
            /// <exception cref="TorchException">The shapes do not fit.</exception>
            /// <example><code>
            /// var (mean, variance) = (Torch.Tensor([2.0]), Torch.Tensor([1.0]));
            /// Torch.Nn.Utils.FuseLinearBnWeights(Torch.Ones(1, 2), null, mean, variance, 0, Torch.Tensor([3.0]), Torch.Zeros(1)).Weight
            /// // Parameter containing:
            /// // tensor([[3., 3.]])
            /// </code></example>
            public static (Parameter Weight, Parameter Bias) FuseLinearBnWeights(
                Tensor linearW, Tensor? linearB, Tensor bnRm, Tensor bnRv, double bnEps, Tensor bnW, Tensor bnB)
            {
                ArgumentNullException.ThrowIfNull(linearW);
                ArgumentNullException.ThrowIfNull(bnRm);
                ArgumentNullException.ThrowIfNull(bnRv);
                ArgumentNullException.ThrowIfNull(bnW);
                ArgumentNullException.ThrowIfNull(bnB);
                var biasDtype = (linearB ?? linearW).DType;
                linearB ??= Torch.ZerosLike(bnRm);
                var scale = bnW * (bnRv + bnEps).Rsqrt();
                var weight = linearW * scale.Unsqueeze(-1).To(linearW.DType);
                var bias = (((linearB - bnRm) * scale) + bnB).To(biasDtype);
                return (new(weight, linearW.RequiresGrad), new(bias, linearB.RequiresGrad));
            }

            private static (Tensor Mean, Tensor Variance) Statistics(Module module, BatchNorm bn)
            {
                ArgumentNullException.ThrowIfNull(module);
                ArgumentNullException.ThrowIfNull(bn);
                return module.Training || bn.Training ? throw new TorchException("Fusion only for eval!")
                    : bn is { RunningMean: { } mean, RunningVar: { } variance } ? (mean, variance)
                    : throw new TorchException(
                        "To fuse, the batch normalization needs its running statistics: it was made with trackRunningStats: false");
            }
        }
    }
}
