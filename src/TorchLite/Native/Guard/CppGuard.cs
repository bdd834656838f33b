using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// Catches what C++ throws: <see cref="Protect"/> gives a function another address, with the same arguments and result. Where the function
/// throws, the call gives 0, and the text is left where LibTorchSharp leaves that of an error it caught itself, for
/// <see cref="Exports.TakeError"/>. Without this the exception meets .NET's frames, and ends the process.
/// </summary>
/// <remarks>
/// Linux x64 only (Itanium's C++ ABI); elsewhere, and where something needed is missing, the address is the function's own and nothing is
/// caught. Not caught is what is thrown on a thread of libtorch's own, and what would have to pass through .NET's frames. It costs a few
/// nanoseconds a call. The machine code runs without the runtime's knowledge, so a call may be marked SuppressGCTransition.
/// </remarks>
[StackTraceHidden]
internal static unsafe class CppGuard
{
    private static readonly Lock Sync = new();
    private static readonly Dictionary<nint, nint> Protected = [];
    private static readonly GuardFunctions? Native = GuardFunctions.Find();
    private static ThreadSlot errorSlot;
    private static GuardRegion? region;

    // The text that TorchSharp asked for last on this thread; it never frees one.
    [ThreadStatic]
    private static nint handedOut;

    private static delegate* unmanaged[Cdecl, SuppressGCTransition]<nint> takeText;

    /// <summary>Whether exceptions are caught here.</summary>
    internal static bool IsSupported => region is not null;

    /// <summary>A std::function's manager where there are two words of state; 0 where nothing is caught.</summary>
    internal static nint CopyState => region?.CopyState ?? 0;

    /// <summary>A std::function's body that calls the method of an object, which are its state.</summary>
    internal static nint CallState => region?.CallState ?? 0;

    /// <summary>
    /// Puts the guard around every function that LibTorchSharp exports, whoever calls it; before the first of them is called. Some have no
    /// catch at all, and the others' catches only know c10::Error and std::runtime_error.
    /// </summary>
    /// <param name="libTorchSharp">The library's handle.</param>
    /// <param name="torchCpu">libtorch's handle.</param>
    internal static void Start(nint libTorchSharp, nint torchCpu)
    {
        takeText = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint>)
            NativeLibrary.GetExport(libTorchSharp, "THSTorch_get_and_reset_last_err");
        if (Native is null || !GuardFunctions.TryFindSlot(libTorchSharp, out errorSlot) || !IsErrorSlot(Native, errorSlot))
        {
            return;
        }

        using var exports = ExportTable.Open(libTorchSharp);
        if (exports is null)
        {
            return;
        }

        region = GuardRegion.Create(Native, errorSlot);
        if (region is null)
        {
            return;
        }

        foreach (var (name, address) in exports.Functions("THS"))
        {
            exports.Redirect(
                name, address == (nint)takeText ? (nint)(delegate* unmanaged[Cdecl]<nint>)&HandOut : Protect(address));
        }

        CppFrames.Start(torchCpu, region);
    }

    /// <summary>An address of the function at which what it throws is caught. 0 stays 0.</summary>
    internal static nint Protect(nint function)
    {
        if (function == 0 || region is null)
        {
            return function;
        }

        lock (Sync)
        {
            if (!Protected.TryGetValue(function, out var guarded))
            {
                // A region that is full stays in use beside the next one.
                guarded = region.TryAdd(function);
                if (guarded == 0 && GuardRegion.Create(Native!, errorSlot) is { } next)
                {
                    region = next;
                    guarded = next.TryAdd(function);
                }

                guarded = guarded != 0 ? guarded : function;
                Protected.Add(function, guarded);
            }

            return guarded;
        }
    }

    /// <summary>Throws what the last protected call on this thread threw, as one of TorchLite's exceptions.</summary>
    internal static void Check()
    {
        if (Exports.TakeError() is { } error)
        {
            throw error;
        }
    }

    /// <summary>The text of this thread's last error, once, which is the caller's to free; 0 where there was none.</summary>
    internal static nint TakeText() => takeText();

    // The slot is LibTorchSharp's if what is put there comes out of its function.
    private static bool IsErrorSlot(GuardFunctions native, ThreadSlot slot)
    {
        var mark = stackalloc byte[1];
        var place = ((delegate* unmanaged<ThreadSlot*, nint*>)native.ThreadAddress)(&slot);
        if (place == null || *place != 0)
        {
            return false;
        }

        *place = (nint)mark;
        var isTaken = takeText() == (nint)mark;
        *place = 0;
        return isTaken;
    }

    // What TorchSharp calls instead of THSTorch_get_and_reset_last_err.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint HandOut()
    {
        if (handedOut != 0)
        {
            NativeMemory.Free((void*)handedOut);
        }

        return handedOut = takeText();
    }
}
