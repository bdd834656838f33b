using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static unsafe partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_abs")]
    internal static partial nint Abs(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_acos")]
    internal static partial nint Acos(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_add")]
    internal static partial nint Add(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_scalar")]
    internal static partial nint AddScalar(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_addcdiv")]
    internal static partial nint Addcdiv(nint tensor, nint tensor1, nint tensor2, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_addcmul")]
    internal static partial nint Addcmul(nint tensor, nint tensor1, nint tensor2, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_angle")]
    internal static partial nint Angle(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_asin")]
    internal static partial nint Asin(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atan")]
    internal static partial nint Atan(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atan2")]
    internal static partial nint Atan2(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_and")]
    internal static partial nint BitwiseAnd(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_left_shift")]
    internal static partial nint BitwiseLeftShift(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_not")]
    internal static partial nint BitwiseNot(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_or")]
    internal static partial nint BitwiseOr(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_right_shift")]
    internal static partial nint BitwiseRightShift(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bitwise_xor")]
    internal static partial nint BitwiseXor(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ceil")]
    internal static partial nint Ceil(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp")]
    internal static partial nint Clamp(nint tensor, nint min, nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_max")]
    internal static partial nint ClampMaxScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_min")]
    internal static partial nint ClampMinScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_clamp_tensor")]
    internal static partial nint ClampTensor(nint tensor, nint min, nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_conj")]
    internal static partial nint Conj(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_conj_physical")]
    internal static partial nint ConjPhysical(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_copysign")]
    internal static partial nint Copysign(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_cos")]
    internal static partial nint Cos(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_cosh")]
    internal static partial nint Cosh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_deg2rad")]
    internal static partial nint Deg2rad(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_div")]
    internal static partial nint Div(nint left, nint right, [MarshalAs(UnmanagedType.LPUTF8Str)] string? roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_div_scalar")]
    internal static partial nint DivScalar(nint left, nint right, [MarshalAs(UnmanagedType.LPUTF8Str)] string? roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp")]
    internal static partial nint Exp(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_exp2")]
    internal static partial nint Exp2(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_expm1")]
    internal static partial nint Expm1(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_float_power")]
    internal static partial nint FloatPower(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor")]
    internal static partial nint Floor(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_divide")]
    internal static partial nint FloorDivide(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_floor_divide_scalar")]
    internal static partial nint FloorDivideScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmod")]
    internal static partial nint Fmod(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmod_scalar")]
    internal static partial nint FmodScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_frac")]
    internal static partial nint Frac(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_gcd")]
    internal static partial nint Gcd(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_heaviside")]
    internal static partial nint Heaviside(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_hypot")]
    internal static partial nint Hypot(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_imag")]
    internal static partial nint Imag(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_is_conj")]
    internal static partial long IsConj(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_is_neg")]
    internal static partial long IsNeg(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_lerp")]
    internal static partial nint Lerp(nint start, nint end, nint weight);

    [LibraryImport(Library, EntryPoint = "THSTensor_log")]
    internal static partial nint Log(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log10")]
    internal static partial nint Log10(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log1p")]
    internal static partial nint Log1p(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_log2")]
    internal static partial nint Log2(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_logaddexp")]
    internal static partial nint Logaddexp(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logaddexp2")]
    internal static partial nint Logaddexp2(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_and")]
    internal static partial nint LogicalAnd(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_not")]
    internal static partial nint LogicalNot(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_or")]
    internal static partial nint LogicalOr(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logical_xor")]
    internal static partial nint LogicalXor(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul")]
    internal static partial nint Mul(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_scalar")]
    internal static partial nint MulScalar(nint left, nint right);

    internal static nint NanToNum(nint tensor, double nan, double? posinf, double? neginf)
    {
        var (most, least) = (posinf.GetValueOrDefault(), neginf.GetValueOrDefault());
        return THSTensor_nan_to_num(tensor, &nan, posinf.HasValue ? &most : null, neginf.HasValue ? &least : null);
    }

    [LibraryImport(Library, EntryPoint = "THSTensor_neg")]
    internal static partial nint Neg(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_nextafter")]
    internal static partial nint Nextafter(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow")]
    internal static partial nint Pow(nint tensor, nint exponent);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow_scalar")]
    internal static partial nint PowScalar(nint tensor, nint exponent);

    [LibraryImport(Library, EntryPoint = "THSTensor_rad2deg")]
    internal static partial nint Rad2deg(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_real")]
    internal static partial nint Real(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_reciprocal")]
    internal static partial nint Reciprocal(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_remainder")]
    internal static partial nint Remainder(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_remainder_scalar")]
    internal static partial nint RemainderScalar(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_resolve_conj")]
    internal static partial nint ResolveConj(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_resolve_neg")]
    internal static partial nint ResolveNeg(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_round")]
    internal static partial nint Round(nint tensor, long decimals);

    [LibraryImport(Library, EntryPoint = "THSTensor_rsqrt")]
    internal static partial nint Rsqrt(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sgn")]
    internal static partial nint Sgn(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sign")]
    internal static partial nint Sign(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_signbit")]
    internal static partial nint Signbit(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sin")]
    internal static partial nint Sin(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sinh")]
    internal static partial nint Sinh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sqrt")]
    internal static partial nint Sqrt(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub")]
    internal static partial nint Sub(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub_scalar")]
    internal static partial nint SubScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_tan")]
    internal static partial nint Tan(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_tanh")]
    internal static partial nint Tanh(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_trunc")]
    internal static partial nint Trunc(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_xlogy")]
    internal static partial nint Xlogy(nint left, nint right);

    [LibraryImport(Library)]
    private static partial nint THSTensor_nan_to_num(nint tensor, double* nan, double* posinf, double* neginf);
}
