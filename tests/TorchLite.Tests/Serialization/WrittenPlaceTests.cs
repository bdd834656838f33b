using System.Diagnostics;

namespace TorchLite.Tests.Serialization;

/// <summary>Where a writer may write, and what it says where it can not.</summary>
[NonParallelizable]
public sealed class WrittenPlaceTests
{
    [Test, Platform("Linux")]
    public async Task A_pipe_and_a_device_are_written_through()
    {
        using var folder = new TemporaryFolder();
        using (var make = Process.Start("mkfifo", folder["pipe"]))
        {
            await make.WaitForExitAsync();
        }

        var read = Task.Run(() => File.ReadAllBytes(folder["pipe"]));
        Torch.Save(Torch.Arange(3), folder["pipe"]);
        Torch.Load(new MemoryStream(await read))!.ToString().Should().Be("tensor([0, 1, 2])");
        Csv.Save("/dev/null", Torch.Arange(3));
        File.ReadAllBytes("/dev/null").Should().BeEmpty("it still is what it was");
        FluentActions.Invoking(() => Torch.Save(Torch.Arange(3), "/dev/full")).Should().Throw<IOException>().WithMessage("*'/dev/full'*");
        folder.Names.Should().Equal("pipe");
    }

    [Test, Platform("Linux")]
    public void A_link_is_followed_also_where_its_target_is_missing()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["first"], "second");
        File.CreateSymbolicLink(folder["second"], "target");
        File.CreateSymbolicLink(folder["loop"], "loop");
        Csv.Save(folder["first"], Torch.Arange(1));
        File.ReadAllText(folder["target"]).Should().Be("0\n");
        Csv.Save(folder["first"], Torch.Arange(2));
        File.ReadAllText(folder["target"]).Should().Be("0\n1\n");
        new FileInfo(folder["first"]).LinkTarget.Should().Be("second");
        FluentActions.Invoking(() => Csv.Save(folder["loop"], Torch.Arange(1))).Should().Throw<IOException>().WithMessage("Too many levels*");
    }

    [Test]
    public void A_missing_folder_is_named_as_it_was_given()
    {
        using var folder = new TemporaryFolder();
        var missing = folder["missing"];
        var state = new Dictionary<string, Tensor> { ["x"] = Torch.Ones(1) };
        FluentActions.Invoking(() => Torch.Save(state, Path.Combine(missing, "x.pt")))
            .Should().Throw<TorchException>().WithMessage($"Parent directory {missing} does not exist.");
        Action<string>[] writers =
        [
            path => Npy.Save(path, state["x"]), path => Npy.Savez(path, state), path => Csv.Save(path, state["x"]),
            path => SafeTensors.SaveFile(state, path),
        ];
        foreach (var write in writers)
        {
            FluentActions.Invoking(() => write(Path.Combine(missing, "x.npz").Replace(".npz", write == writers[0] ? ".npy" : ".npz")))
                .Should().Throw<DirectoryNotFoundException>().WithMessage($"Could not find a part of the path '{missing}*x.np*'.");
        }
    }

    // Windows replaces no file that is open; elsewhere what has it open keeps the old one.
    [Test]
    public void A_file_that_is_open_is_replaced_or_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder["x.csv"];
        Csv.Save(path, Torch.Arange(1));
        using (File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            var save = FluentActions.Invoking(() => Csv.Save(path, Torch.Arange(2)));
            if (OperatingSystem.IsWindows())
            {
                save.Should().Throw<IOException>().WithMessage($"The file '{path}' cannot be replaced, and stays as it was: it is open*");
            }
            else
            {
                save.Should().NotThrow();
            }
        }

        folder.Names.Should().Equal("x.csv");
        Csv.Save(path, Torch.Arange(3));
        File.ReadAllText(path).Should().Be("0\n1\n2\n");
    }

    [Test, Platform("Win", Reason = "Elsewhere it is the folder that must be writable.")]
    public void A_file_that_is_read_only_stays_and_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder["x.csv"];
        Csv.Save(path, Torch.Arange(1));
        File.SetAttributes(path, FileAttributes.ReadOnly);
        FluentActions.Invoking(() => Csv.Save(path, Torch.Arange(2)))
            .Should().Throw<UnauthorizedAccessException>().WithMessage($"The file '{path}' is read-only; it stays as it was.");
        File.SetAttributes(path, FileAttributes.Normal);
        File.ReadAllText(path).Should().Be("0\n");
    }
}
