// 手写数字识别服务: 在浏览器里写一个数字, 网络说是几.
// A service for handwritten digits: one draws a digit in the browser, and the network says which it is.
//   dotnet run -c Release --project examples/ImageClassifierService                     某个空闲的端口 some free port
//   dotnet run -c Release --project examples/ImageClassifierService -- --port 8080      给定的端口 this port
using System.Text.Json;
using ImageClassifierService;
using TorchLite;

const int MostBytes = 1 << 20;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddProblemDetails();
builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = MostBytes);

// 只听本机, 除非用--urls另说 (this machine only, unless --urls says otherwise)
if (builder.Configuration["urls"] is null)
{
    builder.WebHost.UseUrls($"http://127.0.0.1:{builder.Configuration.GetValue("port", 0)}");
}

// 网络这么小, 一个请求一个线程最快 (for so small a network a thread for each request is fastest)
Torch.SetNumThreads(1);
var classifier = DigitClassifier.LoadOrTrain(builder.Configuration["model"] ?? Path.Combine(AppContext.BaseDirectory, "digits.pt"));

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    // 请求太大之类是请求的错 (a request that is too large, say, is the request's mistake)
    StatusCodeSelector = error => (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
});
app.UseStatusCodePages();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapGet("/health", () => new { status = "healthy", testAccuracy = classifier.TestAccuracy });
app.MapPost("/predict", async (HttpRequest request, CancellationToken cancellation) =>
{
    try
    {
        var pixels = request.HasJsonContentType() ? await FromJson(request, cancellation)
            : request.ContentType is "image/png" ? await FromPng(request, cancellation)
            : throw new BadHttpRequestException(
                "发送application/json或image/png. Send application/json or image/png.", StatusCodes.Status415UnsupportedMediaType);
        cancellation.ThrowIfCancellationRequested();
        var probabilities = classifier.Probabilities([pixels])[0];
        return Results.Ok(new Prediction(Array.IndexOf(probabilities, probabilities.Max()), probabilities, pixels));
    }
    catch (BadHttpRequestException mistake)
    {
        return Results.Problem(mistake.Message, statusCode: mistake.StatusCode);
    }
});
app.Run();


// {"pixels": [64个0到16的数]}, 一行一行的, 0是纸, 16是墨
// {"pixels": [64 numbers from 0 to 16]}, row by row; 0 is paper, 16 is ink
static async Task<float[]> FromJson(HttpRequest request, CancellationToken cancellation)
{
    float[]? pixels;
    try
    {
        pixels = (await request.ReadFromJsonAsync<PixelRequest>(cancellation))?.Pixels;
    }
    catch (JsonException error)
    {
        throw new BadHttpRequestException($"不是这样的JSON. This is not such JSON: {error.Message}");
    }
    catch (InvalidOperationException)
    {
        throw new BadHttpRequestException("不认识的字符集. An unknown charset.", StatusCodes.Status415UnsupportedMediaType);
    }

    return pixels is { Length: DigitClassifier.Pixels } && Array.TrueForAll(pixels, static pixel => pixel is >= 0 and <= DigitClassifier.Darkest)
        ? pixels
        : throw new BadHttpRequestException(
            $"pixels要有64个0到16的数. pixels must be 64 numbers from 0 to 16{(pixels is null ? "" : $"; there are {pixels.Length}")}.");
}

static async Task<float[]> FromPng(HttpRequest request, CancellationToken cancellation)
{
    using var file = new MemoryStream();
    await request.Body.CopyToAsync(file, cancellation);
    return DrawnDigit.Read(file.GetBuffer().AsSpan(0, (int)file.Length));
}
