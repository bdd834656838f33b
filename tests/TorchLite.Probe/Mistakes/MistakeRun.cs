using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TorchLite.Probe.Mistakes;

/// <summary>Makes the mistakes in turn, and prints before and after each a line of JSON, so that a death leaves a trace.</summary>
internal static class MistakeRun
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static int Run(int from)
    {
        Console.WriteLine($"{MistakeTable.All.Length}");
        for (var i = from; i < MistakeTable.All.Length; i++)
        {
            var mistake = MistakeTable.All[i];
            Write(new Outcome(i, mistake.Python, mistake.CSharp, mistake.Expected, Text: null));
            Write(new Outcome(i, mistake.Python, mistake.CSharp, mistake.Expected, Outcome(mistake)));
        }

        return 0;
    }

    /// <summary>Makes each once more under each of these cultures: the text must stay what it is.</summary>
    internal static int RunUnder(string[] cultures)
    {
        var (same, other) = (0, 0);
        foreach (var mistake in MistakeTable.All)
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var expected = Outcome(mistake);
            foreach (var culture in cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var actual = Outcome(mistake);
                same += actual == expected ? 1 : 0;
                other += actual == expected ? 0 : 1;
                if (actual != expected)
                {
                    Console.WriteLine($"OTHER {culture} {mistake.Python}: {expected} | {actual}");
                }
            }
        }

        Console.WriteLine($"{MistakeTable.All.Length} mistakes, {same} the same, {other} other");
        return 0;
    }

    private static void Write(Outcome outcome)
    {
        Console.WriteLine(JsonSerializer.Serialize(outcome, Json));
        Console.Out.Flush();
    }

    private static string Outcome(Mistake mistake)
    {
        try
        {
            using var scope = Torch.Scope();
            return Text(mistake.Act());
        }
        catch (Exception error)
        {
            return $"{Name(error)}: {error.Message.ReplaceLineEndings("\n").Split('\n')[0]}";
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "None",
        bool truth => truth ? "True" : "False",
        Tensor[] tensors => $"({string.Join(", ", tensors.Select(Text))}{(tensors.Length == 1 ? "," : "")})",
        (Tensor first, Tensor second) => $"({Text(first)}, {Text(second)})",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string Name(Exception error) => error switch
    {
        TorchIndexException => "IndexError",
        TorchTypeException => "TypeError",
        TorchValueException => "ValueError",
        TorchLinAlgException => "LinAlgError",
        TorchNotImplementedException => "NotImplementedError",
        TorchOutOfMemoryException => "OutOfMemoryError",
        TorchGradcheckException => "GradcheckError",
        TorchException => "RuntimeError",
        _ => error.GetType().Name,
    };
}

/// <summary>A line of the child; without a text it says what the child is about to do.</summary>
internal sealed record Outcome(int Index, string Python, string CSharp, string? Expected, string? Text);
