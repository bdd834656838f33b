using System.Collections;
using System.IO.Compression;
using TorchLite.Export;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Export;

/// <summary>The models that two versions of PyTorch exported give what they gave there, run as one function and node by node.</summary>
[TestFixture, Parallelizable]
public class ExportedModelTests
{
    private static readonly string[] Versions = ["2.6", "2.14"];

    private static IEnumerable<TestCaseData> Models => Versions.SelectMany(static version =>
    {
        using var zip = Open(version);
        return zip.Entries.Select(static entry => entry.Name).Where(static name => name.EndsWith(".pt2", StringComparison.Ordinal))
            .SelectMany(name => new[] { new TestCaseData(version, name[..^4], true), new TestCaseData(version, name[..^4], false) }).ToArray();
    });

    [TestCaseSource(nameof(Models))]
    public void A_model_gives_what_it_gave_in_Python(string version, string name, bool nodeByNode)
    {
        using var scope = Torch.Scope();
        var (program, recorded) = Read(version, name);
        var module = program.Module();
        module.NodeByNode = nodeByNode;
        if (!nodeByNode && !module.IsCompiled)
        {
            NotCompiled.Should().Contain(name.Split('.')[0], "what does not compile as one function is listed");
            return;
        }

        // What is computed in bfloat16 has its rounding.
        Compare(module, recorded, name.StartsWith("mixed", StringComparison.Ordinal) ? 1e-2 : 1e-5);
        if (recorded.TryGetValue("other", out var other))
        {
            module.ZeroGrad();
            Compare(module, (IReadOnlyDictionary<object, object?>)other!);
        }

        if (recorded.TryGetValue("refusal", out var refusal))
        {
            var outside = (IReadOnlyDictionary<object, object?>)refusal!;
            module.Invoking(m => m.Call(Arguments(outside["args"]))).Should().Throw<TorchException>()
                .WithMessage(version == "2.6" ? ((string)outside["text"]!)["RuntimeError: ".Length..] : "Expected input at *");
        }
    }

    // Their sizes depend on values, which are looked at on the way, or a mode is set within them.
    private static readonly string[] NotCompiled = ["choosing", "item", "mixed", "without_grad", "solving"];

    [Test]
    public void Programs_are_printed_as_PyTorch_prints_them()
    {
        var (same, others) = (0, new List<string>());
        using var zip = Open("2.14");
        foreach (var entry in zip.Entries.Where(static entry => entry.Name.EndsWith(".pt2", StringComparison.Ordinal)))
        {
            var (program, recorded) = Read("2.14", entry.Name[..^4]);
            if (!recorded.TryGetValue("text", out var text))
            {
                continue;
            }

            if ((string)text! == program.ToString())
            {
                same++;
            }
            else
            {
                others.Add(entry.Name);
            }
        }

        TestContext.Progress.WriteLine($"Printed programs: {same} as PyTorch's, {others.Count} otherwise: {string.Join(", ", others)}");
        same.Should().BeGreaterThanOrEqualTo(Printed);
    }

    // The others: names of constants that are in no file, notes of the tracer, and how SymPy sorts a sum.
    private const int Printed = 74;

    internal static ZipArchive Open(string version) =>
        ZipFile.OpenRead(Path.Combine(Corpus.Folder, "..", "models", $"exported-{version}.zip"));

    internal static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static (ExportedProgram Program, IReadOnlyDictionary<object, object?> Recorded) Read(string version, string name)
    {
        using var zip = Open(version);
        return (Torch.Export.Load(new MemoryStream(Bytes(zip, name + ".pt2"))),
            (IReadOnlyDictionary<object, object?>)Torch.Load(new MemoryStream(Bytes(zip, name + ".pt")))!);
    }

    private static object?[] Arguments(object? recorded) =>
        [.. ((IEnumerable)recorded!).Cast<object?>().Select(static one => one is Tensor tensor ? tensor.Clone() : one)];

    private static void Compare(ExportedModule module, IReadOnlyDictionary<object, object?> recorded, double least = 1e-5)
    {
        var arguments = Arguments(recorded["args"]);
        var named = ((IReadOnlyDictionary<object, object?>)recorded["kwargs"]!).ToDictionary(static one => (string)one.Key, static one => one.Value);
        Torch.ManualSeed(3);
        var result = module.Call(arguments, named);
        ModelValues.ShouldEqual(result, recorded["out"], "the result", least);
        if (recorded.TryGetValue("changed", out var changed))
        {
            ModelValues.ShouldEqual(arguments, ((object?[])changed!)[0], "the changed arguments");
        }

        foreach (var (name, buffer) in (IReadOnlyDictionary<object, object?>)recorded["buffers"]!)
        {
            if (module.NamedBuffers().Any(one => one.Name == (string)name))
            {
                ModelValues.ShouldEqual(module.GetBuffer((string)name), buffer, $"the buffer {name}");
            }
        }

        if (recorded.TryGetValue("gradients", out var gradients))
        {
            ModelValues.Sum(result).Backward();
            foreach (var (name, gradient) in (IReadOnlyDictionary<object, object?>)gradients!)
            {
                ModelValues.ShouldEqual(module.GetParameter((string)name).Grad, gradient, $"the gradient of {name}");
            }
        }
    }
}
