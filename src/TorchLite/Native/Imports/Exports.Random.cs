using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <content>Random numbers: a generator is a C++ at::Generator*, 0 the default one.</content>
internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_bernoulli")]
    internal static partial nint Bernoulli(nint tensor, nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_bernoulli_0")]
    internal static partial void Bernoulli_(nint tensor, double p, nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_bernoulli_1")]
    internal static partial void Bernoulli_(nint tensor, nint p, nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_cauchy_")]
    internal static partial void Cauchy_(nint tensor, double median, double sigma, nint generator);

    [LibraryImport(Library, EntryPoint = "THSGenerator_default_generator")]
    internal static partial nint DefaultGenerator();

    [LibraryImport(Library, EntryPoint = "THSGenerator_dispose")]
    internal static partial void DeleteGenerator(nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_exponential_")]
    internal static partial void Exponential_(nint tensor, double lambd, nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_geometric_")]
    internal static partial void Geometric_(nint tensor, double p, nint generator);

    [LibraryImport(Library, EntryPoint = "THSGenerator_get_rng_state")]
    internal static partial nint GetState(nint generator);

    [LibraryImport(Library, EntryPoint = "THSGenerator_initial_seed")]
    internal static partial long InitialSeed(nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_log_normal_")]
    internal static partial void LogNormal_(nint tensor, double mean, double std, nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_multinomial")]
    internal static partial nint Multinomial(
        nint tensor, long numSamples, [MarshalAs(UnmanagedType.U1)] bool replacement, nint generator);

    [LibraryImport(Library, EntryPoint = "THSGenerator_new")]
    internal static partial nint NewGenerator(ulong seed, long device, long index);

    [LibraryImport(Library, EntryPoint = "THSTensor_normal_")]
    internal static partial void Normal_(nint tensor, double mean, double std, nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_poisson")]
    internal static partial nint Poisson(nint tensor, nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_randint_out")]
    internal static partial nint RandintOut(nint generator, long low, long high, long[] sizes, int count, nint result);

    [LibraryImport(Library, EntryPoint = "THSTensor_random_")]
    internal static partial void Random_(nint tensor, double from, double to, nint generator);

    [LibraryImport(Library, EntryPoint = "THSTensor_randperm_out")]
    internal static partial nint RandpermOut(nint generator, long n, nint result);

    [LibraryImport(Library, EntryPoint = "THSGenerator_set_rng_state")]
    internal static partial void SetState(nint generator, nint state);

    [LibraryImport(Library, EntryPoint = "THSTensor_uniform_")]
    internal static partial void Uniform_(nint tensor, double from, double to, nint generator);
}
