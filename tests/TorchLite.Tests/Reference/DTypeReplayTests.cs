using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>PyTorch's newer dtypes do what PyTorch says they do: they are made, converted, printed, and refused in its words.</summary>
[NonParallelizable]
public sealed class DTypeReplayTests
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["RuntimeError"] = nameof(TorchException), ["NotImplementedError"] = nameof(TorchNotImplementedException),
        ["TypeError"] = nameof(TorchTypeException), ["ValueError"] = nameof(TorchValueException),
        ["OverflowError"] = nameof(TorchException),
    };

    // "dtype call" or "* call", what is said here, and why it is not PyTorch's.
    private static readonly Dictionary<string, (string Text, string Reason)> Otherwise = new()
    {
    };

    private static IEnumerable<TestCaseData> DTypes() =>
        Lines().Select(static line => line.GetProperty("dtype").GetString()!).Distinct()
            .Select(static dtype => new TestCaseData(dtype).SetArgDisplayNames(dtype));

    [TestCaseSource(nameof(DTypes))]
    public void A_newer_dtype_answers_as_PyTorch_does(string name)
    {
        var dtype = DType.Named(name)!.Value;
        var lines = Lines().Where(line => line.GetProperty("dtype").GetString() == name).ToList();
        lines.Select(static line => line.GetProperty("call").GetString()).Should().Equal(DTypeCalls.All.Keys);
        var wrong = new List<string>();
        foreach (var line in lines)
        {
            var call = line.GetProperty("call").GetString()!;
            var wanted = line.TryGetProperty("text", out var text)
                ? text.GetString()!
                : $"{Names[Of(line, "type")]}: {Of(line, "text")}";
            var differs = Otherwise.TryGetValue($"{name} {call}", out var other) || Otherwise.TryGetValue($"* {call}", out other);
            var got = Answer(() => DTypeCalls.All[call](dtype));

            // Later versions say NotImplementedError, a kind of RuntimeError, where earlier ones say RuntimeError.
            if (got != (differs ? other.Text : wanted) && !(wanted.StartsWith("TorchException: ", StringComparison.Ordinal)
                && got == $"{nameof(TorchNotImplementedException)}{wanted["TorchException".Length..]}"))
            {
                wrong.Add($"{call}: {got}\n  instead of {wanted}");
            }
        }

        string.Join("\n", wrong).Should().BeEmpty();
    }

    private static string Of(JsonElement line, string property) => line.GetProperty("error").GetProperty(property).GetString()!;

    private static IEnumerable<JsonElement> Lines() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "reference", "corpus", "dtypes.jsonl")).Skip(1)
            .Select(static line => JsonElement.Parse(line));

    private static string Answer(Func<object> call)
    {
        try
        {
            return call().ToString()!;
        }
        catch (Exception thrown)
        {
            return $"{thrown.GetType().Name}: {thrown.Message}";
        }
    }
}
