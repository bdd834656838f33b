using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchLite.Native;

/// <summary>libtorch's stable C interface to its operators: torch/csrc/stable/c/shim.h.</summary>
[StackTraceHidden]
internal static unsafe partial class StableInterface
{
    private const string Library = "torch_cpu";

    // The ABI of libtorch 2.10.
    private const ulong Version = 0x020A_0000_0000_0000;

    /// <summary>Calls an operator: the results take the place of the arguments, which are libtorch's from here on.</summary>
    /// <returns>Whether there was no error.</returns>
    internal static bool Call(nint name, nint overload, ulong* stack)
    {
        Quiet.Begin();
        try
        {
            return CallDispatcher((byte*)name, (byte*)overload, stack, Version) == 0;
        }
        finally
        {
            Quiet.End();
        }
    }

    /// <summary>A value that may be missing; 0 says that it is. libtorch frees the place.</summary>
    internal static ulong Place(ulong value)
    {
        var place = (ulong*)NativeMemory.Alloc(sizeof(ulong));
        *place = value;
        return (ulong)place;
    }

    internal static ulong NewText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        nint handle;
        fixed (byte* first = bytes)
        {
            LibTorch.Check(NewStringHandle(first, (nuint)bytes.Length, &handle));
        }

        return (ulong)handle;
    }

    /// <summary>A list of integers, or of the bits of other values.</summary>
    internal static ulong NewList(ReadOnlySpan<long> values)
    {
        nint list;
        LibTorch.Check(NewListOf((nuint)values.Length, &list));
        foreach (var value in values)
        {
            LibTorch.Check(PushBack(list, (ulong)value));
        }

        return (ulong)list;
    }

    [LibraryImport(Library, EntryPoint = "torch_call_dispatcher")]
    private static partial int CallDispatcher(byte* name, byte* overload, ulong* stack, ulong version);

    [LibraryImport(Library, EntryPoint = "torch_new_string_handle"), SuppressGCTransition]
    private static partial int NewStringHandle(byte* text, nuint length, nint* handle);

    [LibraryImport(Library, EntryPoint = "torch_new_list_reserve_size"), SuppressGCTransition]
    private static partial int NewListOf(nuint size, nint* list);

    [LibraryImport(Library, EntryPoint = "torch_list_push_back"), SuppressGCTransition]
    private static partial int PushBack(nint list, ulong value);

    /// <summary>
    /// Where a call fails, libtorch's interface writes a line to the standard error stream; the exception says it better. While calls are
    /// under way its logging is off, warnings included.
    /// </summary>
    private static class Quiet
    {
        private const int Fatal = 3;

        private static readonly int* Level = Find();
        private static readonly int Usual = Level is null ? 0 : *Level;
        private static int calls;

        internal static void Begin()
        {
            if (Level is not null && Interlocked.Increment(ref calls) == 1)
            {
                *Level = Fatal;
            }
        }

        internal static void End()
        {
            if (Level is not null && Interlocked.Decrement(ref calls) == 0)
            {
                *Level = Usual;
            }
        }

        private static int* Find() => (int*)CppSymbols.LogLevel.Address;
    }
}
