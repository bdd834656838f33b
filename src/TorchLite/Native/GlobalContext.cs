using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// The settings of the whole process, in libtorch's at::Context: C++ functions, by the names that GCC and Clang give them. Windows'
/// libtorch has other names.
/// </summary>
internal static unsafe class GlobalContext
{
    private static readonly Lazy<nint> Context = new(static () => ((delegate* unmanaged<nint>)Function("_ZN2at13globalContextEv"))());

    internal static bool IsDeterministic => Is("_ZNK2at7Context23deterministicAlgorithmsEv");

    internal static bool IsDeterministicWarnOnly => Is("_ZNK2at7Context31deterministicAlgorithmsWarnOnlyEv");

    internal static bool WarnAlways
    {
        get => ((delegate* unmanaged<byte>)Function("_ZN3c1012WarningUtils14get_warnAlwaysEv"))() != 0;
        set => ((delegate* unmanaged<byte, void>)Function("_ZN3c1012WarningUtils14set_warnAlwaysEb"))(value ? (byte)1 : (byte)0);
    }

    internal static Float32MatmulPrecision MatmulPrecision
    {
        get => (Float32MatmulPrecision)((delegate* unmanaged<nint, int>)Function("_ZNK2at7Context22float32MatmulPrecisionEv"))(
            Context.Value);
        set => SetMatmulPrecision(value.ToString().ToLowerInvariant());
    }

    internal static void SetDeterministic(bool mode, bool warnOnly)
    {
        ((delegate* unmanaged<nint, byte, byte, void>)Function("_ZN2at7Context26setDeterministicAlgorithmsEbb"))(
            Context.Value, mode ? (byte)1 : (byte)0, warnOnly ? (byte)1 : (byte)0);
        CppGuard.Check();
    }

    internal static bool SetFlushDenormal(bool mode) =>
        ((delegate* unmanaged<byte, byte>)Function("_ZN2at7Context16setFlushDenormalEb"))(mode ? (byte)1 : (byte)0) != 0;

    private static void SetMatmulPrecision(string word)
    {
        // const std::string&, of libstdc++: where the letters are, how many, and room for fifteen of them.
        var function = Function("_ZN2at7Context25setFloat32MatmulPrecisionERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE");
        var text = stackalloc nint[4];
        text[0] = (nint)(text + 2);
        text[1] = System.Text.Encoding.UTF8.GetBytes(word, new Span<byte>(text + 2, 15));
        ((delegate* unmanaged<nint, nint*, void>)function)(Context.Value, text);
        CppGuard.Check();
    }

    private static bool Is(string symbol) => ((delegate* unmanaged<nint, byte>)Function(symbol))(Context.Value) != 0;

    private static nint Function(string symbol)
    {
        NativeLoader.EnsureLoaded();
        return NativeLibrary.TryGetExport(NativeLoader.LibTorchCpu, symbol, out var address)
            ? CppGuard.Protect(address)
            : throw new TorchNotImplementedException($"this system's libtorch does not export {symbol}");
    }
}
