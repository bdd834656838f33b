using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace TorchLite.Tests.Examples;

/// <summary>examples/ImageClassifierService as a child process on a free port: its answers, its page, and its end.</summary>
[NonParallelizable]
public sealed class ImageClassifierServiceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("torchlite-service").FullName;
    private ExampleService? service;

    private HttpClient Client => service!.Client;

    private string Model => Path.Combine(folder, "digits.pt");

    [OneTimeSetUp]
    public async Task Start() => service = await StartOn(0);

    // NUnit calls it when the tests are through.
    public void Dispose()
    {
        service?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task It_is_healthy_on_the_loopback_and_knows_how_good_it_is()
    {
        Client.BaseAddress!.Host.Should().Be("127.0.0.1");
        var health = (await Client.GetFromJsonAsync<JsonObject>("health"))!;

        ((string)health["status"]!).Should().Be("healthy");
        ((double)health["testAccuracy"]!).Should().BeInRange(0.96, 1);
    }

    [Test]
    public async Task The_digits_of_the_data_are_recognised_as_numbers()
    {
        var right = 0;
        foreach (var (pixels, label) in ExampleService.Digits().Take(100))
        {
            var answer = await Predict(JsonContent.Create(new { pixels }));
            var probabilities = answer["probabilities"]!.AsArray().Select(static one => (double)one!).ToArray();
            probabilities.Should().HaveCount(10);
            probabilities.Sum().Should().BeApproximately(1, 1e-5);
            probabilities[(int)answer["digit"]!].Should().Be(probabilities.Max());
            answer["pixels"]!.AsArray().Select(static one => (long)(double)one!).Should().Equal(pixels);
            right += (int)answer["digit"]! == label ? 1 : 0;
        }

        right.Should().BeGreaterThan(95);
    }

    [TestCase(1.0, 0.0, 1, Description = "black on white")]
    [TestCase(0.0, 1.0, 3, Description = "white on black, of three channels")]
    [TestCase(0.9, 0.4, 1, Description = "grey on grey")]
    public async Task A_png_is_reduced_to_what_the_data_are(double paper, double ink, int channels)
    {
        // A 7, high and in a corner.
        var image = Torch.Full([channels, 120, 90], paper);
        image[.., 5..17, 4..44] = ink;
        for (var row = 17; row < 80; row++)
        {
            var left = 32 - ((row - 17) / 3);
            image[.., row..(row + 1), left..(left + 12)] = ink;
        }

        var answer = await Predict(Png(TorchVision.IO.EncodePng((image * 255).To(DType.Uint8))));

        ((int)answer["digit"]!).Should().Be(7);
        var pixels = answer["pixels"]!.AsArray().Select(static one => (double)one!).ToArray();
        pixels.Should().HaveCount(64).And.OnlyContain(static shade => shade >= 0 && shade <= 16 && shade == Math.Floor(shade));
        pixels[..8].Sum().Should().BePositive("it is as high as the image");
        pixels[56..].Sum().Should().BePositive();
        pixels.Where(static (_, i) => i % 8 is 0 or 7).Sum().Should().BeLessThan(24, "it is in the middle");
    }

    private static IEnumerable<TestCaseData> Mistakes()
    {
        static TestCaseData Case(string name, HttpContent content, HttpStatusCode status, string detail) =>
            new TestCaseData(content, status, detail).SetArgDisplayNames(name);
        static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
        var zeros = string.Join(",", Enumerable.Repeat("0", 63));
        yield return Case("63 numbers", Json($"{{\"pixels\":[{zeros}]}}"), HttpStatusCode.BadRequest, "there are 63");
        yield return Case("65 numbers", Json($"{{\"pixels\":[{zeros},0,0]}}"), HttpStatusCode.BadRequest, "there are 65");
        yield return Case("no numbers", Json("{}"), HttpStatusCode.BadRequest, "64 numbers");
        yield return Case("null", Json("null"), HttpStatusCode.BadRequest, "64 numbers");
        yield return Case("nothing", Json(""), HttpStatusCode.BadRequest, "not such JSON");
        yield return Case("NaN", Json($"{{\"pixels\":[{zeros},NaN]}}"), HttpStatusCode.BadRequest, "not such JSON");
        yield return Case("17", Json($"{{\"pixels\":[{zeros},17]}}"), HttpStatusCode.BadRequest, "from 0 to 16");
        yield return Case("-1", Json($"{{\"pixels\":[{zeros},-1]}}"), HttpStatusCode.BadRequest, "from 0 to 16");
        yield return Case("1e99", Json($"{{\"pixels\":[{zeros},1e99]}}"), HttpStatusCode.BadRequest, "from 0 to 16");
        yield return Case(
            "an unknown charset", new StringContent($"{{\"pixels\":[{zeros},0]}}", new MediaTypeHeaderValue("application/json", "no-such")),
            HttpStatusCode.UnsupportedMediaType, "unknown charset");
        yield return Case("text", new StringContent("7"), HttpStatusCode.UnsupportedMediaType, "image/png");
        yield return Case("no image", Png("GIF89a, a picture"u8.ToArray()), HttpStatusCode.BadRequest, "no PNG");
        var png = TorchVision.IO.EncodePng(Torch.Randint(256, [1, 40, 40], dtype: DType.Uint8));
        yield return Case("a torn image", Png(png[..40]), HttpStatusCode.BadRequest, "cannot be read");
        yield return Case(
            "an image without ink", Png(TorchVision.IO.EncodePng(Torch.Full([1, 40, 40], 200, dtype: DType.Uint8))),
            HttpStatusCode.BadRequest, "Nothing is drawn");
        byte[] huge = [.. png];
        (huge[16], huge[20]) = (1, 1);
        yield return Case("an image that says it is huge", Png(huge), HttpStatusCode.RequestEntityTooLarge, "too large");
        yield return Case("two million bytes", Png(new byte[2_000_000]), HttpStatusCode.RequestEntityTooLarge, "too large");
    }

    [TestCaseSource(nameof(Mistakes))]
    public async Task A_mistake_is_told_as_a_problem(HttpContent content, HttpStatusCode status, string detail)
    {
        using var answer = await Client.PostAsync("predict", content);

        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        ((int)problem["status"]!).Should().Be((int)status);
        ((string)problem["detail"]!).Should().Contain(detail);
    }

    [Test]
    public async Task Other_paths_and_methods_are_problems_too()
    {
        foreach (var (method, path, status) in new[]
        {
            (HttpMethod.Get, "nowhere", HttpStatusCode.NotFound), (HttpMethod.Get, "predict", HttpStatusCode.MethodNotAllowed),
            (HttpMethod.Delete, "health", HttpStatusCode.MethodNotAllowed),
        })
        {
            using var answer = await Client.SendAsync(new(method, path));
            answer.StatusCode.Should().Be(status);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        }
    }

    [Test]
    public async Task Two_hundred_at_once_get_their_own_answers()
    {
        var data = ExampleService.Digits().Take(200).ToArray();
        var alone = new List<string>();
        foreach (var (pixels, _) in data)
        {
            alone.Add((await Predict(JsonContent.Create(new { pixels }))).ToJsonString());
        }

        var together = await Task.WhenAll(data.Select(one => Predict(JsonContent.Create(new { pixels = one.Pixels }))));

        together.Select(static answer => answer.ToJsonString()).Should().Equal(alone);
    }

    [Test]
    public async Task What_is_taken_back_does_no_harm()
    {
        for (var i = 0; i < 20; i++)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(i));
            await FluentActions.Invoking(async () =>
            {
                using var endless = new StreamContent(new EndlessStream());
                endless.Headers.ContentType = new("image/png");
                await Client.PostAsync("predict", endless, patience.Token);
            }).Should().ThrowAsync<Exception>();
        }

        await It_is_healthy_on_the_loopback_and_knows_how_good_it_is();
    }

    [TestCase(1000, 760)]
    [TestCase(375, 812)]
    public async Task One_draws_digits_in_the_page_and_they_are_recognised(int width, int height)
    {
        if (Browser.Program is null)
        {
            Assert.Ignore("there is no Chromium on the PATH");
        }

        await using var browser = await Browser.Open(width, height);
        await browser.GoTo(Client.BaseAddress!.ToString());
        ((double)(await browser.Evaluate("document.documentElement.scrollWidth"))!).Should().Be(width, "nothing stands out to the side");
        var wrong = new List<string>();
        for (var digit = 0; digit < 10; digit++)
        {
            await browser.Evaluate("document.getElementById('clear').click()");
            ((string)(await browser.Evaluate("digit.textContent"))!).Should().Be("?");
            const string Box = "(() => { const r = paper.getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; })()";
            var box = (await browser.Evaluate(Box))!.AsArray().Select(static one => (double)one!).ToArray();
            box[2].Should().BeInRange(250, 320).And.Be(box[3]);
            foreach (var stroke in Strokes.Of(digit))
            {
                await browser.Drag([.. stroke.Select(point => (box[0] + (point.X * box[2]), box[1] + (point.Y * box[3])))]);
            }

            await browser.Until("asking.isDone === true");
            var answer = (string)(await browser.Evaluate("digit.textContent"))!;
            if (answer != $"{digit}")
            {
                wrong.Add($"{digit} is taken for {answer}");
            }

            ((string)(await browser.Evaluate("message.textContent"))!).Should().BeEmpty();
            ((string)(await browser.Evaluate("document.querySelector('.best span').textContent"))!).Should().Be(answer);
            ((double)(await browser.Evaluate("bars.reduce((sum, bar) => sum + parseFloat(bar.querySelector('.bar').style.width), 0)"))!)
                .Should().BeApproximately(100, 0.01);
        }

        TestContext.Out.WriteLine($"{10 - wrong.Count} of 10; {string.Join(", ", wrong)}");
        wrong.Count.Should().BeLessThanOrEqualTo(2, string.Join(", ", wrong));
        File.WriteAllBytes(Path.Combine(TestContext.CurrentContext.WorkDirectory, $"service-{width}.png"), await browser.Screenshot());
    }

    [Test]
    public async Task It_takes_a_port_reads_its_model_and_ends_when_asked()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("there are no signals on Windows");
        }

        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var written = File.GetLastWriteTimeUtc(Model);
        using var second = await StartOn(port);
        second.Client.BaseAddress!.Port.Should().Be(port);
        (await second.Client.GetAsync("health")).StatusCode.Should().Be(HttpStatusCode.OK);
        File.GetLastWriteTimeUtc(Model).Should().Be(written, "it is not trained again");
        second.Terminate().Should().Be(0);
    }

    private static ByteArrayContent Png(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };

    private async Task<JsonObject> Predict(HttpContent content)
    {
        using var answer = await Client.PostAsync("predict", content);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private Task<ExampleService> StartOn(int port) =>
        ExampleService.Start("ImageClassifierService", "--port", $"{port}", "--model", Model);

    /// <summary>A body that never ends, and comes slowly.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(1, cancellationToken);
            buffer.Span[..1].Clear();
            return 1;
        }
    }
}
