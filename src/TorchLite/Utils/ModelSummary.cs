using System.Globalization;
using System.Text;
using TorchLite.Printing;

namespace TorchLite.Utils;

/// <summary>
/// What a model is made of: a table of its modules with shapes, parameters and multiply-adds, in the form that users of the Python package
/// torchinfo know, and a diagram of the calls.
/// </summary>
/// <example><code>
/// Sequential net = [new Linear(4, 8), new ReLU(), new Linear(8, 2)];
/// var summary = Torch.Utils.Summary(net, [16, 4]);
/// summary
/// // ==========================================================================================
/// // Layer (type:depth-idx)                   Output Shape              Param #     Mult-Adds
/// // ==========================================================================================
/// // Sequential                               [16, 2]                   --                 --
/// // ├─Linear: 1-1                            [16, 8]                   40                512
/// // ├─ReLU: 1-2                              [16, 8]                   --                 --
/// // ├─Linear: 1-3                            [16, 2]                   18                256
/// // ==========================================================================================
/// // Total params: 58
/// // Trainable params: 58
/// // Non-trainable params: 0
/// // Total mult-adds: 768
/// // Input size (MB): 0.00
/// // Forward/backward pass size (MB): 0.00
/// // Params size (MB): 0.00
/// // ==========================================================================================
/// summary.TotalParameters        // 58
/// summary.TrainableParameters    // 58
/// summary.TotalMultiplyAdds      // 768
/// summary.Rows.Count             // 4
/// (summary.InputBytes, summary.OutputBytes, summary.ParameterBytes)   // (256, 2304, 232)
/// summary.ToMermaid()
/// // graph TD
/// //     n1["Linear: 1-1&lt;br/&gt;[16, 8]"]
/// //     n2["ReLU: 1-2&lt;br/&gt;[16, 8]"]
/// //     n3["Linear: 1-3&lt;br/&gt;[16, 2]"]
/// //     n1 --> n2
/// //     n2 --> n3
/// summary.ToGraphviz().Split('\n')[0]   // digraph model {
/// </code></example>
public sealed class ModelSummary
{
    private const int NameWidth = 41, ShapeWidth = 26, CountWidth = 12, LineWidth = 90;

    private readonly IReadOnlyList<(int From, int To)> edges;

    internal ModelSummary(
        IReadOnlyList<SummaryRow> rows, IReadOnlyList<(int From, int To)> edges, long inputBytes, long outputBytes, long parameterBytes)
    {
        (Rows, this.edges) = (rows, edges);
        (InputBytes, OutputBytes, ParameterBytes) = (inputBytes, outputBytes, parameterBytes);
    }

    /// <summary>The modules, each before its parts.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>The number of parameters, each counted once.</summary>
    public long TotalParameters => Rows.Where(static row => !row.IsShown).Sum(static row => row.Parameters);

    /// <summary>The number of parameters that get gradients.</summary>
    public long TrainableParameters => Rows.Where(static row => !row.IsShown).Sum(static row => row.Trainable);

    /// <summary>The multiplications and additions of one run.</summary>
    public long TotalMultiplyAdds => Rows.Sum(static row => row.MultiplyAdds);

    /// <summary>The bytes of the input.</summary>
    public long InputBytes { get; }

    /// <summary>The bytes of what the modules without parts gave, once forward and once backward.</summary>
    public long OutputBytes { get; }

    /// <summary>The bytes of the parameters.</summary>
    public long ParameterBytes { get; }

    /// <summary>The table.</summary>
    /// <returns>The string.</returns>
    public override string ToString()
    {
        var line = new string('=', LineWidth);
        var text = new StringBuilder();
        text.Append(line).Append('\n')
            .Append("Layer (type:depth-idx)".PadRight(NameWidth)).Append("Output Shape".PadRight(ShapeWidth))
            .Append("Param #".PadRight(CountWidth)).Append("Mult-Adds".PadLeft(9)).Append('\n').Append(line).Append('\n');
        foreach (var (row, label) in Rows.Zip(Labels()))
        {
            text.Append((Indent(row.Depth) + label).PadRight(NameWidth))
                .Append(ShapesOf(row).PadRight(ShapeWidth))
                .Append((row.IsShown ? "(recursive)" : Count(row.Parameters)).PadRight(CountWidth))
                .Append(Count(row.MultiplyAdds).PadLeft(9)).Append('\n');
        }

        return text.Append(line).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"Total params: {TotalParameters:N0}\n")
            .Append(CultureInfo.InvariantCulture, $"Trainable params: {TrainableParameters:N0}\n")
            .Append(CultureInfo.InvariantCulture, $"Non-trainable params: {TotalParameters - TrainableParameters:N0}\n")
            .Append(CultureInfo.InvariantCulture, $"Total mult-adds: {TotalMultiplyAdds:N0}\n")
            .Append(CultureInfo.InvariantCulture, $"Input size (MB): {InputBytes / 1e6:F2}\n")
            .Append(CultureInfo.InvariantCulture, $"Forward/backward pass size (MB): {OutputBytes / 1e6:F2}\n")
            .Append(CultureInfo.InvariantCulture, $"Params size (MB): {ParameterBytes / 1e6:F2}\n")
            .Append(line).ToString();
    }

    /// <summary>The calls of the modules without parts as a diagram in Mermaid's language, which Markdown renders.</summary>
    /// <returns>The diagram.</returns>
    public string ToMermaid() => Drawn().ToMermaid();

    /// <summary>The same diagram in the language of Graphviz.</summary>
    /// <returns>The diagram.</returns>
    public string ToGraphviz() => Drawn().ToGraphviz("model");

    private static string Indent(int depth) =>
        depth == 0 ? "" : string.Concat(Enumerable.Repeat("│    ", depth - 1)) + "├─";

    private static string ShapesOf(SummaryRow row) => row.OutputShapes.Count == 0 ? "--"
        : string.Join(", ", row.OutputShapes.Select(static shape => $"[{string.Join(", ", shape)}]"));

    private static string Count(long number) => number == 0 ? "--" : number.ToString("N0", CultureInfo.InvariantCulture);

    // Linear: 2-3 is the third module of depth 2.
    private IEnumerable<string> Labels()
    {
        var counts = new Dictionary<int, int>();
        foreach (var row in Rows)
        {
            counts[row.Depth] = counts.GetValueOrDefault(row.Depth) + 1;
            yield return row.Depth == 0 ? row.ClassName : $"{row.ClassName}: {row.Depth}-{counts[row.Depth]}";
        }
    }

    private Diagram Drawn()
    {
        string[] labels = [.. Labels()];
        var diagram = new Diagram();
        foreach (var (from, to) in edges)
        {
            if (from < 0)
            {
                diagram.Box($"n{to}", Rows[to].OutputShapes.Count == 0 ? labels[to] : $"{labels[to]}\n{ShapesOf(Rows[to])}");
            }
            else
            {
                diagram.Arrow($"n{from}", $"n{to}");
            }
        }

        return diagram;
    }
}
