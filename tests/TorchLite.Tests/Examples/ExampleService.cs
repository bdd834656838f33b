using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace TorchLite.Tests.Examples;

/// <summary>An example that serves, as a child process.</summary>
internal sealed partial class ExampleService : IDisposable
{
    // SIGINT may be ignored where the tests run in the background.
    private const int TerminateSignal = 15;

    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<string> address = new();
    private readonly Process process;
    private HttpClient? client;

    private ExampleService(string example, string[] arguments)
    {
        process = TutorialProgram.StartExample(example, arguments);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"it ended: {Log}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Asks it.</summary>
    internal HttpClient Client => client!;

    /// <summary>What it wrote.</summary>
    internal string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public void Dispose()
    {
        client?.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    /// <summary>Starts it, and waits until it says where it listens.</summary>
    internal static async Task<ExampleService> Start(string example, params string[] arguments)
    {
        var service = new ExampleService(example, arguments);
        try
        {
            service.client = new HttpClient { BaseAddress = new(await service.address.Task.WaitAsync(TimeSpan.FromMinutes(3))) };
            return service;
        }
        catch
        {
            service.Dispose();
            throw;
        }
    }

    /// <summary>The first 250 images of the example's data.</summary>
    internal static (long[] Pixels, long Label)[] Digits()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "examples", "data", "digits.csv.gz"));
        using var text = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress);
        var table = Csv.Load(text, dtype: DType.Int64);
        return [.. Enumerable.Range(0, 250).Select(i => (table[i, ..64].ToArray<long>(), table[i, 64].Item<long>()))];
    }

    /// <summary>Tells it to end as a system does that goes down; its exit code, or null after 30 seconds.</summary>
    internal int? Terminate()
    {
        Kill(process.Id, TerminateSignal).Should().Be(0);
        return process.WaitForExit(TimeSpan.FromSeconds(30)) ? process.ExitCode : null;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Address();

    private void Read(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }

        if (line is not null && Address().Match(line) is { Success: true } found)
        {
            address.TrySetResult(found.Groups[1].Value);
        }
    }
}
