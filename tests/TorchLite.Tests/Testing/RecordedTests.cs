using System.Runtime.InteropServices;
using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Testing;

/// <summary>What <c>torch.testing</c> says and draws, as PyTorch does, to the letter and to the bit.</summary>
public sealed class RecordedTests
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["AssertionError"] = nameof(TorchAssertionException), ["TypeError"] = nameof(TorchTypeException),
        ["ValueError"] = nameof(TorchValueException), ["RuntimeError"] = nameof(TorchException),
    };

    private static readonly IReadOnlyList<JsonElement> Cases = Corpus.Read("testing.jsonl");

    [Test]
    public void Two_values_are_close_or_differ_in_PyTorchs_words() =>
        Wrong("comparison", static one => Told(() => Compare(one))).Should().BeEmpty();

    [Test]
    public void Tensors_are_drawn_as_PyTorch_draws_them() => Wrong("drawn", Drawn).Should().BeEmpty();

    private static string Wrong(string kind, Func<JsonElement, string> answer)
    {
        var cases = Cases.Where(one => one.GetProperty("kind").GetString() == kind).ToList();
        cases.Should().HaveCountGreaterThan(200);
        return string.Join('\n',
            from one in cases
            let got = answer(one)
            let wanted = one.TryGetProperty("told", out var told)
                ? $"{Names[told.GetProperty("type").GetString()!]}: {told.GetProperty("text").GetString()}"
                : kind == "drawn" ? Recorded(one) : "nothing"
            where got.Replace(nameof(TorchNotImplementedException), nameof(TorchException), StringComparison.Ordinal) != wanted
            select $"{one.GetProperty("py").GetString()}: {got}\n  instead of {wanted}");
    }

    private static string Told(Action call)
    {
        try
        {
            call();
            return "nothing";
        }
        catch (TorchException thrown)
        {
            return $"{thrown.GetType().Name}: {thrown.Message}";
        }
    }

    private static void Compare(JsonElement one)
    {
        var (actual, expected) = (Read(one.GetProperty("actual")), Read(one.GetProperty("expected")));
        var given = one.Fields("kwargs").ToDictionary(static pair => pair.Name, static pair => Read(pair.Value));
        T Option<T>(string name, T otherwise) => given.TryGetValue(name, out var value) ? (T)value! : otherwise;
        var (rtol, atol) = (Option<double?>("rtol", null), Option<double?>("atol", null));
        if (given.GetValueOrDefault("msg") is Func<string, string> message)
        {
            Torch.Testing.AssertClose(actual, expected, message, rtol: rtol, atol: atol);
        }
        else
        {
            Torch.Testing.AssertClose(
                actual, expected, Option("allow_subclasses", true), rtol, atol, Option("equal_nan", false), Option("check_device", true),
                Option("check_dtype", true), Option("check_stride", false), Option<string?>("msg", null));
        }
    }

    private static string Drawn(JsonElement one)
    {
        var given = one.Fields("kwargs").ToDictionary(static pair => pair.Name, static pair => Read(pair.Value));
        var heard = new List<string>();
        EventHandler<TorchWarningEventArgs> listen = (_, warning) => heard.Add(warning.Message);
        Torch.Warnings.Raised += listen;
        try
        {
            Torch.ManualSeed(7);
            var answer = "";
            var told = Told(() =>
            {
                var tensor = Torch.Testing.MakeTensor(
                    (Shape)Read(one.GetProperty("shape"))!, PythonValue.DTypeOf(one.GetProperty("dtype").GetProperty("dtype")), "cpu",
                    Number("low"), Number("high"), given.ContainsKey("requires_grad"), given.ContainsKey("noncontiguous"),
                    given.ContainsKey("exclude_zero"), (MemoryFormat?)given.GetValueOrDefault("memory_format"));
                answer = Text(tensor.Shape, tensor.Stride(), tensor.RequiresGrad, Bytes(tensor), heard.SingleOrDefault());
            });
            return told == "nothing" ? answer : told;
        }
        finally
        {
            Torch.Warnings.Raised -= listen;
        }

        Scalar? Number(string name) => given.TryGetValue(name, out var value) ? value is long whole ? (Scalar)whole : (double)value! : null;
    }

    private static string Recorded(JsonElement one)
    {
        var result = one.GetProperty("result");
        long[] Numbers(string name) => [.. result.GetProperty(name).EnumerateArray().Select(static number => number.GetInt64())];
        return Text(
            new Shape(Numbers("shape")), Numbers("strides"), result.GetProperty("requires_grad").GetBoolean(),
            result.GetProperty("bytes").GetString()!, one.TryGetProperty("warned", out var warned) ? warned.GetString() : null);
    }

    private static string Text(Shape shape, long[] strides, bool requiresGrad, string data, string? warned) =>
        $"{shape} {new Shape(strides)} {requiresGrad} {data} {warned}";

    private static string Bytes(Tensor tensor)
    {
        var whole = tensor.Detach().Contiguous();
        var bytes = new byte[whole.Numel() * whole.DType.Itemsize];
        if (bytes.Length > 0)
        {
            Marshal.Copy(whole.DataPtr(), bytes, 0, bytes.Length);
        }

        return Convert.ToBase64String(bytes);
    }

    private static object? Read(JsonElement coded)
    {
        if (coded.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var (tag, value) = coded.EnumerateObject().First() is var first ? (first.Name, first.Value) : default;
        return tag switch
        {
            "list" or "tuple" => value.EnumerateArray().Select(Read).ToList(),
            "dict" => value.EnumerateArray().ToDictionary(static pair => Read(pair[0])!, static pair => Read(pair[1])),
            "array" => ArrayOf(TensorOf(value)),
            "parameter" => new Parameter(TensorOf(value)),
            "after" => (Func<string, string>)(told => value.GetString() + told),
            _ => PythonValue.Read(coded, new Dictionary<string, object?>()),
        };
    }

    private static Array ArrayOf(Tensor tensor) =>
        tensor.Dim() == 2 ? tensor.ToArray2D<long>() : tensor.DType == DType.Float64 ? tensor.ToArray<double>() : tensor.ToArray<float>();

    private static Tensor TensorOf(JsonElement value) =>
        (Tensor)PythonValue.Read(JsonElement.Parse($"{{\"t\":{value.GetRawText()}}}"), new Dictionary<string, object?>())!;
}
