namespace TorchLite.Tests.Serialization;

/// <summary>Each .NET type is saved as what it is, and not as what the runtime lets it pass for.</summary>
public sealed class PickledTypeTests
{
    private static IEnumerable<TestCaseData> Types() =>
        PickledTypes.All.Select(static row => new TestCaseData(row.Value, row.InPython).SetArgDisplayNames(row.Name));

    [TestCaseSource(nameof(Types))]
    public void A_value_of_a_type_comes_back_as_what_it_is_in_Python(object? value, object? inPython) =>
        PickledTypes.Text(Roundtrip(value)).Should().Be(PickledTypes.Text(inPython));

    private static IEnumerable<TestCaseData> Refusals()
    {
        static TestCaseData Of(object value, string advice) => new TestCaseData(value, advice).SetArgDisplayNames(value.GetType().Name);

        yield return Of(1.5m, "Cast it to double, or save it as a text: ToString(CultureInfo.InvariantCulture).");
        yield return Of('a', "Save it as a text: ToString().");
        yield return Of(DateTime.UnixEpoch, "Save it as a text: ToString(\"O\").");
        yield return Of(new DateOnly(2020, 1, 1), "Save it as a text: ToString(\"O\").");
        yield return Of(TimeSpan.Zero, "Save its TotalSeconds.");
        yield return Of(Guid.Empty, "Save it as a text: ToString().");
        yield return Of(DayOfWeek.Friday, "Cast it to its number, or save its name: ToString().");
        yield return Of(new Queue<int>(), "Save a list of its items: ToList().");
        yield return Of(new Stack<int>(), "Save a list of its items: ToList().");
        yield return Of(new LinkedList<int>(), "Save a list of its items: ToList().");
        yield return Of(Numbers().Where(static number => number > 1), "Save a list of its items: ToList().");
        yield return Of(new Memory<int>([1]), "Save an array of its items: ToArray().");
        yield return Of(new ReadOnlyMemory<byte>([1]), "Save an array of its items: ToArray().");
        yield return Of(new { A = 1 }, "Save a dictionary of its properties.");
        yield return Of(new[] { 'a' }, "Save it as a text: ToString().");

        static IEnumerable<int> Numbers()
        {
            yield return 1;
        }
    }

    [TestCaseSource(nameof(Refusals))]
    public void A_type_that_Python_has_nothing_for_is_refused_with_what_to_do(object value, string advice) =>
        FluentActions.Invoking(() => Torch.Save(value, Stream.Null)).Should().Throw<TorchTypeException>()
            .WithMessage($"can't pickle {(value is char[] ? typeof(char) : value.GetType())}: torch.save takes tensors, numbers, texts, "
                + $"dictionaries, lists, tuples and sets. {advice}");

    [Test]
    public void Keys_that_Python_can_not_have_or_takes_for_one_are_refused()
    {
        Refused(new Dictionary<object, int> { [new List<int>()] = 1 }).Should().Be("TorchTypeException: unhashable type: 'list'");
        Refused(new Dictionary<object, int> { [new[] { 1 }] = 1 }).Should().Be("TorchTypeException: unhashable type: 'list'");
        Refused(new Dictionary<object, int> { [(1, new Dictionary<int, int>())] = 1 }).Should()
            .Be("TorchTypeException: unhashable type: 'dict'");
        Refused(new HashSet<object> { new HashSet<int>() }).Should().Be("TorchTypeException: unhashable type: 'set'");
        Refused(new Dictionary<object, int> { [1] = 1, [1L] = 2 }).Should().Be("TorchValueException: two keys are the same to Python: 1");
        Refused(new Dictionary<object, int> { [1.0] = 1, [true] = 2 }).Should()
            .Be("TorchValueException: two keys are the same to Python: True");
        Refused(new HashSet<object> { 2, (byte)2 }).Should().Be("TorchValueException: two keys are the same to Python: 2");
        var self = new object[1];
        self[0] = self;
        Refused(new Dictionary<object, int> { [self] = 1 }).Should()
            .Be("TorchException: maximum recursion depth exceeded while pickling an object");
        Roundtrip(new Dictionary<object, int> { [1] = 1, [1.5] = 2, ["1"] = 3 }).Should().NotBeNull();
    }

    [Test]
    public void The_same_list_is_one_list_and_holds_itself()
    {
        var shared = new List<int> { 1 };
        var back = (object?[])Roundtrip(new object[] { shared, shared, new[] { shared } })!;
        back[1].Should().BeSameAs(back[0]);
        ((List<object?>)back[2]!)[0].Should().BeSameAs(back[0]);
    }

    private static object? Roundtrip(object? value)
    {
        using var bytes = new MemoryStream();
        Torch.Save(value, bytes);
        bytes.Position = 0;
        return Torch.Load(bytes);
    }

    private static string Refused(object value)
    {
        var thrown = FluentActions.Invoking(() => Torch.Save(value, Stream.Null)).Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }
}
