// Runs the sections of the tutorial, each of which is a program of its own beside this one.
//   dotnet run --project examples/Tutorial                  all of them
//   dotnet run --project examples/Tutorial -- autograd      one, or several, by name
//   dotnet run --project examples/Tutorial -- list          the names
using System.Reflection;

(string Name, string Title)[] sections =
[
    ("TensorCreation", "2.1 张量创建"),
    ("TensorOperations", "2.2 张量的操作"),
    ("NumpyInterop", "2.2 张量和Numpy array共享内存"),
    ("Devices", "2.2 张量所在的设备"),
    ("Ecommerce", "2.3 张量的实际意义"),
    ("Broadcasting", "2.3 广播机制"),
    ("Autograd", "3 自动求导和梯度"),
    ("LinearRegression", "4 线性回归模型"),
];

// 不在教程里的例子, 只在指名时运行 (examples beyond the tutorial, which run only when they are named)
(string Name, string Title)[] examples =
[
    ("Regression", "多项式回归 polynomials"),
    ("Digits", "手写数字识别 handwritten digits"),
    ("Vae", "变分自编码器 a variational autoencoder"),
    ("Gan", "生成对抗网络 a generative adversarial network"),
    ("SuperResolution", "超分辨率 super-resolution"),
    ("Siamese", "孪生网络 a siamese network"),
    ("TransferLearning", "迁移学习 transfer learning"),
    ("TimeSeries", "用LSTM预测时间序列 forecasts by an LSTM"),
    ("TextClassification", "文本分类 which play a speech is from"),
    ("CharGpt", "一个小的GPT a small GPT"),
    ("GraphConvolution", "图卷积 graph convolutions"),
    ("ReinforcementLearning", "强化学习 reinforcement learning"),
];
(string Name, string Title)[] known = [.. sections, .. examples];

if (args is ["list"])
{
    foreach (var (name, title) in known)
    {
        Console.WriteLine($"{name,-24}{title}");
    }

    return 0;
}

var chosen = new List<(string Name, string Title)>();
foreach (var arg in args)
{
    if (!known.Any(section => IsSame(section.Name, arg)))
    {
        var names = string.Join(", ", known.Select(section => section.Name));
        Console.Error.WriteLine($"There is no section '{arg}'. The sections are: {names}.");
        return 2;
    }

    chosen.Add(known.First(section => IsSame(section.Name, arg)));
}

if (args.Length == 0)
{
    chosen.AddRange(sections);
}

for (var i = 0; i < chosen.Count; i++)
{
    // One section alone prints what its Python twin prints, and nothing else.
    if (chosen.Count > 1)
    {
        Console.WriteLine($"{(i == 0 ? "" : Environment.NewLine)}===== {chosen[i].Name}: {chosen[i].Title} =====");
    }

    Assembly.Load(chosen[i].Name).EntryPoint!.Invoke(
        null, BindingFlags.DoNotWrapExceptions, binder: null, parameters: [Array.Empty<string>()], culture: null);
}

return 0;

// autograd, linear_regression and linear-regression are as good as Autograd and LinearRegression.
static bool IsSame(string name, string asked) =>
    string.Equals(asked.Replace("_", "").Replace("-", ""), name, StringComparison.OrdinalIgnoreCase);
