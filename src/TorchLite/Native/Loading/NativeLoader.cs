using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace TorchLite.Native.Loading;

/// <summary>
/// Loads libtorch and LibTorchSharp once, before TorchSharp's first use: TorchSharp's own search fails on a system whose libstdc++
/// is older than the one it was built with, and then copies half a gigabyte before it blames a missing package.
/// </summary>
internal static class NativeLoader
{
    private static readonly Lock Sync = new();
    private static volatile LoadedBackend? loaded;
    private static string? failure;

    /// <summary>Exports of libtorch_cpu: libtorch's stable C ABI.</summary>
    internal static nint LibTorchCpu
    {
        get
        {
            EnsureLoaded();
            return loaded!.TorchCpu;
        }
    }

    /// <summary>What was loaded; null before the first use, and after a failure.</summary>
    internal static LoadedBackend? Loaded => loaded;

    /// <summary>Loads on the first call, costs one read later; a failure is kept, and thrown again with the same text.</summary>
    /// <exception cref="TorchLoadException">Something is missing, truncated or foreign; the text says what.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void EnsureLoaded()
    {
        if (loaded is null)
        {
            LoadOnce();
        }
    }

    /// <summary>
    /// Has the runtime ask here for the libraries that TorchLite itself imports from: it may do so when it compiles a method, before the
    /// first line of that method has run.
    /// </summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Nothing is loaded yet; and no other place is early enough.")]
    internal static void Prepare()
    {
        ProcessEnd.Prepare();
        SetResolver(typeof(NativeLoader).Assembly, static name =>
        {
            if (name is not ("LibTorchSharp" or "torch_cpu"))
            {
                return 0;
            }

            EnsureLoaded();
            return name == "torch_cpu" ? loaded!.TorchCpu : loaded!.LibTorchSharp;
        });
    }

    /// <summary>Whether libtorch is loaded; where that is going on now, when it is done.</summary>
    internal static bool IsLoadedOrWait()
    {
        // Loading takes a fraction of a second. Whoever hangs there is not worth a process that never ends.
        if (loaded is null && Sync.TryEnter(TimeSpan.FromSeconds(5)))
        {
            Sync.Exit();
        }

        return loaded is not null;
    }

    private static void LoadOnce()
    {
        lock (Sync)
        {
            if (loaded is not null)
            {
                return;
            }

            if (failure is null)
            {
                try
                {
                    var backend = BackendLoader.Load();
                    CppGuard.Start(backend.LibTorchSharp, backend.TorchCpu);
                    HandToTorchSharp(backend);
                    HeapReserve.Keep();
                    loaded = backend;
                    ProcessEnd.Loaded();
                    return;
                }
                catch (TorchLoadException e)
                {
                    failure = e.Message;
                }
            }

            throw new TorchLoadException(failure);
        }
    }

    private static void HandToTorchSharp(LoadedBackend backend)
    {
        var torchSharp = typeof(torch).Assembly;
        SetResolver(torchSharp, name => name == "LibTorchSharp" ? backend.LibTorchSharp : 0);

        // TorchSharp asks again by name, past the resolver. It must get what is loaded: where it does not, it starts copying.
        var isFound = false;
        var refusal = "the library is loaded, and yet not found by its name";
        try
        {
            isFound = NativeLibrary.TryLoad("LibTorchSharp", torchSharp, null, out _);
        }
        catch (Exception e)
        {
            // What a plug-in's context does is its host's, and so is what it throws.
            refusal = $"its AssemblyLoadContext refuses it: {e.Message.Trim()}";
        }

        if (!isFound)
        {
            throw new TorchLoadException(LoadMessage.Compose(
                backend.LibTorchSharpPath,
                refusal,
                "Let LoadUnmanagedDll of the AssemblyLoadContext return 0 for LibTorchSharp, which TorchLite has loaded;\n"
                + "if the program has no such context, report this with the output of Torch.Diagnose()."));
        }

        try
        {
            RuntimeHelpers.RunClassConstructor(typeof(torch).TypeHandle);
        }
        catch (TypeInitializationException e)
        {
            // Somebody used TorchSharp before TorchLite, and it failed for good.
            var words = e.InnerException?.Message ?? e.Message;
            throw new TorchLoadException(LoadMessage.Compose(
                backend.LibTorchSharpPath,
                words.Split('\n')[0].Trim(),
                "Use TorchLite before the first use of TorchSharp: TorchLite's loader then serves both."));
        }
    }

    private static void SetResolver(Assembly assembly, Func<string, nint> find)
    {
        try
        {
            NativeLibrary.SetDllImportResolver(assembly, (name, _, _) => find(name));
        }
        catch (InvalidOperationException)
        {
            // The application has set its own resolver; by its name the library that is loaded here is found as well.
        }
    }
}
