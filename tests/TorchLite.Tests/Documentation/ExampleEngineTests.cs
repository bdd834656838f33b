using System.Xml.Linq;

namespace TorchLite.Tests.Documentation;

/// <summary>The tests of the examples are themselves right: what holds passes, what does not is told.</summary>
public sealed class ExampleEngineTests
{
    [TestCase("1 + 1 // 2")]
    [TestCase("var x = 3;\nx * 2\n// 6")]
    [TestCase("\"a\\nb\"  // a\n// b")]
    [TestCase("\"a\\n\\n b\"\n// a\n//\n//  b")]
    [TestCase("\"http://x\"   // http://x")]
    [TestCase("var x = 1; // a remark\n// another\nx // 1")]
    [TestCase("Console.WriteLine(1.5.ToString(System.Globalization.CultureInfo.InvariantCulture)); // 1.5")]
    [TestCase("Console.WriteLine(0);\nConsole.WriteLine(1);\n// 1")]
    [TestCase("foreach (var i in new[] { 1, 2 })\n    Console.WriteLine(i);\n// 1\n// 2")]
    [TestCase("new[] { 1, 2 }\n    .Select(x => x + 1)\n    .Sum() // 5")]
    [TestCase("var t = (1, 2);\nt // (1, 2)")]
    [TestCase("int.Parse(\"x\") // FormatException: The input string 'x' was not in a correct format.")]
    [TestCase("_ = int.Parse(\"x\"); // FormatException: The input string 'x' was not in a correct format.")]
    [TestCase("throw new Exception(\"a\\nb\"); // Exception: a\n// b")]
    [TestCase("(string?)null // null")]
    [TestCase("1.5 // 1.5")]
    [TestCase("int.Parse(\"x\") // throws FormatException")]
    [TestCase("using System.Text;\nnew StringBuilder(\"a\") // a")]
    [TestCase("int Twice(int x)\n{\n    return 2 * x;\n}\n\nTwice(2) // 4")]
    [TestCase("var b = true;\nif (b)\n    b = false;\nelse\n    b = true;\nb // False")]
    public void A_true_example_passes(string code) => Failures(code).Should().BeEmpty();

    [TestCase("1 + 1 // 3", "line 1: 1 + 1\nexpected:\n3\nbut was:\n2")]
    [TestCase("$\"{1.5}\" // 1.5", "but was:\n1,5")]
    [TestCase("int.Parse(\"x\") // throws Exception", "but was:\nthrows FormatException")]
    [TestCase("1 + 1 // throws Exception", "but it did not throw")]
    [TestCase("Console.WriteLine(1); // 2", "but was:\n1")]
    [TestCase("\"a\\nb\" // a", "but was:\na\nb")]
    [TestCase("\n\n1 + // 3", "line 3: neither a statement nor an expression: 1 +")]
    [TestCase("var x = 1;\nint y = \"\"; // remark", "line 2: Cannot implicitly convert type 'string' to 'int'")]
    [TestCase("var x = 1; // tensor(1)", "line 1: 'tensor(1)' stands behind a statement")]
    [TestCase("1 + 1 // Exception: no", "but it did not throw")]
    [TestCase("int.Parse(\"x\") // FormatException: no", "but was:\nFormatException: The input string")]
    [TestCase("int.Parse(\"x\") // 1", "It threw System.FormatException")]
    public void A_false_example_is_told(string code, string message) =>
        Failures(code).Should().ContainSingle().Which.Should().Contain(message);

    [Test]
    public void A_broken_example_breaks_no_other()
    {
        Example[] examples = [new("one", "nonsense // 1"), new("two", "1 // 1"), new("three", "1 // 2")];
        var compiler = new ExampleCompiler(examples, "");
        examples.Select(example => compiler.Run(example).Count).Should().Equal(1, 0, 1);
    }

    [Test]
    public void Examples_of_a_documentation_file_are_found_with_their_indentation_removed()
    {
        var xml = XDocument.Parse("""
            <doc><members>
              <member name="M:TorchLite.Tensor.Add(TorchLite.Tensor)"><summary>S</summary><example><code>
                        var x = 1;
                        if (x &lt; 2)
                            x = 3;
              </code> and <code>x // 1</code></example></member>
              <member name="T:TorchLite.Tensor"><summary>S <code>not an example</code></summary></member>
            </members></doc>
            """);
        Example.OfXml(xml).Should().Equal(
            new Example("Tensor.Add(TorchLite.Tensor)", "var x = 1;\nif (x < 2)\n    x = 3;"),
            new Example("Tensor.Add(TorchLite.Tensor) #2", "x // 1"));
    }

    [Test]
    public void Blocks_of_a_readme_are_found_with_their_line() =>
        Example.OfMarkdown("README", "# A\n```sh\nls\n```\ntext\n```csharp\n1 // 1\n```\n```csharp\n2 // 2\n```\n")
            .Should().Equal(new Example("README line 6", "1 // 1"), new Example("README line 9", "2 // 2"));

    [Test]
    public void A_program_of_a_file_is_an_example_without_its_packages() =>
        Example.OfMarkdown("README", "```csharp\n#:package TorchLite@0.1.0\nusing TorchLite;\n```\n")
            .Should().Equal(new Example("README line 1", "using TorchLite;"));

    private static IReadOnlyList<string> Failures(string code)
    {
        var example = new Example("x", code);
        return new ExampleCompiler([example], "").Run(example);
    }
}
