using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static unsafe partial class Exports
{
    internal static nint NanToNum(nint tensor, double nan, double? posinf, double? neginf)
    {
        var (most, least) = (posinf.GetValueOrDefault(), neginf.GetValueOrDefault());
        return THSTensor_nan_to_num(tensor, &nan, posinf.HasValue ? &most : null, neginf.HasValue ? &least : null);
    }

    internal static void NanToNum_(nint tensor, double nan, double? posinf, double? neginf)
    {
        var (most, least) = (posinf.GetValueOrDefault(), neginf.GetValueOrDefault());
        THSTensor_nan_to_num_(tensor, &nan, posinf.HasValue ? &most : null, neginf.HasValue ? &least : null);
    }

    [LibraryImport(Library)]
    private static partial nint THSTensor_nan_to_num(nint tensor, double* nan, double* posinf, double* neginf);

    [LibraryImport(Library)]
    private static partial void THSTensor_nan_to_num_(nint tensor, double* nan, double* posinf, double* neginf);

    [LibraryImport(Library, EntryPoint = "THSTensor_acos")]
    internal static partial nint Acos(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_acos_")]
    internal static partial void Acos_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_alias")]
    internal static partial nint Alias(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_angle")]
    internal static partial nint Angle(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_asin")]
    internal static partial nint Asin(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_asin_")]
    internal static partial void Asin_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atan")]
    internal static partial nint Atan(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atan2")]
    internal static partial nint Atan2(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_atan2_")]
    internal static partial void Atan2_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_atan_")]
    internal static partial void Atan_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_and")]
    internal static partial nint BitwiseAnd(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_and_")]
    internal static partial void BitwiseAnd_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_left_shift")]
    internal static partial nint BitwiseLeftShift(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_left_shift_")]
    internal static partial void BitwiseLeftShift_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_not")]
    internal static partial nint BitwiseNot(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_not_")]
    internal static partial void BitwiseNot_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_or")]
    internal static partial nint BitwiseOr(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_or_")]
    internal static partial void BitwiseOr_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_right_shift")]
    internal static partial nint BitwiseRightShift(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_right_shift_")]
    internal static partial void BitwiseRightShift_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_xor")]
    internal static partial nint BitwiseXor(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_xor_")]
    internal static partial void BitwiseXor_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ceil_")]
    internal static partial void Ceil_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_max")]
    internal static partial nint ClampMaxScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_max_")]
    internal static partial void ClampMaxScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_min")]
    internal static partial nint ClampMinScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_min_")]
    internal static partial void ClampMinScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_conj")]
    internal static partial nint Conj(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_conj_physical")]
    internal static partial nint ConjPhysical(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_conj_physical_")]
    internal static partial void ConjPhysical_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_copysign")]
    internal static partial nint Copysign(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_copysign_")]
    internal static partial void Copysign_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_cosh")]
    internal static partial nint Cosh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_cosh_")]
    internal static partial void Cosh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_deg2rad")]
    internal static partial nint Deg2rad(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_deg2rad_")]
    internal static partial void Deg2rad_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp2")]
    internal static partial nint Exp2(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp2_")]
    internal static partial void Exp2_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_expm1_")]
    internal static partial void Expm1_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_float_power")]
    internal static partial nint FloatPower(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_float_power_")]
    internal static partial void FloatPower_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_divide")]
    internal static partial nint FloorDivide(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_divide_scalar")]
    internal static partial nint FloorDivideScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_divide_scalar_")]
    internal static partial void FloorDivideScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_divide_")]
    internal static partial void FloorDivide_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmod")]
    internal static partial nint Fmod(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmod_scalar")]
    internal static partial nint FmodScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmod_scalar_")]
    internal static partial void FmodScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmod_")]
    internal static partial void Fmod_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_frac")]
    internal static partial nint Frac(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_frac_")]
    internal static partial void Frac_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_gcd")]
    internal static partial nint Gcd(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_gcd_")]
    internal static partial void Gcd_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_heaviside")]
    internal static partial nint Heaviside(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_heaviside_")]
    internal static partial void Heaviside_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_hypot")]
    internal static partial nint Hypot(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_log10_")]
    internal static partial void Log10_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log1p_")]
    internal static partial void Log1p_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log2_")]
    internal static partial void Log2_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_logaddexp")]
    internal static partial nint Logaddexp(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logaddexp2")]
    internal static partial nint Logaddexp2(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_and")]
    internal static partial nint LogicalAnd(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_and_")]
    internal static partial void LogicalAnd_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_not_")]
    internal static partial void LogicalNot_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_or")]
    internal static partial nint LogicalOr(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_or_")]
    internal static partial void LogicalOr_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_xor")]
    internal static partial nint LogicalXor(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_xor_")]
    internal static partial void LogicalXor_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_nextafter")]
    internal static partial nint Nextafter(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_nextafter_")]
    internal static partial void Nextafter_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow_scalar_")]
    internal static partial void PowScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow_")]
    internal static partial void Pow_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_rad2deg")]
    internal static partial nint Rad2deg(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_rad2deg_")]
    internal static partial void Rad2deg_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_reciprocal_")]
    internal static partial void Reciprocal_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_remainder")]
    internal static partial nint Remainder(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_remainder_scalar")]
    internal static partial nint RemainderScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_remainder_scalar_")]
    internal static partial void RemainderScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_remainder_")]
    internal static partial void Remainder_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_resolve_conj")]
    internal static partial nint ResolveConj(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_resolve_neg")]
    internal static partial nint ResolveNeg(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_rsqrt_")]
    internal static partial void Rsqrt_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sgn")]
    internal static partial nint Sgn(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sgn_")]
    internal static partial void Sgn_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sign_")]
    internal static partial void Sign_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_signbit")]
    internal static partial nint Signbit(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sinh")]
    internal static partial nint Sinh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sinh_")]
    internal static partial void Sinh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_tan_")]
    internal static partial void Tan_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_trunc_")]
    internal static partial void Trunc_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_xlogy")]
    internal static partial nint Xlogy(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_xlogy_")]
    internal static partial void Xlogy_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_lerp")]
    internal static partial nint Lerp(nint start, nint end, nint weight);

    [LibraryImport(Library, EntryPoint = "THSTensor_lerp_")]
    internal static partial void Lerp_(nint start, nint end, nint weight);

    [LibraryImport(Library, EntryPoint = "THSTensor_addcmul")]
    internal static partial nint Addcmul(nint tensor, nint tensor1, nint tensor2, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_addcmul_")]
    internal static partial void Addcmul_(nint tensor, nint tensor1, nint tensor2, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_addcdiv")]
    internal static partial nint Addcdiv(nint tensor, nint tensor1, nint tensor2, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_addcdiv_")]
    internal static partial void Addcdiv_(nint tensor, nint tensor1, nint tensor2, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_tensor")]
    internal static partial nint ClampTensor(nint tensor, nint min, nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_tensor_")]
    internal static partial void ClampTensor_(nint tensor, nint min, nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_round")]
    internal static partial nint Round(nint tensor, long decimals);

    [LibraryImport(Library, EntryPoint = "THSTensor_round_")]
    internal static partial void Round_(nint tensor, long decimals);

    [LibraryImport(Library, EntryPoint = "THSTensor_arcsinh")]
    internal static partial nint Asinh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_arcsinh_")]
    internal static partial void Asinh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_arccosh")]
    internal static partial nint Acosh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_arccosh_")]
    internal static partial void Acosh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_arctanh")]
    internal static partial nint Atanh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_arctanh_")]
    internal static partial void Atanh_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_real")]
    internal static partial nint Real(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_imag")]
    internal static partial nint Imag(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_is_conj")]
    internal static partial long IsConj(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_is_neg")]
    internal static partial long IsNeg(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp")]
    internal static partial nint Clamp(nint tensor, nint min, nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_")]
    internal static partial void Clamp_(nint tensor, nint min, nint max);
}
