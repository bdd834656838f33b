global using TorchLite.Errors;
global using TorchLite.Lifetime;
global using TorchLite.Native;
global using TorchLite.Native.Loading;
global using TorchLite.Interop;
global using static TorchLite.Guard;
