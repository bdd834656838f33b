using TorchLite;

Torch.ManualSeed(0);

// 创建一个四维张量表示用户-品牌-时间-购买行为
var tensor = Torch.Randn(10, 5, 20, 2);

// 求购买行为的总和
var buySum = tensor[.., .., .., 1].Sum();
Console.WriteLine($"购买行为总和: {buySum}");

// 求用户-品牌的交叉统计
var userBrandCount = tensor.Sum(dim: 2);
Console.WriteLine($"用户-品牌交叉统计:\n {userBrandCount}");

// 对时间进行降维,求平均值
var timeMean = tensor.Mean(dim: 2);
Console.WriteLine($"时间降维后的平均值:\n {timeMean}");

// 对用户-品牌进行矩阵运算
var userBrandTensor = tensor[.., .., 0, ..];
var userTensor = userBrandTensor.Sum(dim: 1);
var brandTensor = userBrandTensor.Sum(dim: 0);
Tensor userBrandMatrix;
// (教程写的是 user_tensor.T 和 brand_tensor, 即2x10和5x2, 不能相乘)
try
{
    userBrandMatrix = Torch.Matmul(userTensor.T, brandTensor);
}
catch (TorchException error)
{
    Console.WriteLine($"RuntimeError: {error.Message}");
}
userBrandMatrix = Torch.Matmul(userTensor, brandTensor.T);
Console.WriteLine($"用户-品牌矩阵:\n {userBrandMatrix}");

// 图片不在教程里: dotnet run --project examples/Ecommerce -- heatmap.png
if (args is [var file])
{
    var heatmap = Chart.Heatmap(userBrandMatrix);
    heatmap.Title = "user x brand";
    heatmap.XLabel = "brand";
    heatmap.YLabel = "user";
    heatmap.Save(file);
    Console.WriteLine($"图: {Path.GetFullPath(file)}");
}
