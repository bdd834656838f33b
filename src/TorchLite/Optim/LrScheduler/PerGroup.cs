using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TorchLite.Optim.LrScheduler;

/// <summary>A number for all groups of an optimizer, or one for each: <c>maxLr: 0.1</c> or <c>maxLr: [0.1, 0.2]</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new([new Parameter(Torch.Ones(1))]), new([new Parameter(Torch.Ones(1))])], momentum: 0.9);
/// var scheduler = new CyclicLR(sgd, baseLr: 0, maxLr: [1.0, 2.0], stepSizeUp: 4);
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 0.25
/// scheduler.GetLastLr()[1]   // 0.5
/// </code></example>
[CollectionBuilder(typeof(PerGroup), nameof(Create))]
public readonly struct PerGroup
{
    private readonly double[]? values;

    private PerGroup(double[] values, bool isOne) => (this.values, IsOne) = (values, isOne);

    /// <summary>Whether it is one number, and not a list.</summary>
    internal bool IsOne { get; }

    internal double[] Values => values ?? [];

    /// <summary>Creates the list from a collection expression.</summary>
    /// <param name="values">The numbers, in the order of the groups.</param>
    /// <returns>The list.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static PerGroup Create(ReadOnlySpan<double> values) => new(values.ToArray(), isOne: false);

    /// <summary>Enumerates the numbers.</summary>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)Values).GetEnumerator();

    /// <summary>Converts one number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The number for each group.</returns>
    public static implicit operator PerGroup(double value) => new([value], isOne: true);

    // From a span, so that null stays null: see Dims.

    /// <summary>Converts an array or a span of numbers.</summary>
    /// <param name="values">The numbers, in the order of the groups.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public static implicit operator PerGroup(ReadOnlySpan<double> values) =>
        (PerGroup?)values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>Converts an array or a span of numbers, which may be null.</summary>
    /// <param name="values">The numbers; null is allowed.</param>
    /// <returns>The list; null for null.</returns>
    public static implicit operator PerGroup?(ReadOnlySpan<double> values) => values.IsNull() ? null : Create(values);

    /// <summary>One for each group of an optimizer.</summary>
    internal double[] For(Optimizer optimizer, string name)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        var count = optimizer.ParamGroups.Count;
        return IsOne ? [.. Enumerable.Repeat(Values[0], count)]
            : Values.Length == count ? [.. Values]
            : throw new TorchValueException(
                $"{name} must have the same length as optimizer.param_groups. {name} has {Values.Length} values, "
                + $"param_groups has {count}.");
    }
}
