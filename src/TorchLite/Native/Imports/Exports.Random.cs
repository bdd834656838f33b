namespace TorchLite.Native;

internal static partial class Exports
{
    /// <summary>Makes a call that has no result, and asks whether it went well.</summary>
    internal static bool Checked<TArgs>(Action<nint, TArgs> op, nint tensor, TArgs args)
    {
        op(tensor, args);
        return TakeError() is { } error ? throw error : true;
    }
}
