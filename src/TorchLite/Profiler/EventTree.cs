namespace TorchLite.Profiler;

/// <summary>The events of a trace, and which lies within which, as PyTorch finds it out.</summary>
internal static class EventTree
{
    private const string Memory = "[memory]";
    private const string OutOfMemory = "[OutOfMemory]";

    // A line of TorchScript around the operators that it calls, which is not the user's: RecordScope::TORCHSCRIPT_FUNCTION.
    private const byte ScriptScope = 2;

    // What PyTorch leaves out.
    private static readonly string[] LeftOut =
    [
        Memory, OutOfMemory, "profiler::_record_function_enter", "profiler::_record_function_enter_new", "profiler::_record_function_exit",
        "aten::is_leaf", "aten::output_nr", "aten::_version",
    ];

    /// <summary>Makes the events of a trace.</summary>
    internal static List<FunctionEvent> Build(long start, KinetoEvent[] told, bool usesCuda)
    {
        var memory = told.Where(static one => one.Name == Memory).OrderBy(static one => one.Start).ToArray();
        var starts = Array.ConvertAll(memory, static one => one.Start);
        var isUsed = new bool[memory.Length];
        var events = new List<FunctionEvent>();
        var front = new List<FunctionEvent>();
        var linked = new Dictionary<long, List<FunctionEvent>>();
        foreach (var one in told.Where(static one => one.Scope != ScriptScope && !LeftOut.Contains(one.Name)))
        {
            var made = new FunctionEvent(one, start, usesCuda);
            if (made.IsOnCpu)
            {
                made.Memory = Within(memory, starts, one, isUsed);
            }

            events.Add(made);
            if (one.LinkedId > 0)
            {
                if (!linked.TryGetValue(one.LinkedId, out var list))
                {
                    linked[one.LinkedId] = list = [];
                }

                list.Add(made);
            }
            else
            {
                front.Add(made);
            }
        }

        foreach (var one in front.Where(static one => one.IsOnCpu && !one.IsAsync))
        {
            foreach (var caused in linked.GetValueOrDefault(one.Id, []))
            {
                if (caused.IsOnCpu)
                {
                    caused.Thread = one.Thread;
                }
                else
                {
                    one.KernelTime += caused.End - caused.Start;
                }
            }
        }

        // Memory that was taken within no event is an event of its own.
        foreach (var one in memory.Where((_, i) => !isUsed[i]).Concat(told.Where(static one => one.Name == OutOfMemory)))
        {
            var alone = one with { End = one.Start, EndThread = one.Thread, DeviceType = 0, Shapes = [], Sequence = -1 };
            events.Add(new(alone, start, usesCuda)
            {
                Memory = Bytes(one),
            });
        }

        var sorted = InOrder(events).ToList();
        Nest(sorted);
        Merge(sorted);
        return sorted;
    }

    private static (long Cpu, long Device) Within(KinetoEvent[] memory, long[] starts, KinetoEvent one, bool[] isUsed)
    {
        var first = Array.BinarySearch(starts, one.Start);
        for (first = first < 0 ? ~first : first; first > 0 && starts[first - 1] == one.Start;)
        {
            first--;
        }

        (long Cpu, long Device) sum = default;
        for (var i = first; i < starts.Length && starts[i] <= one.End; i++)
        {
            var (cpu, device) = Bytes(memory[i]);
            sum = (sum.Cpu + cpu, sum.Device + device);
            isUsed[i] = true;
        }

        return sum;
    }

    private static (long Cpu, long Device) Bytes(KinetoEvent one) => one.DeviceType == 0 ? (one.Bytes, 0) : (0, one.Bytes);

    private static IEnumerable<FunctionEvent> InOrder(IEnumerable<FunctionEvent> events) =>
        events.OrderBy(static one => one.Start).ThenByDescending(static one => one.End);

    // On each thread, what begins and ends within another is its child.
    private static void Nest(List<FunctionEvent> events)
    {
        foreach (var thread in events.Where(static one => !one.IsAsync && one.IsOnCpu).GroupBy(static one => one.Thread))
        {
            var open = new Stack<FunctionEvent>();
            foreach (var one in InOrder(thread))
            {
                while (open.TryPeek(out var parent))
                {
                    if (one.Start < parent.End && one.End <= parent.End)
                    {
                        parent.Add(one);
                        break;
                    }

                    open.Pop();
                }

                open.Push(one);
            }
        }
    }

    // What only calls one of the same name is that.
    private static void Merge(List<FunctionEvent> events)
    {
        int before;
        do
        {
            before = events.Count;
            var gone = new HashSet<FunctionEvent>();
            foreach (var one in events)
            {
                if (one.CpuParent is { CpuChildren.Count: 1 } parent && parent.Name == one.Name)
                {
                    parent.TakeOver(one);
                    gone.Add(one);
                }
            }

            events.RemoveAll(gone.Contains);
        }
        while (events.Count < before);
    }
}
