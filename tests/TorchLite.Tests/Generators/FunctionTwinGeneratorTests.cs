using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TorchLite.Generators;

namespace TorchLite.Tests.Generators;

public sealed class FunctionTwinGeneratorTests
{
    private static readonly MetadataReference[] References = Array.ConvertAll(
        Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(path => Path.GetFileNameWithoutExtension(path) is "System.Runtime" or "System.Private.CoreLib" or "System.Collections")
            .ToArray(),
        path => (MetadataReference)MetadataReference.CreateFromFile(path));

    [Test]
    public void A_marked_method_gets_a_twin_with_the_tensor_first()
    {
        Twins("[TorchFunction] public Tensor Add(Tensor other, Scalar? alpha = null) => other;")
            .Should().Contain("public static global::TorchLite.Tensor Add("
                + "global::TorchLite.Tensor input, global::TorchLite.Tensor other, global::TorchLite.Scalar? alpha = null)")
            .And.Contain("return input.Add(other, alpha);");
    }

    [Test]
    public void An_unmarked_a_static_and_a_non_public_method_get_none()
    {
        Twins("""
            public Tensor A() => this;
            [TorchFunction] internal Tensor B() => this;
            [TorchFunction] public static Tensor C() => null!;
            """).Should().NotContain("public static global::TorchLite.Tensor");
    }

    [Test]
    public void A_twin_checks_its_tensor_for_null() =>
        Twins("[TorchFunction] public Tensor Neg() => this;").Should().Contain("global::System.ArgumentNullException.ThrowIfNull(input);");

    [TestCase("double p = 0.1", "double p = 0.1D")]
    [TestCase("double p = 1e300", "double p = 1E+300D")]
    [TestCase("double p = double.PositiveInfinity", "double p = double.PositiveInfinity")]
    [TestCase("double p = double.NegativeInfinity", "double p = double.NegativeInfinity")]
    [TestCase("double p = double.NaN", "double p = double.NaN")]
    [TestCase("float p = float.NaN", "float p = float.NaN")]
    [TestCase("float p = 0.1f", "float p = 0.1F")]
    [TestCase("double? p = 1e-8", "double? p = 1E-08D")]
    [TestCase("long? dim = null", "long? dim = null")]
    [TestCase("long dim = -1", "long dim = -1")]
    [TestCase("bool keepdim = false", "bool keepdim = false")]
    [TestCase("string text = \"a\\\"b\"", "string text = \"a\\\"b\"")]
    [TestCase("string? text = null", "string? text = null")]
    [TestCase("char c = '\\n'", "char c = '\\n'")]
    [TestCase("Scalar value = default", "global::TorchLite.Scalar value = default")]
    [TestCase("Scalar? value = null", "global::TorchLite.Scalar? value = null")]
    [TestCase("Rounding mode = Rounding.Floor", "global::TorchLite.Rounding mode = global::TorchLite.Rounding.Floor")]
    [TestCase("Rounding? mode = Rounding.Floor", "global::TorchLite.Rounding? mode = global::TorchLite.Rounding.Floor")]
    [TestCase("Rounding mode = (Rounding)7", "global::TorchLite.Rounding mode = (global::TorchLite.Rounding)(7)")]
    [TestCase("System.Threading.CancellationToken stop = default", "global::System.Threading.CancellationToken stop = default")]
    [TestCase("params ReadOnlySpan<long> size", "params global::System.ReadOnlySpan<long> size")]
    [TestCase("ref long n", "ref long n")]
    [TestCase("in Scalar n", "in global::TorchLite.Scalar n")]
    [TestCase("ref readonly Scalar n", "ref readonly global::TorchLite.Scalar n")]
    [TestCase("scoped ReadOnlySpan<Tensor?> list", "scoped global::System.ReadOnlySpan<global::TorchLite.Tensor?> list")]
    [TestCase("long @long", "long @long")]
    [TestCase("(Tensor? left, long) pair", "(global::TorchLite.Tensor? left, long) pair")]
    public void A_parameter_is_copied_with_its_default(string parameter, string expected) =>
        Twins($"[TorchFunction] public Tensor Op({parameter}) => this;")
            .Should().Contain($"Op(global::TorchLite.Tensor input, {expected})\n");

    [Test]
    public void An_out_parameter_is_handed_on_as_out() =>
        Twins("[TorchFunction] public void Op(out long n) => n = 1;").Should().Contain("        input.Op(out n);");

    [Test]
    public void A_parameter_called_input_keeps_its_name() =>
        Twins("[TorchFunction] public Tensor Op(Tensor input) => input;")
            .Should().Contain("Op(global::TorchLite.Tensor self, global::TorchLite.Tensor input)").And.Contain("return self.Op(input);");

    [Test]
    public void Names_of_a_tuple_result_are_kept() =>
        Twins("[TorchFunction] public (Tensor values, Tensor indices) Max(long dim) => (this, this);")
            .Should().Contain("public static (global::TorchLite.Tensor values, global::TorchLite.Tensor indices) Max(");

    [Test]
    public void Type_parameters_are_kept_with_their_constraints() =>
        Twins("[TorchFunction] public T Item<T>(T? other = default) where T : unmanaged, System.IEquatable<T> => default;")
            .Should().Contain("public static T Item<T>(global::TorchLite.Tensor input, T? other = null) "
                + "where T : unmanaged, global::System.IEquatable<T>")
            .And.Contain("return input.Item<T>(other);");

    [Test]
    public void Attributes_of_the_method_and_its_parameters_are_copied() =>
        Twins("""
            [TorchFunction, System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
            [System.Obsolete("Use it \"well\".", DiagnosticId = "T1")]
            public Tensor Op([System.Diagnostics.CodeAnalysis.NotNull] object? a,
                [System.Runtime.CompilerServices.CallerArgumentExpression("a")] string? text = null)
            {
                System.ArgumentNullException.ThrowIfNull(a);
                return this;
            }
            """)
            .Should().Contain("[global::System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute(1)]")
            .And.Contain("""[global::System.ObsoleteAttribute("Use it \"well\".", DiagnosticId = "T1")]""")
            .And.Contain("[global::System.Diagnostics.CodeAnalysis.NotNullAttribute()] object? a")
            .And.Contain("""[global::System.Runtime.CompilerServices.CallerArgumentExpressionAttribute("a")] string? text = null""")
            .And.NotContain("TorchFunction");

    [Test]
    public void What_torch_has_by_hand_is_left_out_and_its_other_overloads_are_not()
    {
        var text = Twins(
            """
            [TorchFunction] public Tensor Sum(string? text = null) => this;
            [TorchFunction] public Tensor Sum(long dim) => this;
            [TorchFunction] public Tensor Sum<T>(T dim) => this;
            """,
            "/// <summary>S.</summary>\npublic static Tensor Sum(Tensor x, string other) => x;");
        text.Should().NotContain("string? text").And.Contain("Sum(global::TorchLite.Tensor input, long dim)").And.Contain("Sum<T>(");
    }

    [Test]
    public void The_documentation_of_a_twin_resolves_to_the_method()
    {
        var compilation = Generate("""
            [TorchFunction] public Tensor Op<T>(System.Collections.Generic.List<(T, long?)> a, params ReadOnlySpan<TensorIndex?> b) => this;
            """);
        var twin = compilation.GetTypeByMetadataName("TorchLite.Torch")!.GetMembers("Op").Single();
        var xml = twin.GetDocumentationCommentXml()!;
        var cref = System.Xml.Linq.XElement.Parse(xml).Element("inheritdoc")!.Attribute("cref")!.Value;
        DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation)!.ToDisplayString()
            .Should().StartWith("TorchLite.Tensor.Op<T>(");
        xml.Should().Contain("<param name=\"input\">");
    }

    [Test]
    public void An_alias_is_a_method_that_calls_the_other_and_has_a_twin_where_that_has_one()
    {
        var compilation = Generate("""
            [TorchFunction, Alias("GreaterEqual")] public Tensor Ge(Scalar? other = null) => this;
            [Alias("GreaterEqual_")] public Tensor Ge_(Scalar? other = null) => this;
            """);

        var aliases = compilation.SyntaxTrees.Single(
            static tree => tree.FilePath.EndsWith("Tensor.Aliases.g.cs", StringComparison.Ordinal)).ToString();
        aliases.Should().Contain("public global::TorchLite.Tensor GreaterEqual(global::TorchLite.Scalar? other = null) => Ge(other);")
            .And.Contain("public global::TorchLite.Tensor GreaterEqual_(global::TorchLite.Scalar? other = null) => Ge_(other);")
            .And.Contain("PyTorch's <c>greater_equal</c>.");
        compilation.SyntaxTrees.Single(IsTorch).ToString().Should().Contain("return input.GreaterEqual(other);")
            .And.NotContain("GreaterEqual_");
    }

    [Test]
    public void Nothing_is_made_again_when_no_signature_changed()
    {
        const string Body = "[TorchFunction] public Tensor Neg() => this;";
        var first = Compile(Body, "");
        var driver = CSharpGeneratorDriver.Create(
            [new FunctionTwinGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)first.SyntaxTrees.First().Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var edited = Compile("/* a comment */ " + Body.Replace("=> this", "=> (this)"), "");
        var second = driver.RunGenerators(first).RunGenerators(edited).GetRunResult().Results.Single();

        second.TrackedSteps[FunctionTwinGenerator.TwinStep].SelectMany(step => step.Outputs)
            .Should().OnlyContain(output => IsReused(output.Reason));
        second.TrackedSteps[FunctionTwinGenerator.FileStep].SelectMany(step => step.Outputs)
            .Should().OnlyContain(output => IsReused(output.Reason));
        second.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs)
            .Should().OnlyContain(output => output.Reason == IncrementalStepRunReason.Cached);
    }

    [Test]
    public void Every_marked_method_of_the_library_has_its_function()
    {
        var marked = typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.IsDefined(typeof(TorchFunctionAttribute))).ToList();
        marked.Should().HaveCountGreaterThan(100);
        marked.Where(method => !typeof(Torch).GetMethods(BindingFlags.Public | BindingFlags.Static).Any(twin => twin.Name == method.Name
                && twin.GetParameters().Select(p => p.ParameterType.ToString()).SequenceEqual(
                    method.GetParameters().Select(p => p.ParameterType.ToString()).Prepend(typeof(Tensor).ToString()))))
            .Should().BeEmpty();
    }

    private static bool IsReused(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached;

    private static bool IsTorch(SyntaxTree tree) => tree.FilePath.EndsWith("Torch.Functions.g.cs", StringComparison.Ordinal);

    private static string Twins(string methods, string byHand = "") => Generate(methods, byHand).SyntaxTrees.Single(IsTorch).ToString();

    /// <summary>The compilation with its generated file; any warning fails the test, as it would fail the build of TorchLite.</summary>
    private static Compilation Generate(string methods, string byHand = "")
    {
        var compilation = Compile(methods, byHand);
        var options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        CSharpGeneratorDriver.Create([new FunctionTwinGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var result, out var problems);
        problems.Should().BeEmpty();
        result.SyntaxTrees.Should().HaveCount(3);
        result.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning)
            .Should().BeEmpty(result.SyntaxTrees.Single(IsTorch).ToString());
        return result;
    }

    private static CSharpCompilation Compile(string methods, string byHand)
    {
        var source = $$"""
            #nullable enable
            using System;
            namespace TorchLite;
            internal sealed class TorchFunctionAttribute : Attribute;
            internal sealed class AliasAttribute(string name) : Attribute { public string Name => name; }
            /// <summary>S.</summary>
            public struct Scalar;
            /// <summary>S.</summary>
            public struct TensorIndex;
            /// <summary>S.</summary>
            public enum Rounding {
                /// <summary>S.</summary>
                None,
                /// <summary>S.</summary>
                Floor }
            /// <summary>S.</summary>
            public sealed partial class Tensor
            {
            #pragma warning disable CS1591
            {{methods}}
            #pragma warning restore CS1591
            }
            /// <summary>S.</summary>
            public static partial class Torch
            {
            {{byHand}}
            }
            """;
        return CSharpCompilation.Create(
            "Small",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
