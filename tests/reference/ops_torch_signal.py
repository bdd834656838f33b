"""The windows of torch.signal.windows."""
import torch

NAMES = ["bartlett", "blackman", "cosine", "exponential", "gaussian", "general_cosine", "general_hamming", "hamming", "hann", "kaiser", "nuttall"]
OPTIONS = {
    "exponential": [{"tau": 0.5}, {"tau": 0.0}, {"tau": -1.0}, {"center": 2.0}, {"center": 2.0, "sym": False}, {"center": 0.0, "tau": 3.0, "sym": False}],
    "gaussian": [{"std": 0.9}, {"std": 3.0, "sym": False}, {"std": 0.0}, {"std": -1.0}],
    "general_cosine": [{"a": [0.5]}, {"a": [0.46, 0.23, 0.31], "sym": False}, {"a": []}, {"a": [0.2, 0.3, 0.1, 0.4]}],
    "general_hamming": [{"alpha": 0.5}, {"alpha": 0.0, "sym": False}, {"alpha": 1.0}],
    "kaiser": [{"beta": 0.0}, {"beta": 2.5}, {"beta": 2.5, "sym": False}, {"beta": -1.0}],
}


def windows(r):
    for name in NAMES:
        def case(*args, **kwargs):
            usual = {"a": [0.46, 0.23, 0.31]} if name == "general_cosine" else {}
            r.case(f"signal.windows.{name}", f"torch.signal.windows.{name}", *args, **{**usual, **kwargs})
        for length in (0, 1, 2, 5, 10, 33):
            for dtype in (torch.float32, torch.float64):
                case(length, dtype=dtype)
                case(length, sym=False, dtype=dtype)
        for dtype in (torch.float16, torch.bfloat16, torch.int64, torch.complex64):
            case(4, dtype=dtype)
        case(7)
        case(-1)
        case(6, device=torch.device("cpu"))
        case(0, requires_grad=True)
        case(1, requires_grad=True)
        case(4, requires_grad=True)
        r.case(f"signal.windows.{name}", f"torch.signal.windows.{name}", 6, **({"a": [0.5, 0.5]} if name == "general_cosine" else {}),
               setup=[(None, "torch.set_default_dtype", [torch.float64])])
        for options in OPTIONS.get(name, ()):
            case(8, **options)


def record(r):
    windows(r)
