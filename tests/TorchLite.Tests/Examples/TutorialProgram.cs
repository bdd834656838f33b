using System.Diagnostics;
using System.Text;

namespace TorchLite.Tests.Examples;

/// <summary>The built examples/Tutorial, or another example, as a child process.</summary>
internal static class TutorialProgram
{
    /// <summary>The program <c>dotnet</c> that runs the tests.</summary>
    internal static readonly string Host = Path.Combine(
        Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>Runs it far from its own folder. What it writes is read as bytes, so that the encoding is tested as well.</summary>
    internal static TutorialResult Run(string[] arguments, params ReadOnlySpan<(string Name, string Value)> environment) =>
        RunExample("Tutorial", arguments, environment);

    /// <inheritdoc cref="Run"/>
    internal static TutorialResult RunExample(
        string example, string[] arguments, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        using var process = StartExample(example, arguments, environment);
        var error = Task.Run(() => Read(process.StandardError));
        var output = Task.Run(() => Read(process.StandardOutput));
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
        }

        return new TutorialResult(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts an example far from its own folder; who calls this reads what it writes, and sees to its end.</summary>
    internal static Process StartExample(
        string example, string[] arguments, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Host, [Path.Combine(FolderOf(example), example + ".dll"), .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The output folder of an example.</summary>
    internal static string FolderOf(string example) => AppContext.BaseDirectory.Replace(
        Path.Combine("tests", "TorchLite.Tests"), Path.Combine("examples", example), StringComparison.Ordinal);

    private static string Read(StreamReader reader)
    {
        using var bytes = new MemoryStream();
        reader.BaseStream.CopyTo(bytes);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        return OperatingSystem.IsWindows() ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
    }
}

/// <summary>How it ended.</summary>
internal sealed record TutorialResult(int ExitCode, string Output, string Error);
