using TorchSharp;

namespace TorchLite.Native;

/// <summary>TorchLite's types as TorchSharp has them.</summary>
internal static class Conversions
{
    internal static Ts.ScalarType ToNative(this DType dtype) => (Ts.ScalarType)dtype.Code;

    internal static Ts.ScalarType? ToNative(this DType? dtype) => dtype is { } given ? (Ts.ScalarType)given.Code : null;

    internal static Ts.Device ToNative(this Device device) => new((DeviceType)device.Code, device.Index ?? -1);

    internal static Ts.Device? ToNative(this Device? device) => device?.ToNative();
}
