namespace TorchLite.Utils.Data;

/// <summary>
/// Two tensors whose rows are the items, mostly what a network is given and what it shall answer: PyTorch's <c>TensorDataset</c>. Of
/// another number of tensors there is <see cref="TensorDataset{T}"/>.
/// </summary>
/// <param name="x">The first tensor, which is not copied.</param>
/// <param name="y">The second, of as many rows.</param>
/// <exception cref="ArgumentNullException">A tensor is null.</exception>
/// <exception cref="TorchException">They have not the same number of rows, or no dimension.</exception>
/// <example><code>
/// var dataset = new TensorDataset(Torch.Arange(10), Torch.Arange(10) * 2);
/// dataset.Count    // 10
/// var (x, y) = dataset[3];
/// y                // tensor(6)
/// foreach (var (xs, ys) in new DataLoader&lt;(Tensor X, Tensor Y)&gt;(dataset, batchSize: 4))
///     Console.WriteLine(ys);
/// // tensor([0, 2, 4, 6])
/// // tensor([ 8, 10, 12, 14])
/// // tensor([16, 18])
/// </code></example>
public sealed class TensorDataset(Tensor x, Tensor y) : TensorDataset<(Tensor X, Tensor Y)>((NotNull(x), NotNull(y)));
