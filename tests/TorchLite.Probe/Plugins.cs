using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using TorchLite;

/// <summary>A host of plug-ins that bring a TorchLite each: <c>probe plugins ASSEMBLY KIND</c>; this program is the plug-in too.</summary>
internal static class Plugins
{
    internal static int Run(string assembly, string kind)
    {
        if (kind == "unloaded")
        {
            for (var i = 0; i < 2; i++)
            {
                var context = Unloaded(assembly);
                for (var n = 0; n < 5; n++)
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                }

                Console.WriteLine(context.IsAlive ? "kept" : "gone");
            }

            return 0;
        }

        var (first, second) = (new Context(assembly, kind), new Context(assembly, kind));
        Console.WriteLine(Work(first));
        Parallel.Invoke(() => Repeat(first), () => Repeat(second));
        Console.WriteLine(Work(second));
        return 0;

        static void Repeat(Context context)
        {
            for (var i = 0; i < 20; i++)
            {
                Work(context);
            }
        }
    }

    /// <summary>What a plug-in does: gradients, a function of its own, a hook, an error, memory of .NET's.</summary>
    internal static string Work()
    {
        var cube = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (ctx, t) => { ctx.SaveForBackward(t); return t.Pow(3); },
            static (ctx, grad) => [3 * ctx.SavedTensors[0].Pow(2) * grad]);
        var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        x.RegisterHook(static grad => grad * 2);
        cube(x).Sum().Backward();
        try
        {
            Torch.Ones(2, 3).Matmul(Torch.Ones(2, 3));
            return "no error";
        }
        catch (TorchException error)
        {
            return $"{x.Grad} {Torch.FromArray(new float[] { 1, 2, 3 }).Sum()} {error.Message}";
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Unloaded(string assembly)
    {
        var context = new Context(assembly, "unloaded");
        Console.WriteLine(Work(context));
        context.Unload();
        return new WeakReference(context);
    }

    private static string Work(Context context)
    {
        try
        {
            var work = context.Load().GetType(nameof(Plugins))!.GetMethod(nameof(Work), BindingFlags.Static | BindingFlags.NonPublic, [])!;
            return (string)work.Invoke(null, null)!;
        }
        catch (TargetInvocationException error)
        {
            return $"{error.InnerException!.GetType()}: {error.InnerException.Message}";
        }
    }

    // As .NET's documentation has it; or one that leaves native libraries to others, or that throws for this one.
    private sealed class Context(string path, string kind) : AssemblyLoadContext(isCollectible: kind == "unloaded")
    {
        private readonly AssemblyDependencyResolver resolver = new(path);

        internal Assembly Load() => LoadFromAssemblyPath(path);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            kind == "plain" ? 0
            : kind == "refusing" && unmanagedDllName == "LibTorchSharp" ? throw new DllNotFoundException("no LibTorchSharp here")
            : resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
    }
}
