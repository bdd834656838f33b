using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>Every text that PyTorch printed is printed here too, letter for letter.</summary>
[NonParallelizable]
public sealed class ReprTests
{
    private static readonly IReadOnlyList<JsonElement> Records = Corpus.Read("reprs.jsonl");

    private static IEnumerable<TestCaseData> Groups() =>
        Records.GroupBy(record => record.GetProperty("group").GetString()!)
            .Select(group => new TestCaseData(group.ToList()).SetArgDisplayNames($"{group.Key}: {group.Count()} texts"));

    [TestCaseSource(nameof(Groups))]
    public void A_tensor_is_printed_as_PyTorch_prints_it(IReadOnlyList<JsonElement> records)
    {
        var failures = new List<string>();
        foreach (var record in records)
        {
            var (text, expected, python) = (Text(record), record.GetProperty("text").GetString()!, record.GetProperty("py").GetString()!);
            if (text != expected)
            {
                failures.Add($"{python}\nexpected: {expected}\nbut was:  {text}");
            }
        }

        var first = string.Join("\n\n", failures.Take(10));
        failures.Count.Should().Be(0, "of {0} texts none should differ, but:\n{1}\n", records.Count, first);
    }

    [Test]
    public void The_corpus_holds_at_least_1500_texts() => Records.Should().HaveCountGreaterThanOrEqualTo(1500);

    private static string? Text(JsonElement record)
    {
        try
        {
            if (record.TryGetProperty("default_dtype", out var dtype))
            {
                Torch.SetDefaultDtype(PythonValue.DTypeOf(dtype));
            }

            var variables = new Dictionary<string, object?>();
            foreach (var step in record.List("setup"))
            {
                var result = Binding.Find(
                    step.GetProperty("call").GetString()!,
                    [.. step.List("args").Select(value => PythonValue.Read(value, variables))],
                    step.Fields("kwargs").ToDictionary(field => field.Name, field => PythonValue.Read(field.Value, variables)))!.Invoke();
                if (step.TryGetProperty("set", out var name))
                {
                    variables[name.GetString()!] = result;
                }
            }

            var shown = PythonValue.Read(record.GetProperty("value"), variables);
            using (Torch.Printoptions(profile: PrintProfile.Default))
            {
                var options = record.Fields("options").ToDictionary(o => o.Name, o => PythonValue.Read(o.Value, variables));
                Binding.Find("torch.set_printoptions", [], options)!.Invoke();
                return shown!.ToString();
            }
        }
        catch (Exception error)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
        finally
        {
            Torch.SetDefaultDtype(DType.Float32);
        }
    }
}
