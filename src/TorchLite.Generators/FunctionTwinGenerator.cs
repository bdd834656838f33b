using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TorchLite.Generators;

/// <summary>
/// Writes PyTorch's function form beside each method form: <c>Torch.Add(x, y)</c> for every <c>x.Add(y)</c> that is marked
/// <c>[TorchFunction]</c>, unless <c>Torch</c> has such a method by hand; and for every <c>x.Gt(y)</c> marked <c>[Alias("Greater")]</c> the
/// method of the other name, with its function form where <c>Gt</c> has one.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class FunctionTwinGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that makes the twins, for tests of its caching.</summary>
    public const string TwinStep = "Twins";

    /// <summary>The name of the step that joins the twins and leaves out those written by hand.</summary>
    public const string FileStep = "File";

    private const string FunctionAttribute = "TorchLite.TorchFunctionAttribute";
    private const string AliasAttribute = "TorchLite.AliasAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Every step hands on plain strings, which compare by value: a key stroke that changes no signature ends here.
        var twins = context.SyntaxProvider.ForAttributeWithMetadataName(
            FunctionAttribute,
            static (node, _) => node is MethodDeclarationSyntax,
            static (attributed, _) => Twins((IMethodSymbol)attributed.TargetSymbol))
            .SelectMany(static (twins, _) => twins)
            .WithTrackingName(TwinStep);

        var aliases = context.SyntaxProvider.ForAttributeWithMetadataName(
            AliasAttribute,
            static (node, _) => node is MethodDeclarationSyntax,
            static (attributed, _) => TwinWriter.WriteAlias((IMethodSymbol)attributed.TargetSymbol, Alias(attributed.Attributes[0])));
        context.RegisterSourceOutput(
            aliases.Collect(),
            static (output, all) => output.AddSource(
                "Tensor.Aliases.g.cs", SourceText.From(File("public partial class Tensor", all), Encoding.UTF8)));

        var byHand = context.CompilationProvider.Select(static (compilation, _) => KeysByHand(compilation));

        var file = twins.Collect().Combine(byHand)
            .Select(static (pair, _) => File(pair.Left, pair.Right))
            .WithTrackingName(FileStep);

        context.RegisterSourceOutput(
            file, static (output, text) => output.AddSource("Torch.Functions.g.cs", SourceText.From(text, Encoding.UTF8)));
    }

    private static string Alias(AttributeData attribute) => (string)attribute.ConstructorArguments[0].Value!;

    // The function of the method's own name, and those of its other names.
    private static ImmutableArray<(string Key, string Source)> Twins(IMethodSymbol method)
    {
        if (method is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary, RefKind: RefKind.None }
            || method.ContainingType.ToDisplayString() != "TorchLite.Tensor")
        {
            return [];
        }

        var aliases = method.GetAttributes().Where(attribute => attribute.AttributeClass?.ToDisplayString() == AliasAttribute).Select(Alias);
        return [(TwinKey(method, method.Name), TwinWriter.Write(method)),
            .. aliases.Select(alias => (TwinKey(method, alias), TwinWriter.Write(method, alias)))];
    }

    /// <summary>
    /// The documentation id that the twin will have. It says what C# says of a signature: names, types and by-ref count; nullability,
    /// tuple names and parameter names do not.
    /// </summary>
    private static string TwinKey(IMethodSymbol method, string name)
    {
        var start = $"M:TorchLite.Tensor.{method.Name}";
        var id = $"M:TorchLite.Torch.{name}{method.GetDocumentationCommentId()!.Substring(start.Length)}";
        var parameters = id.IndexOf('(');
        return parameters < 0 ? id + "(TorchLite.Tensor)" : id.Insert(parameters + 1, "TorchLite.Tensor,");
    }

    private static string KeysByHand(Compilation compilation) =>
        compilation.Assembly.GetTypeByMetadataName("TorchLite.Torch") is { } torch
            ? string.Join("\n", torch.GetMembers().OfType<IMethodSymbol>().Where(method => method.DeclaredAccessibility == Accessibility.Public)
                .Select(method => method.GetDocumentationCommentId()))
            : "";

    private static string File(ImmutableArray<(string Key, string Source)> twins, string byHand)
    {
        var taken = new HashSet<string>(byHand.Split('\n'), StringComparer.Ordinal);
        return File(
            "public static partial class Torch",
            twins.Where(twin => !taken.Contains(twin.Key)).OrderBy(twin => twin.Key, StringComparer.Ordinal).Select(twin => twin.Source));
    }

    private static string File(string type, IEnumerable<string> members) => $$"""
        // <auto-generated/>
        #nullable enable
        // The parameters are documented by what inheritdoc brings, which the compiler does not look into.
        #pragma warning disable CS1573

        namespace TorchLite;

        {{type}}
        {
        {{string.Concat(members)}}}

        """;
}
