using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace TorchLite.Tests.Reference;

/// <summary>Parameters have PyTorch's names, order and defaults, as its own descriptions tell them.</summary>
public partial class SignatureTests
{
    private static readonly Dictionary<string, string> Left =
        Repository.Lines("reference", "absent-parameters.txt")
            .Select(static line => line.Split(": ", 2)).ToDictionary(static parts => parts[0], static parts => parts[1]);

    private static readonly Dictionary<string, string> Known =
        Repository.Lines("reference", "signatures-otherwise.txt")
            .Select(static line => line.Split(" # ", 2)).ToDictionary(static parts => parts[0], static parts => parts[1]);

    private static readonly string[] Recorded =
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "reference", "corpus", "signatures.txt"));

    [Test]
    public void Every_documented_call_has_a_method_that_takes_it()
    {
        var otherwise = Recorded.Select(static line => (Line: line, Why: Otherwise(line)))
            .Where(static found => found.Why is not null).ToArray();
        TestContext.Progress.WriteLine($"Signatures: {Recorded.Length} documented, {otherwise.Length} otherwise for a listed reason");
        otherwise.Where(static found => !Known.ContainsKey(found.Line))
            .Aggregate("", static (text, found) => $"{text}{found.Line} # {found.Why}\n")
            .Should().BeEmpty();
        Known.Keys.Except(otherwise.Select(static found => found.Line)).Should().BeEmpty("they are as documented now");
    }

    [Test]
    public void Parameters_that_no_method_has_are_documented_and_have_a_reason()
    {
        Left.Keys.Should().BeInAscendingOrder(StringComparer.Ordinal);
        Left.Keys.Except(
                Recorded.SelectMany(static line => Argument().Matches(line[(line.IndexOf('(') + 1)..]))
                    .Select(static match => match.Groups["name"].Value))
            .Should().BeEmpty();
        Left.Values.Should().NotContain(string.Empty);
        typeof(Tensor).Assembly.GetExportedTypes()
            .Where(static type => type == typeof(Tensor) || type == typeof(Torch) || type.DeclaringType == typeof(Torch))
            .SelectMany(static type => type.GetMethods()).SelectMany(static method => method.GetParameters())
            .Select(static parameter => parameter.Name).Distinct()
            .Should().NotContain(Left.Keys.Except(["memory_format"]).Select(Naming.Parameter), "then it is no longer left out");
    }

    private static string? Otherwise(string line)
    {
        var (name, text) = (line[..line.IndexOf('(')], line[(line.IndexOf('(') + 1)..^1]);
        var members = Naming.Methods(name);
        if (members.Length == 0)
        {
            return null; // DocumentedNamesTests tells of names.
        }

        var wanted = Argument().Matches(text)
            .Select(static match => (Name: match.Groups["name"].Value, Default: match.Groups["default"].Value))
            .Where(static argument => argument.Name is not ("self" or "") && !Left.ContainsKey(argument.Name)).ToArray();

        // An optional parameter of Python's may be an overload here: Max() and Max(dim, keepdim).
        var missing = wanted.Where(argument => argument.Name is not ("*" or "\\*") && !members.Any(member => Takes(member, argument)))
            .Select(static argument => $"{argument.Name}{(argument.Default is "" ? "" : $"={argument.Default}")}").ToArray();
        return missing.Length > 0 ? string.Join(", ", missing)
            : members.Any(member => IsInOrder(member, wanted)) ? null : "another order";
    }

    private static bool Takes(MethodBase member, (string Name, string Default) argument) =>
        member.GetParameters().FirstOrDefault(parameter => parameter.Name == Naming.Parameter(argument.Name.TrimStart('*'))) is { } own
        && (argument.Default is "" || !own.HasDefaultValue || IsDefault(own, argument.Default));

    private static bool IsInOrder(MethodBase member, (string Name, string Default)[] wanted)
    {
        var places = wanted.TakeWhile(static argument => argument.Name is not ("*" or "\\*"))
            .Select(argument => Array.FindIndex(
                member.GetParameters(), parameter => parameter.Name == Naming.Parameter(argument.Name.TrimStart('*'))))
            .Where(static place => place >= 0).ToArray();
        return places.SequenceEqual(places.Order());
    }

    private static bool IsDefault(ParameterInfo parameter, string value)
    {
        if (parameter.GetCustomAttribute<ParamArrayAttribute>() is not null || parameter.ParameterType.IsByRefLike)
        {
            return true;
        }

        var own = parameter.DefaultValue switch
        {
            null => "None",
            bool flag => flag ? "True" : "False",
            Enum word => word.ToString(),
            string text => text,
            IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            var other => $"{other}",
        };
        var wanted = double.TryParse(value, CultureInfo.InvariantCulture, out var parsed)
            ? parsed.ToString(CultureInfo.InvariantCulture)
            : value.Trim('\'', '"').Replace("torch.", "", StringComparison.Ordinal);

        if (parameter.DefaultValue is Enum)
        {
            wanted = wanted[(wanted.IndexOf('.') + 1)..].Replace("-", "", StringComparison.Ordinal);
        }

        // Null is "not given": what that means is tested by calls.
        return own == "None" || own.Equals(wanted.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    // "name", "name=default", "name: Type = default" with brackets in the type, "bool name=default", "*" before those that go by name only.
    [GeneratedRegex(
        """(?:^|, ?)(?:bool )?(?<name>\\?\*?\w*)(?:: [^=,[]+(?:\[(?:[^][]|\[(?:[^][]|\[[^]]*\])*\])*\])?)?"""
        + """(?: ?= ?(?<default>\([^)]*\)|\[[^]]*\]|[^,]*))?""")]
    private static partial Regex Argument();
}
