using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// C++'s names in libtorch, which it exports on Linux. Their ABI is the known one on x64 only; elsewhere there is none of them.
/// </summary>
internal static class CppSymbol
{
    /// <summary>A function, to be called and then followed by <see cref="CppGuard.Check"/>; 0 where there is none.</summary>
    internal static nint Function(string name) => CppGuard.Protect(Address(name));

    /// <summary>Where something is: an object, a table of functions, or a function that is only compared; 0 where there is none.</summary>
    internal static nint Address(string name)
    {
        NativeLoader.EnsureLoaded();
        return RuntimeInformation.ProcessArchitecture == Architecture.X64 && OperatingSystem.IsLinux()
            && NativeLibrary.TryGetExport(NativeLoader.LibTorchCpu, name, out var address) ? address : 0;
    }
}
