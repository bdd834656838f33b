"""torch.nn.functional: non-linear activations."""
from nn_sweeps import Sweep, T, call, columns
from sweeps import SPECIAL
from tagged import V

# Of each: the ways to call it, without the tensor.
ELEMENT_WISE = {
    "threshold": [call(0.1, 20.0), call(1, 2), call(-1.5, value=0.5)],
    "relu": [call(), call(inplace=False)],
    "hardtanh": [call(), call(-2.0, 0.5), call(min_val=-3, max_val=3), call(1.0, 1.0), call(min_val=2.0, max_val=1.0)],
    "hardswish": [call()],
    "relu6": [call()],
    "elu": [call(), call(0.5), call(alpha=2.0)],
    "selu": [call()],
    "celu": [call(), call(0.5), call(alpha=2.0), call(alpha=0.0)],
    "leaky_relu": [call(), call(0.2), call(negative_slope=-0.5)],
    "gelu": [call(), call(approximate="none"), call(approximate="tanh")],
    "logsigmoid": [call()],
    "hardshrink": [call(), call(1.5), call(lambd=0)],
    "tanhshrink": [call()],
    "softsign": [call()],
    "softplus": [call(), call(2), call(beta=0.5, threshold=1), call(1.0, 2.0)],
    "softshrink": [call(), call(1.5), call(lambd=0.0), call(lambd=-1.0)],
    "tanh": [call()],
    "sigmoid": [call()],
    "hardsigmoid": [call()],
    "silu": [call()],
    "mish": [call()],
    "rrelu": [call(), call(0.1, 0.3), call(0.25, 0.25)],
}
IN_PLACE = ["threshold", "relu", "hardtanh", "hardswish", "relu6", "elu", "selu", "celu", "leaky_relu", "hardsigmoid", "silu", "mish", "rrelu"]
UNDERSCORED = {"threshold_": call(0.1, 20.0), "relu_": call(), "hardtanh_": call(-1.0, 0.5), "elu_": call(0.5), "leaky_relu_": call(0.2),
               "rrelu_": call(0.1, 0.3)}


def element_wise(r):
    for name, ways in ELEMENT_WISE.items():
        s = Sweep(r, name)
        s.each(*[((T(2, 3), *args), kwargs) for args, kwargs in ways], others=("i64", "bool", "c64"), layouts=())
        args, kwargs = ways[0]
        for shape in ((), (0, 3), (2, 3, 2), (17,)):
            s(T(*shape), *args, **kwargs)
        s.one((T(2, 3), *args), kwargs, layout=columns)
        if name != "gelu":  # Of an infinity it gives nan with AVX-512 and an infinity without.
            s(V(SPECIAL), *args, **kwargs)
        s(V(SPECIAL, "f64"), *args, **kwargs)
        s.one((T(2, 3, lo=-2, hi=2), *args), kwargs, dtype="f32", grad=True)
        if name in IN_PLACE:
            s(T(2, 3), *args, inplace=True, **kwargs)
            s.one((T(2, 3), *args), {"inplace": True, **kwargs}, dtype="i64")
            s.one((T(2, 3), *args), {"inplace": True, **kwargs}, grad=True)
    for name, (args, kwargs) in UNDERSCORED.items():
        s = Sweep(r, name)
        for dtype in ("f32", "f64", "f16", "bf16", "i64", "c64"):
            s.one((T(2, 3), *args), kwargs, dtype=dtype)
        s.one((T(2, 3), *args), kwargs, grad=True)
        s(T(0), *args, **kwargs)
    s = Sweep(r, "rrelu", seed=True)
    for given in (call(training=True), call(0.1, 0.3, True), call(training=True, inplace=True), call(0.5, 0.2, training=True)):
        for dtype in ("f32", "f64", "bf16"):
            s.one((T(3, 5), *given[0]), given[1], dtype=dtype, grad=dtype == "f64")


def along_a_dimension(r):
    for name in ("softmax", "log_softmax", "softmin"):
        s = Sweep(r, name)
        s.each(*[call(T(2, 3, 2), dim) for dim in (0, 1, 2, -1)], call(T(4), dim=0), call(T(), 0), call(T(0, 3), 1), call(T(2, 3), -2))
        s.refused(call(T(2, 3), 2), call(T(2, 3), -3))
        s(T(2, 3))  # the dimension by its number of dimensions, with a warning
        s(T(2, 3, 2))
        from torch import bfloat16, float64
        for dtype in (float64, bfloat16):
            s(T(2, 3), 1, dtype=dtype)
            s.one((T(2, 3), 0), {"dtype": dtype}, dtype="i64")
    s = Sweep(r, "glu")
    s.each(call(T(2, 4)), call(T(4, 2), 0), call(T(2, 2, 3), dim=1), call(T(2, 4), dim=-1), call(T(0, 4)), call(T(6)), others=("i64", "c64"))
    s.refused(call(T(2, 3)), call(T()), call(T(2, 4), 2), call(T(3, 4), 0))
    s = Sweep(r, "gumbel_softmax", seed=True)
    s.each(call(T(2, 3)), call(T(2, 3), tau=0.5), call(T(2, 3), hard=True), call(T(3, 2), 2, False, dim=0), call(T(4), hard=True, dim=0), call(T(0, 3)))
    s.refused(call(T(2, 3), dim=2))


def prelu(r):
    s = Sweep(r, "prelu")
    s.each(call(T(2, 3), T(1)), call(T(2, 3), T(3)), call(T(2, 3, 2), T(3)), call(T(2, 3, 2, 2), T(3)), call(T(4), T(1)), call(T(), T(1)),
           call(T(), T()), call(T(0, 3), T(3)), call(T(0, 3), T(1)))
    s.refused(call(T(2, 3), T(2)), call(T(2, 3), T(1, 1)), call(T(3), T(3)), call(T(2, 3), T(3, dtype="f64")), call(T(), T(2)))


def record(r):
    element_wise(r)
    along_a_dimension(r)
    prelu(r)
