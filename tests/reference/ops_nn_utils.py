"""torch.nn.utils: packed sequences, and vectors of parameters."""
from nn_sweeps import Sweep, T
from tagged import V, Var

RNN = "torch.nn.utils.rnn."


def padded(r):
    s = Sweep(r, "pad_sequence", "nn.utils.rnn")
    for dtype in ("f32", "f64", "i64", "bool", "c64"):
        for shapes in (((3,), (1,)), ((2, 2), (3, 2), (1, 2)), ((2,),), ((0, 2), (2, 2))):
            for kwargs in ({}, {"batch_first": True}, {"batch_first": True, "padding_value": 1.5}, {"padding_side": "left"}):
                s.one(([T(*shape) for shape in shapes],), kwargs, dtype=dtype, grad=dtype == "f64")
    s([T(2, 2), T(3, 3)])
    s([])
    s([T(), T(2)])
    s([T(2), T(2, dtype="f64")], True)
    s([T(2), T(2)], padding_side="middle")
    s([T(3), T(1)], True, 2, "left")


def packed(r):
    s = Sweep(r, "pack_padded_sequence", "nn.utils.rnn")
    for lengths, kwargs in (([3, 2], {}), ([1, 3], {"enforce_sorted": False}), (V([3, 1], "i64"), {}), (V([2, 2], "i32"), {}), (V([2.0, 1.0]), {}), ([1, 2], {}), ([3], {}), ([3, 0], {}), ([4, 1], {}), (V([[3, 2]], "i64"), {}),
                            ([3, -1], {}), ([], {}), ([9, 9], {"enforce_sorted": False})):
        for shape in ((3, 2), (3, 2, 2), (3, 2, 1, 2)):
            s.one((T(*shape), lengths), kwargs)
            s.one((T(*shape), lengths), kwargs, dtype="f64", grad=True)
            s.one((T(shape[1], shape[0], *shape[2:]), lengths), {"batch_first": True, **kwargs}, dtype="i64")
    s(T(3), [3])
    s(T(0, 2), [1, 1])
    s(T(3, 2), V([3, 2], "i64"), False, False)
    s = Sweep(r, "pack_sequence", "nn.utils.rnn")
    for shapes in (((3,), (2,)), ((2,), (3,)), ((2, 2), (2, 2), (1, 2)), ((1,), (0,)), ((2, 2), (1, 3)), ((),)):
        for sort in (True, False):
            s.one(([T(*shape) for shape in shapes],), {"enforce_sorted": sort})
            s.one(([T(*shape) for shape in shapes],), {"enforce_sorted": sort}, dtype="f64", grad=True)
    s([])
    s([T(3), T(2)], False)


def unpacked(r):
    s = Sweep(r, "pad_packed_sequence", "nn.utils.rnn")
    u = Sweep(r, "unpack_sequence", "nn.utils.rnn")
    for lengths, sort in (([3, 2], True), ([1, 3], False), ([2, 2], True)):
        for shape in ((3, 2), (3, 2, 2)):
            for dtype in ("f32", "i64", "f64"):
                x = T(*shape).make(s.source, dtype, grad=dtype == "f64")
                pack = [("packed", RNN + "pack_padded_sequence", [x, lengths], {"enforce_sorted": sort})]
                for kwargs in ({}, {"batch_first": True}, {"padding_value": -1.0}, {"total_length": 5}, {"total_length": 1}, {"batch_first": True, "padding_value": 2.5, "total_length": 4}):
                    r.case(s.op, s.call, Var("packed"), setup=pack, **kwargs)
                r.case(u.op, u.call, Var("packed"), setup=pack)
    s = Sweep(r, "unpad_sequence", "nn.utils.rnn")
    for dtype in ("f32", "i64", "f64"):
        for lengths in (V([3, 1], "i64"), V([0, 2], "i64"), V([3.0, 2.5]), V([9, -1], "i64")):
            s.one((T(2, 3), lengths, True), {}, dtype=dtype)
            s.one((T(2, 3, 2), lengths), {"batch_first": True}, dtype=dtype, grad=dtype == "f64")
            s.one((T(3, 2), lengths), {}, dtype=dtype)
    s(T(3), V([1], "i64"))
    s(T(2, 3), V(1, "i64"), True)
    s(T(2, 3), V([1, 2], "i64"), batch_first=True)
    s = Sweep(r, "invert_permutation", "nn.utils.rnn", compare="exact")
    for order in ([0], [1, 0], [2, 0, 1], [3, 1, 0, 2], []):
        s(V(order, "i64"))
    s(None)
    s(V([0, 5], "i64"))
    s(V([1, 0], "i32"))
    s(V([[1, 0]], "i64"))
    s(V([0.0, 1.0]))


def vectors(r):
    s = Sweep(r, "parameters_to_vector", "nn.utils")
    for shapes in (((2, 3), (2,)), ((),), ((0, 2), (3,)), ((2, 2), (1,), (2, 1, 2))):
        for dtype in ("f32", "f64", "i64"):
            s.one(([T(*shape) for shape in shapes],), {}, dtype=dtype, grad=dtype == "f64")
    s([])
    s([T(2), T(2, dtype="f64")])
    s = Sweep(r, "get_total_norm", "nn.utils")
    for shapes in (((2, 3), (2,)), ((),), ((0, 2), (3,)), ((2, 2), (1,), (2, 1, 2))):
        for args, kwargs in (((), {}), ((1.0,), {}), ((float("inf"),), {}), ((), {"norm_type": 3}), ((2.0, True), {}), ((), {"error_if_nonfinite": True})):
            for dtype in ("f32", "f64", "bf16"):
                s.one(([T(*shape) for shape in shapes], *args), kwargs, dtype=dtype)
    s([])
    s([V([1.0, float("nan")])], error_if_nonfinite=True)
    s([V([1.0, float("inf")])])
    s(T(2, 3))
    s([T(2), T(2, dtype="f64")])


def record(r):
    for part in (padded, packed, unpacked, vectors):
        part(r)
