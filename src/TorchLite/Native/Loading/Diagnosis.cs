using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TorchSharp;

namespace TorchLite.Native.Loading;

/// <summary>The text of <see cref="Torch.Diagnose"/>.</summary>
internal static partial class Diagnosis
{
    private const int NameWidth = 20;
    private const string CppLibrary = "libstdc++.so.6";

    internal static string Compose()
    {
        string? error = null;
        try
        {
            NativeLoader.EnsureLoaded();
        }
        catch (TorchLoadException e)
        {
            error = e.Message;
        }

        var loaded = NativeLoader.Loaded;
        List<string> lines =
        [
            Line("TorchLite", () => VersionOf(typeof(Torch))),
            Line("TorchSharp", () => VersionOf(typeof(torch))),
            Line("libtorch", () => loaded is null ? "not loaded" : LibTorchVersion.Of(loaded.TorchCpu)!.ToString()),
            Line("backend", () => loaded is null ? "none" : loaded.HasCuda ? "cuda" : "cpu"),
            Line("backend folder", () => loaded?.Folder ?? "none"),
            Line(LibraryFolders.OverrideVariable, () => LibraryFolders.Override ?? "not set"),
            Line("system", () => RuntimeInformation.OSDescription),
            Line("runtime identifier", () => $"{RuntimeInformation.RuntimeIdentifier} (libtorch packages: {LoadFailure.Platform})"),
            Line("architecture", () => $"process {RuntimeInformation.ProcessArchitecture}, system {RuntimeInformation.OSArchitecture}"),
            Line(".NET", () => RuntimeInformation.FrameworkDescription),
        ];
        if (OperatingSystem.IsLinux())
        {
            lines.Add(Line("glibc", () => Marshal.PtrToStringUTF8(GlibcVersion()) ?? "unknown"));
            lines.Add(Line("libstdc++", CppLibraryVersion));
        }

        lines.Add(Line("version need", () => loaded?.RelaxedVersion is { } version
            ? $"{version} relaxed: LibTorchSharp asks for it, and does not use it"
            : "as the library has it"));
        lines.Add(Line("CUDA", () => loaded is null ? "unknown" : torch.cuda.is_available() ? "available" : "not available"));
        lines.Add(Line("CUDA devices", () => loaded is null ? "unknown" : Text(torch.cuda.device_count())));
        lines.Add(Line("threads", () => loaded is null
            ? "unknown"
            : $"{Text(torch.get_num_threads())} of {Text(Environment.ProcessorCount)} processors"));
        lines.Add(Line("loaded in", () => loaded is null ? "not loaded" : $"{Text((long)loaded.Elapsed.TotalMilliseconds)} ms"));
        lines.AddRange(LoadedLibraries().Select(path => Line("library", () => path)));
        if (error is not null)
        {
            lines.Add(Line("error", () => error.Replace("\n", "\n" + new string(' ', NameWidth), StringComparison.Ordinal)));
        }

        return string.Join('\n', lines);
    }

    private static string Line(string name, Func<string> value)
    {
        string text;
        try
        {
            text = value();
        }
        catch (Exception e)
        {
            // The one who asks has trouble already: what cannot be found out is said in its line.
            text = $"unknown ({e.GetType().Name}: {e.Message.Split('\n')[0].Trim()})";
        }

        return $"{name}: ".PadRight(NameWidth) + text;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? type.Assembly.GetName().Version?.ToString()
        ?? "unknown";

    private static List<string> LoadedLibraries()
    {
        try
        {
            using var process = Process.GetCurrentProcess();
            return [.. process.Modules.Cast<ProcessModule>()
                .Select(module => module.FileName)
                .Where(path => Interesting().IsMatch(Path.GetFileName(path)))
                .Distinct()
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception e)
        {
            return [$"unknown ({e.Message})"];
        }
    }

    private static string CppLibraryVersion()
    {
        NativeLibrary.TryLoad(CppLibrary, out _);
        var path = LoadedLibraries().Find(path => Path.GetFileName(path).StartsWith("libstdc++.so", StringComparison.Ordinal));
        if (path is null)
        {
            return $"{CppLibrary} not found";
        }

        var newest = GlibCxx().Matches(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)))
            .Select(match => Version.Parse(match.ValueSpan["GLIBCXX_".Length..]))
            .Max();
        return $"{path} (newest: GLIBCXX_{newest})";
    }

    [GeneratedRegex(
        @"torch|c10|gomp|iomp|omp\.dylib|stdc\+\+|^(lib)?(cuda|cudart|cudnn|cublas|nvrtc)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interesting();

    [GeneratedRegex(@"GLIBCXX_[0-9]+\.[0-9]+(\.[0-9]+)?(?=\0)", RegexOptions.CultureInvariant)]
    private static partial Regex GlibCxx();

    [LibraryImport("libc", EntryPoint = "gnu_get_libc_version")]
    private static partial nint GlibcVersion();
}
