using System.Diagnostics;
using System.Globalization;

namespace TorchLite.Benchmarks;

/// <summary>A Python that runs a script of this project, and measures what it is asked for, a line each.</summary>
internal sealed class PythonTurns : IDisposable
{
    private readonly Process process;

    /// <summary>Starts one.</summary>
    /// <param name="command">What starts a Python with torch.</param>
    /// <param name="script">The script's name; it is passed as text, as the Python may not see this folder.</param>
    /// <param name="arguments">The arguments of the script.</param>
    internal PythonTurns(string command, string script, params string[] arguments)
    {
        var start = Start(command, script, arguments);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        process = Process.Start(start)!;
    }

    /// <summary>How a script of this project is started.</summary>
    internal static ProcessStartInfo Start(string command, string script, params string[] arguments)
    {
        var words = command.Split(' ');
        using var text = new StreamReader(typeof(PythonTurns).Assembly.GetManifestResourceStream(script)!);
        return new(words[0], [.. words[1..], "-c", text.ReadToEnd(), .. arguments]);
    }

    /// <summary>What it answers.</summary>
    internal double Ask(string question)
    {
        process.StandardInput.WriteLine(question);
        process.StandardInput.Flush();
        return double.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
