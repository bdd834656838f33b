using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// What libtorch calls a <see cref="CustomNode"/> in its messages: without this by the name of the C++ class, with it by the function's.
/// The object gets a copy of its class's table of virtual functions in which <c>name()</c> is ours; only where the table is the known one.
/// </summary>
internal static unsafe class NodeNames
{
    // Before the functions stand the offset to the object's beginning and its type; Node has about a dozen functions.
    private const int Before = 2;
    private const int Most = 24;

    private static nint table;

    /// <summary>Makes a node's <c>name()</c> give the function's name.</summary>
    internal static void Give(nint node)
    {
        if (table == 0)
        {
            table = Copy((nint*)*(nint*)node);
        }

        if (table > 0)
        {
            *(nint*)node = table;
        }
    }

    private static nint Copy(nint* functions)
    {
        // Where the class has it: its own table may lead there by a jump, as it does on Windows, where the table of a class of libtorch's own
        // has the function itself.
        var known = CppSymbols.AccumulateGrad.FirstVirtual;
        var place = GradFnReader.NameFunction == 0 || known == 0 ? -1 : new Span<nint>((void*)known, Most).IndexOf(GradFnReader.NameFunction);
        if (place < 0 || (!OperatingSystem.IsWindows() && functions[place] != GradFnReader.NameFunction))
        {
            return -1;
        }

        var copy = (nint*)NativeMemory.Alloc(Before + Most, (nuint)sizeof(nint));
        new Span<nint>(functions - Before, Before + Most).CopyTo(new(copy, Before + Most));
        copy[Before + place] = OperatingSystem.IsWindows()
            ? (nint)(delegate* unmanaged[Cdecl]<nint, CppString*, CppString*>)&NameOnWindows
            : (nint)(delegate* unmanaged[Cdecl]<CppString*, nint, CppString*>)&Name;
        return (nint)(copy + Before);
    }

    // std::string Node::name() const, the result through a hidden argument, which comes first, but on Windows after the object.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CppString* Name(CppString* text, nint node)
    {
        CppString.Write(text, CustomNode.NameOf(node) ?? "");
        return text;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CppString* NameOnWindows(nint node, CppString* text)
    {
        CppString.Write(text, CustomNode.NameOf(node) ?? "");
        return text;
    }
}
