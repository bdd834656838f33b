using System.Collections;
using System.IO.Compression;
using TorchLite.Jit;
using TorchLite.Tests.Export;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Jit;

/// <summary>The models that two versions of PyTorch scripted and traced give what they gave there, and their gradients.</summary>
[TestFixture]
public class ScriptedModelTests
{
    private static readonly string[] Versions = ["2.6", "2.14"];

    private static IEnumerable<(string Version, string Name)> All => Versions.SelectMany(static version =>
    {
        using var zip = Open(version);
        return zip.Entries.Select(static entry => entry.Name).Where(static name => name.EndsWith(".pt", StringComparison.Ordinal)
            && !name.StartsWith("typed.", StringComparison.Ordinal)).Select(name => (version, name[..^3])).ToArray();
    });

    // What this version of libtorch does not have: the sources, written for a younger one, name aten::_upsample_lanczos2d_aa.
    private static readonly (string Version, string Name)[] NotHere = [("2.14", "pooling.script"), ("2.14", "unet.script")];

    private static IEnumerable<TestCaseData> Models => All.Except(NotHere).Select(static one => new TestCaseData(one.Version, one.Name));

    [TestCaseSource(nameof(Models))]
    public void A_model_gives_what_it_gave_in_Python(string version, string name)
    {
        using var scope = Torch.Scope();
        var (module, recorded) = Read(version, name);

        // What is computed in bfloat16 has its rounding.
        Compare(module, recorded, name.StartsWith("mixed", StringComparison.Ordinal) ? 1e-2 : 1e-5);
        if (recorded.TryGetValue("other", out var other))
        {
            Compare(Read(version, name).Module, (IReadOnlyDictionary<object, object?>)other!, 1e-5);
        }
    }

    [TestCaseSource(nameof(Models))]
    public void A_saved_model_gives_the_same(string version, string name)
    {
        using var scope = Torch.Scope();
        var (module, recorded) = Read(version, name);
        var file = new MemoryStream();
        Torch.Jit.Save(module, file);

        Compare(Torch.Jit.Load(file.ToArray()), recorded, name.StartsWith("mixed", StringComparison.Ordinal) ? 1e-2 : 1e-5);
    }

    [Test]
    public void What_a_younger_PyTorch_alone_has_is_said_by_name()
    {
        foreach (var (version, name) in NotHere)
        {
            FluentActions.Invoking(() => Read(version, name)).Should().Throw<TorchException>()
                .WithMessage(OperatingSystem.IsLinux() ? "*Unknown builtin op: aten::_upsample_lanczos2d_aa.*" : "libtorch can not compile*");
        }

        TestContext.Progress.WriteLine($"TorchScript: {All.Count() - NotHere.Length} of {All.Count()} files run");
        NotHere.Length.Should().BeLessThan(All.Count() / 20);
    }

    [Test]
    public void There_are_sixty_files_and_their_code_and_graphs_are_printed_as_PyTorch_prints_them()
    {
        var (codes, graphs, others) = (0, 0, new List<string>());
        foreach (var (version, name) in All.Except(NotHere))
        {
            using var scope = Torch.Scope();
            var (module, recorded) = Read(version, name);
            codes += module.Code == (string)recorded["code"]! ? 1 : 0;
            if (OperatingSystem.IsLinux() && module.Graph == (string)recorded["graph"]!)
            {
                graphs++;
            }
            else
            {
                others.Add($"{name} {version}");
            }
        }

        var count = All.Count();
        TestContext.Progress.WriteLine(
            $"TorchScript: {count} files; {codes} codes and {graphs} graphs as PyTorch's; other graphs: {string.Join(", ", others)}");
        count.Should().BeGreaterThanOrEqualTo(60);
        codes.Should().BeGreaterThanOrEqualTo(OperatingSystem.IsLinux() ? Codes : Codes / 2);
        graphs.Should().BeGreaterThanOrEqualTo(OperatingSystem.IsLinux() ? Graphs : 0);
    }

    // The others have numbers in the order in which the writing version's passes made them.
    private const int Codes = 148;
    private const int Graphs = 146;

    internal static ZipArchive Open(string version) =>
        ZipFile.OpenRead(Path.Combine(Corpus.Folder, "..", "models", $"scripted-{version}.zip"));

    internal static (ScriptModule Module, IReadOnlyDictionary<object, object?> Recorded) Read(string version, string name)
    {
        using var zip = Open(version);
        return (Torch.Jit.Load(ExportedModelTests.Bytes(zip, name + ".pt")),
            (IReadOnlyDictionary<object, object?>)Torch.Load(new MemoryStream(ExportedModelTests.Bytes(zip, name + ".out")))!);
    }

    private static void Compare(ScriptModule module, IReadOnlyDictionary<object, object?> recorded, double least)
    {
        object?[] arguments = [.. ((IEnumerable)recorded["args"]!).Cast<object?>().Select(static one =>
            one is Tensor tensor ? tensor.Clone() : one)];
        Torch.ManualSeed(3);
        var result = module.Call(arguments);
        ModelValues.ShouldEqual(result, recorded["out"], "the result", least);
        foreach (var (name, buffer) in (IReadOnlyDictionary<object, object?>)recorded["buffers"]!)
        {
            ModelValues.ShouldEqual(module.GetBuffer((string)name), buffer, $"the buffer {name}");
        }

        if (recorded.TryGetValue("gradients", out var gradients))
        {
            ModelValues.Sum(result).Backward();
            foreach (var (name, gradient) in (IReadOnlyDictionary<object, object?>)gradients!)
            {
                ModelValues.ShouldEqual(module.GetParameter((string)name).Grad, gradient, $"the gradient of {name}", least);
            }
        }
    }
}
