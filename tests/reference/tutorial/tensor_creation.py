import torch

torch.manual_seed(0)

# 创建一个2x3的张量
x = torch.tensor([[1, 2, 3], [4, 5, 6]])

# 打印张量的形状和数据类型
print(x.shape)      # 输出: torch.Size([2, 3])
print(x.dtype)      # 输出: torch.int64

# 创建一个随机初始化的3x3浮点数张量
y = torch.rand(3, 3)
print(y)

# 创建一个随机初始化的3x3浮点数张量,符合正态分布
y = torch.randn(3, 3)
print(y)

# 创建一个全0的5x5张量
z = torch.zeros(5, 5)
print(z)

# 创建一个全1的4x4张量
w = torch.ones(4, 4)
print(w)

# 创建一个等差数列的张量
a = torch.linspace(0, 1, 5)
print(a)

# 创建一个随机整数的张量
b = torch.randint(low=0, high=10, size=(3, 3))
print(b)

x = x.new_ones(4, 3, dtype=torch.double)
# 创建一个新的全1矩阵tensor,返回的tensor默认具有相同的torch.dtype和torch.device
# 也可以像之前的写法 x = torch.ones(4, 3, dtype=torch.double)
print(x)
x = torch.randn_like(x, dtype=torch.float)
# 重置数据类型
print(x)
# 结果会有一样的size
# 获取它的维度信息
print(x.size())
print(x.shape)
