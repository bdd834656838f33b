using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>A finished trace.</summary>
internal sealed unsafe class KinetoResult : SafeHandle
{
    internal KinetoResult(nint result)
        : base(0, true) => SetHandle(result);

    public override bool IsInvalid => handle == 0;

    /// <summary>When it began, and its events.</summary>
    internal (long Start, KinetoEvent[] Events) Read()
    {
        var read = Kineto.Read(handle);
        GC.KeepAlive(this);
        return read;
    }

    /// <summary>The names of the events where they take so many bytes; else null.</summary>
    internal string[]? Names(int bytes)
    {
        var words = (nint*)handle;
        return words[2] - words[1] == bytes ? [.. Read().Events.Select(static one => one.Name)] : null;
    }

    /// <summary>Writes the trace, once.</summary>
    internal void Save(string path)
    {
        using var objects = new KinetoObjects();
        ((delegate* unmanaged<nint, nint, void>)CppSymbols.SaveProfilerResult.Function)(handle, objects.Text(path));
        GC.KeepAlive(this);
        CppGuard.Check();
    }

    protected override bool ReleaseHandle()
    {
        ((delegate* unmanaged<nint, void>)CppSymbols.DestroyProfilerResult.Function)(handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
