namespace TorchLite.Native;

/// <content>Mixed precision.</content>
internal static partial class CppSymbols
{
    /// <summary><c>bool at::autocast::is_autocast_enabled(c10::DeviceType)</c>.</summary>
    internal static readonly CppSymbol IsAutocastEnabled = new(
        "_ZN2at8autocast19is_autocast_enabledEN3c1010DeviceTypeE",
        "?is_autocast_enabled@autocast@at@@YA_NW4DeviceType@c10@@@Z",
        "_ZN2at8autocast19is_autocast_enabledEN3c1010DeviceTypeE");

    /// <summary><c>void at::autocast::set_autocast_enabled(c10::DeviceType, bool)</c>.</summary>
    internal static readonly CppSymbol SetAutocastEnabled = new(
        "_ZN2at8autocast20set_autocast_enabledEN3c1010DeviceTypeEb",
        "?set_autocast_enabled@autocast@at@@YAXW4DeviceType@c10@@_N@Z",
        "_ZN2at8autocast20set_autocast_enabledEN3c1010DeviceTypeEb");

    /// <summary><c>c10::ScalarType at::autocast::get_autocast_dtype(c10::DeviceType)</c>.</summary>
    internal static readonly CppSymbol GetAutocastDType = new(
        "_ZN2at8autocast18get_autocast_dtypeEN3c1010DeviceTypeE",
        "?get_autocast_dtype@autocast@at@@YA?AW4ScalarType@c10@@W4DeviceType@4@@Z",
        "_ZN2at8autocast18get_autocast_dtypeEN3c1010DeviceTypeE");

    /// <summary><c>void at::autocast::set_autocast_dtype(c10::DeviceType, c10::ScalarType)</c>.</summary>
    internal static readonly CppSymbol SetAutocastDType = new(
        "_ZN2at8autocast18set_autocast_dtypeEN3c1010DeviceTypeENS1_10ScalarTypeE",
        "?set_autocast_dtype@autocast@at@@YAXW4DeviceType@c10@@W4ScalarType@4@@Z",
        "_ZN2at8autocast18set_autocast_dtypeEN3c1010DeviceTypeENS1_10ScalarTypeE");

    /// <summary><c>bool at::autocast::is_autocast_cache_enabled()</c>.</summary>
    internal static readonly CppSymbol IsAutocastCacheEnabled = new(
        "_ZN2at8autocast25is_autocast_cache_enabledEv",
        "?is_autocast_cache_enabled@autocast@at@@YA_NXZ",
        "_ZN2at8autocast25is_autocast_cache_enabledEv");

    /// <summary><c>void at::autocast::set_autocast_cache_enabled(bool)</c>.</summary>
    internal static readonly CppSymbol SetAutocastCacheEnabled = new(
        "_ZN2at8autocast26set_autocast_cache_enabledEb",
        "?set_autocast_cache_enabled@autocast@at@@YAX_N@Z",
        "_ZN2at8autocast26set_autocast_cache_enabledEb");

    /// <summary><c>void at::autocast::clear_cache()</c>.</summary>
    internal static readonly CppSymbol ClearAutocastCache = new(
        "_ZN2at8autocast11clear_cacheEv",
        "?clear_cache@autocast@at@@YAXXZ",
        "_ZN2at8autocast11clear_cacheEv");

    /// <summary><c>int at::autocast::increment_nesting()</c>.</summary>
    internal static readonly CppSymbol EnterAutocast = new(
        "_ZN2at8autocast17increment_nestingEv",
        "?increment_nesting@autocast@at@@YAHXZ",
        "_ZN2at8autocast17increment_nestingEv");

    /// <summary><c>int at::autocast::decrement_nesting()</c>.</summary>
    internal static readonly CppSymbol ExitAutocast = new(
        "_ZN2at8autocast17decrement_nestingEv",
        "?decrement_nesting@autocast@at@@YAHXZ",
        "_ZN2at8autocast17decrement_nestingEv");

    /// <summary><c>bool torch::jit::setAutocastMode(bool)</c>.</summary>
    internal static readonly CppSymbol SetScriptAutocast = new(
        "_ZN5torch3jit15setAutocastModeEb",
        "?setAutocastMode@jit@torch@@YA_N_N@Z",
        "_ZN5torch3jit15setAutocastModeEb");

    private static IEnumerable<CppSymbol> Autocast =>
    [
        IsAutocastEnabled, SetAutocastEnabled, GetAutocastDType, SetAutocastDType, IsAutocastCacheEnabled, SetAutocastCacheEnabled,
        ClearAutocastCache, EnterAutocast, ExitAutocast, SetScriptAutocast,
    ];
}
