using TorchLite.Nn;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails();
builder.Services.AddHealthChecks();

// Requests already run side by side: one thread each serves more of them than all threads for one.
Torch.SetNumThreads(1);
builder.Services.AddSingleton<Predictor>();

var app = builder.Build();
app.UseExceptionHandler();
app.MapHealthChecks("/health");

// curl localhost:5000/predict -H 'Content-Type: application/json' -d '[[0.1, 0.2], [0.9, 0.8]]'
app.MapPost("/predict", (List<float[]> points, Predictor predictor) =>
{
    try
    {
        return Results.Ok(predictor.Predict([.. points]));
    }
    catch (TorchException error)
    {
        return Results.Problem(error.Message, statusCode: StatusCodes.Status400BadRequest);
    }
});
app.Run();

class Predictor
{
    private readonly Mlp net = new();

    public Predictor(ILogger<Predictor> logger)
    {
        // The weights that a training program saved with Torch.Save(net.StateDict(), "mlp.pt").
        if (File.Exists("mlp.pt"))
        {
            net.LoadStateDict(Torch.LoadStateDict("mlp.pt"));
        }
        else
        {
            logger.LogWarning("there is no mlp.pt: the network has not learned anything");
        }

        net.Eval();
    }

    public float[] Predict(float[][] points)
    {
        using var mode = Torch.InferenceMode();
        using var scope = Torch.Scope();
        return net.Call(Torch.Tensor(points)).Softmax(dim: 1)[.., 1].ToArray<float>();
    }
}

class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = new(2, 32);
    private readonly Linear fc2 = new(32, 2);

    protected override Tensor Forward(Tensor x) => fc2.Call(fc1.Call(x).Relu());
}
