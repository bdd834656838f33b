using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// The exported C ABI of libtorch (torch/csrc/inductor/aoti_torch/c/shim.h), which takes TorchSharp's tensor handles as they are.
/// These calls neither block nor call back, so the runtime need not switch modes for them.
/// </summary>
[StackTraceHidden]
internal static unsafe partial class LibTorch
{
    private const string Library = "torch_cpu";

    /// <summary>
    /// Gives up a tensor's handle; its memory goes with the last handle and view. Where that memory is foreign, libtorch calls back into
    /// .NET, so this call must switch modes.
    /// </summary>
    internal static void Delete(nint tensor) => DeleteTensor(tensor);

    /// <summary>Another handle of the same tensor.</summary>
    internal static nint NewHandle(nint tensor)
    {
        nint handle;
        Check(NewTensorHandle(tensor, &handle));
        return handle;
    }

    /// <inheritdoc cref="NewHandle(nint)"/>
    internal static nint NewHandle(Tensor tensor)
    {
        using var use = new Use(tensor);
        return NewHandle(use.Handle);
    }

    /// <summary>A number as a tensor without dimensions; the bits are a long's for int64, else a double's.</summary>
    internal static nint NewNumber(DType dtype, long bits)
    {
        nint handle;
        Check(
            dtype == DType.Int64 ? NewInt64(bits, &handle)
            : dtype == DType.Float64 ? NewFloat64(BitConverter.Int64BitsToDouble(bits), &handle)
            : NewFloat32((float)BitConverter.Int64BitsToDouble(bits), &handle));
        return handle;
    }

    /// <summary>libtorch's scalar of a number that is greater than any long: LibTorchSharp makes one of a tensor only.</summary>
    internal static nint ScalarOf(ulong number)
    {
        nint handle;
        Check(NewUInt64(number, &handle));
        try
        {
            return Exports.Item(handle) is not 0 and var scalar ? scalar : throw Exports.LastError();
        }
        finally
        {
            Delete(handle);
        }
    }

    [LibraryImport(Library, EntryPoint = "aoti_torch_scalar_to_tensor_uint64")]
    private static partial int NewUInt64(ulong value, nint* handle);

    [LibraryImport(Library, EntryPoint = "aoti_torch_scalar_to_tensor_float32")]
    private static partial int NewFloat32(float value, nint* handle);

    [LibraryImport(Library, EntryPoint = "aoti_torch_scalar_to_tensor_float64")]
    private static partial int NewFloat64(double value, nint* handle);

    [LibraryImport(Library, EntryPoint = "aoti_torch_scalar_to_tensor_int64")]
    private static partial int NewInt64(long value, nint* handle);

    [LibraryImport(Library, EntryPoint = "aoti_torch_new_tensor_handle")]
    private static partial int NewTensorHandle(nint tensor, nint* handle);

    [LibraryImport(Library, EntryPoint = "aoti_torch_delete_tensor_object")]
    private static partial int DeleteTensor(nint tensor);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_sizes"), SuppressGCTransition]
    internal static partial int GetSizes(nint tensor, long** sizes);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_strides"), SuppressGCTransition]
    internal static partial int GetStrides(nint tensor, long** strides);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_dim"), SuppressGCTransition]
    internal static partial int GetDim(nint tensor, long* dim);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_numel"), SuppressGCTransition]
    internal static partial int GetNumel(nint tensor, long* numel);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_dtype"), SuppressGCTransition]
    internal static partial int GetDType(nint tensor, int* dtype);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_device_type"), SuppressGCTransition]
    internal static partial int GetDeviceType(nint tensor, int* type);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_device_index"), SuppressGCTransition]
    internal static partial int GetDeviceIndex(nint tensor, int* index);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_storage_offset"), SuppressGCTransition]
    internal static partial int GetStorageOffset(nint tensor, long* offset);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_storage_size"), SuppressGCTransition]
    internal static partial int GetStorageSize(nint tensor, long* bytes);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_data_ptr"), SuppressGCTransition]
    internal static partial int GetDataPointer(nint tensor, nint* data);

    [LibraryImport(Library, EntryPoint = "aoti_torch_get_layout"), SuppressGCTransition]
    internal static partial int GetLayout(nint tensor, int* layout);

    [LibraryImport(Library, EntryPoint = "aoti_torch_is_contiguous"), SuppressGCTransition]
    internal static partial int IsContiguous(nint tensor, byte* result);

    [LibraryImport(Library, EntryPoint = "aoti_torch_grad_mode_is_enabled"), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool IsGradEnabled();

    [LibraryImport(Library, EntryPoint = "aoti_torch_grad_mode_set_enabled"), SuppressGCTransition]
    internal static partial void SetGradEnabled([MarshalAs(UnmanagedType.U1)] bool enabled);

    internal static long Dim(nint tensor)
    {
        long dim;
        Check(GetDim(tensor, &dim));
        return dim;
    }

    internal static long[] Sizes(nint tensor) => SizesOf(tensor).ToArray();

    /// <summary>The sizes where libtorch keeps them: valid as long as the tensor, and as its shape.</summary>
    internal static ReadOnlySpan<long> SizesOf(nint tensor)
    {
        long* sizes;
        Check(GetSizes(tensor, &sizes));
        return new(sizes, (int)Dim(tensor));
    }

    internal static long[] Strides(nint tensor)
    {
        long* strides;
        Check(GetStrides(tensor, &strides));
        return new ReadOnlySpan<long>(strides, (int)Dim(tensor)).ToArray();
    }

    internal static long Numel(nint tensor)
    {
        long numel;
        Check(GetNumel(tensor, &numel));
        return numel;
    }

    internal static DType DTypeOf(nint tensor)
    {
        int code;
        Check(GetDType(tensor, &code));
        return new DType(code);
    }

    internal static Device DeviceOf(nint tensor)
    {
        int type, index;
        Check(GetDeviceType(tensor, &type));
        Check(GetDeviceIndex(tensor, &index));
        return Device.FromNative(type, index);
    }

    internal static bool IsOnCpu(nint tensor)
    {
        int type;
        Check(GetDeviceType(tensor, &type));
        return type == 0;
    }

    internal static long StorageOffset(nint tensor)
    {
        long offset;
        Check(GetStorageOffset(tensor, &offset));
        return offset;
    }

    internal static long StorageBytes(nint tensor) => TryGetStorageBytes(tensor, out var bytes) ? bytes : throw Unreadable();

    /// <summary>The bytes of the tensor's storage; false where it has none, as a sparse one.</summary>
    internal static bool TryGetStorageBytes(nint tensor, out long bytes)
    {
        // Asked for the storage of a sparse one, the ABI complains on standard error.
        bytes = 0;
        fixed (long* found = &bytes)
        {
            return IsStrided(tensor) && GetStorageSize(tensor, found) == 0;
        }
    }

    /// <summary>What is said about a tensor that has no storage.</summary>
    internal static TorchException Unreadable() =>
        new("libtorch could not read this tensor's layout; it is sparse or otherwise without strided memory");

    /// <summary>Whether the elements lie in memory at strides, and not as those of a sparse tensor.</summary>
    internal static bool IsStrided(nint tensor)
    {
        int layout;
        Check(GetLayout(tensor, &layout));
        return layout == 0;
    }

    internal static nint DataPointer(nint tensor)
    {
        if (Vmap.IsBatched(tensor))
        {
            throw new TorchNotImplementedException("Batching rule not implemented for aten::item. We could not generate a fallback.");
        }

        nint data;
        Check(GetDataPointer(tensor, &data));
        return data;
    }

    /// <summary>Whether both are one tensor: an at::Tensor is no more than a pointer to it.</summary>
    internal static bool IsSame(nint tensor, nint other) => *(nint*)tensor == *(nint*)other;

    /// <summary>
    /// Where the tensor's storage begins, the same for all its views; 0 where there is no element, for libtorch then tells no address.
    /// </summary>
    internal static nint StorageAddress(nint tensor) =>
        DataPointer(tensor) is not 0 and var data ? data - (nint)(StorageOffset(tensor) * DTypeOf(tensor).Itemsize) : 0;

    internal static bool Contiguous(nint tensor)
    {
        byte result;
        Check(IsContiguous(tensor, &result));
        return result != 0;
    }

    // The reason went to standard error: the ABI keeps none. None of these calls fails on a dense tensor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int status)
    {
        if (status != 0)
        {
            throw Unreadable();
        }
    }
}
