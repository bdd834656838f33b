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

    /// <summary>The very processor: its maker, family and model, as Linux numbers them.</summary>
    internal static string Model { get; } = OperatingSystem.IsLinux() && X86Base.IsSupported ? Numbers() : "another";

    private static string Numbers()
    {
        var signature = X86Base.CpuId(1, 0).Eax;
        var (family, model) = ((signature >> 8) & 15, (signature >> 4) & 15);
        return FormattableString.Invariant(
            $"{Vendor()} {(family == 15 ? family + ((signature >> 20) & 255) : family)} {model + (((signature >> 16) & 15) << 4)}");
    }

    private static string Vendor()
    {
        var (_, b, c, d) = X86Base.CpuId(0, 0);
        return Encoding.ASCII.GetString([.. new[] { b, d, c }.SelectMany(BitConverter.GetBytes)]);
    }

    private static string Processor()
    {
        if (!X86Base.IsSupported)
        {
            return "another";
        }

        var isWide = Avx512BW.IsSupported && Avx512DQ.IsSupported && Avx512BW.VL.IsSupported;
        return $"{Vendor()} {(isWide ? "AVX512" : Avx2.IsSupported ? "AVX2" : "DEFAULT")}";
    }
}
