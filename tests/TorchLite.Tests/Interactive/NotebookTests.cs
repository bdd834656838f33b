using System.Text.RegularExpressions;
using TorchLite.Interactive;

namespace TorchLite.Tests.Interactive;

/// <summary>What notebooks show.</summary>
public sealed partial class NotebookTests
{
    [Test]
    public void A_matrix_shows_as_a_table_of_the_numbers_that_PyTorch_prints()
    {
        var html = Torch.Tensor([[1.5, 2.25], [-3.0, 100.0]]).ToHtml();

        Cells(html).Should().Equal("1.5000 2.2500", "-3.0000 100.0000");
        html.Should().Contain("<caption style=\"text-align:left;white-space:nowrap\">torch.Size([2, 2]) · torch.float32 · cpu</caption>");
    }

    [Test]
    public void A_vector_is_a_row_and_a_number_a_cell()
    {
        Cells(Torch.Tensor([true, false]).ToHtml()).Should().Equal("True False");
        Cells(Torch.Tensor(2.5).ToHtml()).Should().Equal("2.5000");
        Cells(Torch.Tensor(3, DType.Int16).ToHtml()).Should().Equal("3");
        Cells(Torch.Complex(Torch.Tensor([1.0]), Torch.Tensor([-2.0])).ToHtml()).Should().Equal("1.-2.j");
    }

    [Test]
    public void A_large_one_shows_its_edges()
    {
        Cells(Torch.Arange(10_000).View(100, 100).ToHtml()).Should().Equal(
            "0 1 2 ... 97 98 99", "100 101 102 ... 197 198 199", "200 201 202 ... 297 298 299", "...",
            "9700 9701 9702 ... 9797 9798 9799", "9800 9801 9802 ... 9897 9898 9899", "9900 9901 9902 ... 9997 9998 9999");
        Cells(Torch.Arange(2000).ToHtml()).Should().Equal("0 1 2 ... 1997 1998 1999");
    }

    [Test]
    public void More_dimensions_none_and_no_elements_stand_as_text()
    {
        Torch.Zeros(1, 1, 2).ToHtml().Should().EndWith("<pre style=\"overflow-x:auto\">tensor([[[0., 0.]]])</pre>");
        Torch.Zeros(0, 2).ToHtml().Should().EndWith("<pre style=\"overflow-x:auto\">tensor([], size=(0, 2))</pre>");
        Torch.Empty([2], device: "meta").ToHtml().Should().EndWith("<pre style=\"overflow-x:auto\">tensor(..., device=&#39;meta&#39;, size=(2,))</pre>");
    }

    [Test]
    public void A_vector_that_is_too_long_for_a_row_stands_as_text_which_has_lines()
    {
        var x = Torch.Arange(21);

        x[..20].ToHtml().Should().StartWith("<table");
        x.ToHtml().Should().EndWith($">{x}</pre>");
    }

    [Test]
    public void An_image_fits_its_page_and_shows_its_pixels_only_where_it_is_enlarged()
    {
        Torch.Rand(2, 2).ToImage(scale: 2).ToHtml().Should().EndWith("style=\"max-width:100%;image-rendering:pixelated\">");
        Chart.Line(Torch.Ones(2)).ToHtml().Should().EndWith("style=\"max-width:100%\">");
    }

    [Test]
    public void A_gradient_is_told_of()
    {
        var w = Torch.Ones(2, requiresGrad: true);

        w.ToHtml().Should().Contain("cpu · requires_grad</caption>");
        (w * 2).ToHtml().Should().Contain("cpu · &lt;MulBackward0&gt;</caption>");
    }

    [Test]
    public void An_image_has_the_pixels_of_the_tensor()
    {
        var levels = Torch.Tensor([[0.0, 0.5], [1.0, 2.0]]);

        var image = levels.ToImage(scale: 8);

        (image.Width, image.Height).Should().Be((2, 2));
        var read = TorchVision.IO.DecodeImage(image.Png);
        read.Equal(Torch.Tensor([[0, 128], [255, 255]], dtype: DType.Uint8).Expand(3, 2, 2)).Should().BeTrue();
        image.ToHtml().Should().StartWith("<img src=\"data:image/png;base64,iVBOR").And.Contain("width=\"16\"");
    }

    [Test]
    public void Bytes_are_as_they_are_and_many_images_stand_side_by_side()
    {
        TorchVision.IO.DecodeImage(Torch.Full([3, 2, 2], 7, dtype: DType.Uint8).ToImage().Png).Max().Item<int>().Should().Be(7);
        var many = Torch.Zeros(100, 1, 8, 8).ToImage();
        (many.Width, many.Height).Should().Be((82, 82), "the first 64 are shown, eight in a row");
    }

    [Test]
    public void What_is_no_image_is_refused() =>
        Torch.Zeros(5, 8, 8).Invoking(static x => x.ToImage()).Should().Throw<TorchException>().WithMessage("an image is *[5, 8, 8]*");

    [Test]
    public void A_chart_is_an_image() =>
        Chart.Line(Torch.Arange(9).Sin()).ToHtml(width: 320, height: 200).Should().StartWith("<img src=\"data:image/png").And.Contain("width=\"320\"");

    private static IEnumerable<string> Cells(string html) =>
        Row().Matches(html).Select(static row => string.Join(' ', Cell().Matches(row.Value).Select(static cell => cell.Groups[1].Value)));

    [GeneratedRegex("<tr>.*?</tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<td>(.*?)</td>")]
    private static partial Regex Cell();
}
