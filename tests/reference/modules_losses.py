"""Losses and distances as modules."""
from modules import Class
from nn_sweeps import T, call, index
from tagged import V

REDUCTIONS = ("none", "mean", "sum")


def reduced(*ways):
    return [way for args, kwargs in ways for way in ((args, kwargs), *((args, {**kwargs, "reduction": reduction}) for reduction in REDUCTIONS))]


def of_two(m):
    weight = V([0.5, 1.0, 2.0])
    for name, x, y, ways in [
        ("L1Loss", T(2, 3), T(2, 3), [call()]), ("MSELoss", T(2, 3), T(2, 3), [call()]), ("SmoothL1Loss", T(2, 3), T(2, 3), [call(), call(beta=0.5)]),
        ("HuberLoss", T(2, 3), T(2, 3), [call(), call(delta=0.5)]), ("SoftMarginLoss", T(2, 3), T(2, 3), [call()]), ("HingeEmbeddingLoss", T(2, 3), V([[1.0, -1, 1], [-1, -1, 1]]), [call(), call(0.5)]),
        ("KLDivLoss", T(2, 3, lo=-3, hi=-0.1), T(2, 3, lo=0.01, hi=1), [call(), call(log_target=True)]), ("BCELoss", T(2, 3, lo=0.01, hi=0.99), T(2, 3, lo=0, hi=1), [call(), call(weight)]),
        ("BCEWithLogitsLoss", T(2, 3), T(2, 3, lo=0, hi=1), [call(), call(weight), call(pos_weight=weight)]), ("PoissonNLLLoss", T(2, 3), T(2, 3, lo=0, hi=4), [call(), call(False), call(full=True), call(log_input=False, eps=0.1)]),
        ("MultiLabelSoftMarginLoss", T(2, 3), T(2, 3, lo=0, hi=1), [call(), call(weight)]),
    ]:
        c = Class(m, name)
        c.each(reduced(*ways), (x, y), eval=False)
        c.one((), {}, (T(3, lo=x.lo, hi=x.hi), T(3, lo=0.1, hi=0.9)))
        c.one((), {}, (T(0, 3, lo=x.lo, hi=x.hi), T(0, 3, lo=0.1, hi=0.9)), grad=True)
        c.refused(((), {}, (x, T(4, 5, lo=0.1, hi=0.9))))
    c = Class(m, "KLDivLoss")
    c.one((), {"reduction": "batchmean"}, (T(2, 3, lo=-3, hi=-0.1), T(2, 3, lo=0.01, hi=1)), grad=True)
    for name, ways, wrong in (("SmoothL1Loss", [], {"beta": -1.0}), ("HuberLoss", [], {"delta": 0.0})):
        Class(m, name).refused(((), wrong, (T(2, 3), T(2, 3))))


def of_classes(m):
    x, y = T(3, 4, lo=-3, hi=-0.1), index(3, most=4)
    weight = V([0.5, 1.0, 2.0, 0.1])
    c = Class(m, "NLLLoss")
    c.each(reduced(call(), call(weight), call(ignore_index=2)), (x, y), (T(2, 4, 2, 2, lo=-3, hi=-0.1), index(2, 2, 2, most=4)), (T(4), index(most=4)), eval=False)
    c.refused(((), {}, (x, index(2, most=4))), ((V([1.0]),), {}, (x, y)))
    c = Class(m, "CrossEntropyLoss")
    c.each(reduced(call(), call(weight), call(ignore_index=2), call(label_smoothing=0.1)), (x, y), (x, T(3, 4, lo=0, hi=1)), (T(2, 4, 2, 2), index(2, 2, 2, most=4)), (T(4), index(most=4)), eval=False)
    c.refused(((), {}, (x, index(2, most=4))), ((), {"label_smoothing": 2.0}, (x, y)), ((), {}, (x, T(3, lo=4, hi=6, dtype="i64"))))
    c = Class(m, "MultiMarginLoss")
    c.each(reduced(call(), call(2), call(margin=0.5), call(weight=weight)), (x, y), (T(4), index(most=4)), eval=False)
    c.refused(((3,), {}, (x, y)), ((), {}, (x, index(2, most=4))), ((), {"weight": V([[1.0]])}, (x, y)))
    c = Class(m, "MultiLabelMarginLoss")
    c.each(reduced(call()), (x, T(3, 4, lo=-1, hi=3, dtype="i64")), (T(4), T(4, lo=-1, hi=3, dtype="i64")), eval=False)
    c.refused(((), {}, (x, index(3, 3, most=4))))
    c = Class(m, "CTCLoss")
    x, y = T(5, 2, 4, lo=-3, hi=-0.1), V([[1, 2], [3, 1]], "i64")
    c.each(reduced(call(), call(0, zero_infinity=True)), (x, y, V([5, 4], "i64"), V([2, 1], "i64")), (x, y, (5, 4), (2, 1)), (x, V([1, 2, 3], "i64"), V([5, 4], "i64"), V([2, 1], "i64")), eval=False)
    c.refused(((9,), {}, (x, y, V([5, 4], "i64"), V([2, 1], "i64"))), ((), {}, (x, y, V([9, 4], "i64"), V([2, 1], "i64"))))
    c = Class(m, "AdaptiveLogSoftmaxWithLoss")
    c.each([call(6, 12, [4, 8]), call(6, 12, cutoffs=[2], div_value=2.0), call(6, 12, [4, 8], head_bias=True)], (T(3, 6), index(3, most=12)), (T(6), index(most=12)))
    c.refused(((6, 12, []), {}, (T(3, 6), index(3, most=12))), ((6, 12, [8, 4]), {}, (T(3, 6), index(3, most=12))), ((6, 12, [4, 12]), {}, (T(3, 6), index(3, most=12))), ((6, 12, [4, 8]), {}, (T(3, 6), index(2, most=12))),
              ((6, 12, [4, 8]), {}, (T(3, 6), V([1, 2, 12], "i64"))), ((6, 12, [4, 8]), {}, (T(3, 6), index(3, 1, most=12))), ((6, 12, [4, 4]), {}, (T(3, 6), index(3, most=12))), ((6, 12, [0, 4]), {}, (T(3, 6), index(3, most=12))))


def of_several(m):
    x, y, n = T(3, 4), T(3, 4), T(3, 4)
    c = Class(m, "MarginRankingLoss")
    c.each(reduced(call(), call(0.5)), (T(4), T(4), T(4)), eval=False)
    c.refused(((), {}, (T(4), T(3), T(4))), ((), {}, (T(4), T(4), T(2, 2))))
    c = Class(m, "CosineEmbeddingLoss")
    c.each(reduced(call(), call(0.25)), (x, y, V([1, -1, 1])), (T(4), T(4), V(1.0)), eval=False)
    c.refused(((), {}, (x, y, T(3, 1))), ((), {}, (x, T(3, 5), V([1, -1, 1]))))
    c = Class(m, "TripletMarginLoss")
    c.each(reduced(call(), call(0.5, swap=True), call(2.0, 1.0), call(p=3, eps=1e-3)), (x, y, n), (T(4), T(4), T(4)), eval=False)
    c.refused(((), {}, (x, T(4), n)), ((-1.0,), {}, (x, y, n)))
    c = Class(m, "TripletMarginWithDistanceLoss")
    c.each(reduced(call(), call(margin=0.5, swap=True)), (x, y, n), (T(4), T(4), T(4)), eval=False)
    c.refused(((), {}, (x, T(4), n)), ((), {"margin": -1.0}, (x, y, n)))
    c = Class(m, "GaussianNLLLoss")
    c.each(reduced(call(), call(full=True), call(eps=0.5)), (x, y, T(3, 4, lo=0.1, hi=3)), (x, y, T(3, 1, lo=0.1, hi=3)), eval=False)
    c.refused(((), {}, (x, y, T(3, 4, lo=-2, hi=-1))), ((), {}, (x, y, T(2, 4, lo=0.1))))
    c = Class(m, "CosineSimilarity")
    c.each([call(), call(0), call(dim=-1, eps=0.1)], (x, y), (T(0, 4), T(0, 4)))
    c.refused(((), {}, (x, T(3, 5))), ((2,), {}, (x, y)))
    c = Class(m, "PairwiseDistance")
    c.each([call(), call(1.0), call(p=3.0, eps=0.1), call(2.0, 1e-6, True)], (x, y), (T(4), T(4)), (x, T(4)))
    c.refused(((), {}, (x, T(3, 5))))


def record(m):
    for part in (of_two, of_classes, of_several):
        part(m)
