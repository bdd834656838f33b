namespace TorchLite.Native;

/// <summary>What libtorch's profiler tells of one event; times in nanoseconds.</summary>
internal sealed record KinetoEvent(
    string Name, long Start, long End, ulong Thread, ulong EndThread, ulong ForwardThread, long Id, long LinkedId, long Sequence,
    byte Scope, sbyte DeviceType, int DeviceIndex, bool IsAsync, long Bytes, long Flops, byte Activity, long[][] Shapes);
