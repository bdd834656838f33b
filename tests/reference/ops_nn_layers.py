"""torch.nn.functional: what layers compute beyond convolutions and pooling, and distances."""
from nn_sweeps import Sweep, T, call, index
from tagged import V


def linear(r):
    s = Sweep(r, "linear")
    w, b = T(2, 3), T(2)
    s.each(call(T(4, 3), w, b), call(T(4, 3), w), call(T(3), w, b), call(T(3), w), call(T(2, 2, 3), w, b), call(T(2, 1, 2, 3), w), call(T(0, 3), w, b), call(T(4, 3), T(3)), call(T(2, 2, 3), w, T()),
           others=("i64", "c64"))
    s.refused(call(T(4, 2), w, b), call(T(4, 3), w, T(3)), call(T(4, 3), T(2, 3, dtype="f64"), b), call(T(), w), call(T(4, 3), T(2, 2, 3)), call(T(4, 3, dtype="i64"), w), call(T(4, 3), w, T(2, dtype="f64")),
              call(T(4, 3), T(0, 3), T(0)), call(T(4, 0), T(2, 0), b))
    s = Sweep(r, "bilinear")
    s.each(call(T(4, 3), T(4, 2), T(2, 3, 2), T(2)), call(T(4, 3), T(4, 2), T(2, 3, 2)), call(T(3), T(2), T(2, 3, 2), T(2)), call(T(2, 2, 3), T(2, 2, 2), T(1, 3, 2)), call(T(0, 3), T(0, 2), T(2, 3, 2)), others=("i64",))
    s.refused(call(T(4, 2), T(4, 2), T(2, 3, 2)), call(T(3, 3), T(4, 2), T(2, 3, 2)), call(T(4, 3), T(4, 3), T(2, 3, 2)), call(T(4, 3), T(4, 2), T(2, 3)), call(T(4, 3), T(4, 2), T(2, 3, 2), T(3)), call(T(3), T(4, 2), T(2, 3, 2)))


def dropped(r):
    for name, shape in (("dropout", (4, 5)), ("alpha_dropout", (4, 5)), ("feature_alpha_dropout", (2, 3, 2)), ("dropout1d", (2, 3, 2)), ("dropout2d", (2, 3, 2, 2)), ("dropout3d", (1, 3, 2, 2, 1))):
        s = Sweep(r, name, seed=True)
        x = T(*shape)
        s.each(call(x, 0.5, True), call(x, 0.2, training=True), call(x, p=0.7, training=False), call(x, 0.0, True), call(x, 1.0, True), call(T(0, *shape[1:]), 0.5, True), call(x), call(x, training=True),
               others=("i64", "c64"))
        s.refused(call(x, -0.1, True), call(x, 1.5, True), call(x, 1.5), call(T(3), 0.5, True), call(T(2, 3), 0.5, True), call(T(1, 2, 3, 2, 2, 2), 0.5, True), call(x, float("nan"), True))
        s(x, 0.5, True, True)
        s(x, 0.5, training=True, inplace=True)
        s.one((x, 0.5, False, True), {}, grad=True)
        if name != "dropout" and name != "alpha_dropout":
            s(T(*shape[1:]), 0.5, True)  # without a batch


def normalized(r):
    s = Sweep(r, "batch_norm")
    mean, var, w, b = T(3, grad=False), T(3, lo=0.2, hi=2, grad=False), T(3), T(3)
    for shape in ((4, 3), (2, 3, 2), (2, 3, 2, 2), (1, 3, 2, 1, 2)):
        x = T(*shape)
        s.each(call(x, mean, var), call(x, mean, var, w, b), call(x, mean, var, w), call(x, mean, var, w, b, True), call(x, None, None, w, b, True), call(x, None, None, training=True), call(x, mean, var, w, b, True, 0.3, 1e-3),
               call(x, mean, var, training=True, momentum=0.5), call(x, mean, var, None, b, eps=0.1), call(x, mean, None, training=True), others=("i64",))
    s.each(call(T(0, 3), mean, var, w, b), call(T(0, 3, 2), mean, var), halves=(), others=(), layouts=())
    s.refused(call(T(4, 3), None, None), call(T(1, 3), mean, var, training=True), call(T(4, 3), T(2), T(3)), call(T(4, 3), T(3), T(2)), call(T(4, 3), mean, var, T(2)), call(T(4, 3), mean, var, w, T(2)), call(T(), mean, var),
              call(T(3), mean, var), call(T(4, 3), mean, var, eps=0.0), call(T(4, 3), mean, var, eps=-1.0), call(T(0, 3), mean, var, training=True), call(T(4, 3), T(3, dtype="f64"), T(3, dtype="f64")), call(T(4, 3, dtype="i64"), mean, var))
    s = Sweep(r, "instance_norm")
    for shape in ((2, 3, 4), (2, 3, 2, 2), (1, 3, 2, 1, 2)):
        x = T(*shape)
        s.each(call(x), call(x, mean, var), call(x, None, None, w, b), call(x, mean, var, w, b, False), call(x, mean, var, w, b, True, 0.3, 1e-3), call(x, weight=w, eps=0.1), call(x, mean, var, use_input_stats=False), others=("i64",))
    s.refused(call(T(2, 3, 1)), call(T(2, 3)), call(T(3, 4)), call(T(2, 3, 4), use_input_stats=False), call(T(2, 3, 4), T(2), T(3)), call(T(2, 3, 4), weight=T(2)), call(T(0, 3, 4)), call(T(2, 3, 4), mean, None), call(T(2, 3, 4), None, None, w, T(2)))
    s = Sweep(r, "layer_norm")
    x = T(2, 3, 4)
    s.each(call(x, (4,)), call(x, [3, 4]), call(x, (2, 3, 4)), call(x, (4,), T(4), T(4)), call(x, (3, 4), T(3, 4)), call(x, (4,), None, T(4), 0.1), call(x, (4,), weight=T(4), eps=1e-2), call(T(4), (4,)), call(T(0, 4), (4,)),
           others=("i64", "c64"))
    s.refused(call(x, (3,)), call(x, ()), call(x, (4,), T(3)), call(x, (4,), T(4), T(3)), call(x, (1, 2, 3, 4)), call(x, (4, 3)), call(x, (4,), T(4, dtype="f64")), call(x, (4,), eps=-1.0), call(T(), (1,)))
    s = Sweep(r, "rms_norm")
    s.each(call(x, (4,)), call(x, [3, 4]), call(x, (4,), T(4)), call(x, (4,), None, 0.1), call(x, (3, 4), weight=T(3, 4), eps=1e-2), call(T(4), (4,)), call(T(0, 4), (4,)), others=("i64", "c64"))
    s.refused(call(x, (3,)), call(x, ()), call(x, (4,), T(3)), call(x, (1, 2, 3, 4)), call(T(), (1,)))
    s = Sweep(r, "group_norm")
    x = T(2, 4, 3)
    s.each(call(x, 2), call(x, 1), call(x, 4), call(x, 2, T(4), T(4)), call(x, 2, T(4), None, 0.1), call(x, num_groups=2, bias=T(4)), call(T(2, 4), 2), call(T(2, 4, 2, 2), 2, T(4), T(4)), call(T(0, 4, 3), 2), others=("i64", "c64"))
    s.refused(call(x, 3), call(x, 0), call(x, -1), call(x, 2, T(3)), call(x, 2, T(4), T(3)), call(T(4), 2), call(T(), 2), call(T(1, 4), 4), call(x, 2, T(4, 1)), call(T(2, 0, 3), 2))
    s = Sweep(r, "local_response_norm")
    s.each(call(x, 2), call(x, 3, 0.1, 0.5, 2.0), call(x, 2, alpha=0.5, k=0.5), call(T(1, 3, 2, 2), 3), call(T(1, 2, 2, 2, 2), 2), call(T(2, 3), 1) if False else call(x, 1), call(T(0, 3, 2), 2), others=("i64",))
    s.refused(call(T(2, 3), 2), call(x, 0), call(T(4), 2))
    s = Sweep(r, "normalize")
    s.each(call(T(2, 3)), call(T(2, 3), 1.0), call(T(2, 3), 2, 0), call(T(2, 3, 2), p=3.0, dim=-1), call(T(2, 3), p=float("inf")), call(T(2, 3), eps=10.0), call(T(3), dim=0), call(T(0, 3)), call(T(2, 3), dim=(0, 1)), others=("i64", "c64"))
    s.refused(call(T(3)), call(T(2, 3), dim=2), call(T(), dim=1))


def sparse(r):
    s = Sweep(r, "embedding")
    w, i = T(5, 3), index(2, 3, most=5)
    s.each(call(i, w), call(index(4, most=5), w), call(index(most=5), w), call(i, w, 1), call(i, w, padding_idx=-1), call(i, w, scale_grad_by_freq=True), call(T(2, lo=0, hi=4, dtype="i32"), w), call(index(0, most=5), w), call(i, T(5, 0)),
           others=("i64", "c64"))
    s.each(call(i, T(5, 3, grad=False), None, 1.0), call(i, T(5, 3, grad=False), max_norm=1.0, norm_type=1.0), halves=(), others=(), layouts=())
    s.refused(call(T(2, lo=5, hi=7, dtype="i64"), w), call(T(2, lo=-3, hi=-1, dtype="i64"), w), call(T(2), w), call(i, T(5)), call(i, w, 5), call(i, w, -6), call(i, T(5, 3, 2)), call(i, T()))
    s = Sweep(r, "embedding_bag")
    offsets = V([0, 2], "i64")
    flat = index(5, most=5)
    for mode in ("sum", "mean", "max"):
        s.each(call(i, w, mode=mode), call(flat, w, offsets, mode=mode), call(flat, w, V([0, 0, 4], "i64"), mode=mode), call(flat, w, offsets, mode=mode, padding_idx=2), call(flat, w, V([0, 2, 5], "i64"), mode=mode, include_last_offset=True),
               call(i, w, mode=mode, padding_idx=-1), call(index(0, most=5), w, V([0], "i64"), mode=mode), others=())
    s.each(call(i, w), call(i, w, mode="sum", per_sample_weights=T(2, 3)), call(flat, w, offsets, mode="sum", per_sample_weights=T(5)), call(i, w, scale_grad_by_freq=True, mode="mean"), others=("i64",))
    s.each(call(i, T(5, 3, grad=False), None, 1.0), halves=(), others=(), layouts=())
    s.refused(call(i, w, offsets), call(flat, w), call(flat, w, V([1, 2], "i64")), call(flat, w, V([0, 9], "i64")), call(flat, w, V([[0, 2]], "i64")), call(flat, w, offsets, mode="min"), call(T(5, lo=5, hi=7, dtype="i64"), w, offsets),
              call(flat, w, offsets, mode="mean", per_sample_weights=T(5)), call(flat, w, offsets, mode="sum", per_sample_weights=T(4)), call(flat, T(5), offsets), call(T(5), w, offsets), call(index(2, 2, 2, most=5), w),
              call(flat, w, V([0, 2], "i32")), call(flat, w, offsets, padding_idx=5), call(flat, w, V([], "i64"), include_last_offset=True), call(flat, w, V([0, 3, 2], "i64")), call(i, w, mode="max", scale_grad_by_freq=True),
              call(i, w, mode="sum", per_sample_weights=T(2, 2)))
    s = Sweep(r, "one_hot", compare="exact")
    s(index(4, most=3))
    s(index(2, 3, most=3), 3)
    s(index(2, 3, most=3), num_classes=5)
    s(index(most=3), 4)
    s(V([], "i64"), 3)
    s.refused(call(V([], "i64")), call(index(4, most=3), 1), call(T(3, lo=-3, hi=-1, dtype="i64")), call(T(3)), call(index(4, most=3), 0), call(T(3, lo=0, dtype="i32")), call(index(4, most=3), -5), call(T(0, 3, dtype="i64"), 0))


def distances(r):
    s = Sweep(r, "pairwise_distance")
    x, y = T(3, 4), T(3, 4)
    s.each(call(x, y), call(x, y, 1.0), call(x, y, p=3.0, eps=0.1), call(x, y, 2.0, 1e-6, True), call(x, T(4)), call(T(4), T(4)), call(T(2, 3, 4), T(3, 4)), call(x, y, p=float("inf")), call(x, y, 0.0), call(T(0, 4), T(0, 4)), others=("i64", "c64"))
    s.refused(call(x, T(3, 5)), call(x, T(2, 4)), call(T(), T()))
    s = Sweep(r, "cosine_similarity")
    s.each(call(x, y), call(x, y, 0), call(x, y, dim=-1, eps=0.1), call(T(4), T(4), 0), call(T(2, 3, 4), T(2, 3, 4)), call(x, T(1, 4)), call(T(0, 4), T(0, 4)), call(T(), T(), 0), others=("i64", "c64"))
    s.refused(call(x, T(3, 5)), call(x, y, 2), call(T(4), T(4)))
    s = Sweep(r, "pdist")
    s.each(call(x), call(x, 1.0), call(x, p=3.0), call(x, p=0.0), call(x, p=float("inf")), call(T(1, 4, grad=False)), call(T(0, 4, grad=False)), others=("i64", "c64"))
    s.refused(call(T(4)), call(T(2, 3, 4)), call(x, -1.0), call(T()))


def attention(r):
    s = Sweep(r, "scaled_dot_product_attention")
    q, k, v = T(2, 2, 3, 4, lo=-1, hi=1), T(2, 2, 5, 4, lo=-1, hi=1), T(2, 2, 5, 4)
    s.each(call(q, k, v), call(q, k, v, T(3, 5)), call(q, k, v, T(3, 5, dtype="bool")), call(q, q, q, is_causal=True), call(q, k, v, scale=0.5), call(q, k, v, None, 0.0, True), call(T(3, 4), T(5, 4), T(5, 4)),
           call(T(2, 3, 4), T(2, 5, 4), T(2, 5, 6)), call(q, k, v, attn_mask=T(2, 2, 3, 5), scale=1.0), call(T(1, 4, 3, 4), T(1, 2, 5, 4), T(1, 2, 5, 4), enable_gqa=True), call(q, k, v, T(2, 1, 1, 5, dtype="bool")), others=("i64",))
    s.refused(call(q, T(2, 2, 5, 3), v), call(q, k, T(2, 2, 4, 4)), call(q, k, v, T(3, 5), is_causal=True), call(q, k, v, T(2, 5)), call(T(4), T(4), T(4)), call(q, T(2, 2, 5, 4, dtype="f64"), v), call(q, k, v, T(3, 5, dtype="i64")),
              call(T(1, 4, 3, 4), T(1, 3, 5, 4), T(1, 3, 5, 4), enable_gqa=True), call(T(1, 4, 3, 4), T(1, 2, 5, 4), T(1, 2, 5, 4)))
    s = Sweep(r, "scaled_dot_product_attention", seed=True)
    s.each(call(q, k, v, dropout_p=0.5), call(q, k, v, None, 0.3, True), others=(), halves=())
    s.refused(call(q, k, v, dropout_p=1.5), call(q, k, v, dropout_p=-0.5))


def record(r):
    for part in (linear, dropped, normalized, sparse, distances, attention):
        part(r)
