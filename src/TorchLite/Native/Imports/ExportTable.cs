using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// The functions that a loaded library of Linux's exports, as the system's loader has them in memory. There a function can be given another
/// address, which is then the one that .NET finds by its name.
/// </summary>
internal sealed unsafe partial class ExportTable : IDisposable
{
    private const int Page = 4096;

    private readonly nint baseAddress;
    private readonly Symbol* symbols;
    private readonly nint names;
    private readonly int count;
    private readonly Dictionary<string, int> places = [];

    private ExportTable(nint baseAddress, nint symbols, nint names, int count)
    {
        this.baseAddress = baseAddress;
        this.symbols = (Symbol*)symbols;
        this.names = names;
        this.count = count;
    }

    /// <summary>Opens a library's table for changes; null where that cannot be.</summary>
    internal static ExportTable? Open(nint library)
    {
        const int LinkMap = 2; // RTLD_DI_LINKMAP
        Map* map;
        if (DlInfo(library, LinkMap, &map) != 0 || map->Dynamic == 0)
        {
            return null;
        }

        nint symbols = 0, names = 0, hash = 0;
        for (var entry = (Entry*)map->Dynamic; entry->Tag != 0; entry++)
        {
            // glibc has made addresses of the file's offsets, unless that part of memory is read-only.
            var address = entry->Value < map->Base ? entry->Value + map->Base : entry->Value;
            switch (entry->Tag)
            {
                case 5:
                    names = address;
                    break;
                case 6:
                    symbols = address;
                    break;
                case 0x6ffffef5:
                    hash = address;
                    break;
            }
        }

        if (symbols == 0 || names == 0 || hash == 0)
        {
            return null;
        }

        var table = new ExportTable(map->Base, symbols, names, Count((uint*)hash));
        return table.Permit(Pages.ReadWrite) ? table : null;
    }

    public void Dispose() => Permit(Pages.Read);

    /// <summary>The functions whose names begin in some way.</summary>
    internal List<(string Name, nint Address)> Functions(string prefix)
    {
        const int Function = 2, Global = 1;
        var found = new List<(string, nint)>();
        for (var i = 1; i < count; i++)
        {
            if (symbols[i].Info == ((Global << 4) | Function) && symbols[i].Section != 0
                && Marshal.PtrToStringUTF8(names + (nint)symbols[i].Name) is { } name
                && name.StartsWith(prefix, StringComparison.Ordinal))
            {
                places[name] = i;
                found.Add((name, baseAddress + symbols[i].Value));
            }
        }

        return found;
    }

    /// <summary>Gives one of these functions another address.</summary>
    internal void Redirect(string name, nint address) => symbols[places[name]].Value = address - baseAddress;

    // GNU's hash table: the last place is at the end of the longest chain; an odd word ends a chain.
    private static int Count(uint* hash)
    {
        var (buckets, first, filters) = (hash[0], hash[1], hash[2]);
        var bucket = hash + 4 + (filters * 2);
        uint last = 0;
        for (var i = 0; i < buckets; i++)
        {
            last = Math.Max(last, bucket[i]);
        }

        var chain = bucket + buckets;
        while (last >= first && (chain[last - first] & 1) == 0)
        {
            last++;
        }

        return (int)last + 1;
    }

    private bool Permit(int access)
    {
        var start = (nint)symbols / Page * Page;
        return Pages.Permit(start, (nint)(symbols + count) - start, access);
    }

    [LibraryImport("libdl.so.2", EntryPoint = "dlinfo")]
    private static partial int DlInfo(nint library, int request, void* answer);

    /// <summary>The beginning of a struct link_map.</summary>
    private readonly record struct Map(nint Base, nint Name, nint Dynamic);

    /// <summary>Elf64_Dyn.</summary>
    private readonly record struct Entry(nint Tag, nint Value);

    /// <summary>Elf64_Sym.</summary>
    private record struct Symbol(uint Name, byte Info, byte Other, ushort Section, nint Value, long Size);
}
