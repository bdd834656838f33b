// 一个忙的服务怎么写: 请求合成批, 队满了说503, 健康检查, 错误是ProblemDetails, 关闭时算完.
// How a busy service is written: requests are computed in batches, a full queue is a 503, there is a health check, errors are problem
// details, and what came before the end is still answered.
//   dotnet run -c Release --project examples/Service -- --port 8080
//   curl -H 'Content-Type: application/json' -d '{"pixels": [64个0到16的数 64 numbers from 0 to 16]}' http://127.0.0.1:8080/predict
//   --baseline true    不算, 只收发: 用来量其余的开销 (computes nothing: what all the rest costs)
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Service;
using TorchLite;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (builder.Configuration["urls"] is null)
{
    builder.WebHost.UseUrls($"http://127.0.0.1:{builder.Configuration.GetValue("port", 0)}");
}

builder.WebHost.ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = 16 << 10);
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, Messages.Default));
builder.Services.AddOptions<BatchingOptions>().BindConfiguration("Batching").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton<Func<IReadOnlyList<float[]>, float[][]>>(Model);
builder.Services.AddSingleton<BatchedModel>();
builder.Services.AddHostedService(static services => services.GetRequiredService<BatchedModel>());
builder.Services.AddHealthChecks().AddCheck<ModelHealth>("model");

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapHealthChecks("/health");
app.MapPost("/predict", Predict);
app.Run();

static async Task<Results<Ok<PredictResponse>, ProblemHttpResult>> Predict(
    PredictRequest request, BatchedModel model, HttpResponse response, CancellationToken aborted)
{
    if (request.Pixels is not { Length: DigitClassifier.Pixels } pixels
        || !Array.TrueForAll(pixels, static pixel => pixel is >= 0 and <= DigitClassifier.Darkest))
    {
        return TypedResults.Problem(
            $"pixels要有{DigitClassifier.Pixels}个0到{DigitClassifier.Darkest}的数. "
            + $"pixels must be {DigitClassifier.Pixels} numbers from 0 to {DigitClassifier.Darkest}.", statusCode: StatusCodes.Status400BadRequest);
    }

    if (model.Predict(pixels, aborted) is not { } answer)
    {
        response.Headers.RetryAfter = "1";
        return TypedResults.Problem("太忙, 等一下再来. Busy; come again.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    var probabilities = await answer;
    return TypedResults.Ok(new PredictResponse(Array.IndexOf(probabilities, probabilities.Max()), probabilities));
}

Func<IReadOnlyList<float[]>, float[][]> Model(IServiceProvider services)
{
    if (services.GetRequiredService<IOptions<BatchingOptions>>().Value.ComputeThreads is > 0 and var threads)
    {
        Torch.SetNumThreads(threads);
    }

    return builder.Configuration.GetValue("baseline", false)
        ? static images => [.. images.Select(static _ => new float[10])]
        : DigitClassifier.LoadOrTrain(builder.Configuration["model"] ?? Path.Combine(AppContext.BaseDirectory, "digits.pt")).Probabilities;
}
