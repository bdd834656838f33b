global using TorchLite.Errors;
global using TorchLite.Lifetime;
global using TorchLite.Native;
