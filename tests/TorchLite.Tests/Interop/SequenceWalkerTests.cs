using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace TorchLite.Tests.Interop;

/// <summary>Tensors in the hands of what walks over every sequence: loggers, serializers, test frameworks, debuggers.</summary>
public class SequenceWalkerTests
{
    private static Tensor Matrix => Torch.Tensor([[1.0, 2.5], [3.0, 4.0]]);

    [Test]
    public void A_tensor_is_no_sequence_and_foreach_walks_over_it()
    {
        var rows = new List<Shape>();
        foreach (var row in Matrix)
        {
            rows.Add(row.Shape);
        }

        (Matrix as object).Should().NotBeAssignableTo<IEnumerable>();
        rows.Should().Equal(new Shape(2), new Shape(2));
        ((Tensor[])[.. Matrix]).Should().HaveCount(2);
        FluentActions.Invoking(static () => Torch.Tensor(1).GetEnumerator()).Should().Throw<TorchTypeException>()
            .WithMessage("iteration over a 0-d tensor");
    }

    [Test]
    public void A_logger_writes_a_tensor_as_it_prints()
    {
        var logger = new Lines();

        logger.LogInformation("loss {Loss:F4}, of {Matrix}, at {Shape}", Torch.Tensor(1.0 / 3), Matrix, Matrix.DType);

        logger.Text.Should().Equal("loss 0.3333, of tensor([[1.0000, 2.5000],\n        [3.0000, 4.0000]]), at torch.float32");
    }

    [Test]
    public void Test_frameworks_take_a_tensor_as_one_object()
    {
        var (scalar, same) = (Torch.Tensor(1.0), Torch.Tensor(1.0));

        var alias = scalar;
        Assert.That(scalar, Is.EqualTo(alias));
        Assert.That(scalar, Is.Not.EqualTo(same));
        Assert.That(Matrix, Is.Not.EqualTo(Matrix.Clone()));
        scalar.Should().Be(scalar).And.NotBe(same).And.NotBeNull();
        new { Loss = scalar }.Should().BeEquivalentTo(new { Loss = scalar });
        FluentActions.Invoking(() => scalar.Should().Be(Matrix)).Should().Throw<Exception>().WithMessage("*tensor(1.)*");
    }

    [TestCase("int64", "[[1,2],[3,4]]"), TestCase("float32", "[[1.0,2.0],[3.0,4.0]]"), TestCase("bool", "[[true,true],[true,true]]")]
    [TestCase("float64", "[[1.0,2.0],[3.0,4.0]]"), TestCase("complex64", """["(1\u002B0j)"]""")]
    public void A_tensor_is_nested_lists_in_json(string dtype, string text)
    {
        var tensor = dtype == "complex64" ? Torch.Tensor([1], DType.Complex64) : Torch.Tensor([[1, 2], [3, 4]], DType.Named(dtype)!.Value);

        JsonSerializer.Serialize(tensor).Should().Be(text);
        JsonSerializer.Serialize(new { x = tensor }).Should().Be($$"""{"x":{{text}}}""");
    }

    [TestCase("7"), TestCase("[]"), TestCase("[[1.5,-2.0]]"), TestCase("""["NaN","Infinity",1.0]""")]
    [TestCase("[true,false]"), TestCase("0.1"), TestCase("[9223372036854775807]"), TestCase("[1E-07]")]
    public void What_json_holds_is_read_and_written_again(string text) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Tensor>(text)).Should().Be(text);

    [Test]
    public void The_dtype_and_the_shape_are_written_where_asked_and_read_anyway()
    {
        var options = new JsonSerializerOptions { Converters = { new TensorJsonConverter { WritesDType = true, WritesShape = true } } };
        var text = JsonSerializer.Serialize(Torch.Zeros(2, 0, 3, dtype: DType.Int16), options);

        text.Should().Be("""{"dtype":"int16","shape":[2,0,3],"data":[[],[]]}""");
        var read = JsonSerializer.Deserialize<Tensor>(text)!;
        (read.Shape, read.DType).Should().Be((new Shape(2, 0, 3), DType.Int16));
        JsonSerializer.Deserialize<Tensor>("""{"dtype":"torch.float64","data":[0.1]}""")!.ToArray<double>().Should().Equal(0.1);
    }

    [TestCase("{}"), TestCase("\"a\""), TestCase("[1,[2]]"), TestCase("[null]"), TestCase("""{"dtype":"int9","data":[1]}""")]
    [TestCase("""{"shape":[3],"data":[1]}"""), TestCase("[99999999999999999999]"), TestCase("""{"what":1}""")]
    [TestCase("[9223372036854775808]")]
    public void What_is_no_tensor_is_refused_as_json(string text) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Tensor>(text)).Should().Throw<JsonException>();

    [Test]
    public void Dtypes_shapes_and_devices_are_what_they_print_in_json()
    {
        var text = JsonSerializer.Serialize(new Parts(DType.Bfloat16, new Shape(2, 3), new Device("cuda:1"), null, null, null));

        text.Should().Be("""{"DType":"bfloat16","Shape":[2,3],"Device":"cuda:1","NoDType":null,"NoShape":null,"NoDevice":null}""");
        JsonSerializer.Deserialize<Parts>(text).Should()
            .Be(new Parts(DType.Bfloat16, new Shape(2, 3), new Device("cuda:1"), null, null, null));
        FluentActions.Invoking(static () => JsonSerializer.Deserialize<Device>("\"toaster\"")).Should().Throw<JsonException>();
    }

    [Test]
    public void Code_that_is_generated_writes_and_reads_the_same_json()
    {
        var parts = new Parts(DType.Int8, new Shape(2, 3), new Device("cpu"), null, null, null);
        var text = JsonSerializer.Serialize(parts, GeneratedJson.Default.Parts);

        text.Should().Be("""{"DType":"int8","Shape":[2,3],"Device":"cpu","NoDType":null,"NoShape":null,"NoDevice":null}""");
        JsonSerializer.Deserialize(text, GeneratedJson.Default.Parts).Should().Be(parts);
        JsonSerializer.Serialize(Torch.Ones(1, 2), GeneratedJson.Default.Tensor).Should().Be("[[1.0,1.0]]");
    }

    [Test]
    public void A_debugger_shows_a_few_values_and_nothing_throws()
    {
        var disposed = Torch.Ones(2);
        disposed.Dispose();
        var (big, tracked) = (Torch.Zeros(100, 100, 100), (Torch.Ones(2, requiresGrad: true) * 2).Sum());
        Tensor[] all =
            [disposed, big, tracked, Torch.Empty(2, device: "meta"), Torch.Tensor(1), Torch.Zeros(0, 3)];

        var shown = all.Select(Shown).ToList();

        shown[0]["Shape"].Should().BeOfType<string>().Which.Should().StartWith("ObjectDisposedException: ");
        ((object[])shown[1]["Values"]!).Length.Should().BeInRange(1, 1000);
        (shown[1]["Shape"], shown[1]["DType"], shown[1]["Device"]).Should()
            .Be((new Shape(100, 100, 100), DType.Float32, new Device("cpu")));
        shown[2]["GradFn"]!.ToString().Should().Contain("SumBackward0");
        shown[3]["Values"].Should().BeOfType<string>().Which.Should().Contain("no data");
        ((object[])shown[4]["Values"]!).Should().Equal((Scalar)1);
        ((object[])shown[5]["Values"]!).Should().BeEmpty();
    }

    private static Dictionary<string, object?> Shown(Tensor tensor)
    {
        var proxy = typeof(Tensor).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName;
        var view = Activator.CreateInstance(Type.GetType(proxy)!, tensor)!;
        var text = typeof(Tensor).GetProperty("DebuggerText", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(tensor);
        text.Should().BeOfType<string>();
        return view.GetType().GetProperties().ToDictionary(static property => property.Name, property => property.GetValue(view));
    }

    internal sealed record Parts(DType DType, Shape Shape, Device Device, DType? NoDType, Shape? NoShape, Device? NoDevice);

    private sealed class Lines : ILogger
    {
        public List<string> Text { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Text.Add(formatter(state, exception));
    }
}
