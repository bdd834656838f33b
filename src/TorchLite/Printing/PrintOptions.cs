namespace TorchLite;

/// <summary>
/// How tensors are printed: what <see cref="Torch.SetPrintoptions"/> sets and <see cref="Torch.GetPrintoptions"/> returns.
/// </summary>
/// <param name="Precision">The number of decimal places of real numbers.</param>
/// <param name="Threshold">The threshold: a tensor with more elements is printed with its edges only.</param>
/// <param name="Edgeitems">The number of elements shown at both ends of a dimension of such a tensor.</param>
/// <param name="Linewidth">Characters after which a line is broken.</param>
/// <param name="SciMode">Whether real numbers are printed as <c>1.0000e+00</c>; null: where their sizes ask for it.</param>
/// <example><code>
/// Torch.GetPrintoptions().Precision   // 4
/// </code></example>
public sealed record PrintOptions(int Precision, double Threshold, int Edgeitems, int Linewidth, bool? SciMode)
{
    internal static PrintOptions Default { get; } = new(Precision: 4, Threshold: 1000, Edgeitems: 3, Linewidth: 80, SciMode: null);
}

/// <summary>A set of print options under one name: the <c>profile</c> of PyTorch's <c>torch.set_printoptions</c>.</summary>
public enum PrintProfile
{
    /// <summary>4 digits, the edges (3 elements) of tensors of more than 1000 elements, lines of 80 characters: <c>default</c>.</summary>
    Default,

    /// <summary>As <see cref="Default"/> with 2 digits and edges of 2 elements: <c>short</c>.</summary>
    Short,

    /// <summary>As <see cref="Default"/>, with all elements of every tensor: <c>full</c>.</summary>
    Full,
}

/// <summary>A scope with other print options: see <see cref="Torch.Printoptions"/>.</summary>
/// <example><code>
/// using (Torch.Printoptions(precision: 2)) { Console.WriteLine(Torch.Tensor([1.0 / 3])); }   // tensor([0.33])
/// </code></example>
public sealed class PrintOptionsScope : IDisposable
{
    private PrintOptions? before;

    internal PrintOptionsScope(PrintOptions before) => this.before = before;

    /// <summary>Restores the previous options.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref before, null) is { } options)
        {
            Torch.PrintOptions = options;
        }
    }
}
