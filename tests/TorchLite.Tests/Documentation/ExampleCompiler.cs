using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TorchLite.Tests.Documentation;

/// <summary>Compiles many examples at once, each a method of its own, and runs them one by one.</summary>
public sealed class ExampleCompiler
{
    private static readonly CSharpParseOptions Language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private const string Usings =
        "using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; "
        + "using System.Threading.Tasks; ";

    private readonly Dictionary<string, string> broken = [];
    private readonly Dictionary<string, (IReadOnlyList<ExampleStep> Steps, SyntaxTree Tree)> good = [];
    private readonly Assembly? assembly;

    /// <param name="examples">The examples; their names must differ.</param>
    /// <param name="usings">Namespaces that they may take as opened, beside those of a new console project.</param>
    /// <param name="references">Assemblies that they use beside those of this test run.</param>
    public ExampleCompiler(IEnumerable<Example> examples, string usings, params IEnumerable<MetadataReference> references)
    {
        foreach (var example in examples)
        {
            try
            {
                var steps = ExampleStep.Parse(example.Code);
                good.Add(example.Name, (steps, CSharpSyntaxTree.ParseText(Source(example, steps, usings), Language)));
            }
            catch (FormatException error)
            {
                broken.Add(example.Name, error.Message);
            }
        }

        var all = RuntimeReferences.Concat(references).ToList();
        assembly = Emit(all) ?? Emit(all);
    }

    public static IReadOnlyList<MetadataReference> RuntimeReferences { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();

    /// <summary>Runs an example and tells what is wrong with it; nothing where all is as it says.</summary>
    public IReadOnlyList<string> Run(Example example)
    {
        if (broken.TryGetValue(example.Name, out var problem))
            return [problem];

        var method = assembly!.GetType(TypeName(example))!.GetMethod("Run")!.CreateDelegate<Action<ExampleRun>>();
        return ExampleRun.Of(good[example.Name].Steps, method);
    }

    /// <summary>Compiles what is good; where that fails, moves what failed to the broken ones and answers null.</summary>
    private Assembly? Emit(IReadOnlyList<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            "TorchLite.Examples",
            good.Values.Select(example => example.Tree),
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (result.Success)
            return Assembly.Load(image.ToArray());

        foreach (var errors in result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).GroupBy(d => d.Location.SourceTree))
        {
            var name = good.Single(example => example.Value.Tree == errors.Key).Key;
            broken.Add(name, string.Join("\n", errors.Select(
                error => $"line {error.Location.GetMappedLineSpan().StartLinePosition.Line + 1}: {error.GetMessage()}")));
            good.Remove(name);
        }

        return null;
    }

    private static string TypeName(Example example) =>
        "Example_" + string.Concat(example.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? $"{c}" : $"_{(int)c}_"));

    private static string Source(Example example, IEnumerable<ExampleStep> steps, string usings)
    {
        var opened = new StringBuilder(Usings + usings);
        var (types, body) = (new StringBuilder(), new StringBuilder());
        foreach (var step in steps)
        {
            if (step.Kind == StepKind.Type)
            {
                types.Append($"#line {step.Line}\n{step.Code}\n");
                continue;
            }

            if (step.Kind == StepKind.Using)
            {
                if (!opened.ToString().Contains(step.Code, StringComparison.Ordinal))
                    opened.Append(step.Code);

                continue;
            }

            body.Append($"#line {step.Line}\n{Body(step)}\n");
        }

        return $$"""
            {{opened}}
            #nullable enable
            public static class {{TypeName(example)}} {
            {{types}}
            public static void Run({{typeof(ExampleRun).FullName}} run__) {
            {{body}} } }
            """;
    }

    private static string Body(ExampleStep step)
    {
        var line = step.Line;
        var statement = step.Kind == StepKind.Expression ? Discard(step.Code) : step.Code;
        if (step.Throws)
            return $"try {{ {statement} run__.NotThrown({line}); }} catch (Exception error__) when (run__.Thrown({line}, error__)) {{ }}";

        return step switch
        {
            { Expected: null } => statement,
            { Kind: StepKind.Writing } => $"run__.Written(); {statement} run__.Written({line});",
            _ => $"run__.Value({line}, {step.Code});",
        };
    }

    /// <summary>An expression as a statement, whatever C# allows to be one.</summary>
    private static string Discard(string expression) =>
        SyntaxFactory.ParseExpression(expression) is InvocationExpressionSyntax or AssignmentExpressionSyntax
            ? expression + ";"
            : $"_ = {expression};";
}
