"""torch.nn.init: each fills a tensor, with PyTorch's random numbers."""
from nn_sweeps import Sweep, T, call, columns

SHAPES = ((3, 4), (5,), (2, 3, 2), (0, 3))


def drawn(r):
    for name, ways in {
        "uniform_": [call(), call(-2.0, 3.0), call(a=1, b=2), call(1.0, 1.0)],
        "normal_": [call(), call(1.0, 0.5), call(std=2), call(0.0, 0.0)],
        "trunc_normal_": [call(), call(1.0, 0.5), call(std=2.0, a=-1.0, b=1.0), call(0.0, 1.0, 3.0, 4.0), call(mean=5.0)],
        "constant_": [call(0.5), call(3), call(val=-1.0)],
        "ones_": [call()],
        "zeros_": [call()],
        "xavier_uniform_": [call(), call(2.0), call(gain=0.5)],
        "xavier_normal_": [call(), call(2.0), call(gain=0.5)],
        "kaiming_uniform_": [call(), call(0.5), call(5 ** 0.5), call(mode="fan_out"), call(nonlinearity="relu"), call(nonlinearity="tanh"), call(0.1, "fan_out", "selu"), call(nonlinearity="linear"), call(nonlinearity="conv_transpose2d")],
        "kaiming_normal_": [call(), call(0.5), call(mode="fan_out"), call(nonlinearity="relu"), call(0.1, "fan_in", "sigmoid")],
        "orthogonal_": [call(), call(2.0), call(gain=0.5)],
        "sparse_": [call(0.5), call(0.1, 0.5), call(sparsity=0.9, std=2.0), call(0.0)],
        "eye_": [call()],
        "dirac_": [call(), call(1), call(groups=2)],
    }.items():
        s = Sweep(r, name, "nn.init", seed=name not in ("constant_", "ones_", "zeros_", "eye_", "dirac_"))
        for args, kwargs in ways:
            for shape in (*SHAPES, (4, 2, 3), (4, 2, 3, 3), (2, 2, 3, 2, 2), (20, 9), ()):
                s(T(*shape), *args, **kwargs)
            for dtype in ("f64", "bf16", "i64"):
                s.one((T(3, 4), *args), kwargs, dtype=dtype)
            s.one((T(4, 2, 3), *args), kwargs, dtype="f64")
        args, kwargs = ways[0]
        s.one((T(3, 4), *args), kwargs, layout=columns)
    s = Sweep(r, "uniform_", "nn.init")
    s(T(3), 2.0, 1.0)
    s = Sweep(r, "kaiming_uniform_", "nn.init")
    s(T(3, 4), mode="fan_avg")
    s(T(3, 4), nonlinearity="gelu")
    s = Sweep(r, "dirac_", "nn.init")
    s(T(3, 2, 3), 2)
    s(T(4, 2, 4), 4)


def gains(r):
    s = Sweep(r, "calculate_gain", "nn.init")
    for name in ("linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "sigmoid", "tanh", "relu", "leaky_relu", "selu", "gelu"):
        s(name)
    s("leaky_relu", 0.2)
    s("leaky_relu", 1)
    s("relu", 0.5)
    s("leaky_relu", param=0.0)


def record(r):
    drawn(r)
    gains(r)
