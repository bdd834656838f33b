using System.Runtime.CompilerServices;

namespace TorchLite.Vision.Transforms;

/// <summary>What pixels from outside an image are: one number, or one for each channel.</summary>
/// <example><code>
/// Fill gray = 0.5;
/// Fill red = [1.0, 0, 0];
/// gray   // 0.5
/// red    // (1, 0, 0)
/// </code></example>
[CollectionBuilder(typeof(Fill), nameof(Create))]
public readonly struct Fill
{
    private readonly double[]? channels;
    private readonly double number;

    private Fill(double number, double[]? channels) => (this.number, this.channels) = (number, channels);

    internal double[] Values => channels ?? [number];

    /// <summary>One number for each channel: what a collection expression makes.</summary>
    /// <param name="channels">The numbers.</param>
    /// <returns>The fill.</returns>
    /// <example><code>
    /// Fill.Create([0.1, 0.2, 0.3])   // (0.1, 0.2, 0.3)
    /// </code></example>
    public static Fill Create(ReadOnlySpan<double> channels) => new(0, channels.ToArray());

    /// <summary>The numbers in their order.</summary>
    /// <returns>The numbers.</returns>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)Values).GetEnumerator();

    /// <summary>The same number for every channel.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The fill.</returns>
    public static implicit operator Fill(double number) => new(number, null);

    /// <summary>The fill as Python would write it.</summary>
    /// <returns>The string.</returns>
    public override string ToString() =>
        channels is null ? PythonForm.Given([number])[1..^1] : PythonForm.Given(channels);
}
