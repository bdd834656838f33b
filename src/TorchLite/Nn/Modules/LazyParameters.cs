namespace TorchLite.Nn;

/// <summary>What the lazy modules have in common.</summary>
internal static class LazyParameters
{
    /// <summary>Whether a parameter or buffer of the module itself has no shape yet.</summary>
    internal static bool Any(Module module) =>
        module.Parameters(recurse: false).Any(static parameter => parameter is IUninitialized { IsUninitialized: true })
        || module.Buffers(recurse: false).Any(static buffer => buffer is IUninitialized { IsUninitialized: true });
}
