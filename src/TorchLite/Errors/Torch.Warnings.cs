using System.Collections.Concurrent;

namespace TorchLite;

/// <content>Warnings.</content>
public static partial class Torch
{
    /// <summary>What works and is probably not what was meant: the warnings that PyTorch raises through Python's <c>warnings</c>.</summary>
    /// <remarks>
    /// Whoever takes <see cref="Raised"/> gets all of them. Where nobody does, each text is written to the standard error once.
    /// </remarks>
    public static class Warnings
    {
        private static readonly ConcurrentDictionary<string, bool> Written = new(StringComparer.Ordinal);

        /// <summary>Gets each warning; then nothing is written to the standard error.</summary>
        /// <example><code>
        /// var last = "";
        /// void Keep(object? sender, TorchWarningEventArgs warning) => last = warning.Message;
        /// Torch.Warnings.Raised += Keep;
        /// var weight = new Parameter(Torch.Ones(1));
        /// var sgd = new SGD([weight, weight]);
        /// Torch.Warnings.Raised -= Keep;
        /// last[..65]   // optimizer contains a parameter group with duplicate parameters; i
        /// </code></example>
        public static event EventHandler<TorchWarningEventArgs>? Raised;

        internal static void Warn(string message)
        {
            if (Raised is { } raised)
            {
                raised(null, new(message));
            }
            else if (Written.TryAdd(message, true))
            {
                Console.Error.WriteLine($"warning: {message}");
            }
        }
    }
}
