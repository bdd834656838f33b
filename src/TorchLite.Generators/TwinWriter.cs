using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TorchLite.Generators;

/// <summary>The C# text of one function twin, and of one method of another name.</summary>
internal static class TwinWriter
{
    private const SymbolDisplayMiscellaneousOptions TypeOptions =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private static readonly SymbolDisplayFormat TypeFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(TypeOptions);

    // "Name<T> where T : …": the constraints stand behind the parameters in C#, so they are cut off and put there.
    private static readonly SymbolDisplayFormat NameFormat = TypeFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    private static readonly SymbolDisplayFormat ParameterFormat = TypeFormat.WithParameterOptions(
        SymbolDisplayParameterOptions.IncludeType
        | SymbolDisplayParameterOptions.IncludeName
        | SymbolDisplayParameterOptions.IncludeModifiers);

    /// <summary>The function of a method, or of the method's other name.</summary>
    public static string Write(IMethodSymbol method, string? alias = null)
    {
        var self = method.Parameters.Any(p => p.Name == "input") ? "self" : "input";
        var (name, constraints) = Name(method);
        name = alias ?? name;
        var parameters = string.Concat(method.Parameters.Select(p => ", " + Parameter(p)));
        return $$"""

                {{Documentation(method, alias)}}
                /// <param name="{{self}}">The tensor whose method of the same name is called.</param>
                {{Attributes(method)}}public static {{method.ReturnType.ToDisplayString(TypeFormat)}} {{name}}(global::TorchLite.Tensor {{self}}{{parameters}}){{constraints}}
                {
                    global::System.ArgumentNullException.ThrowIfNull({{self}});
                    {{(method.ReturnsVoid ? "" : "return ")}}{{self}}.{{name}}({{Arguments(method)}});
                }

            """;
    }

    /// <summary>A method by another name.</summary>
    public static string WriteAlias(IMethodSymbol method, string alias)
    {
        var (name, constraints) = Name(method);
        return $$"""

                {{Documentation(method, alias)}}
                {{Attributes(method)}}public {{method.ReturnType.ToDisplayString(TypeFormat)}} {{alias}}({{string.Join(", ", method.Parameters.Select(Parameter))}}){{constraints}} => {{name}}({{Arguments(method)}});

            """;
    }

    private static (string Name, string Constraints) Name(IMethodSymbol method)
    {
        var signature = method.ToDisplayString(NameFormat);
        var where = signature.IndexOf(" where ", StringComparison.Ordinal);
        return where < 0 ? (signature, "") : (signature.Substring(0, where), signature.Substring(where));
    }

    // Documentation ids need no binding, so that overloads, generics and spans in a cref cannot go wrong.
    private static string Documentation(IMethodSymbol method, string? alias)
    {
        var cref = method.GetDocumentationCommentId();
        return (alias is null ? "" : $"/// <summary>Another name of <see cref=\"{cref}\"/>: PyTorch's <c>{Snake(alias)}</c>.</summary>\n    ")
            + $"/// <inheritdoc cref=\"{cref}\"/>";
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : $"{letter}"));

    private static string Attributes(IMethodSymbol method) => string.Concat(
        method.GetAttributes().Where(a => a.AttributeClass?.Name is not ("TorchFunctionAttribute" or "AliasAttribute" or "ForFSharpAttribute"))
            .Select(a => Attribute(a) + "\n    "));

    private static string Arguments(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(Argument));

    public static string Parameter(IParameterSymbol parameter)
    {
        var attributes = string.Concat(parameter.GetAttributes().Select(a => Attribute(a) + " "));
        var value = parameter.HasExplicitDefaultValue ? " = " + Literal(parameter.Type, parameter.ExplicitDefaultValue) : "";
        return attributes + parameter.ToDisplayString(ParameterFormat) + value;
    }

    public static string Argument(IParameterSymbol parameter)
    {
        var name = SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name;
        return parameter.RefKind switch
        {
            RefKind.Ref => "ref " + name,
            RefKind.Out => "out " + name,
            RefKind.In or RefKind.RefReadOnlyParameter => "in " + name,
            _ => name,
        };
    }

    private static string Attribute(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(Literal)
            .Concat(attribute.NamedArguments.Select(named => $"{named.Key} = {Literal(named.Value)}"));
        return $"[{attribute.AttributeClass!.ToDisplayString(TypeFormat)}({string.Join(", ", arguments)})]";
    }

    private static string Literal(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Array =>
            $"new {constant.Type!.ToDisplayString(TypeFormat)} {{ {string.Join(", ", constant.Values.Select(Literal))} }}",
        TypedConstantKind.Type => $"typeof({((ITypeSymbol)constant.Value!).ToDisplayString(TypeFormat)})",
        _ => Literal(constant.Type!, constant.Value),
    };

    private static string Literal(ITypeSymbol type, object? value)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && value is not null)
            return Literal(nullable.TypeArguments[0], value);

        if (type.TypeKind == TypeKind.Enum && value is not null)
            return EnumLiteral(type, value);

        return value switch
        {
            null => type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null" : "default",
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        };
    }

    private static string EnumLiteral(ITypeSymbol type, object value)
    {
        var name = type.ToDisplayString(TypeFormat);
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value));
        return member is null ? $"({name})({value})" : $"{name}.{member.Name}";
    }
}
