using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace TorchLite.Benchmarks;

/// <summary>The same operations under BenchmarkDotNet, in this process.</summary>
[MemoryDiagnoser]
public class Thorough
{
    public static IEnumerable<Operation> All => Operations.All;

    [ParamsSource(nameof(All))]
    public Operation Operation { get; set; } = null!;

    internal static int Run(string[] args)
    {
        Operations.Start();
        BenchmarkSwitcher.FromAssembly(typeof(Thorough).Assembly).Run([.. args, "--inProcess"]);
        return 0;
    }

    [Benchmark]
    public void TorchLite() => Operation.Lite();

    [Benchmark(Baseline = true)]
    public void TorchSharp() => Operation.Sharp();
}
