using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace TorchLite.Benchmarks;

/// <summary>The same operations under BenchmarkDotNet, in this process: a project of its own would have to find libtorch anew.</summary>
[MemoryDiagnoser]
public class Thorough
{
    public static IEnumerable<Operation> All => Operations.All;

    [ParamsSource(nameof(All))]
    public Operation Operation { get; set; } = null!;

    internal static int Run(string[] args)
    {
        Operations.Start();
        var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(Thorough).Assembly).Run(args, config);
        return 0;
    }

    [Benchmark]
    public void TorchLite() => Operation.Lite();

    [Benchmark(Baseline = true)]
    public void TorchSharp() => Operation.Sharp();
}
