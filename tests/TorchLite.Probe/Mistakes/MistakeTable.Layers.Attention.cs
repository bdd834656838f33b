using TorchLite.Nn;

namespace TorchLite.Probe.Mistakes;

/// <content>Attention and transformers of torch.nn: what they are made and called with.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] AttentionLayers =
    [
        // MultiheadAttention.
        new("torch.nn.MultiheadAttention(4, 3)", static () => new MultiheadAttention(4, 3)),
        new("torch.nn.MultiheadAttention(0, 1)", static () => new MultiheadAttention(0, 1)),
        new("torch.nn.MultiheadAttention(4, -2)", static () => new MultiheadAttention(4, -2)),
        new("torch.nn.MultiheadAttention(-4, 2)", static () => new MultiheadAttention(-4, 2)),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 2, 5), torch.ones(3, 2, 5), torch.ones(3, 2, 5))",
            static () => new MultiheadAttention(4, 2).Call(Torch.Ones(3, 2, 5), Torch.Ones(3, 2, 5), Torch.Ones(3, 2, 5))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 2, 4), torch.ones(5, 2, 3), torch.ones(5, 2, 3))",
            static () => new MultiheadAttention(4, 2).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 2, 3), Torch.Ones(5, 2, 3))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 2, 4), torch.ones(5, 3, 4), torch.ones(5, 3, 4))",
            static () => new MultiheadAttention(4, 2).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 3, 4), Torch.Ones(5, 3, 4))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 2, 4), torch.ones(5, 2, 4), torch.ones(6, 2, 4))",
            static () => new MultiheadAttention(4, 2).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 2, 4), Torch.Ones(6, 2, 4))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(4), torch.ones(4), torch.ones(4))",
            static () => new MultiheadAttention(4, 2).Call(Torch.Ones(4), Torch.Ones(4), Torch.Ones(4))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 4), torch.ones(5, 2, 4), torch.ones(5, 2, 4))",
            static () => new MultiheadAttention(4, 2).Call(Torch.Ones(3, 4), Torch.Ones(5, 2, 4), Torch.Ones(5, 2, 4))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 2, 4), torch.ones(5, 4), torch.ones(5, 4))",
            static () => new MultiheadAttention(4, 2).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 4), Torch.Ones(5, 4))),
        new("""
            torch.nn.MultiheadAttention(4, 2)(
                torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.zeros(2, 4, dtype=torch.bool))
            """,
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Zeros([2, 4], dtype: DType.Bool))),
        new("""
            torch.nn.MultiheadAttention(4, 2)(
                torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.zeros(3, dtype=torch.bool))
            """,
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Zeros([3], dtype: DType.Bool))),
        new("""
            torch.nn.MultiheadAttention(4, 2)(
                torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.zeros(2, 3, dtype=torch.int64))
            """,
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Zeros([2, 3], dtype: DType.Int64))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), attn_mask=torch.zeros(3, 4))",
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), attnMask: Torch.Zeros(3, 4))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), attn_mask=torch.zeros(3))",
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), attnMask: Torch.Zeros(3))),
        new("""
            torch.nn.MultiheadAttention(4, 2)(
                torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), attn_mask=torch.zeros(3, 3, 3))
            """,
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), attnMask: Torch.Zeros(3, 3, 3))),
        new("""
            torch.nn.MultiheadAttention(4, 2)(
                torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), attn_mask=torch.zeros(3, 3, dtype=torch.int64))
            """,
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), attnMask: Torch.Zeros([3, 3], dtype: DType.Int64))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), is_causal=True)",
            static () => new MultiheadAttention(4, 2).Call(Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), isCausal: true)),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 4), torch.ones(3, 4), torch.ones(3, 4), torch.zeros(2, 3, dtype=torch.bool))",
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 4), Torch.Ones(3, 4), Torch.Ones(3, 4), Torch.Zeros([2, 3], dtype: DType.Bool))),
        new("torch.nn.MultiheadAttention(4, 2)(torch.ones(3, 4), torch.ones(3, 4), torch.ones(3, 4), attn_mask=torch.zeros(4, 3, 3))",
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 4), Torch.Ones(3, 4), Torch.Ones(3, 4), attnMask: Torch.Zeros(4, 3, 3))),
        new("""
            torch.nn.MultiheadAttention(4, 2)(
                torch.ones(3, 2, 4, dtype=torch.float64), torch.ones(3, 2, 4, dtype=torch.float64),
                torch.ones(3, 2, 4, dtype=torch.float64))
            """,
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones([3, 2, 4], dtype: DType.Float64), Torch.Ones([3, 2, 4], dtype: DType.Float64),
                Torch.Ones([3, 2, 4], dtype: DType.Float64))),
        new("""
            torch.nn.MultiheadAttention(4, 2)(
                torch.ones(3, 2, 4, dtype=torch.int64), torch.ones(3, 2, 4, dtype=torch.int64), torch.ones(3, 2, 4, dtype=torch.int64))
            """,
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones([3, 2, 4], dtype: DType.Int64), Torch.Ones([3, 2, 4], dtype: DType.Int64),
                Torch.Ones([3, 2, 4], dtype: DType.Int64))),
        new("""
            torch.nn.MultiheadAttention(4, 2)(
                torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4), attn_mask=torch.zeros(3, 3, dtype=torch.float64))
            """,
            static () => new MultiheadAttention(4, 2).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), attnMask: Torch.Zeros([3, 3], dtype: DType.Float64))),
        new("torch.nn.MultiheadAttention(4, 2, kdim=3, vdim=5)(torch.ones(3, 2, 4), torch.ones(3, 2, 4), torch.ones(3, 2, 4))",
            static () => new MultiheadAttention(4, 2, kdim: 3, vdim: 5).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4), Torch.Ones(3, 2, 4))),
        // TransformerEncoderLayer.
        new("torch.nn.TransformerEncoderLayer(4, 3)", static () => new TransformerEncoderLayer(4, 3)),
        new("torch.nn.TransformerEncoderLayer(0, 1)", static () => new TransformerEncoderLayer(0, 1)),
        new("torch.nn.TransformerEncoderLayer(-4, 2)", static () => new TransformerEncoderLayer(-4, 2)),
        new("torch.nn.TransformerEncoderLayer(4, 2, -6)", static () => new TransformerEncoderLayer(4, 2, -6)),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6, 1.5)", static () => new TransformerEncoderLayer(4, 2, 6, 1.5)),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(3, 2, 5))",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 5))),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(4))",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(Torch.Ones(4))),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(3, 2, 4), torch.zeros(4, 4))",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 4), Torch.Zeros(4, 4))),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(3, 2, 4), torch.zeros(3))",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 4), Torch.Zeros(3))),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(3, 2, 4), src_key_padding_mask=torch.zeros(3, 2, dtype=torch.bool))",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(
                Torch.Ones(3, 2, 4), srcKeyPaddingMask: Torch.Zeros([3, 2], dtype: DType.Bool))),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(3, 2, 4), src_key_padding_mask=torch.zeros(2, 3, dtype=torch.int64))",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(
                Torch.Ones(3, 2, 4), srcKeyPaddingMask: Torch.Zeros([2, 3], dtype: DType.Int64))),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(3, 2, 4, dtype=torch.float64))",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(Torch.Ones([3, 2, 4], dtype: DType.Float64))),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(3, 2, 4, dtype=torch.int64))",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(Torch.Ones([3, 2, 4], dtype: DType.Int64))),
        new("torch.nn.TransformerEncoderLayer(4, 2, 6)(torch.ones(3, 2, 4), is_causal=True)",
            static () => new TransformerEncoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 4), isCausal: true)),
        // TransformerDecoderLayer.
        new("torch.nn.TransformerDecoderLayer(4, 3)", static () => new TransformerDecoderLayer(4, 3)),
        new("torch.nn.TransformerDecoderLayer(0, 1)", static () => new TransformerDecoderLayer(0, 1)),
        new("torch.nn.TransformerDecoderLayer(4, 2, 6, -0.5)", static () => new TransformerDecoderLayer(4, 2, 6, -0.5)),
        new("torch.nn.TransformerDecoderLayer(4, 2, 6)(torch.ones(3, 2, 5), torch.ones(5, 2, 4))",
            static () => new TransformerDecoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 5), Torch.Ones(5, 2, 4))),
        new("torch.nn.TransformerDecoderLayer(4, 2, 6)(torch.ones(3, 2, 4), torch.ones(5, 2, 3))",
            static () => new TransformerDecoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 2, 3))),
        new("torch.nn.TransformerDecoderLayer(4, 2, 6)(torch.ones(3, 2, 4), torch.ones(5, 3, 4))",
            static () => new TransformerDecoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 3, 4))),
        new("torch.nn.TransformerDecoderLayer(4, 2, 6)(torch.ones(4), torch.ones(4))",
            static () => new TransformerDecoderLayer(4, 2, 6).Call(Torch.Ones(4), Torch.Ones(4))),
        new("torch.nn.TransformerDecoderLayer(4, 2, 6)(torch.ones(3, 4), torch.ones(5, 2, 4))",
            static () => new TransformerDecoderLayer(4, 2, 6).Call(Torch.Ones(3, 4), Torch.Ones(5, 2, 4))),
        new("torch.nn.TransformerDecoderLayer(4, 2, 6)(torch.ones(3, 2, 4), torch.ones(5, 2, 4), torch.zeros(4, 4))",
            static () => new TransformerDecoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 2, 4), Torch.Zeros(4, 4))),
        new("""
            torch.nn.TransformerDecoderLayer(4, 2, 6)(
                torch.ones(3, 2, 4), torch.ones(5, 2, 4), memory_key_padding_mask=torch.zeros(2, 3, dtype=torch.bool))
            """,
            static () => new TransformerDecoderLayer(4, 2, 6).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(5, 2, 4), memoryKeyPaddingMask: Torch.Zeros([2, 3], dtype: DType.Bool))),
        new("torch.nn.TransformerDecoderLayer(4, 2, 6)(torch.ones(3, 2, 4), torch.ones(5, 2, 4), tgt_is_causal=True)",
            static () => new TransformerDecoderLayer(4, 2, 6).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 2, 4), tgtIsCausal: true)),
        // Transformer.
        new("torch.nn.Transformer(4, 3)", static () => new Transformer(4, 3)),
        new("torch.nn.Transformer(0, 1)", static () => new Transformer(0, 1)),
        new("torch.nn.Transformer(4, 2, 1, 1, 6, 1.5)", static () => new Transformer(4, 2, 1, 1, 6, 1.5)),
        new("torch.nn.Transformer(4, 2, 1, 1, 6)(torch.ones(5, 2, 4), torch.ones(3, 3, 4))",
            static () => new Transformer(4, 2, 1, 1, 6).Call(Torch.Ones(5, 2, 4), Torch.Ones(3, 3, 4))),
        new("torch.nn.Transformer(4, 2, 1, 1, 6)(torch.ones(5, 2, 4), torch.ones(3, 2, 5))",
            static () => new Transformer(4, 2, 1, 1, 6).Call(Torch.Ones(5, 2, 4), Torch.Ones(3, 2, 5))),
        new("torch.nn.Transformer(4, 2, 1, 1, 6)(torch.ones(5, 4), torch.ones(3, 2, 4))",
            static () => new Transformer(4, 2, 1, 1, 6).Call(Torch.Ones(5, 4), Torch.Ones(3, 2, 4))),
        new("torch.nn.Transformer(4, 2, 1, 1, 6)(torch.ones(4), torch.ones(4))",
            static () => new Transformer(4, 2, 1, 1, 6).Call(Torch.Ones(4), Torch.Ones(4))),
        new("torch.nn.Transformer(4, 2, 1, 1, 6)(torch.ones(5, 2, 4), torch.ones(3, 2, 4), torch.zeros(3, 3))",
            static () => new Transformer(4, 2, 1, 1, 6).Call(Torch.Ones(5, 2, 4), Torch.Ones(3, 2, 4), Torch.Zeros(3, 3))),
        new("torch.nn.Transformer(4, 2, 1, 1, 6)(torch.ones(5, 2, 4), torch.ones(3, 2, 4), src_is_causal=True)",
            static () => new Transformer(4, 2, 1, 1, 6).Call(Torch.Ones(5, 2, 4), Torch.Ones(3, 2, 4), srcIsCausal: true)),
        new("""
            torch.nn.Transformer(4, 2, 1, 1, 6)(
                torch.ones(5, 2, 4), torch.ones(3, 2, 4), src_key_padding_mask=torch.zeros(3, 2, dtype=torch.bool))
            """,
            static () => new Transformer(4, 2, 1, 1, 6).Call(
                Torch.Ones(5, 2, 4), Torch.Ones(3, 2, 4), srcKeyPaddingMask: Torch.Zeros([3, 2], dtype: DType.Bool))),
        // TransformerEncoder.
        new("torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(4, 2, 6), 1)(torch.ones(3, 2, 5))",
            static () => new TransformerEncoder(new TransformerEncoderLayer(4, 2, 6), 1).Call(Torch.Ones(3, 2, 5))),
        new("torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(4, 2, 6), 1)(torch.ones(4))",
            static () => new TransformerEncoder(new TransformerEncoderLayer(4, 2, 6), 1).Call(Torch.Ones(4))),
        new("torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(4, 2, 6), 1)(torch.ones(3, 2, 4), torch.zeros(4, 4))",
            static () => new TransformerEncoder(new TransformerEncoderLayer(4, 2, 6), 1).Call(Torch.Ones(3, 2, 4), Torch.Zeros(4, 4))),
        new("""
            torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(4, 2, 6), 1)(
                torch.ones(3, 2, 4), src_key_padding_mask=torch.zeros(3, 2, dtype=torch.bool))
            """,
            static () => new TransformerEncoder(new TransformerEncoderLayer(4, 2, 6), 1).Call(
                Torch.Ones(3, 2, 4), srcKeyPaddingMask: Torch.Zeros([3, 2], dtype: DType.Bool))),
        new("torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(4, 2, 6), 1)(torch.ones(3, 2, 4, dtype=torch.float64))",
            static () => new TransformerEncoder(new TransformerEncoderLayer(4, 2, 6), 1).Call(Torch.Ones([3, 2, 4], dtype: DType.Float64))),
        // TransformerDecoder.
        new("torch.nn.TransformerDecoder(torch.nn.TransformerDecoderLayer(4, 2, 6), 1)(torch.ones(3, 2, 5), torch.ones(5, 2, 4))",
            static () => new TransformerDecoder(new TransformerDecoderLayer(4, 2, 6), 1).Call(Torch.Ones(3, 2, 5), Torch.Ones(5, 2, 4))),
        new("torch.nn.TransformerDecoder(torch.nn.TransformerDecoderLayer(4, 2, 6), 1)(torch.ones(3, 2, 4), torch.ones(5, 3, 4))",
            static () => new TransformerDecoder(new TransformerDecoderLayer(4, 2, 6), 1).Call(Torch.Ones(3, 2, 4), Torch.Ones(5, 3, 4))),
        new("torch.nn.TransformerDecoder(torch.nn.TransformerDecoderLayer(4, 2, 6), 1)(torch.ones(4), torch.ones(4))",
            static () => new TransformerDecoder(new TransformerDecoderLayer(4, 2, 6), 1).Call(Torch.Ones(4), Torch.Ones(4))),
        new("""
            torch.nn.TransformerDecoder(torch.nn.TransformerDecoderLayer(4, 2, 6), 1)(
                torch.ones(3, 2, 4), torch.ones(5, 2, 4), torch.zeros(4, 4))
            """,
            static () => new TransformerDecoder(new TransformerDecoderLayer(4, 2, 6), 1).Call(
                Torch.Ones(3, 2, 4), Torch.Ones(5, 2, 4), Torch.Zeros(4, 4))),
        // Transformer.
        new("torch.nn.Transformer.generate_square_subsequent_mask(-1)", static () => Transformer.GenerateSquareSubsequentMask(-1)),
    ];
}
