using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchLite.Distributed;

/// <summary>
/// 小启动器: 在本机启动几个工作进程, 环境变量和torchrun的一样; 有一个死了, 就全部重来; 每个进程一份日志.
/// Starts workers on this machine with torchrun's variables; when one dies, it starts all anew; each has its log.
/// </summary>
internal static class Launcher
{
    private const int MaxRestarts = 3;
    private static readonly Lock Sync = new();
    private static readonly List<Process> Workers = [];

    /// <summary>The exit code of the last attempt.</summary>
    internal static int Run(int nproc, string logs, string[] arguments)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static _ => Stop(130));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static _ => Stop(143));
        for (var attempt = 0; ; attempt++)
        {
            // 工作进程在这里会合; 端口由系统挑 (where the workers meet; the system chooses the port)
            using var store = new TCPStore("127.0.0.1", 0, isMaster: true, waitForWorkers: false);
            var workers = Enumerable.Range(0, nproc).Select(rank => Start(rank, nproc, attempt, store.Port, logs, arguments)).ToArray();
            var exitCode = Wait(workers);
            if (exitCode == 0 || attempt == MaxRestarts)
            {
                return exitCode;
            }

            lock (Sync)
            {
                Console.Error.WriteLine($"一个工作进程死了, 重来 A worker died; starting all anew, attempt {attempt + 1}");
            }
        }
    }

    private static Process Start(int rank, int nproc, int attempt, int port, string logs, string[] arguments)
    {
        // 用dotnet X.dll启动的, 子进程也这样启动 (where it runs as dotnet X.dll, so do the workers)
        var program = Environment.ProcessPath!;
        var assembly = Path.Combine(AppContext.BaseDirectory, "Distributed.dll");
        string[] prefix = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [assembly] : [];
        var start = new ProcessStartInfo(program, [.. prefix, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new (string, object)[]
        {
            ("RANK", rank), ("LOCAL_RANK", rank), ("WORLD_SIZE", nproc), ("LOCAL_WORLD_SIZE", nproc), ("GROUP_RANK", 0),
            ("ROLE_RANK", rank), ("ROLE_WORLD_SIZE", nproc), ("ROLE_NAME", "default"), ("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", port),
            ("TORCHELASTIC_USE_AGENT_STORE", true), ("TORCHELASTIC_RESTART_COUNT", attempt), ("TORCHELASTIC_MAX_RESTARTS", MaxRestarts),
            ("TORCHELASTIC_RUN_ID", "none"), ("GLOO_SOCKET_IFNAME", Environment.GetEnvironmentVariable("GLOO_SOCKET_IFNAME") ?? "lo"),
            ("OMP_NUM_THREADS", Environment.GetEnvironmentVariable("OMP_NUM_THREADS") ?? "1"),
        })
        {
            start.Environment[name] = string.Create(CultureInfo.InvariantCulture, $"{value}");
        }

        var folder = Directory.CreateDirectory(
            Path.Combine(logs, string.Create(CultureInfo.InvariantCulture, $"attempt_{attempt}"), $"{rank}")).FullName;
        Process process;
        lock (Sync)
        {
            process = Process.Start(start)!;
            Workers.Add(process);
        }

        Copy(process.StandardOutput, Path.Combine(folder, "stdout.log"), rank == 0 ? Console.Out : null);
        Copy(process.StandardError, Path.Combine(folder, "stderr.log"), rank == 0 ? Console.Error : null);
        return process;
    }

    // 启动器被叫停, 工作进程也停, 也不再起新的 (when the launcher is told to stop, so are the workers, and no new ones start)
    private static void Stop(int exitCode)
    {
        lock (Sync)
        {
            Kill(Workers);
            Environment.Exit(exitCode);
        }
    }

    private static void Kill(IEnumerable<Process> workers)
    {
        foreach (var worker in workers)
        {
            worker.Kill(entireProcessTree: true);
            worker.WaitForExit();
        }
    }

    // 第0号说的也给人看, Gloo自己说的除外 (what rank 0 says is shown, too, but for what Gloo says)
    private static void Copy(StreamReader from, string path, TextWriter? shown)
    {
        var log = new StreamWriter(path) { AutoFlush = true };
        new Thread(() =>
        {
            using (log)
            {
                while (from.ReadLine() is { } line)
                {
                    log.WriteLine(line);
                    if (!line.StartsWith("[Gloo]", StringComparison.Ordinal))
                    {
                        shown?.WriteLine(line);
                    }
                }
            }
        }).Start();
    }

    // 一个失败, 其余的也停 (when one fails, the others are stopped)
    private static int Wait(Process[] workers)
    {
        var running = workers.Select(static worker => worker.WaitForExitAsync()).ToList();
        while (running.Count > 0)
        {
            var ended = Task.WhenAny(running).GetAwaiter().GetResult();
            running.Remove(ended);
            if (Array.Find(workers, static worker => worker is { HasExited: true, ExitCode: not 0 }) is { } failed)
            {
                Kill(workers);
                return failed.ExitCode;
            }
        }

        return 0;
    }
}
