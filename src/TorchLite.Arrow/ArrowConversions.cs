using Apache.Arrow;
using TorchLite.Interop;

namespace TorchLite;

/// <summary>
/// Columns of Apache Arrow as tensors, in the same memory: what <c>torch.from_dlpack(array)</c> and <c>array.to_numpy()</c> of pyarrow are
/// for in Python.
/// </summary>
/// <example><code>
/// using Apache.Arrow;
///
/// FloatArray array = new FloatArray.Builder().AppendRange([1.5f, 2.5f, 3.5f]).Build();
/// Tensor tensor = Torch.FromArrow(array);
/// tensor                                          // tensor([1.5000, 2.5000, 3.5000])
/// ((Int64Array)Torch.Arange(3).ToArrow()).Values[2]   // 2
/// </code></example>
public static class ArrowConversions
{
    /// <summary>Members of <see cref="Torch"/>.</summary>
    extension(Torch)
    {
        /// <summary>A tensor in the memory of an Arrow array.</summary>
        /// <remarks>
        /// <para>
        /// The tensor keeps the memory, also when the array is disposed. Arrow's arrays are not to be written to, so do not write to the
        /// tensor; clone it first. Bools are bits in Arrow, and are copied, as is what does not lie at a multiple of its size.
        /// </para>
        /// <para>
        /// A batch that was read from a stream is different: Arrow holds its memory by the batch, which can not be disposed as long as
        /// there are tensors of it (<see cref="InvalidOperationException"/>). It need not be disposed; and with
        /// <see cref="ArrowAllocator"/> it may be.
        /// </para>
        /// </remarks>
        /// <param name="array">
        /// Integers, floating-point numbers or bools, or lists of them that are all of one size; a slice too.
        /// </param>
        /// <returns>A tensor of one dimension; of one more where there are lists.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="array"/> is null.</exception>
        /// <exception cref="TorchTypeException">No dtype holds the array's type.</exception>
        /// <exception cref="TorchValueException">There are nulls, or the array says it has more elements than it has.</exception>
        /// <exception cref="ObjectDisposedException">The array is disposed.</exception>
        /// <example><code>
        /// using Apache.Arrow;
        ///
        /// var array = new Int32Array.Builder().AppendRange([1, 2, 3, 4]).Build();
        /// Torch.FromArrow(array.Slice(1, 2))                                   // tensor([2, 3], dtype=torch.int32)
        /// Torch.FromArrow(new Int32Array.Builder().Append(1).AppendNull().Build())
        /// // TorchValueException: the Arrow array has 1 nulls, which no tensor has
        /// </code></example>
        public static Tensor FromArrow(IArrowArray array)
        {
            ArgumentNullException.ThrowIfNull(array);
            return ArrowMemory.Tensor(array.Data);
        }

        /// <summary>A tensor of the arrays that a column has: in their memory where it is one, else a copy.</summary>
        /// <param name="array">The arrays, such as <c>table.Column(0).Data</c>.</param>
        /// <returns>A tensor of one dimension; of one more where there are lists.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="array"/> is null.</exception>
        /// <exception cref="TorchTypeException">No dtype holds the arrays' type.</exception>
        /// <exception cref="TorchValueException">There are nulls.</exception>
        /// <exception cref="ObjectDisposedException">An array is disposed.</exception>
        /// <example><code>
        /// using Apache.Arrow;
        ///
        /// IArrowArray Part(params int[] numbers) => new Int32Array.Builder().AppendRange(numbers).Build();
        /// Torch.FromArrow(new ChunkedArray(new List&lt;IArrowArray> { Part(1, 2), Part(3) }))   // tensor([1, 2, 3], dtype=torch.int32)
        /// </code></example>
        public static Tensor FromArrow(ChunkedArray array)
        {
            ArgumentNullException.ThrowIfNull(array);
            if (array.ArrayCount == 1)
            {
                return Torch.FromArrow(array.ArrowArray(0));
            }

            var parts = new Tensor[array.ArrayCount];
            try
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    parts[i] = Torch.FromArrow(array.ArrowArray(i));
                }

                return Torch.Cat(parts);
            }
            finally
            {
                System.Array.ForEach(parts, static part => part?.Dispose());
            }
        }

        /// <summary>A tensor of each column of a batch.</summary>
        /// <param name="batch">The batch.</param>
        /// <param name="columns">The names of the columns, in this order; null: all columns.</param>
        /// <returns>The tensors by the names of the columns, each in the memory of its column.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="batch"/> or a name is null.</exception>
        /// <exception cref="KeyNotFoundException">
        /// The batch has no column of one of the names, or more than one; the message names it.
        /// <c>Torch.FromArrow(batch.Column(2))</c> takes one by its number.
        /// </exception>
        /// <exception cref="TorchTypeException">No dtype holds the type of a column; the message names it.</exception>
        /// <exception cref="TorchValueException">A column has nulls; the message names it.</exception>
        /// <exception cref="ObjectDisposedException">The batch is disposed.</exception>
        /// <example><code>
        /// using Apache.Arrow;
        ///
        /// var batch = new RecordBatch.Builder()
        ///     .Append("a", false, new DoubleArray.Builder().AppendRange([0.5, 1.5]).Build())
        ///     .Append("b", false, new DoubleArray.Builder().AppendRange([2.0, 3.0]).Build())
        ///     .Append("y", false, new Int64Array.Builder().AppendRange([1, 0]).Build())
        ///     .Build();
        /// var columns = Torch.FromArrow(batch);
        /// string.Join(" ", columns.Keys)   // a b y
        /// var dataset = new TensorDataset(Torch.Stack([columns["a"], columns["b"]], dim: 1).Float(), columns["y"]);
        /// dataset[1].X                     // tensor([1.5000, 3.0000])
        /// </code></example>
        public static OrderedDictionary<string, Tensor> FromArrow(RecordBatch batch, IReadOnlyList<string>? columns = null)
        {
            ArgumentNullException.ThrowIfNull(batch);
            var places = batch.Schema.FieldsList.Index()
                .ToLookup(static one => one.Item.Name, static one => one.Index, StringComparer.Ordinal);
            var tensors = new OrderedDictionary<string, Tensor>();
            foreach (var name in columns ?? [.. batch.Schema.FieldsList.Select(static field => field.Name)])
            {
                ArgumentNullException.ThrowIfNull(name, nameof(columns));
                int[] all = [.. places[name]];
                if (all.Length > 1)
                {
                    throw new KeyNotFoundException($"the batch has {all.Length} columns '{name}'");
                }

                // What a broken file says that it has need not be there.
                tensors[name] = all is [var only] && only < batch.ColumnCount
                    ? ArrowMemory.Tensor(batch.Column(only).Data, $"column '{name}'")
                    : throw new KeyNotFoundException($"the batch has no column '{name}'");
            }

            return tensors;
        }
    }

    /// <summary>Members of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    extension(Tensor tensor)
    {
        /// <summary>An Arrow array in the memory of the tensor; of bools, a copy, as they are bits in Arrow.</summary>
        /// <remarks>
        /// The array keeps the memory, also when the tensor is disposed. A tensor that is not contiguous is copied. One of two dimensions
        /// becomes an array of lists of one size.
        /// </remarks>
        /// <returns>A new array.</returns>
        /// <exception cref="TorchValueException">The tensor has neither one dimension nor two.</exception>
        /// <exception cref="TorchTypeException">Arrow has no such dtype, or the tensor is not on the CPU.</exception>
        /// <exception cref="TorchException">The tensor requires gradients, or is a negative view.</exception>
        /// <exception cref="TorchOutOfMemoryException">The tensor has more elements than an array can hold.</exception>
        /// <example><code>
        /// using Apache.Arrow;
        ///
        /// var array = (FixedSizeListArray)Torch.Tensor([[1, 2], [3, 4]]).ToArrow();
        /// array.Length                              // 2
        /// ((Int64Array)array.Values).Values[3]      // 4
        /// </code></example>
        public IArrowArray ToArrow()
        {
            ArgumentNullException.ThrowIfNull(tensor);
            ReadableMemory.Check(tensor, "ToArrow", "an Arrow array");
            return ArrowArrayFactory.BuildArray(ArrowMemory.Array(tensor));
        }
    }
}
