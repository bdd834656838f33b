using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace TorchLite;

/// <summary>A picture of a tensor. PyTorch has none of its own; in Python one takes matplotlib.</summary>
/// <remarks>
/// Tensors of any dtype but complex, on any device, are taken as they are at that moment, gradients or not. <see cref="Plot"/> is
/// ScottPlot's own object, for all that is not here.
/// </remarks>
/// <example><code>
/// var x = Torch.Linspace(0, 6.28, 100);
/// var chart = Chart.Line(x.Sin(), x);
/// chart.Title = "sine";
/// chart.Save(Path.Combine(Path.GetTempPath(), "sine.png"));
/// chart.Save(Path.Combine(Path.GetTempPath(), "sine.svg"), width: 400, height: 300);
/// </code></example>
public sealed class Chart
{
    // Where none of these is there, the system's own choice is taken, which may have serifs.
    private static readonly string? Font = new[] { "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans" }
        .FirstOrDefault(SKFontManager.Default.FontFamilies.Contains);

    private string title = "", xLabel = "", yLabel = "";

    /// <summary>An empty picture, which <see cref="Plot"/> fills.</summary>
    /// <example><code>
    /// var chart = new Chart();
    /// chart.Plot.Add.Line(0, 0, 3, 4);
    /// chart.Plot.GetPlottables().Count()   // 1
    /// </code></example>
    public Chart()
    {
        if (Font is not null)
        {
            Plot.Font.Set(Font);
        }
    }

    /// <summary>ScottPlot's object, for whatever else one wants to change.</summary>
    /// <example><code>
    /// var chart = Chart.Line(Torch.Tensor([1.0, 4.0, 9.0]));
    /// chart.Plot.Axes.SetLimitsY(0, 10);
    /// chart.Plot.GetPlottables().Count()   // 1
    /// </code></example>
    public Plot Plot { get; } = new();

    /// <summary>What stands above the picture.</summary>
    public string Title
    {
        get => title;
        set => Plot.Axes.Title.Label.Text = title = value;
    }

    /// <summary>What stands below the horizontal axis.</summary>
    /// <example><code>
    /// Chart.Line(Torch.Tensor([1.0, 2.0])).XLabel.Length   // 0
    /// </code></example>
    public string XLabel
    {
        get => xLabel;
        set => Plot.Axes.Bottom.Label.Text = xLabel = value;
    }

    /// <summary>What stands beside the vertical axis.</summary>
    /// <example><code>
    /// var chart = Chart.Line(Torch.Tensor([1.0, 2.0]));
    /// chart.YLabel = "loss";
    /// chart.YLabel   // loss
    /// </code></example>
    public string YLabel
    {
        get => yLabel;
        set => Plot.Axes.Left.Label.Text = yLabel = value;
    }

    /// <summary>A line through points.</summary>
    /// <param name="y">Of one dimension: the heights.</param>
    /// <param name="x">Of the same size: where they stand; null: at 0, 1, 2, …</param>
    /// <returns>A new picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="y"/> is null.</exception>
    /// <exception cref="TorchException">A tensor does not have one dimension, the sizes differ, or the numbers are complex.</exception>
    public static Chart Line(Tensor y, Tensor? x = null)
    {
        var (across, up) = Points(x, y);
        var chart = new Chart();
        chart.Plot.Add.ScatterLine(across, up).LineWidth = 2;
        return chart;
    }

    /// <summary>Points.</summary>
    /// <param name="x">Of one dimension: where they stand.</param>
    /// <param name="y">Of the same size: the heights.</param>
    /// <returns>A new picture.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">A tensor does not have one dimension, the sizes differ, or the numbers are complex.</exception>
    /// <example><code>
    /// Chart.Scatter(Torch.Randn(50), Torch.Randn(50)).Save(Path.Combine(Path.GetTempPath(), "points.png"));
    /// </code></example>
    public static Chart Scatter(Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(x);
        var (across, up) = Points(x, y);
        var chart = new Chart();
        chart.Plot.Add.ScatterPoints(across, up).MarkerSize = 7;
        return chart;
    }

    /// <summary>How many elements fall into each of some intervals of the same width.</summary>
    /// <param name="values">Of any shape.</param>
    /// <param name="bins">How many intervals, from the smallest element to the largest.</param>
    /// <returns>A new picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="TorchException">There is no interval, an element is not finite, or the numbers are complex.</exception>
    /// <example><code>
    /// Chart.Histogram(Torch.Randn(1000), bins: 30).Save(Path.Combine(Path.GetTempPath(), "normal.png"));
    /// </code></example>
    public static Chart Histogram(Tensor values, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var scope = Torch.Scope();
        var numbers = Numbers(values);
        var counts = numbers.Histc(bins).ToArray<double>();
        var (low, high) = numbers.Numel() > 0 ? (numbers.Min().Item<double>(), numbers.Max().Item<double>()) : (0, 1);
        (low, high) = low == high ? (low - 1, high + 1) : (low, high);
        var width = (high - low) / bins;
        var chart = new Chart();
        chart.Plot.Add.Bars(counts.Select((count, i) => new Bar
        {
            Position = low + ((i + 0.5) * width), Value = count, Size = width, FillColor = Colors.C0, LineColor = Colors.White,
        }).ToList());
        chart.Plot.Axes.Margins(bottom: 0);
        return chart;
    }

    /// <summary>The elements of a matrix as colours, with a scale; the first row is on top.</summary>
    /// <param name="matrix">Of two dimensions.</param>
    /// <returns>A new picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is null.</exception>
    /// <exception cref="TorchException">The tensor does not have two dimensions, has no elements, or the numbers are complex.</exception>
    /// <example><code>
    /// var chart = Chart.Heatmap(Torch.Eye(5));
    /// chart.XLabel = "brand";
    /// chart.YLabel = "user";
    /// chart.Save(Path.Combine(Path.GetTempPath(), "eye.svg"));
    /// </code></example>
    public static Chart Heatmap(Tensor matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        using var scope = Torch.Scope();
        var values = Numbers(matrix).ToArray2D<double>();
        if (values.Length == 0)
        {
            throw new TorchException("a heat map of no elements");
        }

        var (rows, columns) = (values.GetLength(0), values.GetLength(1));
        var chart = new Chart();
        var map = chart.Plot.Add.Heatmap(values);
        map.Colormap = new ScottPlot.Colormaps.Viridis();
        chart.Plot.Add.ColorBar(map);
        chart.Plot.Axes.Margins(0, 0);
        chart.Plot.HideGrid();

        // Rows are counted from the top, as indices are; the plot's numbers grow upwards.
        chart.Plot.Axes.Bottom.SetTicks(Places(columns), [.. Places(columns).Select(Index)]);
        chart.Plot.Axes.Left.SetTicks([.. Places(rows).Select(place => rows - 1 - place)], [.. Places(rows).Select(Index)]);
        return chart;
    }

    /// <summary>A picture of pixels.</summary>
    /// <param name="image">
    /// Of shape [height, width] for shades of grey, or [3, height, width] or [4, height, width] for red, green, blue and opacity, as
    /// PyTorch's vision library has them. Bytes are from 0 to 255, real numbers from 0 to 1; what is beyond is cut.
    /// </param>
    /// <returns>A new picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    /// <exception cref="TorchException">The tensor has another shape, has no elements, or the numbers are complex.</exception>
    /// <example><code>
    /// var stripes = (Torch.Arange(64) / 8 % 2).Expand(3, 64, 64);
    /// Chart.Image(stripes).Save(Path.Combine(Path.GetTempPath(), "stripes.png"));
    /// </code></example>
    public static Chart Image(Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        using var scope = Torch.Scope();
        var shape = image.Shape;
        if (image.Numel() == 0 || !(shape.Count == 2 || (shape.Count == 3 && shape[0] is 3 or 4)))
        {
            throw new TorchException(
                $"expected an image of shape [height, width], [3, height, width] or [4, height, width], but got {shape}");
        }

        var levels = Numbers(image) * (image.DType.IsFloatingPoint ? 255 : 1);
        levels = Torch.NanToNum(levels).Round().Clamp(0, 255).To(DType.Uint8);
        var planes = (shape.Count == 2 ? levels.Expand(3, shape[0], shape[1]) : levels).ToArray3D<byte>();
        var (height, width) = (planes.GetLength(1), planes.GetLength(2));
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bitmap.SetPixel(x, y, new SKColor(
                    planes[0, y, x], planes[1, y, x], planes[2, y, x], planes.GetLength(0) == 4 ? planes[3, y, x] : byte.MaxValue));
            }
        }

        var chart = new Chart();
        chart.Plot.Add.ImageRect(new Image(bitmap), new CoordinateRect(0, width, 0, height)).AntiAlias = false;
        chart.Plot.Axes.SquareUnits();
        chart.Plot.Axes.Margins(0, 0);
        chart.Plot.Layout.Frameless();
        chart.Plot.HideGrid();
        return chart;
    }

    /// <summary>Writes the picture to a file.</summary>
    /// <param name="path">The file; it ends in <c>.png</c> or <c>.svg</c>.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <exception cref="ArgumentException">The file is to end in neither.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The picture is to have no pixels.</exception>
    /// <exception cref="IOException">The file can not be written.</exception>
    public void Save(string path, int width = 800, int height = 600)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".png":
                File.WriteAllBytes(path, Plot.GetImageBytes(width, height, ImageFormat.Png));
                break;
            case ".svg":
                File.WriteAllText(path, Plot.GetSvgXml(width, height));
                break;
            default:
                throw new ArgumentException($"A picture is written as .png or .svg, not as '{Path.GetFileName(path)}'.", nameof(path));
        }
    }

    /// <summary>The picture as bytes of red, green and blue, as <see cref="Image"/> takes them.</summary>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <returns>A tensor of bytes of shape [3, height, width].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The picture is to have no pixels.</exception>
    /// <example><code>
    /// Chart.Line(Torch.Tensor([3.0, 2.0, 1.0])).ToTensor(width: 80, height: 60).Shape   // torch.Size([3, 60, 80])
    /// </code></example>
    public Tensor ToTensor(int width = 800, int height = 600)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        using var codec = SKCodec.Create(new MemoryStream(Plot.GetImageBytes(width, height, ImageFormat.Png)));
        codec.GetPixels(new(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul), out var pixels);
        return Torch.FromArray(pixels).View(height, width, 4)[.., .., ..3].Permute(2, 0, 1).Contiguous();
    }

    private static (double[] X, double[] Y) Points(Tensor? x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(y);
        using var scope = Torch.Scope();
        var up = Vector(y);
        var across = x is null ? [.. Enumerable.Range(0, up.Length).Select(static i => (double)i)] : Vector(x);
        return across.Length == up.Length
            ? (across, up)
            : throw new TorchException($"x and y must have the same size, but got {across.Length} and {up.Length}");
    }

    private static double[] Vector(Tensor tensor) => tensor.Dim() == 1
        ? Numbers(tensor).ToArray<double>()
        : throw new TorchException($"expected a tensor of 1 dimensions, but got one of {tensor.Dim()}");

    private static Tensor Numbers(Tensor tensor) => tensor.IsComplex()
        ? throw new TorchException("a picture of complex numbers: take their Real, Imag or Abs()")
        : tensor.Detach().Cpu().To(DType.Float64);

    private static string Index(double place) => place.ToString("0", CultureInfo.InvariantCulture);

    // At most ten, evenly spread.
    private static double[] Places(int count)
    {
        var step = Math.Max(1, (count + 9) / 10);
        return [.. Enumerable.Range(0, (count + step - 1) / step).Select(i => (double)i * step)];
    }
}
