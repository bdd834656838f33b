"""More calls to differentiate (gradients.py), of operations that the other cases call with tensors of too few shapes."""
import torch

from tagged import Source


def calls(t):
    """t makes a tensor of a shape, of positive numbers that are not large."""
    yield "Tensor.addmv_", (t(2), t(2, 3), t(3)), (t(3), t(3, 2), t(2)), (t(1), t(1, 4), t(4))
    yield "torch.angle", *((t(*shape, kind="c128"),) for shape in ((3,), (2, 3), ()))
    yield "torch.as_tensor", (t(3),), (t(2, 3),), (t(),)
    yield "torch.asarray", (t(3),), (t(2, 3),), (t(),)
    yield ("Tensor.baddbmm_", (t(1, 2, 2), t(1, 2, 3), t(1, 3, 2)), (t(2, 1, 2), t(2, 1, 1), t(2, 1, 2)),
           (t(1, 3, 1), t(1, 3, 2), t(1, 2, 1)))
    yield "Tensor.bmm", (t(1, 2, 3), t(1, 3, 2)), (t(2, 1, 2), t(2, 2, 3)), (t(3, 2, 2), t(3, 2, 1))
    yield "torch.conj", (t(3),), (t(2, 3, kind="c128"),), (t(4, kind="c128"),), (t(kind="c128"),)
    yield "Tensor.copy_", (t(2, 3), t(3)), (t(4), t(4)), (t(2, 2), t(1)), (t(), t())
    yield "torch.dsplit", (t(1, 2, 4), 2), (t(2, 1, 3), [1]), (t(2, 2, 2), 2)
    yield "Tensor.detach_", (t(3),), (t(2, 3),), (t(),)
    yield "Tensor.fill_", (t(3), t()), (t(2, 3), t()), (t(), t())
    yield "Tensor.flip", (t(4), (0,)), (t(2, 3), (0, 1)), (t(2, 2, 2), (1,))
    yield "Tensor.float_power_", (t(3), 2), (t(2, 3), t(3)), (t(2, 2), 0.5), (t(), 3)
    for name in ("torch.matrix_power", "torch.linalg.matrix_power"):
        yield name, (t(2, 2), 2), (t(3, 3), 3), (t(1, 2, 2), -1), (t(2, 1, 1), 4)
    yield "Tensor.new_empty_strided", (t(3), (2,), (1,)), (t(2, 3), (2, 2), (2, 1)), (t(), (), ())
    yield "Tensor.requires_grad_", (t(3),), (t(2, 3),), (t(),)
    yield "torch.relu", (t(3),), (t(2, 3),), (t(),)
    yield "torch.sgn", *((t(*shape, kind="c128"),) for shape in ((3,), (2, 3), ()))
    yield "Tensor.sgn_", *((t(*shape, kind="c128"),) for shape in ((3,), (2, 3), ()))
    yield "torch.slice_scatter", (t(4), t(2), 0, 1, 3), (t(2, 3), t(2, 1), 1, 2), (t(3, 2), t(2, 2), 0, 0, 4, 2)
    yield "Tensor.type", (t(3), torch.complex128), (t(2, 3), torch.float64), (t(), torch.complex128)
    yield "Tensor.type_as", (t(3), t(2)), (t(2, 3), t()), (t(), t(2, kind="c128"))
    yield "op:neg", (t(3),), (t(2, 3),), (t(),)
    yield "op:@", (t(2, 3), t(3, 2)), (t(3), t(3, 2)), (t(2, 1, 2), t(2, 2))
    yield "op:pos", (t(3),), (t(2, 3),), (t(),)
    yield "torch.adaptive_avg_pool1d", (t(1, 2, 5), 2), (t(2, 4), 3), (t(1, 1, 6), 3)
    yield "torch.cdist", (t(2, 3), t(4, 3)), (t(3, 2), t(2, 2), 1), (t(1, 2, 2), t(1, 3, 2)), (t(3, 3), t(1, 3), 3)
    yield "torch.conv_tbc", (t(4, 1, 2), t(2, 2, 3), t(3)), (t(3, 2, 1), t(1, 1, 2), t(2)), (t(5, 1, 1), t(3, 1, 1), t(1), 1)
    yield ("torch.conv_transpose3d", (t(1, 1, 2, 2, 2), t(1, 1, 2, 1, 2)), (t(1, 2, 1, 2, 2), t(2, 1, 1, 2, 2), t(1)),
           (t(1, 1, 1, 1, 3), t(1, 2, 1, 1, 2), None, 2))
    yield "torch.linspace", (t(), t(), 3), (t(), 2, 4)
    yield "torch.logspace", (t(), t(), 3), (0, t(), 4)
    yield "torch.pairwise_distance", (t(2, 3), t(2, 3)), (t(3), t(3), 1), (t(3, 2), t(2), 3)
    yield "torch.pdist", (t(3, 2),), (t(4, 1), 1), (t(2, 3), 3)
    yield "torch.select_copy", (t(4), 0, 1), (t(2, 3), 1, -1), (t(2, 2, 2), 1, 0)
    yield "torch.selu_", (t(3),), (t(2, 3),), (t(),)
    yield "torch.split_copy", (t(5), 2), (t(2, 3), 2, 1), (t(4, 2), 3)
    yield "torch.threshold_", (t(3), 1, 0.5), (t(2, 3), 1, 0), (t(5), 0.75, 2)
    yield "torch.unbind_copy", (t(3),), (t(2, 3), 1), (t(2, 2, 2),)
    # PyTorch has the derivatives with respect to the second argument only.
    for name in ("torch.igamma", "Tensor.igamma_", "torch.igammac", "Tensor.igammac_", "torch.special.gammainc", "torch.special.gammaincc"):
        yield name, *((t(*shape), t(*shape).grad()) for shape in ((3,), (2, 3), ()))
    yield "torch.special.zeta", *((t(*shape, lo=1.5), t(*shape).grad()) for shape in ((3,), (2, 3), ()))


def record(recorder):
    source = Source("gradients")
    for call, *rows in calls(lambda *shape, kind="f64", lo=0.5: source(kind, *shape, lo=lo, hi=2)):
        for args in rows:
            recorder.case(call, call, *args)
