#:package TorchLite-cpu@VERSION
#:property UseCurrentRuntimeIdentifier=true

var x = Torch.Tensor([[1, 2, 3], [4, 5, 6]]);
Console.WriteLine(x[.., 1..] * 10);
