using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TorchLite.Tests.Documentation;

public sealed class DocumentationTests
{
    private static readonly string[] Assemblies =
    [
        .. new[]
            {
                "TorchLite", "TorchLite.NumSharp", "TorchLite.Plotting", "TorchLite.Tensorboard", "TorchLite.Vision", "TorchLite.Arrow",
                "TorchLite.Interactive",
            }
            .Where(static name => File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".xml"))),
    ];

    [TestCaseSource(nameof(Assemblies))]
    public void Every_public_member_says_what_it_does_takes_gives_and_throws(string name) =>
        string.Join("\n", RulesOf(name).Undocumented()).Should().BeEmpty();

    [TestCaseSource(nameof(Assemblies))]
    public void Every_public_operation_has_an_example(string name) =>
        string.Join("\n", RulesOf(name).WithoutExample()).Should().BeEmpty();

    [TestCaseSource(nameof(Assemblies))]
    public void Every_reference_is_to_one_member_as_the_site_makes_no_link_of_several(string name) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, name + ".xml")).Descendants().Attributes("cref")
            .Select(static reference => reference.Value).Where(static reference => reference.StartsWith("O:", StringComparison.Ordinal))
            .Should().BeEmpty();

    [Test]
    public void A_gap_in_the_documentation_is_told() =>
        Rules("""
            /// <summary>A type.</summary>
            public class A
            {
                /// <summary> </summary>
                public void NoSummary() { }
                /// <summary>S.</summary>
                /// <param name="a">A.</param><param name="b"></param>
                public void NoParameter(int a, int b) { }
                /// <summary>S.</summary>
                public int NoResult() => 1;
                /// <summary>S.</summary><typeparam name="T"></typeparam>
                public void NoTypeParameter<T>() { }
                /// <summary>S.</summary>
                /// <exception cref="System.Exception"></exception>
                public void NoCause() { }
                /// <summary>S.</summary>
                /// <param name="a"></param>
                /// <returns>R.</returns>
                public static A operator -(A a) => a;
                /// <inheritdoc cref="NoResult"/>
                public int Inherited() => 1;
                /// <summary>S.</summary><param name="i"></param>
                public int this[int i] => i;
                /// <summary>S.</summary><param name="i">I.</param>
                /// <returns><see langword="true"/></returns>
                public int Good(int i) => i;
                /// <summary>S.</summary>
                public int Property => 1;
                /// <inheritdoc/>
                public override string ToString() => "";
                internal void Hidden() { }
            }
            /// <summary>A type.</summary>
            public static class B
            {
                /// <summary>S.</summary><param name="a">A.</param>
                extension(A a)
                {
                    /// <summary>S.</summary>
                    public void GoodExtension() { }
                }
                /// <summary>S.</summary>
                extension(string b)
                {
                    /// <summary>S.</summary>
                    public void NoReceiver() { }
                }
            }
            """).Undocumented().Should().BeEquivalentTo(
            "A.NoSummary(): no summary",
            "A.NoParameter(int, int): parameter b is not documented",
            "A.NoResult(): its result is not documented",
            "A.NoTypeParameter<T>(): type parameter T is not documented",
            "A.NoCause(): exception T:System.Exception has no cause",
            "A.operator -(A): parameter a is not documented",
            "A.Inherited(): its result is not documented",
            "A.this[int]: parameter i is not documented",
            "B.NoReceiver(string): parameter b is not documented");

    [Test]
    public void An_operation_without_an_example_is_told_and_nothing_else_is() =>
        Rules("""
            /// <summary>A type.</summary><example><code>new A().Shown()   // 1</code></example>
            public class A : System.IDisposable
            {
                /// <summary>S.</summary>
                public void Shown() { }
                /// <summary>S.</summary>
                public A() { }
                /// <summary>S.</summary>
                public const int C = 1;
                /// <summary>S.</summary>
                public static A Constant => new();
                /// <summary>S.</summary>
                public int Property => 1;
                /// <summary>S.</summary>
                public void Method() { }
                /// <summary>S.</summary><example><code>1 // 1</code></example>
                public void Overloaded() { }
                /// <summary>S.</summary>
                public void Overloaded(int a) { }
                /// <summary>S.</summary>
                public static A operator -(A a) => a;
                /// <inheritdoc cref="Method"/>
                public void Twin() { }
                /// <summary>S.</summary>
                public int this[int i] => i;
                /// <summary>S.</summary>
                public override string ToString() => "";
                /// <summary>S.</summary>
                public void Dispose() { }
            }
            /// <summary>S.</summary>
            public enum E
            {
                /// <summary>S.</summary>
                One
            }
            /// <summary>S.</summary>
            public class BadException : System.Exception
            {
                /// <summary>S.</summary>
                public int Code => 1;
            }
            """).WithoutExample().Should().BeEquivalentTo("A.Property", "A.Method()", "A.this[int]");

    private static DocumentationRules RulesOf(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        return new DocumentationRules(MetadataReference.CreateFromFile(path), XDocument.Load(Path.ChangeExtension(path, ".xml")));
    }

    private static DocumentationRules Rules(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Small",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(documentationMode: DocumentationMode.Parse))],
            ExampleCompiler.RuntimeReferences,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        using var xml = new MemoryStream();
        compilation.Emit(image, xmlDocumentationStream: xml).Success.Should().BeTrue();
        return new DocumentationRules(MetadataReference.CreateFromImage(image.ToArray()), XDocument.Load(new MemoryStream(xml.ToArray())));
    }
}
