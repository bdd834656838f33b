using System.Globalization;

namespace TorchLite.Tests.Documentation;

/// <summary>What a running example hands its results to. Public because compiled examples call it.</summary>
public sealed class ExampleRun
{
    private readonly Dictionary<int, ExampleStep> steps;
    private readonly StringWriter console = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private ExampleRun(IEnumerable<ExampleStep> steps) => this.steps = steps.ToDictionary(step => step.Line);

    /// <summary>Every difference between what was expected and what came.</summary>
    public List<string> Failures { get; } = [];

    public static IReadOnlyList<string> Of(IEnumerable<ExampleStep> steps, Action<ExampleRun> body)
    {
        var run = new ExampleRun(steps);
        var (output, culture) = (Console.Out, CultureInfo.CurrentCulture);
        try
        {
            // What is documented must not depend on the reader's language; a culture with a decimal comma shows it.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Console.SetOut(run.console);
            body(run);
        }
        catch (Exception error)
        {
            run.Failures.Add($"It threw {error}");
        }
        finally
        {
            Console.SetOut(output);
            CultureInfo.CurrentCulture = culture;
        }

        return run.Failures;
    }

    public void Value(int line, object? value) => Compare(line, value switch
    {
        null => "null",

        // .NET's own numbers are written as the reader's culture has it, which is none of TorchLite's business.
        IFormattable number when value.GetType().Namespace is "System" or "System.Numerics" =>
            number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "null",
    });

    public void Written(int line)
    {
        Compare(line, console.ToString().TrimEnd('\n'));
        console.GetStringBuilder().Clear();
    }

    /// <summary>Forgets what was written by statements that expect nothing.</summary>
    public void Written() => console.GetStringBuilder().Clear();

    public void NotThrown(int line) =>
        Failures.Add($"line {line}: {steps[line].Code}\nexpected: {steps[line].Expected}\nbut it did not throw");

    public bool Thrown(int line, Exception error)
    {
        if (!steps[line].Throws)
            return false;

        var type = error.GetType().Name;
        var isTypeOnly = steps[line].Expected!.StartsWith("throws ", StringComparison.Ordinal);
        Compare(line, isTypeOnly ? $"throws {type}" : $"{type}: {error.Message}");
        return true;
    }

    private void Compare(int line, string actual)
    {
        var step = steps[line];
        var lines = string.Join("\n", actual.ReplaceLineEndings("\n").Split('\n').Select(text => text.TrimEnd()));
        if (lines != step.Expected)
            Failures.Add($"line {line}: {step.Code}\nexpected:\n{step.Expected}\nbut was:\n{lines}");
    }
}
