namespace TorchLite.Native;

/// <summary>libtorch's own state of mixed precision, a thread's; the dispatcher looks at it in each call.</summary>
internal static unsafe class AutocastState
{
    private const string What = "autocast";
    private static readonly Lazy<nint> IsEnabledFunction = new(static () => CppSymbols.IsAutocastEnabled.Required(What));
    private static readonly Lazy<nint> SetEnabledFunction = new(static () => CppSymbols.SetAutocastEnabled.Required(What));
    private static readonly Lazy<nint> GetDTypeFunction = new(static () => CppSymbols.GetAutocastDType.Required(What));
    private static readonly Lazy<nint> SetDTypeFunction = new(static () => CppSymbols.SetAutocastDType.Required(What));
    private static readonly Lazy<nint> IsCachedFunction = new(static () => CppSymbols.IsAutocastCacheEnabled.Required(What));
    private static readonly Lazy<nint> SetCachedFunction = new(static () => CppSymbols.SetAutocastCacheEnabled.Required(What));
    private static readonly Lazy<nint> ClearFunction = new(static () => CppSymbols.ClearAutocastCache.Required(What));
    private static readonly Lazy<nint> EnterFunction = new(static () => CppSymbols.EnterAutocast.Required(What));
    private static readonly Lazy<nint> ExitFunction = new(static () => CppSymbols.ExitAutocast.Required(What));

    // TorchScript's compiler has casts of its own, by other lists of operations, which it writes into a line that is first run in mixed
    // precision. Without them the operations of a line are cast as they are everywhere else.
    private static readonly Lazy<bool> OfScripts = new(
        static () => ((delegate* unmanaged<byte, byte>)CppSymbols.SetScriptAutocast.Required(What))(0) != 0);

    /// <summary>Whether it was ever on, on any thread.</summary>
    internal static bool IsUsed { get; private set; }

    /// <summary>Whether the casts of leaves are kept for their next use.</summary>
    internal static bool IsCached
    {
        get => ((delegate* unmanaged<byte>)IsCachedFunction.Value)() != 0;
        set => ((delegate* unmanaged<byte, void>)SetCachedFunction.Value)(value ? (byte)1 : (byte)0);
    }

    internal static bool IsEnabled(Device device)
    {
        CheckKnown(device);
        var enabled = ((delegate* unmanaged<sbyte, byte>)IsEnabledFunction.Value)((sbyte)device.Code) != 0;
        CppGuard.Check();
        return enabled;
    }

    internal static void SetEnabled(Device device, bool enabled)
    {
        CheckKnown(device);
        if (enabled)
        {
            IsUsed = true;
            _ = OfScripts.Value;
        }

        ((delegate* unmanaged<sbyte, byte, void>)SetEnabledFunction.Value)((sbyte)device.Code, enabled ? (byte)1 : (byte)0);
        CppGuard.Check();
    }

    /// <summary>The number of a dtype, which may be that of none.</summary>
    internal static sbyte CodeOf(Device device)
    {
        var code = ((delegate* unmanaged<sbyte, sbyte>)GetDTypeFunction.Value)((sbyte)device.Code);
        CppGuard.Check();
        return code;
    }

    internal static void SetDType(Device device, sbyte code)
    {
        ((delegate* unmanaged<sbyte, sbyte, void>)SetDTypeFunction.Value)((sbyte)device.Code, code);
        CppGuard.Check();
    }

    internal static void Clear()
    {
        ((delegate* unmanaged<void>)ClearFunction.Value)();
        CppGuard.Check();
    }

    internal static int Enter() => ((delegate* unmanaged<int>)EnterFunction.Value)();

    internal static int Exit() => ((delegate* unmanaged<int>)ExitFunction.Value)();

    // libtorch throws for others, which nothing catches without the guard.
    private static void CheckKnown(Device device)
    {
        if (!CppGuard.IsSupported && device.Type is not ("cpu" or "cuda" or "xla" or "mps" or "xpu" or "hpu" or "ipu" or "mtia" or "maia"))
        {
            throw new TorchException("unknown device type for autocast in get_autocast_dispatch_key_from_device_type");
        }
    }
}
