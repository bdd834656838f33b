using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TorchLite.Tests.House;

/// <summary>Who may call whom: the rule is in src/TorchLite/Native/README.md.</summary>
public partial class RoadTests
{
    private const string Native = "TorchLite.Native";

    // What a user asks for by the name of TorchSharp, and its generators, through which random numbers are drawn still.
    private static readonly string[] Bridges =
    [
        "Interop/Tensor.TorchSharp.cs", "Tensor.cs", "Ops/Random/Generator.cs", "Ops/Random/Tensor.Random.cs", "Ops/Random/Torch.Random.cs",
        "Autograd/Modes/Torch.GradModes.cs", "Cuda/Torch.Cuda.cs",
    ];

    [Test]
    public void Hardly_anything_but_native_knows_TorchSharp()
    {
        var source = Path.Combine(Repository.Root, "src", "TorchLite");
        Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'))
            .Where(static file => file.Split('/')[0] is not ("Native" or "bin" or "obj"))
            .Where(file => Objects().IsMatch(File.ReadAllText(Path.Combine(source, file))))
            .Should().BeEquivalentTo(Bridges, "one that needs it no more leaves the list");
    }

    [Test]
    public void Nothing_but_native_imports_from_LibTorchSharp()
    {
        var imports =
            from method in IlCalls.Methods(typeof(Tensor).Assembly)
            where method.GetCustomAttribute<DllImportAttribute>() is { Value: "LibTorchSharp" }
                && method.DeclaringType!.Namespace?.StartsWith(Native, StringComparison.Ordinal) != true
            select IlCalls.Name(method);
        imports.Should().BeEmpty();
    }

    [GeneratedRegex(@"\bTs\.|\bRaw\b")]
    private static partial Regex Objects();
}
