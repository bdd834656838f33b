"""Recurrent modules, attention and transformers."""
from modules import M, Class, Packed
from nn_sweeps import T, call
from tagged import V


def small(*shape):
    return T(*shape, lo=-1, hi=1)


def recurrent(m):
    for name, first in (("RNN", {}), ("LSTM", {}), ("GRU", {})):
        c = Class(m, name)
        x = small(3, 2, 3)
        ways = [call(3, 4), call(3, 4, 2), call(3, 4, bias=False), call(3, 4, bidirectional=True), call(3, 4, num_layers=2, bidirectional=True), call(3, 4, 2, dropout=0.5), call(input_size=3, hidden_size=1)]
        if name == "RNN":
            ways += [call(3, 4, nonlinearity="relu"), call(3, 4, 2, "relu")]
        if name == "LSTM":
            ways += [call(3, 4, proj_size=2), call(3, 4, 2, bidirectional=True, proj_size=2)]
        state = (lambda *shape: (small(*shape), small(*shape))) if name == "LSTM" else small
        c.each(ways, (x,), (small(3, 3),), (x, state(1, 2, 4)), (small(3, 3), state(1, 4)), (x, None), (Packed(small(2, 3), small(3, 3), small(1, 3)),))
        c.each([call(3, 4, batch_first=True), call(3, 4, 2, batch_first=True, bidirectional=True)], (small(2, 3, 3),), low=False)
        c.each([call(3, 4, 2, bidirectional=True)], (Packed(small(2, 3), small(3, 3)),), (Packed(small(2, 3), small(1, 3)), state(4, 2, 4)), (x, state(4, 2, 4)), low=False)
        c.refused(((3, 4), {}, (small(3, 2, 4),)), ((3, 4), {}, (small(3),)), ((3, 4), {}, (small(1, 3, 2, 3),)), ((3, 4), {}, (x, state(1, 3, 4))), ((3, 4), {}, (x, state(2, 2, 4))), ((3, 4), {}, (x, state(2, 4))), ((3, 4), {}, (small(3, 3), state(1, 2, 4))),
                  ((3, 0), {}, (x,)), ((3, -1), {}, (x,)), ((3, 4, 0), {}, (x,)), ((3, 4), {"dropout": 1.5}, (x,)), ((3, 4), {"dropout": -0.5}, (x,)), ((3, 4), {}, (T(3, 2, 3, dtype="f64"),)), ((3, 4), {}, (T(3, 2, 3, dtype="i64"),)), ((3, 4), {}, (small(0, 2, 3),)),
                  ((3, 4), {}, (small(3, 0, 3),)))
        if name == "LSTM":
            c.refused(((3, 4), {"proj_size": 4}, (x,)), ((3, 4), {"proj_size": -1}, (x,)), ((3, 4), {}, (x, (small(1, 2, 4), small(1, 3, 4)))), ((3, 4), {}, (x, (small(1, 2, 4), small(2, 4)))))
    for name in ("RNNCell", "LSTMCell", "GRUCell"):
        c = Class(m, name)
        state = (lambda *shape: (small(*shape), small(*shape))) if name == "LSTMCell" else small
        c.each([call(3, 4), call(3, 4, False), call(3, 4, bias=True), *([call(3, 4, nonlinearity="relu")] if name == "RNNCell" else [])], (small(2, 3),), (small(3),), (small(2, 3), state(2, 4)), (small(3), state(4)))
        c.refused(((3, 4), {}, (small(2, 4),)), ((3, 4), {}, (small(2, 2, 3),)), ((3, 4), {}, (small(2, 3), state(3, 4))), ((3, 4), {}, (small(2, 3), state(2, 3))), ((3, 4), {}, (small(3), state(2, 4))), ((3, 4), {}, (small(),)))


def attention(m):
    c = Class(m, "MultiheadAttention")
    q, k = small(3, 2, 4), small(5, 2, 4)
    mask, keys = T(3, 5, dtype="bool"), V([[False, True, False, False, True], [False, False, False, True, True]], "bool")
    inputs = [(q, q, q), (q, k, k), (small(3, 4), small(5, 4), small(5, 4)), (q, k, k, {"need_weights": False}), (q, k, k, keys), (q, k, k, {"key_padding_mask": keys, "need_weights": False}),
              (q, k, k, {"attn_mask": T(3, 5, grad=False)}), (q, k, k, {"attn_mask": T(4, 3, 5, grad=False)}), (q, k, k, {"average_attn_weights": False}), (q, q, q, {"attn_mask": V([[False, True, True], [False, False, True], [False, False, False]], "bool"), "is_causal": True, "need_weights": False})]
    c.each([call(4, 2), call(4, 2, bias=False), call(4, 1), call(4, 2, add_bias_kv=True), call(4, 2, add_zero_attn=True), call(4, 2, dropout=0.5)], *inputs)
    c.each([call(4, 2, batch_first=True)], (small(2, 3, 4), small(2, 5, 4), small(2, 5, 4)), (small(2, 3, 4), small(2, 3, 4), small(2, 3, 4), {"need_weights": False}))
    c.each([call(4, 2, kdim=3, vdim=5), call(4, 2, kdim=3)], (q, small(5, 2, 3), small(5, 2, 5)), low=False)
    c.refused(((4, 3), {}, (q, q, q)), ((4, 0), {}, (q, q, q)), ((0, 1), {}, (q, q, q)), ((4, 2), {}, (q, small(5, 2, 3), k)), ((4, 2), {}, (q, small(4, 2, 4), k)), ((4, 2), {}, (small(4), k, k)), ((4, 2), {}, (q, k, k, {"attn_mask": T(2, 5)})), ((4, 2), {}, (q, k, k, {"attn_mask": T(2, 3, 5)})),
              ((4, 2), {}, (q, k, k, {"key_padding_mask": T(3, 5, dtype="bool")})), ((4, 2), {}, (q, k, k, {"is_causal": True})), ((4, 2), {}, (q, small(5, 4), k)), ((4, 2), {}, (q, k, k, {"attn_mask": T(3, 5, dtype="i64")})), ((4, 2), {}, (q, k, k, {"key_padding_mask": T(2, 5, dtype="i64")})), ((4, 2, 1.5), {}, (q, k, k)))


def transformers(m):
    x, y = small(3, 2, 4), small(5, 2, 4)
    causal = V([[0.0, float("-inf"), float("-inf")], [0.0, 0.0, float("-inf")], [0.0, 0.0, 0.0]])
    keys = V([[False, True, False], [False, False, True]], "bool")
    ways = [call(4, 2, 6, 0.0), call(4, 2, 6, 0.0, "gelu"), call(4, 2, dim_feedforward=6, dropout=0.5), call(4, 2, 6, 0.0, norm_first=True), call(4, 2, 6, 0.0, bias=False), call(4, 2, 6, 0.0, layer_norm_eps=0.1)]
    c = Class(m, "TransformerEncoderLayer")
    c.each(ways, (x,), (small(3, 4),), (x, causal), (x, {"src_key_padding_mask": keys}), (x, {"src_mask": causal, "is_causal": True}), low=False)
    c.each([call(4, 2, 6, 0.0, batch_first=True)], (small(2, 3, 4),), (small(2, 3, 4), {"src_key_padding_mask": keys}), low=False)
    c.refused(((4, 3), {}, (x,)), ((4, 2, 6), {}, (small(3, 2, 3),)))
    c = Class(m, "TransformerDecoderLayer")
    c.each(ways, (x, y), (small(3, 4), small(5, 4)), (x, y, causal), (x, y, {"tgt_key_padding_mask": keys}), (x, y, {"tgt_mask": causal, "tgt_is_causal": True}), (x, y, {"memory_mask": T(3, 5, grad=False)}), low=False)
    c.each([call(4, 2, 6, 0.0, batch_first=True)], (small(2, 3, 4), small(2, 5, 4)), low=False)
    c.refused(((4, 3), {}, (x, y)), ((4, 2, 6), {}, (x, small(5, 2, 3))))
    c = Class(m, "TransformerEncoder")
    layer = M("TransformerEncoderLayer", 4, 2, 6, 0.0)
    c.each([call(layer, 2), call(layer, 1, M("LayerNorm", 4)), call(layer, num_layers=2, enable_nested_tensor=False), call(M("TransformerEncoderLayer", 4, 2, 6, 0.0, batch_first=True), 2)], (x,), (x, causal), low=False)
    c.each([call(layer, 2)], (x, causal), (x, {"mask": causal, "is_causal": True}), (x, {"src_key_padding_mask": keys}), low=False)
    c.refused(((layer, 2), {}, (small(3, 2, 3),)))
    c = Class(m, "TransformerDecoder")
    layer = M("TransformerDecoderLayer", 4, 2, 6, 0.0)
    c.each([call(layer, 2), call(layer, 1, M("LayerNorm", 4)), call(layer, num_layers=2)], (x, y), low=False)
    c.each([call(layer, 2)], (x, y, causal), (x, y, {"tgt_mask": causal, "tgt_is_causal": True}), (x, y, {"tgt_key_padding_mask": keys}), low=False)
    c = Class(m, "Transformer")
    c.each([call(4, 2, 1, 1, 6, 0.0), call(4, 2, 2, 1, 6, 0.0, "gelu"), call(d_model=4, nhead=2, num_encoder_layers=1, num_decoder_layers=2, dim_feedforward=6, dropout=0.5), call(4, 2, 1, 1, 6, 0.0, norm_first=True), call(4, 2, 1, 1, 6, 0.0, bias=False)],
           (y, x), (small(5, 4), small(3, 4)), (y, x, {"tgt_mask": causal}), (y, x, {"tgt_mask": causal, "tgt_is_causal": True}), (y, x, {"tgt_key_padding_mask": keys}), low=False)
    c.each([call(4, 2, 1, 1, 6, 0.0, batch_first=True)], (small(2, 5, 4), small(2, 3, 4)), low=False)
    c.refused(((4, 2, 1, 1, 6), {}, (small(5, 2, 4), small(3, 3, 4))), ((4, 2, 1, 1, 6), {}, (small(5, 2, 3), small(3, 2, 4))), ((4, 3), {}, (y, x)))


def record(m):
    for part in (recurrent, attention, transformers):
        part(m)
