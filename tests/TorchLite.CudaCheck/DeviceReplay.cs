using System.Text.Json;
using TorchLite.Tests.Reference;

namespace TorchLite.CudaCheck;

/// <summary>Makes a recorded call on the device, and says how it compares with the CPU's.</summary>
internal static class DeviceReplay
{
    // Another order of adding, other functions of the GPU's: a hundred times what assert_close allows.
    private const double Wide = 100;

    internal static (string Verdict, string Text) Judge(JsonElement recorded, bool isGradient)
    {
        var differences = Differences(recorded, isGradient, 1);
        if (differences.Count == 0)
        {
            return ("as on the CPU", "");
        }

        var (op, python) = (recorded.GetProperty("op").GetString()!, recorded.GetProperty("py").GetString()!);
        if (differences.All(difference => KnownDifference.All.Any(known => known.Explains(op, python, difference))))
        {
            return ("for a known reason otherwise", "");
        }

        var text = $"{python}: {string.Join("; ", differences)}";
        if (differences.All(IsOfErrors))
        {
            return ("refused in other words", text);
        }

        if (PythonValue.Device != "cpu" && Differences(recorded, isGradient, Wide).Count == 0)
        {
            return ("within a hundred times the tolerance", "");
        }

        return (differences.All(IsMissing) ? "no kernel on this device" : "differs", text);
    }

    private static IReadOnlyList<string> Differences(JsonElement recorded, bool isGradient, double slack)
    {
        Comparison.Slack = slack;
        try
        {
            return isGradient ? GradientReplay.Run(recorded).Differences : OnDevice.Run(recorded).Differences;
        }
        catch (Exception thrown)
        {
            return [$"{thrown.GetType().Name}: {thrown.Message}"];
        }
    }

    // "expected RuntimeError: …, actual IndexError: …"
    private static bool IsOfErrors(string difference) =>
        difference.StartsWith("expected ", StringComparison.Ordinal) && difference.Split(' ')[1].EndsWith("Error:", StringComparison.Ordinal)
        && !difference.EndsWith("no error", StringComparison.Ordinal);

    private static bool IsMissing(string difference) =>
        difference.Contains("not implemented for", StringComparison.Ordinal)
        || difference.Contains("Could not run", StringComparison.Ordinal)
        || difference.Contains("not currently supported on", StringComparison.OrdinalIgnoreCase);

    /// <summary>Each kind of device draws other random numbers from a seed.</summary>
    private sealed class OnDevice : Replay
    {
        internal static new (string Call, IReadOnlyList<string> Differences, bool IsExact) Run(JsonElement recorded) => new OnDevice().Make(recorded);

        protected override string Mode(JsonElement recorded) =>
            PythonValue.Device != "cpu"
                && recorded.List("setup").Any(static step => step.GetProperty("call").GetString() == "torch.manual_seed")
                ? "meta" : base.Mode(recorded);
    }
}
