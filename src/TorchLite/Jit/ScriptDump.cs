using System.Text;

namespace TorchLite.Jit;

/// <summary>Finds the graph of a method in what libtorch prints of a module.</summary>
internal static class ScriptDump
{
    internal static string Graph(string dump, string method)
    {
        var lines = dump.Split('\n');
        var start = Array.FindIndex(lines, line => line.Trim() == $"method {method} {{");
        if (start < 0)
        {
            throw new TorchException($"Method '{method}' is not defined.");
        }

        // Four spaces further to the right than the graph's own, up to the brace of the method.
        var indent = lines[start].Length - lines[start].TrimStart().Length;
        var text = new StringBuilder();
        for (var i = start + 1; i < lines.Length && lines[i] != new string(' ', indent) + "}"; i++)
        {
            text.Append(lines[i].Length > indent + 2 ? lines[i][(indent + 2)..] : "").Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }
}
