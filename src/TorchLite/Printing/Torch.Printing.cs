namespace TorchLite;

/// <content>The options of printing.</content>
public static partial class Torch
{
    // One reference to a set that never changes: who prints meanwhile on another thread sees the old set or the new one, never a mixture.
    private static volatile PrintOptions printOptions = PrintOptions.Default;

    internal static PrintOptions PrintOptions
    {
        get => printOptions;
        set => printOptions = value;
    }

    /// <summary>Sets how tensors are printed, in the whole program: PyTorch's <c>torch.set_printoptions()</c>.</summary>
    /// <param name="precision">The number of decimal places of real numbers; null: unchanged.</param>
    /// <param name="threshold">The threshold: a tensor with more elements is printed with its edges only; null: unchanged.</param>
    /// <param name="edgeitems">The number of elements shown at both ends of a dimension of such a tensor; null: unchanged.</param>
    /// <param name="linewidth">Characters after which a line is broken; null: unchanged.</param>
    /// <param name="profile">The profile to start from, replacing the previous options.</param>
    /// <param name="sciMode">
    /// Whether real numbers are printed as <c>1.0000e+00</c>; null: where their sizes ask for it, also when it was set before, as in
    /// PyTorch.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The precision, the threshold or the number of edge items is negative or not a number, or the profile is unknown.
    /// </exception>
    /// <example><code>
    /// Torch.SetPrintoptions(precision: 2, threshold: 5);
    /// Torch.Tensor([1.12345])   // tensor([1.12])
    /// Torch.Arange(10)          // tensor([0, 1, 2,  ..., 7, 8, 9])
    /// Torch.SetPrintoptions(profile: PrintProfile.Default);
    /// Torch.Tensor([1.12345])   // tensor([1.1235])
    /// </code></example>
    public static void SetPrintoptions(
        int? precision = null, double? threshold = null, int? edgeitems = null, int? linewidth = null, PrintProfile? profile = null,
        bool? sciMode = null)
    {
        if (precision is { } digits)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(digits, nameof(precision));
        }

        if (threshold is not null && !(threshold >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold must be a number that is not negative.");
        }

        if (edgeitems is { } items)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(items, nameof(edgeitems));
        }

        var start = profile switch
        {
            null => PrintOptions,
            PrintProfile.Default => PrintOptions.Default,
            PrintProfile.Short => PrintOptions.Default with { Precision = 2, Edgeitems = 2 },
            PrintProfile.Full => PrintOptions.Default with { Threshold = double.PositiveInfinity },
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "There is no such profile."),
        };
        PrintOptions = new PrintOptions(
            precision ?? start.Precision,
            threshold ?? start.Threshold,
            edgeitems ?? start.Edgeitems,
            linewidth ?? start.Linewidth,
            sciMode);
    }

    /// <summary>How tensors are printed now: PyTorch's <c>torch.get_printoptions()</c>.</summary>
    /// <returns>The options.</returns>
    /// <example><code>
    /// Torch.GetPrintoptions().Linewidth   // 80
    /// </code></example>
    public static PrintOptions GetPrintoptions() => PrintOptions;

    /// <summary>
    /// Sets how tensors are printed until the end of the <c>using</c>: the <c>with printoptions(…)</c> of PyTorch's
    /// <c>torch._tensor_str</c>. The options are the whole program's, as with <see cref="SetPrintoptions"/>.
    /// </summary>
    /// <param name="precision">The number of decimal places of real numbers; null: unchanged.</param>
    /// <param name="threshold">The threshold: a tensor with more elements is printed with its edges only; null: unchanged.</param>
    /// <param name="edgeitems">The number of elements shown at both ends of a dimension of such a tensor; null: unchanged.</param>
    /// <param name="linewidth">Characters after which a line is broken; null: unchanged.</param>
    /// <param name="profile">The profile to start from, replacing the previous options.</param>
    /// <param name="sciMode">Whether real numbers are printed as <c>1.0000e+00</c>; null: where their sizes ask for it.</param>
    /// <returns>The scope, for a <c>using</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The precision, the threshold or the number of edge items is negative or not a number, or the profile is unknown.
    /// </exception>
    /// <example><code>
    /// using (Torch.Printoptions(sciMode: true)) { Console.WriteLine(Torch.Tensor([0.5])); }   // tensor([5.0000e-01])
    /// Torch.Tensor([0.5])   // tensor([0.5000])
    /// </code></example>
    public static PrintOptionsScope Printoptions(
        int? precision = null, double? threshold = null, int? edgeitems = null, int? linewidth = null, PrintProfile? profile = null,
        bool? sciMode = null)
    {
        var before = PrintOptions;
        SetPrintoptions(precision, threshold, edgeitems, linewidth, profile, sciMode);
        return new PrintOptionsScope(before);
    }
}
