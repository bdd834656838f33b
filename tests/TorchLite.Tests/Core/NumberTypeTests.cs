using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TorchLite.Tests.Documentation;

namespace TorchLite.Tests.Core;

/// <summary>Every type of number that .NET has: it keeps its value, or the compiler or an error says what to write.</summary>
public class NumberTypeTests
{
    // One more than the greatest long: 2^63.
    private const ulong Big = 9223372036854775808;

    private const string Overflow = "value cannot be converted to type int64_t without overflow";
    private const string Unpacking = "Overflow when unpacking long long";

    // A type, and its 3 in C#.
    private static readonly (string Type, string Three)[] Given =
    [
        ("byte", "(byte)3"), ("sbyte", "(sbyte)3"), ("short", "(short)3"), ("ushort", "(ushort)3"), ("int", "3"), ("uint", "3u"),
        ("long", "3L"), ("ulong", "3UL"), ("nint", "(nint)3"), ("nuint", "(nuint)3"), ("float", "3f"), ("double", "3.0"),
        ("Half", "(Half)3"), ("Complex", "new Complex(3, 0)"), ("bool", "true"),
    ];

    private static readonly (string Type, string Value)[] Refused =
    [
        ("char", "'3'"), ("decimal", "3m"), ("Int128", "(Int128)3"), ("UInt128", "(UInt128)3"), ("BigInteger", "new BigInteger(3)"),
        ("DateTime", "new DateTime(3)"), ("TimeSpan", "new TimeSpan(3)"),
    ];

    // Where a number may stand.
    private static readonly string[] Places =
    [
        "Scalar a = {0};", "Tensor a = {0};", "var a = Torch.Tensor({0});", "var a = Torch.Tensor([{0}]);",
        "var a = Torch.Tensor([[1], [{0}]]);",
        "var a = Torch.Full([2], {0});", "x.Fill_({0});", "x[0] = {0};", "var a = x.Eq({0});", "var a = Torch.Where(x > 0, x, {0});",
        "OpArgument a = {0};", "TensorLiteral a = {0};", "x += {0};", "x.Add_({0}, alpha: {0});", "var a = Torch.Arange({0});",
    ];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "&", "|", "^", "==", "!=", "<", "<=", ">", ">="];

    [Test]
    public void Each_type_of_number_stands_on_both_sides_of_each_operator_and_wherever_a_number_may()
    {
        Errors(Given.SelectMany(static number =>
        {
            return Operators.SelectMany(op => (string[])[$"var a = x {op} {number.Three};", $"var a = {number.Three} {op} x;"])
                .Concat(Places.Select(place => string.Format(null, place, number.Three)));
        })).Should().BeEmpty();
        Errors(["x[(byte)0] = 1;", "x[(ushort)0] = 1;", "x[0u] = 1;", "x[(nint)0] = 1;"]).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Refused))]
    public void What_libtorch_has_no_number_for_does_not_compile_and_the_compiler_says_what_to_write((string Type, string Value) number)
    {
        var lines = Operators.SelectMany(op => (string[])[$"var a = x {op} {number.Value};", $"var a = {number.Value} {op} x;"])
            .Concat(Places.Select(place => string.Format(null, place, number.Value))).ToList();

        var errors = Errors(lines);

        errors.Should().OnlyContain(static error => error.Contains(": write ")).And.HaveCountGreaterThanOrEqualTo(lines.Count);
    }

    [Test]
    public void A_letter_is_no_index() => Errors(["var a = x[':'];"]).Should().ContainSingle().Which.Should().Contain("write \":\"");

    [Test]
    public void Each_type_of_number_keeps_its_value_and_its_kind()
    {
        Scalar[] whole = [(byte)3, (sbyte)3, (short)3, (ushort)3, 3, 3u, 3L, 3UL, (nint)3, (nuint)3];
        Scalar[] real = [3f, 3.0, (Half)3];

        whole.Select(static number => number.ToString()).Should().AllBe("3");
        real.Select(static number => number.ToString()).Should().AllBe("3.0");
        Torch.Tensor([(byte)250, (ushort)65000, 4000000000u, 7UL, (nuint)8, long.MaxValue]).ToString()
            .Should().Be("tensor([                250,               65000,          4000000000,\n"
                + "                          7,                   8, 9223372036854775807])");
        ((Scalar)(ulong?)7 is var seven ? seven.ToString() : "").Should().Be("7");
        ((Scalar)ulong.MaxValue).ToString().Should().Be("18446744073709551615");
        $"{(Scalar)Big:N0}".Should().Be("9,223,372,036,854,775,808");
    }

    // What PyTorch 2.10 answers.
    [Test]
    public void A_whole_number_beyond_a_long_is_taken_as_PyTorch_takes_it()
    {
        var (x, i) = (Torch.Tensor([1.0, 2.0]), Torch.Tensor([1, 2]));
        var most = Torch.Tensor([long.MaxValue]);
        Tensor[] computed =
        [
            most == Big, most < Big, Big > most, i + Big, Big + i, i - Big, Big - i, i * Big, x + Big, x / Big, Big / x, i.Eq(Big),
            x.Clone().Fill_(Big), Torch.Full([1], Big, DType.Float32), x.MaskedFill(x > 1, Big), Torch.Clamp(x, max: Big),
            Torch.Tensor([Big], DType.Float64), Torch.Tensor([1.5, Big]), Torch.Tensor([Big], DType.Bool),
            Torch.Tensor([7UL]), i + 9007199254740993UL,
        ];

        computed.Select(static tensor => tensor.ToString()).Should().Equal(
            "tensor([False])", "tensor([False])", "tensor([False])",
            "tensor([-9223372036854775807, -9223372036854775806])", "tensor([-9223372036854775807, -9223372036854775806])",
            "tensor([-9223372036854775807, -9223372036854775806])", "tensor([9223372036854775807, 9223372036854775806])",
            "tensor([-9223372036854775808,                    0])", "tensor([9.2234e+18, 9.2234e+18])",
            "tensor([1.0842e-19, 2.1684e-19])", "tensor([9.2234e+18, 4.6117e+18])", "tensor([False, False])",
            "tensor([9.2234e+18, 9.2234e+18])", "tensor([9.2234e+18])", "tensor([1.0000e+00, 9.2234e+18])", "tensor([1., 2.])",
            "tensor([9.2234e+18], dtype=torch.float64)", "tensor([1.5000e+00, 9.2234e+18])", "tensor([True])",
            "tensor([7])", "tensor([9007199254740994, 9007199254740995])");
    }

    [Test]
    public void A_whole_number_beyond_a_long_is_an_error_where_no_long_would_hold_it()
    {
        var i = Torch.Tensor([1, 2]);

        Refusal<TorchValueException>(() => Torch.Tensor(Big)).Should().Be(Unpacking);
        Refusal<TorchValueException>(() => Torch.Tensor([true, Big])).Should().Be(Unpacking);
        Refusal<TorchValueException>(() => Torch.Tensor([Big], DType.Uint8)).Should().Be(Unpacking);
        Refusal<TorchValueException>(() => i[0] = Big).Should().Be(Unpacking);
        Refusal<TorchException>(() => i.Fill_(Big)).Should().Be(Overflow);
        Refusal<TorchException>(() => i.Add(1, alpha: Big)).Should().Be(Overflow);
        Refusal<TorchException>(() => Torch.Full([2], Big)).Should().Be(Overflow);
        Refusal<TorchException>(() => Torch.Arange(Big)).Should().Be(Overflow);
        Refusal<TorchException>(() => Torch.Clamp(i, max: Big)).Should().Be(Overflow);
        (i & Big).ToString().Should().Be("tensor([0, 0])"); // PyTorch 2.10 too
        Refusal<TorchException>(() => Torch.Ops.Call("aten::sum.dim_IntList", i, [Big], false)).Should().Be(Overflow);
    }

    [Test]
    public void A_number_that_becomes_minus_one_divides_the_smallest_number()
    {
        (Torch.Tensor([long.MinValue]) % ulong.MaxValue).ToString().Should().Be("tensor([0])");
        (Torch.Tensor([int.MinValue], DType.Int32) % 4294967295L).ToString().Should().Be("tensor([0], dtype=torch.int32)");
        (Torch.Tensor([long.MinValue]) % 4294967295L).ToString().Should().Be("tensor([2147483647])");
    }

    [Test]
    public void A_number_on_the_left_is_cut_to_the_dtype_as_one_on_the_right()
    {
        var bytes = Torch.Tensor([1, 2], DType.Uint8);

        (300 - bytes).ToString().Should().Be("tensor([43, 42], dtype=torch.uint8)");
        (300 % bytes).ToString().Should().Be("tensor([0, 0], dtype=torch.uint8)");
        Torch.Pow(300, bytes).ToString().Should().Be("tensor([ 44, 144], dtype=torch.uint8)");
        (((1L << 40) + 5) - Torch.Tensor([1], DType.Int32)).ToString().Should().Be("tensor([4], dtype=torch.int32)");
    }

    [Test]
    public void A_cast_gives_the_number_or_says_that_it_does_not_fit()
    {
        Scalar many = 70000;

        ((byte)Torch.Tensor(5), (ushort)Torch.Tensor(5), (uint)Torch.Tensor(5), (sbyte)Torch.Tensor(-5), (short)Torch.Tensor(-5))
            .Should().Be(((byte)5, (ushort)5, 5u, (sbyte)-5, (short)-5));
        ((ulong)(Scalar)Big, (ulong)Torch.Tensor(1e19, DType.Float64), (decimal)Torch.Tensor(2.5), (decimal)(Scalar)long.MaxValue)
            .Should().Be((Big, 10000000000000000000UL, 2.5m, 9223372036854775807m));
        Torch.Tensor(9007199254740993).Item<decimal>().Should().Be(9007199254740993m);
        Refusal<TorchException>(() => (short)many).Should().Be("value cannot be converted to type int16_t without overflow");
        Refusal<TorchException>(() => (byte)Torch.Tensor(300)).Should().Be("value cannot be converted to type uint8_t without overflow");
        Refusal<TorchException>(() => (ulong)Torch.Tensor(-1)).Should().Be("value cannot be converted to type uint64_t without overflow");
        Refusal<TorchException>(() => (long)(Scalar)Big).Should().Be(Overflow);
        Refusal<TorchException>(() => (decimal)Torch.Tensor(1e30)).Should()
            .Be("value cannot be converted to type decimal without overflow");
    }

    [Test]
    public void Numbers_are_equal_only_where_they_are_the_same_number()
    {
        ((Scalar)9007199254740993 == 9007199254740992.0).Should().BeFalse();
        ((Scalar)9007199254740992 == 9007199254740992.0).Should().BeTrue();
        ((Scalar)Big == 9223372036854775808.0).Should().BeTrue();
        ((Scalar)Big == (Scalar)long.MinValue).Should().BeFalse();
        ((Scalar)ulong.MaxValue == 18446744073709551616.0).Should().BeFalse();
        ((Scalar)1 == true).Should().BeTrue();
    }

    [TestCase(typeof(decimal), "(double)x")]
    [TestCase(typeof(nint), "checked((long)x)")]
    [TestCase(typeof(Int128), "checked((long)x)")]
    [TestCase(typeof(char), "checked((long)x)")]
    [TestCase(typeof(DateTime), "x.Ticks")]
    [TestCase(typeof(BigInteger), "(double)x")]
    public void An_array_of_what_no_dtype_holds_is_refused_with_what_to_write(Type element, string conversion) =>
        Refusal<TorchTypeException>(() => Torch.Tensor(Array.CreateInstance(element, 2)))
            .Should().EndWith($"Convert the elements first, as by Array.ConvertAll(array, x => {conversion}).");

    private static string Refusal<T>(Func<object> act)
        where T : TorchException => act.Should().ThrowExactly<T>().Which.Message;

    /// <summary>Compiles each line by itself, and tells what is wrong.</summary>
    private static IReadOnlyList<string> Errors(IEnumerable<string> lines)
    {
        var source = "using System; using System.Numerics; using TorchLite;\npublic static class Program\n{\n"
            + string.Concat(lines.Select(static (line, i) => $"    public static void Run{i}(Tensor x) {{ {line} }}\n")) + "}\n";
        return [.. CSharpCompilation.Create(
                "Numbers",
                [CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14))],
                ExampleCompiler.RuntimeReferences,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(static error => error.ToString())];
    }

    [Test]
    public void A_number_that_was_changed_is_written_as_it_is_now()
    {
        Tensor direct = 5, classic = 5, script = 5.0;
        direct.Add_(1);
        classic.Clamp_(max: 3);
        script.Lerp_(Torch.Tensor(7.0), 1);
        var x = Torch.Zeros(3);

        (x[0], x[1], x[2]) = (direct, classic, script);

        x.ToString().Should().Be("tensor([6., 3., 7.])");
    }
}
