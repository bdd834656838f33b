namespace TorchLite;

public static partial class Torch
{
    /// <summary>
    /// Tells what TorchLite found on this system: versions, the system's C and C++ libraries, the native libraries that were loaded
    /// and from where, CUDA, and, where loading fails, why. It loads the backend if nothing has loaded it yet, and never throws.
    /// </summary>
    /// <returns>Lines of the form <c>name: value</c>, in the same words in every culture.</returns>
    /// <remarks>PyTorch's counterpart is <c>python -m torch.utils.collect_env</c>.</remarks>
    /// <example><code>
    /// Torch.Diagnose().Contains("libtorch: ")     // True
    /// </code></example>
    public static string Diagnose() => Diagnosis.Compose();
}
