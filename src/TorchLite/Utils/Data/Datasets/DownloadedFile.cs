using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace TorchLite.Utils.Data;

/// <summary>
/// A file of one of several servers. What has come of it lies beside it as <c>.part</c>; it gets its name when its checksum is right. A
/// download that stopped, in this run or one before, goes on where it was, of whatever server.
/// </summary>
internal sealed class DownloadedFile
{
    // More than any of the files has, so that no server fills the disk.
    private const long Longest = 1L << 30;

    // A server that sends a few bytes and hangs up would be asked for ever.
    private const int MostContinuations = 100;

    // A server that sends fewer bytes a second, as long as one may send nothing, would be listened to for weeks.
    private const int Slowest = 1000;

    private static readonly Lazy<HttpClient> Client = new(static () =>
        new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(30) }) { Timeout = TimeSpan.FromMinutes(1) });

    private readonly FileStream part;
    private readonly string md5;
    private readonly IProgress<long>? progress;
    private readonly Stopwatch listened = new();

    private DownloadedFile(FileStream part, string md5, IProgress<long>? progress) =>
        (this.part, this.md5, this.progress) = (part, md5, progress);

    /// <summary>How long a server may send nothing, or next to nothing.</summary>
    internal static TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Downloads a file, unless it is there.</summary>
    /// <param name="file">The path that it gets.</param>
    /// <param name="md5">Its checksum.</param>
    /// <param name="mirrors">The addresses of the folders in which it is, in the order in which they are tried.</param>
    /// <param name="progress">Receives the number of bytes that came so far.</param>
    /// <exception cref="ArgumentNullException">A mirror is null.</exception>
    /// <exception cref="TorchValueException">A mirror is no address of the web.</exception>
    /// <exception cref="TorchException">No mirror has the file; the message tells what each of them did.</exception>
    /// <exception cref="IOException">The file cannot be written, or another program downloads it.</exception>
    internal static void Get(string file, string md5, IReadOnlyList<string> mirrors, IProgress<long>? progress)
    {
        Uri[] addresses = [.. mirrors.Select(mirror => Address(mirror, Path.GetFileName(file)))];
        if (File.Exists(file))
        {
            using var there = File.OpenRead(file);
            if (Md5(there) == md5)
            {
                return;
            }
        }

        // Nobody else may write to it; whoever tries is told that another program uses it.
        var path = file + ".part";
        using (var part = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            // On another thread, so that a window's is not waited for by what waits for it.
            Task.Run(() => new DownloadedFile(part, md5, progress).GetAsync(Path.GetFileName(file), addresses)).GetAwaiter().GetResult();
            part.Flush(flushToDisk: true);
        }

        File.Move(path, file, overwrite: true);
    }

    /// <summary>The address of a file of a server.</summary>
    internal static Uri Address(string mirror, string name) =>
        mirror is null ? throw new ArgumentNullException("mirrors")
        : Uri.TryCreate(mirror.TrimEnd('/') + "/" + name, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new TorchValueException($"'{mirror}' is no address to download from: it must begin with http:// or https://");

    private static string Md5(Stream stream)
    {
        stream.Position = 0;
        return Convert.ToHexStringLower(MD5.HashData(stream));
    }

    private async Task GetAsync(string name, Uri[] addresses)
    {
        var errors = new StringBuilder();
        foreach (var address in addresses)
        {
            try
            {
                await GetAsync(address).ConfigureAwait(false);
                return;
            }
            catch (Exception error) when (
                error is HttpRequestException or TimeoutException or TorchFileException or OperationCanceledException or UriFormatException)
            {
                errors.Append("Tried ").Append(address).Append(", got:\n").Append(error.Message).Append('\n');
            }
        }

        throw new TorchException($"Error downloading {name}:\n{errors}");
    }

    private async Task GetAsync(Uri address)
    {
        for (var continuations = 0; true; continuations++)
        {
            var before = part.Length;
            try
            {
                await ContinueAsync(address).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (part.Length > before && continuations < MostContinuations)
            {
                // The connection was lost, but something came: the rest may come too.
                continue;
            }

            if (Md5(part) == md5)
            {
                return;
            }

            part.SetLength(0);
            if (before == 0)
            {
                throw new TorchFileException("the file is damaged: it has not the checksum that it should have");
            }

            // What was there already was of no use: once more from the beginning.
        }
    }

    // Brings the rest of the file, or all of it where the server sends no rest.
    private async Task ContinueAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (part.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
        }

        using var response = await Client.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        if (part.Length > 0 && response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // There is no rest: what is there is all, or wrong.
            return;
        }

        response.EnsureSuccessStatusCode();
        var isRest = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == part.Length;
        if (response.StatusCode == HttpStatusCode.PartialContent && !isRest)
        {
            throw new HttpRequestException("the server sent another part of the file than the one that it was asked for");
        }

        part.SetLength(isRest ? part.Length : 0);
        part.Position = part.Length;
        using var content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        await CopyAsync(content).ConfigureAwait(false);
    }

    private async Task CopyAsync(Stream content)
    {
        var (buffer, before) = (new byte[1 << 16], part.Length);
        listened.Reset();
        while (await ReadAsync(content, buffer).ConfigureAwait(false) is > 0 and var count)
        {
            if (part.Length + count > Longest)
            {
                part.SetLength(0);
                throw new TorchFileException($"the file is longer than {Longest >> 20} MB, which it should not be");
            }

            await part.WriteAsync(buffer.AsMemory(0, count)).ConfigureAwait(false);
            progress?.Report(part.Length);
            if (listened.Elapsed < Patience)
            {
                continue;
            }

            if (part.Length - before < Slowest * listened.Elapsed.TotalSeconds)
            {
                var seconds = (long)listened.Elapsed.TotalSeconds;
                throw new TimeoutException($"The server sent {part.Length - before} bytes in {seconds} seconds, which is too slow.");
            }

            before = part.Length;
            listened.Reset();
        }
    }

    // The network's errors, told from those of the disk; and its time from that of the disk and of whoever receives the progress.
    private async Task<int> ReadAsync(Stream content, byte[] buffer)
    {
        using var patience = new CancellationTokenSource(Patience);
        listened.Start();
        try
        {
            return await content.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (IOException lost)
        {
            throw new HttpRequestException($"The connection was lost: {lost.Message}", lost);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException($"The server sent nothing for {Patience.TotalSeconds} seconds.");
        }
        finally
        {
            listened.Stop();
        }
    }
}
