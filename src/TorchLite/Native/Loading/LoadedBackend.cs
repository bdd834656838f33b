namespace TorchLite.Native.Loading;

/// <summary>What the loader has loaded, and from where.</summary>
/// <param name="TorchCpu">The handle of libtorch_cpu.</param>
/// <param name="C10">The handle of c10, which libtorch_cpu needs.</param>
/// <param name="LibTorchSharp">The handle of LibTorchSharp.</param>
/// <param name="Folder">The folder libtorch came from.</param>
/// <param name="LibTorchSharpPath">The file LibTorchSharp came from.</param>
/// <param name="RelaxedVersion">The version need that was marked weak in memory, or null.</param>
/// <param name="HasCuda">libtorch's CUDA library lies in the folder, and was loaded.</param>
/// <param name="Elapsed">How long loading took.</param>
internal sealed record LoadedBackend(
    nint TorchCpu,
    nint C10,
    nint LibTorchSharp,
    string Folder,
    string LibTorchSharpPath,
    string? RelaxedVersion,
    bool HasCuda,
    TimeSpan Elapsed);
