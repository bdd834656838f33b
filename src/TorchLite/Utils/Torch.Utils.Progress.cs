using TorchLite.Utils;

namespace TorchLite;

/// <content>Loops that tell how far they are.</content>
public static partial class Torch
{
    public static partial class Utils
    {
        /// <summary>A sequence that tells how far a loop over it is; in Python one takes tqdm.</summary>
        /// <remarks>
        /// On a terminal it is a bar that is drawn again and again, elsewhere a line at the end, and in between at first every ten seconds
        /// and then more seldom, so that a log is not flooded.
        /// </remarks>
        /// <typeparam name="T">What the sequence has.</typeparam>
        /// <param name="source">The sequence.</param>
        /// <param name="description">What stands before the numbers.</param>
        /// <param name="total">How many there will be; null: as many as the sequence says it has, if it does.</param>
        /// <param name="writer">Where it is told; null: on <see cref="Console.Error"/>, so that a program's output is its own.</param>
        /// <returns>The sequence, with a <see cref="ProgressBar{T}.Postfix"/> to be set in the loop.</returns>
        /// <exception cref="ArgumentNullException">The sequence or the description is null.</exception>
        /// <example><code>
        /// var batches = Torch.Arange(100).Split(10);
        /// var sum = 0L;
        /// foreach (var batch in Torch.Utils.Progress(batches, "epoch 1"))
        /// {
        ///     sum += batch.Sum().Item&lt;long&gt;();
        /// }
        /// sum   // 4950
        /// </code></example>
        public static ProgressBar<T> Progress<T>(
            IEnumerable<T> source, string description = "", long? total = null, TextWriter? writer = null)
        {
            ArgumentNullException.ThrowIfNull(source);
            ArgumentNullException.ThrowIfNull(description);
            var isTerminal = writer is null ? !Console.IsErrorRedirected : writer == Console.Out && !Console.IsOutputRedirected;
            return new(source, description, total, writer ?? Console.Error, isTerminal, TimeProvider.System);
        }
    }
}
