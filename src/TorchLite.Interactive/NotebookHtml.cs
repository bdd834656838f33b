using System.Net;
using System.Text;

namespace TorchLite.Interactive;

/// <summary>
/// How tensors and charts show in a notebook. The package registers these with .NET Interactive, so that the last value of a cell shows so by
/// itself; a page of one's own takes the HTML.
/// </summary>
/// <example><code>
/// Torch.Ones(2, 3).ToHtml()[..6]                      // &lt;table
/// Torch.Rand(3, 8, 8).ToImage().ToHtml()[..4]         // &lt;img
/// Chart.Line(Torch.Arange(9).Sin()).ToHtml()[..4]     // &lt;img
/// </code></example>
public static class NotebookHtml
{
    private const int MostImages = 64;

    // Of a vector that is not cut to its edges: what still fits beside one another.
    private const int MostInARow = 20;

    /// <summary>
    /// The tensor as a table of HTML: the numbers as PyTorch prints them, its edges where it is large, and a line with shape, dtype, device and
    /// gradient. Of more than two dimensions, and of a vector of more than 20, the numbers stand as PyTorch's text.
    /// </summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>The HTML.</returns>
    /// <exception cref="ArgumentNullException">There is no tensor.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).ToHtml()
    /// // &lt;table style="display:block;overflow-x:auto;text-align:right"&gt;&lt;caption style="text-align:left;white-space:nowrap"&gt;torch.Size([2]) · torch.int64 · cpu&lt;/caption&gt;&lt;tr&gt;&lt;td&gt;1&lt;/td&gt;&lt;td&gt;2&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;
    /// </code></example>
    public static string ToHtml(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var caption = $"{tensor.Shape} · {tensor.DType} · {tensor.Device}{Gradient(tensor)}";
        string[][] rows = tensor.Dim() > 2 || tensor.Numel() == 0 || tensor.IsMeta ? [] : [.. Rows(tensor)];
        if (rows.Length == 0 || (tensor.Dim() == 1 && rows[0].Length > MostInARow))
        {
            return $"<div>{caption}</div><pre style=\"overflow-x:auto\">{WebUtility.HtmlEncode(tensor.ToString())}</pre>";
        }

        var html = new StringBuilder(
            $"<table style=\"display:block;overflow-x:auto;text-align:right\"><caption style=\"text-align:left;white-space:nowrap\">{caption}</caption>");
        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(static cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        }

        return html.Append("</table>").ToString();
    }

    /// <summary>The tensor as an image, or images side by side.</summary>
    /// <param name="tensor">
    /// Height and width; or 1 or 3 channels, height and width; or a number of such images, of which the first 64 are taken. Bytes are from 0 to
    /// 255, real numbers from 0 to 1; what is beyond is cut.
    /// </param>
    /// <param name="scale">How many pixels of the screen a pixel is wide and high.</param>
    /// <returns>The image, which a notebook shows.</returns>
    /// <exception cref="ArgumentNullException">There is no tensor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not positive.</exception>
    /// <exception cref="TorchException">The tensor is no image, or has no elements.</exception>
    /// <example><code>
    /// var image = Torch.Rand(28, 28).ToImage(scale: 4);
    /// (image.Width, image.Height)                           // (28, 28)
    /// Torch.Rand(10, 3, 8, 8).ToImage().Width               // 82
    /// </code></example>
    public static NotebookImage ToImage(this Tensor tensor, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        using var scope = Torch.Scope();
        using var still = Torch.NoGrad();
        var channels = tensor.Dim() > 2 ? tensor.Size(-3) : 1;
        if (tensor.Numel() == 0 || tensor.Dim() is < 2 or > 4 || channels is not (1 or 3) || tensor.IsComplex())
        {
            throw new TorchException(
                $"an image is height and width, or 1 or 3 channels before them, or several of these, but the tensor is {tensor.Shape}");
        }

        var levels = Torch.NanToNum(tensor.Cpu().Double() * (tensor.IsFloatingPoint() ? 255 : 1)).Round().Clamp(0, 255);
        var some = tensor.Dim() == 4 ? levels[..(int)Math.Min(MostImages, tensor.Size(0))] : levels;
        var grid = TorchVision.Utils.MakeGrid(some, padValue: 255).To(DType.Uint8);
        return new(TorchVision.IO.EncodePng(grid), (int)grid.Size(-1), (int)grid.Size(-2), scale);
    }

    /// <summary>The chart as an image in HTML.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <returns>The HTML.</returns>
    /// <exception cref="ArgumentNullException">There is no chart.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The picture is to have no pixels.</exception>
    public static string ToHtml(this Chart chart, int width = 640, int height = 400)
    {
        ArgumentNullException.ThrowIfNull(chart);
        using var scope = Torch.Scope();
        return new NotebookImage(TorchVision.IO.EncodePng(chart.ToTensor(width, height)), width, height, scale: 1).ToHtml();
    }

    private static string Gradient(Tensor tensor) => !tensor.RequiresGrad ? "" : tensor.IsLeaf ? " · requires_grad" : $" · {WebUtility.HtmlEncode(tensor.GradFn?.ToString())}";

    // The elements as the tensor's own text has them, which knows how many to show, and how: [[1, 2], ..., [3, 4]].
    private static IEnumerable<string[]> Rows(Tensor tensor)
    {
        var text = tensor.Detach().ToString()["tensor(".Length..^1];
        var numbers = tensor.Dim() == 0 ? text.Split(',')[0] : text[..(text.LastIndexOf(']') + 1)];
        foreach (var part in numbers.Split(']', StringSplitOptions.RemoveEmptyEntries))
        {
            var row = part.TrimStart(',', ' ', '\n');
            if (row.StartsWith("...", StringComparison.Ordinal))
            {
                yield return ["..."];
                row = row[3..];
            }

            yield return [.. row.Split(',').Select(static cell => cell.Trim('[', ' ', '\n')).Where(static cell => cell.Length > 0)];
        }
    }
}
