using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TorchLite.Tests.Documentation;

namespace TorchLite.Tests.Lifetime;

/// <summary>What belongs to a thread cannot be carried to another: the compiler says so.</summary>
public class AwaitTests
{
    private static readonly string[] Stretches =
    [
        "Torch.Scope()", "Torch.NoGrad()", "Torch.EnableGrad()", "Torch.SetGradEnabled(false)", "Torch.InferenceMode()",
    ];

    [TestCaseSource(nameof(Stretches))]
    public void Await_in_a_using_does_not_compile(string opening)
    {
        Errors($"using var stretch = {opening}; await Task.Yield();").Should().Equal("CS4007");
        Errors($"using (var stretch = {opening}) {{ await Task.Yield(); }}").Should().Equal("CS4007");
        Errors($"using var stretch = {opening}; await foreach (var x in Numbers()) {{ }}").Should().Equal("CS4007");
    }

    [TestCaseSource(nameof(Stretches))]
    public void The_same_without_the_await_compiles(string opening)
    {
        Errors($"using var stretch = {opening}; Task.Yield();").Should().BeEmpty();
        Errors($"using (var stretch = {opening}) {{ }} await Task.Yield();").Should().BeEmpty();
        Errors($"await Task.Yield(); using var stretch = {opening};").Should().BeEmpty();
    }

    [TestCaseSource(nameof(Stretches))]
    public void Yield_in_a_using_does_not_compile(string opening) =>
        Errors("await Task.Yield();", $"using var stretch = {opening}; yield return 1;").Should().Equal("CS4007");

    [TestCaseSource(nameof(Stretches))]
    public void A_stretch_cannot_be_kept_in_a_field_or_a_lambda(string opening)
    {
        Errors($"var stretch = {opening}; Action later = () => stretch.Dispose();").Should().Equal("CS8175");
        Errors($"object stretch = {opening};").Should().Equal("CS0029");
    }

    private static IEnumerable<string> Errors(string body, string iterator = "yield return 1;")
    {
        var source = $$"""
            using System; using System.Collections.Generic; using System.Threading.Tasks; using TorchLite;
            public static class Program
            {
                public static async Task Run() { {{body}} }
                public static IEnumerable<int> Items() { {{iterator}} }
                public static async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield return 1; }
            }
            """;
        // The error comes when the state machine is made, not before.
        return CSharpCompilation.Create(
                "Awaits",
                [CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14))],
                ExampleCompiler.RuntimeReferences,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(Stream.Null).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(error => error.Id).Distinct();
    }
}
