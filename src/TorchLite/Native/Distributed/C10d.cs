using System.Globalization;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// What is known of libtorch's c10d before the first of it is called: that every function is there, and that the objects are laid out as
/// this version has them.
/// </summary>
internal static unsafe class C10d
{
    /// <summary>The sizes of the classes in libtorch 2.10, as their deleting destructors give them to operator delete.</summary>
    internal const int TcpStoreBytes = 0xD8, FileStoreBytes = 0x128, HashStoreBytes = 0xE0, PrefixStoreBytes = 0x40,
        ProcessGroupBytes = 0x138, GlooBytes = 0x1E8, WrapperBytes = 0x98;

    private static readonly Lazy<string?> Lack = new(Look);

    /// <summary>Whether process groups work here.</summary>
    internal static bool IsHere => Lack.Value is null;

    /// <summary>Goes on where process groups work.</summary>
    /// <exception cref="TorchNotImplementedException">They do not, and why.</exception>
    internal static void Require()
    {
        if (Lack.Value is { } lack)
        {
            throw new TorchNotImplementedException(lack);
        }
    }

    /// <summary>The place of a virtual function in the tables of its class and all that derive from it.</summary>
    internal static int Slot(CppSymbol table, CppSymbol function)
    {
        const int Most = 64;
        var first = (nint*)table.FirstVirtual;
        var wanted = function.Address;
        for (var i = 0; first != null && wanted != 0 && i < Most; i++)
        {
            if (first[i] == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>An object's own virtual function, guarded.</summary>
    internal static nint Virtual(nint counted, int slot) => CppGuard.Protect((*(nint**)counted)[slot]);

    /// <summary>Throws what the last call threw, as one of the exceptions of process groups.</summary>
    internal static void Check()
    {
        if (Exports.TakeError() is { } error)
        {
            throw Distributed.DistributedErrors.Of(error);
        }
    }

    /// <summary>Has libtorch see a variable of the environment as .NET does, which keeps its own copy of them all.</summary>
    internal static void ShareVariable(string name)
    {
        if (Environment.GetEnvironmentVariable(name) is { } value)
        {
            var library = NativeLibrary.GetMainProgramHandle();
            var now = NativeLibrary.GetExport(library, "getenv");
            var set = NativeLibrary.GetExport(library, "setenv");
            var (cName, cValue) = (Marshal.StringToCoTaskMemUTF8(name), Marshal.StringToCoTaskMemUTF8(value));
            if (Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)now)(cName)) != value)
            {
                _ = ((delegate* unmanaged<nint, nint, int, int>)set)(cName, cValue, 1);
            }

            Marshal.FreeCoTaskMem(cName);
            Marshal.FreeCoTaskMem(cValue);
        }
    }

    private static string? Look()
    {
        const string What = "Torch.Distributed needs libtorch's c10d with Gloo, which TorchLite knows in libtorch 2.10 for Linux on x64";
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return $"{What}, and this is {LoadFailure.Platform}";
        }

        NativeLoader.EnsureLoaded();
        if (!CppGuard.IsSupported)
        {
            return $"{What}; C++'s exceptions can not be caught in this process, and one would end it";
        }

        var missing = CppSymbols.Distributed.Where(static symbol => symbol.Address == 0).Select(static symbol => symbol.Linux).ToList();
        if (missing.Count > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{What}; of the loaded one, {missing.Count} functions are missing: ")
                + string.Join(", ", missing);
        }

        return StoreSlots.AreKnown && BackendSlots.AreKnown && WorkSlots.AreKnown ? DifferentLayout()
            : $"{What}; in the loaded one, the tables of virtual functions are others";
    }

    // The sizes stand in the code of the deleting destructors: mov esi, imm32 before operator delete is called. Stores are tried besides.
    private static string? DifferentLayout()
    {
        foreach (var (name, table, bytes) in new[]
        {
            ("PrefixStore", CppSymbols.PrefixStore, PrefixStoreBytes), ("HashStore", CppSymbols.HashStore, HashStoreBytes),
            ("ProcessGroupGloo", CppSymbols.GlooTable, GlooBytes), ("ProcessGroupWrapper", CppSymbols.WrapperTable, WrapperBytes),
        })
        {
            if (!HoldsSize(((nint*)table.FirstVirtual)[1], bytes))
            {
                return $"the loaded libtorch lays out c10d::{name} otherwise than libtorch 2.10, which TorchLite knows: "
                    + "Torch.Distributed does not work with it";
            }
        }

        return null;
    }

    private static bool HoldsSize(nint destructor, int bytes)
    {
        const int Most = 1024;
        ReadOnlySpan<byte> move = [0xBE, .. BitConverter.GetBytes(bytes)];
        return new ReadOnlySpan<byte>((void*)destructor, Most).IndexOf(move) >= 0;
    }
}
