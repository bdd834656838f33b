using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>Tensors over memory that somebody else allocated, and that libtorch gives back with the last tensor on it.</summary>
internal static unsafe class ForeignMemory
{
    // TorchSharp's own import of this function is not public. Null means an error, which TorchSharp's last error tells.
    private static readonly Lazy<nint> New = new(static () =>
    {
        NativeLoader.EnsureLoaded();
        return NativeLibrary.GetExport(NativeLoader.Loaded!.LibTorchSharp, "THSTensor_new");
    });

    // What is to be released by this thread when it holds no lock of ours any more; null where it may be done at once.
    [ThreadStatic]
    private static Queue<Action>? waiting;

    /// <summary>
    /// Has this thread call no function of the user's that gives memory back before the result is disposed: such a function may wait for a
    /// lock whose holder waits for ours.
    /// </summary>
    internal static Delay ReleaseLater()
    {
        var isFirst = waiting is null;
        waiting ??= new();
        return new(isFirst);
    }

    /// <summary>A contiguous CPU tensor over the memory at <paramref name="data"/>.</summary>
    /// <param name="data">The first element; anything where there is none.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="dtype">The dtype.</param>
    /// <param name="release">
    /// Gives the memory back. It is called once, on any thread (often the finalizers'), when no tensor uses the memory any more, or when
    /// no tensor could be made. It must not throw, nor use the tensor.
    /// </param>
    internal static Tensor Wrap(nint data, Shape shape, DType dtype, Action release)
    {
        if (!IsAligned(data, dtype) && !shape.AsSpan().Contains(0))
        {
            release();
            throw Misaligned();
        }

        var create = (delegate* unmanaged<nint, nint, long*, int, sbyte, sbyte, int, int, byte, nint>)New.Value;
        var lease = new Lease(release);
        nint handle;
        fixed (long* sizes = shape.AsSpan())
        {
            handle = create(data, lease.Deleter, sizes, shape.Count, dtype.Code, dtype.Code, 0, -1, 0);
        }

        if (handle == 0)
        {
            lease.End(0);
            throw WhyNot();
        }

        // Whoever allocated the memory counts its bytes.
        return Tensor.Wrap(handle, bytes: 0);
    }

    /// <summary>
    /// Whether libtorch can take elements from there. Its complex numbers of double precision are declared as aligned to 16 bytes, and
    /// its kernels read them with instructions that end the process where they are not.
    /// </summary>
    internal static bool IsAligned(nint data, DType dtype) => dtype != DType.Complex128 || (data & 15) == 0;

    internal static TorchException Misaligned() => new(
        "libtorch takes complex128 only from memory that is aligned to 16 bytes, which this is not, and .NET's arrays are by chance. "
            + "Copy it with Torch.Tensor; a NumPy array with copy().");

    private static TorchException WhyNot() =>
        Exports.TakeError() ?? new TorchException("libtorch made no tensor of this memory, and did not say why");

    private static void Release(Action release)
    {
        try
        {
            release();
        }
        catch (Exception)
        {
            // An exception must not cross libtorch's frames: it would end the process. What is not given back is lost.
        }
    }

    /// <summary>A scope within which nothing is released: see <see cref="ReleaseLater"/>.</summary>
    internal readonly ref struct Delay(bool isOutermost) : IDisposable
    {
        public void Dispose()
        {
            if (isOutermost)
            {
                (var queue, waiting) = (waiting!, null);
                while (queue.TryDequeue(out var release))
                {
                    Release(release);
                }
            }
        }
    }

    /// <summary>What libtorch calls when it is done with the memory. It holds a bare function pointer, so this is held here.</summary>
    private sealed class Lease
    {
        private static readonly ConcurrentDictionary<Lease, bool> Running = new();

        private readonly Callback callback;
        private Action? release;

        internal Lease(Action release)
        {
            this.release = release;
            callback = End;
            Deleter = Marshal.GetFunctionPointerForDelegate(callback);
            Running[this] = true;
        }

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        private delegate void Callback(nint data);

        internal nint Deleter { get; }

        internal void End(nint data)
        {
            if (Interlocked.Exchange(ref release, null) is { } now)
            {
                if (waiting is { } queue)
                {
                    queue.Enqueue(now);
                }
                else
                {
                    Release(now);
                }
            }

            Running.TryRemove(this, out _);
        }
    }
}
