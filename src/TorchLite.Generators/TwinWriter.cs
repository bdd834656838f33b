using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TorchLite.Generators;

/// <summary>The C# text of one function twin.</summary>
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

    public static string Write(IMethodSymbol method)
    {
        // Documentation ids need no binding, so that overloads, generics and spans in a cref cannot go wrong.
        var cref = method.GetDocumentationCommentId();
        var self = method.Parameters.Any(p => p.Name == "input") ? "self" : "input";
        var signature = method.ToDisplayString(NameFormat);
        var where = signature.IndexOf(" where ", StringComparison.Ordinal);
        var name = where < 0 ? signature : signature.Substring(0, where);
        var constraints = where < 0 ? "" : signature.Substring(where);
        var parameters = string.Concat(method.Parameters.Select(p => ", " + Parameter(p)));
        var arguments = string.Join(", ", method.Parameters.Select(Argument));

        var text = new StringBuilder();
        text.Append($"\n    /// <inheritdoc cref=\"{cref}\"/>\n");
        text.Append($"    /// <param name=\"{self}\">The tensor whose method of the same name is called.</param>\n");
        foreach (var attribute in method.GetAttributes().Where(a => a.AttributeClass?.Name != "TorchFunctionAttribute"))
            text.Append($"    {Attribute(attribute)}\n");
        text.Append($"    public static {method.ReturnType.ToDisplayString(TypeFormat)} {name}(");
        text.Append($"global::TorchLite.Tensor {self}{parameters}){constraints}\n    {{\n");
        text.Append($"        global::System.ArgumentNullException.ThrowIfNull({self});\n");
        text.Append($"        {(method.ReturnsVoid ? "" : "return ")}{self}.{name}({arguments});\n    }}\n");
        return text.ToString();
    }

    public static string Parameter(IParameterSymbol parameter)
    {
        var attributes = string.Concat(parameter.GetAttributes().Select(a => Attribute(a) + " "));
        var value = parameter.HasExplicitDefaultValue ? " = " + Literal(parameter.Type, parameter.ExplicitDefaultValue) : "";
        return attributes + parameter.ToDisplayString(ParameterFormat) + value;
    }

    private static string Argument(IParameterSymbol parameter)
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
