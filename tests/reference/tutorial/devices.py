import torch

torch.manual_seed(0)

# 判断服务器上已经安装了cuda和GPU
if torch.cuda.is_available():
    # 将设备指定为GPU
    device = torch.device("cuda")
else:
    print("没有可用的CUDA,在CPU上计算")
    device = torch.device("cpu")

# 直接在GPU创建张量y,在CPU上创建张量X
x = torch.randn(1)
y = torch.ones_like(x, device=device)
# 将X转移到GPU上
x = x.to(device)
z = x.add(y)  # 此时和的结果z在GPU上
print(z)
print(z.to("cpu"), torch.double)
