using System.IO.Compression;
using TorchLite.Jit;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Tests.Export;
using TorchLite.Tests.Properties;

namespace TorchLite.Tests.Jit;

/// <summary>A model of TorchScript is a module as any other; it is saved, frozen, made fast, and compiled from text.</summary>
[TestFixture]
public class ScriptModuleTests
{
    private static string Documented => Path.Combine(AppContext.BaseDirectory, "model.pt");

    // tests/reference/models/hooked.py, which prints these numbers.
    [Test]
    public void Hooks_that_were_scripted_with_a_model_are_called_around_it()
    {
        using var scope = Torch.Scope();
        var net = Torch.Jit.Load(Path.Combine(Repository.Root, "tests", "reference", "models", "hooked.pt"));

        net.Call<Tensor>(Torch.Ones(2), 0.25).ToArray<float>().Should().Equal(9.25f, 9.25f);
        ((ScriptModule)net.GetSubmodule("inner")).Call<Tensor>(Torch.Ones(2)).ToArray<float>().Should().Equal(2.5f, 2.5f);
        net.Methods.Select(static one => one.Name).Should().Equal("forward");
        net.Clone().Call<Tensor>(Torch.Ones(2), 0.25).ToArray<float>().Should().Equal(9.25f, 9.25f);
    }

    [Test]
    public void A_model_is_trained_moved_and_loaded_as_any_module()
    {
        using var scope = Torch.Scope();
        var (net, recorded) = ScriptedModelTests.Read("2.6", "cnn.script");
        net.Training.Should().BeFalse();
        var x = (Tensor)((object?[])recorded["args"]!)[0]!;
        var running = net.NamedBuffers().First(static one => one.Name.EndsWith("running_mean", StringComparison.Ordinal)).Buffer;
        var before = running.Clone();
        net.Call(x);
        running.ShouldEqual(before);

        net.Train();
        net.Modules().Should().OnlyContain(static one => one.Training);
        var sgd = new SGD(net.Parameters(), lr: 1e-4);
        var losses = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            sgd.ZeroGrad();
            Torch.ManualSeed(0); // what dropout drops is the same each time
            var loss = net.Call<Tensor>(x).Square().Sum();
            loss.Backward();
            sgd.Step();
            losses.Add((double)loss);
        }

        losses[^1].Should().BeLessThan(losses[0]);
        net.Parameters().All(static one => one.Grad is not null).Should().BeTrue();
        running.Equal(before).Should().BeFalse("batch normalization learns in training");

        net.Eval();
        var other = ScriptedModelTests.Read("2.6", "cnn.script").Module;
        other.LoadStateDict(net.StateDict());
        other.Call<Tensor>(x).Detach().ShouldEqual(net.Call<Tensor>(x).Detach());
        other.Double();
        other.Call<Tensor>(x.To(DType.Float64)).DType.Should().Be(DType.Float64);
        other.RegisterParameter("gone", null);
        var head = (Module)other.GetSubmodule(other.NamedParameters().Last().Name.Split('.')[0]);
        head.RegisterParameter("bias", new Parameter(Torch.Zeros(head.GetParameter("bias").Shape, DType.Float64)));
        other.Call<Tensor>(x.To(DType.Float64)).Sum().Backward();
        head.GetParameter("bias").Grad.Should().NotBeNull("a parameter that was exchanged is the script's");
    }

    [Test]
    public void Part_of_a_model_is_called_and_put_into_another()
    {
        using var scope = Torch.Scope();
        var net = Torch.Jit.Load(Documented);
        var fc = (ScriptModule)net.GetSubmodule("fc");
        fc.Call<Tensor>(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[6.0]]));
        fc.Training = true;
        net.Call(Torch.Ones(1, 2));
        net.Training.Should().BeFalse();
        ModuleList<Module> list = [net, new Linear(1, 1)];
        string.Join(' ', list.StateDict().Keys).Should().Be("0.fc.weight 0.fc.bias 1.weight 1.bias");
        var hooked = 0;
        using var hook = net.RegisterForwardPreHook((_, given) =>
        {
            hooked++;
            return [((Tensor)given[0]!) * 2];
        });
        net.Call<Tensor>(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[9.0]]));
        hooked.Should().Be(1);
    }

    [Test]
    public void A_copy_is_a_model_of_its_own()
    {
        using var scope = Torch.Scope();
        var net = Torch.Jit.Load(Documented);
        var copy = net.Clone();
        copy.GetParameter("fc.weight").Data.Fill_(0);
        net.Call<Tensor>(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[6.0]]));
        copy.Call<Tensor>(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[3.0]]));
    }

    [Test]
    public void Models_are_read_from_paths_streams_and_bytes_and_written_with_files_beside_them()
    {
        using var scope = Torch.Scope();
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.pt");
        try
        {
            var net = Torch.Jit.Load(Documented, "cpu");
            net.GetParameter("fc.bias").Data.Fill_(1);
            Torch.Jit.Save(net, path, new Dictionary<string, byte[]> { ["labels.txt"] = "cat"u8.ToArray() });
            using var stream = File.OpenRead(path);
            foreach (var read in new[] { Torch.Jit.Load(path), Torch.Jit.Load(stream), Torch.Jit.Load(File.ReadAllBytes(path)) })
            {
                read.Call<Tensor>(Torch.Ones(1, 2)).Detach().ShouldEqual(Torch.Tensor([[4.0]]));
                read.ExtraFiles["labels.txt"].Should().Equal("cat"u8.ToArray());
                read.OriginalName.Should().Be("Net");
            }

            using var zip = ZipFile.OpenRead(path);
            zip.Entries.Should().NotContain(static entry => entry.FullName.Contains("adapter", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void What_is_frozen_or_made_fast_gives_the_same()
    {
        if (!OperatingSystem.IsLinux())
        {
            FluentActions.Invoking(static () => Torch.Jit.Freeze(Torch.Jit.Load(Documented))).Should()
                .Throw<TorchNotImplementedException>();
            return;
        }

        using var scope = Torch.Scope();
        using var off = Torch.NoGrad();
        var (net, recorded) = ScriptedModelTests.Read("2.14", "cnn.script");
        var arguments = (object?[])recorded["args"]!;
        foreach (var made in new[] { Torch.Jit.Freeze(net), Torch.Jit.OptimizeForInference(net),
            Torch.Jit.OptimizeForInference(Torch.Jit.Freeze(net)) })
        {
            ModelValues.ShouldEqual(made.Call(arguments), recorded["out"], "the result");
            made.StateDict().Keys.Should().BeEmpty();
            made.Graph.Should().StartWith("graph(");
        }

        var typed = ScriptedModelTests.Read("2.14", "typed.script").Module;
        var frozen = Torch.Jit.Freeze(typed, ["as_dict"]);
        frozen.Methods.Select(static one => one.Name).Should().Equal("forward", "as_dict");
        var fast = Torch.Jit.OptimizeForInference(typed, ["as_dict", "point"]);
        var x = Torch.Ones(1, 4);
        ModelValues.ShouldEqual(frozen.Invoke("as_dict", x), typed.Invoke("as_dict", x), "as_dict");
        ModelValues.ShouldEqual(fast.Invoke("as_dict", x), typed.Invoke("as_dict", x), "as_dict");
        fast.Invoke<NamedTuple>("point", x).TypeName.Should().Be("Point");
        ModelValues.ShouldEqual(fast.Call(x), typed.Call(x), "forward");
        fast.Invoking(static m => m.Invoke("numbers", Torch.Ones(1))).Should().Throw<TorchException>();
        fast.Invoking(m => Torch.Jit.Save(m, new MemoryStream())).Should().Throw<TorchException>();
        fast.Invoking(static m => m.Clone()).Should().Throw<TorchNotImplementedException>();

        net.Train();
        FluentActions.Invoking(() => Torch.Jit.Freeze(net)).Should().Throw<TorchException>()
            .WithMessage("Freezing is currently only implemented*");
        FluentActions.Invoking(() => Torch.Jit.OptimizeForInference(net)).Should().Throw<TorchException>();
    }

    [Test]
    public void Functions_are_compiled_from_text()
    {
        if (!OperatingSystem.IsLinux())
        {
            FluentActions.Invoking(static () => Torch.Jit.Compile("def f(x):\n    return x")).Should()
                .Throw<TorchNotImplementedException>();
            return;
        }

        using var scope = Torch.Scope();
        var unit = Torch.Jit.Compile("""
            def twice(x: Tensor) -> Tensor:
                return x + x

            # A comment.
            def both(x: torch.Tensor, names: List[str], k: float = 2.0):
                '''A text.'''
                if len(names) > 1:
                    return twice(x) * k, names[0]
                return x, "none"
            """);
        unit.Functions.Select(static one => one.Schema).Should().Equal(
            "twice(Tensor x) -> Tensor", "both(Tensor x, str[] names, float k=2.) -> ((Tensor, str))");
        var result = (object?[])unit.Call("both", Torch.Ones(2), new[] { "a", "b" })!;
        ((Tensor)result[0]!).ShouldEqual(Torch.Tensor([4.0, 4.0]));
        result[1].Should().Be("a");
        ((Tensor)((object?[])unit.Call("both", [Torch.Ones(1)], new Dictionary<string, object?> { ["names"] = new[] { "a", "b" },
            ["k"] = 1 })!)[0]!)
            .ShouldEqual(Torch.Tensor([2.0]));
        unit.Call<Tensor>("twice", Torch.Ones(1)).ShouldEqual(Torch.Tensor([2.0]));

        foreach (var wrong in new[] { "def f(x: Tensor):\n    return x.nothing(3)", "def f(x)\n    return x", "x = 3", "",
            "def f(x:\n", "def f(x):\n  return y" })
        {
            FluentActions.Invoking(() => Torch.Jit.Compile(wrong)).Should().Throw<TorchException>(wrong);
        }

        FluentActions.Invoking(static () => Torch.Jit.Compile("def f(x: int) -> int:\n    return " + string.Concat(Enumerable.Repeat("-",
            100_000)) + "x"))
            .Should().Throw<TorchException>().WithMessage("*nested too deep*");
        unit.Invoking(static u => u.Call("gone")).Should().Throw<TorchException>();
        unit.Invoking(static u => u.Call("twice")).Should().Throw<TorchException>()
            .WithMessage("twice() is missing value for argument 'x'. Declaration: twice(Tensor x) -> Tensor");
    }

    [Test]
    public void Operators_that_are_not_allowed_are_refused_by_name()
    {
        FluentActions.Invoking(static () => Torch.Jit.Load(Documented, allowed: ["linear"])).Should().Throw<TorchFileException>()
            .WithMessage("the TorchScript archive calls the operator 'relu', which is not among those that are allowed");
        Torch.Jit.Load(Documented, allowed: ["linear", "aten::relu"]).OriginalName.Should().Be("Net");

        foreach (var code in new[] { "x.save(\"f\")", "(x).save(\"f\", )", "torch.from_file(\"f\")", "ops.aten.from_file(\"f\")",
            "torch.save(x, \"f\")",
            "ops.image.read_file(\"f\")", "x.from_file(\"f\")" })
        {
            FluentActions.Invoking(() => Torch.Jit.Load(Changed("torch.relu((fc).forward(x, ))", code), allowed: ["linear", "relu"]))
                .Should().Throw<TorchFileException>(code).WithMessage("*not among those that are allowed");
        }
    }

    [Test]
    public void What_is_no_archive_is_said_by_name()
    {
        FluentActions.Invoking(static () => Torch.Jit.Load("no zip file"u8.ToArray())).Should().Throw<TorchFileException>()
            .WithMessage("this is no TorchScript archive: it is no zip file");
        var saved = new MemoryStream();
        Torch.Save(Torch.Ones(2), saved);
        FluentActions.Invoking(() => Torch.Jit.Load(saved.ToArray())).Should().Throw<TorchFileException>()
            .WithMessage("this is a file of torch.save: Torch.Load reads it");
        FluentActions.Invoking(static () => Torch.Jit.Load(Path.Combine(AppContext.BaseDirectory, "model.pt2"))).Should()
            .Throw<TorchFileException>()
            .WithMessage("this is an exported program: Torch.Export.Load reads it");
        FluentActions.Invoking(static () => Torch.Jit.Load("/no/such.pt")).Should().Throw<IOException>();
        FluentActions.Invoking(static () => Torch.Jit.Load(Documented, "cuda:7")).Should().Throw<TorchException>();
    }

    [Test]
    public void Calls_from_several_threads_do_not_disturb_one_another()
    {
        var net = Torch.Jit.Load(Documented);
        Parallel.For(0, 64, i =>
        {
            using var scope = Torch.Scope();
            using var off = Torch.NoGrad();
            net.Call<Tensor>(Torch.Full([1, 2], (double)i)).ShouldEqual(Torch.Tensor([[(3.0 * i) + 3]]));
        });
    }

    [Test]
    public void Loading_again_and_again_takes_no_memory()
    {
        var bytes = File.ReadAllBytes(Documented);
        var after = new List<long>();
        for (var round = 0; round < 5; round++)
        {
            for (var i = 0; i < 100; i++)
            {
                using var scope = Torch.Scope();
                Torch.Jit.Load(bytes).Call(Torch.Ones(1, 2));
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            after.Add(Environment.WorkingSet);
        }

        var each = (after[^1] - after[0]) / 400.0 / 1024;
        TestContext.Progress.WriteLine($"500 loads of a TorchScript archive: {each:F1} KB each, after the first 100");
        (after[^1] - after[0]).Should().BeLessThan(32 << 20);
    }

    private static byte[] Changed(string code, string other)
    {
        using var old = ZipFile.OpenRead(Documented);
        var changed = new MemoryStream();
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in old.Entries)
            {
                var text = System.Text.Encoding.Latin1.GetString(ExportedModelTests.Bytes(old, entry.FullName));
                using var stream = zip.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                stream.Write(System.Text.Encoding.Latin1.GetBytes(text.Replace(code, other, StringComparison.Ordinal)));
            }
        }

        return changed.ToArray();
    }
}
