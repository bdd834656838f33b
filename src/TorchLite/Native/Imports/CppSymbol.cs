using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// Something of C++'s that libtorch exports, by the names that compilers make of it. A name is given where what is behind it is used, and
/// its ABI known: it is null elsewhere, although there may be such an export. All of them stand in <see cref="CppSymbols"/>.
/// </summary>
/// <param name="Linux">GCC's on Linux x64, with libstdc++.</param>
/// <param name="Windows">Microsoft's compiler's, on x64 and arm64.</param>
/// <param name="Mac">Clang's on macOS on arm64, with libc++.</param>
/// <param name="IsInC10">Whether the library is c10, and not torch_cpu. Unlike the others, Windows does not look into both.</param>
internal sealed record CppSymbol(string Linux, string? Windows = null, string? Mac = null, bool IsInC10 = false)
{
    /// <summary>The name on this system; null where it has none.</summary>
    internal string? Name =>
        OperatingSystem.IsWindows() ? Windows
        : OperatingSystem.IsMacOS() ? RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Mac : null
        : OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 ? Linux
        : null;

    /// <summary>A function, to be called and then followed by <see cref="CppGuard.Check"/>; 0 where there is none.</summary>
    internal nint Function => CppGuard.Protect(Address);

    /// <summary>Where something is: an object, or a function that is only compared; 0 where there is none.</summary>
    internal nint Address
    {
        get
        {
            NativeLoader.EnsureLoaded();
            var loaded = NativeLoader.Loaded!;
            return Name is { } name && NativeLibrary.TryGetExport(IsInC10 ? loaded.C10 : loaded.TorchCpu, name, out var address) ? address : 0;
        }
    }

    /// <summary>
    /// What the objects of a class begin with, by which they are known: where its table of virtual functions has the first of them; 0 where
    /// there is none. In Itanium's ABI the name is that of two words before it.
    /// </summary>
    internal nint FirstVirtual => Address is not 0 and var address ? address + (OperatingSystem.IsWindows() ? 0 : 2 * IntPtr.Size) : 0;

    /// <summary>The function, of which there is one on every system that libtorch has a package for.</summary>
    /// <exception cref="TorchNotImplementedException">There is none here.</exception>
    internal nint Required(string what) =>
        Function is not 0 and var function ? function
        : throw new TorchNotImplementedException($"{what} needs a C++ function of libtorch's that is not known, or not there, on {LoadFailure.Platform}");
}
