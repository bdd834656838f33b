using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TorchLite.Benchmarks;

/// <summary>The same statements in Python's PyTorch, through reference.py.</summary>
internal static class PythonReference
{
    /// <summary>Nanoseconds by operation.</summary>
    internal static Dictionary<string, double> Measure(string command, IEnumerable<Operation> operations)
    {
        // The script goes in on stdin: the Python may run in a container that does not see this folder.
        using var script = new StreamReader(typeof(PythonReference).Assembly.GetManifestResourceStream("reference.py")!);
        var statements = operations.Where(operation => operation.Python is not null)
            .Select(operation => new[] { operation.Name, operation.Python! });
        return Run(command, $"{script.ReadToEnd()}\n\nmeasure({JsonSerializer.Serialize(statements)})\n");
    }

    /// <summary>What a script printed as measured, by name.</summary>
    internal static Dictionary<string, double> Run(string command, string script)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var python = Process.Start(new ProcessStartInfo(words[0], [.. words[1..], "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = python.StandardError.ReadToEndAsync();
        python.StandardInput.Write(script);
        python.StandardInput.Close();
        var lines = python.StandardOutput.ReadToEnd().Split('\n');
        python.WaitForExit();
        if (python.ExitCode != 0)
        {
            throw new InvalidOperationException(errors.Result);
        }

        return lines.Select(line => line.Split('\t')).Where(cells => cells[0] == "measured")
            .ToDictionary(cells => cells[1], cells => double.Parse(cells[2], CultureInfo.InvariantCulture));
    }
}
