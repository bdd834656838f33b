import torch


# 模型定义
class LinearModel:
    def __init__(self, input_size, output_size):
        self.W = torch.randn(input_size, output_size, dtype=torch.float64)  # 随机初始化权重
        self.b = torch.zeros(output_size, 1, dtype=torch.float64)  # 初始化偏置

    def forward(self, x):
        return torch.matmul(x, self.W) + self.b


# 损失函数
def mean_squared_error(y_true, y_pred):
    return torch.mean((y_true - y_pred) ** 2)


# 训练过程
def train(model, x_train, y_train, learning_rate, num_epochs):
    for epoch in range(num_epochs):
        # 正向传播
        y_pred = model.forward(x_train)

        # 计算损失
        loss = mean_squared_error(y_train, y_pred)

        # 反向传播(梯度下降法更新参数)
        dW = torch.matmul(x_train.T, y_pred - y_train) / x_train.shape[0]  # 权重梯度
        db = torch.mean(y_pred - y_train, dim=0, keepdim=True).T  # 偏置梯度

        model.W -= learning_rate * dW
        model.b -= learning_rate * db

        if epoch % 10 == 0:
            print(f"Epoch {epoch}, Loss: {loss.item()}")


# 训练过程, 梯度由autograd计算
def train_with_autograd(model, x_train, y_train, learning_rate, num_epochs):
    model.W.requires_grad_()
    model.b.requires_grad_()
    for epoch in range(num_epochs):
        y_pred = model.forward(x_train)
        loss = mean_squared_error(y_train, y_pred)

        # 教程手写的梯度是均方差梯度的一半, 所以这里对均方差的一半求导
        (loss / 2).backward()

        with torch.no_grad():
            model.W -= learning_rate * model.W.grad
            model.b -= learning_rate * model.b.grad
        model.W.grad.zero_()
        model.b.grad.zero_()

        if epoch % 10 == 0:
            print(f"Epoch {epoch}, Loss: {loss.item()}")


if __name__ == '__main__':
    x_train = torch.tensor([[1, 2, 3], [4, 5, 6]], dtype=torch.float64)
    y_train = torch.tensor([[3], [7]], dtype=torch.float64)

    torch.manual_seed(0)
    model = LinearModel(input_size=3, output_size=1)
    train(model, x_train, y_train, learning_rate=0.01, num_epochs=100)

    torch.manual_seed(0)
    model = LinearModel(input_size=3, output_size=1)
    train_with_autograd(model, x_train, y_train, learning_rate=0.01, num_epochs=100)
