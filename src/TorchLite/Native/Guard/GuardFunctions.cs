using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>What <see cref="CppGuard"/> needs of the system's libraries.</summary>
internal sealed unsafe partial class GuardFunctions
{
    private GuardFunctions(nint cxx, nint gcc, nint c)
    {
        Personality = NativeLibrary.GetExport(cxx, "__gxx_personality_v0");
        ExceptionType = NativeLibrary.GetExport(cxx, CppSymbols.StandardException);
        BeginCatch = NativeLibrary.GetExport(cxx, "__cxa_begin_catch");
        EndCatch = NativeLibrary.GetExport(cxx, "__cxa_end_catch");
        RegisterFrame = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(gcc, "__register_frame");
        CopyText = NativeLibrary.GetExport(c, "strdup");
        Free = NativeLibrary.GetExport(c, "free");
        ThreadAddress = NativeLibrary.GetExport(c, "__tls_get_addr");
    }

    internal nint Personality { get; }

    internal nint ExceptionType { get; }

    internal nint BeginCatch { get; }

    internal nint EndCatch { get; }

    internal nint CopyText { get; }

    internal nint Free { get; }

    /// <summary>Where a <see cref="ThreadSlot"/> is for the thread that asks.</summary>
    internal nint ThreadAddress { get; }

    internal delegate* unmanaged<nint, void> RegisterFrame { get; }

    /// <summary>All of them; null where one is missing, and on other systems than Linux x64.</summary>
    internal static GuardFunctions? Find()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return null;
        }

        try
        {
            return new(NativeLibrary.Load("libstdc++.so.6"), NativeLibrary.Load("libgcc_s.so.1"), NativeLibrary.Load("libc.so.6"));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>The first variable of a library's threads.</summary>
    internal static bool TryFindSlot(nint library, out ThreadSlot slot)
    {
        const int ModuleOf = 9; // RTLD_DI_TLS_MODID
        nuint module = 0;
        var isFound = DlInfo(library, ModuleOf, &module) == 0 && module != 0;
        slot = new(module, 0);
        return isFound;
    }

    [LibraryImport("libdl.so.2", EntryPoint = "dlinfo")]
    private static partial int DlInfo(nint library, int request, void* answer);
}
