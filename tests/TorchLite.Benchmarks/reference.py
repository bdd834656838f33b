"""The same operations in PyTorch. QuickTable appends measure([[name, statement], ...]) and pipes all of it into a Python."""
import timeit

import torch

torch.set_num_threads(1)

x = torch.tensor([1.0, 2.0, 3.0, 4.0])
y = torch.tensor([5.0, 6.0, 7.0, 8.0])
z = torch.zeros(4)
one = torch.ones(4)
m = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
mask = torch.tensor([True, False, True, False])
list = torch.tensor([0, 2])
number = torch.tensor(2.5)
big = torch.rand(10_000_000)
square = torch.rand(1000, 1000)

rate = 0.01
inputs = torch.tensor([[1, 2, 3], [4, 5, 6]], dtype=torch.float64)
targets = torch.tensor([[3], [7]], dtype=torch.float64)
weight = torch.zeros([3, 1], dtype=torch.float64)
bias = torch.zeros([1, 1], dtype=torch.float64)
learned_weight = torch.zeros([3, 1], dtype=torch.float64, requires_grad=True)
learned_bias = torch.zeros([1, 1], dtype=torch.float64, requires_grad=True)


def difference():
    x = torch.tensor([2.0], requires_grad=True)
    y = torch.tensor([3.0], requires_grad=True)
    z = y**2 - x**2
    z.backward()
    return x.grad


def polynomial():
    x = torch.tensor([2.0], requires_grad=True)
    y = x**2 + 2 * x + 1
    y.backward()
    return x.grad


def epoch():
    global weight, bias
    predicted = torch.matmul(inputs, weight) + bias
    loss = torch.mean((targets - predicted) ** 2)
    weight_gradient = torch.matmul(inputs.T, predicted - targets) / inputs.shape[0]
    bias_gradient = torch.mean(predicted - targets, dim=0, keepdim=True).T
    weight -= rate * weight_gradient
    bias -= rate * bias_gradient
    return loss


def epoch_with_autograd():
    global learned_weight, learned_bias
    predicted = torch.matmul(inputs, learned_weight) + learned_bias
    loss = torch.mean((targets - predicted) ** 2)
    (loss / 2).backward()
    with torch.no_grad():
        learned_weight -= rate * learned_weight.grad
        learned_bias -= rate * learned_bias.grad
    learned_weight.grad.zero_()
    learned_bias.grad.zero_()


start = torch.tensor([0.1, 0.2, 0.3, 0.4], requires_grad=True)
factor = torch.tensor([1.1, 0.9, 1.2, 0.8], requires_grad=True)


class Swish(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x.sigmoid()

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        sigmoid = x.sigmoid()
        return grad * (sigmoid * (1 + x * (1 - sigmoid)))


def chain():
    y = start * factor
    for i in range(1, 100):
        y = y * factor if i % 4 == 0 else y + start if i % 4 == 1 else y.sin() if i % 4 == 2 else y - factor
    return y


def numbers():
    y = start * factor
    for i in range(1, 100):
        y = y * 0.9 if i % 4 == 0 else y + 1 if i % 4 == 1 else y.sin() if i % 4 == 2 else y / 2
    return y


def swishes(function=lambda x: x * x.sigmoid()):
    y = start
    for _ in range(20):
        y = function(y)
    return y


def own_swishes():
    return swishes(Swish.apply)


def both_of(function):
    function().backward(one)


chained = chain()


def back():
    chained.backward(one, retain_graph=True)


def measure(statements):
    for name, statement in statements:
        timer = timeit.Timer(statement, globals=globals())
        timer.timeit(3)
        once = timer.timeit(10) / 10
        calls = max(1, int(0.003 / once))
        # The best: what else runs on the machine then counts in Python's favour, not against it.
        times = [timer.timeit(calls) / calls * 1e9 for _ in range(15)]
        print("measured", name, min(times), sep="\t")
