using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>C++'s objects that the profiler takes, as libstdc++ lays them out, in memory that is freed with this.</summary>
internal sealed unsafe class KinetoObjects : IDisposable
{
    // More than any of the classes has: they are hundreds of bytes.
    private const int Room = 4096;
    private const int Kineto = 6; // ProfilerState::KINETO
    private readonly List<nint> memory = [];
    private readonly List<nint> lent = [];

    /// <summary>The configuration: what is recorded, and an identifier for the file.</summary>
    internal nint Config(bool shapes, bool memoryUse, bool flops, string traceId)
    {
        var experimental = Zeroed();
        var lists = Zeroed(); // two empty vectors
        ((delegate* unmanaged<nint, nint, byte, byte, nint, byte, byte, byte, byte, byte, byte, byte, nint, byte, void>)
            CppSymbols.ExperimentalConfig.Function)(experimental, lists, 0, 0, lists + 24, 0, 0, 0, 0, 0, 0, 0, Taken(""), 0);
        CppGuard.Check();
        var config = Zeroed();
        ((delegate* unmanaged<nint, int, byte, byte, byte, byte, byte, nint, nint, void>)CppSymbols.ProfilerConfig.Function)(
            config, Kineto, Flag(shapes), Flag(memoryUse), 0, Flag(flops), 0, experimental, Taken(traceId));
        CppGuard.Check();
        return config;
    }

    /// <summary>A std::set of enumerators, in ascending order: a red-black tree in which each hangs to the right of the last.</summary>
    internal nint Activities(params ReadOnlySpan<int> values)
    {
        var (set, before) = (Zeroed(), (nint)0);
        var head = (Node*)(set + 8);
        foreach (var value in values)
        {
            var node = (Node*)Zeroed();
            (node->Color, node->Value, node->Parent) = (before == 0 ? 1 : 0, value, before == 0 ? (nint)head : before);
            if (before == 0)
            {
                (head->Parent, head->Left) = ((nint)node, (nint)node);
            }
            else
            {
                ((Node*)before)->Right = (nint)node;
            }

            (head->Right, before) = ((nint)node, (nint)node);
        }

        ((nint*)head)[4] = values.Length;
        return set;
    }

    /// <summary>An empty std::unordered_set.</summary>
    internal nint NoScopes()
    {
        var set = (nint*)Zeroed();
        (set[0], set[1]) = ((nint)(set + 6), 1); // the one bucket within it, and how many there are
        *(float*)(set + 4) = 1; // the load factor
        return (nint)set;
    }

    /// <summary>A std::string that a function looks at.</summary>
    internal nint Text(string value)
    {
        lent.Add(Taken(value));
        return lent[^1];
    }

    public void Dispose()
    {
        foreach (var text in lent)
        {
            _ = CppString.Take((CppString*)text);
        }

        foreach (var one in memory)
        {
            NativeMemory.Free((void*)one);
        }

        lent.Clear();
        memory.Clear();
    }

    // One that a function takes over, with what of it is beyond the object.
    private nint Taken(string value)
    {
        var text = Zeroed();
        CppString.Write((CppString*)text, value);
        return text;
    }

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;

    private nint Zeroed()
    {
        memory.Add((nint)NativeMemory.AllocZeroed(Room));
        return memory[^1];
    }

    /// <summary>One of a red-black tree's.</summary>
    private struct Node
    {
        internal int Color;
        internal nint Parent;
        internal nint Left;
        internal nint Right;
        internal int Value;
    }
}
