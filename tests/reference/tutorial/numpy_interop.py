import numpy as np
import torch

# Torch Tensors和Numpy array 共享底层的内存空间,当改变其中的一个值,另外一个值也随之被改变
a = torch.ones(5)  # 5个1
print(a)

b = a.numpy()  # 将tensor 转 numpy array
print(b)

a.add_(1)  # 改变a的值

print(a)
print(b)


a = np.ones(5)
print(a)

b = torch.from_numpy(a)  # 将numpy array 转tensor
print(b)

b.add_(1)

print(b)
print(a)
