"""torch.nn.functional: losses."""
from nn_sweeps import Sweep, T, call, index

REDUCTIONS = ("none", "mean", "sum")


def reduced(*ways):
    """Each way without a reduction, and with each of them."""
    return [*ways, *[(args, {**kwargs, "reduction": reduction}) for args, kwargs in ways for reduction in REDUCTIONS]]


def of_two(r):
    probability = lambda *shape: T(*shape, lo=0.01, hi=0.99)
    for name, x, y, more in [
        ("l1_loss", T(2, 3), T(2, 3), []), ("mse_loss", T(2, 3), T(2, 3), []),
        ("smooth_l1_loss", T(2, 3), T(2, 3), [{"beta": 0.5}, {"beta": 0.0}]), ("huber_loss", T(2, 3), T(2, 3), [{"delta": 0.5}, {"delta": 2.0}]),
        ("soft_margin_loss", T(2, 3), T(2, 3), []), ("hinge_embedding_loss", T(2, 3), T(2, 3, lo=-1, hi=1), [{"margin": 0.5}]),
        ("kl_div", T(2, 3, lo=-3, hi=-0.1), probability(2, 3), [{"log_target": True}, {"reduction": "batchmean"}]),
        ("binary_cross_entropy", probability(2, 3), probability(2, 3), [{"weight": T(2, 3, lo=0, hi=2, grad=False)}, {"weight": T(3, lo=0, hi=2, grad=False)}]),
        ("binary_cross_entropy_with_logits", T(2, 3), probability(2, 3), [{"weight": T(2, 3, lo=0, hi=2, grad=False)}, {"pos_weight": T(3, lo=0, hi=2, grad=False)}]),
        ("poisson_nll_loss", T(2, 3), T(2, 3, lo=0, hi=4), [{"log_input": False}, {"full": True}, {"log_input": False, "eps": 0.1}]),
        ("multilabel_soft_margin_loss", T(2, 3), probability(2, 3), [{"weight": T(3, lo=0, hi=2, grad=False)}]),
    ]:
        s = Sweep(r, name)
        s.each(*reduced(call(x, y)), *[((x, y), {**kwargs, **extra}) for kwargs in more for extra in ({}, {"reduction": "none"}, {"reduction": "sum"}) if "reduction" not in kwargs or not extra],
               others=("i64", "c64"))
        for shape in ((), (4,), (0, 3), (2, 2, 2)):
            a, b = T(*shape, lo=x.lo, hi=x.hi), T(*shape, lo=y.lo, hi=y.hi)
            s.each(call(a, b), call(a, b, reduction="none"), halves=(), others=(), layouts=())
        s.refused(call(x, T(2, 1, lo=y.lo, hi=y.hi)), call(x, T(3, lo=y.lo, hi=y.hi)), call(x, T(4, 5, lo=y.lo, hi=y.hi)), call(x, y, reduction="all"),
                  call(x, T(2, 3, lo=y.lo, hi=y.hi, dtype="f64")), call(T(2, 3, lo=x.lo, hi=x.hi, dtype="i64"), y), call(T(1, 3, lo=x.lo, hi=x.hi), y))
        for argument, wrong in (("beta", -1.0), ("delta", 0.0), ("delta", -1.0)):
            if any(argument in kwargs for kwargs in more):
                s.refused(((x, y), {argument: wrong}))
    for name in ("l1_loss", "mse_loss", "smooth_l1_loss", "huber_loss"):
        if name in ("l1_loss", "mse_loss", "huber_loss"):
            weights = Sweep(r, name)
            for reduction in REDUCTIONS:
                weights(T(2, 3), T(2, 3), reduction=reduction, weight=T(2, 3, lo=0, hi=2, grad=False))
    s = Sweep(r, "binary_cross_entropy")
    s.refused(call(T(2, 3, lo=1.5), T(2, 3, lo=0, hi=1)), call(T(2, 3, lo=0, hi=1), T(2, 3, lo=0, hi=1), weight=T(4)))
    s = Sweep(r, "binary_cross_entropy_with_logits")
    s.refused(call(T(2, 3), T(2, 3, lo=0, hi=1), weight=T(4)), call(T(2, 3), T(2, 3, lo=0, hi=1), pos_weight=T(4)))


def of_classes(r):
    s = Sweep(r, "nll_loss")
    x = T(3, 4, lo=-3, hi=-0.1)
    y = index(3, most=4)
    image, labels = T(2, 3, 2, 2, lo=-3, hi=-0.1), index(2, 2, 2, most=3)
    s.each(*reduced(call(x, y), call(x, y, T(4, lo=0.1, hi=2, grad=False)), call(x, y, ignore_index=2), call(image, labels), call(image, labels, weight=T(3, lo=0.1, hi=2, grad=False))),
           call(T(4), index(most=4)), call(T(0, 4), index(0, most=4)), call(T(0, 4), index(0, most=4), reduction="sum"), call(T(2, 3, 2), index(2, 2, most=3)),
           others=("i64",))
    s.refused(call(x, index(2, most=4)), call(x, T(3)), call(x, T(3, 1, lo=0, hi=3, dtype="i64")), call(x, y, T(3)), call(T(), index(most=4)), call(x, T(3, lo=4, hi=6, dtype="i64")),
              call(x, y, reduction="all"), call(x, y, T(4, dtype="f64")), call(T(2, 3, 2), index(2, 3, most=3)), call(x, T(3, lo=-5, hi=-2, dtype="i64")), call(x, y, ignore_index=-7))
    s = Sweep(r, "cross_entropy")
    p = T(3, 4, lo=0, hi=1)
    s.each(*reduced(call(x, y), call(x, y, T(4, lo=0.1, hi=2, grad=False)), call(x, y, ignore_index=2), call(x, y, label_smoothing=0.1), call(x, p), call(x, p, label_smoothing=0.2),
                    call(x, p, T(4, lo=0.1, hi=2, grad=False)), call(image, labels), call(image, labels, T(3, lo=0.1, hi=2, grad=False), label_smoothing=0.1), call(image, T(2, 3, 2, 2, lo=0, hi=1))),
           call(T(4), index(most=4)), call(T(4), T(4, lo=0, hi=1)), call(T(0, 4), index(0, most=4)), call(T(0, 4), index(0, most=4), reduction="sum"), call(T(2, 3, 2), index(2, 2, most=3)),
           others=("i64",))
    s.refused(call(x, index(2, most=4)), call(x, T(3)), call(x, T(3, 4, dtype="i64")), call(x, y, T(3)), call(T(), index(most=4)), call(x, T(3, lo=4, hi=6, dtype="i64")), call(x, y, label_smoothing=1.5),
              call(x, y, label_smoothing=-0.1), call(x, y, reduction="all"), call(x, p, ignore_index=1), call(T(2, 3, 2), index(2, 3, most=3)), call(x, T(4, 3)))
    s = Sweep(r, "multi_margin_loss")
    s.each(*reduced(call(x, y), call(x, y, 2), call(x, y, margin=0.5), call(x, y, weight=T(4, lo=0.1, hi=2, grad=False))), call(T(4), index(most=4)), call(T(4), index(1, most=4)),
           others=("i64",))
    s.refused(call(x, y, p=3), call(x, index(2, most=4)), call(x, T(3)), call(x, y, weight=T(3)), call(x, T(3, lo=4, hi=6, dtype="i64")), call(T(2, 3, 2), y), call(x, y, reduction="all"), call(x, y, weight=T(4, 1)))
    s = Sweep(r, "multilabel_margin_loss")
    s.each(*reduced(call(x, T(3, 4, lo=-1, hi=3, dtype="i64"))), call(T(4), T(4, lo=-1, hi=3, dtype="i64")), call(T(0, 4), T(0, 4, dtype="i64")), others=("i64",))
    s.refused(call(x, index(3, 3, most=4)), call(x, T(3, 4)), call(x, T(3, 4, lo=4, hi=6, dtype="i64")), call(T(2, 3, 2), index(2, 3, 2, most=2)), call(x, index(3, 4, most=4), reduction="all"))


def of_several(r):
    s = Sweep(r, "margin_ranking_loss")
    a, b, sign = T(4), T(4), T(4, lo=-1, hi=1)
    s.each(*reduced(call(a, b, sign), call(a, b, sign, 0.5)), call(T(2, 3), T(2, 3), T(2, 3)), call(T(), T(), T()), call(T(0), T(0), T(0)), others=("i64",))
    s.refused(call(a, T(3), sign), call(a, b, T(2, 2)), call(a, b, sign, reduction="all"))
    s = Sweep(r, "cosine_embedding_loss")
    x, y = T(3, 4), T(3, 4)
    from tagged import V
    signs = V([1, -1, 1])
    s.each(*reduced(call(x, y, signs), call(x, y, signs, margin=0.25)), call(T(4), T(4), V(1.0)), call(T(4), T(4), V(-1.0), -0.5, reduction="none"), others=("i64",))
    s.refused(call(x, y, T(3, 1)), call(x, T(3, 5), signs), call(T(2, 2, 2), T(2, 2, 2), signs), call(x, y, signs, reduction="all"), call(x, T(4), signs), call(x, y, V(1.0)), call(x, y, V([1, -1])))
    s = Sweep(r, "triplet_margin_loss")
    n = T(3, 4)
    s.each(*reduced(call(x, y, n), call(x, y, n, margin=0.5, swap=True), call(x, y, n, 2.0, 1.0), call(x, y, n, p=3, eps=1e-3)), call(T(4), T(4), T(4)), call(T(2, 2, 3), T(2, 2, 3), T(2, 2, 3)), others=("i64",))
    s.refused(call(x, y, T(3, 5)), call(x, y, n, margin=-1.0), call(x, y, n, margin=0.0), call(x, T(4), n), call(x, y, n, reduction="all"))
    s = Sweep(r, "triplet_margin_with_distance_loss")
    s.each(*reduced(call(x, y, n), call(x, y, n, margin=0.5, swap=True)), call(T(4), T(4), T(4)), others=("i64",))
    s.refused(call(x, y, T(3, 5)), call(x, y, n, margin=-1.0), call(x, T(4), n), call(x, y, n, reduction="all"))
    s = Sweep(r, "gaussian_nll_loss")
    v = T(3, 4, lo=0.1, hi=3)
    s.each(*reduced(call(x, y, v), call(x, y, v, True), call(x, y, v, eps=0.5), call(x, y, T(3, 1, lo=0.1, hi=2)), call(x, y, T(3, lo=0.1, hi=2)), call(x, y, 0.5)), call(T(4), T(4), T(4, lo=0.1)), others=("i64",))
    s.refused(call(x, y, T(3, 4, lo=-2, hi=-1)), call(x, y, T(2, 4, lo=0.1)), call(x, y, T(5, lo=0.1)), call(x, y, -1.0), call(x, y, v, reduction="all"))


def connectionist(r):
    from tagged import V
    s = Sweep(r, "ctc_loss")
    x = T(5, 2, 4, lo=-3, hi=-0.1)
    y, flat = V([[1, 2], [3, 1]], "i64"), V([1, 2, 3], "i64")
    s.each(*reduced(call(x, y, V([5, 4], "i64"), V([2, 1], "i64")), call(x, y, (5, 4), (2, 1)), call(x, flat, V([5, 4], "i64"), V([2, 1], "i64")), call(x, y, V([5, 4], "i64"), V([2, 1], "i64"), blank=0, zero_infinity=True),
                    call(T(5, 4, lo=-3, hi=-0.1), V([1, 2], "i64"), V(5, "i64"), V(2, "i64"))),
           call(x, V([[0, 1], [3, 1]], "i64"), V([5, 5], "i64"), V([2, 2], "i64"), blank=2), call(x, y, V([5, 1], "i64"), V([2, 2], "i64"), zero_infinity=True),
           call(x, y, V([5, 5], "i32"), V([0, 0], "i32")), others=("i64",), layouts=())
    s.refused(call(x, y, V([5], "i64"), V([2, 1], "i64")), call(x, y, V([6, 4], "i64"), V([2, 1], "i64")), call(x, y, V([5, 4], "i64"), V([3, 1], "i64")), call(x, y, V([5, 4], "i64"), V([2, 1], "i64"), blank=4),
              call(x, y, V([5, 4], "i64"), V([2, 1], "i64"), reduction="all"), call(x, V([[1.0]]), V([5, 4], "i64"), V([2, 1], "i64")), call(x, y, V([5.0, 4.0]), V([2, 1], "i64")), call(x, y, V([5, -4], "i64"), V([2, 1], "i64")),
              call(x, y, V([5, 4], "i64"), V([2, -1], "i64")), call(T(4), y, V([5, 4], "i64"), V([2, 1], "i64")))


def record(r):
    for part in (of_two, of_classes, of_several, connectionist):
        part(r)
