using TorchLite.Printing;

namespace TorchLite;

/// <content>Attention with several heads, as <see cref="TorchLite.Nn.MultiheadAttention"/> uses it.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            /// <summary>PyTorch's <c>multi_head_attention_forward</c>.</summary>
            internal static (Tensor Output, Tensor? Weights) MultiHeadAttentionForward(
                Tensor query, Tensor key, Tensor value, in MultiHeadParameters with, double dropoutP, Tensor? keyPaddingMask,
                bool needWeights, Tensor? attnMask, bool averageAttnWeights, bool isCausal)
            {
                var isBatched = IsBatched(query, key, value, keyPaddingMask, attnMask, with.NumHeads);
                if (!isBatched)
                {
                    (query, key, value) = (query.Unsqueeze(1), key.Unsqueeze(1), value.Unsqueeze(1));
                    keyPaddingMask = keyPaddingMask?.Unsqueeze(0);
                }

                var (length, batch, size) = (query.Size(0), query.Size(1), query.Size(2));
                keyPaddingMask = CanonicalMask(keyPaddingMask, "key_padding_mask", query.DType);
                if (isCausal && attnMask is null)
                {
                    throw new TorchException(
                        "Need attn_mask if specifying the is_causal hint. You may use the Transformer module method "
                        + "`generate_square_subsequent_mask` to create this mask.");
                }

                if (isCausal && keyPaddingMask is null && !needWeights)
                {
                    attnMask = null;
                }
                else
                {
                    attnMask = CanonicalMask(attnMask, "attn_mask", query.DType);
                    isCausal &= keyPaddingMask is null;
                }

                CheckSizes(key, value, size, with);
                var (q, k, v) = with.InProjWeight is { } packed
                    ? Projected(query, key, value, packed, with.InProjBias)
                    : ProjectedApart(query, key, value, with);
                attnMask = CheckedMask(attnMask, length, key.Size(0), batch * with.NumHeads);
                if (with.BiasK is not null && with.BiasV is not null)
                {
                    k = Torch.Cat([k, with.BiasK.Repeat(1, batch, 1)]);
                    v = Torch.Cat([v, with.BiasV.Repeat(1, batch, 1)]);
                    (attnMask, keyPaddingMask) = (OneLonger(attnMask), OneLonger(keyPaddingMask));
                }

                var (heads, headSize) = (batch * with.NumHeads, size / with.NumHeads);
                q = q.View(length, heads, headSize).Transpose(0, 1);
                k = k.View(k.Size(0), heads, headSize).Transpose(0, 1);
                v = v.View(v.Size(0), heads, headSize).Transpose(0, 1);
                if (with.AddZeroAttn)
                {
                    k = Torch.Cat([k, Torch.Zeros([heads, 1, headSize], k.DType, k.Device)], 1);
                    v = Torch.Cat([v, Torch.Zeros([heads, 1, headSize], v.DType, v.Device)], 1);
                    (attnMask, keyPaddingMask) = (OneLonger(attnMask), OneLonger(keyPaddingMask));
                }

                var keys = k.Size(1);
                attnMask = Merged(attnMask, keyPaddingMask, batch, with.NumHeads, keys);
                return needWeights
                    ? WithWeights(q, k, v, attnMask, dropoutP, isCausal, averageAttnWeights, isBatched, batch, with)
                    : (WithoutWeights(q, k, v, attnMask, dropoutP, isCausal, isBatched, batch, with), null);
            }

            /// <summary>
            /// libtorch's <c>_native_multi_head_attention</c>, which PyTorch takes for self-attention in evaluation; null where no weights
            /// are asked for.
            /// </summary>
            internal static (Tensor Output, Tensor? Weights) NativeMultiHeadAttention(
                Tensor query, in MultiHeadParameters with, Tensor? mask, long? maskType, bool needWeights, bool averageAttnWeights)
            {
                var (size, heads, weight, bias) = (with.EmbedDim, with.NumHeads, with.InProjWeight!, with.InProjBias!);
                var results = Script.Optional(
                    $"torch._native_multi_head_attention({query}, {query}, {query}, {size}, {heads}, {weight}, {bias}, "
                    + $"{with.OutWeight}, {with.OutBias!}, {mask:optional}, {needWeights}, {averageAttnWeights}, {maskType})");
                return (results[0]!, results[1]);
            }

            /// <summary>A mask of bools as numbers that are added: PyTorch's <c>_canonical_mask</c>.</summary>
            internal static Tensor? CanonicalMask(Tensor? mask, string name, DType dtype)
            {
                if (mask is null || mask.DType.IsFloatingPoint)
                {
                    return mask;
                }

                return mask.DType == DType.Bool
                    ? Torch.ZerosLike(mask, dtype).MaskedFill_(mask, double.NegativeInfinity)
                    : throw new TorchException($"only bool and floating types of {name} are supported");
            }

            private static bool IsBatched(Tensor query, Tensor key, Tensor value, Tensor? padding, Tensor? mask, long heads)
            {
                var dims = query.Dim();
                if (dims is not (2 or 3))
                {
                    throw new TorchException(
                        $"query should be unbatched 2D or batched 3D tensor but received {dims}-D query tensor");
                }

                var (kind, paddingDims) = dims == 3 ? ("batched (3-D)", 2) : ("unbatched (2-D)", 1);
                if (key.Dim() != dims || value.Dim() != dims)
                {
                    throw new TorchException(
                        $"For {kind} `query`, expected `key` and `value` to be {dims}-D but found {key.Dim()}-D and {value.Dim()}-D "
                        + $"tensors respectively");
                }

                if (padding is not null && padding.Dim() != paddingDims)
                {
                    throw new TorchException(
                        $"For {kind} `query`, expected `key_padding_mask` to be `None` or {paddingDims}-D but found {padding.Dim()}-D "
                        + $"tensor instead");
                }

                if (mask is not null && mask.Dim() is not (2 or 3))
                {
                    throw new TorchException(
                        $"For {kind} `query`, expected `attn_mask` to be `None`, 2-D or 3-D but found {mask.Dim()}-D tensor instead");
                }

                Shape expected = [heads, query.Size(0), key.Size(0)];
                return dims == 2 && mask?.Dim() == 3 && mask.Shape != expected
                    ? throw new TorchException(
                        $"Expected `attn_mask` shape to be {PythonText.Tuple(expected)} but got {mask.Shape}")
                    : dims == 3;
            }

            private static void CheckSizes(Tensor key, Tensor value, long size, in MultiHeadParameters with)
            {
                if (size != with.EmbedDim)
                {
                    throw new TorchException($"was expecting embedding dimension of {with.EmbedDim}, but got {size}");
                }

                if (with.InProjWeight is null && key.Shape[..2] != value.Shape[..2])
                {
                    throw new TorchException(
                        $"key's sequence and batch dims {key.Shape[..2]} do not match value's {value.Shape[..2]}");
                }

                if (with.InProjWeight is not null && key.Shape != value.Shape)
                {
                    throw new TorchException($"key shape {key.Shape} does not match value shape {value.Shape}");
                }
            }

            // By one product where the same tensor is given more than once, as PyTorch does: the sums of its gradients depend on that.
            private static (Tensor Q, Tensor K, Tensor V) Projected(Tensor query, Tensor key, Tensor value, Tensor weight, Tensor? bias)
            {
                var size = query.Size(-1);
                if (!ReferenceEquals(key, value))
                {
                    var w = weight.Chunk(3);
                    var b = bias?.Chunk(3);
                    return (Linear(query, w[0], b?[0]), Linear(key, w[1], b?[1]), Linear(value, w[2], b?[2]));
                }

                if (ReferenceEquals(query, key))
                {
                    var all = Parts(Linear(query, weight, bias), 3, size);
                    return (all[0], all[1], all[2]);
                }

                var weights = weight.Split([size, size * 2]);
                var biases = bias?.Split([size, size * 2]);
                var q = Linear(query, weights[0], biases?[0]);
                var both = Parts(Linear(key, weights[1], biases?[1]), 2, size);
                return (q, both[0], both[1]);
            }

            private static Tensor Parts(Tensor projected, long count, long size) =>
                projected.Unflatten(-1, count, size).Unsqueeze(0).Transpose(0, -2).Squeeze(-2).Contiguous();

            private static (Tensor Q, Tensor K, Tensor V) ProjectedApart(
                Tensor query, Tensor key, Tensor value, in MultiHeadParameters with)
            {
                var bias = with.InProjBias?.Chunk(3);
                var (size, keySize, valueSize) = (query.Size(-1), key.Size(-1), value.Size(-1));
                CheckWeight("query", with.QProjWeight!, size, size);
                CheckWeight("key", with.KProjWeight!, size, keySize);
                CheckWeight("value", with.VProjWeight!, size, valueSize);
                return (Linear(query, with.QProjWeight!, bias?[0]), Linear(key, with.KProjWeight!, bias?[1]),
                    Linear(value, with.VProjWeight!, bias?[2]));
            }

            private static void CheckWeight(string name, Tensor weight, long rows, long columns)
            {
                Shape expected = [rows, columns];
                if (weight.Shape != expected)
                {
                    throw new TorchException(
                        $"expecting {name} weights shape of {PythonText.Tuple(expected)}, but got {weight.Shape}");
                }
            }

            private static Tensor? CheckedMask(Tensor? mask, long length, long keys, long heads)
            {
                if (mask is null)
                {
                    return null;
                }

                Shape expected = mask.Dim() == 2 ? [length, keys] : [heads, length, keys];
                return mask.Shape != expected
                    ? throw new TorchException(
                        $"The shape of the {mask.Dim()}D attn_mask is {mask.Shape}, but should be {PythonText.Tuple(expected)}.")
                    : mask.Dim() == 2 ? mask.Unsqueeze(0) : mask;
            }

            private static Tensor? OneLonger(Tensor? mask) => mask is null ? null : Pad(mask, [0, 1]);

            private static Tensor? Merged(Tensor? mask, Tensor? padding, long batch, long heads, long keys)
            {
                if (padding is null)
                {
                    return mask;
                }

                if (padding.Size(0) != batch)
                {
                    throw new TorchException($"Expected key_padded_mask.shape[0] to be {batch}, but got {padding.Size(0)}");
                }

                if (padding.Size(1) != keys)
                {
                    throw new TorchException($"Expected key_padded_mask.shape[1] to be {keys}, but got {padding.Size(1)}");
                }

                var each = padding.View(batch, 1, 1, keys).Expand(-1, heads, -1, -1).Reshape(batch * heads, 1, keys);
                return mask is null ? each : mask + each;
            }

            private static (Tensor Output, Tensor Weights) WithWeights(
                Tensor q, Tensor k, Tensor v, Tensor? mask, double dropoutP, bool isCausal, bool averageAttnWeights, bool isBatched,
                long batch, in MultiHeadParameters with)
            {
                if (isCausal && mask is null)
                {
                    throw new TorchException("FIXME: is_causal not implemented for need_weights");
                }

                var scaled = q * Math.Sqrt(1.0 / q.Size(2));
                var products = mask is null ? scaled.Bmm(k.Transpose(-2, -1)) : Torch.Baddbmm(mask, scaled, k.Transpose(-2, -1));
                var weights = products.Softmax(-1);
                weights = dropoutP > 0 ? Dropout(weights, dropoutP) : weights;
                var output = Joined(weights.Bmm(v).Transpose(0, 1), q.Size(1), batch, with);
                weights = weights.View(batch, with.NumHeads, q.Size(1), k.Size(1));
                weights = averageAttnWeights ? weights.Mean(1) : weights;
                return isBatched ? (output, weights) : (output.Squeeze(1), weights.Squeeze(0));
            }

            private static Tensor WithoutWeights(
                Tensor q, Tensor k, Tensor v, Tensor? mask, double dropoutP, bool isCausal, bool isBatched, long batch,
                in MultiHeadParameters with)
            {
                var (heads, length, keys, size) = (with.NumHeads, q.Size(1), k.Size(1), q.Size(2));
                mask = mask is null ? null
                    : mask.Size(0) == 1 && mask.Dim() == 3 ? mask.Unsqueeze(0)
                    : mask.View(batch, heads, -1, keys);
                var attended = ScaledDotProductAttention(
                    q.View(batch, heads, length, size), k.View(batch, heads, keys, size), v.View(batch, heads, keys, size), mask,
                    dropoutP, isCausal);
                var output = Joined(attended.Permute(2, 0, 1, 3), length, batch, with);
                return isBatched ? output : output.Squeeze(1);
            }

            // The heads beside each other, through the last layer.
            private static Tensor Joined(Tensor heads, long length, long batch, in MultiHeadParameters with)
            {
                var output = Linear(heads.Contiguous().View(length * batch, with.EmbedDim), with.OutWeight, with.OutBias);
                return output.View(length, batch, output.Size(1));
            }

            /// <summary>The sizes and weights of an attention with several heads.</summary>
            internal readonly record struct MultiHeadParameters(
                long EmbedDim, long NumHeads, bool AddZeroAttn, Tensor? InProjWeight, Tensor? InProjBias, Tensor? QProjWeight,
                Tensor? KProjWeight, Tensor? VProjWeight, Tensor? BiasK, Tensor? BiasV, Tensor OutWeight, Tensor? OutBias);
        }
    }
}
