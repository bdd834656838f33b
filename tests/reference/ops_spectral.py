"""torch.fft, the windows, and the short-time transforms."""
import torch

from tagged import Source, V

LINES = ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft")
NAMES = ["bartlett", "blackman", "cosine", "exponential", "gaussian", "general_cosine", "general_hamming", "hamming", "hann", "kaiser", "nuttall"]
OPTIONS = {
    "exponential": [{"tau": 0.5}, {"tau": 0.0}, {"tau": -1.0}, {"center": 2.0}, {"center": 2.0, "sym": False}, {"center": 0.0, "tau": 3.0, "sym": False}],
    "gaussian": [{"std": 0.9}, {"std": 3.0, "sym": False}, {"std": 0.0}, {"std": -1.0}],
    "general_cosine": [{"a": [0.5]}, {"a": [0.46, 0.23, 0.31], "sym": False}, {"a": []}, {"a": [0.2, 0.3, 0.1, 0.4]}],
    "general_hamming": [{"alpha": 0.5}, {"alpha": 0.0, "sym": False}, {"alpha": 1.0}],
    "kaiser": [{"beta": 0.0}, {"beta": 2.5}, {"beta": 2.5, "sym": False}, {"beta": -1.0}],
}


def lines(r):
    a = Source("fft.lines")
    for op in LINES:
        def call(*args, **options):
            r.case(f"fft.{op}", f"torch.fft.{op}", *args, **options)
        is_real = op in ("rfft", "ihfft")
        for dtype in ("f32", "f64", "i64", "bool", "u8") if is_real else ("f32", "f64", "c64", "c128", "i64", "bool"):
            for shape in ((4,), (5,), (1,), (2, 3)):
                if op in ("irfft", "hfft") and shape == (1,):
                    continue
                call(a(dtype, *shape))
        for n in (1, 2, 3, 8, 0, -1):
            call(a("f32", 4), n)
        for norm in ("backward", "ortho", "forward"):
            call(a("f32", 4), norm=norm)
            call(a("f64", 2, 5), 4, 0, norm)
        x = a("f32", 3, 4)
        for y in (x.t(), x.cut(1, 0, 4, 2), x.expand(2, 3, 4)):
            call(y)
        for dim in (0, 1, -2, 2):
            call(x, dim=dim)
        call(V(1.0))
        call(a("f32", 0))
        call(a("f32", 0, 4))
        call(a("f16", 4))
        call(a("bf16", 4))
        call(a("c64", 4).conjugate())
        call(V([float("nan"), 1.0, 2.0]))
        if op in ("irfft", "hfft"):
            call(a("f32", 4).grad(), backward=True)


def several(r):
    a = Source("fft.several")
    for op in LINES:
        for kind in ("2", "n"):
            def call(*args, **options):
                r.case(f"fft.{op}{kind}", f"torch.fft.{op}{kind}", *args, **options)
            x = a("f32", 3, 4)
            for y in (x, x.t(), a("f64", 2, 3, 4), a("i64", 2, 4), a("f32", 2, 2, 2, 2), a("c64", 2, 3)):
                call(y)
            for s in ((2, 2), (4, 6), (-1, 3), (0, 2), (2,), (2, 2, 2)):
                call(x, s)
            for norm in ("backward", "ortho", "forward"):
                call(x, norm=norm)
            for dim in ((0, 1), (1, 0), (0, 0), (0, 5), (-1, 0)):
                call(x, dim=dim)
            call(a("f32", 2, 3, 4), (2, 2), (0, 2), "ortho")
            call(a("f32", 4))
            call(V(1.0))
            call(a("f32", 0, 2))
            if op in ("irfft", "hfft"):
                call(x.grad(), backward=True)


def helpers(r):
    a = Source("fft.helpers")
    for op in ("fftfreq", "rfftfreq"):
        for n in (0, 1, 2, 4, 5, -1):
            r.case(f"fft.{op}", f"torch.fft.{op}", n)
            r.case(f"fft.{op}", f"torch.fft.{op}", n, 0.25)
        r.case(f"fft.{op}", f"torch.fft.{op}", 4, dtype=torch.float64)
        r.case(f"fft.{op}", f"torch.fft.{op}", 4, device=torch.device("cpu"))
        r.case(f"fft.{op}", f"torch.fft.{op}", 4, requires_grad=True)
        r.case(f"fft.{op}", f"torch.fft.{op}", 4, setup=[(None, "torch.set_default_dtype", [torch.float64])])
    for op in ("fftshift", "ifftshift"):
        for x in (a("f32", 4), a("f32", 5), a("i64", 3, 4), a("f32", 3, 4).t(), a("c64", 2, 2, 3), V(1.0), a("f32", 0), a("bool", 3)):
            r.case(f"fft.{op}", f"torch.fft.{op}", x)
            for dim in (0, -1, (0, 1), 5):
                r.case(f"fft.{op}", f"torch.fft.{op}", x, dim=dim)
        r.case(f"fft.{op}", f"torch.fft.{op}", a("f32", 4).grad(), backward=True)
    for n in (1, 4, 5):
        for kwargs in ({"d": 0.5}, {"dtype": torch.float64}, {"dtype": torch.int64}, {"dtype": torch.complex64}, {"d": -2.0}, {"d": 0.0}):
            r.case("fft.rfftfreq", "torch.fft.rfftfreq", n, **kwargs)


def windows(r):
    for op in ("bartlett_window", "blackman_window", "hamming_window", "hann_window", "kaiser_window"):
        call = f"torch.{op}"
        for n in (0, 1, 2, 5, 8, -1):
            r.case(op, call, n)
            r.case(op, call, n, periodic=False)
            r.case(op, call, n, True, dtype=torch.float64)
        for dtype in (torch.float16, torch.bfloat16, torch.int64, torch.complex64):
            r.case(op, call, 4, dtype=dtype)
        r.case(op, call, 4, requires_grad=True)
        r.case(op, call, 4, device=torch.device("meta"), compare="meta")
        r.case(op, call, 4, setup=[(None, "torch.set_default_dtype", [torch.float64])])
    r.case("hamming_window", "torch.hamming_window", 6, True, 0.5)
    r.case("hamming_window", "torch.hamming_window", 6, False, alpha=0.5, beta=0.4)
    r.case("hamming_window", "torch.hamming_window", 6, beta=0.4)
    r.case("kaiser_window", "torch.kaiser_window", 6, True, 4.0)
    r.case("kaiser_window", "torch.kaiser_window", 6, False, beta=0.0)
    r.case("kaiser_window", "torch.kaiser_window", 6, beta=-1.0)


def short(r):
    a = Source("stft")
    signal, window = a("f32", 16), V([0.5, 1.0, 1.0, 0.5])
    double = a("f64", 2, 16)
    for call in ("torch.stft", "Tensor.stft"):
        def stft(*args, **options):
            r.case("stft", call, *args, **options)
        stft(signal, 4, window=window, return_complex=True)
        stft(signal, 4, return_complex=True)
        stft(double, 8, return_complex=True)
        stft(signal, 8, 2, 4, window, return_complex=True)
        for options in ({"center": False}, {"normalized": True}, {"onesided": False}, {"onesided": True}, {"pad_mode": "constant"}, {"pad_mode": "replicate"},
                        {"hop_length": 3}, {"win_length": 3, "window": V([1.0, 2.0, 1.0])}, {"hop_length": 0}, {"win_length": 9}, {"pad_mode": "circular"}):
            stft(signal, 4, return_complex=True, **{"window": window, **options})
        stft(signal, 4, window=window)
        stft(signal, 4, window=window, return_complex=False)
        stft(a("c64", 16), 4, window=window)
        stft(a("c64", 16), 4, window=window, onesided=True, return_complex=True)
        stft(signal, 0, return_complex=True)
        stft(signal, 40, return_complex=True)
        stft(a("f32", 2, 2, 2), 4, return_complex=True)
        stft(a("i64", 16), 4, return_complex=True)
        stft(signal.grad(), 4, window=window, return_complex=False, backward=True)
    spectrum = torch.stft(torch.arange(16.0), 4, window=torch.tensor([0.5, 1.0, 1.0, 0.5]), return_complex=True)
    given = V(spectrum.tolist(), "c64")
    for call in ("torch.istft", "Tensor.istft"):
        def istft(*args, **options):
            r.case("istft", call, *args, **options)
        istft(given, 4, window=window)
        istft(given, 4)
        istft(given, 4, 1, 4, window)
        for options in ({"center": False}, {"normalized": True}, {"length": 10}, {"length": 20}, {"onesided": True}, {"onesided": False}, {"hop_length": 9}, {"win_length": 3},
                        {"return_complex": True}, {"window": V([0.0, 0.0, 0.0, 0.0])}, {"window": V([1.0, 1.0])}):
            istft(given, 4, **{"window": window, **options})
        istft(a("f32", 3, 4), 4)
        istft(a("c64", 2), 4)
        istft(a("c64", 4, 5), 4, return_complex=True, onesided=False)
        istft(given.grad(), 4, window=window, backward=True)


def signal_windows(r):
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
    for part in (lines, several, helpers, windows, short, signal_windows):
        part(r)
