using System.Runtime.InteropServices;

namespace TorchLite.Benchmarks;

/// <summary>
/// libtorch without any managed layer: LibTorchSharp's functions on raw handles. What TorchLite's loader has loaded is found by its name.
/// </summary>
internal static unsafe partial class Native
{
    private const string Library = "LibTorchSharp";

    internal static readonly nint One = Scalar(1);
    internal static readonly nint Two = Scalar(2);

    /// <summary>A float32 tensor over memory that another owns.</summary>
    internal static nint Over(nint data, params ReadOnlySpan<long> shape)
    {
        const sbyte Float32 = 6;
        fixed (long* sizes = shape)
        {
            return New(data, &Keep, sizes, shape.Length, Float32, Float32, 0, -1, false);
        }
    }

    /// <summary>Frees a result, as the others' Dispose does.</summary>
    internal static void Free(nint tensor) => Dispose(tensor);

    internal static nint View(nint tensor, long rows, long columns)
    {
        var shape = stackalloc[] { rows, columns };
        return View(tensor, shape, 2);
    }

    /// <summary>Any indexing with one tensor.</summary>
    internal static nint Index(nint tensor, nint index)
    {
        var kind = long.MinValue + 5;
        return Index(tensor, &kind, null, null, &index, 1);
    }

    internal static double Item(nint tensor)
    {
        var scalar = ItemScalar(tensor);
        var value = ToDouble(scalar);
        DisposeScalar(scalar);
        return value;
    }

    internal static nint Divided(nint x, nint y) => Div(x, y, null);

    internal static nint DividedScalar(nint x, nint s) => DivScalar(x, s, null);

    internal static long Size(nint tensor)
    {
        long* sizes;
        _ = GetSizes(tensor, &sizes);
        return sizes[0];
    }

    internal static int Type(nint tensor)
    {
        int type;
        _ = GetDType(tensor, &type);
        return type;
    }

    internal static long Count(nint tensor)
    {
        long count;
        _ = GetNumel(tensor, &count);
        return count;
    }

    [UnmanagedCallersOnly]
    private static void Keep(nint data)
    {
    }

    [LibraryImport(Library, EntryPoint = "THSTensor_new")]
    private static partial nint New(
        nint data, delegate* unmanaged<nint, void> deleter, long* sizes, int dimensions, sbyte type, sbyte dtype, int device, int index,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library, EntryPoint = "THSTensor_dispose")]
    private static partial void Dispose(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTorch_int64_to_scalar")]
    private static partial nint Scalar(long value);

    [LibraryImport(Library, EntryPoint = "THSTorch_scalar_to_float64")]
    private static partial double ToDouble(nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTorch_dispose_scalar")]
    private static partial void DisposeScalar(nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_neg")]
    internal static partial nint Neg(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp")]
    internal static partial nint Exp(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_relu")]
    internal static partial nint Relu(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_sqrt")]
    internal static partial nint Sqrt(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_abs")]
    internal static partial nint Abs(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_sigmoid")]
    internal static partial nint Sigmoid(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_clone")]
    internal static partial nint Clone(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_add")]
    internal static partial nint Add(nint x, nint y, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub")]
    internal static partial nint Sub(nint x, nint y);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul")]
    internal static partial nint Mul(nint x, nint y);

    [LibraryImport(Library, EntryPoint = "THSTensor_div")]
    private static partial nint Div(nint x, nint y, byte* roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_eq")]
    internal static partial nint Eq(nint x, nint y);

    [LibraryImport(Library, EntryPoint = "THSTensor_gt")]
    internal static partial nint Gt(nint x, nint y);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_scalar")]
    internal static partial nint AddScalar(nint x, nint s, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub_scalar")]
    internal static partial nint SubScalar(nint x, nint s);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_scalar")]
    internal static partial nint MulScalar(nint x, nint s);

    [LibraryImport(Library, EntryPoint = "THSTensor_div_scalar")]
    private static partial nint DivScalar(nint x, nint s, byte* roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow_scalar")]
    internal static partial nint PowScalar(nint x, nint s);

    [LibraryImport(Library, EntryPoint = "THSTensor_gt_scalar")]
    internal static partial nint GtScalar(nint x, nint s);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_")]
    internal static partial void Add_(nint x, nint y, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_")]
    internal static partial void Mul_(nint x, nint y);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_scalar_")]
    internal static partial void AddScalar_(nint x, nint s, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_relu_")]
    internal static partial void Relu_(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_sum")]
    internal static partial nint Sum(nint x, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte type);

    [LibraryImport(Library, EntryPoint = "THSTensor_mean")]
    internal static partial nint Mean(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_max")]
    internal static partial nint Max(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmax")]
    internal static partial nint Argmax(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_view")]
    private static partial nint View(nint x, long* shape, int length);

    [LibraryImport(Library, EntryPoint = "THSTensor_t")]
    internal static partial nint T(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_transpose")]
    internal static partial nint Transpose(nint x, long a, long b);

    [LibraryImport(Library, EntryPoint = "THSTensor_unsqueeze")]
    internal static partial nint Unsqueeze(nint x, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_select")]
    internal static partial nint Select(nint x, long dim, long index);

    [LibraryImport(Library, EntryPoint = "THSTensor_slice")]
    internal static partial nint Slice(nint x, long dim, long start, long stop, long step);

    [LibraryImport(Library, EntryPoint = "THSTensor_index")]
    private static partial nint Index(nint x, long* kinds, long* stops, long* steps, nint* tensors, int length);

    [LibraryImport(Library, EntryPoint = "THSTensor_item")]
    private static partial nint ItemScalar(nint x);

    [LibraryImport(Library, EntryPoint = "THSTensor_matmul")]
    internal static partial nint Matmul(nint x, nint y);

    [LibraryImport("torch_cpu", EntryPoint = "aoti_torch_get_sizes"), SuppressGCTransition]
    private static partial int GetSizes(nint x, long** sizes);

    [LibraryImport("torch_cpu", EntryPoint = "aoti_torch_get_dtype"), SuppressGCTransition]
    private static partial int GetDType(nint x, int* dtype);

    [LibraryImport("torch_cpu", EntryPoint = "aoti_torch_get_numel"), SuppressGCTransition]
    private static partial int GetNumel(nint x, long* numel);
}
