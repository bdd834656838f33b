using System.IO.Compression;

namespace TorchLite.Profiler;

/// <summary>
/// Where the time of a program goes: PyTorch's <c>torch.profiler.profile</c>. <see cref="Torch.Profiler.Profile"/> makes it.
/// </summary>
/// <remarks>
/// It records the thread that makes it, and the backward passes that this thread starts, and it stops there. One can record at a time.
/// </remarks>
/// <example><code>
/// using var profile = Torch.Profiler.Profile();
/// Torch.Ones(2, 2).Mm(Torch.Ones(2, 2));
/// profile.Stop();
/// profile.KeyAverages().Select(static average => average.Key).Contains("aten::mm")   // True
/// </code></example>
public sealed class Profile : IDisposable
{
    private readonly Func<long, ProfilerAction>? schedule;
    private readonly Action<Profile>? onTraceReady;
    private readonly bool accEvents;
    private readonly Dictionary<string, string> preset = [];
    private Func<string>? customTraceId;
    private ProfilerRun? run;
    private KinetoResult? result;
    private bool isSaved;
    private bool wasPrepared;
    private List<FunctionEvent>? events;
    private List<FunctionEvent> earlier = [];
    private ProfiledRange? stepRange;
    private ProfilerAction? action;
    private string? traceId;

    internal Profile(
        int[] activities, Func<long, ProfilerAction>? schedule, Action<Profile>? onTraceReady, bool recordShapes, bool profileMemory,
        bool withFlops, bool accEvents, Func<string>? customTraceId)
    {
        // Now, not at the step in which a schedule first wants it.
        Kineto.Require();
        (Activities, this.schedule, this.onTraceReady) = (activities, schedule, onTraceReady);
        (RecordsShapes, ProfilesMemory, WithFlops, this.accEvents) = (recordShapes || withFlops, profileMemory, withFlops, accEvents);
        this.customTraceId = customTraceId;
    }

    /// <summary>The number of the step, from 0 on: PyTorch's <c>step_num</c>.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// profile.Step();
    /// profile.StepNum   // 1
    /// </code></example>
    public long StepNum { get; private set; }

    /// <summary>What it does in this step: PyTorch's <c>current_action</c>.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// profile.CurrentAction   // Record
    /// </code></example>
    public ProfilerAction CurrentAction => action ?? At(StepNum);

    internal int[] Activities { get; }

    internal bool RecordsShapes { get; }

    internal bool ProfilesMemory { get; }

    internal bool WithFlops { get; }

    private bool UsesCuda => Activities.Contains(Kineto.Cuda);

    private EventTable Options => new(UsesCuda, ProfilesMemory, WithFlops);

    /// <summary>Begins anew, after <see cref="Stop"/>: PyTorch's <c>start()</c>. What was recorded before is forgotten.</summary>
    /// <exception cref="TorchException">A profile is recording already, or this is within a backward pass.</exception>
    /// <exception cref="TorchNotImplementedException">The system is not Linux x64, or libtorch another than 2.10.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// profile.Stop();
    /// profile.Start();
    /// Torch.Ones(2);
    /// profile.Stop();
    /// profile.Events().Count   // 3
    /// </code></example>
    public void Start()
    {
        Transit(ProfilerAction.None, CurrentAction);
        action = CurrentAction;
        BeginStep();
    }

    /// <summary>Ends the recording: PyTorch's <c>stop()</c>. The end of the <c>using</c> does so too, where it has not ended.</summary>
    /// <exception cref="TorchException">It is not recording, or this is within a backward pass.</exception>
    /// <exception cref="InvalidOperationException">Another thread began it.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// profile.Stop();
    /// profile.Stop()   // TorchException: Can't disable Kineto profiler when it's not running
    /// </code></example>
    public void Stop()
    {
        var last = action ?? throw new TorchException("Can't disable Kineto profiler when it's not running");
        run?.RequireHere();
        EndStep();
        action = null;
        Transit(last, null);
    }

    /// <summary>Tells that the next step begins: PyTorch's <c>step()</c>. The schedule then says what is done in it.</summary>
    /// <exception cref="TorchException">It was stopped.</exception>
    /// <exception cref="InvalidOperationException">Another thread began it.</exception>
    /// <example><code>
    /// var schedule = Torch.Profiler.Schedule(wait: 1, warmup: 1, active: 2, repeat: 1);
    /// using var profile = Torch.Profiler.Profile(
    ///     schedule: schedule,
    ///     onTraceReady: static one => Console.WriteLine(one.KeyAverages().Single(static row => row.Key == "aten::exp").Count));
    /// for (var i = 0; i &lt; 6; i++) { Torch.Ones(2).Exp(); profile.Step(); }   // 2
    /// </code></example>
    public void Step()
    {
        var before = action ?? throw new TorchException("Can't disable Kineto profiler when it's not running");
        run?.RequireHere();
        EndStep();
        StepNum++;
        action = At(StepNum);
        try
        {
            Transit(before, action);
        }
        catch when (run is null)
        {
            // There is nothing to stop.
            action = null;
            throw;
        }

        BeginStep();
    }

    /// <summary>The events one by one, in the order in which they began: PyTorch's <c>events()</c>.</summary>
    /// <returns>The events; none before it is stopped.</returns>
    /// <exception cref="TorchException">It was never started.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2);
    /// profile.Stop();
    /// string.Join(", ", profile.Events().Select(static one => one.Name))   // aten::ones, aten::empty, aten::fill_
    /// </code></example>
    public EventList<FunctionEvent> Events() => new(Read("accessing events"), Options);

    /// <summary>
    /// The events of each name together, in the order in which the names came: PyTorch's
    /// <c>key_averages(group_by_input_shape)</c>.
    /// </summary>
    /// <param name="groupByInputShape">Whether the same operation on other shapes is another entry.</param>
    /// <returns>The averages; none before it is stopped.</returns>
    /// <exception cref="TorchException">It was never started.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile(recordShapes: true);
    /// Torch.Ones(2).Exp();
    /// Torch.Ones(3).Exp();
    /// profile.Stop();
    /// profile.KeyAverages().Count(static one => one.Key == "aten::exp")                          // 1
    /// profile.KeyAverages(groupByInputShape: true).Count(static one => one.Key == "aten::exp")   // 2
    /// </code></example>
    public EventList<FunctionEventAvg> KeyAverages(bool groupByInputShape = false) =>
        new(Averages(Read("getting key averages"), groupByInputShape), Options);

    /// <summary>The sum of all events: PyTorch's <c>total_average()</c>.</summary>
    /// <returns>One entry, <c>Total</c>.</returns>
    /// <exception cref="TorchException">It was never started.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2);
    /// profile.Stop();
    /// profile.TotalAverage().Count   // 3
    /// </code></example>
    public FunctionEventAvg TotalAverage()
    {
        var total = new FunctionEventAvg("Total", null, false);
        Read("getting key averages").ForEach(total.Add);
        return total;
    }

    /// <summary>
    /// Writes what was recorded as a file for <c>chrome://tracing</c>, Perfetto or TensorBoard: PyTorch's
    /// <c>export_chrome_trace(path)</c>. It can be written once.
    /// </summary>
    /// <param name="path">The file; one whose name ends in <c>.gz</c> is packed.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="TorchException">There is nothing recorded, or it was written already.</exception>
    /// <exception cref="IOException">The file cannot be written. Nothing is lost: another one can.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2);
    /// profile.Stop();
    /// var path = Path.GetTempFileName();
    /// profile.ExportChromeTrace(path);
    /// File.ReadAllText(path).Contains("aten::ones")   // True
    /// File.Delete(path);
    /// </code></example>
    public void ExportChromeTrace(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var trace = result ?? throw new TorchException("Profiler must be initialized before exporting chrome trace");
        if (isSaved)
        {
            throw new TorchException("Trace is already saved.");
        }

        // libtorch says on its error stream alone that it cannot write.
        using var file = File.Create(path);
        var own = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            isSaved = true;
            trace.Save(own);
            using var read = File.OpenRead(own);
            if (path.EndsWith(".gz", StringComparison.Ordinal))
            {
                using var packed = new GZipStream(file, CompressionLevel.Optimal);
                read.CopyTo(packed);
            }
            else
            {
                read.CopyTo(file);
            }
        }
        finally
        {
            File.Delete(own);
        }
    }

    /// <summary>Adds a text to the file of the profile that is recording: PyTorch's <c>add_metadata(key, value)</c>.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">The text; quotation marks become apostrophes in the file, and backslashes slashes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchException">It is not recording.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// profile.AddMetadata("run", "first");
    /// </code></example>
    public void AddMetadata(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);

        // libtorch makes a slash of each backslash, so that nothing can be escaped.
        AddMetadataJson(key, $"\"{value.Replace('"', '\'')}\"");
    }

    /// <summary>Adds JSON to the file of the profile that is recording: PyTorch's <c>add_metadata_json(key, value)</c>.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">The JSON, which is written as it is.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchException">It is not recording.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// profile.AddMetadataJson("sizes", "[1, 2]");
    /// </code></example>
    public void AddMetadataJson(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        if (run is null)
        {
            throw new TorchException("Adding profiling metadata requires a profile that is recording");
        }

        Kineto.AddMetadata(key, value);
    }

    /// <summary>
    /// Keeps JSON that is added to the file of each recording that begins later: PyTorch's <c>preset_metadata_json(key, value)</c>.
    /// </summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">The JSON, which is written as it is.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile(schedule: Torch.Profiler.Schedule(wait: 1, warmup: 1, active: 1));
    /// profile.PresetMetadataJson("sizes", "[1, 2]");
    /// </code></example>
    public void PresetMetadataJson(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        preset[key] = value;
    }

    /// <summary>Sets what gives the next recording its identifier: PyTorch's <c>set_custom_trace_id_callback(callback)</c>.</summary>
    /// <param name="callback">The function; null: a random number.</param>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// profile.Stop();
    /// profile.SetCustomTraceIdCallback(static () => "mine");
    /// profile.Start();
    /// profile.GetTraceId()   // mine
    /// </code></example>
    public void SetCustomTraceIdCallback(Func<string>? callback) => customTraceId = callback;

    /// <summary>The identifier of the recording: PyTorch's <c>get_trace_id()</c>.</summary>
    /// <returns>32 hexadecimal digits, or what was set; null where nothing was recorded.</returns>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// profile.GetTraceId()!.Length   // 32
    /// </code></example>
    public string? GetTraceId() => traceId;

    /// <summary>Ends the recording, where it is still under way. What was recorded remains.</summary>
    /// <exception cref="InvalidOperationException">Another thread began it.</exception>
    /// <example><code>
    /// var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2);
    /// profile.Dispose();
    /// profile.Events().Count   // 3
    /// </code></example>
    public void Dispose()
    {
        if (action is not null)
        {
            Stop();
        }
    }

    internal static List<FunctionEventAvg> Averages(List<FunctionEvent> events, bool byShapes)
    {
        var averages = new Dictionary<(string, string, bool, string), FunctionEventAvg>();
        var inOrder = new List<FunctionEventAvg>();
        foreach (var one in events)
        {
            var key = (one.Name, one.DeviceType.Type, one.IsUserAnnotation, byShapes ? one.ShapesText : "");
            if (!averages.TryGetValue(key, out var average))
            {
                averages[key] = average = new(one.Name, one, byShapes);
                inOrder.Add(average);
            }

            average.Add(one);
        }

        return inOrder;
    }

    private ProfilerAction At(long step) => schedule?.Invoke(step) ?? ProfilerAction.Record;

    private void BeginStep() =>
        stepRange = schedule is null ? null : ProfiledRange.Open(string.Create(null, $"ProfilerStep#{StepNum}"));

    private void EndStep()
    {
        stepRange?.Dispose();
        stepRange = null;
    }

    // What PyTorch does between one step and the next; null is the end.
    private void Transit(ProfilerAction before, ProfilerAction? after)
    {
        var (records, recorded) = (after is ProfilerAction.Record or ProfilerAction.RecordAndSave,
            before is ProfilerAction.Record or ProfilerAction.RecordAndSave);
        if (before == ProfilerAction.Warmup && after is null or ProfilerAction.None)
        {
            if (before == ProfilerAction.Warmup)
            {
                WarnOf(before, after);
                Begin();
                End();
            }
        }
        else if (before == ProfilerAction.Warmup && records)
        {
            Begin();
        }
        else if (before == ProfilerAction.None && after is not (null or ProfilerAction.None))
        {
            Prepare();
            if (records)
            {
                Begin();
            }
        }
        else if (before == ProfilerAction.RecordAndSave || (before == ProfilerAction.Record && after is null))
        {
            End();
            onTraceReady?.Invoke(this);
            if (after is not (null or ProfilerAction.None))
            {
                Prepare();
                if (records)
                {
                    Begin();
                }
            }
        }
        else if (recorded && !records)
        {
            WarnOf(before, after);
            End();
        }
    }

    private static void WarnOf(ProfilerAction before, ProfilerAction? after)
    {
        if (after is { } next)
        {
            Torch.Warnings.Warn($"Incorrect schedule: {Name(before)} followed by {Name(next)}");
        }

        static string Name(ProfilerAction action) => action.ToString().ToUpperInvariant();
    }

    private void Prepare()
    {
        var id = customTraceId?.Invoke() ?? Guid.NewGuid().ToString("N").ToUpperInvariant();
        run = ProfilerRun.Prepare(this, id);
        (traceId, wasPrepared) = (id, true);
    }

    private void Begin()
    {
        run!.Start();
        foreach (var (key, isOn) in ((string, bool)[])
            [("profile_memory", ProfilesMemory), ("record_shapes", RecordsShapes), ("with_flops", WithFlops)])
        {
            if (isOn)
            {
                Kineto.AddMetadata(key, "1");
            }
        }

        foreach (var (key, value) in preset)
        {
            Kineto.AddMetadata(key, value);
        }
    }

    private void End()
    {
        if (UsesCuda)
        {
            Torch.Cuda.Synchronize();
        }

        if (accEvents && result is not null)
        {
            earlier = Read("");
        }

        result?.Dispose();
        var ended = run!;
        (run, result, events, isSaved) = (null, null, null, false);
        result = ended.Stop();
    }

    private List<FunctionEvent> Read(string what)
    {
        if (!wasPrepared)
        {
            throw new TorchException($"Profiler must be initialized before {what}");
        }

        if (events is null && result is not null)
        {
            var (start, told) = result.Read();
            events = EventTree.Build(start, told, UsesCuda);
            events.AddRange(earlier);
        }

        return events ?? [];
    }
}
