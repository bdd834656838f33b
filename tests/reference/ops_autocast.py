"""Mixed precision: each operation that libtorch's autocast casts on the CPU, or promotes, and some of those that it leaves alone."""
import torch

from nn_sweeps import T, call, index, made
from recorder import Recorder
from tagged import DTYPES, Arr, Source

F, L = "torch.nn.functional.", "torch.linalg."
SQUARE = T(3, 3)
PROBABILITIES = T(3, 4, lo=0, hi=1)
VOLUME = T(1, 2, 4, 4, 4)

# The dispatcher's names, each with calls that come to it. One is not called by its own name where Python calls it otherwise.
CAST_DOWN = {
    "conv1d": (F + "conv1d", call(T(2, 3, 6), T(4, 3, 3), T(4))),
    "conv1d.padding": (F + "conv1d", call(T(2, 3, 6), T(4, 3, 3), padding="same")),
    "conv2d": (F + "conv2d", call(T(2, 3, 5, 5), T(4, 3, 3, 3), T(4)), call(T(2, 3, 5, 5), T(4, 3, 3, 3), stride=2)),
    "conv2d.padding": (F + "conv2d", call(T(2, 3, 5, 5), T(4, 3, 3, 3), padding="same")),
    "conv3d": (F + "conv3d", call(VOLUME, T(2, 2, 3, 3, 3), T(2))),
    "conv3d.padding": (F + "conv3d", call(VOLUME, T(2, 2, 3, 3, 3), padding="valid")),
    "conv_tbc": ("torch.conv_tbc", call(T(5, 2, 3), T(2, 3, 4), T(4), 1)),
    "conv_transpose1d": (F + "conv_transpose1d", call(T(2, 3, 4), T(3, 2, 3))),
    "conv_transpose2d.input": (F + "conv_transpose2d", call(T(1, 3, 3, 3), T(3, 2, 2, 2), T(2))),
    "conv_transpose3d.input": (F + "conv_transpose3d", call(VOLUME, T(2, 1, 2, 2, 2))),
    "bmm": ("torch.bmm", call(T(2, 3, 4), T(2, 4, 3))),
    "mm": ("torch.mm", call(T(3, 4), T(4, 2))),
    "matmul": ("torch.matmul", call(T(3, 4), T(4, 2)), call(T(2, 3, 4), T(4)), call(T(4), T(4)), call(T(3, 4), T(4)),
               call(T(3, 4), T(4, 2, dtype="f16")), call(T(4, dtype="bf16"), T(4)), call(T(2, 3, 4), T(4, dtype="f16")),
               call(T(3, 4), T(2, 4, 2, dtype="bf16"))),
    "baddbmm": ("torch.baddbmm", call(T(2, 3, 3), T(2, 3, 4), T(2, 4, 3))),
    "addmm": ("torch.addmm", call(T(3, 2), T(3, 4), T(4, 2)), call(T(2), T(3, 4), T(4, 2), beta=0.5, alpha=2)),
    "addbmm": ("torch.addbmm", call(T(3, 3), T(2, 3, 4), T(2, 4, 3))),
    "linear": (F + "linear", call(T(3, 4), T(2, 4), T(2)), call(T(2, 3, 4), T(5, 4))),
    "linalg_vecdot": (L + "vecdot", call(T(3, 4), T(3, 4))),
    "prelu": (F + "prelu", call(T(2, 3), T(1)), call(T(2, 3), T(3))),
    "scaled_dot_product_attention": (F + "scaled_dot_product_attention", call(T(1, 2, 4, 8), T(1, 2, 4, 8), T(1, 2, 4, 8)),
                                     call(T(1, 2, 4, 8), T(1, 2, 4, 8), T(1, 2, 4, 8), is_causal=True)),
}
CAST_UP = {
    "avg_pool3d": (F + "avg_pool3d", call(VOLUME, 2)),
    "adaptive_avg_pool3d": (F + "adaptive_avg_pool3d", call(VOLUME, 2)),
    "adaptive_max_pool3d": (F + "adaptive_max_pool3d", call(VOLUME, 2)),
    "max_pool3d": (F + "max_pool3d", call(VOLUME, 2)),
    "max_unpool2d": (F + "max_unpool2d", call(T(1, 1, 2, 2), index(1, 1, 2, 2, most=16), 2)),
    "max_unpool3d": (F + "max_unpool3d", call(T(1, 1, 1, 2, 2), index(1, 1, 1, 2, 2, most=8), 2)),
    "reflection_pad1d": (F + "pad", call(T(2, 3, 4), (1, 2), "reflect")),
    "reflection_pad2d": (F + "pad", call(T(2, 3, 4, 4), (1, 2, 0, 1), "reflect")),
    "replication_pad1d": (F + "pad", call(T(2, 3, 4), (1, 2), "replicate")),
    "replication_pad2d": (F + "pad", call(T(2, 3, 4, 4), (1, 2, 0, 1), "replicate")),
    "replication_pad3d": (F + "pad", call(VOLUME, (1, 1, 1, 0, 0, 1), "replicate")),
    "grid_sampler": (F + "grid_sample", call(T(1, 2, 4, 4), T(1, 3, 3, 2, lo=-1, hi=1), align_corners=False)),
    "grid_sampler_3d": (F + "grid_sample", call(VOLUME, T(1, 2, 2, 2, 3, lo=-1, hi=1), align_corners=True)),
    "mse_loss": (F + "mse_loss", call(T(3, 4), T(3, 4))),
    "l1_loss": (F + "l1_loss", call(T(3, 4), T(3, 4))),
    "smooth_l1_loss": (F + "smooth_l1_loss", call(T(3, 4), T(3, 4), beta=0.5)),
    "huber_loss": (F + "huber_loss", call(T(3, 4), T(3, 4))),
    "nll_loss": (F + "nll_loss", call(T(3, 4), index(3, most=4))),
    "nll_loss2d": (F + "nll_loss", call(T(2, 3, 2, 2), index(2, 2, 2, most=3))),
    "cross_entropy_loss": (F + "cross_entropy", call(T(3, 4), index(3, most=4)), call(T(3, 4), index(3, most=4), label_smoothing=0.1)),
    "kl_div": (F + "kl_div", call(T(3, 4), PROBABILITIES, reduction="batchmean")),
    "binary_cross_entropy": (F + "binary_cross_entropy", call(PROBABILITIES, PROBABILITIES)),
    "binary_cross_entropy_with_logits": (F + "binary_cross_entropy_with_logits", call(T(3, 4), PROBABILITIES)),
    "hinge_embedding_loss": (F + "hinge_embedding_loss", call(T(3, 4), T(4, lo=1, hi=1, dtype="i64"))),
    "cosine_embedding_loss": (F + "cosine_embedding_loss", call(T(3, 4), T(3, 4), T(3, lo=1, hi=1, dtype="i64"))),
    "margin_ranking_loss": (F + "margin_ranking_loss", call(T(4), T(4), T(4, lo=1, hi=1, grad=False))),
    "soft_margin_loss": (F + "soft_margin_loss", call(T(3, 4), T(3, 4, lo=1, hi=1, grad=False))),
    "triplet_margin_loss": (F + "triplet_margin_loss", call(T(3, 4), T(3, 4), T(3, 4))),
    "multi_margin_loss": (F + "multi_margin_loss", call(T(3, 4), index(3, most=4))),
    "multilabel_margin_loss": (F + "multilabel_margin_loss", call(T(3, 4), index(3, 4, most=4))),
    "poisson_nll_loss": (F + "poisson_nll_loss", call(T(3, 4), T(3, 4, lo=0, grad=False))),
    "ctc_loss.Tensor": (F + "ctc_loss", call(T(6, 2, 4), T(2, 2, lo=1, hi=3, dtype="i64"), T(2, lo=6, hi=6, dtype="i64"),
                                             T(2, lo=2, hi=2, dtype="i64"))),
    "cdist": ("torch.cdist", call(T(3, 4), T(2, 4))),
    "trace": ("torch.trace", call(SQUARE)),
    "prod": ("torch.prod", call(T(2, 3))),
    "prod.dim_int": ("torch.prod", call(T(2, 3), 1)),
    "quantile": ("torch.quantile", call(T(2, 5), T(2, lo=0, hi=1, grad=False))),
    "quantile.scalar": ("torch.quantile", call(T(2, 5), 0.3, 1)),
    "nanquantile": ("torch.nanquantile", call(T(2, 5), T(2, lo=0, hi=1, grad=False))),
    "nanquantile.scalar": ("torch.nanquantile", call(T(2, 5), 0.3, 1)),
    "polar": ("torch.polar", call(T(3), T(3))),
    "view_as_complex": ("torch.view_as_complex", call(T(3, 2))),
    "stft": ("torch.stft", call(T(16), 8, return_complex=True)),
    **{f"fft_{name}": (f"torch.fft.{name}", call(T(4, 4))) for name in (
        "fft", "ifft", "fft2", "ifft2", "fftn", "ifftn", "rfft", "rfft2", "rfftn", "ihfft", "irfft", "irfft2", "irfftn", "hfft")},
    **{f"linalg_{name}": (L + name, call(SQUARE)) for name in (
        "cond", "matrix_rank", "svdvals", "eigvals", "eigvalsh", "inv", "inv_ex", "eigh", "eig", "svd", "qr")},
    "linalg_cond.p_str": (L + "cond", call(SQUARE, "fro")),
    "linalg_matrix_rank.tol_tensor": (L + "matrix_rank", call(SQUARE, T(1, lo=0.5, hi=1, grad=False))),
    "linalg_matrix_rank.atol_rtol_float": (L + "matrix_rank", call(SQUARE, atol=0.5)),
    "linalg_solve": (L + "solve", call(SQUARE, T(3, 2))),
    "linalg_lstsq": (L + "lstsq", call(SQUARE, T(3, 2))),
    "linalg_tensorinv": (L + "tensorinv", call(T(2, 3, 6), 2)),
    "linalg_tensorsolve": (L + "tensorsolve", call(T(2, 3, 6), T(2, 3))),
    "linalg_householder_product": (L + "householder_product", call(SQUARE, T(2))),
    "orgqr": ("torch.orgqr", call(SQUARE, T(2))),
    "ormqr": ("torch.ormqr", call(SQUARE, T(2), T(3, 2))),
    "geqrf": ("torch.geqrf", call(SQUARE)),
    "svd": ("torch.svd", call(SQUARE)),
    "inverse": ("torch.inverse", call(SQUARE)),
    "pinverse": ("torch.pinverse", call(SQUARE)),
    "lu_solve": ("torch.lu_solve", call(T(3, 2), SQUARE, T(3, lo=1, hi=3, dtype="i32"))),
    "cholesky_solve": ("torch.cholesky_solve", call(T(3, 2), SQUARE)),
    "cholesky_inverse": ("torch.cholesky_inverse", call(SQUARE)),
    "linalg_cholesky": (L + "cholesky", call(T(1, 1, lo=1, hi=4))),
    "linalg_cholesky_ex": (L + "cholesky_ex", call(T(1, 1, lo=1, hi=4))),
}
PROMOTED = {
    "cat": ("torch.cat", call([T(2, 3), T(2, 3, dtype="f32")])),
    "stack": ("torch.stack", call([T(2, 3), T(2, 3, dtype="f32")])),
    "index_copy": ("torch.index_copy", call(T(3, 2), 0, index(2, most=3), T(2, 2, dtype="f32"))),
}
# What is in none of libtorch's lists: an operation of each road on which TorchLite comes to libtorch.
LEFT_ALONE = {name: (name, *calls) for name, *calls in [
    ("torch.exp", call(T(2, 3))), ("torch.add", call(T(2, 3), T(2, 3))), ("torch.pow", call(T(2, 3, lo=1), 2)),
    ("torch.sum", call(T(2, 3))), ("torch.renorm", call(T(2, 3), 2, 0, 1.0)), ("torch.addmv", call(T(3), T(3, 4), T(4))),
    ("torch.norm", call(T(2, 3))), ("torch.logsumexp", call(T(2, 3), 0)), ("torch.addcdiv", call(T(2, 3), T(2, 3), T(2, 3, lo=1))),
    ("torch.einsum", call("ij,jk->ik", T(2, 3), T(3, 2))), ("torch.cumsum", call(T(2, 3), 0)), ("torch.logdet", call(T(1, 1, lo=1))),
    (F + "softmax", call(T(2, 3), 1)), (F + "log_softmax", call(T(2, 3), 1)), (F + "layer_norm", call(T(2, 3), (3,), T(3), T(3))),
    (F + "group_norm", call(T(2, 4, 3), 2, T(4), T(4))), (F + "gelu", call(T(2, 3))), (F + "relu", call(T(2, 3))), (F + "silu", call(T(2, 3))),
    (F + "max_pool2d", call(T(1, 2, 4, 4), 2)), (F + "bilinear", call(T(2, 3), T(2, 2), T(4, 3, 2))), (F + "embedding", call(index(2, most=4), T(4, 3))),
    (F + "gaussian_nll_loss", call(T(3), T(3), T(3, lo=1))), (F + "cosine_similarity", call(T(2, 3), T(2, 3))),
    (F + "normalize", call(T(2, 3))), (F + "batch_norm", call(T(4, 3), T(3, grad=False), T(3, lo=1, grad=False)))]}

# Vectors that may point either way: their dtypes only.
TURNED = {"linalg_eigh", "linalg_eig", "linalg_svd", "svd"}

# Operations of libtorch's lists that nobody calls, and why.
NOT_CALLED = {
    "_convolution.deprecated", "_grid_sampler_2d_cpu_fallback", "_lu_with_info", "multilabel_margin_loss_forward", "mkldnn_rnn_layer",
    "fake_quantize_per_tensor_affine",  # quantized storage
    "_addmm_activation", "_native_multi_head_attention",  # behind others
    "index_copy.dimname", "prod.dim_Dimname",  # named tensors
    "cholesky", "qr", "triangular_solve",  # removed from later versions, or about to be
    "linalg_matrix_sqrth",  # of later versions only
    "ctc_loss.IntList", "linalg_matrix_rank.atol_rtol_tensor", "stft.center", "grid_sampler_2d",  # the same call in other types
    "fractional_max_pool2d", "fractional_max_pool3d",  # they draw random numbers
}


def record():
    r = Recorder()
    lists = CAST_DOWN | CAST_UP | PROMOTED
    listed = {name.removeprefix("aten::") for name in torch._C._dispatch_get_registrations_for_dispatch_key("AutocastCPU")}
    assert listed <= lists.keys() | NOT_CALLED, sorted(listed - lists.keys() - NOT_CALLED)
    for name, (path, *calls) in (lists | LEFT_ALONE).items():
        source = Source(f"autocast {name}")
        for half in ("bf16", "f16"):
            for args, kwargs in calls:
                one(r, name, path, args, kwargs, source, half, "f32", True)
                one(r, name, path, args, kwargs, source, half, "f32")
                one(r, name, path, args, kwargs, source, half, half)
            if name != "cholesky_inverse":
                one(r, name, path, *calls[0], source, half, "f64")
    return r


def one(r, name, path, args, kwargs, source, half, dtype, grad=False):
    given = [made(arg, source, dtype, grad=grad) for arg in args]
    named = {key: made(value, source, dtype, grad=grad) for key, value in kwargs.items()}
    setup = [(None, "torch.set_autocast_dtype", ["cpu", DTYPES[half]]), (None, "torch.set_autocast_enabled", ["cpu", True])]
    if grad and not any(isinstance(arr, Arr) and arr.requires_grad for arg in given for arr in (arg if isinstance(arg, list) else [arg])):
        return
    try:
        r.case(f"autocast {name}", path, *given, setup=setup, backward=grad and name not in TURNED, compare="meta" if name in TURNED else "close", **named)
    except (RuntimeError, IndexError):  # nothing to differentiate, or no derivative
        r.off()
