"""When two recorded answers are the same."""
import base64

import torch


def elements(coded):
    data = bytearray(base64.b64decode(coded.get("data", "")))
    dtype = getattr(torch, coded["dtype"])
    return torch.frombuffer(data, dtype=dtype) if data else torch.empty(0, dtype=dtype)


def same(a, b, compare):
    """Whether two tagged values are equal, numbers as the case wants them compared."""
    if a == b:
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, list):
        return len(a) == len(b) and all(same(x, y, compare) for x, y in zip(a, b))
    if not isinstance(a, dict):
        return a == b
    if a.keys() != b.keys():
        return False
    if "text" in a and "type" in a:
        # Later versions say NotImplementedError, a kind of RuntimeError, where earlier ones say RuntimeError.
        return a["text"] == b["text"] and {a["type"], b["type"]} in ({a["type"]}, {"RuntimeError", "NotImplementedError"})
    if "data" in a:
        rest = [{key: value for key, value in t.items() if key not in ("data", "crc")} for t in (a, b)]
        return rest[0] == rest[1] and (compare == "meta" or close(elements(a), elements(b), compare))
    if "f" in a:
        return a == b or close(*(torch.tensor(float(x["f"]), dtype=torch.float32) for x in (a, b)), compare)
    return all(same(a[key], b[key], compare) for key in a)


# How far numbers may be apart; else what assert_close allows for the dtype. "near" is the rounding of another build of PyTorch,
# "halves" that of its numbers of 16 bits.
ALLOWED = {"exact": {"rtol": 0, "atol": 0}, "near": {"rtol": 1e-3, "atol": 1e-3}, "halves": {"rtol": 2e-2, "atol": 2e-2}}


def close(a, b, compare):
    try:
        torch.testing.assert_close(a, b, equal_nan=True, **ALLOWED.get(compare, {}))
        return True
    except AssertionError:
        return False
