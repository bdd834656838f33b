namespace TorchLite.Native.Loading;

/// <summary>
/// What the copies of TorchLite in a process know of each other: plug-ins bring one each, in an AssemblyLoadContext of its own. They share
/// libtorch; but each needs a LibTorchSharp of its own, in whose table of functions it puts its guard (<see cref="CppGuard"/>).
/// </summary>
internal static class LoadContexts
{
    private const string Key = "TorchLite.LibTorchSharp";

    /// <summary>Takes a library for this copy of TorchLite; false where another copy has it.</summary>
    internal static bool TryClaim(nint library)
    {
        // Of .NET's core library there is only one.
        lock (typeof(AppContext))
        {
            var claimed = AppContext.GetData(Key) as nint[] ?? [];
            if (claimed.Contains(library))
            {
                return false;
            }

            AppContext.SetData(Key, (nint[])[.. claimed, library]);
            return true;
        }
    }
}
