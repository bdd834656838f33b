namespace TorchLite.Printing;

/// <summary>Boxes and arrows, in the languages of Mermaid and Graphviz.</summary>
internal sealed class Diagram
{
    private readonly List<(string Key, string Text, BoxKind Kind)> boxes = [];
    private readonly List<(string From, string To, string Label, bool IsDashed)> arrows = [];

    /// <summary>How a box is drawn.</summary>
    internal enum BoxKind
    {
        /// <summary>With corners.</summary>
        Plain,

        /// <summary>With round ones.</summary>
        Rounded,

        /// <summary>With a dashed line, for what is left out.</summary>
        Dashed,
    }

    /// <summary>Adds a box; its text may have several lines.</summary>
    internal void Box(string key, string text, BoxKind kind = BoxKind.Plain) => boxes.Add((key, text, kind));

    /// <summary>Adds an arrow.</summary>
    internal void Arrow(string from, string to, string label = "", bool isDashed = false) => arrows.Add((from, to, label, isDashed));

    /// <summary>The diagram for Mermaid.</summary>
    internal string ToMermaid() => string.Join("\n    ", [
        "graph TD",
        .. boxes.Select(static box => box.Kind == BoxKind.Rounded
            ? $"{box.Key}([\"{Mermaid(box.Text)}\"])" : $"{box.Key}[\"{Mermaid(box.Text)}\"]"),
        .. arrows.Select(static arrow =>
            $"{arrow.From} {(arrow.IsDashed ? "-.->" : "-->")}{(arrow.Label == "" ? "" : $"|{arrow.Label}|")} {arrow.To}"),
    ]);

    /// <summary>The diagram for Graphviz.</summary>
    /// <param name="name">The graph's name.</param>
    internal string ToGraphviz(string name) => string.Join("\n    ", [
        $"digraph {name} {{",
        "node [shape=box];",
        .. boxes.Select(static box => $"{box.Key} [label=\"{Graphviz(box.Text)}\"{Style(box.Kind)}];"),
        .. arrows.Select(static arrow => $"{arrow.From} -> {arrow.To}{Label(arrow.Label, arrow.IsDashed)};"),
    ]) + "\n}";

    private static string Label(string label, bool isDashed) => isDashed ? " [style=dashed]" : label == "" ? "" : $" [label=\"{label}\"]";

    private static string Style(BoxKind kind) => kind switch
    {
        BoxKind.Rounded => ", style=rounded",
        BoxKind.Dashed => ", style=dashed",
        _ => "",
    };

    private static string Mermaid(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal).Replace("\n", "<br/>", StringComparison.Ordinal);

    private static string Graphviz(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
