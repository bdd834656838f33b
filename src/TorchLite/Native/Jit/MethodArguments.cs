using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>The arguments of a method of TorchScript, as LibTorchSharp takes them; their tensors are in use until this ends.</summary>
internal sealed class MethodArguments : IDisposable
{
    // LibTorchSharp's codes.
    private const int ScalarKind = 1, BoolKind = 2, TensorsKind = 5, NoneKind = 8;

    private readonly List<Script.Value> values = [];
    private readonly List<Tensor> tensors = [];
    private readonly List<nint> scalars = [];
    private readonly List<GCHandle> lists = [];

    internal Script.Value[] Values => [.. values];

    internal Tensor[] Tensors => [.. tensors];

    internal void Add(Tensor? tensor) => values.Add(tensor is null ? new() { Kind = NoneKind } : Used(tensor));

    internal void Add(bool value) => values.Add(new() { Kind = BoolKind, Handle = value ? 1 : 0 });

    internal void Add(Scalar number)
    {
        scalars.Add(ScalarLease.New(number));
        values.Add(new() { Kind = ScalarKind, Handle = scalars[^1] });
    }

    internal void Add(IEnumerable<Tensor> list)
    {
        Script.Value[] items = [.. list.Select(Used)];
        lists.Add(GCHandle.Alloc(items, GCHandleType.Pinned));
        values.Add(new() { Kind = TensorsKind, Count = items.Length, Handle = lists[^1].AddrOfPinnedObject() });
    }

    public void Dispose()
    {
        tensors.ForEach(static tensor => tensor.Leave());
        scalars.ForEach(Exports.DeleteScalar);
        lists.ForEach(static list => list.Free());
        tensors.Clear();
    }

    private Script.Value Used(Tensor tensor)
    {
        var handle = tensor.Enter();
        tensors.Add(tensor);
        return new() { Handle = handle };
    }
}
