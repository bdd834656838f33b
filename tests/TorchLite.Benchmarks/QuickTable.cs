using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TorchLite.Benchmarks;

/// <summary>All operations in one table, in under a minute.</summary>
internal static class QuickTable
{
    private const int Rounds = 101;
    private const int Starts = 15;

    // What the speed of an operation on few elements is judged by.
    private static readonly string[] small =
        ["unary", "binary", "with scalar", "in place", "reduction", "view", "index", "item", "matmul 2x2"];

    internal static int Run(string[] options)
    {
        string? python = null;
        var only = "";
        for (; options is [var option, var value, .. var rest]; options = rest)
        {
            _ = option switch
            {
                "--python" => python = value,
                "--only" => only = value,
                _ => throw new ArgumentException($"unknown option {option}"),
            };
        }

        if (options is [var odd])
        {
            throw new ArgumentException($"{odd} has no value");
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var watch = Stopwatch.StartNew();
        Operations.Start();
        var operations = Operations.All.Where(operation => Regex.IsMatch($"{operation.Group}: {operation.Name}", only)).ToArray();
        var measured = Measurement.Run(operations, Rounds);
        var before = watch.Elapsed;
        var reference = python is null ? [] : PythonReference.Measure(python, operations);
        var inPython = watch.Elapsed - before;
        Print(measured, reference);
        Judge(measured, reference);
        if (Regex.IsMatch("start", only))
        {
            JudgeStart();
        }

        Console.WriteLine($"Took {watch.Elapsed.TotalSeconds:F0} s, {inPython.TotalSeconds:F0} s of them in Python.");
        return 0;
    }

    private static void Print(Measurement[] measured, Dictionary<string, double> reference)
    {
        Console.WriteLine(
            "Nanoseconds a call, results disposed, one thread: medians, of Python the best. Lite/…: TorchLite's time by the other's.");
        Console.WriteLine(
            $"{"",-12} {"",-22} {"TorchLite",11} {"TorchSharp",11} {"native",11} {"Python",11} "
            + $"{"Lite/Sharp",11} {"Lite/native",11} {"Lite/Python",11} {"B Lite",7} {"B Sharp",7}");
        var group = "";
        foreach (var one in measured)
        {
            var operation = one.Operation;
            double? python = reference.TryGetValue(operation.Name, out var time) ? time : null;
            Console.WriteLine(
                $"{(operation.Group == group ? "" : operation.Group),-12} {operation.Name,-22} "
                + $"{one.Lite,11:F0} {one.Sharp,11:F0} {one.Native,11:F0} {python,11:F0} "
                + $"{one.ToSharp,11:F2} {one.ToNative,11:F2} {one.Lite / python,11:F2} {one.Bytes[0],7} {one.Bytes[1],7}");
            group = operation.Group;
        }
    }

    private static void Judge(Measurement[] measured, Dictionary<string, double> reference)
    {
        var judged = measured.Where(one => small.Contains(one.Operation.Group)).ToArray();
        if (judged.Length > 0)
        {
            Console.WriteLine();
            var mean = Math.Exp(judged.Average(one => Math.Log(one.ToSharp)));
            Tell(mean <= 0.95, $"4 elements: geometric mean of {judged.Length} ratios to TorchSharp {mean:F2} (target 0.95)");
            Limit("4 elements: every operation", judged, 1.10);
        }

        Limit("x + 1, 2 * x", measured.Where(one => one.Operation.Name is "x + 1" or "2 * x"), 0.6);
        Limit("Shape, DType, Numel", InGroup("attribute"), 0.1);
        Limit("tutorial, to TorchSharp", InGroup("tutorial"), 0.9);
        Limit("gradients, to TorchSharp", InGroup("gradients"), 0.9);
        if (reference.Count > 0)
        {
            Limit("tutorial, to Python", InGroup("tutorial"), 1, one => one.Lite / reference[one.Operation.Name]);
            Limit("gradients, to Python", InGroup("gradients"), 1, one => one.Lite / reference[one.Operation.Name]);
        }

        Limit("1e7 elements, to libtorch", InGroup("1e7 elements"), 1.02, one => one.ToNative!.Value);
        IEnumerable<Measurement> InGroup(string group) => measured.Where(one => one.Operation.Group == group);
    }

    private static void JudgeStart()
    {
        var (lite, sharp, ratio, helped) = StartUp.Measure(Starts);
        var how = helped ? ", which does not load by itself here and got TorchLite's loader" : "";
        Tell(ratio <= 1.1, $"start to first result: TorchLite {lite:F0} ms, TorchSharp {sharp:F0} ms{how}: {ratio:F2} (target 1.10)");
    }

    private static void Limit(string what, IEnumerable<Measurement> measured, double limit, Func<Measurement, double>? ratio = null)
    {
        ratio ??= static one => one.ToSharp;
        var all = measured.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        var above = all.Where(one => ratio(one) > limit).OrderByDescending(ratio).Select(one => $"{one.Operation.Name} {ratio(one):F2}");
        var names = string.Join(", ", above);
        Tell(names == "", $"{what}: worst {all.Max(ratio):F2} (target {limit:F2}){(names == "" ? "" : $"; above it: {names}")}");
    }

    private static void Tell(bool met, string what) => Console.WriteLine($"{(met ? "met   " : "MISSED")} {what}");
}
