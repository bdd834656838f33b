import torch

# 创建一个张量,并设置requires_grad=True
x = torch.tensor([2.0], requires_grad=True)

# 定义一个函数y=x^2+2x+1
y = x ** 2 + 2 * x + 1

# 对y进行求导
y.backward()

# 打印x的梯度
print(x.grad)
print("教程说y对x的导数是4,其实是2x+2 =", x.grad.item())

# 创建一个张量,并设置requires_grad=True
x = torch.tensor([2.0], requires_grad=True)
y = torch.tensor([3.0], requires_grad=True)

# 定义一个函数z=y^2 - x^2
z = y ** 2 - x ** 2

# 对y进行求导
z.backward()

# 打印x的梯度
print(z)
print(y.grad)
print(x.grad)
print('x.requires_grad=', x.requires_grad, 'y.requires_grad=', y.requires_grad, 'z.requires_grad=', z.requires_grad)
