using System.Xml.Linq;

namespace TorchLite.Tests.Interop;

public sealed class ChartTests
{
    private static IEnumerable<TestCaseData> Charts()
    {
        yield return Case("line", static x => Chart.Line(x * x));
        yield return Case("line over x", static x => Chart.Line(x.Sin(), x));
        yield return Case("line that requires a gradient", static x => Chart.Line((x * 2).RequiresGrad_()));
        yield return Case("scatter", static x => Chart.Scatter(x, x.Cos()));
        yield return Case("histogram", static x => Chart.Histogram(x.Reshape(4, 5), bins: 4));
        yield return Case("histogram of equal numbers", static x => Chart.Histogram(Torch.Ones(3)));
        yield return Case("heat map", static x => Chart.Heatmap(x.Reshape(4, 5)));
        yield return Case("heat map with nan", static x => Chart.Heatmap(Torch.Tensor([[1, double.NaN], [2, 3]])));
        yield return Case("heat map of integers", static x => Chart.Heatmap(Torch.Arange(40).Reshape(2, 20)));
        yield return Case("grey image", static x => Chart.Image(x.Reshape(4, 5)));
        yield return Case("image of bytes", static x => Chart.Image(Torch.Full([3, 2, 2], 200, DType.Uint8)));
        yield return Case("image with opacity", static x => Chart.Image(Torch.Full([4, 2, 2], 0.5)));

        static TestCaseData Case(string name, Func<Tensor, Chart> make) => new TestCaseData(make).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Charts))]
    public void A_picture_is_written_as_png_and_as_svg_of_the_size_asked_for(Func<Tensor, Chart> make)
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        try
        {
            var chart = make(Torch.Linspace(0, 1, 20));
            chart.Save(path + ".png", width: 320, height: 240);
            chart.Save(path + ".SVG", width: 300, height: 200);

            var png = File.ReadAllBytes(path + ".png");
            png.Take(8).Should().Equal(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);
            png[16..24].Should().Equal(0, 0, 1, 64, 0, 0, 0, 240);
            XDocument.Load(path + ".SVG").Root!.Attribute("width")!.Value.Should().Be("300");
        }
        finally
        {
            File.Delete(path + ".png");
            File.Delete(path + ".SVG");
        }
    }

    [Test]
    public void What_makes_no_picture_is_told()
    {
        Refused(static () => Chart.Line(Torch.Ones(2, 3)))
            .Should().Be("TorchException: expected a tensor of 1 dimensions, but got one of 2");
        Refused(static () => Chart.Line(Torch.Ones(2), Torch.Ones(3)))
            .Should().Be("TorchException: x and y must have the same size, but got 3 and 2");
        Refused(static () => Chart.Line(Torch.Ones([2], dtype: DType.Complex64)))
            .Should().StartWith("TorchException: a picture of complex");
        Refused(static () => Chart.Heatmap(Torch.Ones(2)))
            .Should().Be("TorchException: expected a tensor of 2 dimensions, but got one of 1");
        Refused(static () => Chart.Heatmap(Torch.Ones(0, 2))).Should().Be("TorchException: a heat map of no elements");
        Refused(static () => Chart.Image(Torch.Ones(2, 3, 3))).Should().StartWith("TorchException: expected an image of shape");
        Refused(static () => Chart.Histogram(Torch.Ones(2), bins: 0)).Should().StartWith("TorchException: ");
        Refused(static () => Chart.Histogram(Torch.Tensor([1, double.NaN]))).Should().StartWith("TorchException: ");
        Refused(static () => Chart.Line(null!)).Should().StartWith("ArgumentNullException: ");
        Refused(static () => Chart.Line(Torch.Ones(2)).Save("picture.bmp"))
            .Should().StartWith("ArgumentException: A picture is written as .png or .svg, not as 'picture.bmp'.");
        Refused(static () => Chart.Line(Torch.Ones(2)).Save("picture.png", width: 0)).Should().StartWith("ArgumentOutOfRangeException: ");
    }

    private static string Refused(Action act)
    {
        try
        {
            act();
            return "no exception";
        }
        catch (Exception error)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }
}
