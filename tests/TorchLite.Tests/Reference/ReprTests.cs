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
            var text = Text(record);
            if (text != record.GetProperty("text").GetString())
            {
                failures.Add($"{record.GetProperty("py").GetString()}\nexpected: {record.GetProperty("text").GetString()}\nbut was:  {text}");
            }
        }

        failures.Count.Should().Be(0, "of {0} texts none should differ, but:\n{1}\n", records.Count, string.Join("\n\n", failures.Take(10)));
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
                var result = PythonCall.Invoke(
                    step.GetProperty("call").GetString()!,
                    [.. step.List("args").Select(value => PythonValue.Read(value, variables))],
                    step.Fields("kwargs").ToDictionary(field => field.Name, field => PythonValue.Read(field.Value, variables)));
                if (step.TryGetProperty("set", out var name))
                {
                    variables[name.GetString()!] = result;
                }
            }

            var shown = PythonValue.Read(record.GetProperty("value"), variables);
            using (Torch.Printoptions(profile: PrintProfile.Default))
            {
                PythonCall.Invoke("torch.set_printoptions", [], record.Fields("options").ToDictionary(o => o.Name, o => PythonValue.Read(o.Value, variables)));
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
