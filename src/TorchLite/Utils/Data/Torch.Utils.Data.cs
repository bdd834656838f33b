using System.Diagnostics.CodeAnalysis;
using TorchLite.Utils.Data;

namespace TorchLite;

/// <content>Functions for datasets and their loaders.</content>
public static partial class Torch
{
    public static partial class Utils
    {
        /// <summary>Functions for datasets and their loaders: PyTorch's <c>torch.utils.data</c>.</summary>
        /// <example><code>
        /// Torch.Utils.Data.DefaultCollate([1, 2, 3])   // tensor([1, 2, 3])
        /// </code></example>
        public static class Data
        {
            /// <summary>Splits a dataset at random into parts of given lengths: PyTorch's <c>random_split</c>.</summary>
            /// <typeparam name="T">An item.</typeparam>
            /// <param name="dataset">The dataset.</param>
            /// <param name="lengths">The lengths; where they sum up to 1, they are fractions, as in PyTorch.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns>The parts.</returns>
            /// <exception cref="ArgumentNullException">The dataset or the lengths are null.</exception>
            /// <exception cref="TorchValueException">
            /// The lengths do not sum up to that of the dataset, or one is negative.
            /// </exception>
            /// <example><code>
            /// var parts = Torch.Utils.Data.RandomSplit(["a", "b", "c", "d", "e"], [3, 2], generator: new Generator().ManualSeed(0));
            /// string.Join(" ", parts[0])   // e a b
            /// string.Join(" ", parts[1])   // d c
            /// </code></example>
            public static Subset<T>[] RandomSplit<T>(IReadOnlyList<T> dataset, IReadOnlyList<int> lengths, Generator? generator = null)
            {
                ArgumentNullException.ThrowIfNull(dataset);
                ArgumentNullException.ThrowIfNull(lengths);
                return lengths.Sum(static length => (long)length) == 1
                    ? RandomSplit(dataset, [.. lengths.Select(static length => (double)length)], generator)
                    : Split(dataset, lengths, generator);
            }

            /// <summary>Splits a dataset at random into parts of given fractions: PyTorch's <c>random_split</c>.</summary>
            /// <typeparam name="T">An item.</typeparam>
            /// <param name="dataset">The dataset.</param>
            /// <param name="lengths">
            /// The fractions of the whole, which sum up to 1. Each is rounded down; what is left over goes to the parts in turn, one each.
            /// </param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns>The parts. Where one is empty, a warning says so.</returns>
            /// <exception cref="ArgumentNullException">The dataset or the fractions are null.</exception>
            /// <exception cref="TorchValueException">A fraction is not between 0 and 1, or they do not sum up to 1.</exception>
            /// <example><code>
            /// Torch.Utils.Data.RandomSplit(new int[10], [0.75, 0.25])[0].Count   // 8
            /// </code></example>
            public static Subset<T>[] RandomSplit<T>(IReadOnlyList<T> dataset, IReadOnlyList<double> lengths, Generator? generator = null)
            {
                ArgumentNullException.ThrowIfNull(dataset);
                ArgumentNullException.ThrowIfNull(lengths);
                var sum = PythonSum(lengths);
                if (!(sum <= 1 && sum >= 1 - 1e-9))
                {
                    // Python takes them for lengths, which no fractions can be.
                    return lengths.All(static length => length == (int)length)
                        ? Split(dataset, [.. lengths.Select(static length => (int)length)], generator)
                        : throw new TorchValueException("Sum of input lengths does not equal the length of the input dataset!");
                }

                var parts = new int[lengths.Count];
                for (var i = 0; i < parts.Length; i++)
                {
                    parts[i] = lengths[i] is >= 0 and <= 1 ? (int)Math.Floor(dataset.Count * lengths[i])
                        : throw new TorchValueException($"Fraction at index {i} is not between 0 and 1");
                }

                var left = dataset.Count - parts.Sum();
                for (var i = 0; i < left; i++)
                {
                    parts[i % parts.Length]++;
                }

                for (var i = 0; i < parts.Length; i++)
                {
                    if (parts[i] == 0)
                    {
                        Warnings.Warn($"Length of split at index {i} is 0. This might result in an empty dataset.");
                    }
                }

                return Split(dataset, parts, generator);
            }

            /// <summary>
            /// Makes a batch of items that have the type of a batch themselves: PyTorch's <c>default_collate</c>. Tensors are stacked;
            /// tuples, records, lists and dictionaries of tensors are collated part by part.
            /// </summary>
            /// <typeparam name="T">
            /// A tensor; or a tuple, a record, an array, a list or a dictionary (by strings) of tensors; or a tuple or record of these.
            /// </typeparam>
            /// <param name="batch">The items.</param>
            /// <returns>The batch.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
            /// <exception cref="TorchIndexException">There is no item.</exception>
            /// <exception cref="TorchTypeException">Items of that type do not become a batch of the same type.</exception>
            /// <exception cref="TorchException">Tensors have not the same shape, or lists not the same length.</exception>
            /// <example><code>
            /// Torch.Utils.Data.DefaultCollate([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
            /// // tensor([[1, 2],
            /// //         [3, 4]])
            /// (Tensor X, Tensor Y) first = (Torch.Tensor(1), Torch.Tensor(0.5)), second = (Torch.Tensor(2), Torch.Tensor(0.25));
            /// Torch.Utils.Data.DefaultCollate([first, second]).Y                          // tensor([0.5000, 0.2500])
            /// Torch.Utils.Data.DefaultCollate([new Point(first.X, first.Y), new Point(second.X, second.Y)]).X   // tensor([1, 2])
            ///
            /// record Point(Tensor X, Tensor Y);
            /// </code></example>
            public static T DefaultCollate<[DynamicallyAccessedMembers(Collation.OfBatch)] T>(IReadOnlyList<T> batch) =>
                Collation<T, T>.Collate(batch);

            /// <summary>Makes a batch of items of another type: PyTorch's <c>default_collate</c>.</summary>
            /// <typeparam name="TItem">
            /// A tensor, a number, a string, or an array of numbers; a tuple, a record, a list or a dictionary (by strings) of these; or a
            /// tuple or record of those. What is declared as <c>object</c> is collated as what it is.
            /// </typeparam>
            /// <typeparam name="TBatch">
            /// The same with <see cref="TorchLite.Tensor"/> in the place of tensors, numbers and arrays of numbers, and <c>string[]</c> in
            /// that of strings.
            /// </typeparam>
            /// <param name="batch">The items.</param>
            /// <returns>
            /// The batch. Of numbers the tensor has their type, but <c>int</c> is int64, as Python's; arrays of numbers are NumPy's, and
            /// keep it.
            /// </returns>
            /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
            /// <exception cref="TorchIndexException">There is no item.</exception>
            /// <exception cref="TorchTypeException">Items of the one type do not become a batch of the other.</exception>
            /// <exception cref="TorchException">Tensors have not the same shape, or lists not the same length.</exception>
            /// <exception cref="KeyNotFoundException">A dictionary has not all keys of the first.</exception>
            /// <example><code>
            /// (float X, int Y, string Name)[] items = [(1.5f, 1, "a"), (2.5f, 2, "b")];
            /// var (x, y, name) = Torch.Utils.Data.DefaultCollate&lt;(float, int, string), (Tensor, Tensor, string[])&gt;(items);
            /// x                       // tensor([1.5000, 2.5000])
            /// y                       // tensor([1, 2])
            /// string.Join(" ", name)  // a b
            /// </code></example>
            public static TBatch DefaultCollate<
                [DynamicallyAccessedMembers(Collation.OfItem)] TItem, [DynamicallyAccessedMembers(Collation.OfBatch)] TBatch>(
                IReadOnlyList<TItem> batch) => Collation<TItem, TBatch>.Collate(batch);

            /// <summary>Makes an int64 tensor of numbers, which are Python's <c>int</c>: PyTorch's <c>default_collate</c>.</summary>
            /// <param name="batch">The numbers.</param>
            /// <returns>The tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
            /// <exception cref="TorchIndexException">There is none.</exception>
            public static Tensor DefaultCollate(IReadOnlyList<int> batch) => Collation<int, Tensor>.Collate(batch);

            /// <summary>Makes an int64 tensor of numbers: PyTorch's <c>default_collate</c>.</summary>
            /// <param name="batch">The numbers.</param>
            /// <returns>The tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
            /// <exception cref="TorchIndexException">There is none.</exception>
            public static Tensor DefaultCollate(IReadOnlyList<long> batch) => Collation<long, Tensor>.Collate(batch);

            /// <summary>Makes a float32 tensor of numbers: PyTorch's <c>default_collate</c> of NumPy's float32.</summary>
            /// <param name="batch">The numbers.</param>
            /// <returns>The tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
            /// <exception cref="TorchIndexException">There is none.</exception>
            public static Tensor DefaultCollate(IReadOnlyList<float> batch) => Collation<float, Tensor>.Collate(batch);

            /// <summary>
            /// Makes a float64 tensor of numbers, which are Python's <c>float</c>: PyTorch's <c>default_collate</c>.
            /// </summary>
            /// <param name="batch">The numbers.</param>
            /// <returns>The tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
            /// <exception cref="TorchIndexException">There is none.</exception>
            public static Tensor DefaultCollate(IReadOnlyList<double> batch) => Collation<double, Tensor>.Collate(batch);

            /// <summary>The item as a batch without a collate function has it, which is itself: PyTorch's <c>default_convert</c>.</summary>
            /// <typeparam name="T">Any type.</typeparam>
            /// <param name="data">The item.</param>
            /// <returns>The item.</returns>
            /// <example><code>
            /// Torch.Utils.Data.DefaultConvert("text")         // text
            /// Torch.Utils.Data.DefaultConvert(new[] { 1f })   // tensor([1.])
            /// </code></example>
            public static T DefaultConvert<T>(T data) => data;

            /// <summary>The tensor with the memory of an array: PyTorch's <c>default_convert</c> of NumPy's arrays.</summary>
            /// <typeparam name="T">A type of numbers.</typeparam>
            /// <param name="data">The array.</param>
            /// <returns>A tensor that shares its memory where that can be, as <see cref="AsTensor(Array, DType?, Device?)"/>.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
            public static Tensor DefaultConvert<T>(T[] data)
                where T : unmanaged => AsTensor(data);

            /// <summary>Which worker of a loader this thread is: PyTorch's <c>get_worker_info</c>.</summary>
            /// <returns>The worker; null on a thread that is none.</returns>
            /// <example><code>
            /// Torch.Utils.Data.GetWorkerInfo() is null   // True
            /// var asked = new DataLoader&lt;int, Tensor&gt;(
            ///     [1, 2], numWorkers: 2, collateFn: _ => Torch.Tensor(Torch.Utils.Data.GetWorkerInfo()!.Id));
            /// string.Join(" ", asked.Select(id => id.Item()))   // 0 1
            /// </code></example>
            public static WorkerInfo? GetWorkerInfo() => WorkerInfo.Current;

            private static Subset<T>[] Split<T>(IReadOnlyList<T> dataset, IReadOnlyList<int> lengths, Generator? generator)
            {
                if (lengths.Sum(static length => (long)length) != dataset.Count)
                {
                    throw new TorchValueException("Sum of input lengths does not equal the length of the input dataset!");
                }

                // Python makes parts of it that overlap.
                if (lengths.Any(static length => length < 0))
                {
                    throw new TorchValueException($"lengths should not be negative, but got {string.Join(", ", lengths)}");
                }

                var order = Draws.Permutation(dataset.Count, generator);
                var start = 0;
                return [.. lengths.Select(length => new Subset<T>(dataset, order[start..(start += length)]))];
            }

            // Compensated, as Python sums: three tenths, six tenths and a tenth are 1.
            private static double PythonSum(IReadOnlyList<double> numbers)
            {
                double sum = 0, lost = 0;
                foreach (var number in numbers)
                {
                    var next = sum + number;
                    lost += Math.Abs(sum) >= Math.Abs(number) ? sum - next + number : number - next + sum;
                    sum = next;
                }

                return sum + lost;
            }
        }
    }
}
