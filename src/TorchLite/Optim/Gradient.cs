namespace TorchLite.Optim;

/// <summary>A parameter with its gradient.</summary>
internal readonly record struct Gradient(Tensor Parameter, Tensor Grad);
