using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>A finished trace.</summary>
internal sealed unsafe class KinetoResult : SafeHandle
{
    // What one takes by itself, and each of its events, as it was measured: the collector does not see it.
    private const long OwnBytes = 190_000;
    private const long EventBytes = 4_000;

    private readonly long bytes;

    internal KinetoResult(nint result)
        : base(0, true)
    {
        SetHandle(result);
        bytes = OwnBytes + (Kineto.Count(result) * EventBytes);
        GC.AddMemoryPressure(bytes);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>When it began, and its events.</summary>
    internal (long Start, KinetoEvent[] Events) Read()
    {
        var read = Kineto.Read(handle);
        GC.KeepAlive(this);
        return read;
    }

    /// <summary>The names of the events, where there are so many; else null.</summary>
    internal string[]? Names(int count) =>
        Kineto.Count(handle) == count ? [.. Read().Events.Select(static one => one.Name)] : null;

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
        GC.RemoveMemoryPressure(bytes);
        return true;
    }
}
