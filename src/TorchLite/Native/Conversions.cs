using TorchSharp;

namespace TorchLite.Native;

/// <summary>TorchLite's types as TorchSharp has them.</summary>
internal static class Conversions
{
    internal static Ts.ScalarType ToNative(this DType dtype) => (Ts.ScalarType)dtype.Code;

    internal static Ts.ScalarType? ToNative(this DType? dtype) => dtype is { } given ? (Ts.ScalarType)given.Code : null;

    /// <summary>The dtype's number; beside it goes a flag that says whether there is one.</summary>
    internal static sbyte OrNone(this DType? dtype) => dtype?.Code ?? 0;

    internal static Ts.Device ToNative(this Device device)
    {
        if (device.Type == "cuda" && !Torch.Cuda.IsAvailable())
        {
            throw new TorchException(
                NativeLoader.Loaded is { HasCuda: true } ? "No CUDA GPUs are available" : "Torch not compiled with CUDA enabled");
        }

        return new((DeviceType)device.Code, device.Index ?? -1);
    }

    internal static Ts.Device? ToNative(this Device? device) => device?.ToNative();

    /// <summary>What libtorch calls the mode; null where there is none.</summary>
    internal static string? ToText(this RoundingMode mode) => mode switch
    {
        RoundingMode.None => null,
        RoundingMode.Trunc => "trunc",
        RoundingMode.Floor => "floor",
        _ => mode.ToString(),
    };
}
