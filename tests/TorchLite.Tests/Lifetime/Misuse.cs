#pragma warning disable CS8500 // The address of a managed type: how else would a ref struct come to another thread?

namespace TorchLite.Tests.Lifetime;

/// <summary>Ends scopes and modes where they should not end; lambdas cannot hold them.</summary>
internal static class Misuse
{
    internal static string? MessageOf<T>(ref T stretch)
        where T : IDisposable, allows ref struct
    {
        try
        {
            stretch.Dispose();
            return null;
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }

    internal static unsafe string? MessageElsewhere<T>(ref T stretch)
        where T : IDisposable, allows ref struct
    {
        string? message = null;
        fixed (T* pointer = &stretch)
        {
            var address = (nint)pointer;
            var thread = new Thread(() => message = MessageOf(ref *(T*)address));
            thread.Start();
            thread.Join();
        }

        return message;
    }
}
