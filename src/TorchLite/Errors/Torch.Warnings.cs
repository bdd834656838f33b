using System.Collections.Concurrent;

namespace TorchLite;

/// <content>Warnings.</content>
public static partial class Torch
{
    private static readonly ConcurrentDictionary<string, bool> Told = new();

    /// <summary>
    /// What is done with the text of a warning, in the place of Python's module <c>warnings</c>. At first it writes each text once to the
    /// standard error stream; <c>static _ => { }</c> silences them. It is called on the thread that does what is warned of. libtorch's own
    /// warnings, those of operations, do not come here: libtorch writes them itself.
    /// </summary>
    /// <exception cref="ArgumentNullException">The handler is null.</exception>
    /// <example><code>
    /// var before = Torch.WarningHandler;
    /// Torch.WarningHandler = static text => Console.WriteLine(text.Split('\n')[0]);
    /// using var autocast = Torch.Amp.Autocast("cpu", DType.Int64);   // In CPU autocast, but the target dtype is not supported. Disabling autocast.
    /// Torch.WarningHandler = before;
    /// </code></example>
    public static Action<string> WarningHandler
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = static text =>
    {
        if (Told.TryAdd(text, true))
        {
            Console.Error.WriteLine($"UserWarning: {text}");
        }
    };

    /// <summary>Warns.</summary>
    internal static void Warn(string text) => WarningHandler(text);
}
