#:package TorchLite-cpu@TORCHLITE_VERSION
#:property UseCurrentRuntimeIdentifier=true

// dotnet run TorchLiteScript.cs
var x = Torch.Tensor([[1.0, 2.0], [3.0, 4.0]], requiresGrad: true);
var y = (x * x).Sum();
y.Backward();
Console.WriteLine(y);
Console.WriteLine(x.Grad);
