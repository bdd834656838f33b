using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>The places of a store's virtual functions.</summary>
internal static class StoreSlots
{
    internal static readonly int
        Set = Slot(CppSymbols.StoreSet), Get = Slot(CppSymbols.StoreGet), Add = Slot(CppSymbols.StoreAdd),
        CompareSet = Slot(CppSymbols.StoreCompareSet), DeleteKey = Slot(CppSymbols.StoreDeleteKey), Check = Slot(CppSymbols.StoreCheck),
        NumKeys = Slot(CppSymbols.StoreNumKeys), Wait = Slot(CppSymbols.StoreWait), GetTimeout = Slot(CppSymbols.StoreGetTimeout),
        SetTimeout = Slot(CppSymbols.StoreSetTimeout);

    internal static bool AreKnown => Set > 0 && Get > 0 && Add > 0 && CompareSet > 0 && DeleteKey > 0 && Check > 0 && NumKeys > 0
        && Wait > 0 && GetTimeout > 0 && SetTimeout > 0;

    private static int Slot(CppSymbol function) => C10d.Slot(CppSymbols.PrefixStore, function);
}

/// <summary>c10d's stores: made by their constructors, used by their virtual functions.</summary>
internal static unsafe class NativeStore
{
    internal static CountedHandle MakeTcp(
        string host, int port, long? workers, bool isMaster, bool waits, long timeout, bool isShared, bool usesUv)
    {
        C10d.Require();
        return CountedHandle.Make(C10d.TcpStoreBytes, place =>
        {
            // struct TCPStoreOptions of libtorch 2.10, by its fields' places.
            var options = stackalloc byte[64];
            new Span<byte>(options, 64).Clear();
            *(ushort*)options = (ushort)port;
            options[2] = Flag(isMaster);
            (*(long*)(options + 8), options[16]) = (workers ?? 0, Flag(workers is not null));
            options[24] = Flag(waits);
            *(long*)(options + 32) = timeout;
            options[40] = Flag(isShared);
            options[52] = Flag(usesUv);
            WithText(host, text => ((delegate* unmanaged<nint, nint, nint, void>)CppSymbols.MakeTcpStore.Function)(
                place, text, (nint)options));
        });
    }

    internal static CountedHandle MakeFile(string path, int workers)
    {
        C10d.Require();
        return CountedHandle.Make(C10d.FileStoreBytes, place =>
            WithText(path, text => ((delegate* unmanaged<nint, nint, int, void>)CppSymbols.MakeFileStore.Function)(place, text, workers)));
    }

    internal static CountedHandle MakePrefix(string prefix, CountedHandle inner)
    {
        C10d.Require();
        using var held = new Held(inner);
        var owned = CountedHandle.Retain(held.At);
        var made = CountedHandle.Make(C10d.PrefixStoreBytes, place => WithText(prefix, text =>
        {
            // The pointer is moved out of.
            var given = owned;
            ((delegate* unmanaged<nint, nint, nint, void>)CppSymbols.MakePrefixStore.Function)(place, text, (nint)(&given));
            CountedHandle.Release(given);
        }));
        return made;
    }

    /// <summary>The constructor is inline: its timeout, its two empty maps, a mutex and a condition variable, which are zeros.</summary>
    internal static CountedHandle MakeHash(long timeout)
    {
        C10d.Require();
        return CountedHandle.Make(C10d.HashStoreBytes, place =>
        {
            *(nint*)place = CppSymbols.HashStore.FirstVirtual;
            *(long*)(place + 0x10) = timeout;
            CppMap.Empty(place + 0x18);
            CppMap.Empty(place + 0x50);
        });
    }

    /// <summary>The port of a TCPStore, which stands behind its host's name.</summary>
    internal static int PortOf(CountedHandle store)
    {
        using var held = new Held(store);
        return *(ushort*)(held.At + 0x38);
    }

    internal static void Set(CountedHandle store, string key, ReadOnlySpan<byte> value)
    {
        using var held = new Held(store);
        var at = held.At;
        fixed (byte* first = value)
        {
            var bytes = stackalloc[] { (nint)first, (nint)(first + value.Length), (nint)(first + value.Length) };
            WithText(key, text => ((delegate* unmanaged<nint, nint, nint, void>)C10d.Virtual(at, StoreSlots.Set))(at, text, (nint)bytes));
        }
    }

    internal static byte[] Get(CountedHandle store, string key)
    {
        using var held = new Held(store);
        var at = held.At;
        var bytes = stackalloc nint[3];
        new Span<nint>(bytes, 3).Clear();
        WithText(key, text => ((delegate* unmanaged<nint, nint, nint, void>)C10d.Virtual(at, StoreSlots.Get))((nint)bytes, at, text));
        return Take(bytes);
    }

    internal static byte[] CompareSet(CountedHandle store, string key, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> desired)
    {
        using var held = new Held(store);
        var at = held.At;
        fixed (byte* old = expected, next = desired)
        {
            var result = stackalloc nint[3];
            new Span<nint>(result, 3).Clear();
            var was = stackalloc[] { (nint)old, (nint)(old + expected.Length), (nint)(old + expected.Length) };
            var becomes = stackalloc[] { (nint)next, (nint)(next + desired.Length), (nint)(next + desired.Length) };
            WithText(key, text => ((delegate* unmanaged<nint, nint, nint, nint, nint, void>)C10d.Virtual(at, StoreSlots.CompareSet))(
                (nint)result, at, text, (nint)was, (nint)becomes));
            return Take(result);
        }
    }

    internal static long Add(CountedHandle store, string key, long amount)
    {
        using var held = new Held(store);
        var (at, sum) = (held.At, 0L);
        WithText(key, text => sum = ((delegate* unmanaged<nint, nint, long, long>)C10d.Virtual(at, StoreSlots.Add))(at, text, amount));
        return sum;
    }

    internal static bool DeleteKey(CountedHandle store, string key)
    {
        using var held = new Held(store);
        var (at, was) = (held.At, (byte)0);
        WithText(key, text => was = ((delegate* unmanaged<nint, nint, byte>)C10d.Virtual(at, StoreSlots.DeleteKey))(at, text));
        return was != 0;
    }

    internal static bool Check(CountedHandle store, IReadOnlyList<string> keys)
    {
        using var held = new Held(store);
        using var texts = new CppTexts(keys);
        var are = ((delegate* unmanaged<nint, nint, byte>)C10d.Virtual(held.At, StoreSlots.Check))(held.At, texts.List);
        C10d.Check();
        return are != 0;
    }

    internal static void Wait(CountedHandle store, IReadOnlyList<string> keys, long timeout)
    {
        using var held = new Held(store);
        using var texts = new CppTexts(keys);
        ((delegate* unmanaged<nint, nint, nint, void>)C10d.Virtual(held.At, StoreSlots.Wait))(held.At, texts.List, (nint)(&timeout));
        C10d.Check();
    }

    internal static long NumKeys(CountedHandle store)
    {
        using var held = new Held(store);
        var count = ((delegate* unmanaged<nint, long>)C10d.Virtual(held.At, StoreSlots.NumKeys))(held.At);
        C10d.Check();
        return count;
    }

    internal static long Timeout(CountedHandle store)
    {
        using var held = new Held(store);
        var address = ((delegate* unmanaged<nint, long*>)C10d.Virtual(held.At, StoreSlots.GetTimeout))(held.At);
        C10d.Check();
        return *address;
    }

    internal static void SetTimeout(CountedHandle store, long timeout)
    {
        using var held = new Held(store);
        ((delegate* unmanaged<nint, nint, void>)C10d.Virtual(held.At, StoreSlots.SetTimeout))(held.At, (nint)(&timeout));
        C10d.Check();
    }

    /// <summary>Calls something with a std::string, and throws what it threw.</summary>
    internal static void WithText(string value, Action<nint> call)
    {
        CppString text;
        CppString.Write(&text, value);
        try
        {
            call((nint)(&text));
        }
        finally
        {
            _ = CppString.Take(&text);
        }

        C10d.Check();
    }

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;

    private static byte[] Take(nint* bytes)
    {
        var value = new ReadOnlySpan<byte>((void*)bytes[0], (int)(bytes[1] - bytes[0])).ToArray();
        NativeMemory.Free((void*)bytes[0]);
        return value;
    }
}
