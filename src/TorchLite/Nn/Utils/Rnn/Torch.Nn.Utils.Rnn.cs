using TorchLite.Nn.Utils.Rnn;

namespace TorchLite;

/// <content>Sequences of different lengths.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>Batches of sequences of different lengths: PyTorch's <c>torch.nn.utils.rnn</c>.</summary>
            /// <example><code>
            /// using Rnn = TorchLite.Torch.Nn.Utils.Rnn;
            ///
            /// var padded = Rnn.PadSequence([Torch.Tensor([1, 2, 3]), Torch.Tensor([4])], batchFirst: true);
            /// Rnn.PackPaddedSequence(padded, [3, 1], batchFirst: true).Data   // tensor([1, 4, 2, 3])
            /// </code></example>
            public static class Rnn
            {
                private static readonly AtenOperator Pack = new("aten::_pack_padded_sequence");
                private static readonly AtenOperator Pad = new("aten::pad_sequence");
                private static readonly AtenOperator Unpack = new("aten::_pad_packed_sequence");

                /// <summary>The inverse of a permutation: PyTorch's <c>invert_permutation</c>.</summary>
                /// <param name="permutation">A vector of each number from 0 on, once; int64. Null gives null.</param>
                /// <returns>A new vector that has at each place where the permutation has that number.</returns>
                /// <exception cref="TorchException">It is no vector of int64, or has a number beyond its length.</exception>
                /// <example><code>
                /// Torch.Nn.Utils.Rnn.InvertPermutation(Torch.Tensor([2, 0, 1]))   // tensor([1, 2, 0])
                /// </code></example>
                [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(permutation))]
                public static Tensor? InvertPermutation(Tensor? permutation) =>
                    permutation is null
                        ? null
                        : Torch.Empty(permutation.Shape, permutation.DType, permutation.Device)
                            .Scatter_(0, permutation, Torch.Arange(0, permutation.Numel(), device: permutation.Device));

                /// <summary>Packs a padded batch of sequences: PyTorch's <c>pack_padded_sequence</c>.</summary>
                /// <param name="input">The batch, (steps, sequences, …).</param>
                /// <param name="lengths">The length of each sequence; a vector on the CPU.</param>
                /// <param name="batchFirst">Whether the batch is (sequences, steps, …).</param>
                /// <param name="enforceSorted">Whether the sequences come from the longest to the shortest; otherwise they are sorted.</param>
                /// <returns>The packed sequences, without what is beyond their lengths.</returns>
                /// <exception cref="ArgumentNullException">A tensor is null.</exception>
                /// <exception cref="TorchIndexException">The batch has less than two dimensions.</exception>
                /// <exception cref="TorchException">
                /// The batch is empty, there is not one length for each sequence, one is not positive, or they grow where they must not.
                /// </exception>
                /// <example><code>
                /// var batch = Torch.Tensor([[1, 2, 0], [3, 0, 0], [4, 5, 6]]);
                /// Torch.Nn.Utils.Rnn.PackPaddedSequence(batch, Torch.Tensor([2, 1, 3]), batchFirst: true, enforceSorted: false).Data
                /// // tensor([4, 1, 3, 5, 2, 6])
                /// </code></example>
                public static PackedSequence PackPaddedSequence(
                    Tensor input, Tensor lengths, bool batchFirst = false, bool enforceSorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    lengths = lengths.To(DType.Int64);
                    Tensor? sorted = null;
                    if (!enforceSorted)
                    {
                        (lengths, sorted) = lengths.Sort(descending: true);
                        sorted = sorted.To(input.Device);
                        input = input.IndexSelect(batchFirst ? 0 : 1, sorted);
                    }

                    var (data, sizes) = Pack.CallPair(input, lengths, batchFirst);
                    return new(data, sizes, sorted);
                }

                /// <summary>Packs a padded batch of sequences: PyTorch's <c>pack_padded_sequence</c>.</summary>
                /// <param name="input">The batch, (steps, sequences, …).</param>
                /// <param name="lengths">The length of each sequence.</param>
                /// <param name="batchFirst">Whether the batch is (sequences, steps, …).</param>
                /// <param name="enforceSorted">Whether the sequences come from the longest to the shortest; otherwise they are sorted.</param>
                /// <returns>The packed sequences, without what is beyond their lengths.</returns>
                /// <exception cref="ArgumentNullException">The batch is null.</exception>
                /// <exception cref="TorchIndexException">The batch has less than two dimensions.</exception>
                /// <exception cref="TorchException">
                /// The batch is empty, there is not one length for each sequence, one is not positive, or they grow where they must not.
                /// </exception>
                /// <example><code>
                /// Torch.Nn.Utils.Rnn.PackPaddedSequence(Torch.Tensor([[1, 4], [2, 5], [3, 0]]), [3, 2]).BatchSizes   // tensor([2, 2, 1])
                /// </code></example>
                public static PackedSequence PackPaddedSequence(
                    Tensor input, ReadOnlySpan<long> lengths, bool batchFirst = false, bool enforceSorted = true) =>
                    PackPaddedSequence(input, Torch.FromArray(lengths.ToArray()), batchFirst, enforceSorted);

                /// <summary>Undoes the packing, with padding after the shorter sequences: PyTorch's <c>pad_packed_sequence</c>.</summary>
                /// <param name="sequence">The packed sequences.</param>
                /// <param name="batchFirst">Whether the batch is to be (sequences, steps, …), and not (steps, sequences, …).</param>
                /// <param name="paddingValue">What stands after the shorter sequences.</param>
                /// <param name="totalLength">How many steps the batch is to have; those of the longest sequence if null.</param>
                /// <returns>The batch, its sequences in their first order, and their lengths.</returns>
                /// <exception cref="ArgumentNullException">The packed sequence is null.</exception>
                /// <exception cref="TorchValueException">The total length is less than the longest sequence.</exception>
                /// <exception cref="TorchException">The packed sequence was made by hand, and its parts do not fit.</exception>
                /// <example><code>
                /// var packed = Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1]), Torch.Tensor([2, 3])], enforceSorted: false);
                /// var (padded, lengths) = Torch.Nn.Utils.Rnn.PadPackedSequence(packed, batchFirst: true);
                /// padded
                /// // tensor([[1, 0],
                /// //         [2, 3]])
                /// lengths   // tensor([1, 2])
                /// </code></example>
                public static (Tensor Output, Tensor Lengths) PadPackedSequence(
                    PackedSequence sequence, bool batchFirst = false, double paddingValue = 0.0, long? totalLength = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    var sizes = sequence.CheckedBatchSizes();
                    var longest = sizes.Size(0);
                    if (totalLength < longest)
                    {
                        throw new TorchValueException(
                            $"Expected total_length to be at least the length of the longest sequence in input, but got "
                            + $"total_length={totalLength} and max sequence length being {longest}");
                    }

                    var (output, lengths) = Unpack.CallPair(sequence.Data, sizes, batchFirst, paddingValue, totalLength ?? longest);
                    return sequence.UnsortedIndices is { } places
                        ? (output.IndexSelect(batchFirst ? 0 : 1, places), lengths[places.Cpu()])
                        : (output, lengths);
                }

                /// <summary>Stacks sequences of different lengths, with padding: PyTorch's <c>pad_sequence</c>.</summary>
                /// <param name="sequences">The sequences, each (steps, …).</param>
                /// <param name="batchFirst">Whether the batch is to be (sequences, steps, …), and not (steps, sequences, …).</param>
                /// <param name="paddingValue">What fills up the shorter sequences.</param>
                /// <param name="paddingSide">Where they are filled up.</param>
                /// <returns>A new tensor.</returns>
                /// <exception cref="ArgumentNullException">A sequence is null.</exception>
                /// <exception cref="TorchException">There are none, or their elements have different shapes.</exception>
                /// <example><code>
                /// Torch.Nn.Utils.Rnn.PadSequence([Torch.Tensor([1, 2, 3]), Torch.Tensor([4])], batchFirst: true, paddingValue: -1)
                /// // tensor([[ 1,  2,  3],
                /// //         [ 4, -1, -1]])
                /// </code></example>
                public static Tensor PadSequence(
                    ReadOnlySpan<Tensor> sequences, bool batchFirst = false, double paddingValue = 0.0,
                    PaddingSide paddingSide = PaddingSide.Right) =>
                    Pad.Call(Guard.NotNull(sequences), batchFirst, paddingValue, paddingSide == PaddingSide.Left ? "left" : "right");

                /// <summary>
                /// The sequences of a padded batch without the padding: PyTorch's <c>unpad_sequence</c>. Other than there, the batch is
                /// left as
                /// it is: PyTorch transposes it in place unless it is <paramref name="batchFirst"/>.
                /// </summary>
                /// <param name="paddedSequences">The batch, (steps, sequences, …).</param>
                /// <param name="lengths">The length of each sequence; a vector.</param>
                /// <param name="batchFirst">Whether the batch is (sequences, steps, …).</param>
                /// <returns>The sequences, each (steps, …), as new tensors.</returns>
                /// <exception cref="ArgumentNullException">A tensor is null.</exception>
                /// <exception cref="TorchIndexException">The batch has less than two dimensions.</exception>
                /// <exception cref="TorchTypeException">The lengths are no vector.</exception>
                /// <exception cref="TorchValueException">There is not one length for each sequence.</exception>
                /// <example><code>
                /// Torch.Nn.Utils.Rnn.UnpadSequence(Torch.Tensor([[1, 2, 3], [4, 0, 0]]), Torch.Tensor([3, 1]), batchFirst: true)[1]   // tensor([4])
                /// </code></example>
                public static Tensor[] UnpadSequence(Tensor paddedSequences, Tensor lengths, bool batchFirst = false)
                {
                    ArgumentNullException.ThrowIfNull(paddedSequences);
                    ArgumentNullException.ThrowIfNull(lengths);
                    var batch = batchFirst ? paddedSequences : paddedSequences.Transpose(0, 1);
                    var steps = Torch.Arange(batch.Size(1), device: lengths.Device);
                    if (lengths.Dim() == 0)
                    {
                        throw new TorchTypeException("iteration over a 0-d tensor");
                    }

                    if (lengths.Size(0) != batch.Size(0))
                    {
                        throw new TorchValueException(
                            $"zip() argument 2 is {(lengths.Size(0) < batch.Size(0) ? "shorter" : "longer")} than argument 1");
                    }

                    return [.. batch.Unbind().Zip(lengths.Unbind(), (sequence, length) => sequence[steps < length])];
                }

                /// <summary>Packs sequences of different lengths: PyTorch's <c>pack_sequence</c>.</summary>
                /// <param name="sequences">The sequences, each (steps, …).</param>
                /// <param name="enforceSorted">Whether they come from the longest to the shortest; otherwise they are sorted.</param>
                /// <returns>The packed sequences.</returns>
                /// <exception cref="ArgumentNullException">A sequence is null.</exception>
                /// <exception cref="TorchIndexException">A sequence has no dimension.</exception>
                /// <exception cref="TorchException">
                /// There are none, one is empty, their elements have different shapes, or they grow where they must not.
                /// </exception>
                /// <example><code>
                /// Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1, 2, 3]), Torch.Tensor([4, 5]), Torch.Tensor([6])])
                /// // PackedSequence(data=tensor([1, 4, 6, 2, 5, 3]), batch_sizes=tensor([3, 2, 1]), sorted_indices=None, unsorted_indices=None)
                /// </code></example>
                public static PackedSequence PackSequence(ReadOnlySpan<Tensor> sequences, bool enforceSorted = true)
                {
                    var given = Guard.NotNull(sequences);
                    var lengths = Array.ConvertAll(given, static sequence => sequence.Size(0));
                    return PackPaddedSequence(PadSequence(given), lengths, enforceSorted: enforceSorted);
                }

                /// <summary>The sequences that were packed: PyTorch's <c>unpack_sequence</c>.</summary>
                /// <param name="packedSequences">The packed sequences.</param>
                /// <returns>The sequences in their first order, each (steps, …), as new tensors.</returns>
                /// <exception cref="ArgumentNullException">The packed sequence is null.</exception>
                /// <exception cref="TorchException">The packed sequence was made by hand, and its parts do not fit.</exception>
                /// <example><code>
                /// var packed = Torch.Nn.Utils.Rnn.PackSequence([Torch.Tensor([1, 2, 3]), Torch.Tensor([4, 5])]);
                /// Torch.Nn.Utils.Rnn.UnpackSequence(packed)[1]   // tensor([4, 5])
                /// </code></example>
                public static Tensor[] UnpackSequence(PackedSequence packedSequences)
                {
                    var (padded, lengths) = PadPackedSequence(packedSequences, batchFirst: true);
                    return UnpadSequence(padded, lengths, batchFirst: true);
                }
            }
        }
    }
}
