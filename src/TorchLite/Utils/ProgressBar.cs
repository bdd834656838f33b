using System.Collections;
using System.Globalization;

namespace TorchLite.Utils;

/// <summary>A sequence that tells how far a loop over it is: see <see cref="Torch.Utils.Progress"/>.</summary>
/// <typeparam name="T">What the sequence has.</typeparam>
/// <example><code>
/// var told = new StringWriter();
/// var steps = Torch.Utils.Progress(Enumerable.Range(1, 3), "training", writer: told);
/// foreach (var step in steps)
/// {
///     steps.Postfix = $"square {step * step}";
/// }
/// told.ToString().Split('[')[0]          // training: 3/3 (100%)
/// told.ToString().Split(']')[1].Trim()   // square 9
/// </code></example>
public sealed class ProgressBar<T> : IEnumerable<T>
{
    private const int BarWidth = 20;

    private static readonly TimeSpan OnTerminal = TimeSpan.FromSeconds(0.1), Elsewhere = TimeSpan.FromSeconds(10);

    private readonly IEnumerable<T> source;
    private readonly string description;
    private readonly long? total;
    private readonly TextWriter writer;
    private readonly bool isTerminal;
    private readonly TimeProvider clock;

    internal ProgressBar(IEnumerable<T> source, string description, long? total, TextWriter writer, bool isTerminal, TimeProvider clock)
    {
        (this.source, this.description, this.writer, this.isTerminal, this.clock) = (source, description, writer, isTerminal, clock);
        this.total = total ?? (source.TryGetNonEnumeratedCount(out var count) ? count : (source as IReadOnlyCollection<T>)?.Count);
    }

    /// <summary>What stands after the numbers, such as the loss; it is told with the next of them.</summary>
    public string Postfix { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        var begin = clock.GetTimestamp();
        var (done, last, width) = (0L, TimeSpan.Zero, 0);
        try
        {
            foreach (var item in source)
            {
                yield return item;
                done++;
                var now = clock.GetElapsedTime(begin);

                // A line tells of at least a fifth of the time before, so there are few of them however long it takes.
                if (now - last >= (isTerminal ? OnTerminal : last > Elsewhere * 4 ? last / 4 : Elsewhere))
                {
                    last = now;
                    width = Tell(done, now, width, isEnd: false);
                }
            }
        }
        finally
        {
            Tell(done, clock.GetElapsedTime(begin), width, isEnd: true);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Time(TimeSpan time) => time.TotalHours < 1
        ? time.ToString(@"mm\:ss", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private int Tell(long done, TimeSpan time, int before, bool isEnd)
    {
        var text = Text(done, time);
        if (!isTerminal)
        {
            writer.WriteLine(text);
            return 0;
        }

        // A line that is too long would be broken, and the next drawn below it; what was longer before is written over.
        var width = TerminalWidth();
        text = width > 1 && text.Length >= width ? text[..(width - 1)] : text;
        writer.Write('\r' + text.PadRight(before) + (isEnd ? writer.NewLine : ""));
        writer.Flush();
        return text.Length;
    }

    private string Text(long done, TimeSpan time)
    {
        var rate = done / Math.Max(time.TotalSeconds, 1e-9);
        var speed = done == 0 ? "?" : rate >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.#} it/s")
            : string.Create(CultureInfo.InvariantCulture, $"{1 / rate:0.#} s/it");
        var (head, of, left) = (description.Length > 0 ? description + ": " : "", "", "");
        if (total is > 0 and var all)
        {
            var part = Math.Min(1, (double)done / all);
            var filled = (int)(part * BarWidth);
            head += isTerminal ? $"[{new string('#', filled)}{new string('-', BarWidth - filled)}] " : "";
            of = string.Create(CultureInfo.InvariantCulture, $"/{all} ({Math.Floor(100 * part):0}%)");
            left = done == 0 || done >= all ? "" : $"<{Time(TimeSpan.FromSeconds(Math.Min(Math.Round((all - done) / rate), 1e9)))}";
        }

        return string.Create(CultureInfo.InvariantCulture, $"{head}{done}{of} [{Time(time)}{left}, {speed}] {Postfix}").TrimEnd();
    }
}
