using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace TorchLite.Tests.Examples;

/// <summary>examples/Service as a child process: batches, a full queue, health, mistakes, and an end with work in flight.</summary>
[NonParallelizable]
public sealed class ServiceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("torchlite-service").FullName;
    private ExampleService? service;

    private HttpClient Client => service!.Client;

    [OneTimeSetUp]
    public async Task Start() => service = await StartWith();

    // NUnit calls it when the tests are through.
    public void Dispose()
    {
        service?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task It_is_healthy_and_recognises_digits_in_batches_as_one_by_one()
    {
        (await Client.GetStringAsync("health")).Should().Be("Healthy");
        var digits = ExampleService.Digits();
        var alone = new List<JsonObject>();
        foreach (var (pixels, _) in digits.Take(50))
        {
            alone.Add(await Predict(Client, pixels));
        }

        var together = await Task.WhenAll(digits.Select(one => Predict(Client, one.Pixels)));

        together.Zip(digits).Count(static pair => (int)pair.First["digit"]! == pair.Second.Label).Should().BeGreaterThan(240);
        foreach (var (one, other) in alone.Zip(together))
        {
            Probabilities(one).Zip(Probabilities(other)).Should().OnlyContain(
                static pair => Math.Abs(pair.First - pair.Second) < 1e-5, "another size of batch rounds otherwise");
        }
    }

    [TestCase("{}", HttpStatusCode.BadRequest, "64 numbers")]
    [TestCase("{\"pixels\":[1,2,3]}", HttpStatusCode.BadRequest, "64 numbers")]
    [TestCase("{\"pixels\":", HttpStatusCode.BadRequest, null)]
    [TestCase("", HttpStatusCode.BadRequest, null)]
    [TestCase("null", HttpStatusCode.BadRequest, null)]
    public async Task A_mistake_is_told_as_a_problem(string json, HttpStatusCode status, string? detail)
    {
        using var answer = await Client.PostAsync("predict", new StringContent(json, Encoding.UTF8, "application/json"));

        await IsProblem(answer, status, detail);
    }

    [Test]
    public async Task What_is_too_large_of_another_type_or_at_another_place_is_a_problem_too()
    {
        using var large = await Client.PostAsync("predict", new StringContent(new string(' ', 20_000), Encoding.UTF8, "application/json"));
        await IsProblem(large, HttpStatusCode.RequestEntityTooLarge);
        using var text = await Client.PostAsync("predict", new StringContent("7"));
        await IsProblem(text, HttpStatusCode.UnsupportedMediaType);
        using var nowhere = await Client.GetAsync("nowhere");
        await IsProblem(nowhere, HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Who_comes_to_a_full_queue_is_told_to_come_again_and_the_others_are_answered()
    {
        using var small = await StartWith("--Batching:MaxWaiting", "1", "--Batching:MaxBatchSize", "1");
        var pixels = ExampleService.Digits()[0].Pixels;
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 20 && !statuses.Contains(HttpStatusCode.ServiceUnavailable); i++)
        {
            foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Post(small.Client, pixels))))
            {
                using (answer)
                {
                    statuses.Add(answer.StatusCode);
                    if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    {
                        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
                    }
                }
            }
        }

        statuses.Should().Contain(HttpStatusCode.ServiceUnavailable).And.Contain(HttpStatusCode.OK);
        statuses.Should().OnlyContain(static status => status == HttpStatusCode.OK || status == HttpStatusCode.ServiceUnavailable);
    }

    [Test]
    public async Task Clients_that_leave_do_no_harm()
    {
        var pixels = ExampleService.Digits()[0].Pixels;
        for (var i = 0; i < 50; i++)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(i / 10.0));
            try
            {
                (await Client.PostAsJsonAsync("predict", new { pixels }, patience.Token)).Dispose();
            }
            catch (OperationCanceledException)
            {
            }
        }

        ((int)(await Predict(Client, pixels))["digit"]!).Should().BeInRange(0, 9);
        service!.Log.Should().NotContain("batch of");
    }

    [Test]
    [Platform("Linux,MacOsX", Reason = "there are no signals on Windows")]
    public async Task It_answers_what_came_before_it_was_told_to_end()
    {
        using var ending = await StartWith("--Batching:MaxBatchSize", "1");
        var pixels = ExampleService.Digits()[0].Pixels;
        (await Predict(ending.Client, pixels)).Should().NotBeNull();
        var asked = Enumerable.Range(0, 300).Select(_ => Post(ending.Client, pixels)).ToArray();
        var answers = Task.WhenAll(asked.Select(static async one =>
        {
            try
            {
                using var answer = await one;
                return (HttpStatusCode?)answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                // What was not connected yet is refused.
                return null;
            }
        }));
        await Task.WhenAny(asked);

        ending.Terminate().Should().Be(0, ending.Log);

        (await answers).Should().OnlyContain(static status => status == null || status == HttpStatusCode.OK).And.Contain(HttpStatusCode.OK);
    }

    [Test]
    public async Task Options_that_are_wrong_are_told_at_the_start()
    {
        var starting = () => StartWith("--Batching:MaxBatchSize", "0");

        (await starting.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*MaxBatchSize must be between 1 and 65536*");
    }

    private static IEnumerable<double> Probabilities(JsonObject answer) =>
        answer["probabilities"]!.AsArray().Select(static one => (double)one!);

    private static Task<HttpResponseMessage> Post(HttpClient client, long[] pixels) => client.PostAsJsonAsync("predict", new { pixels });

    private static async Task<JsonObject> Predict(HttpClient client, long[] pixels)
    {
        using var answer = await Post(client, pixels);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status, string? detail = null)
    {
        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        ((int)problem["status"]!).Should().Be((int)status);
        if (detail is not null)
        {
            ((string)problem["detail"]!).Should().Contain(detail);
        }
    }

    private Task<ExampleService> StartWith(params string[] arguments) =>
        ExampleService.Start("Service", ["--model", Path.Combine(folder, "digits.pt"), .. arguments]);
}
