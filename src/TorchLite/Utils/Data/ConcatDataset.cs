namespace TorchLite.Utils.Data;

/// <summary>Datasets one after the other: PyTorch's <c>ConcatDataset</c>.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <example><code>
/// var dataset = new ConcatDataset&lt;int&gt;([1, 2, 3], [40, 50]);
/// dataset.Count                                  // 5
/// dataset[3]                                     // 40
/// dataset[-1]                                    // 50
/// string.Join(" ", dataset.CumulativeSizes)      // 3 5
/// </code></example>
public sealed class ConcatDataset<T> : Dataset<T>
{
    private readonly IReadOnlyList<T>[] datasets;
    private readonly int[] ends;

    /// <summary>Puts datasets one after the other.</summary>
    /// <param name="datasets">The datasets.</param>
    /// <exception cref="ArgumentNullException">A dataset is null.</exception>
    /// <exception cref="TorchException">There is none.</exception>
    public ConcatDataset(params ReadOnlySpan<IReadOnlyList<T>> datasets)
    {
        if (datasets.Length == 0)
        {
            throw new TorchException("datasets should not be an empty iterable");
        }

        this.datasets = datasets.ToArray();
        ends = new int[datasets.Length];
        var end = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(datasets[i], nameof(datasets));
            ends[i] = end = checked(end + datasets[i].Count);
        }
    }

    /// <summary>The datasets.</summary>
    public IReadOnlyList<IReadOnlyList<T>> Datasets => datasets;

    /// <summary>How many items there are up to the end of each dataset: PyTorch's <c>cumulative_sizes</c>.</summary>
    public IReadOnlyList<int> CumulativeSizes => ends;

    /// <inheritdoc/>
    public override int Count => ends[^1];

    /// <summary>An item.</summary>
    /// <param name="index">Its number; a negative one counts from the end.</param>
    /// <exception cref="TorchValueException">It is negative, and there are not so many items.</exception>
    /// <exception cref="TorchIndexException">There are not so many items.</exception>
    public override T this[int index]
    {
        get
        {
            if (index < 0)
            {
                index += index >= -Count ? Count
                    : throw new TorchValueException("absolute value of index should not exceed dataset length");
            }

            if (index >= Count)
            {
                throw new TorchIndexException("list index out of range");
            }

            // Where it begins, or the first end behind it. Of empty datasets, which end where they begin, the last.
            var place = Array.BinarySearch(ends, index + 1);
            if (place < 0)
            {
                place = ~place;
            }

            while (place > 0 && ends[place - 1] > index)
            {
                place--;
            }

            return datasets[place][place == 0 ? index : index - ends[place - 1]];
        }
    }
}
