import torch

torch.manual_seed(0)

# 创建两个张量
a = torch.tensor([[1, 2, 3], [4, 5, 6]])
b = torch.tensor([[2, 3, 4], [5, 6, 7]])

# 加法方式1
c = a + b
print(c)

# 方式2
print(torch.add(a, b))

# 方式3 in-place,原值修改
a.add_(b)
print(a)

# 减法
d = b - a
print(d)

# 乘法
e = a * b
print(e)

# 除法
f = b / a
print(f)

# 矩阵乘法
g = torch.matmul(a, b.T)
print(g)

# 求和
h = a.sum()
print(h)

# 求平均值
# (教程写的是 b.mean(): 整数张量没有平均值, 要先转成浮点数)
try:
    i = b.mean()
except RuntimeError as error:
    print("RuntimeError:", str(error).splitlines()[0])
i = b.double().mean()
print(i)

# 求最大值
j = a.max()
print(j)

# 求最小值
k = b.min()
print(k)

# 如果x中只有一个元素,可以把x的数值取出来
# (教程里的x有12个元素)
x = torch.randn(4, 3)
try:
    print(type(x.item()))
except RuntimeError as error:
    print("RuntimeError:", str(error).splitlines()[0])
x = torch.randn(1)
print(type(x.item()))

# 怎么改变张量的形状
# (教程写的是 b.view(16) 和 a.view(-1, 8), 但是b和a只有6个元素)
try:
    a = b.view(16)
except RuntimeError as error:
    print("RuntimeError:", str(error).splitlines()[0])
try:
    c = a.view(-1, 8)
except RuntimeError as error:
    print("RuntimeError:", str(error).splitlines()[0])
a = b.view(6)
c = a.view(-1, 2)  # -1是指这一维的维数由其他维度决定
print(a.size(), b.size(), c.size())
