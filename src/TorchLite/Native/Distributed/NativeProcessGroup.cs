namespace TorchLite.Native;

/// <summary>
/// c10d::ProcessGroup around a backend, which libtorch's own users of a group take, such as the Reducer of DistributedDataParallel.
/// </summary>
internal static unsafe class NativeProcessGroup
{
    private const int BackendTypeAt = 0x20, BackendOfDevice = 0xC0, BackendOfType = 0xF8;
    private const byte Gloo = 1;
    private const int Cpu = 0, Cuda = 1;

    /// <summary>Makes one. <c>ProcessGroup::setBackend</c> is inline, so that its entries in two maps are made by hand.</summary>
    /// <param name="store">The group's store.</param>
    /// <param name="rank">The rank of this process in the group.</param>
    /// <param name="size">How many there are.</param>
    /// <param name="backend">Gloo, or the wrapper around it, for tensors of the CPU and, as in Python, of GPUs.</param>
    /// <param name="name">The group's name.</param>
    /// <param name="description">What the group is for.</param>
    internal static CountedHandle Make(CountedHandle store, int rank, int size, CountedHandle backend, string name, string description)
    {
        using var held = new Held(store);
        using var heldBackend = new Held(backend);
        var owned = CountedHandle.Retain(held.At);
        var made = CountedHandle.Make(C10d.ProcessGroupBytes, place =>
        {
            var given = owned;
            ((delegate* unmanaged<nint, nint, int, int, void>)CppSymbols.MakeProcessGroup.Function)(place, (nint)(&given), rank, size);
            CountedHandle.Release(given);
            C10d.Check();
        });
        var at = made.At;
        if (!CppMap.IsEmpty(at + BackendOfDevice) || !CppMap.IsEmpty(at + BackendOfType))
        {
            // Not to be destroyed either, being unknown.
            made.SetHandleAsInvalid();
            throw new TorchNotImplementedException(
                "the loaded libtorch lays out c10d::ProcessGroup otherwise than libtorch 2.10, which TorchLite knows: "
                + "Torch.Distributed does not work with it");
        }

        *(byte*)(at + BackendTypeAt) = Gloo;
        CppMap.AddFirst(at + BackendOfDevice, Cpu, CountedHandle.Retain(heldBackend.At), Cpu);
        CppMap.AddFirst(at + BackendOfDevice, Cuda, CountedHandle.Retain(heldBackend.At), Cuda);
        CppMap.AddFirst(at + BackendOfType, Gloo, CountedHandle.Retain(heldBackend.At));
        NativeStore.WithText(name, text => ((delegate* unmanaged<nint, nint, void>)CppSymbols.SetGroupName.Function)(at, text));
        NativeStore.WithText(description, text => ((delegate* unmanaged<nint, nint, void>)CppSymbols.SetGroupDesc.Function)(at, text));
        if (BackendFor(at, Cpu) != heldBackend.At || BackendFor(at, Cuda) != heldBackend.At)
        {
            throw new TorchNotImplementedException(
                "the loaded libtorch keeps the backends of c10d::ProcessGroup otherwise than libtorch 2.10, which TorchLite knows");
        }

        return made;
    }

    private static nint BackendFor(nint group, int device)
    {
        nint backend = 0;
        ((delegate* unmanaged<nint, nint, int, void>)CppSymbols.GetBackend.Function)((nint)(&backend), group, device);
        C10d.Check();
        CountedHandle.Release(backend);
        return backend;
    }
}
