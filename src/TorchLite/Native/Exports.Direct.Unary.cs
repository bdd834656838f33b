using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <content>Functions of one tensor, reductions among them.</content>
internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_requires_grad"), SuppressGCTransition]
    internal static partial byte RequiresGrad(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_set_requires_grad")]
    internal static partial void SetRequiresGrad(nint tensor, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library, EntryPoint = "THSTensor_backward")]
    internal static partial void Backward(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_grad")]
    internal static partial nint Grad(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_abs")]
    internal static partial nint Abs(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_abs_")]
    internal static partial void Abs_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_all")]
    internal static partial nint All(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_any")]
    internal static partial nint Any(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmax")]
    internal static partial nint Argmax(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmin")]
    internal static partial nint Argmin(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_ceil")]
    internal static partial nint Ceil(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_clone")]
    internal static partial nint Clone(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_contiguous")]
    internal static partial nint Contiguous(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_cos")]
    internal static partial nint Cos(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_cos_")]
    internal static partial void Cos_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_detach")]
    internal static partial nint Detach(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_erf")]
    internal static partial nint Erf(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp")]
    internal static partial nint Exp(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp_")]
    internal static partial void Exp_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_expm1")]
    internal static partial nint Expm1(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor")]
    internal static partial nint Floor(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_")]
    internal static partial void Floor_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_isnan")]
    internal static partial nint Isnan(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log")]
    internal static partial nint Log(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log10")]
    internal static partial nint Log10(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log1p")]
    internal static partial nint Log1p(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log2")]
    internal static partial nint Log2(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log_")]
    internal static partial void Log_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_not")]
    internal static partial nint LogicalNot(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_max")]
    internal static partial nint Max(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_min")]
    internal static partial nint Min(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_neg_")]
    internal static partial void Neg_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_reciprocal")]
    internal static partial nint Reciprocal(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_relu")]
    internal static partial nint Relu(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_relu_")]
    internal static partial void Relu_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_rsqrt")]
    internal static partial nint Rsqrt(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sigmoid")]
    internal static partial nint Sigmoid(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sigmoid_")]
    internal static partial void Sigmoid_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sign")]
    internal static partial nint Sign(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sin")]
    internal static partial nint Sin(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sin_")]
    internal static partial void Sin_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sqrt")]
    internal static partial nint Sqrt(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sqrt_")]
    internal static partial void Sqrt_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_tan")]
    internal static partial nint Tan(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_tanh")]
    internal static partial nint Tanh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_tanh_")]
    internal static partial void Tanh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_trunc")]
    internal static partial nint Trunc(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sum")]
    internal static partial nint Sum(nint tensor, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_mean")]
    internal static partial nint Mean(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sum_along_dimensions")]
    internal static partial nint Sum(
        nint tensor, long[] dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool keepdim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_mean_along_dimensions")]
    internal static partial nint Mean(
        nint tensor, long[] dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool keepdim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmax_along_dimension")]
    internal static partial nint Argmax(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmin_along_dimension")]
    internal static partial nint Argmin(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_neg")]
    internal static partial nint Neg(nint tensor);
}
