"""torch.testing: what assert_close says of two values, and the tensors that make_tensor draws.

Values are tagged as elsewhere; beside them "dict" is a list of pairs, "array" an array of NumPy's and "parameter" a torch.nn.Parameter, both
written as a tensor is. "msg" in the options of a comparison may be {"after": text}: a function that puts the text before the message.
"""
import base64
import json
import warnings

import torch

from tagged import DTYPES, V, Arr, decode, encode, raw


class Array(Arr):
    """An array of NumPy's."""


class Parameter(Arr):
    """A torch.nn.Parameter."""


class After:
    """A function as the message: what stands before it."""
    def __init__(self, text):
        self.text = text


def made(kind, values, dtype="f32"):
    return kind(V(values, dtype).data, dtype, V(values, dtype).shape)


def coded(value):
    if isinstance(value, dict):
        return {"dict": [[coded(key), coded(item)] for key, item in value.items()]}
    if isinstance(value, (list, tuple)) and not isinstance(value, torch.Size):
        return {type(value).__name__: [coded(item) for item in value]}
    if isinstance(value, (Array, Parameter)):
        return {type(value).__name__.lower(): encode(value)["t"]}
    return {"after": value.text} if isinstance(value, After) else encode(value)


def real(value):
    """What the tags stand for."""
    if value is None:
        return None
    (tag, inner), *_ = value.items()
    if tag == "dict":
        return {real(key): real(item) for key, item in inner}
    if tag in ("list", "tuple"):
        return {"list": list, "tuple": tuple}[tag](real(item) for item in inner)
    if tag == "array":
        return decode({"t": inner}, {}).numpy()
    if tag == "parameter":
        tensor = decode({"t": inner}, {})
        return torch.nn.Parameter(tensor, requires_grad=tensor.is_floating_point())
    if tag == "after":
        return lambda told: inner + told
    return decode(value, {})


NAN, INF = float("nan"), float("inf")


def pairs():
    """Two values and the options: PyTorch's own comparison decides which are close."""
    for dtype in DTYPES:
        one = [[True, False], [False, True]] if dtype == "bool" else [[1, 2], [3, 4]]
        two = [[True, True], [False, True]] if dtype == "bool" else [[1, 2], [3, 7]]
        yield V(one, dtype), V(one, dtype), {}
        yield V(one, dtype), V(two, dtype), {}
        yield V(one, dtype), V(two, dtype), {"rtol": 0.0, "atol": 0.0}
        yield V(one, dtype), V(two, dtype), {"rtol": 0.0, "atol": 5.0}
        yield V(one[0][0], dtype), V(two[0][1] if dtype != "bool" else False, dtype), {}
        yield V(one, dtype), V(one, "f32" if dtype != "f32" else "f64"), {}
        yield V(one, dtype), V(two, "f32" if dtype != "f32" else "f64"), {"check_dtype": False}
        yield V(one, dtype), V(two, "i64" if dtype != "i64" else "u8"), {"check_dtype": False}
    # Just within the tolerances of each dtype, and just beyond.
    for dtype, rtol, atol in (("f16", 1e-3, 1e-5), ("bf16", 1.6e-2, 1e-5), ("f32", 1.3e-6, 1e-5), ("f64", 1e-7, 1e-7), ("c64", 1.3e-6, 1e-5), ("c128", 1e-7, 1e-7)):
        for size in (0.0, 1.0, 1000.0):
            for part in (0.5, 0.9, 1.1, 3.0):
                yield V([size + part * (atol + rtol * size)], dtype), V([size], dtype), {}
    # Numbers.
    for a, b in ((1, 1), (1, 2), (1, 1.0), (1.0, 1.0 + 1e-6), (1.0, 1.0 + 1e-8), (0.1, 0.0), (0.0, 0.0), (1e300, -1e300), (2 ** 62, -2 ** 62),
                 (NAN, NAN), (INF, INF), (INF, -INF), (INF, 1.0), (1.0, NAN), (1 + 2j, 1 + 2j), (1 + 2j, 1 + 2.5j), (3 + 4j, 0j), (1 + 0j, 1.0), (complex(NAN, 1), complex(NAN, 1)),
                 (7, -3), (1e-9, 1e-10), (0.3333333, 1 / 3), (-0.0, 0.0), (1.5 - 0.25j, -2j)):
        for options in ({}, {"check_dtype": False}, {"rtol": 0.0, "atol": 0.0}, {"equal_nan": True}, {"rtol": 0.5, "atol": 0.1}):
            yield a, b, options
    for a, b in ((True, True), (True, False), (False, True), (None, None), (None, 1), (1.5, None), (None, True), (None, "text"), ("text", None)):
        yield a, b, {}
    # What is not finite.
    odd = V([1.0, NAN, INF, -INF, 0.0])
    yield odd, odd, {}
    yield odd, odd, {"equal_nan": True}
    yield odd, V([1.0, NAN, INF, INF, 0.0]), {"equal_nan": True}
    yield odd, V([1.0, 2.0, 3.0, 4.0, 5.0]), {}
    yield V([1.0, 2.0, 3.0, 4.0, 5.0]), odd, {}
    yield V([NAN]), V([NAN]), {}
    yield V(NAN), V(NAN), {}
    yield V(NAN), V(NAN), {"equal_nan": True}
    yield V(INF, "f64"), V(-INF, "f64"), {}
    # Where, in how many dimensions, and how many of how many.
    count = [float(i) for i in range(24)]
    for shape in ((24,), (4, 6), (2, 3, 4), (2, 3, 2, 2), (1, 24)):
        for wrong in ((0,), (23,), (5, 13), tuple(range(0, 24, 3)), tuple(range(24))):
            other = [value + (i + 1) * 0.25 if i in wrong else value for i, value in enumerate(count)]
            yield (Arr(V(count, "f64").data, "f64", shape), Arr(V(other, "f64").data, "f64", shape), {})
    yield V([0.0] * 7), V([1.0] + [0.0] * 6), {}
    yield V([0.0] * 16), V([0.0] * 15 + [1.0]), {}
    yield V([0.0] * 2000), V([0.0] * 1999 + [1.0]), {}
    yield V([0.0, 0.0]), V([0.0, 1e-6]), {}
    yield V([3.0, 0.5]), V([0.0, 0.0]), {}
    yield V([2 ** 60, 1], "i64"), V([-2 ** 60, 1], "i64"), {}
    yield V([255, 0], "u8"), V([0, 255], "u8"), {}
    yield V([-128, 127], "i8"), V([127, -128], "i8"), {}
    # Attributes.
    yield V([1.0, 2.0]), V([1.0, 2.0, 3.0]), {}
    yield V([[1.0], [2.0]]), V([1.0, 2.0]), {}
    yield V([]), V([]), {}
    yield V([]), V([[]]), {}
    yield V(1.0), V([1.0]), {}
    matrix = V([[1.0, 2.0], [3.0, 4.0]])
    yield matrix, matrix.t(), {}
    yield V([[1.0, 1.0], [1.0, 1.0]]), V([[1.0, 1.0], [1.0, 1.0]]).t(), {}
    yield V([[1.0, 1.0], [1.0, 1.0]]), V([[1.0, 1.0], [1.0, 1.0]]).t(), {"check_stride": True}
    yield V([1.0]).expand(3), V([1.0, 1.0, 1.0]), {"check_stride": True}
    yield Arr(None, "f32", (2,), device="meta"), V([1.0, 2.0]), {}
    yield Arr(None, "f32", (2,), device="meta"), V([1.0, 2.0]), {"check_device": False}
    yield Arr(None, "f32", (2,), device="meta"), Arr(None, "f32", (3,), device="meta"), {}
    yield Arr(None, "f32", (2,), device="meta"), Arr(None, "f64", (2,), device="meta"), {}
    yield V([1.0, 2.0]).grad(), V([1.0, 2.5]).grad(), {}
    yield V([1 + 2j, 3 - 1j], "c64"), V([1 + 2j, 3 - 1j], "c64").conjugate(), {}
    # Tolerances.
    yield V([1.0]), V([1.0]), {"rtol": 0.1}
    yield V([1.0]), V([1.0]), {"atol": 0.1}
    yield [V([1.0]), 2.0], [V([1.0]), 2.0], {"atol": 0.1}
    yield 1.0, 1.0, {"rtol": 0.1}
    for rtol, atol in ((0.5, 0.0), (0.0, 0.5), (1e-12, 1e-3), (1e20, 1e-300), (0.25, 1e16)):
        yield V([1.0, -1.0]), V([2.0, 3e20]), {"rtol": rtol, "atol": atol}
    # Messages.
    for message in ("Not what we wanted", After("Epoch 3: ")):
        for a, b in ((V([1.0]), V([2.0])), (1, 2), ([1, 2], [1, 3]), ([1], [1, 2]), ({"a": 1}, {"b": 1}), (V([1.0]), V([1.0])), (1, "a"), (True, False), (V([1.0]), V([1], "i64"))):
            yield a, b, {"msg": message}
        yield [1.0], [1.0], {"msg": message, "rtol": 0.1}
    # Sequences and mappings.
    x, y = V([1.0, 2.0]), V([1.0, 2.5])
    for a, b in (([x, x], [x, x]), ([x, y], [x, x]), ((x, y), [x, x]), ([x], [x, x]), ([], []), ([], [x]), ([[x], [x, y]], [[x], [x, x]]), ([1, [2, [3, 4]]], [1, [2, [3, 5]]]),
                 ([[1, 2], [3]], [[1, 2], [3, 4]]), ({"a": x}, {"a": x}), ({"a": x, "b": y}, {"b": x, "a": x}), ({"a": x}, {"b": x}), ({"a": x, "b": x, "c": x}, {"b": x, "d": y, "e": y}), ({}, {}),
                 ({1: x, 2: y}, {2: x, 1: x}), ({"w": [x, y]}, {"w": [x, x]}), ([{"w": y}], [{"w": x}]), ({"it's": 1}, {"it's": 2}), ({"a": {"b": 1}}, {"a": {"c": 1}}),
                 ([1, 2.0, None, True], [1, 2.0, None, False]), (torch.Size([2, 3]), torch.Size([2, 4])), (torch.Size([2, 3]), [2, 3]), ([y, 1], [x, V([1.0])]), ([y, y], [x, x])):
        yield a, b, {}
    # What can not be compared.
    for a, b in ((x, 1.0), (1.0, x), (x, [1.0, 2.0]), ([1.0], 1.0), ("a", "a"), ("a", 1), ({"a": 1}, [1]), (x, made(Array, [1.0, 2.0])), (made(Array, [1.0]), 1.0), (1j, "a"), ([1, x], [1, 2]), ("ab", ["a", "b"])):
        yield a, b, {}
    # Arrays and parameters.
    yield made(Array, [1.0, 2.0]), made(Array, [1.0, 2.0]), {}
    yield made(Array, [1.0, 2.0]), made(Array, [1.0, 3.0]), {}
    yield made(Array, [[1, 2], [3, 4]], "i64"), made(Array, [[1, 2], [3, 5]], "i64"), {}
    yield made(Array, [1.0]), made(Array, [1.0], "f64"), {"check_dtype": False}
    yield [made(Array, [1.0])], [made(Array, [2.0])], {}
    yield made(Parameter, [1.0, 2.0]), x, {}
    yield made(Parameter, [1.0, 2.0]), y, {}
    yield made(Parameter, [1.0, 2.0]), x, {"allow_subclasses": False}
    yield x, made(Parameter, [1.0, 2.0]), {"allow_subclasses": False}
    yield made(Parameter, [1.0, 2.0]), made(Parameter, [1.0, 2.0]), {"allow_subclasses": False}
    yield x, x, {"allow_subclasses": False}
    # A bool and a number: PyTorch has no answer, but an exception that it did not expect, and so is left out.


def comparisons():
    for actual, expected, options in pairs():
        case = {"kind": "comparison", "actual": coded(actual), "expected": coded(expected), "kwargs": {name: coded(value) for name, value in options.items()}}
        case["py"] = f"{json.dumps(case['actual'])[:60]} and {json.dumps(case['expected'])[:60]} {options if 'msg' not in options else list(options)}"
        try:
            torch.testing.assert_close(real(case["actual"]), real(case["expected"]), **{name: real(value) for name, value in case["kwargs"].items()})
        except Exception as e:
            case["told"] = {"type": type(e).__name__, "text": str(e)}
        yield case


def wanted():
    """Shapes, dtypes and options of tensors to draw."""
    more = ["uint16", "uint32", "uint64", "complex32", "float8_e4m3fn", "float8_e5m2"]
    for dtype in [str(dtype).removeprefix("torch.") for dtype in DTYPES.values()] + more:
        for shape in ([], [5], [2, 3], [0], [40]):
            yield shape, dtype, {}
        yield [2, 3], dtype, {"noncontiguous": True}
        yield [1], dtype, {"noncontiguous": True}
        yield [], dtype, {"noncontiguous": True}
        yield [6], dtype, {"low": 0, "high": 2}
        yield [6], dtype, {"low": 1}
        yield [6], dtype, {"low": 0.5, "high": 1.5}
        yield [6], dtype, {"low": -1000000, "high": 1000000}
        yield [3], dtype, {"low": 4, "high": 4}
        yield [3], dtype, {"low": 5, "high": 4}
        yield [3], dtype, {"low": NAN}
        yield [3], dtype, {"requires_grad": True}
        if not dtype.startswith("float8"):
            yield [30], dtype, {"low": 0, "high": 2, "exclude_zero": True}
        yield [1, 2, 2, 3], dtype, {"memory_format": torch.channels_last}
    yield [2, 3], "float32", {"noncontiguous": True, "memory_format": torch.channels_last}
    for dtype in ("float16", "bfloat16", "float32", "float64", "complex64", "complex128", "int64", "int8"):
        yield [4], dtype, {"low": -INF, "high": INF}
    yield [4], "float32", {"low": 1e39, "high": 2e39}
    yield [4], "uint8", {"low": -5, "high": 0}
    yield [4], "uint8", {"low": -5, "high": -1}
    yield [4], "int8", {"low": 128, "high": 200}
    yield [4], "int8", {"low": 120, "high": 200}
    yield [4], "bool", {"low": 1, "high": 2}
    yield [4], "int64", {"low": 2 ** 62, "high": 2 ** 63 - 1}


def drawn():
    for shape, dtype, options in wanted():
        case = {"kind": "drawn", "shape": {"size": shape}, "dtype": {"dtype": dtype}, "kwargs": {name: coded(value) for name, value in options.items()},
                "py": f"make_tensor({shape}, {dtype}, {options})"}
        torch.manual_seed(7)
        try:
            with warnings.catch_warnings(record=True) as heard:
                warnings.simplefilter("always")
                tensor = torch.testing.make_tensor(shape, dtype=getattr(torch, dtype), device="cpu", **options)
            case["result"] = {"shape": list(tensor.shape), "strides": list(tensor.stride()), "requires_grad": tensor.requires_grad,
                              "bytes": base64.b64encode(raw(tensor)).decode()}
            if heard:
                case["warned"] = str(heard[0].message)
        except Exception as e:
            case["told"] = {"type": type(e).__name__, "text": str(e).splitlines()[0]}
        yield case


def record():
    return "".join(json.dumps(case) + "\n" for case in [*comparisons(), *drawn()])
