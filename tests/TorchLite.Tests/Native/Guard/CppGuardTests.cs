using System.Reflection;
using System.Runtime.InteropServices;
using TorchLite.Native;
using TorchLite.Native.Loading;
using TorchLite.Tests.Safety;

namespace TorchLite.Tests.Native;

/// <summary>What C++ throws becomes an exception, wherever it is thrown.</summary>
[TestFixture, Parallelizable]
public class CppGuardTests
{
    [OneTimeSetUp]
    public void OnlyWhereItIs()
    {
        NativeLoader.EnsureLoaded();
        if (!CppGuard.IsSupported)
        {
            Assert.Ignore("C++ exceptions are caught on Linux x64 only");
        }
    }

    [Test]
    public void Every_function_that_LibTorchSharp_exports_is_called_through_the_guard()
    {
        var library = NativeLoader.Loaded!.LibTorchSharp;
        var code = File.ReadLines("/proc/self/maps")
            .Where(static line => line.Contains("LibTorchSharp", StringComparison.Ordinal) && line.Contains("r-xp", StringComparison.Ordinal))
            .Select(static line => Array.ConvertAll(line.Split(' ')[0].Split('-'), static number => Convert.ToInt64(number, 16)))
            .Single();

        using var exports = ExportTable.Open(library)!;
        var functions = exports.Functions("THS");

        functions.Should().HaveCountGreaterThan(1000);
        functions.Where(function => NativeLibrary.GetExport(library, function.Name) is var address
            && (address != function.Address || (address >= code[0] && address < code[1]))).Should().BeEmpty();
    }

    [Test]
    public void No_function_takes_more_than_the_guard_passes_on()
    {
        var imports = new[] { typeof(TorchSharp.torch).Assembly, typeof(Torch).Assembly }
            .SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(static method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
            .ToArray();

        imports.Should().HaveCountGreaterThan(1000);
        imports.Where(static method => StackWords(method) > GuardCode.StackWords).Should().BeEmpty();
    }

    [Test]
    public void Thousands_of_exceptions_on_four_threads_keep_their_texts_and_leave_nothing_behind()
    {
        var result = Probe.Run(new Dictionary<string, string>(), "guard");

        TestContext.Progress.WriteLine($"Guard: {result.Output}");
        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().Contain("supported: True, null stays null: True, one function, one address: True")
            .And.Contain("20000 exceptions on 4 threads, 0 with another's text");
        var grown = double.Parse(
            result.Output.Split("grew by ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        grown.Should().BeLessThan(16);
    }

    // The first six that are no fractions go in registers, and the first eight that are; a structure is at most two words here.
    private static int StackWords(MethodInfo import)
    {
        var types = import.GetParameters().Select(static parameter => parameter.ParameterType).ToArray();
        var fractions = types.Count(static type => type == typeof(double) || type == typeof(float));
        var words = types.Sum(static type => type.IsValueType && !type.IsPrimitive && !type.IsEnum ? 2 : 1) - fractions;
        return Math.Max(words - 6, 0) + Math.Max(fractions - 8, 0);
    }
}
