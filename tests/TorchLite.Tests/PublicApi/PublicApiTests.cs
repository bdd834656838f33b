using System.Reflection;
using PublicApiGenerator;

namespace TorchLite.Tests.PublicApi;

/// <summary>What is public, and what it may say.</summary>
public class PublicApiTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Tensor).Assembly, typeof(NumpyConversions).Assembly, typeof(Utils.Tensorboard.SummaryWriter).Assembly,
        typeof(TorchVision).Assembly, typeof(ArrowConversions).Assembly, typeof(TorchLite.Interactive.NotebookHtml).Assembly,
    ];

    private static readonly string[] Bridge = [nameof(Tensor.AsTorchSharp), nameof(Tensor.FromTorchSharp)];

    // A change of the API shows in the diff of this file. TORCHLITE_ACCEPT_API=1 writes it anew.
    [TestCaseSource(nameof(Assemblies))]
    public void The_public_api_is_the_recorded_one(Assembly assembly)
    {
        var name = $"{assembly.GetName().Name}.txt";
        var file = Path.Combine(Repository.Root, "tests", "TorchLite.Tests", "PublicApi", name);
        var actual = assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("TORCHLITE_ACCEPT_API") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var recorded = File.ReadAllLines(file);
        var lines = actual.TrimEnd('\n').Split('\n');
        lines.Except(recorded).Select(static line => $"+{line}").Concat(recorded.Except(lines).Select(static line => $"-{line}"))
            .Should().BeEmpty($"{name} tells what the API is");
        lines.Length.Should().Be(recorded.Length);
    }

    [TestCaseSource(nameof(Assemblies))]
    public void No_type_of_TorchSharp_is_in_a_public_signature_but_the_bridge(Assembly assembly)
    {
        var telling =
            from type in assembly.GetExportedTypes()
            from member in type.GetMembers(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where IsVisible(member) && Types(member).Any(static type => IsTorchSharp(type)) && !Bridge.Contains(member.Name)
            select $"{type.Name}.{member.Name}";
        telling.Should().BeEmpty();
        assembly.GetExportedTypes().Where(static type => IsTorchSharp(type.BaseType)).Should().BeEmpty();
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily,
        PropertyInfo property => property.GetAccessors(nonPublic: false).Length > 0,
        FieldInfo field => field.IsPublic || field.IsFamily,
        _ => false,
    };

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(static parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(static parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static bool IsTorchSharp(Type? type) =>
        type is not null && (type.Assembly.GetName().Name == "TorchSharp" || IsTorchSharp(type.GetElementType())
            || type.GetGenericArguments().Any(static argument => IsTorchSharp(argument)));
}
