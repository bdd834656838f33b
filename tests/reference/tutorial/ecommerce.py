import torch

torch.manual_seed(0)

# 创建一个四维张量表示用户-品牌-时间-购买行为
tensor = torch.randn(10, 5, 20, 2)

# 求购买行为的总和
buy_sum = tensor[:, :, :, 1].sum()
print("购买行为总和:", buy_sum)

# 求用户-品牌的交叉统计
user_brand_count = tensor.sum(dim=2)
print("用户-品牌交叉统计:\n", user_brand_count)

# 对时间进行降维,求平均值
time_mean = tensor.mean(dim=2)
print("时间降维后的平均值:\n", time_mean)

# 对用户-品牌进行矩阵运算
user_brand_tensor = tensor[:, :, 0, :]
user_tensor = user_brand_tensor.sum(dim=1)
brand_tensor = user_brand_tensor.sum(dim=0)
# (教程写的是 user_tensor.T 和 brand_tensor, 即2x10和5x2, 不能相乘)
try:
    user_brand_matrix = torch.matmul(user_tensor.T, brand_tensor)
except RuntimeError as error:
    print("RuntimeError:", str(error).splitlines()[0])
user_brand_matrix = torch.matmul(user_tensor, brand_tensor.T)
print("用户-品牌矩阵:\n", user_brand_matrix)
