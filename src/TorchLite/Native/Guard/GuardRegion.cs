namespace TorchLite.Native;

/// <summary>
/// Memory with the machine code that <see cref="CppGuard"/> hands out: many small entries, a common body, and what C++'s unwinder reads of
/// them. The code is written once and then only read and run; which function an entry leads to stands in a table beside it.
/// </summary>
internal sealed unsafe class GuardRegion
{
    /// <summary>How many functions have room in one: LibTorchSharp exports 1,164.</summary>
    internal const int Entries = 2048;

    private const int EntryBytes = 16;
    private const int BodyBytes = 512;
    private const int EmptyTextAt = BodyBytes - 96;
    private const int DoNothingAt = BodyBytes - 16;
    private const int CallStateAt = DoNothingAt - 16;
    private const int CopyStateAt = CallStateAt - 16;
    private const int UnwindBytes = 512;
    private const int CodeBytes = Entries * EntryBytes;
    private const int TableAt = (CodeBytes + BodyBytes + UnwindBytes + 4095) / 4096 * 4096;
    private const int Size = TableAt + (Entries * 8) + 4096;

    private readonly nint start;
    private int used;

    private GuardRegion(nint start) => this.start = start;

    /// <summary>A std::function's body that gives "".</summary>
    internal nint EmptyText => start + CodeBytes + EmptyTextAt;

    /// <summary>A std::function's manager where there is no state to copy or destroy.</summary>
    internal nint DoNothing => start + CodeBytes + DoNothingAt;

    /// <summary>A std::function's manager where there are two words of state.</summary>
    internal nint CopyState => start + CodeBytes + CopyStateAt;

    /// <summary>A std::function's body that calls a method.</summary>
    internal nint CallState => start + CodeBytes + CallStateAt;

    /// <summary>A region with room; null where the system gives none that may run.</summary>
    /// <param name="native">What the code calls.</param>
    /// <param name="errorSlot">Where the text of what was caught goes.</param>
    internal static GuardRegion? Create(GuardFunctions native, ThreadSlot errorSlot)
    {
        var start = Pages.Map(Size);
        if (start == 0)
        {
            return null;
        }

        // After the table: what the code refers to by address, and changes never.
        var data = start + TableAt + (Entries * 8);
        *(ThreadSlot*)data = errorSlot;
        "an exception that is no std::exception\0"u8.CopyTo(new((void*)(data + sizeof(ThreadSlot)), 64));

        var body = GuardCode.Body(native, errorSlot: data, unknown: data + sizeof(ThreadSlot), out var landing);
        for (var i = 0; i < Entries; i++)
        {
            var at = i * EntryBytes;
            var entry = GuardCode.Entry(toTable: TableAt + (i * 8) - at, toBody: CodeBytes - at);
            entry.CopyTo(new Span<byte>((void*)(start + at), EntryBytes));
        }

        body.CopyTo(new Span<byte>((void*)(start + CodeBytes), EmptyTextAt));
        GuardCode.EmptyText.CopyTo(new((void*)(start + CodeBytes + EmptyTextAt), CopyStateAt - EmptyTextAt));
        GuardCode.CopyState.CopyTo(new((void*)(start + CodeBytes + CopyStateAt), CallStateAt - CopyStateAt));
        GuardCode.CallState.CopyTo(new((void*)(start + CodeBytes + CallStateAt), DoNothingAt - CallStateAt));
        GuardCode.DoNothing.CopyTo(new((void*)(start + CodeBytes + DoNothingAt), BodyBytes - DoNothingAt));
        var tables = start + CodeBytes + BodyBytes;
        var catches = GuardTables.Catches(CodeBytes, CodeBytes + landing, native.ExceptionType);
        catches.CopyTo(new Span<byte>((void*)tables, UnwindBytes / 2));
        var frames = GuardTables.Frames(start, CodeBytes, body.Length, tables, native.Personality);
        frames.CopyTo(new Span<byte>((void*)(tables + (UnwindBytes / 2)), UnwindBytes / 2));
        if (!Pages.Permit(start, TableAt, Pages.ReadRun))
        {
            Pages.Free(start, Size);
            return null;
        }

        native.RegisterFrame(tables + (UnwindBytes / 2));
        return new(start);
    }

    /// <summary>An entry that leads to a function; 0 where there is none left.</summary>
    internal nint TryAdd(nint function)
    {
        if (used == Entries)
        {
            return 0;
        }

        ((nint*)(start + TableAt))[used] = function;
        return start + (used++ * EntryBytes);
    }
}
