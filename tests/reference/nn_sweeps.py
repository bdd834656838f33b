"""The same calls in many forms, for the functions of torch.nn."""
from tagged import Arr, Source


class T:
    """A tensor of a call: of the dtype that the sweep is at, or of its own."""
    def __init__(self, *shape, lo=-4, hi=4, dtype=None, grad=True):
        self.shape, self.lo, self.hi, self.dtype, self.grad = shape, lo, hi, dtype, grad

    def make(self, source, dtype, grad=False, layout=None):
        made = source(self.dtype or dtype, *self.shape, lo=self.lo, hi=self.hi)
        if layout:
            made = layout(made)
        return made.grad() if grad and self.grad and (self.dtype or dtype) in ("f32", "f64", "c64", "c128") else made


def index(*shape, most):
    """Classes or rows, from 0 on."""
    return T(*shape, lo=0, hi=most - 1, dtype="i64")


def rounded(value, dtype):
    """A number from 0 to 1."""
    return T(*value, lo=0, hi=1, dtype=dtype)


def columns(arr):
    """The same shape with the last two dimensions the other way round in memory."""
    if len(arr.shape) < 2:
        return arr
    strides = list(arr.strides)
    strides[-1], strides[-2] = arr.shape[-2], 1
    return arr.but(strides=strides)


def channels_last(arr):
    """Channels next to each other, as PyTorch's memory_format of images."""
    if len(arr.shape) not in (4, 5):
        return arr
    order = [0, *range(2, len(arr.shape)), 1]
    strides, step = [0] * len(arr.shape), 1
    for dim in reversed(order):
        strides[dim] = step
        step *= max(arr.shape[dim], 1)
    return arr.but(strides=strides)


def made(value, *how, **more):
    """An argument with its tensors made."""
    if isinstance(value, T):
        return value.make(*how, **more)
    if isinstance(value, (list, tuple)):
        return type(value)(made(item, *how, **more) for item in value)
    return value


class Sweep:
    """The calls of one function. seed: whether random numbers are drawn, so that each call sets the seed first."""
    def __init__(self, recorder, name, module="nn.functional", seed=False, compare="close"):
        self.recorder, self.op, self.call = recorder, f"{module}.{name}", f"torch.{module}.{name}"
        self.source = Source(self.op)
        self.options = {"setup": [(None, "torch.manual_seed", [3])]} if seed else {}
        if compare != "close":
            self.options["compare"] = compare

    def one(self, args, kwargs, dtype="f32", grad=False, layout=None):
        given = [made(arg, self.source, dtype, grad=grad, layout=layout) for arg in args]
        named = {key: made(value, self.source, dtype, grad=grad, layout=layout) for key, value in kwargs.items()}
        wants = any(isinstance(arr, Arr) and arr.requires_grad for value in [*given, *named.values()]
                    for arr in (value if isinstance(value, (list, tuple)) else [value]))
        if wants:
            try:
                return self.recorder.case(self.op, self.call, *given, **self.options, **named, backward=True)
            except (RuntimeError, IndexError):  # nothing to differentiate, or no derivative
                pass
        self.recorder.case(self.op, self.call, *given, **self.options, **named)

    def __call__(self, *args, **kwargs):
        """One call in single precision."""
        self.one(args, kwargs)

    def each(self, *calls, halves=("f16", "bf16"), others=("i64",), layouts=(columns, channels_last)):
        """calls: (arguments, keywords). All in single and double precision, with gradients; the first in other dtypes and layouts too."""
        for args, kwargs in calls:
            self.one(args, kwargs)
            self.one(args, kwargs, dtype="f64", grad=True)
        args, kwargs = calls[0]
        for dtype in (*halves, *others):
            self.one(args, kwargs, dtype=dtype)
        for layout in layouts:
            self.one(args, kwargs, layout=layout)
            self.one(args, kwargs, dtype="f64", grad=True, layout=layout)
        self.one(args, kwargs, grad=True)

    def refused(self, *calls):
        """Calls that fail, or nearly; in single precision."""
        for args, kwargs in calls:
            self.one(args, kwargs)


def call(*args, **kwargs):
    return args, kwargs
