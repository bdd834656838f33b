using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TorchLite.Tests.Documentation;

/// <summary>What the documentation of every public member must have. That it has any is the compiler's rule (CS1591).</summary>
public sealed class DocumentationRules
{
    private readonly IAssemblySymbol assembly;
    private readonly Dictionary<string, XElement> entries;

    public DocumentationRules(MetadataReference reference, XDocument xml)
    {
        var others = ExampleCompiler.RuntimeReferences.Where(other => other.Display != reference.Display);
        var compilation = CSharpCompilation.Create("Rules", references: [reference, .. others]);
        assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        entries = xml.Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
    }

    /// <summary>Members whose summary, parameters, result or exceptions are not documented.</summary>
    public IEnumerable<string> Undocumented() =>
        from member in PublicMembers()
        let own = entries[member.GetDocumentationCommentId()!]
        let entry = Resolve(own)
        where entry is not null
        from gap in Gaps(member, entry)
        select $"{Name(member)}: {gap}";

    /// <summary>Operations that no example shows.</summary>
    public IEnumerable<string> WithoutExample() =>
        from member in PublicMembers()
        where NeedsExample(member)
        group member by (Type: member.ContainingType.ToDisplayString(), member.Name) into overloads
        where !overloads.Any(HasExample) && !IsShownByType(overloads.First())
        select Name(overloads.First());

    /// <summary>
    /// The whole rule of who needs an example: a method or property that its type brings itself. One example is enough for all overloads,
    /// and the example of the type for what it uses. Not: constructors, operators and conversions (the method of the same name has one),
    /// fields and enum members, properties that tell what a parameter of a constructor said (<c>Linear.InFeatures</c>, <c>SGDParamGroup.Momentum</c>), static properties that name a value of their own type (<c>DType.Float32</c>), parameters of records,
    /// overrides and what an interface of .NET asks for (<c>Equals</c>), what C# calls by itself (<c>Dispose</c>, <c>GetEnumerator</c>, the
    /// <c>Create</c> of a collection expression), members of classes to derive from, which the type's remarks show, of exceptions, and what
    /// takes over another member's documentation, as the function twins do.
    /// </summary>
    private bool NeedsExample(ISymbol member) =>
        (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol)
        && !member.IsOverride
        && !IsNamedValue(member)
        && !IsPlumbing(member)
        && !IsRecordParameter(member)
        && !IsConstructorParameter(member)
        && !ImplementsInterface(member)
        && member.ContainingType is not { IsAbstract: true, IsStatic: false }
        && member.Name is not (nameof(IDisposable.Dispose) or nameof(IEnumerable<>.GetEnumerator) or "Create")
        && !IsException(member.ContainingType)
        && entries[member.GetDocumentationCommentId()!].Element("inheritdoc") is null;

    private bool HasExample(ISymbol member) => Example(member) is not null;

    private bool IsShownByType(ISymbol member) =>
        Example(member.ContainingType) is { } shown
        && Regex.IsMatch(shown, member is IPropertySymbol { IsIndexer: true } ? @"\w\[" : $@"\.{member.Name}\b");

    private string? Example(ISymbol symbol) =>
        entries.GetValueOrDefault(symbol.GetDocumentationCommentId()!)?.Element("example")?.Element("code")?.Value;

    private static bool IsNamedValue(ISymbol member) =>
        member is IPropertySymbol { IsStatic: true } property
        && SymbolEqualityComparer.Default.Equals(property.Type, property.ContainingType);

    private static bool IsRecordParameter(ISymbol member) =>
        member.ContainingType is { IsRecord: true } record
        && record.Constructors.Any(made => made.Parameters.Any(p => p.Name == member.Name));

    private static bool IsConstructorParameter(ISymbol member) =>
        member is IPropertySymbol { IsIndexer: false } && MadeAlike(member.ContainingType).Any(made => made.Parameters.Any(
            p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase)));

    // The options of a group of parameters are those that its optimizer is made with.
    private static IEnumerable<IMethodSymbol> MadeAlike(INamedTypeSymbol type) =>
        type.InstanceConstructors.Concat(
            type.Name.EndsWith("ParamGroup", StringComparison.Ordinal)
                ? type.ContainingNamespace.GetTypeMembers(type.Name[..^"ParamGroup".Length]).SelectMany(static optimizer => optimizer.InstanceConstructors)
                : []);

    private static bool IsPlumbing(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(System.ComponentModel.EditorBrowsableAttribute));

    private static bool ImplementsInterface(ISymbol member) =>
        member.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers())
            .Any(asked => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(asked), member));

    private static bool IsException(INamedTypeSymbol type) =>
        type.Name == "Exception" || (type.BaseType is { } parent && IsException(parent));

    /// <summary>
    /// What takes over another member's documentation is judged by that and its own parameters; by what .NET itself documents, not at all.
    /// </summary>
    private XElement? Resolve(XElement entry)
    {
        if (entry.Element("inheritdoc") is not { } inherit)
            return entry;

        return inherit.Attribute("cref")?.Value is { } cref
            ? new XElement("member", entries.GetValueOrDefault(cref)?.Elements(), OfReceiver(cref), entry.Elements("param"))
            : null;
    }

    /// <summary>Where the member stands in an extension block: the block's parameter, which has an entry of its own.</summary>
    private IEnumerable<XElement> OfReceiver(string cref)
    {
        const string Group = "<G>$";
        if (!cref.Contains(Group, StringComparison.Ordinal))
            return [];

        var block = $"T:{cref[2..cref.IndexOf('.', cref.IndexOf(Group, StringComparison.Ordinal))]}.<M>$";
        return entries.Where(entry => entry.Key.StartsWith(block, StringComparison.Ordinal))
            .SelectMany(entry => entry.Value.Elements("param").Concat(entry.Value.Elements("typeparam")));
    }

    private static IEnumerable<string> Gaps(ISymbol member, XElement entry)
    {
        if (!Says(entry.Element("summary")))
            yield return "no summary";

        var parameters = member switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => [],
        };
        foreach (var parameter in parameters.Where(p => !Says(Named(entry, "param", p.Name))))
            yield return $"parameter {parameter.Name} is not documented";

        foreach (var type in (member as IMethodSymbol)?.TypeParameters.Where(t => !Says(Named(entry, "typeparam", t.Name))) ?? [])
            yield return $"type parameter {type.Name} is not documented";

        if (member is IMethodSymbol { ReturnsVoid: false, MethodKind: not MethodKind.Constructor } && !Says(entry.Element("returns")))
            yield return "its result is not documented";

        foreach (var exception in entry.Elements("exception").Where(exception => !Says(exception)))
            yield return $"exception {exception.Attribute("cref")?.Value} has no cause";
    }

    private static bool Says(XElement? element) => element is not null && (element.HasElements || element.Value.Trim().Length > 0);

    private static XElement? Named(XElement entry, string kind, string name) =>
        entry.Elements(kind).FirstOrDefault(e => e.Attribute("name")?.Value == name);

    /// <summary>What has an entry: the rest the compiler made, such as accessors and the members of records.</summary>
    private IEnumerable<ISymbol> PublicMembers() =>
        Types(assembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers())
            .Where(member => member is IMethodSymbol or IPropertySymbol && member.DeclaredAccessibility == Accessibility.Public)
            .Where(member => member.GetDocumentationCommentId() is { } id && entries.ContainsKey(id));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol owner) =>
        owner.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Where(inner => inner is INamespaceSymbol || inner.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(inner => inner is INamedTypeSymbol type ? Types(inner).Prepend(type) : Types(inner));

    private static string Name(ISymbol member) => member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
