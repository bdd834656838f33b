using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

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
        var place = GradFn.NameFunction == 0 ? -1 : new Span<nint>(functions, Most).IndexOf(GradFn.NameFunction);
        if (place < 0)
        {
            return -1;
        }

        var copy = (nint*)System.Runtime.InteropServices.NativeMemory.Alloc(Before + Most, (nuint)sizeof(nint));
        new Span<nint>(functions - Before, Before + Most).CopyTo(new(copy, Before + Most));
        copy[Before + place] = (nint)(delegate* unmanaged[Cdecl]<nint*, nint, nint*>)&Name;
        return (nint)(copy + Before);
    }

    // std::string Node::name() const, libstdc++'s string through a hidden first argument: data, length, and up to 15 bytes of its own.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint* Name(nint* text, nint node)
    {
        const int Own = 15;
        var name = Encoding.UTF8.GetBytes(CustomNode.NameOf(node) ?? "");
        text[0] = name.Length <= Own ? (nint)(text + 2) : (nint)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)name.Length + 1);
        text[1] = name.Length;
        if (name.Length > Own)
        {
            text[2] = name.Length;
        }

        name.CopyTo(new Span<byte>((void*)text[0], name.Length));
        ((byte*)text[0])[name.Length] = 0;
        return text;
    }
}
