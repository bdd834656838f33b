using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TorchLite.Tests.Data;

/// <summary>A server of files on this machine that does as badly as it is told.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, byte[]> files;

    public FileServer(Dictionary<string, byte[]> files)
    {
        this.files = files;
        listener.Start();
        _ = Task.Run(async () =>
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Serve(client));
            }
        });
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    /// <summary>What was asked for: the name of the file, and from which byte on.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Whether it sends the rest of a file where it is asked for.</summary>
    public bool HasRanges { get; init; } = true;

    /// <summary>Whether it tells how long what it sends is.</summary>
    public bool TellsLength { get; init; } = true;

    /// <summary>After how many bytes it hangs up, at each request.</summary>
    public int HangsUpAfter { get; init; } = int.MaxValue;

    /// <summary>Whether it sends nothing more then, and does not hang up.</summary>
    public bool Sleeps { get; init; }

    /// <summary>How long it waits behind each byte; null: it sends all at once.</summary>
    public TimeSpan? Drips { get; init; }

    /// <summary>Begins the rest of a file so many bytes later than it is asked to.</summary>
    public int Skips { get; init; }

    /// <summary>Where it says that the files are now.</summary>
    public string? Location { get; init; }

    public void Dispose() => listener.Dispose();

    private void Serve(TcpClient client)
    {
        using var open = client;
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var name = reader.ReadLine()!.Split(' ')[1].TrimStart('/');
        var from = 0;
        for (var line = reader.ReadLine(); !string.IsNullOrEmpty(line); line = reader.ReadLine())
        {
            if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
            {
                from = int.Parse(line[13..].TrimEnd('-'), CultureInfo.InvariantCulture);
            }
        }

        Requests.Enqueue($"{name} {from}");
        if (Location is not null)
        {
            Send("302 Found", $"Location: {Location}\r\nContent-Length: 0\r\n", [], int.MaxValue);
            return;
        }

        var found = files.TryGetValue(name, out var bytes);
        if (!found || (HasRanges && from > 0 && from >= bytes!.Length))
        {
            Send(found ? "416 Range Not Satisfiable" : "404 Not Found", "Content-Length: 0\r\n", [], int.MaxValue);
            return;
        }

        var isRest = HasRanges && from > 0;
        var start = isRest ? from + Skips : 0;
        var head = isRest ? $"Content-Range: bytes {start}-{bytes!.Length - 1}/{bytes.Length}\r\n" : "";
        head += TellsLength ? $"Content-Length: {bytes!.Length - start}\r\n" : "";
        Send(isRest ? "206 Partial Content" : "200 OK", head, bytes![start..], HangsUpAfter);

        void Send(string status, string headers, byte[] content, int most)
        {
            stream.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}\r\n"));
            for (var i = 0; Drips is { } pause && i < content.Length; i++)
            {
                stream.Write(content.AsSpan(i, 1));
                Thread.Sleep(pause);
            }

            stream.Write(content.AsSpan(0, Math.Min(most, content.Length)));
            stream.Flush();
            if (Sleeps && most < content.Length)
            {
                Thread.Sleep(TimeSpan.FromSeconds(5));
            }
        }
    }
}
