using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace TorchLite.Distributed;

/// <summary>
/// A store that one process, the master, holds and the others reach over TCP: PyTorch's <c>torch.distributed.TCPStore</c>. Python's and
/// C#'s
/// can be mixed.
/// </summary>
/// <example><code>
/// using var store = new TCPStore("127.0.0.1", 0, 1, isMaster: true);
/// store.Set("first_key", "first_value");
/// Encoding.UTF8.GetString(store.Get("first_key"))   // first_value
/// </code></example>
public sealed class TCPStore : Store
{
    /// <summary>
    /// Opens the port as the master, or connects to it, and waits until all have come: PyTorch's <c>TCPStore(host_name, port, world_size,
    /// is_master, timeout, wait_for_workers, multi_tenant, master_listen_fd, use_libuv)</c>.
    /// </summary>
    /// <param name="hostName">Where the master is.</param>
    /// <param name="port">Its port; of the master, 0 is one that is free, which <see cref="Port"/> says.</param>
    /// <param name="worldSize">How many use the store, the master too; null: nobody is waited for.</param>
    /// <param name="isMaster">Whether this is the master.</param>
    /// <param name="timeout">How long to wait for the others, and for keys; null: five minutes.</param>
    /// <param name="waitForWorkers">Whether the master waits for the others.</param>
    /// <param name="multiTenant">Whether several stores of this process may share the master's port.</param>
    /// <param name="useLibuv">Whether the master serves by libuv.</param>
    /// <exception cref="DistributedNetworkException">The port is in use, or nobody answers in time.</exception>
    /// <exception cref="DistributedStoreException">Not all have come in time.</exception>
    /// <exception cref="TorchValueException">There is no such port.</exception>
    /// <exception cref="TorchNotImplementedException">There are no process groups on this system.</exception>
    /// <example><code>
    /// using var store = new TCPStore("127.0.0.1", 0, 1, isMaster: true);
    /// store.Host   // 127.0.0.1
    /// </code></example>
    public TCPStore(
        string hostName, int port, int? worldSize = null, bool isMaster = false, TimeSpan? timeout = null, bool waitForWorkers = true,
        bool multiTenant = false, bool useLibuv = true)
        : base(Make(hostName, port, worldSize, isMaster, timeout, waitForWorkers, multiTenant, useLibuv))
    {
        Host = hostName;
        Port = NativeStore.PortOf(Native);
    }

    /// <summary>Where the master is: PyTorch's <c>TCPStore.host</c>.</summary>
    /// <example><code>
    /// using var store = new TCPStore("127.0.0.1", 0, 1, isMaster: true);
    /// store.Host   // 127.0.0.1
    /// </code></example>
    public string Host { get; }

    /// <summary>The master's port: PyTorch's <c>TCPStore.port</c>.</summary>
    /// <example><code>
    /// using var store = new TCPStore("127.0.0.1", 0, 1, isMaster: true);
    /// store.Port > 0   // True
    /// </code></example>
    public int Port { get; }

    private static CountedHandle Make(
        string hostName, int port, int? worldSize, bool isMaster, TimeSpan? timeout, bool waitForWorkers, bool multiTenant, bool useLibuv)
    {
        ArgumentNullException.ThrowIfNull(hostName);
        CheckPort(port);
        var limit = timeout is { } given ? Milliseconds(given) : DefaultTimeout;
        if (!isMaster)
        {
            AwaitMaster(hostName, port, limit);
        }

        return NativeStore.MakeTcp(
            hostName, port, worldSize is > 0 ? worldSize : null, isMaster, waitForWorkers, limit, multiTenant, useLibuv);
    }

    // libtorch tries again and again, each time for as long as the timeout: where nobody listens it gives up after two to three of them.
    private static void AwaitMaster(string host, int port, long milliseconds)
    {
        const int Pause = 50;
        var start = Stopwatch.GetTimestamp();
        using var tooLate = new CancellationTokenSource(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, int.MaxValue)));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                client.ConnectAsync(host, port, tooLate.Token).AsTask().GetAwaiter().GetResult();
                return;
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
            {
                return; // libtorch says it better
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException)
            {
                var left = milliseconds - (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (left <= 0 || tooLate.IsCancellationRequested)
                {
                    throw new DistributedNetworkException(
                        string.Create(CultureInfo.InvariantCulture, $"The client socket has timed out after {milliseconds}ms while ")
                        + string.Create(CultureInfo.InvariantCulture, $"trying to connect to ({host}, {port})."),
                        error);
                }

                Thread.Sleep((int)Math.Min(Pause, left));
            }
        }
    }

    internal static void CheckPort(int port)
    {
        if (port is < 0 or > ushort.MaxValue)
        {
            throw new TorchValueException($"port must have value from 0 to 65535 but was {port}.");
        }
    }
}
