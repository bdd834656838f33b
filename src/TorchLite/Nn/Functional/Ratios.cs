using System.ComponentModel;
using System.Runtime.CompilerServices;
using TorchLite.Printing;

namespace TorchLite;

/// <summary>
/// One ratio, or one for each spatial dimension, as PyTorch's <c>scale_factor</c> and <c>output_ratio</c> take them:
/// <c>scaleFactor: 2</c> or <c>scaleFactor: [2, 1.5]</c>.
/// </summary>
/// <example><code>
/// Torch.Nn.Functional.Interpolate(Torch.Ones(1, 1, 2, 4), scaleFactor: 2).Shape          // torch.Size([1, 1, 4, 8])
/// Torch.Nn.Functional.Interpolate(Torch.Ones(1, 1, 2, 4), scaleFactor: [2, 1.5]).Shape   // torch.Size([1, 1, 4, 6])
/// </code></example>
[CollectionBuilder(typeof(Ratios), nameof(Create))]
public readonly struct Ratios
{
    private readonly double[]? values;

    private Ratios(double[] values, bool isOne) => (this.values, IsOne) = (values, isOne);

    /// <summary>Whether it is one number, and not a list.</summary>
    internal bool IsOne { get; }

    internal double[] Values => values ?? [];

    /// <summary>Creates the list from a collection expression.</summary>
    /// <param name="ratios">The ratios.</param>
    /// <returns>The list.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Ratios Create(ReadOnlySpan<double> ratios) => new(ratios.ToArray(), isOne: false);

    /// <summary>Enumerates the ratios.</summary>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)Values).GetEnumerator();

    /// <summary>Converts one ratio.</summary>
    /// <param name="ratio">The ratio.</param>
    /// <returns>The ratio for each dimension.</returns>
    public static implicit operator Ratios(double ratio) => new([ratio], isOne: true);

    // From a span, so that null stays null: see Dims.

    /// <summary>Converts an array or a span of ratios.</summary>
    /// <param name="ratios">The ratios.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public static implicit operator Ratios(ReadOnlySpan<double> ratios) =>
        (Ratios?)ratios ?? throw new ArgumentNullException(nameof(ratios));

    /// <summary>Converts an array or a span of ratios, which may be null.</summary>
    /// <param name="ratios">The ratios; null is allowed.</param>
    /// <returns>The list; null for null.</returns>
    public static implicit operator Ratios?(ReadOnlySpan<double> ratios) => ratios.IsNull() ? null : Create(ratios);

    /// <summary>As Python prints them: <c>0.5</c> or <c>(0.5, 0.4)</c>.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => IsOne ? PythonText.Of(Values[0]) : PythonText.Tuple(Values.Cast<object?>());

    /// <summary>One for each of so many dimensions.</summary>
    internal double[] For(int dims) => IsOne ? [.. Enumerable.Repeat(Values[0], dims)] : Values;
}
