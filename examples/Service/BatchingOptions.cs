using System.ComponentModel.DataAnnotations;

namespace Service;

/// <summary>
/// 配置里的"Batching"一节, 例如--Batching:MaxBatchSize 32.
/// The section "Batching" of the configuration, such as --Batching:MaxBatchSize 32.
/// </summary>
internal sealed class BatchingOptions
{
    /// <summary>一批最多几个请求. The most requests of one batch.</summary>
    [Range(1, 65536)]
    public int MaxBatchSize { get; set; } = 64;

    /// <summary>最多几个请求排队; 再来的得到503. The most requests that wait; what comes after them gets a 503.</summary>
    [Range(1, 1 << 20)]
    public int MaxWaiting { get; set; } = 1024;

    /// <summary>
    /// 一批用几个线程算; 0是libtorch自己定. 服务器也要用核, 这么小的网络一个最快.
    /// The threads that compute one batch; 0 leaves it to libtorch. The server needs cores too: for so small a network one is fastest.
    /// </summary>
    [Range(0, 1024)]
    public int ComputeThreads { get; set; } = 1;
}
