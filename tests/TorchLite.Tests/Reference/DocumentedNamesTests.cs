using System.Reflection;
using Module = TorchLite.Nn.Module;
using ModuleExtensions = TorchLite.Nn.ModuleExtensions;

namespace TorchLite.Tests.Reference;

/// <summary>Each name that PyTorch documents is here, or in absent.txt with a reason.</summary>
public class DocumentedNamesTests
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    private static readonly string[] Documented =
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "reference", "corpus", "names.txt"));

    private static readonly Dictionary<string, string> Absent =
        Repository.Lines("reference", "absent.txt")
            .Select(static line => line.Split(": ", 2)).ToDictionary(static parts => parts[0], static parts => parts[1]);

    [Test]
    public void Every_documented_name_is_present_or_deliberately_absent() =>
        Documented.Where(static name => !IsPresent(name)).Except(Absent.Keys).Order(StringComparer.Ordinal)
            .Aggregate("", static (text, name) => $"{text}{name}\n").Should().BeEmpty();

    [Test]
    public void What_is_called_absent_is_documented_absent_and_has_a_reason()
    {
        Absent.Keys.Should().BeSubsetOf(Documented);
        Absent.Keys.Where(IsPresent).Should().BeEmpty();
        Absent.Keys.Should().BeInAscendingOrder(StringComparer.Ordinal);
        Absent.Values.Should().NotContain(string.Empty);
    }

    [OneTimeTearDown]
    public void Report()
    {
        foreach (var module in Documented.GroupBy(static name => name[..name.LastIndexOf('.')]))
        {
            var present = module.Count(IsPresent);
            TestContext.Progress.WriteLine(
                $"Names of {module.Key}: {present} of {module.Count()} present, {100.0 * present / module.Count():F1} %");
        }
    }

    private static bool IsEnumeration(string[] path) =>
        typeof(Torch).Assembly.GetType(string.Join('.', ["TorchLite", .. path[1..^1].Select(Naming.Words), path[^1]])) is { IsEnum: true };

    private static bool IsPresent(string name)
    {
        var path = name.Split('.');
        Type? type = path[0] == "Tensor" ? typeof(Tensor) : typeof(Torch);
        foreach (var module in path[1..^1])
        {
            type = type?.GetNestedType(Naming.Words(module));
        }

        var words = Naming.Words(path[^1]);
        if (Naming.Class(path) is not null || IsEnumeration(path))
        {
            return true;
        }

        // What a module overrides is protected, and what gives the module itself back is an extension, so that it keeps its type.
        if (Naming.Class(path[..^1]) is { } owner)
        {
            return owner.GetMember(words, Members | BindingFlags.NonPublic).Length > 0
                || owner == typeof(Module) && (typeof(ModuleExtensions).GetMember(words, Members).Length > 0 || words == "Forward");
        }

        return name == "Tensor.t" || type?.GetMember(words, Members).Length > 0

            // NumPy's arrays are in an assembly of their own; classes of PyTorch are classes of the namespace.
            || (type == typeof(Tensor) || type == typeof(Torch)) && typeof(NumpyConversions).GetMember(words, Members).Length > 0
            || type == typeof(Torch) && typeof(Torch).Assembly.GetType($"TorchLite.{path[^1]}") is { IsPublic: true };
    }
}
