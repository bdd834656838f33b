using TorchLite;


// 损失函数
static Tensor MeanSquaredError(Tensor yTrue, Tensor yPred) => Torch.Mean((yTrue - yPred).Pow(2));


// 训练过程
static double[] Train(LinearModel model, Tensor xTrain, Tensor yTrain, double learningRate, int numEpochs)
{
    var losses = new double[numEpochs];
    for (var epoch = 0; epoch < numEpochs; epoch++)
    {
        // 正向传播
        var yPred = model.Forward(xTrain);

        // 计算损失
        var loss = MeanSquaredError(yTrain, yPred);
        losses[epoch] = loss.Item<double>();

        // 反向传播(梯度下降法更新参数)
        var dW = Torch.Matmul(xTrain.T, yPred - yTrain) / xTrain.Shape[0];  // 权重梯度
        var db = Torch.Mean(yPred - yTrain, dim: 0, keepdim: true).T;  // 偏置梯度

        model.W -= learningRate * dW;
        model.B -= learningRate * db;

        if (epoch % 10 == 0)
        {
            Console.WriteLine($"Epoch {epoch}, Loss: {loss.Item()}");
        }
    }

    return losses;
}


// 训练过程, 梯度由autograd计算
static void TrainWithAutograd(LinearModel model, Tensor xTrain, Tensor yTrain, double learningRate, int numEpochs)
{
    model.W.RequiresGrad_();
    model.B.RequiresGrad_();
    for (var epoch = 0; epoch < numEpochs; epoch++)
    {
        var yPred = model.Forward(xTrain);
        var loss = MeanSquaredError(yTrain, yPred);

        // 教程手写的梯度是均方差梯度的一半, 所以这里对均方差的一半求导
        (loss / 2).Backward();

        using (Torch.NoGrad())
        {
            model.W -= learningRate * model.W.Grad!;
            model.B -= learningRate * model.B.Grad!;
        }
        model.W.Grad!.Zero_();
        model.B.Grad!.Zero_();

        if (epoch % 10 == 0)
        {
            Console.WriteLine($"Epoch {epoch}, Loss: {loss.Item()}");
        }
    }
}


var xTrain = Torch.Tensor([[1, 2, 3], [4, 5, 6]], dtype: DType.Float64);
var yTrain = Torch.Tensor([[3], [7]], dtype: DType.Float64);

Torch.ManualSeed(0);
var model = new LinearModel(inputSize: 3, outputSize: 1);
var losses = Train(model, xTrain, yTrain, learningRate: 0.01, numEpochs: 100);

Torch.ManualSeed(0);
model = new LinearModel(inputSize: 3, outputSize: 1);
TrainWithAutograd(model, xTrain, yTrain, learningRate: 0.01, numEpochs: 100);

// 图片不在教程里: dotnet run --project examples/LinearRegression -- loss.png
if (args is [var file])
{
    var chart = Chart.Line(Torch.FromArray(losses).Log10());
    chart.Title = "linear regression";
    chart.XLabel = "epoch";
    chart.YLabel = "log10 of the mean squared error";
    chart.Save(file);
    Console.WriteLine($"图: {Path.GetFullPath(file)}");
}


// 模型定义 (C#的类写在程序语句之后; W和B是字段, 所以 -= 和Python一样原地修改)
internal sealed class LinearModel(long inputSize, long outputSize)
{
    public Tensor W = Torch.Randn([inputSize, outputSize], dtype: DType.Float64);  // 随机初始化权重
    public Tensor B = Torch.Zeros([outputSize, 1], dtype: DType.Float64);  // 初始化偏置

    public Tensor Forward(Tensor x) => Torch.Matmul(x, W) + B;
}
