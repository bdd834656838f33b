using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>The places of a backend's virtual functions.</summary>
internal static class BackendSlots
{
    internal static readonly int
        AllReduce = Slot(CppSymbols.BackendAllReduce), Broadcast = Slot(CppSymbols.BackendBroadcast),
        Reduce = Slot(CppSymbols.BackendReduce), AllGather = Slot(CppSymbols.BackendAllGather),
        AllGatherBase = Slot(CppSymbols.BackendAllGatherBase),
        Gather = Slot(CppSymbols.BackendGather), Scatter = Slot(CppSymbols.BackendScatter),
        ReduceScatter = Slot(CppSymbols.BackendReduceScatter), ReduceScatterBase = Slot(CppSymbols.BackendReduceScatterBase),
        AllToAllBase = Slot(CppSymbols.BackendAllToAllBase), AllToAll = C10d.Slot(CppSymbols.WrapperTable, CppSymbols.BackendAllToAll),
        MonitoredBarrier = Slot(CppSymbols.BackendMonitoredBarrier), Send = Slot(CppSymbols.BackendSend),
        Recv = Slot(CppSymbols.BackendRecv), RecvAnysource = Slot(CppSymbols.BackendRecvAnysource),
        Barrier = Slot(CppSymbols.BackendBarrier);

    internal static bool AreKnown => AllReduce > 0 && Broadcast > 0 && Reduce > 0 && AllGather > 0 && AllGatherBase > 0 && Gather > 0
        && Scatter > 0 && ReduceScatter > 0 && ReduceScatterBase > 0 && AllToAllBase > 0 && AllToAll == AllToAllBase + 1
        && MonitoredBarrier > 0 && Send > 0 && Recv > 0 && RecvAnysource > 0 && Barrier > 0;

    private static int Slot(CppSymbol function) => C10d.Slot(CppSymbols.GlooTable, function);
}

/// <summary>
/// c10d's backends: Gloo, and PyTorch's wrapper around one that compares what the ranks call. Each collective gives a work in progress. The
/// options are structures of libtorch 2.10, written by their fields' places; a timeout of -1 is the group's.
/// </summary>
internal static unsafe class NativeBackend
{
    private const int OptionBytes = 128;
    private static readonly nint ReduceOpTable = CppSymbols.ReduceOpTable.FirstVirtual;

    /// <summary>Connects the ranks by Gloo, over the interfaces of GLOO_SOCKET_IFNAME or else that of the machine's name.</summary>
    internal static CountedHandle MakeGloo(CountedHandle store, int rank, int size, long timeout)
    {
        C10d.Require();
        using var held = new Held(store);
        var owner = held.At;
        nint options = 0;
        ((delegate* unmanaged<nint, long, void>)CppSymbols.MakeGlooOptions.Function)((nint)(&options), timeout);
        C10d.Check();
        try
        {
            var given = CountedHandle.Retain(options);
            return CountedHandle.Make(C10d.GlooBytes, place =>
            {
                // The options are moved out of.
                var (at, moved) = (owner, given);
                ((delegate* unmanaged<nint, nint, int, int, nint, void>)CppSymbols.MakeGloo.Function)(
                    place, (nint)(&at), rank, size, (nint)(&moved));
                CountedHandle.Release(moved);
                C10d.Check();
            });
        }
        finally
        {
            CountedHandle.Release(options);
        }
    }

    /// <summary>PyTorch's own checks around a backend: its helper compares the fingerprints of what each rank calls.</summary>
    internal static CountedHandle Wrap(CountedHandle backend, CountedHandle helper)
    {
        using var held = new Held(backend);
        using var heldHelper = new Held(helper);
        var (wrapped, owned) = (held.At, CountedHandle.Retain(heldHelper.At));
        return CountedHandle.Make(C10d.WrapperBytes, place =>
        {
            var (first, second) = (wrapped, owned);
            ((delegate* unmanaged<nint, nint, nint, void>)CppSymbols.MakeWrapper.Function)(place, (nint)(&first), (nint)(&second));
            CountedHandle.Release(second);
            C10d.Check();
        });
    }

    /// <summary>Says how much c10d checks and writes: 0, 1 or 2.</summary>
    internal static void SetDebugLevel(int level)
    {
        ((delegate* unmanaged<int, void>)CppSymbols.SetDebugLevel.Function)(level);
        C10d.Check();
    }

    internal static CountedHandle AllReduce(CountedHandle backend, ReadOnlySpan<nint> tensors, byte op)
    {
        var options = stackalloc byte[OptionBytes];
        Write(options, op);
        Finish(options + 32);
        using var list = new TensorVectors(tensors);
        return Call(backend, BackendSlots.AllReduce, list.At, options);
    }

    internal static CountedHandle Broadcast(CountedHandle backend, nint tensor, long root)
    {
        var options = stackalloc byte[OptionBytes];
        Clear(options);
        *(long*)options = root;
        Finish(options + 16);
        using var list = new TensorVectors([tensor]);
        return Call(backend, BackendSlots.Broadcast, list.At, options);
    }

    internal static CountedHandle Reduce(CountedHandle backend, nint tensor, long root, byte op)
    {
        var options = stackalloc byte[OptionBytes];
        Write(options, op);
        *(long*)(options + 32) = root;
        Finish(options + 48);
        using var list = new TensorVectors([tensor]);
        return Call(backend, BackendSlots.Reduce, list.At, options);
    }

    internal static CountedHandle AllGather(CountedHandle backend, nint[] outputs, nint input)
    {
        var options = stackalloc byte[OptionBytes];
        Clear(options);
        Finish(options);
        using var lists = new TensorVectors(outputs);
        using var list = new TensorVectors([input]);
        return Call(backend, BackendSlots.AllGather, lists.At, list.At, options);
    }

    internal static CountedHandle AllGatherBase(CountedHandle backend, nint output, nint input)
    {
        var options = stackalloc byte[OptionBytes];
        Clear(options);
        Finish(options);
        return Call(backend, BackendSlots.AllGatherBase, output, input, options);
    }

    internal static CountedHandle Gather(CountedHandle backend, nint[]? outputs, nint input, long root)
    {
        var options = stackalloc byte[OptionBytes];
        Clear(options);
        *(long*)options = root;
        Finish(options + 8);
        using var lists = new TensorVectors(outputs);
        using var list = new TensorVectors([input]);
        return Call(backend, BackendSlots.Gather, lists.At, list.At, options);
    }

    internal static CountedHandle Scatter(CountedHandle backend, nint output, nint[]? inputs, long root)
    {
        var options = stackalloc byte[OptionBytes];
        Clear(options);
        *(long*)options = root;
        Finish(options + 8);
        using var list = new TensorVectors([output]);
        using var lists = new TensorVectors(inputs);
        return Call(backend, BackendSlots.Scatter, list.At, lists.At, options);
    }

    internal static CountedHandle ReduceScatter(CountedHandle backend, nint output, nint[] inputs, byte op)
    {
        var options = stackalloc byte[OptionBytes];
        Write(options, op);
        Finish(options + 32);
        using var list = new TensorVectors([output]);
        using var lists = new TensorVectors(inputs);
        return Call(backend, BackendSlots.ReduceScatter, list.At, lists.At, options);
    }

    internal static CountedHandle ReduceScatterBase(CountedHandle backend, nint output, nint input, byte op)
    {
        var options = stackalloc byte[OptionBytes];
        Write(options, op);
        Finish(options + 32);
        return Call(backend, BackendSlots.ReduceScatterBase, output, input, options);
    }

    internal static CountedHandle AllToAllBase(
        CountedHandle backend, nint output, nint input, ReadOnlySpan<long> outputSizes, ReadOnlySpan<long> inputSizes)
    {
        using var held = new Held(backend);
        var options = stackalloc byte[OptionBytes];
        Clear(options);
        Finish(options);
        nint work = 0;

        // The function may keep the lists, whose memory is its own then.
        var lists = stackalloc nint[6];
        Sizes(lists, outputSizes);
        Sizes(lists + 3, inputSizes);
        ((delegate* unmanaged<nint, nint, nint, nint, nint, nint, nint, void>)C10d.Virtual(held.At, BackendSlots.AllToAllBase))(
            (nint)(&work), held.At, output, input, (nint)lists, (nint)(lists + 3), (nint)options);
        NativeMemory.Free((void*)lists[0]);
        NativeMemory.Free((void*)lists[3]);
        C10d.Check();
        return new(work);
    }

    internal static CountedHandle AllToAll(CountedHandle backend, ReadOnlySpan<nint> outputs, ReadOnlySpan<nint> inputs)
    {
        var options = stackalloc byte[OptionBytes];
        Clear(options);
        Finish(options);
        using var outs = new TensorVectors(outputs);
        using var ins = new TensorVectors(inputs);
        return Call(backend, BackendSlots.AllToAll, outs.At, ins.At, options);
    }

    internal static CountedHandle Send(CountedHandle backend, nint tensor, int to, int tag) =>
        Exchange(backend, BackendSlots.Send, tensor, to, tag);

    internal static CountedHandle Recv(CountedHandle backend, nint tensor, int from, int tag) =>
        Exchange(backend, BackendSlots.Recv, tensor, from, tag);

    internal static CountedHandle RecvAnysource(CountedHandle backend, nint tensor, int tag)
    {
        using var held = new Held(backend);
        using var list = new TensorVectors([tensor]);
        nint work = 0;
        ((delegate* unmanaged<nint, nint, nint, int, void>)C10d.Virtual(held.At, BackendSlots.RecvAnysource))(
            (nint)(&work), held.At, list.At, tag);
        C10d.Check();
        return new(work);
    }

    internal static CountedHandle Barrier(CountedHandle backend, long timeout)
    {
        using var held = new Held(backend);
        var options = stackalloc byte[OptionBytes];
        WriteBarrier(options, timeout);
        nint work = 0;
        ((delegate* unmanaged<nint, nint, nint, void>)C10d.Virtual(held.At, BackendSlots.Barrier))((nint)(&work), held.At, (nint)options);
        C10d.Check();
        return new(work);
    }

    internal static void MonitoredBarrier(CountedHandle backend, long timeout, bool waitsForAll)
    {
        using var held = new Held(backend);
        var options = stackalloc byte[OptionBytes];
        WriteBarrier(options, timeout);
        ((delegate* unmanaged<nint, nint, byte, void>)C10d.Virtual(held.At, BackendSlots.MonitoredBarrier))(
            held.At, (nint)options, waitsForAll ? (byte)1 : (byte)0);
        C10d.Check();
    }

    private static void Sizes(nint* list, ReadOnlySpan<long> sizes)
    {
        var items = sizes.IsEmpty ? null : (long*)NativeMemory.Alloc((nuint)sizes.Length, sizeof(long));
        sizes.CopyTo(new(items, sizes.Length));
        (list[0], list[1], list[2]) = ((nint)items, (nint)(items + sizes.Length), (nint)(items + sizes.Length));
    }

    private static CountedHandle Exchange(CountedHandle backend, int slot, nint tensor, int peer, int tag)
    {
        using var held = new Held(backend);
        using var list = new TensorVectors([tensor]);
        nint work = 0;
        ((delegate* unmanaged<nint, nint, nint, int, int, void>)C10d.Virtual(held.At, slot))((nint)(&work), held.At, list.At, peer, tag);
        C10d.Check();
        return new(work);
    }

    private static CountedHandle Call(CountedHandle backend, int slot, nint list, byte* options)
    {
        using var held = new Held(backend);
        nint work = 0;
        ((delegate* unmanaged<nint, nint, nint, nint, void>)C10d.Virtual(held.At, slot))((nint)(&work), held.At, list, (nint)options);
        C10d.Check();
        return new(work);
    }

    private static CountedHandle Call(CountedHandle backend, int slot, nint first, nint second, byte* options)
    {
        using var held = new Held(backend);
        nint work = 0;
        ((delegate* unmanaged<nint, nint, nint, nint, nint, void>)C10d.Virtual(held.At, slot))(
            (nint)(&work), held.At, first, second, (nint)options);
        C10d.Check();
        return new(work);
    }

    private static void Clear(byte* options) => new Span<byte>(options, OptionBytes).Clear();

    // c10d::ReduceOp is a counted object itself: its table, its counts, the operation, a supplement that is none.
    private static void Write(byte* options, byte op)
    {
        Clear(options);
        *(nint*)options = ReduceOpTable;
        options[16] = op;
    }

    // Most options end with the timeout and whether the caller does not wait.
    private static void Finish(byte* place, long timeout = -1)
    {
        *(long*)place = timeout;
        place[8] = 1;
    }

    // A list of devices that is empty, the timeout, a device that is none, whether the caller does not wait.
    private static void WriteBarrier(byte* options, long timeout)
    {
        Clear(options);
        *(long*)(options + 24) = timeout;
        options[35] = 1;
    }
}
