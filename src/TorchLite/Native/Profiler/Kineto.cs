namespace TorchLite.Native;

/// <summary>libtorch's own profiler, by its C++ functions, on Linux x64.</summary>
internal static unsafe class Kineto
{
    // sizeof(KinetoEvent) of the libtorch that this was written for; what is called is looked at before the first profile.
    private const int EventSize = 168;

    // Of torch::profiler::impl::ActivityType.
    internal const int Cpu = 0;
    internal const int Cuda = 2;

    private static readonly Lazy<string?> Fault = new(Look);

    /// <summary>Whether there is a profiler here.</summary>
    internal static bool IsAvailable => Fault.Value is null;

    /// <summary>Says so where there is none.</summary>
    /// <exception cref="TorchNotImplementedException">There is no profiler here.</exception>
    internal static void Require()
    {
        if (Fault.Value is { } fault)
        {
            throw new TorchNotImplementedException(fault);
        }
    }

    /// <summary>Makes what is slow to make, so that the first events are not late.</summary>
    internal static void Prepare(int[] activities, bool shapes, bool memory, bool flops, string traceId)
    {
        using var objects = new KinetoObjects();
        ((delegate* unmanaged<nint, nint, void>)CppSymbols.PrepareProfiler.Function)(
            objects.Config(shapes, memory, flops, traceId), objects.Activities(activities));
        CppGuard.Check();
    }

    /// <summary>Begins to record what this thread does, after <see cref="Prepare"/> with the same.</summary>
    internal static void Enable(int[] activities, bool shapes, bool memory, bool flops, string traceId)
    {
        using var objects = new KinetoObjects();
        ((delegate* unmanaged<nint, nint, nint, void>)CppSymbols.EnableProfiler.Function)(
            objects.Config(shapes, memory, flops, traceId), objects.Activities(activities), objects.NoScopes());
        CppGuard.Check();
    }

    /// <summary>Ends it, on the same thread.</summary>
    internal static KinetoResult Disable()
    {
        nint result = 0;
        ((delegate* unmanaged<nint*, nint>)CppSymbols.DisableProfiler.Function)(&result);
        CppGuard.Check();
        return new(result);
    }

    /// <summary>Adds to the file of the profile that is running.</summary>
    internal static void AddMetadata(string key, string json)
    {
        using var objects = new KinetoObjects();
        ((delegate* unmanaged<nint, nint, void>)CppSymbols.AddProfilerMetadata.Function)(objects.Text(key), objects.Text(json));
        CppGuard.Check();
    }

    /// <summary>When the trace began, and its events.</summary>
    internal static (long Start, KinetoEvent[] Events) Read(nint result)
    {
        var words = (nint*)result; // the beginning, and a vector
        var first = words[1];
        var events = new KinetoEvent[Count(result)];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = Event(first + (i * EventSize));
        }

        return (words[0], events);
    }

    /// <summary>How many events there are; -1 where they are of another size.</summary>
    internal static long Count(nint result)
    {
        var words = (nint*)result;
        var (count, rest) = Math.DivRem(words[2] - words[1], EventSize);
        return rest == 0 ? count : -1;
    }

    private static KinetoEvent Event(nint event_) => new(
        CppString.ReturnedBy(Functions.Name, event_), Number(Functions.Start, event_), Number(Functions.End, event_),
        (ulong)Number(Functions.Thread, event_), (ulong)Number(Functions.EndThread, event_), (ulong)Number(Functions.ForwardThread, event_),
        Number(Functions.Id, event_), Number(Functions.LinkedId, event_), Number(Functions.Sequence, event_),
        Byte(Functions.Scope, event_), (sbyte)Byte(Functions.DeviceType, event_), Byte(Functions.DeviceIndex, event_),
        Byte(Functions.IsAsync, event_) != 0, Number(Functions.Bytes, event_), Number(Functions.Flops, event_),
        Byte(Functions.Activity, event_), Shapes(event_));

    private static long Number(nint function, nint event_) => ((delegate* unmanaged<nint, long>)function)(event_);

    private static byte Byte(nint function, nint event_) => ((delegate* unmanaged<nint, byte>)function)(event_);

    private static long[][] Shapes(nint event_)
    {
        var vectors = ((delegate* unmanaged<nint, Range>)Functions.Shapes)(event_);
        var shapes = vectors.Length == 0 ? [] : new long[vectors.Length][];
        for (var i = 0; i < shapes.Length; i++)
        {
            var vector = (long**)vectors.First + (3 * i);
            shapes[i] = new ReadOnlySpan<long>(vector[0], (int)(vector[1] - vector[0])).ToArray();
        }

        return shapes;
    }

    // Whether all is as it is known: a short profile says.
    private static string? Look()
    {
        const string What = "the profiler needs C++ functions of libtorch's that are not known, or not there, on ";
        NativeLoader.EnsureLoaded();
        if (!CppGuard.IsSupported || CppSymbols.Profiler.Any(static symbol => symbol.Address == 0)
            || LibTorchVersion.Of(NativeLoader.Loaded!.TorchCpu) is not { } version || !LibTorchVersion.Fits(version))
        {
            return What + LoadFailure.Platform;
        }

        var expected = new[] { "outer", "inner" };
        Prepare([Cpu], false, false, false, "");
        Enable([Cpu], false, false, false, "");
        using (var outer = new RecordedRange(expected[0]))
        using (var inner = new RecordedRange(expected[1]))
        {
        }

        using var result = Disable();
        return result.Names(expected.Length) is { } names && names.SequenceEqual(expected)
            ? null
            : "the profiler of this libtorch is laid out otherwise than the one that TorchLite knows";
    }

    private readonly record struct Range(nint First, nint Length);

    /// <summary>Looked up once.</summary>
    private static class Functions
    {
        internal static readonly nint Name = CppSymbols.EventName.Function;
        internal static readonly nint Shapes = CppSymbols.EventShapes.Function;
        internal static readonly nint Start = CppSymbols.EventStart.Function;
        internal static readonly nint End = CppSymbols.EventEnd.Function;
        internal static readonly nint Thread = CppSymbols.EventThread.Function;
        internal static readonly nint EndThread = CppSymbols.EventEndThread.Function;
        internal static readonly nint ForwardThread = CppSymbols.EventForwardThread.Function;
        internal static readonly nint Id = CppSymbols.EventId.Function;
        internal static readonly nint LinkedId = CppSymbols.EventLinkedId.Function;
        internal static readonly nint Sequence = CppSymbols.EventSequence.Function;
        internal static readonly nint Scope = CppSymbols.EventScope.Function;
        internal static readonly nint DeviceType = CppSymbols.EventDeviceType.Function;
        internal static readonly nint DeviceIndex = CppSymbols.EventDeviceIndex.Function;
        internal static readonly nint IsAsync = CppSymbols.EventIsAsync.Function;
        internal static readonly nint Bytes = CppSymbols.EventBytes.Function;
        internal static readonly nint Flops = CppSymbols.EventFlops.Function;
        internal static readonly nint Activity = CppSymbols.EventActivity.Function;
    }
}
