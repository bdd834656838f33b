// The names by which the rest of TorchLite knows TorchSharp.
global using Raw = TorchSharp.torch.Tensor;
global using Ts = TorchSharp.torch;
