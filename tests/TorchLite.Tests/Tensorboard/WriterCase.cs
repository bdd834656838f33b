using System.Text.Json;
using TorchLite.Tests.Reference;
using TorchLite.Utils.Tensorboard;

namespace TorchLite.Tests.Tensorboard;

/// <summary>Makes the recorded calls of a SummaryWriter.</summary>
internal static class WriterCase
{
    internal static IReadOnlyList<JsonElement> All { get; } = Corpus.Read("tensorboard.jsonl");

    internal static void Run(JsonElement recorded, string folder)
    {
        var made = Read(recorded.GetProperty("writer"));
        using var writer = new SummaryWriter(
            folder, purgeStep: (long?)made.GetValueOrDefault("purge_step"), maxQueue: (int)(long)made.GetValueOrDefault("max_queue", 10L)!,
            flushSecs: (int)(long)made.GetValueOrDefault("flush_secs", 120L)!,
            filenameSuffix: (string)made.GetValueOrDefault("filename_suffix", "")!);
        foreach (var call in recorded.List("calls"))
        {
            Call(writer, call.GetProperty("call").GetString()!, Read(call.GetProperty("kwargs")));
        }
    }

    private static void Call(SummaryWriter writer, string call, Dictionary<string, object?> with)
    {
        var (step, time) = ((long?)with.GetValueOrDefault("global_step"), (double?)with.GetValueOrDefault("walltime"));
        switch (call, with.GetValueOrDefault("scalar_value") ?? with.GetValueOrDefault("bins"))
        {
            case ("add_scalar", Tensor tensor):
                writer.AddScalar(Text("tag"), tensor, step, time);
                break;
            case ("add_scalar", double number):
                writer.AddScalar(Text("tag"), number, step, time, with.ContainsKey("new_style"), with.ContainsKey("double_precision"));
                break;
            case ("add_scalars", _):
                writer.AddScalars(Text("main_tag"), Numbers("tag_scalar_dict"), step, time);
                break;
            case ("add_histogram", long bins):
                writer.AddHistogram(Text("tag"), (Tensor)with["values"]!, step, (int)bins, time, Most());
                break;
            case ("add_histogram", var bins):
                double[]? edges = bins is PythonList list ? [.. list.Items.Cast<double>()] : null;
                writer.AddHistogram(Text("tag"), (Tensor)with["values"]!, step, edges, time, Most());
                break;
            case ("add_image", _):
                writer.AddImage(Text("tag"), (Tensor)with["img_tensor"]!, step, time, Text("dataformats", "CHW"));
                break;
            case ("add_images", _):
                writer.AddImages(Text("tag"), (Tensor)with["img_tensor"]!, step, time, Text("dataformats", "NCHW"));
                break;
            case ("add_text", _):
                writer.AddText(Text("tag"), Text("text_string"), step, time);
                break;
            case ("add_hparams", _):
                var domains = (with.GetValueOrDefault("hparam_domain_discrete") as Dictionary<string, object?>)?.ToDictionary(
                    static one => one.Key, static one => (IReadOnlyList<object>)[.. ((PythonList)one.Value!).Items.OfType<object>()]);
                writer.AddHparams(
                    (Dictionary<string, object?>)with["hparam_dict"]!, Numbers("metric_dict"), domains, Text("run_name"), step);
                break;
            case ("flush", _):
                writer.Flush();
                break;
            case ("close", _):
                writer.Close();
                break;
            default:
                throw new NotSupportedException(call);
        }

        string Text(string name, string? otherwise = null) => (string)with.GetValueOrDefault(name, otherwise)!;

        int? Most() => (int?)(long?)with.GetValueOrDefault("max_bins");

        Dictionary<string, double> Numbers(string name) =>
            ((Dictionary<string, object?>)with[name]!).ToDictionary(static one => one.Key, static one => (double)one.Value!);
    }

    private static Dictionary<string, object?> Read(JsonElement values) =>
        values.EnumerateObject().ToDictionary(
            static one => one.Name,
            static one => one.Value.ValueKind == JsonValueKind.Object && one.Value.TryGetProperty("dict", out var parts)
                ? Read(parts)
                : PythonValue.Read(one.Value, new Dictionary<string, object?>()));
}
