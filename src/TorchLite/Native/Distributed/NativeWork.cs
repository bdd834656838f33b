namespace TorchLite.Native;

/// <summary>The places of a work's virtual functions.</summary>
internal static class WorkSlots
{
    internal static readonly int
        Wait = Slot(CppSymbols.WorkWait), IsCompleted = Slot(CppSymbols.WorkIsCompleted), IsSuccess = Slot(CppSymbols.WorkIsSuccess),
        SourceRank = Slot(CppSymbols.WorkSourceRank);

    internal static bool AreKnown => Wait > 0 && IsCompleted > 0 && IsSuccess > 0 && SourceRank > 0;

    private static int Slot(CppSymbol function) => C10d.Slot(CppSymbols.WorkTable, function);
}

/// <summary>c10d's work in progress, which holds the tensors it reads and writes.</summary>
internal static unsafe class NativeWork
{
    /// <summary>Waits until it is done; throws what went wrong.</summary>
    /// <param name="work">The work.</param>
    /// <param name="timeout">Milliseconds; 0: as long as it takes, which the group's timeout limits.</param>
    /// <returns>False where it was aborted.</returns>
    internal static bool Wait(CountedHandle work, long timeout)
    {
        using var held = new Held(work);
        var isDone = ((delegate* unmanaged<nint, long, byte>)C10d.Virtual(held.At, WorkSlots.Wait))(held.At, timeout);
        if (Exports.TakeError() is { } error)
        {
            throw error;
        }

        return isDone != 0;
    }

    internal static bool IsCompleted(CountedHandle work) => Ask(work, WorkSlots.IsCompleted) != 0;

    internal static bool IsSuccess(CountedHandle work) => Ask(work, WorkSlots.IsSuccess) != 0;

    internal static int SourceRank(CountedHandle work)
    {
        using var held = new Held(work);
        var rank = ((delegate* unmanaged<nint, int>)C10d.Virtual(held.At, WorkSlots.SourceRank))(held.At);
        C10d.Check();
        return rank;
    }

    private static byte Ask(CountedHandle work, int slot)
    {
        using var held = new Held(work);
        var answer = ((delegate* unmanaged<nint, byte>)C10d.Virtual(held.At, slot))(held.At);
        C10d.Check();
        return answer;
    }
}
