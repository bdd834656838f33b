using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// NVIDIA's runtime library, which libtorch has loaded, and what libtorch's C interface says of CUDA: functions of C, the same in CUDA 11 to
/// 13. They are looked up when one is called, for most machines have none of them.
/// </summary>
internal static unsafe class CudaRuntime
{
    // cudaErrorNotReady: what is not done yet is no error.
    private const int NotReady = 600;

    // Elsewhere than on Windows a library's handle finds what the libraries that it needs export.
    private static readonly Lazy<nint> Runtime = new(static () => NativeLibrary.Load(
        OperatingSystem.IsWindows()
            ? Directory.EnumerateFiles(NativeLoader.Loaded!.Folder, "cudart64_*.dll").Order(StringComparer.Ordinal).Last()
            : InFolder("c10_cuda")));

    private static readonly Lazy<nint> Torch = new(static () => NativeLibrary.Load(InFolder("torch_cuda")));

    private static readonly Lazy<nint> Driver = new(
        static () => NativeLibrary.Load(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1"));

    /// <summary>The GPU in use on this thread.</summary>
    internal static int Current
    {
        get
        {
            int device;
            Check(((delegate* unmanaged<int*, int>)Function("cudaGetDevice"))(&device));
            return device;
        }

        set => Check(((delegate* unmanaged<int, int>)Function("cudaSetDevice"))(value));
    }

    /// <summary>Throws where there is no GPU.</summary>
    internal static void Ask() => _ = new Device("cuda").ToNumbers();

    /// <summary>The number of a GPU; of none, the one in use.</summary>
    internal static int Index(Device? device)
    {
        ThrowIfOther(device);
        Ask();
        return device?.Index ?? Current;
    }

    internal static void ThrowIfOther(Device? device)
    {
        if (device is { Type: not "cuda" } other)
        {
            throw new TorchValueException($"Expected a cuda device, but got: {other}");
        }
    }

    internal static (long Free, long Total) Memory(int device) => On(device, static _ =>
    {
        nuint free, total;
        Check(((delegate* unmanaged<nuint*, nuint*, int>)Function("cudaMemGetInfo"))(&free, &total));
        return ((long)free, (long)total);
    });

    /// <summary>What a GPU is, asked number by number: cudaDeviceProp is not the same in all versions.</summary>
    internal static Cuda.CudaDeviceProperties Properties(int device)
    {
        // The numbers of cudaDeviceAttr.
        var (major, minor) = (Attribute(75), Attribute(76));
        const int Room = 256;
        var name = stackalloc byte[Room];
        int known;
        nuint memory;
        CheckDriver(((delegate* unmanaged<int*, int, int>)OfDriver("cuDeviceGet"))(&known, device));
        CheckDriver(((delegate* unmanaged<byte*, int, int, int>)OfDriver("cuDeviceGetName"))(name, Room, known));
        CheckDriver(((delegate* unmanaged<nuint*, int, int>)OfDriver("cuDeviceTotalMem_v2"))(&memory, known));
        return new(
            Marshal.PtrToStringUTF8((nint)name)!, major, minor, (long)memory, Attribute(16), Attribute(10), Attribute(39));

        int Attribute(int number)
        {
            int value;
            Check(((delegate* unmanaged<int*, int, int, int>)Function("cudaDeviceGetAttribute"))(&value, number, device));
            return value;
        }
    }

    internal static nint NewEvent(int device, uint flags) => On(device, _ =>
    {
        nint made;
        Check(((delegate* unmanaged<nint*, uint, int>)Function("cudaEventCreateWithFlags"))(&made, flags));
        return made;
    });

    internal static void Record(nint recorded, int device, nint stream) => On(
        device, _ => Check(((delegate* unmanaged<nint, nint, int>)Function("cudaEventRecord"))(recorded, stream)));

    internal static void Wait(nint recorded) => Check(((delegate* unmanaged<nint, int>)Function("cudaEventSynchronize"))(recorded));

    internal static bool IsDone(nint recorded) => IsDone("cudaEventQuery", recorded);

    internal static float Elapsed(int device, nint start, nint end) => On(device, _ =>
    {
        float milliseconds;
        Check(((delegate* unmanaged<float*, nint, nint, int>)Function("cudaEventElapsedTime"))(&milliseconds, start, end));
        return milliseconds;
    });

    internal static void DestroyEvent(nint recorded) => ((delegate* unmanaged<nint, int>)Function("cudaEventDestroy"))(recorded);

    /// <summary>A stream that waits for no other by itself.</summary>
    internal static nint NewStream(int device, int priority) => On(device, _ =>
    {
        const uint NonBlocking = 1;
        nint made;
        Check(((delegate* unmanaged<nint*, uint, int, int>)Function("cudaStreamCreateWithPriority"))(&made, NonBlocking, priority));
        return made;
    });

    internal static void WaitForStream(int device, nint stream) => On(
        device, _ => Check(((delegate* unmanaged<nint, int>)Function("cudaStreamSynchronize"))(stream)));

    internal static bool IsStreamDone(int device, nint stream) => On(device, _ => IsDone("cudaStreamQuery", stream));

    internal static void LetWait(nint stream, int device, nint recorded) => On(
        device, _ => Check(((delegate* unmanaged<nint, nint, uint, int>)Function("cudaStreamWaitEvent"))(stream, recorded, 0)));

    /// <summary>The stream that libtorch works on, on this thread.</summary>
    internal static nint CurrentStream(int device)
    {
        nint stream;
        CheckTorch(((delegate* unmanaged<int, nint*, int>)OfTorch("aoti_torch_get_current_cuda_stream"))(device, &stream));
        return stream;
    }

    /// <summary>Makes libtorch work on a stream, on this thread, until the guard is closed, on this thread.</summary>
    internal static nint Open(int device, nint stream)
    {
        nint guard;
        CheckTorch(
            ((delegate* unmanaged<nint, int, nint*, int>)OfTorch("aoti_torch_create_cuda_stream_guard"))(stream, device, &guard));
        return guard;
    }

    internal static void Close(nint guard) =>
        CheckTorch(((delegate* unmanaged<nint, int>)OfTorch("aoti_torch_delete_cuda_stream_guard"))(guard));

    private static bool IsDone(string function, nint asked)
    {
        var code = ((delegate* unmanaged<nint, int>)Function(function))(asked);
        if (code == NotReady)
        {
            ClearError();
            return false;
        }

        Check(code);
        return true;
    }

    private static void On(int device, Action<int> work) => On(device, index =>
    {
        work(index);
        return 0;
    });

    // The device stays the one it was.
    private static T On<T>(int device, Func<int, T> work)
    {
        var before = Current;
        Current = device;
        try
        {
            return work(device);
        }
        finally
        {
            Current = before;
        }
    }

    private static string InFolder(string library) =>
        Path.Combine(NativeLoader.Loaded!.Folder, LibraryFolders.FileName(library));

    private static nint Function(string name) => Find(Runtime.Value, name, "CUDA's runtime library");

    private static nint OfTorch(string name) => Find(Torch.Value, name, "this libtorch");

    private static nint OfDriver(string name) => Find(Driver.Value, name, "NVIDIA's driver");

    private static nint Find(nint library, string name, string what) =>
        NativeLibrary.TryGetExport(library, name, out var address)
            ? address
            : throw new TorchNotImplementedException($"{what} has no function {name}");

    // The error is kept for whoever asks next, which would be libtorch.
    private static void ClearError() => ((delegate* unmanaged<int>)Function("cudaGetLastError"))();

    private static void Check(int code)
    {
        if (code != 0)
        {
            ClearError();
            var text = ((delegate* unmanaged<int, nint>)Function("cudaGetErrorString"))(code);
            throw new TorchException($"CUDA error: {Marshal.PtrToStringUTF8(text)}");
        }
    }

    private static void CheckDriver(int code)
    {
        if (code != 0)
        {
            throw new TorchException($"CUDA driver error: {code}");
        }
    }

    // The reason went to standard error: the C interface keeps none.
    private static void CheckTorch(int code)
    {
        if (code != 0)
        {
            throw new TorchException("libtorch refuses the stream of the GPU");
        }
    }
}
