using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TorchLite.Tests.House;

/// <summary>Where things lie: the room of any line is known from the tree alone.</summary>
public partial class RoomTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "TorchLite");

    // Words that say that there was no better name.
    private static readonly string[] Empty = ["More", "Several", "Misc", "Given", "Functions", "OnlyHere", "Other", "Helpers", "Util"];

    private static readonly string[] Files =
    [
        .. Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .Where(static file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal)),
    ];

    [Test]
    public void A_file_name_says_what_is_in_the_file() =>
        Files.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "*.cs", SearchOption.AllDirectories))
            .Where(static file => Path.GetFileName(file).Split('.').Intersect(Empty).Any()).Should().BeEmpty();

    [Test]
    public void The_root_holds_the_objects_only() =>
        Files.Where(static file => !file.Contains('/')).Should().BeEquivalentTo("Tensor.cs", "Torch.cs", "Usings.cs");

    [Test]
    public void An_operation_lies_in_one_file_with_its_in_place_form()
    {
        var places = new Dictionary<(string Type, string Name), HashSet<string>>();
        foreach (var file in Files)
        {
            foreach (var (type, name) in Operations(file))
            {
                if (!places.TryGetValue((type, name), out var known))
                {
                    places[(type, name)] = known = [];
                }

                known.Add(file);
            }
        }

        places.Should().HaveCountGreaterThan(500);
        places.Where(static place => place.Value.Count > 1)
            .Select(static place => $"{place.Key.Type}.{place.Key.Name}: {string.Join(", ", place.Value)}").Should().BeEmpty();
    }

    [Test]
    public void Mangled_names_stand_in_one_file() =>
        Files.Where(static file => Mangled().IsMatch(File.ReadAllText(Path.Combine(Source, file))))
            .Should().OnlyContain(static file => file.StartsWith("Native/Imports/CppSymbols", StringComparison.Ordinal));

    // The public ones, an in-place form by the name of the other: what Tensor and Torch are made of.
    private static IEnumerable<(string Type, string Name)> Operations(string file) =>
        from type in CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Source, file))).GetCompilationUnitRoot()
            .DescendantNodes().OfType<ClassDeclarationSyntax>()
        where type.Identifier.Text is "Tensor" or "Torch" && type.Parent is BaseNamespaceDeclarationSyntax
        from member in type.Members
        where member.Modifiers.Any(SyntaxKind.PublicKeyword)
        let name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            _ => "",
        }
        where name.Length > 0
        select (type.Identifier.Text, name.TrimEnd('_'));

    [GeneratedRegex(@"""(_ZN?K?\d|_ZT|\?\?_7|\?[a-zA-Z_]+@)")]
    private static partial Regex Mangled();
}
