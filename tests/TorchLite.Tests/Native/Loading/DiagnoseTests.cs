using System.Globalization;
using TorchLite.Native.Loading;

namespace TorchLite.Tests.Native;

public class DiagnoseTests
{
    [Test]
    public void Each_line_is_a_name_and_a_value()
    {
        var lines = Torch.Diagnose().Split('\n');

        lines.Should().AllSatisfy(line => line.Should().MatchRegex(@"^\S.{0,17}: +\S"));
        lines.Select(line => line[..20].TrimEnd(' ', ':')).Should().Contain(
            ["TorchLite", "TorchSharp", "libtorch", "backend", "system", "runtime identifier", ".NET", "CUDA", "CUDA devices", "threads"]);
    }

    [Test]
    public void What_was_loaded_is_told_with_its_version()
    {
        var text = Torch.Diagnose();

        text.Should().Contain("TorchSharp:         0.107.0\n").And.Contain("libtorch:           2.10.0\n");
        text.Should().MatchRegex(@"\nlibrary: +\S.*torch_cpu");
        text.Should().NotContain("unknown (").And.NotContain("\nerror:");
    }

    [Test]
    public void The_text_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberDecimalSeparator = "!";
        strange.NumberFormat.NumberGroupSeparator = "?";
        strange.NumberFormat.NegativeSign = "~";
        try
        {
            var invariant = Torch.Diagnose();
            CultureInfo.CurrentCulture = strange;
            Torch.Diagnose().Should().Be(invariant);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void The_expected_version_is_that_of_TorchSharps_own_constant()
    {
        LibTorchVersion.Expected.Should().Be(new Version(2, 10, 0));
    }
}
