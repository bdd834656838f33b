using TorchSharp;

namespace TorchLite.Native;

/// <summary>TorchLite's types as TorchSharp has them.</summary>
internal static class Conversions
{
    internal static Ts.ScalarType ToNative(this DType dtype) => (Ts.ScalarType)dtype.Code;

    internal static Ts.ScalarType? ToNative(this DType? dtype) => dtype is { } given ? (Ts.ScalarType)given.Code : null;

    internal static Ts.Device ToNative(this Device device)
    {
        if (device.Type == "cuda" && !Torch.Cuda.IsAvailable())
        {
            throw new TorchException(NativeLoader.Loaded is { HasCuda: true } ? "No CUDA GPUs are available" : "Torch not compiled with CUDA enabled");
        }

        return new((DeviceType)device.Code, device.Index ?? -1);
    }

    internal static Ts.Device? ToNative(this Device? device) => device?.ToNative();

    internal static Ts.RoundingMode ToNative(this RoundingMode mode) => mode switch
    {
        RoundingMode.Trunc => Ts.RoundingMode.trunc,
        RoundingMode.Floor => Ts.RoundingMode.floor,
        _ => Ts.RoundingMode.None,
    };
}
