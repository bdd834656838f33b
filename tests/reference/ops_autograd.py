"""backward(), gradients, and what asks for them."""
from tagged import DTYPES, V, Var


def autograd(r):
    x, y = V([1.0, 2.0]).grad(), V(3.0).grad()
    def backward(setup, *args, **kwargs):
        r.case("backward", "Tensor.backward", *args, setup=setup, **kwargs)
    def grad(setup, name="x"):
        r.case("grad", "attr:grad", Var(name), setup=setup)
    leaf = ("x", "torch.clone", [V([1.0, 2.0])])
    asked = (None, "Tensor.requires_grad_", [Var("x")])
    square = ("y", "op:*", [Var("x"), Var("x")])
    total = ("z", "Tensor.sum", [Var("y")])
    back = (None, "Tensor.backward", [Var("z")])
    backward([], x)
    backward([], V([1.0, 2.0]))
    backward([], V(1.0))
    backward([leaf, square, total], Var("z"))
    backward([leaf, asked, square], Var("y"))
    backward([leaf, asked, square, total, back], Var("z"))
    backward([leaf, asked, square], Var("y"), V([1.0, 2.0, 3.0]))
    backward([leaf, asked, square], Var("y"), V([[1.0, 2.0]]))
    backward([leaf, asked, square, total], Var("z"), V(1.0, "f64"))
    backward([leaf, asked, square, total, (None, "Tensor.backward", [Var("z")], {"retain_graph": True})], Var("z"), after=["z"])
    backward([leaf, asked, square, ("d", "Tensor.detach", [Var("y")])], Var("d"))
    backward([leaf, asked, ("y", "Tensor.exp", [Var("x")]), (None, "Tensor.add_", [Var("y"), 1]), total], Var("z"))
    backward([leaf, asked, square, (None, "Tensor.mul_", [Var("y"), 2]), total], Var("z"))
    grad([leaf, asked, square, total, back])
    grad([leaf, asked, square, total])
    grad([leaf, asked, square, (None, "Tensor.backward", [Var("y"), V([1.0, 10.0])])])
    grad([leaf, asked, square, (None, "Tensor.backward", [Var("y")], {"gradient": V([1.0, 10.0])})])
    grad([leaf, asked, square, total, (None, "Tensor.backward", [Var("z")], {"retain_graph": True}), back])
    grad([leaf, asked, square, total, back, ("y", "Tensor.exp", [Var("x")]), ("z", "Tensor.sum", [Var("y")]), back])
    grad([leaf, asked, square, (None, "Tensor.retain_grad", [Var("y")]), total, back], "y")
    grad([leaf, asked, square, total, back, ("g", "attr:grad", [Var("x")]), (None, "Tensor.zero_", [Var("g")])])
    grad([leaf, asked, square, total, back, (None, "setattr:grad", [Var("x"), None])])
    grad([leaf, asked, ("d", "Tensor.detach", [Var("x")]), ("y", "op:*", [Var("x"), Var("d")]), total, back])
    grad([leaf, asked, ("y", "op:**", [Var("x"), 3]), total, back])
    grad([leaf, asked, ("v", "Tensor.__getitem__", [Var("x"), 0]), ("z", "op:*", [Var("v"), 5]), back])
    grad([leaf, asked, ("y", "Tensor.clone", [Var("x")]), (None, "Tensor.__setitem__", [Var("y"), 0, 7.0]), total, back])
    grad([("x", "torch.ones", [2], {"requires_grad": True}), ("y", "op:+", [Var("x"), V([[1.0], [2.0]])]), total, back])
    for op, args in [("add_", (1,)), ("mul_", (2,)), ("zero_", ()), ("exp_", ()), ("fill_", (1,)), ("relu_", ()), ("sub_", (V(1.0),)),
                     ("copy_", (V([1.0, 2.0]),)),
                     ("clamp_", (0, 1)), ("unsqueeze_", (0,)), ("t_", ()), ("squeeze_", ())]:
        r.case("in place on a leaf", f"Tensor.{op}", x, *args)
    r.case("in place on a leaf", "Tensor.add_", Var("v"), 1, setup=[leaf, asked, ("v", "Tensor.view", [Var("x"), 2])])
    for dtype in DTYPES:
        r.case("requires_grad_", "Tensor.requires_grad_", V([1, 0], dtype), compare="exact")
        r.case("requires_grad_", "Tensor.requires_grad_", V([1, 0], dtype), False, compare="exact")
        r.case("requires_grad_", "setattr:requires_grad", V([1, 0], dtype), True)
    r.case("requires_grad_", "Tensor.requires_grad_", Var("y"), False, setup=[leaf, asked, square])
    r.case("requires_grad_", "setattr:requires_grad", Var("y"), False, setup=[leaf, asked, square])
    r.case("requires_grad_", "Tensor.requires_grad_", Var("y"), setup=[leaf, asked, square])
    for name in ("detach", "detach_"):
        for setup in ([leaf], [leaf, asked]):
            r.case(name, f"Tensor.{name}", Var("x"), setup=setup, compare="exact")
            r.case(name, f"Tensor.{name}", Var("y"), setup=[*setup, square], compare="exact")
            r.case(name, f"Tensor.{name}", Var("y"), setup=[*setup, ("y", "Tensor.view", [Var("x"), [2, 1]])], compare="exact")
            r.case("is_leaf", "attr:is_leaf", Var("y"), setup=[*setup, square])
            r.case("is_leaf", "attr:is_leaf", Var("x"), setup=setup)
            r.case("requires_grad", "attr:requires_grad", Var("y"), setup=[*setup, square])
            r.case("retain_grad", "Tensor.retain_grad", Var("y"), setup=[*setup, square])
            r.case("retain_grad", "Tensor.retain_grad", Var("x"), setup=setup)
    for dtype in ("f32", "f64"):
        r.case("detach", "Tensor.detach", V([[1, 2], [3, 4]], dtype).t().grad(), compare="exact")
    r.case("setattr grad", "setattr:grad", Var("x"), V([1.0, 2.0, 3.0]), setup=[leaf, asked])
    r.case("setattr grad", "setattr:grad", Var("x"), V([1, 2], "i64"), setup=[leaf, asked])
    r.case("setattr grad", "setattr:grad", Var("x"), V([1.0, 2.0]), setup=[leaf, asked], after=["x"])
    outputs = [leaf, asked, square, total]
    def gradients(setup, *args, **kwargs):
        r.case("autograd.grad", "torch.autograd.grad", *args, setup=setup, **kwargs)
    gradients(outputs, Var("z"), Var("x"))
    gradients(outputs, Var("z"), [Var("x"), Var("y")])
    gradients(outputs, Var("y"), Var("x"))
    gradients(outputs, Var("y"), Var("x"), V([1.0, 10.0]))
    gradients(outputs, [Var("y"), Var("z")], [Var("x")], [V([1.0, 1.0]), None])
    gradients([leaf, square, total], Var("z"), Var("x"))
    gradients([*outputs, ("w", "torch.ones", [2], {"requires_grad": True})], Var("z"), [Var("w")])
    gradients([*outputs, ("w", "torch.ones", [2], {"requires_grad": True})], Var("z"), [Var("x"), Var("w")], allow_unused=True)
    gradients(outputs, Var("z"), Var("x"), create_graph=True)
    gradients([*outputs, (None, "torch.autograd.grad", [Var("z"), Var("x")])], Var("z"), Var("x"))
    gradients([*outputs, (None, "torch.autograd.grad", [Var("z"), Var("x")], {"retain_graph": True})], Var("z"), Var("x"))


def record(r):
    autograd(r)
