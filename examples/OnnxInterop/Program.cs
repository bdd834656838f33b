using Microsoft.ML.OnnxRuntime;
using TorchLite;

// ONNX格式的模型由Microsoft.ML.OnnxRuntime运行; 张量和OrtValue共享内存, 不复制
// Models in ONNX's format are run by Microsoft.ML.OnnxRuntime; tensors and OrtValues share their memory, nothing is copied
using var session = new InferenceSession(Path.Combine(AppContext.BaseDirectory, "model.onnx"));
using var options = new RunOptions();

// 张量变成OrtValue: 它写着张量的内存
// A tensor becomes an OrtValue on the tensor's memory
var x = Torch.Tensor([[1.0, 2.0], [3.0, -4.0]]);
using var input = AsOrtValue(x);
var result = session.Run(options, ["x"], [input], ["y"])[0];

// OrtValue变成张量: 张量放掉时, OrtValue也放掉
// An OrtValue becomes a tensor, which gives it back when it goes
var y = AsTensor(result);
Console.WriteLine(y);

// 张量的值变了, OrtValue的也变了
// What the tensor gets, the OrtValue has
x.Fill_(1.0);
Console.WriteLine(string.Join(" ", input.GetTensorDataAsSpan<float>().ToArray()));

// 结果也可以直接写进一个已有的张量
// A result can be written into a tensor that is there already
var z = Torch.Empty(2, 3);
using (var output = AsOrtValue(z))
{
    session.Run(options, ["x"], [input], ["y"], [output]);
}

Console.WriteLine(z);

// PyTorch接着算
// PyTorch goes on from there
Console.WriteLine(z.Softmax(1).Sum(1));
Console.WriteLine(y.DataPtr() == Address(result));

// 内存连续的float32张量; OrtValue放掉之前, 内存一直在
// For contiguous tensors of float32; the memory stays until the OrtValue is disposed of
static OrtValue AsOrtValue(Tensor tensor) =>
    OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, tensor.AsMemory<float>(), [.. tensor.Shape]);

static Tensor AsTensor(OrtValue value) => Torch.FromPointer(
    Address(value), new Shape(value.GetTensorTypeAndShape().Shape), DType.Float32, release: _ => value.Dispose());

static unsafe nint Address(OrtValue value)
{
    fixed (byte* first = value.GetTensorMutableRawData())
    {
        return (nint)first;
    }
}
