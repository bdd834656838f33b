using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TorchLite.Tests.Examples;

/// <summary>A page in Chromium without a window, driven by the protocol of its developer tools.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];
    private readonly ClientWebSocket socket = new();
    private readonly Process process;
    private readonly string profile;
    private int calls;

    private Browser(Process process, string profile) => (this.process, this.profile) = (process, profile);

    /// <summary>The program, of the PATH; null: there is none.</summary>
    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(static folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    internal static async Task<Browser> Open(int width, int height)
    {
        var profile = Directory.CreateTempSubdirectory("torchlite-browser").FullName;
        var process = Process.Start(new ProcessStartInfo(
            Program!, [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
                "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
            ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        var browser = new Browser(process, profile);
        var address = "";
        while (!address.StartsWith("DevTools listening on ws://", StringComparison.Ordinal))
        {
            address = await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1))
                ?? throw new InvalidOperationException("the browser ended");
        }

        _ = process.StandardError.ReadToEndAsync();
        var tools = new UriBuilder(address["DevTools listening on ".Length..]) { Scheme = "http", Path = "" };
        using var client = new HttpClient { BaseAddress = tools.Uri };
        var pages = await client.GetFromJsonAsync<JsonArray>("json/list");
        var page = pages!.First(static one => (string)one!["type"]! == "page")!;
        await browser.socket.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), default);
        await browser.Call("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = width < 600 });
        return browser;
    }

    internal async Task GoTo(string address)
    {
        await Call("Page.navigate", new { url = address });
        await Until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// <summary>What an expression is, in JSON.</summary>
    internal async Task<JsonNode?> Evaluate(string expression)
    {
        var answer = await Call("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        return answer["exceptionDetails"] is { } error ? throw new InvalidOperationException($"{error}") : answer["result"]!["value"];
    }

    internal async Task Until(string condition)
    {
        for (var watch = Stopwatch.StartNew(); !(bool)(await Evaluate(condition))!;)
        {
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30), condition);
            await Task.Delay(20);
        }
    }

    /// <summary>Draws a line with the mouse's button down.</summary>
    internal async Task Drag(IReadOnlyList<(double X, double Y)> points)
    {
        await Mouse("mousePressed", points[0]);
        foreach (var point in points.Skip(1))
        {
            await Mouse("mouseMoved", point);
        }

        await Mouse("mouseReleased", points[^1]);

        Task Mouse(string type, (double X, double Y) at) =>
            Call(
                "Input.dispatchMouseEvent",
                new { type, x = at.X, y = at.Y, button = "left", buttons = type == "mouseReleased" ? 0 : 1, clickCount = 1 });
    }

    /// <summary>The page as a PNG.</summary>
    internal async Task<byte[]> Screenshot()
    {
        var answer = await Call("Page.captureScreenshot", new { format = "png", captureBeyondViewport = true });
        return Convert.FromBase64String((string)answer["data"]!);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // One of its processes still writes.
        }
    }

    private async Task<JsonNode> Call(string method, object parameters)
    {
        var id = ++calls;
        var text = JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters });
        await socket.SendAsync(text, WebSocketMessageType.Text, true, default);
        while (true)
        {
            var message = await Receive();
            if ((int?)message["id"] == id)
            {
                return message["result"] ?? throw new InvalidOperationException($"{message["error"]}");
            }
        }
    }

    private async Task<JsonNode> Receive()
    {
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, default).WaitAsync(TimeSpan.FromMinutes(1));
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(text.ToArray())!;
    }
}
