using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace TorchLite.Native.Loading;

/// <summary>Which libtorch is there, and which one TorchSharp was built with: another has other layouts behind the same names.</summary>
internal static unsafe class LibTorchVersion
{
    /// <summary>The question, in libtorch's stable C ABI.</summary>
    internal const string Function = "aoti_torch_abi_version";

    /// <summary>Read from TorchSharp's metadata, which does not start TorchSharp; a trimmed program has it no more.</summary>
    internal static Version Expected { get; } =
        typeof(torch).GetField("libtorchPackageVersion", BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() is string text
            && Version.TryParse(text, out var version)
            ? new Version(version.Major, version.Minor, Math.Max(version.Build, 0))
            : new Version(2, 10, 0);

    /// <summary>Asks libtorch_cpu; null where it is older than the question, and so older than what TorchSharp needs.</summary>
    internal static Version? Of(nint torchCpu)
    {
        if (!NativeLibrary.TryGetExport(torchCpu, Function, out var function))
        {
            return null;
        }

        // One byte each for major, minor and patch, from the top.
        var version = ((delegate* unmanaged<ulong>)function)();
        return new Version((byte)(version >> 56), (byte)(version >> 48), (byte)(version >> 40));
    }

    /// <summary>Whether the program wants to see what another libtorch lacks, instead of hearing that it is another.</summary>
    internal static bool TakesAny => AppContext.TryGetSwitch("TorchLite.AnyLibTorch", out var takesAny) && takesAny;

    /// <summary>True where the major and minor numbers are those that TorchSharp was built with.</summary>
    internal static bool Fits(Version version) => (version.Major, version.Minor) == (Expected.Major, Expected.Minor);
}
