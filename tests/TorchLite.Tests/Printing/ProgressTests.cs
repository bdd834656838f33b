using System.Globalization;
using TorchLite.Utils;

namespace TorchLite.Tests.Printing;

public sealed class ProgressTests
{
    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    [Test]
    public void A_short_loop_tells_one_line_where_there_is_no_terminal() =>
        Lines(Enumerable.Range(0, 100).ToArray(), 0.05, isTerminal: false)
            .Should().Equal("epoch 1: 100/100 (100%) [00:05, 20 it/s] loss 0.01");

    [Test]
    public void A_long_loop_tells_a_line_now_and_then() =>
        Lines(Enumerable.Range(0, 100).ToArray(), 3, isTerminal: false)[..3].Should().Equal(
            "epoch 1: 4/100 (4%) [00:12<04:48, 3 s/it] loss 0.25",
            "epoch 1: 8/100 (8%) [00:24<04:36, 3 s/it] loss 0.12",
            "epoch 1: 12/100 (12%) [00:36<04:24, 3 s/it] loss 0.08");

    [Test]
    public void A_log_of_days_has_few_lines() =>
        Lines(Enumerable.Range(0, 100_000).ToArray(), 5, isTerminal: false).Should().HaveCountLessThan(60)
            .And.EndWith("epoch 1: 100000/100000 (100%) [138:53:20, 5 s/it] loss 0.00");

    [Test]
    public void On_a_terminal_it_is_a_bar_in_one_line()
    {
        var told = Told(Enumerable.Range(0, 4).ToArray(), 0.5, isTerminal: true);
        told.Split('\r')[1..].Should().Equal(
            "epoch 1: [#####---------------] 1/4 (25%) [00:00<00:02, 2 it/s] loss 1.00",
            "epoch 1: [##########----------] 2/4 (50%) [00:01<00:01, 2 it/s] loss 0.50",
            "epoch 1: [###############-----] 3/4 (75%) [00:01<00:00, 2 it/s] loss 0.33",
            "epoch 1: [####################] 4/4 (100%) [00:02, 2 it/s] loss 0.25     ",
            "epoch 1: [####################] 4/4 (100%) [00:02, 2 it/s] loss 0.25\n");
    }

    [Test]
    public void A_bar_is_drawn_ten_times_a_second() =>
        Told(Enumerable.Range(0, 1000).ToArray(), 0.001, isTerminal: true).Count('\r').Should().Be(11);

    [Test]
    public void Without_a_number_of_all_it_counts() =>
        Lines(Enumerable.Range(0, 7).Where(static i => i >= 0), 1, isTerminal: false)
            .Should().Equal("epoch 1: 7 [00:07, 1 it/s] loss 0.14");

    [Test]
    public void The_number_of_all_may_be_said() =>
        Lines(Enumerable.Range(0, 7).Where(static i => i >= 0), 1, isTerminal: false, total: 14)
            .Should().Equal("epoch 1: 7/14 (50%) [00:07<00:07, 1 it/s] loss 0.14");

    [Test]
    public void A_loop_that_is_left_says_how_far_it_came()
    {
        var (told, clock) = (new StringWriter { NewLine = "\n" }, new Clock());
        foreach (var i in new ProgressBar<int>([1, 2, 3, 4], "", null, told, false, clock))
        {
            clock.Now += TimeSpan.FromSeconds(1);
            if (i == 3)
            {
                break;
            }
        }

        told.ToString().Should().Be("2/4 (50%) [00:03<00:03, 1.5 s/it]\n");
    }

    [Test]
    public void Nothing_is_nothing() => Lines([], 1, isTerminal: false).Should().Equal("epoch 1: 0 [00:00, ?]");

    [Test]
    [SetCulture("de-DE")]
    public void Numbers_are_the_same_under_every_culture() =>
        Lines(Enumerable.Range(0, 3).ToArray(), 0.4, isTerminal: false)
            .Should().Equal("epoch 1: 3/3 (100%) [00:01, 2.5 it/s] loss 0.33");

    [Test]
    public void Where_errors_go_elsewhere_the_output_is_untouched()
    {
        var (output, error) = (Console.Out, Console.Error);
        try
        {
            using var written = new StringWriter();
            using var told = new StringWriter();
            Console.SetOut(written);
            Console.SetError(told);
            Torch.Utils.Progress([1, 2, 3], "three").Sum().Should().Be(6);
            written.ToString().Should().BeEmpty();
            told.ToString().Should().Contain("three: ").And.Contain("3/3 (100%)");
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static string[] Lines(IEnumerable<int> source, double seconds, bool isTerminal, long? total = null) =>
        Told(source, seconds, isTerminal, total).TrimEnd('\n').Split('\n');

    private static string Told(IEnumerable<int> source, double seconds, bool isTerminal, long? total = null)
    {
        var (told, clock) = (new StringWriter { NewLine = "\n" }, new Clock());
        var bar = new ProgressBar<int>(source, "epoch 1", total, told, isTerminal, clock);
        foreach (var i in bar)
        {
            clock.Now += TimeSpan.FromSeconds(seconds);
            bar.Postfix = string.Create(CultureInfo.InvariantCulture, $"loss {1.0 / (i + 1):F2}");
        }

        return told.ToString();
    }
}
