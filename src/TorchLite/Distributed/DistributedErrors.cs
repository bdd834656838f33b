namespace TorchLite.Distributed;

/// <summary>Turns what c10d and Gloo throw into TorchLite's exceptions, by their texts: their types are lost on the way.</summary>
internal static class DistributedErrors
{
    private static readonly string[] OfStores =
    [
        "wait timeout after", "Wait timeout", "Timeout waiting for key", "Timed out after", "Socket Timeout", "waiting for clients",
    ];

    private static readonly string[] OfNetworks =
    [
        "client socket", "server socket", "failed to listen", "failed to recv", "Failed to recv", "failed to send", "Failed to send",
        "remote server shutdown", "Broken pipe", "Connection reset", "hostname of the client", "cannot be retrieved",
    ];

    private static readonly string[] OfBackends =
    [
        "gloo/", "Gloo connectFullMesh", "Detected mismatch between collectives", "monitoredBarrier", "Connection closed by peer",
        "Application timeout caused pair closure", "Unable to find address for", "Unable to find interface",
        "timed out", "Timed out",
    ];

    /// <summary>The exception for one that came out of a call.</summary>
    internal static TorchException Of(TorchException error) =>
        error is DistributedException ? error
        : Has(error, OfBackends[0]) ? Backend(error)
        : Has(error, OfStores) ? new DistributedStoreException(error.Message) { NativeTrace = error.NativeTrace }
        : Has(error, OfNetworks) ? new DistributedNetworkException(error.Message) { NativeTrace = error.NativeTrace }
        : Has(error, OfBackends) ? Backend(error)
        : error;

    private static DistributedBackendException Backend(TorchException error) => new(error.Message) { NativeTrace = error.NativeTrace };

    private static bool Has(TorchException error, params string[] parts) =>
        Array.Exists(parts, part => error.Message.Contains(part, StringComparison.Ordinal));
}
