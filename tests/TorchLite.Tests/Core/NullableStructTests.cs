using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TorchLite.Tests.Documentation;

namespace TorchLite.Tests.Core;

/// <summary>Where a value may be missing, null is null: <c>condition ? value : null</c> makes no value out of it.</summary>
public class NullableStructTests
{
    // With just one conversion from a reference type C# takes null for it; with several it refuses, which is no silent error.
    private static readonly Type[] Refused = [typeof(TensorIndex)];

    private static readonly Type[] Structs =
    [
        .. new[] { typeof(Tensor).Assembly, typeof(NumpyConversions).Assembly }.SelectMany(static assembly => assembly.GetExportedTypes())
            .Where(static type => type is { IsValueType: true, IsEnum: false, IsByRefLike: false, IsGenericType: false }),
    ];

    [Test]
    public void There_are_structs() => Structs.Should().Contain([typeof(Shape), typeof(Device), typeof(Dims), typeof(OpArgument)]);

    [TestCaseSource(nameof(Structs))]
    public void A_struct_has_no_single_conversion_from_a_reference_type(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == "op_Implicit" && method.ReturnType == type
                && !method.GetParameters()[0].ParameterType.IsValueType)
            .Should().HaveCount(Refused.Contains(type) ? 5 : 0);

    [TestCaseSource(nameof(Structs))]
    public void Null_in_a_conditional_is_null(Type type)
    {
        var name = type.FullName!.Replace('+', '.');
        var source = $$"""
            public static class Program
            {
                private static bool no;
                public static bool Conditional() { {{name}} some = default; {{name}}? chosen = no ? some : null; return chosen is null; }
                public static bool Switch() 
                { {{name}} some = default; {{name}}? chosen = no switch { true => some, _ => null }; return chosen is null; }
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Nulls" + type.Name,
            [CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14))],
            ExampleCompiler.RuntimeReferences,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (Refused.Contains(type))
        {
            result.Diagnostics.Select(static diagnostic => diagnostic.Id).Should().Contain("CS0037");
            return;
        }

        result.Success.Should().BeTrue(string.Join("\n", result.Diagnostics));
        var program = Assembly.Load(image.ToArray()).GetType("Program")!;
        program.GetMethod("Conditional")!.Invoke(null, null).Should().Be(true);
        program.GetMethod("Switch")!.Invoke(null, null).Should().Be(true);
    }

    [Test]
    public void Texts_and_arrays_still_convert_and_a_missing_one_is_null_or_refused()
    {
        var (isNo, array, text) = (Structs.Length == 0, new long[] { 2, 3 }, "cuda:1");
        var (none, nothing) = ((long[]?)null, (string?)null);
        Shape shape = array;
        Shape? maybe = isNo ? array : null;
        Device device = text;
        Device? somewhere = isNo ? text : null;
        Device chosen = somewhere ?? "cuda";
        Dims dims = new[] { 0, 1 };
        Dims? all = isNo ? array : null;

        (shape, device, chosen).Should().Be((new Shape(2, 3), new Device("cuda:1"), new Device("cuda")));
        ((long[])[.. dims]).Should().Equal(0, 1);
        (maybe, somewhere, all).Should().Be((null, null, null));
        Torch.Ones(array, device: nothing).Std(dim: none, keepdim: true).Shape.Should().Equal(1, 1);
        FluentActions.Invoking(() => Torch.Ones(1).To(nothing!)).Should().Throw<ArgumentNullException>();
        (shape == array, new Shape(array) == new long[] { 2, 3 }).Should().Be((true, true));
    }
}
