using System.Runtime.InteropServices;

namespace TorchLite.Native.Loading;

/// <summary>
/// Lets a process end while other threads compute. The C library's <c>exit()</c> runs the destructors of libtorch's static objects, under
/// the feet of whatever thread is inside libtorch then: a segmentation fault in place of the exit code. The process is about to go, its
/// memory with it, so those destructors are left out.
/// </summary>
/// <remarks>
/// What .NET does at the end is done before, the <see cref="AppDomain.ProcessExit"/> handlers of the program included. Left out with the
/// destructors is what other native libraries registered by <c>atexit</c>. On Windows the system ends the other threads first.
/// </remarks>
internal static unsafe partial class ProcessEnd
{
    private static volatile bool hasBegun;

    /// <summary>Arranges for it, before anything is loaded.</summary>
    internal static void Prepare()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            // As late as can be: what is registered last is called first, and libtorch registers destructors whenever a function of it is
            // used for the first time, most of them while it is loaded.
            AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
            {
                hasBegun = true;
                if (NativeLoader.IsLoadedOrWait())
                {
                    SkipDestructors();
                }
            };
        }
    }

    /// <summary>Says that libtorch was loaded; it may have been the program's last deed.</summary>
    internal static void Loaded()
    {
        if (hasBegun)
        {
            SkipDestructors();
        }
    }

    private static void SkipDestructors()
    {
        try
        {
            var c = NativeLibrary.GetMainProgramHandle();
            var leave = NativeLibrary.GetExport(c, "_exit");
            if (OperatingSystem.IsLinux())
            {
                // Called with the exit status first, which is just what _exit takes.
                _ = OnExit(leave, 0);
            }
            else
            {
                _ = AtExit(leave, Environment.ExitCode, 0);
            }

            // Called before that one: fflush(NULL) writes what C's own streams still hold.
            _ = AtExit(NativeLibrary.GetExport(c, "fflush"), 0, 0);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library, which ends as it always did.
        }
    }

    [LibraryImport("libc", EntryPoint = "on_exit")]
    private static partial int OnExit(nint function, nint argument);

    [LibraryImport("libc", EntryPoint = "__cxa_atexit")]
    private static partial int AtExit(nint function, nint argument, nint library);
}
