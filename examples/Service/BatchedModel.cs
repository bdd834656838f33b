using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Service;

/// <summary>
/// 把同时来的请求合成一批: 一个线程算, 算的时候来的就是下一批, 所以没有人等别人来凑数.
/// Makes one batch of the requests that come at once: one thread computes, and what comes meanwhile is the next batch, so that none waits
/// for others to come.
/// </summary>
/// <param name="model">从一批图到它们的概率. From a batch of images to their probabilities.</param>
/// <param name="options">多大的批, 多长的队. How large a batch, how long a queue.</param>
/// <param name="logger">记录错误. Records errors.</param>
internal sealed partial class BatchedModel(
    Func<IReadOnlyList<float[]>, float[][]> model, IOptions<BatchingOptions> options, ILogger<BatchedModel> logger) : BackgroundService
{
    private readonly Channel<Request> waiting = Channel.CreateBounded<Request>(
        new BoundedChannelOptions(options.Value.MaxWaiting) { SingleReader = true });

    /// <summary>一张图的概率; 队满了或者正在关闭就是null. The probabilities of an image; null where the queue is full or being closed.</summary>
    /// <param name="image">灰度. The shades.</param>
    /// <param name="aborted">客户走了就不用算. What the client does not wait for is not computed.</param>
    internal Task<float[]>? Predict(float[] image, CancellationToken aborted)
    {
        var request = new Request(image, aborted);
        return waiting.Writer.TryWrite(request) ? request.Answer.Task.WaitAsync(aborted) : null;
    }

    /// <summary>
    /// 服务器先停: 那时已经没有请求, 除非它等得不耐烦了. 排着队的都算完.
    /// The server stops before this, so that no request is left unless it lost its patience. What waits is computed.
    /// </summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    // 一个自己的线程, 不占线程池的. A thread of its own, none of the pool's.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run()
    {
        var batch = new List<Request>();
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < options.Value.MaxBatchSize && waiting.Reader.TryRead(out var request))
            {
                if (!request.Aborted.IsCancellationRequested)
                {
                    batch.Add(request);
                }
            }

            if (batch.Count > 0)
            {
                Answer(batch);
            }
        }
    }

    private void Answer(List<Request> batch)
    {
        try
        {
            var answers = model([.. batch.Select(static request => request.Image)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answer.TrySetResult(answers[i]);
            }
        }
        catch (Exception error)
        {
            // 这一批的请求得到500, 服务接着做下一批. The requests of this batch get a 500, and the service goes on with the next one.
            LogFailure(batch.Count, error);
            batch.ForEach(request => request.Answer.TrySetException(error));
        }
    }

    [LoggerMessage(LogLevel.Error, "A batch of {Count} requests failed")]
    private partial void LogFailure(int count, Exception error);

    private sealed record Request(float[] Image, CancellationToken Aborted)
    {
        // 回答不在算的线程上写. Answers are not written by the thread that computes.
        internal TaskCompletionSource<float[]> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
