using System.IO.Compression;
using System.Text;
using TorchLite.Nn;
using TorchLite.Tests.Properties;
using TorchLite.Tests.Reference;
using TorchLite.Tests.Safety;

namespace TorchLite.Tests.Export;

/// <summary>Exported programs that are damaged, or that a stranger changed, are read and run in a child process.</summary>
[TestFixture]
public class DamagedModelTests
{
    private static readonly Dictionary<string, string> Plain = new() { ["OMP_NUM_THREADS"] = "1" };

    [TestCase("2.6", 0)]
    [TestCase("2.14", 100_000)]
    public void No_file_ends_the_process_or_is_answered_by_anything_but_an_exception_of_its_own(string version, int from)
    {
        const int Count = 300;
        var path = Path.Combine(Corpus.Folder, "..", "models", $"exported-{version}.zip");

        var result = Probe.Run(Plain, "damaged", path, $"{from}", $"{Count}");

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        TestContext.Progress.WriteLine($"Damaged programs of {version}: {lines[^1]}");
        result.ExitCode.Should().Be(0, lines[^1] + result.Error);
        lines.Where(static line => line.StartsWith("WRONG", StringComparison.Ordinal)).Should().BeEmpty();
        var numbers = lines[^1].Split(' ');
        int.Parse(numbers[^2], null).Should().BeLessThan(1000, "memory stays bounded, in MB");
        int.Parse(numbers[4], null).Should().BePositive("some still run");
    }

    [Test]
    public void What_is_no_exported_program_is_said_by_name()
    {
        var text = new MemoryStream("no zip file"u8.ToArray());
        FluentActions.Invoking(() => Torch.Export.Load(text)).Should().Throw<TorchFileException>()
            .WithMessage("this is no exported program: it is no zip file");

        var saved = new MemoryStream();
        Torch.Save(Torch.Ones(2), saved);
        saved.Position = 0;
        FluentActions.Invoking(() => Torch.Export.Load(saved)).Should().Throw<TorchFileException>()
            .WithMessage("this is no exported program: *");
        FluentActions.Invoking(static () => Torch.Export.Load("/no/such.pt2")).Should().Throw<IOException>();
    }

    [Test]
    public void A_newer_schema_is_refused_by_name()
    {
        using var old = ZipFile.OpenRead(Path.Combine(AppContext.BaseDirectory, "model.pt2"));
        var changed = new MemoryStream();
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in old.Entries)
            {
                var bytes = ExportedModelTests.Bytes(old, entry.FullName);
                var text = Encoding.Latin1.GetString(bytes)
                    .Replace("\"schema_version\": {\"major\": 8", "\"schema_version\": {\"major\": 9", StringComparison.Ordinal);
                using var stream = zip.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                stream.Write(Encoding.Latin1.GetBytes(text));
            }
        }

        changed.Position = 0;
        FluentActions.Invoking(() => Torch.Export.Load(changed)).Should().Throw<TorchFileException>()
            .WithMessage("the program was exported with schema version 9; versions up to 8 are read.*");
    }

    [Test]
    public void Other_arguments_than_those_of_the_export_are_refused()
    {
        var net = Torch.Export.Load(Path.Combine(AppContext.BaseDirectory, "model.pt2")).Module();

        net.Invoking(static m => m.Call(Torch.Ones(65, 2))).Should().Throw<TorchException>()
            .WithMessage("Expected input at *args[0].shape[0] to be <= 64, but got 65");
        net.Invoking(static m => m.Call(Torch.Ones(2, 3))).Should().Throw<TorchException>()
            .WithMessage("Expected input at *args[0].shape[1] to be equal to 2, but got 3");
        net.Invoking(static m => m.Call(Torch.Ones(2))).Should().Throw<TorchException>()
            .WithMessage("Unexpected number of dimensions in input at *args[0].shape (expected [s77, 2], got torch.Size([2]))");
        net.Invoking(static m => m.Call(2.0)).Should().Throw<ArgumentException>()
            .WithMessage("Expected input at *args[0] to be a tensor, but got Double");
        net.Invoking(static m => m.Call()).Should().Throw<ArgumentException>();
        net.Invoking(static m => m.Call(Torch.Ones(1, 2), 3)).Should().Throw<ArgumentException>();
        net.Invoking(static m => m.Call<string>(Torch.Ones(1, 2))).Should().Throw<InvalidCastException>();
    }

    [Test]
    public void A_module_keeps_its_state_as_any_other()
    {
        var program = Torch.Export.Load(Path.Combine(AppContext.BaseDirectory, "model.pt2"));
        var (net, other) = (program.Module(), program.Module());
        net.LoadStateDict(new Dictionary<string, Tensor> { ["fc.weight"] = Torch.Zeros(1, 2), ["fc.bias"] = Torch.Tensor([7.0]) });

        net.Call<Tensor>(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[7.0]]));
        net.NodeByNode = true;
        net.Call<Tensor>(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[7.0]]));
        other.Call<Tensor>(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[7.0]]));
        string.Join(", ", net.NamedParameters().Select(static one => one.Name)).Should().Be("fc.weight, fc.bias");
        net.Eval().Double().Call<Tensor>(Torch.Ones(2, 2, dtype: DType.Float64)).DType.Should().Be(DType.Float64);
    }

    [Test]
    public void A_module_that_was_called_with_gradients_runs_in_inference_mode_and_back()
    {
        using var scope = Torch.Scope();
        var net = Torch.Export.Load(Path.Combine(AppContext.BaseDirectory, "model.pt2")).Module();
        for (var i = 0; i < 3; i++)
        {
            net.Call<Tensor>(Torch.Ones(1, 2)).RequiresGrad.Should().BeTrue();
            using (Torch.InferenceMode())
            {
                net.Call<Tensor>(Torch.Ones(1, 2)).ShouldEqual(Torch.Tensor([[6.0]]));
            }

            using (Torch.NoGrad())
            {
                net.Call<Tensor>(Torch.Ones(1, 2)).RequiresGrad.Should().BeFalse();
            }
        }
    }
}
