using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>A module of TorchScript with all below it, by their paths; freed when nothing refers to it any more.</summary>
internal sealed unsafe class ScriptTree : IDisposable
{
    // A torch::jit::Module is a pointer to an object, and a shared pointer that is empty.
    private const int ModuleWords = 8;

    private readonly Dictionary<string, nint> modules = new(StringComparer.Ordinal);
    private int isDisposed;

    private ScriptTree(nint module)
    {
        foreach (var (name, handle) in NamedHandles.Of((room, names) => Exports.NamedModules(module, room, names)))
        {
            if (!modules.TryAdd(name, handle))
            {
                Exports.DeleteScript(handle);
            }
        }
    }

    ~ScriptTree() => Free();

    /// <summary>Reads an archive.</summary>
    /// <param name="length">How long it is.</param>
    /// <param name="read">Reads a part of it.</param>
    /// <param name="all">Gives all of it, where parts can not be read.</param>
    /// <param name="device">Where its tensors go; null: where they were.</param>
    /// <exception cref="TorchException">libtorch refuses it.</exception>
    internal static ScriptTree Load(long length, ReadAdapter.Reader read, Func<byte[]> all, Device? device)
    {
        NativeLoader.EnsureLoaded();
        var (type, index) = (device ?? "cpu").ToNumbers();
        if (CppGuard.IsSupported && CppSymbols.LoadScript.Function is not 0 and var load)
        {
            using var adapter = new ReadAdapter(length, read);
            var shared = stackalloc[] { adapter.Pointer, 0 };
            var made = stackalloc nint[ModuleWords];
            var place = device is null ? 0 : (byte)type | ((byte)index << 8) | (1 << 16); // std::optional<c10::Device>, of three bytes
            ((delegate* unmanaged<nint*, nint*, int, byte, nint*>)load)(made, shared, place, 1);
            var error = Exports.TakeError();
            adapter.ThrowError();
            return error is null ? Own(made) : throw error;
        }

        var bytes = all();
        fixed (byte* start = bytes)
        {
            nint handle;
            try
            {
                handle = Exports.LoadScript(start, bytes.Length, type, index);
            }
            catch (SEHException error)
            {
                // LibTorchSharp catches libtorch's errors of other kinds; where Windows knows of this one, its text is lost.
                throw new TorchException("libtorch can not compile the model's code; on this system it does not say why", error);
            }

            if (handle == 0)
            {
                throw Exports.LastError();
            }

            try
            {
                return new(handle);
            }
            finally
            {
                Exports.DeleteScript(handle);
            }
        }
    }

    /// <summary>The handle of a module; valid as long as this object is.</summary>
    /// <exception cref="ObjectDisposedException">It is freed.</exception>
    internal nint this[string path]
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref isDisposed) != 0, typeof(Jit.ScriptModule));
            return modules.TryGetValue(path, out var handle) ? handle
                : throw new TorchFileException($"the TorchScript archive has no module '{path}'");
        }
    }

    /// <summary>The parameters and buffers below a module, by their paths; the handles are the caller's.</summary>
    internal List<(string Name, nint Handle)> Tensors(string path, bool areParameters)
    {
        var module = this[path];
        return NamedHandles.Of((room, names) =>
        {
            if (areParameters)
            {
                Exports.NamedParameters(module, room, names);
            }
            else
            {
                Exports.NamedBuffers(module, room, names);
            }
        });
    }

    /// <summary>The attributes of a module that are tensors; the handles are the caller's.</summary>
    internal List<(string Name, nint Handle)> Attributes(string path)
    {
        var module = this[path];
        return NamedHandles.Of((room, names) => Exports.NamedAttributes(module, recurse: false, room, names));
    }

    /// <summary>A copy for which computing needs no more than what its methods need: libtorch's <c>torch::jit::freeze</c>.</summary>
    internal ScriptTree Freeze(string path, IReadOnlyList<string> preserved, bool optimizes)
    {
        var freeze = CppSymbols.FreezeScript.Required("torch.jit.freeze");
        var made = stackalloc nint[ModuleWords];
        using var names = new CppTexts(preserved);
        ((delegate* unmanaged<nint*, nint, nint, byte, nint*>)freeze)(
            made, *(nint*)this[path], names.Optional, optimizes ? (byte)1 : (byte)0);
        return Finish(made);
    }

    /// <summary>A frozen module, its methods made fast: libtorch's <c>torch::jit::optimize_for_inference</c>.</summary>
    internal ScriptTree Optimize(string path, IReadOnlyList<string> methods)
    {
        var optimize = CppSymbols.OptimizeScript.Required("torch.jit.optimize_for_inference");
        var made = stackalloc nint[ModuleWords];
        using var names = new CppTexts(methods);
        ((delegate* unmanaged<nint*, nint, nint, nint*>)optimize)(made, *(nint*)this[path], names.List);
        return Finish(made);
    }

    /// <summary>What libtorch prints of a module: its attributes, and the graphs of its methods.</summary>
    internal string Dump(string path)
    {
        var dump = CppSymbols.DumpScript.Required("The graph of a TorchScript method");
        CppString text = default;
        ((delegate* unmanaged<CppString*, nint, byte, byte, byte, CppString*>)dump)(&text, *(nint*)this[path], 1, 0, 0);
        GC.KeepAlive(this);
        CppGuard.Check();
        return CppString.Take(&text);
    }

    /// <summary>The source of a method as PyTorch shows it; null where the functions for it are not known.</summary>
    internal string? Print(string path, string method)
    {
        var text = ScriptPrinter.Print(*(nint*)this[path], method);
        GC.KeepAlive(this);
        return text;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private ScriptTree Finish(nint* made)
    {
        GC.KeepAlive(this);
        return Exports.TakeError() is { } error ? throw error : Own(made);
    }

    // The object counts its owners, and the share of what a function gave is given up when there are others.
    private static ScriptTree Own(nint* made)
    {
        var shared = stackalloc[] { (nint)made, 0 };
        var tree = new ScriptTree((nint)shared);
        if (tree.modules.TryGetValue("", out var root) && **(nint**)root == made[0])
        {
            Interlocked.Decrement(ref ((int*)made[0])[2]);
        }

        return tree;
    }

    private void Free()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 0)
        {
            foreach (var handle in modules.Values)
            {
                Exports.DeleteScript(handle);
            }
        }
    }
}
