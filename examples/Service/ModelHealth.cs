using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Service;

/// <summary>
/// 健康就是: 一张白纸像别的请求一样排队, 一秒之内有回答.
/// Healthy means that a white sheet, which waits as other requests do, is answered within a second.
/// </summary>
internal sealed class ModelHealth(BatchedModel model) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (model.Predict(new float[DigitClassifier.Pixels], cancellationToken) is not { } answer)
        {
            return HealthCheckResult.Degraded("队满了. The queue is full.");
        }

        await answer.WaitAsync(Patience, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
