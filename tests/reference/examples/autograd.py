import torch
from torch.autograd.gradcheck import GradcheckError, gradcheck, gradgradcheck
from torch.utils.checkpoint import checkpoint

print()
print("===== requires_grad 传播到哪里, 在哪里停下 =====")
a = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([3.0, 4.0])
product = a * b
with torch.no_grad():
    unrecorded = a * b
for name, t in [("a", a), ("b", b), ("a * b", product), ("b * 2", b * 2), ("no_grad: a * b", unrecorded),
                ("(a * b).detach()", product.detach()), ("a * b > 3", product > 3), ("(a * b).clone()", product.clone())]:
    print(f"{name:<18}requires_grad={t.requires_grad} is_leaf={t.is_leaf} grad_fn={t.grad_fn.name() if t.grad_fn else None}")

print()
print("===== 高阶导数: y=x^3 =====")
x = torch.tensor([2.0], requires_grad=True)
y = x ** 3
first, = torch.autograd.grad(y, x, create_graph=True)
second, = torch.autograd.grad(first, x, create_graph=True)
third, = torch.autograd.grad(second, x)
print(f"y={y.item()} y'=3x^2={first.item()} y''=6x={second.item()} y'''={third.item()}")

print()
print("===== 牛顿法和Hessian矩阵: f(a,b)=e^(a+3b-0.1)+e^(a-3b-0.1)+e^(-a-0.1) =====")


def f(v):
    a, b = v.unbind()
    return torch.exp(a + 3 * b - 0.1) + torch.exp(a - 3 * b - 0.1) + torch.exp(-a - 0.1)


v = torch.tensor([-1.0, 1.0], dtype=torch.float64, requires_grad=True)
for step in range(6):
    # 梯度也要求导, 所以create_graph=True; Hessian矩阵的每一行是梯度的一个分量的梯度
    value = f(v)
    gradient, = torch.autograd.grad(value, v, create_graph=True)
    row0, = torch.autograd.grad(gradient[0], v, retain_graph=True)
    row1, = torch.autograd.grad(gradient[1], v)
    hessian = torch.stack([row0, row1])
    size = gradient.detach().norm().item()
    print(f"Step {step}, a={v[0].item():.6f}, b={v[1].item():.6f}, f={value.item():.6f}, |gradient|={size:.6f}")
    v = (v.detach() - torch.linalg.solve(hessian, gradient.detach())).requires_grad_()
print("Hessian矩阵的特征值都大于0, 所以那里是最小值:", torch.linalg.eigvalsh(hessian))

print()
print("===== Rosenbrock函数: f(a,b)=(1-a)^2+100(b-a^2)^2, 带动量的梯度下降 =====")
p = torch.tensor([-1.5, 2.0], dtype=torch.float64, requires_grad=True)
velocity = torch.zeros(2, dtype=torch.float64)
for step in range(2001):
    loss = (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2
    loss.backward()
    if step % 250 == 0:
        print(f"Step {step}, a={p[0].item():.6f}, b={p[1].item():.6f}, f={loss.item():.6f}")
    with torch.no_grad():
        velocity = 0.9 * velocity - 0.0005 * p.grad
        p += velocity
    p.grad.zero_()

print()
print("===== z=y^2-x^2的计算图 =====")
x = torch.tensor([2.0], requires_grad=True)
y = torch.tensor([3.0], requires_grad=True)
z = y ** 2 - x ** 2


def show(node, branch="", indent=""):
    leaf = f" {list(node.variable.shape)}" if hasattr(node, "variable") else ""
    print(branch + type(node).__name__ + leaf)
    children = [child for child, _ in node.next_functions if child]
    for i, child in enumerate(children):
        last = i == len(children) - 1
        show(child, indent + ("└─ " if last else "├─ "), indent + ("   " if last else "│  "))


show(z.grad_fn)
print("z.grad_fn:", type(z.grad_fn).__name__)

print()
print("===== 自己写梯度的函数: e^x和取整 =====")


# 保存结果而不是输入: e^x的导数就是结果
class Exponential(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        result = input.exp()
        ctx.save_for_backward(result)
        return result

    @staticmethod
    def backward(ctx, grad_outputs):
        return grad_outputs * ctx.saved_tensors[0]


class StraightRound(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        return input.round()

    @staticmethod
    def backward(ctx, grad_outputs):
        return grad_outputs


x = torch.tensor([0.0, 1.0, 2.0], dtype=torch.float64, requires_grad=True)
y = Exponential.apply(x)
print(y)
first, = torch.autograd.grad(y.sum(), x, create_graph=True)
second, = torch.autograd.grad(first.sum(), x)
print("e^x的一阶导数是它自己:", first.detach())
print("二阶导数也是, 因为Backward也会被记录:", second)
right, right_twice = gradcheck(Exponential.apply, x), gradgradcheck(Exponential.apply, x)
print(f"gradcheck={right} gradgradcheck={right_twice}")

# 取整的导数处处是0, 学不到东西; 量化时让梯度直接穿过去
weights = torch.tensor([0.3, 0.8, 1.6], dtype=torch.float64, requires_grad=True)
rounded = StraightRound.apply(weights)
print("取整:", rounded.detach())
print("round()的梯度:      ", torch.autograd.grad(weights.round().sum(), weights)[0])
print("StraightRound的梯度:", torch.autograd.grad(rounded.sum(), weights)[0])
try:
    gradcheck(StraightRound.apply, weights)
except GradcheckError as error:
    print("这不是真的导数, gradcheck看得出来:", str(error).splitlines()[0])

print()
print("===== 钩子: 看见梯度, 改掉梯度 =====")
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * x
y.register_hook(lambda grad: print("经过y的梯度:", grad))
clipping = x.register_hook(lambda grad: grad.clamp(max=10))
(y * 3).sum().backward(retain_graph=True)
print("x的梯度不超过10:", x.grad)
clipping.remove()
x.grad = None
(y * 3).sum().backward()
print("去掉钩子以后:   ", x.grad)

print()
print("===== 检查点: 中间结果不留着, 反向传播时再算一遍 =====")
runs = 0


def wave(t):
    global runs
    runs += 1
    return (t.sin() * t).exp()


x = torch.tensor([0.5, 1.0], requires_grad=True)
wave(x).sum().backward()
expected, before = x.grad, runs
x.grad = None
y = checkpoint(wave, x, use_reentrant=True)
print(f"向前算了{runs - before}遍")
y.sum().backward()
print(f"反向传播以后一共{runs - before}遍, 梯度一样: {torch.equal(x.grad, expected)}")
