import torch

# 创建一个2x3的张量
x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x)

# 创建一个1x3的张量
y = torch.tensor([10, 20, 30])
print(y)

# 对x和y进行加法
z = x + y
print(z)
