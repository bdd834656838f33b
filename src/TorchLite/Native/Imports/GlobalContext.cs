namespace TorchLite.Native;

/// <summary>The settings of the whole process, most of them in libtorch's at::Context: C++ functions, there on all systems.</summary>
internal static unsafe class GlobalContext
{
    private static readonly Lazy<nint> Context = new(static () => ((delegate* unmanaged<nint>)Function(CppSymbols.GlobalContext))());

    internal static bool IsDeterministic => Is(CppSymbols.IsDeterministic);

    internal static bool IsDeterministicWarnOnly => Is(CppSymbols.IsDeterministicWarnOnly);

    internal static bool WarnAlways
    {
        get => ((delegate* unmanaged<byte>)Function(CppSymbols.GetWarnAlways))() != 0;
        set => ((delegate* unmanaged<byte, void>)Function(CppSymbols.SetWarnAlways))(value ? (byte)1 : (byte)0);
    }

    internal static Float32MatmulPrecision MatmulPrecision
    {
        get => (Float32MatmulPrecision)((delegate* unmanaged<nint, int>)Function(CppSymbols.MatmulPrecision))(Context.Value);
        set
        {
            CppString word;
            CppString.Write(&word, value.ToString().ToLowerInvariant());
            ((delegate* unmanaged<nint, CppString*, void>)Function(CppSymbols.SetMatmulPrecision))(Context.Value, &word);
            CppGuard.Check();
        }
    }

    internal static void SetDeterministic(bool mode, bool warnOnly)
    {
        ((delegate* unmanaged<nint, byte, byte, void>)Function(CppSymbols.SetDeterministic))(
            Context.Value, mode ? (byte)1 : (byte)0, warnOnly ? (byte)1 : (byte)0);
        CppGuard.Check();
    }

    internal static bool SetFlushDenormal(bool mode) =>
        ((delegate* unmanaged<byte, byte>)Function(CppSymbols.SetFlushDenormal))(mode ? (byte)1 : (byte)0) != 0;

    internal static void SetDefaultDType(DType dtype)
    {
        ((delegate* unmanaged<ushort, void>)Function(CppSymbols.SetDefaultDType))((ushort)dtype.Code);
        CppGuard.Check();
    }

    private static bool Is(CppSymbol symbol) => ((delegate* unmanaged<nint, byte>)Function(symbol))(Context.Value) != 0;

    private static nint Function(CppSymbol symbol) => symbol.Required("this setting");
}
