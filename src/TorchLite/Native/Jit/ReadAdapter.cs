using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// libtorch's <c>caffe2::serialize::ReadAdapterInterface</c>, from which it reads an archive piece by piece: an object with a table of
/// functions that lead back here. libtorch reads from it while it loads, and never frees it.
/// </summary>
internal sealed unsafe class ReadAdapter : IDisposable
{
    // Itanium's order: size(), read(), and the two destructors, of which none is called, as the shared pointer counts nothing.
    private static readonly nint* Table = MakeTable();

    private readonly Reader read;
    private readonly long length;
    private readonly nint* pointer;
    private GCHandle self;
    private ExceptionDispatchInfo? error;

    internal ReadAdapter(long length, Reader read)
    {
        (this.length, this.read) = (length, read);
        self = GCHandle.Alloc(this);
        pointer = (nint*)NativeMemory.Alloc(2, (nuint)sizeof(nint));
        (pointer[0], pointer[1]) = ((nint)Table, GCHandle.ToIntPtr(self));
    }

    /// <summary>Reads at a place into a buffer, and gives how many bytes were there.</summary>
    internal delegate int Reader(long position, Span<byte> buffer);

    /// <summary>The C++ object.</summary>
    internal nint Pointer => (nint)pointer;

    /// <summary>Throws what reading threw, where libtorch only knows that it failed.</summary>
    internal void ThrowError() => error?.Throw();

    public void Dispose()
    {
        self.Free();
        NativeMemory.Free(pointer);
    }

    private static nint* MakeTable()
    {
        var table = (nint*)NativeMemory.AllocZeroed(4, (nuint)sizeof(nint));
        table[0] = (nint)(delegate* unmanaged<nint*, nuint>)&SizeOf;
        table[1] = (nint)(delegate* unmanaged<nint*, ulong, byte*, nuint, nint, nuint>)&ReadAt;
        table[2] = table[3] = (nint)(delegate* unmanaged<nint*, void>)&Destroy;
        return table;
    }

    [UnmanagedCallersOnly]
    private static nuint SizeOf(nint* self) => (nuint)((ReadAdapter)GCHandle.FromIntPtr(self[1]).Target!).length;

    [UnmanagedCallersOnly]
    private static nuint ReadAt(nint* self, ulong position, byte* buffer, nuint count, nint what)
    {
        var adapter = (ReadAdapter)GCHandle.FromIntPtr(self[1]).Target!;
        try
        {
            nuint done = 0;
            while (done < count)
            {
                var piece = (int)Math.Min(count - done, 1 << 30);
                var read = adapter.read((long)position + (long)done, new(buffer + done, piece));
                done += (nuint)read;
                if (read < piece)
                {
                    break;
                }
            }

            return done;
        }
        catch (Exception thrown)
        {
            // It must not meet C++'s frames.
            adapter.error ??= ExceptionDispatchInfo.Capture(thrown);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static void Destroy(nint* self)
    {
    }
}
