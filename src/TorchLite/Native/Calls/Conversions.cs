namespace TorchLite.Native;

/// <summary>TorchLite's types as LibTorchSharp takes them.</summary>
internal static class Conversions
{
    /// <summary>The dtype's number; beside it goes a flag that says whether there is one.</summary>
    internal static sbyte OrNone(this DType? dtype) => dtype?.Code ?? 0;

    /// <summary>libtorch's numbers for the kind of device and for which of them; -1: the current one.</summary>
    internal static (int Type, int Index) ToNumbers(this Device device)
    {
        if (device.Type == "cuda" && !Torch.Cuda.IsAvailable())
        {
            throw new TorchException(
                NativeLoader.Loaded is { HasCuda: true } ? "No CUDA GPUs are available" : "Torch not compiled with CUDA enabled");
        }

        return (device.Code, device.Index ?? -1);
    }

    /// <summary>What libtorch calls the mode.</summary>
    internal static string ToText(this RoundingMode mode) => mode switch
    {
        RoundingMode.Trunc => "trunc",
        RoundingMode.Floor => "floor",
        _ => mode.ToString(),
    };
}
