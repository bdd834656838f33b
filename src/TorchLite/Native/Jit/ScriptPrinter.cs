using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// libtorch's <c>torch::jit::PythonPrint</c>, which writes the source of a method as PyTorch's <c>code</c> shows it. Its objects are
/// libstdc++'s, laid out by hand.
/// </summary>
internal static unsafe class ScriptPrinter
{
    // More words than any of the objects has.
    private const int Room = 16;

    /// <summary>The source of a method; null where the functions for it are not known.</summary>
    /// <param name="module">A C++ torch::jit::Module.</param>
    /// <param name="method">The method's name.</param>
    internal static string? Print(nint module, string method)
    {
        if (!CppGuard.IsSupported || !Array.TrueForAll(
            [CppSymbols.FindScriptMethod, CppSymbols.MakePrinter, CppSymbols.PrintMethod, CppSymbols.PrintedText, CppSymbols.ReleaseShared],
            static one => one.Function != 0))
        {
            return null;
        }

        var function = Find(module, method);
        if (function == 0)
        {
            return null;
        }

        var memory = (nint*)NativeMemory.AllocZeroed(4 * Room, (nuint)sizeof(nint));
        var printer = memory;
        var constants = memory + Room;
        var dependencies = memory + (2 * Room);
        var typePrinter = memory + (3 * Room);

        // A std::vector, then a std::unordered_set: where its buckets are, how many, and the load factor; the one bucket lies within.
        var set = dependencies + 3;
        (set[0], set[1]) = ((nint)(set + 6), 1);
        *(float*)(set + 4) = 1;
        try
        {
            ((delegate* unmanaged<nint*, nint*, nint*, nint*, byte, void>)CppSymbols.MakePrinter.Function)(
                printer, constants, dependencies, typePrinter, 0);
            CppGuard.Check();
            ((delegate* unmanaged<nint*, nint, void>)CppSymbols.PrintMethod.Function)(printer, function);
            CppGuard.Check();
            CppString text = default;
            ((delegate* unmanaged<CppString*, nint*, CppString*>)CppSymbols.PrintedText.Function)(&text, printer);
            CppGuard.Check();
            return CppString.Take(&text);
        }
        finally
        {
            Free(printer, constants, dependencies);
            NativeMemory.Free(memory);
        }
    }

    // A std::optional of a torch::jit::Method: five words of its base class, the module's object, the function; then whether it is there.
    private static nint Find(nint module, string method)
    {
        CppString name = default;
        CppString.Write(&name, method);
        var found = stackalloc nint[Room];
        ((delegate* unmanaged<nint*, nint, CppString*, nint*>)CppSymbols.FindScriptMethod.Function)(found, module, &name);
        _ = CppString.Take(&name);
        CppGuard.Check();
        const int Owner = 5, Function = 6, IsThere = 7;
        if ((found[IsThere] & 0xFF) == 0)
        {
            return 0;
        }

        // The module has a share, too, so this one is not the last.
        Interlocked.Decrement(ref ((int*)found[Owner])[2]);
        return found[Function];
    }

    private static void Free(nint* printer, nint* constants, nint* dependencies)
    {
        const int Tensor = 1;
        Release(printer[1]);
        for (var at = (nint*)constants[0]; at < (nint*)constants[1]; at += 2)
        {
            // An IValue. The graph has a share of each tensor, too.
            if (at[1] == Tensor)
            {
                Interlocked.Decrement(ref ((int*)at[0])[2]);
            }
        }

        for (var at = (nint*)dependencies[0]; at < (nint*)dependencies[1]; at += 2)
        {
            Release(at[1]);
        }

        var set = dependencies + 3;
        for (var node = (nint*)set[2]; node != null;)
        {
            var next = (nint*)node[0];
            Release(node[2]);
            NativeMemory.Free(node);
            node = next;
        }

        if (set[0] != (nint)(set + 6))
        {
            NativeMemory.Free((void*)set[0]);
        }

        NativeMemory.Free((void*)constants[0]);
        NativeMemory.Free((void*)dependencies[0]);
    }

    private static void Release(nint control)
    {
        if (control != 0)
        {
            NodeHandle.Release(control);
        }
    }
}
