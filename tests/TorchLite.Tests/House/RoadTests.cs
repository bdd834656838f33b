using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TorchLite.Tests.House;

/// <summary>Who may call whom: the rule is in src/TorchLite/Native/README.md.</summary>
public partial class RoadTests
{
    private const string Native = "TorchLite.Native";

    // What a user asks for by the name of TorchSharp. Where libraries are loaded, its assembly is asked for its version and its folder.
    private const string Bridge = "Interop/Tensor.TorchSharp.cs", Loading = "Native/Loading/";

    // The rooms that are built of what users have, as the package for charts is. Not so the profiler,
    // exported programs, TorchScript and process groups: what they tell of and call, by name, is libtorch itself.
    private static readonly string[] Above =
    [
        "TorchLite.Nn", "TorchLite.Optim", "TorchLite.Utils", "TorchLite.Distributed.Optim", "TorchLite.Distributed.Algorithms",
    ];

    // What native code makes tensors with for its own use, and the settings that it asks.
    private static readonly string[] CalledFromBelow =
    [
        "Torch.Cat", "Torch.Empty", "Torch.Ones", "Torch.Tensor", "Torch.Zeros", "Torch.EnableGrad", "Torch.InferenceMode", "Torch.NoGrad",
        "Torch.Scope", "Torch.CanCast", "Torch.GetDefaultDtype", "Torch.ResultType", "Cuda.IsAvailable",
    ];

    [Test]
    public void TorchSharps_objects_are_made_for_those_only_who_ask_for_them()
    {
        var source = Path.Combine(Repository.Root, "src", "TorchLite");
        Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'))
            .Where(static file => file.Split('/')[0] is not ("bin" or "obj") && !file.StartsWith(Loading, StringComparison.Ordinal))
            .Where(file => Objects().IsMatch(File.ReadAllText(Path.Combine(source, file))))
            .Should().Equal(Bridge);
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

    [Test]
    public void What_stands_on_the_tensors_uses_the_public_members()
    {
        var calls =
            from method in IlCalls.Methods(typeof(Tensor).Assembly)
                .Where(static method => Array.Exists(Above, name => IsIn(method, name))).Concat(IlCalls.Methods(typeof(Chart).Assembly))
            from called in IlCalls.Of(method)
            where IsIn(called, Native)
            select $"{IlCalls.Name(method)}: {IlCalls.Name(called)}";
        calls.Should().BeEmpty();
    }

    [Test]
    public void Native_calls_up_into_few_public_functions()
    {
        var calls =
            from method in IlCalls.Methods(typeof(Tensor).Assembly)
            where IsIn(method, Native)
            from called in IlCalls.Of(method)
            where (called.DeclaringType!.DeclaringType ?? called.DeclaringType) == typeof(Torch) && called.IsPublic
            select IlCalls.Name(called);
        calls.Distinct().Should().BeEquivalentTo(CalledFromBelow, "one that is called no more leaves the list");
    }

    private static bool IsIn(MethodBase method, string name) =>
        method.DeclaringType?.Namespace is { } own && (own == name || own.StartsWith(name + ".", StringComparison.Ordinal));

    [GeneratedRegex(@"\busing TorchSharp\b|\bTorchSharp\.torch\b")]
    private static partial Regex Objects();
}
