namespace TorchLite.Native;

/// <summary>What is tied to one tensor, which keeps it alive: see <see cref="Tie"/>.</summary>
internal sealed unsafe class Companions
{
    private static readonly nint IsViewFunction = CppSymbols.IsView.Address;

    // The tensors that have any. Whether their ties may be loose is asked after each collection: the next one takes what is garbage then.
    private static readonly List<WeakReference<Tensor>> Known = [];

    private (Tie Tie, object Target)[] ties = [];

    /// <summary>Whether it can be told who owns a native tensor; where it cannot, every tie is tight for good.</summary>
    internal static bool IsSupported { get; } = IsViewFunction != 0 && GradFnReader.IsSupported && UseCount.IsKnown;

    /// <summary>Adds one, tight.</summary>
    internal void Add(Tensor owner, Tie tie, object target)
    {
        lock (Known)
        {
            if (Array.Exists(ties, known => known.Tie == tie))
            {
                return;
            }

            if (ties.Length == 0 && IsSupported)
            {
                Known.Add(new(owner));
            }

            ties = [.. ties, (tie, target)];
        }
    }

    internal void Tighten() => Array.ForEach(Volatile.Read(ref ties), static known => known.Tie.Tighten(known.Target));

    internal void Loosen() => Array.ForEach(Volatile.Read(ref ties), static known => known.Tie.Loosen());

    /// <summary>Whether nothing but one handle owns a native tensor, and nothing but the tensor the operation that made it.</summary>
    internal static bool IsAlone(nint handle)
    {
        if (UseCount.Of(handle) != 1 || ((delegate* unmanaged<nint, byte>)IsViewFunction)(handle) != 0)
        {
            return false;
        }

        // A std::shared_ptr: the operation, and the block in which its owners are counted.
        var node = GradFnReader.Pointer(handle);
        return node[0] == 0 || Volatile.Read(ref ((int*)node[1])[2]) == 1;
    }

    /// <summary>Loosens what may be loose, so that the next collection finds what is garbage; to be called after each.</summary>
    internal static void LoosenWhereAlone()
    {
        Tensor[] tensors;
        lock (Known)
        {
            if (Known.Count == 0)
            {
                return;
            }

            Known.RemoveAll(static known => !known.TryGetTarget(out var tensor) || tensor.IsDisposed);
            tensors = [.. Known.Select(static known => known.TryGetTarget(out var tensor) ? tensor : null!)];
        }

        Array.ForEach(tensors, static tensor => tensor?.TryLoosen());
    }
}
