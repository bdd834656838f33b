using System.Diagnostics;

namespace TorchLite.Tests.Native;

/// <summary>
/// A copy of the probe program whose native libraries are links, so that a test can damage or remove some of them, and run it.
/// </summary>
internal sealed class ProbeFolder : IDisposable
{
    private static readonly string Built = AppContext.BaseDirectory.Replace("TorchLite.Tests", "TorchLite.Probe", StringComparison.Ordinal);
    private static readonly string Host = Path.Combine(
        Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private readonly string _root = Directory.CreateTempSubdirectory("torchlite-").FullName;
    private readonly Dictionary<string, string?> _environment = [];

    /// <param name="natives">False leaves out all native libraries.</param>
    public ProbeFolder(bool natives = true)
    {
        App = Directory.CreateDirectory(Path.Combine(_root, "app")).FullName;
        Temp = Directory.CreateDirectory(Path.Combine(_root, "temp")).FullName;
        foreach (var file in Directory.EnumerateFiles(Built))
        {
            var target = Path.Combine(App, Path.GetFileName(file));
            if (!IsNative(file))
            {
                // The host follows a linked program to where it was built: only a copy runs in this folder.
                File.Copy(file, target);
            }
            else if (natives)
            {
                File.CreateSymbolicLink(target, file);
            }
        }

        // Whatever writes, writes here, and is seen.
        Set("TMPDIR", Temp);
        Set("HOME", Temp);
        Set("DOTNET_EnableDiagnostics", "0");
        Set("TORCHLITE_LIBTORCH", null);
    }

    public string App { get; }

    private string Temp { get; }

    public static string BuiltFile(string name) => Path.Combine(Built, name);

    public string PathOf(string name) => Path.Combine(App, name);

    public ProbeFolder Set(string variable, string? value)
    {
        _environment[variable] = value;
        return this;
    }

    public ProbeFolder Link(string name)
    {
        File.CreateSymbolicLink(PathOf(name), BuiltFile(name));
        return this;
    }

    public ProbeFolder Remove(string name)
    {
        File.Delete(PathOf(name));
        return this;
    }

    /// <summary>Puts the first bytes of the library in its place.</summary>
    public ProbeFolder Truncate(string name, int length)
    {
        var bytes = new byte[length];
        using (var file = File.OpenRead(BuiltFile(name)))
        {
            file.ReadExactly(bytes);
        }

        return Write(name, bytes);
    }

    public ProbeFolder Write(string name, byte[] content)
    {
        Remove(name);
        File.WriteAllBytes(PathOf(name), content);
        return this;
    }

    /// <summary>Puts a copy in the place of the library, with one run of bytes replaced by another of the same length.</summary>
    public ProbeFolder Patch(string name, ReadOnlySpan<byte> find, ReadOnlySpan<byte> replace)
    {
        var bytes = File.ReadAllBytes(BuiltFile(name));
        var at = bytes.AsSpan().IndexOf(find);
        at.Should().BePositive("{0} holds what the test replaces", name);
        for (; at >= 0; at = bytes.AsSpan().IndexOf(find))
        {
            replace.CopyTo(bytes.AsSpan(at));
        }

        return Write(name, bytes);
    }

    /// <summary>Name, size and time of all files in the program's folder and in the temporary one.</summary>
    public string[] Listing() =>
        [.. new DirectoryInfo(_root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => $"{entry.FullName} {(entry as FileInfo)?.Length} {entry.LastWriteTimeUtc:O}")
            .Order(StringComparer.Ordinal)];

    public ProbeResult Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Host, [PathOf("probe.dll"), .. arguments])
        {
            WorkingDirectory = App,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
        }

        return ProbeResult.Of(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static bool IsNative(string file)
    {
        var name = Path.GetFileName(file);
        return name.Contains(".so", StringComparison.Ordinal) || name.EndsWith(".dylib", StringComparison.Ordinal);
    }
}

/// <summary>How a probe ended.</summary>
internal sealed record ProbeResult(int ExitCode, string Output, string Error)
{
    private const int Aborted = 134;

    /// <summary>The texts with line ends as they are written in the tests, whatever the system's are.</summary>
    public static ProbeResult Of(int exitCode, string output, string error) =>
        new(exitCode, output.Replace("\r\n", "\n", StringComparison.Ordinal), error.Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>
    /// The program ended as .NET ends one with an unhandled exception, after a few lines that name the file, give the reason and
    /// say what to do.
    /// </summary>
    public void ShouldBeLoadFailure(string file, string reason, string remedy)
    {
        Error.Should().StartWith("Unhandled exception. TorchLite.TorchLoadException: TorchLite could not load libtorch.\n");
        Error.Should().MatchRegex($@"\n  file:       .*{System.Text.RegularExpressions.Regex.Escape(file)}\n");
        Error.Should().Contain("\n  reason:     ").And.Contain(reason);
        Error.Should().Contain("\n  what to do: ").And.Contain(remedy);
        Error.Split('\n').Should().HaveCountLessThan(12);
        Error.Should().NotContain("TypeInitializationException").And.NotContain("--->");
        Output.Should().BeEmpty();
        ExitCode.Should().Be(Aborted);
    }
}
