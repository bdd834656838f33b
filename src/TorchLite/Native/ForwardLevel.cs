namespace TorchLite.Native;

/// <summary>libtorch's levels of forward derivatives, through C++ functions that it exports on Linux.</summary>
internal static unsafe class ForwardLevel
{
    private static readonly nint EnterFunction = CppSymbol.Function("_ZN5torch8autograd10forward_ad16enter_dual_levelEv");
    private static readonly nint ExitFunction = CppSymbol.Function("_ZN5torch8autograd10forward_ad15exit_dual_levelEm");

    /// <summary>Opens a level. None may be open.</summary>
    internal static long Enter()
    {
        if (EnterFunction == 0 || ExitFunction == 0)
        {
            throw new TorchNotImplementedException(
                "forward derivatives need libtorch's C++ functions of Linux x64, which are not here");
        }

        var level = ((delegate* unmanaged<long>)EnterFunction)();
        CppGuard.Check();
        return level;
    }

    /// <summary>Closes the level that is open.</summary>
    internal static void Exit(long level)
    {
        ((delegate* unmanaged<long, void>)ExitFunction)(level);
        CppGuard.Check();
    }
}
