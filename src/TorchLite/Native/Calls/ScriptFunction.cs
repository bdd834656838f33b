using System.Diagnostics;

namespace TorchLite.Native;

/// <summary>A function of TorchScript, compiled once, that takes tensors and gives tensors.</summary>
[StackTraceHidden]
internal sealed class ScriptFunction : IDisposable
{
    private nint unit;

    /// <summary>Compiles a function of the name <see cref="Script.Function"/>.</summary>
    /// <exception cref="TorchException">It does not compile.</exception>
    internal ScriptFunction(string text)
    {
        NativeLoader.EnsureLoaded();
        unit = Script.Compile(text);
    }

    ~ScriptFunction() => Release();

    /// <summary>Calls it.</summary>
    internal Tensor?[] Call(Tensor[] arguments)
    {
        ObjectDisposedException.ThrowIf(unit == 0, this);
        try
        {
            return Script.Call(unit, arguments);
        }
        finally
        {
            GC.KeepAlive(this);
        }
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref unit, 0) is not 0 and var owned)
        {
            Script.Release(owned);
        }
    }
}
