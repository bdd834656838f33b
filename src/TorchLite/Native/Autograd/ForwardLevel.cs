namespace TorchLite.Native;

/// <summary>libtorch's levels of forward derivatives, through C++ functions that it exports.</summary>
internal static unsafe class ForwardLevel
{
    private static readonly nint EnterFunction = CppSymbols.EnterDualLevel.Function;
    private static readonly nint ExitFunction = CppSymbols.ExitDualLevel.Function;

    /// <summary>Opens a level. None may be open.</summary>
    internal static long Enter()
    {
        if (EnterFunction == 0 || ExitFunction == 0)
        {
            throw new TorchNotImplementedException(
                $"forward derivatives need C++ functions of libtorch's that are not known, or not there, on {LoadFailure.Platform}");
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
