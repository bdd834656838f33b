using System.Runtime.InteropServices;
using System.Text;

namespace TorchLite.Native;

/// <summary>A named stretch of the profile that this thread records: C++'s at::RecordFunction, in memory of ours.</summary>
internal sealed unsafe class RecordedRange : IDisposable
{
    // sizeof(at::RecordFunction) is some hundreds.
    private const int Room = 2048;
    private const byte User = 7; // RecordScope::USER_SCOPE

    private static readonly nint Make = CppSymbols.MakeRecordFunction.Function;
    private static readonly nint Before = CppSymbols.BeforeRecordFunction.Function;
    private static readonly nint Destroy = CppSymbols.DestroyRecordFunction.Function;

    private nint record;

    internal RecordedRange(string name)
    {
        // Its name lies behind it, as it is not copied.
        var letters = Encoding.UTF8.GetByteCount(name);
        record = (nint)NativeMemory.AllocZeroed((nuint)(Room + letters + 1));
        Encoding.UTF8.GetBytes(name, new Span<byte>((void*)(record + Room), letters));
        ((delegate* unmanaged<nint, byte, void>)Make)(record, User);
        CppGuard.Check();
        ((delegate* unmanaged<nint, Descriptor, long, void>)Before)(record, new(letters, record + Room, 0), -1);
        CppGuard.Check();
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref record, 0) is not 0 and var own)
        {
            ((delegate* unmanaged<nint, void>)Destroy)(own);
            NativeMemory.Free((void*)own);
        }
    }

    /// <summary>
    /// Ends it where its profile is over: what it would write to is no more, so nothing is told, and its few hundred bytes are lost.
    /// </summary>
    internal void Abandon() => Interlocked.Exchange(ref record, 0);

    /// <summary>A std::variant whose first alternative is a std::string_view.</summary>
    private readonly record struct Descriptor(nint Length, nint Letters, byte Alternative);
}
