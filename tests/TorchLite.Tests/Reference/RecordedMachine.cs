using System.Runtime.Intrinsics.X86;
using System.Text;

namespace TorchLite.Tests.Reference;

/// <summary>Where Python's front end answered on our libtorch.</summary>
internal static class RecordedMachine
{
    /// <summary>
    /// Whether this is such a machine, so that the same bits can be asked for. On another processor other kernels run, which round otherwise;
    /// and Microsoft's compiler joins other multiplications and additions into one.
    /// </summary>
    internal static bool IsThis { get; } =
        OperatingSystem.IsLinux() && Processor() == Corpus.Read("training.jsonl")[0].GetProperty("processor").GetString();

    /// <summary>How results are compared: to the last bit where that can be asked for.</summary>
    internal static string Mode { get; } = IsThis ? "exact" : "close";

    private static string Processor()
    {
        if (!X86Base.IsSupported)
        {
            return "another";
        }

        var (_, b, c, d) = X86Base.CpuId(0, 0);
        var vendor = Encoding.ASCII.GetString([.. new[] { b, d, c }.SelectMany(BitConverter.GetBytes)]);
        var isWide = Avx512BW.IsSupported && Avx512DQ.IsSupported && Avx512BW.VL.IsSupported;
        return $"{vendor} {(isWide ? "AVX512" : Avx2.IsSupported ? "AVX2" : "DEFAULT")}";
    }
}
