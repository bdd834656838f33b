using System.Text;

namespace TorchLite.Printing;

/// <summary>PyTorch's string of a tensor, exactly as Python's <c>repr(x)</c> gives it.</summary>
internal sealed class TensorText
{
    private const string Prefix = "tensor(";

    // A bracket within the other, as Python writes them; that is where Python's own recursion ends.
    private const int MostDimensions = 1000;

    private readonly StringBuilder text = new(Prefix);
    private readonly PrintOptions options = Torch.PrintOptions;
    private readonly Tensor tensor;
    private readonly Shape shape;
    private readonly bool summarised;
    private NumberColumn real;
    private NumberColumn? imaginary;
    private int next;

    private TensorText(Tensor tensor)
    {
        this.tensor = tensor;
        shape = tensor.Shape;
        summarised = tensor.Numel() > options.Threshold;
    }

    internal static string Of(Tensor tensor) => new TensorText(tensor).Write();

    private string Write()
    {
        var (dtype, device, usual) = (tensor.DType, tensor.Device, Torch.GetDefaultDtype());
        var suffixes = new List<string>();
        if (device.Type != "cpu")
        {
            suffixes.Add($"device='{device}'");
        }

        var isBatched = Vmap.IsBatched(tensor);
        var isHidden = device.Type == "meta" || isBatched;
        if (isHidden || tensor.Numel() == 0)
        {
            text.Append(isHidden ? "..." : "[]");
            if (isHidden || shape.Count != 1)
            {
                suffixes.Add(Size());
            }
        }
        else
        {
            if (options.Edgeitems == 0)
            {
                suffixes.Add(Size());
            }

            // Elements tell these dtypes from each other: 1, 1., True and 1.+0.j.
            if (dtype == DType.Int64 || dtype == DType.Bool || dtype == (usual == DType.Float64 ? DType.Complex128 : DType.Complex64))
            {
                usual = dtype;
            }

            WriteElements();
        }

        if (dtype != usual)
        {
            suffixes.Add($"dtype={dtype}");
        }

        if (History() is { } history)
        {
            suffixes.Add(history);
        }

        if (Torch.Autograd.ForwardAd.IsOpen && !isBatched && Torch.Autograd.ForwardAd.UnpackDual(tensor).Tangent is { } tangent)
        {
            // As Python formats it: of one element the number alone.
            suffixes.Add($"tangent={(tangent.Dim() == 0 && !Vmap.IsBatched(tangent) ? tangent.Item().ToString() : tangent.ToString())}");
        }

        WriteSuffixes(suffixes);
        return text.Append(')').ToString();
    }

    /// <summary>The shape as Python writes a tuple.</summary>
    private string Size() => $"size=({shape.Join()}{(shape.Count == 1 ? "," : "")})";

    private string? History() =>
        !tensor.RequiresGrad ? null
        : tensor.GradFnName() is { } name ? $"grad_fn=<{name}>"
        : "requires_grad=True";

    private void WriteElements()
    {
        if (shape.Count >= MostDimensions)
        {
            throw new TorchException("maximum recursion depth exceeded");
        }

        if (summarised && options.Edgeitems == 0 && shape.Count > 0)
        {
            text.Append("[...]");
            return;
        }

        (real, imaginary) = new ShownElements(tensor, summarised ? options.Edgeitems : int.MaxValue).Columns(options);
        if (shape.Count == 0)
        {
            text.Append(NextElement());
        }
        else
        {
            WriteDimension(0, Prefix.Length);
        }
    }

    private void WriteDimension(int dim, int indent)
    {
        var last = dim == shape.Count - 1;
        var inRow = last ? ElementsPerRow(indent) : 1;
        var blankLines = last ? 1 : shape.Count - dim - 1;
        var edge = summarised && shape[dim] > 2L * options.Edgeitems ? options.Edgeitems : shape[dim];

        // The dots of a dimension that is cut count as an element.
        var count = edge == shape[dim] ? edge : (2 * edge) + 1;
        text.Append('[');
        for (var i = 0L; i < count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
                _ = i % inRow == 0 ? text.Append('\n', blankLines).Append(' ', indent + 1) : text.Append(' ');
            }

            if (i == edge)
            {
                text.Append(last ? " ..." : "...");
            }
            else if (last)
            {
                text.Append(NextElement());
            }
            else
            {
                WriteDimension(dim + 1, indent + 1);
            }
        }

        text.Append(']');
    }

    private int ElementsPerRow(int indent)
    {
        var width = real.Width + 2 + (imaginary is { } part ? part.Width + 1 : 0);
        return Math.Max(1, (options.Linewidth - indent) / width);
    }

    private string NextElement()
    {
        var index = next++;
        if (imaginary is not { } part)
        {
            return real[index];
        }

        var text = (part[index] + "j").TrimStart();
        return real[index] + (text[0] == '-' ? "" : "+") + text;
    }

    private void WriteSuffixes(List<string> suffixes)
    {
        // PyTorch counts two characters more than the line has; so must we.
        var column = text.Length + 2;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == '\n')
            {
                column = text.Length - i + 1;
                break;
            }
        }

        foreach (var suffix in suffixes)
        {
            if (column + suffix.Length + 2 > options.Linewidth)
            {
                text.Append(",\n").Append(' ', Prefix.Length).Append(suffix);
                column = Prefix.Length + suffix.Length;
            }
            else
            {
                text.Append(", ").Append(suffix);
                column += suffix.Length + 2;
            }
        }
    }
}
