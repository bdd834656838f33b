using System.Globalization;
using System.Text;

namespace TorchLite.Profiler;

/// <summary>PyTorch's table of a profile.</summary>
/// <param name="UsesCuda">Whether kernels of a GPU were recorded.</param>
/// <param name="ProfilesMemory">Whether memory was.</param>
/// <param name="WithFlops">Whether floating-point operations were counted.</param>
internal sealed record EventTable(bool UsesCuda, bool ProfilesMemory, bool WithFlops)
{
    private const int ColumnWidth = 12;
    private const int Spacing = 2;
    private static readonly string[] FlopsUnits = ["FLOPs", "KFLOPs", "MFLOPs", "GFLOPs", "TFLOPs", "PFLOPs"];

    internal string Write(
        IReadOnlyList<ProfilerEvent> events, string? sortBy, long rowLimit, int? maxName, int? maxShapes, string? header, bool topLevelOnly,
        string? unit)
    {
        if (events.Count == 0)
        {
            return "";
        }

        var hasDeviceTime = events.Any(static one => one.SelfDeviceTimeTotal > 0);
        var hasDeviceMemory = events.Any(static one => one.SelfDeviceMemoryUsage > 0);
        var hasShapes = events.Any(static one => one.InputShapes.Count > 0);
        events = sortBy is null ? events : [.. events.OrderByDescending(one => one.Named(sortBy))];

        // PyTorch writes [] for the shapes of one without arguments, and nothing where they are not looked at: both are narrow.
        var nameWidth = Math.Min(events.Max(static one => Length(one.Key)) + 4, maxName ?? int.MaxValue);
        var shapesWidth = Math.Min(events.Max(static one => one.ShapesText.Length) + 4, maxShapes ?? int.MaxValue);

        var columns = new List<(string Header, int Width, Func<ProfilerEvent, string> Value)>();
        void Add(string name, Func<ProfilerEvent, string> value, int width = ColumnWidth) => columns.Add((name, width, value));

        var total = events.Aggregate(0.0, static (sum, one) => sum + one.SelfCpuTimeTotal);
        var deviceTotal = events.Where(static one => one is { DeviceType.Type: "cuda", IsUserAnnotation: false })
            .Aggregate(0.0, static (sum, one) => sum + one.SelfDeviceTimeTotal);
        Add("Name", one => Cut(one.Key, maxName), nameWidth);
        Add("Self CPU %", one => Share(one.SelfCpuTimeTotal, total));
        Add("Self CPU", one => Time(one.SelfCpuTimeTotal, unit));
        Add("CPU total %", one => one.IsAsync ? "0" : Share(one.CpuTimeTotal, total));
        Add("CPU total", one => Time(one.CpuTimeTotal, unit));
        Add("CPU time avg", one => Time(one.CpuTime, unit));
        if (hasDeviceTime)
        {
            Add("Self CUDA", one => Time(one.SelfDeviceTimeTotal, unit));
            Add("Self CUDA %", one => Share(one.SelfDeviceTimeTotal, deviceTotal));
            Add("CUDA total", one => Time(one.DeviceTimeTotal, unit));
            Add("CUDA time avg", one => Time(one.DeviceTime, unit));
        }

        if (ProfilesMemory)
        {
            Add("CPU Mem", static one => Memory(one.CpuMemoryUsage));
            Add("Self CPU Mem", static one => Memory(one.SelfCpuMemoryUsage));
            if (UsesCuda && hasDeviceMemory)
            {
                Add("CUDA Mem", static one => Memory(one.DeviceMemoryUsage));
                Add("Self CUDA Mem", static one => Memory(one.SelfDeviceMemoryUsage));
            }
        }

        Add("# of Calls", static one => one.Count.ToString(CultureInfo.InvariantCulture));
        if (hasShapes)
        {
            Add("Input Shapes", one => one.ShapesText[..Math.Min(one.ShapesText.Length, shapesWidth)], shapesWidth);
        }

        var counted = events.Where(static one => one.Flops > 0).Select(static one => one.Flops).ToArray();
        if (WithFlops && counted.Length > 0)
        {
            var step = Math.Clamp((int)Math.Floor(Math.Log10(counted.Min()) / 3), 0, FlopsUnits.Length - 1);
            var scale = Math.Pow(10, step * -3.0);
            Add($"Total {FlopsUnits[step]}", one => one.Flops <= 0 ? "--" : Fixed(one.Flops * scale, 3).PadLeft(8));
        }

        var text = new StringBuilder();
        var line = new string('=', columns.Sum(static column => column.Width + Spacing) - Spacing);
        var rule = string.Concat(columns.Select(static column => new string('-', column.Width) + "  "));
        void Append(string one) => text.Append(one).Append('\n');
        void Row(Func<(string Header, int Width, Func<ProfilerEvent, string> Value), string> cell) =>
            Append(string.Concat(columns.Select(column => Right(cell(column), column.Width) + "  ")));

        if (header is not null)
        {
            Append(line);
            Append(header);
        }

        if (topLevelOnly)
        {
            Append(line);
            Append("This report only display top-level ops statistics");
        }

        Append(rule);
        Row(static column => column.Header);
        Append(rule);
        var rows = events.Where(one => !topLevelOnly || one.IsTopLevel);
        foreach (var one in rowLimit < 0 ? rows : rows.Take((int)Math.Min(rowLimit, int.MaxValue)))
        {
            Row(column => column.Value(one));
        }

        Append(rule);
        Append($"Self CPU time total: {Time(total, unit)}");
        if (hasDeviceTime)
        {
            Append($"Self CUDA time total: {Time(deviceTotal, unit)}");
        }

        return text.ToString();
    }

    // Python counts code points.
    private static int Length(string text) => text.EnumerateRunes().Count();

    private static string Cut(string name, int? most) =>
        most is { } width && Length(name) >= width - 3 ? string.Concat(name.EnumerateRunes().Take(Math.Max(width - 3, 0))) + "..." : name;

    private static string Right(string text, int width) => text.PadLeft(width + text.Length - Length(text));

    private static string Time(double time, string? unit) =>
        unit switch
        {
            "s" => true,
            "ms" or "us" => false,
            _ => time >= 1e6,
        } ? $"{Fixed(time / 1e6, 3)}s"
        : unit == "ms" || (unit is not "us" && time >= 1e3) ? $"{Fixed(time / 1e3, 3)}ms"
        : $"{Fixed(time, 3)}us";

    private static string Share(double time, double total) => total == 0 ? "NaN" : $"{Fixed(time * 100.0 / total, 2)}%";

    private static string Memory(long bytes) => Math.Abs((double)bytes) switch
    {
        >= 1 << 30 => $"{Fixed(bytes / (double)(1 << 30), 2)} GB",
        >= 1 << 20 => $"{Fixed(bytes / (double)(1 << 20), 2)} MB",
        >= 1 << 10 => $"{Fixed(bytes / (double)(1 << 10), 2)} KB",
        _ => $"{bytes.ToString(CultureInfo.InvariantCulture)} B",
    };

    // As Python: what lies in the middle goes to the even digit, where .NET goes away from zero.
    private static string Fixed(double value, int digits)
    {
        var scale = Math.Pow(10, digits);
        var scaled = value * scale;
        var isMiddle = Math.Abs(scaled - Math.Truncate(scaled)) == 0.5 && Math.FusedMultiplyAdd(value, scale, -scaled) == 0;
        return (isMiddle ? Math.Round(scaled, MidpointRounding.ToEven) / scale : value)
            .ToString($"F{digits}", CultureInfo.InvariantCulture);
    }
}
