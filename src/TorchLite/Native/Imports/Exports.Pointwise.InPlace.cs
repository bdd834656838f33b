using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static unsafe partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_abs_")]
    internal static partial void Abs_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_acos_")]
    internal static partial void Acos_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_scalar_")]
    internal static partial void AddScalar_(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_")]
    internal static partial void Add_(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_addcdiv_")]
    internal static partial void Addcdiv_(nint tensor, nint tensor1, nint tensor2, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_addcmul_")]
    internal static partial void Addcmul_(nint tensor, nint tensor1, nint tensor2, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_asin_")]
    internal static partial void Asin_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atan2_")]
    internal static partial void Atan2_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_atan_")]
    internal static partial void Atan_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_and_")]
    internal static partial void BitwiseAnd_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_left_shift_")]
    internal static partial void BitwiseLeftShift_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_not_")]
    internal static partial void BitwiseNot_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_or_")]
    internal static partial void BitwiseOr_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_right_shift_")]
    internal static partial void BitwiseRightShift_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_xor_")]
    internal static partial void BitwiseXor_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ceil_")]
    internal static partial void Ceil_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_max_")]
    internal static partial void ClampMaxScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_min_")]
    internal static partial void ClampMinScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_tensor_")]
    internal static partial void ClampTensor_(nint tensor, nint min, nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_")]
    internal static partial void Clamp_(nint tensor, nint min, nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_conj_physical_")]
    internal static partial void ConjPhysical_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_copysign_")]
    internal static partial void Copysign_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_cos_")]
    internal static partial void Cos_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_cosh_")]
    internal static partial void Cosh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_deg2rad_")]
    internal static partial void Deg2rad_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_div_scalar_")]
    internal static partial void DivScalar_(nint left, nint right, [MarshalAs(UnmanagedType.LPUTF8Str)] string? roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_div_")]
    internal static partial void Div_(nint left, nint right, [MarshalAs(UnmanagedType.LPUTF8Str)] string? roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp2_")]
    internal static partial void Exp2_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp_")]
    internal static partial void Exp_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_expm1_")]
    internal static partial void Expm1_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_float_power_")]
    internal static partial void FloatPower_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_divide_scalar_")]
    internal static partial void FloorDivideScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_divide_")]
    internal static partial void FloorDivide_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_")]
    internal static partial void Floor_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmod_scalar_")]
    internal static partial void FmodScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmod_")]
    internal static partial void Fmod_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_frac_")]
    internal static partial void Frac_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_gcd_")]
    internal static partial void Gcd_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_heaviside_")]
    internal static partial void Heaviside_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_lerp_")]
    internal static partial void Lerp_(nint start, nint end, nint weight);

    [LibraryImport(Library, EntryPoint = "THSTensor_log10_")]
    internal static partial void Log10_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log1p_")]
    internal static partial void Log1p_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log2_")]
    internal static partial void Log2_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log_")]
    internal static partial void Log_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_and_")]
    internal static partial void LogicalAnd_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_not_")]
    internal static partial void LogicalNot_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_or_")]
    internal static partial void LogicalOr_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_xor_")]
    internal static partial void LogicalXor_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_scalar_")]
    internal static partial void MulScalar_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_")]
    internal static partial void Mul_(nint left, nint right);

    internal static void NanToNum_(nint tensor, double nan, double? posinf, double? neginf)
    {
        var (most, least) = (posinf.GetValueOrDefault(), neginf.GetValueOrDefault());
        THSTensor_nan_to_num_(tensor, &nan, posinf.HasValue ? &most : null, neginf.HasValue ? &least : null);
    }

    [LibraryImport(Library, EntryPoint = "THSTensor_neg_")]
    internal static partial void Neg_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_nextafter_")]
    internal static partial void Nextafter_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow_scalar_")]
    internal static partial void PowScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow_")]
    internal static partial void Pow_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_rad2deg_")]
    internal static partial void Rad2deg_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_reciprocal_")]
    internal static partial void Reciprocal_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_remainder_scalar_")]
    internal static partial void RemainderScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_remainder_")]
    internal static partial void Remainder_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_round_")]
    internal static partial void Round_(nint tensor, long decimals);

    [LibraryImport(Library, EntryPoint = "THSTensor_rsqrt_")]
    internal static partial void Rsqrt_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sgn_")]
    internal static partial void Sgn_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sign_")]
    internal static partial void Sign_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sin_")]
    internal static partial void Sin_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sinh_")]
    internal static partial void Sinh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sqrt_")]
    internal static partial void Sqrt_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub_scalar_")]
    internal static partial void SubScalar_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub_")]
    internal static partial void Sub_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_tan_")]
    internal static partial void Tan_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_tanh_")]
    internal static partial void Tanh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_trunc_")]
    internal static partial void Trunc_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_xlogy_")]
    internal static partial void Xlogy_(nint left, nint right);

    [LibraryImport(Library)]
    private static partial void THSTensor_nan_to_num_(nint tensor, double* nan, double* posinf, double* neginf);
}
