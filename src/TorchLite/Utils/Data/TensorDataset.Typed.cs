using System.Diagnostics.CodeAnalysis;

namespace TorchLite.Utils.Data;

/// <summary>
/// Tensors whose rows are the items: PyTorch's <c>TensorDataset</c> for one tensor, or three and more, or with names for them;
/// <see cref="TensorDataset"/> is that of two.
/// </summary>
/// <typeparam name="T">A tensor, a tuple of tensors, or a record of them.</typeparam>
/// <remarks>A loader takes a whole batch of it at once, by <see cref="Tensor.IndexSelect"/>.</remarks>
/// <example><code>
/// var (x, y, weight) = (Torch.Arange(6).View(3, 2), Torch.Tensor([0, 1, 0]), Torch.Ones(3));
/// var dataset = new TensorDataset&lt;(Tensor X, Tensor Y, Tensor Weight)&gt;((x, y, weight));
/// dataset[1].X                              // tensor([2, 3])
/// dataset.GetBatch([2, 0]).X
/// // tensor([[4, 5],
/// //         [0, 1]])
/// new TensorDataset&lt;Tensor&gt;(x)[0]           // tensor([0, 1])
/// dataset.Tensors.Y                         // tensor([0, 1, 0])
/// </code></example>
public class TensorDataset<[DynamicallyAccessedMembers(Collation.OfBatch)] T> : Dataset<T>, IBatchDataset<T>
    where T : notnull
{
    private readonly Collation form;
    private readonly Tensor first;

    /// <summary>A dataset of tensors, which are not copied.</summary>
    /// <param name="tensors">Tensors of the same number of rows, which is their first dimension.</param>
    /// <exception cref="ArgumentNullException">There is no tensor.</exception>
    /// <exception cref="TorchTypeException"><typeparamref name="T"/> is no tensor, and neither a tuple nor a record of tensors.</exception>
    /// <exception cref="TorchException">They have not the same number of rows, or no dimension.</exception>
    public TensorDataset(T tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        form = Collation.Required(typeof(T), typeof(T));
        var all = new List<Tensor>();
        form.Map(tensors, tensor =>
        {
            ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
            all.Add(tensor);
            return tensor;
        });
        first = all[0];
        if (all.Exists(tensor => tensor.Size(0) != first.Size(0)))
        {
            throw new TorchException("Size mismatch between tensors");
        }

        Tensors = tensors;
    }

    /// <summary>The tensors.</summary>
    public T Tensors { get; }

    /// <inheritdoc/>
    public override int Count => checked((int)first.Size(0));

    /// <summary>A row of each tensor, as views.</summary>
    /// <param name="index">The number of the row; a negative one counts from the end.</param>
    /// <exception cref="TorchIndexException">There is no such row.</exception>
    public override T this[int index] => (T)form.Map(Tensors, tensor => tensor[index]);

    /// <summary>Some rows of each tensor, copied into new ones.</summary>
    /// <param name="indices">The numbers of the rows; negative ones count from the end.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indices"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such row.</exception>
    public T GetBatch(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        using var rows = new BatchRows(indices, Count);
        return (T)form.Map(Tensors, rows.Of);
    }
}
