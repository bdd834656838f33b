using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_digamma")]
    internal static partial nint Digamma(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_digamma_")]
    internal static partial void Digamma_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_erf")]
    internal static partial nint Erf(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_erf_")]
    internal static partial void Erf_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_erfc")]
    internal static partial nint Erfc(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_erfc_")]
    internal static partial void Erfc_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_erfinv")]
    internal static partial nint Erfinv(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_erfinv_")]
    internal static partial void Erfinv_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_i0")]
    internal static partial nint I0(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_i0_")]
    internal static partial void I0_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_lgamma")]
    internal static partial nint Lgamma(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_lgamma_")]
    internal static partial void Lgamma_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sigmoid")]
    internal static partial nint Sigmoid(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sigmoid_")]
    internal static partial void Sigmoid_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sinc")]
    internal static partial nint Sinc(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_sinc_")]
    internal static partial void Sinc_(nint tensor);
}
