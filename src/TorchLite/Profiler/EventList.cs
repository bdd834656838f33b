using System.Collections;

namespace TorchLite.Profiler;

/// <summary>Events of a profile, which can be shown as a table: PyTorch's <c>EventList</c>.</summary>
/// <typeparam name="T">What one entry is: a single event, or the average of many.</typeparam>
/// <example><code>
/// using var profile = Torch.Profiler.Profile();
/// Torch.Ones(2).Sum();
/// profile.Stop();
/// profile.KeyAverages().Table(rowLimit: 1).Contains("Self CPU time total: ")   // True
/// </code></example>
public sealed class EventList<T> : IReadOnlyList<T>
    where T : ProfilerEvent
{
    private readonly IReadOnlyList<T> events;
    private readonly EventTable options;

    internal EventList(IReadOnlyList<T> events, EventTable options) => (this.events, this.options) = (events, options);

    /// <summary>How many there are.</summary>
    public int Count => events.Count;

    /// <summary>The time on the CPU, of all together, in microseconds: PyTorch's <c>self_cpu_time_total</c>.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2).Exp();
    /// profile.Stop();
    /// profile.Events().SelfCpuTimeTotal > 0   // True
    /// </code></example>
    public double SelfCpuTimeTotal => events.Aggregate(0.0, static (sum, one) => sum + one.SelfCpuTimeTotal);

    /// <summary>One of them.</summary>
    /// <param name="index">The index, from 0 on.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2);
    /// profile.Stop();
    /// profile.Events()[0].Name   // aten::ones
    /// </code></example>
    public T this[int index] => events[index];

    /// <summary>The events as PyTorch's table, line for line: PyTorch's <c>table(...)</c>.</summary>
    /// <param name="sortBy">
    /// PyTorch's name of the column by which it is sorted, from the largest on: <c>cpu_time</c>, <c>cpu_time_total</c>,
    /// <c>self_cpu_time_total</c>, the same with <c>cuda</c> or <c>device</c>, <c>cpu_memory_usage</c>, <c>self_cpu_memory_usage</c>,
    /// <c>count</c>, <c>flops</c>. Null: as they came.
    /// </param>
    /// <param name="rowLimit">How many rows there are at most; -1: all.</param>
    /// <param name="maxNameColumnWidth">How wide the column of the names is at most; null: as wide as need be.</param>
    /// <param name="maxShapesColumnWidth">How wide the column of the shapes is at most; null: as wide as need be.</param>
    /// <param name="header">A line above the table.</param>
    /// <param name="topLevelEventsOnly">Whether to leave out what lies within other events.</param>
    /// <param name="timeUnit">The unit of all times, <c>s</c>, <c>ms</c> or <c>us</c>; null: the one that fits each.</param>
    /// <returns>The table; empty where there are no events.</returns>
    /// <exception cref="TorchException">There is no such column.</exception>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2).Sum();
    /// profile.Stop();
    /// profile.KeyAverages().Table(sortBy: "self_cpu_time_total", rowLimit: 5).Split('\n')[1].Trim()[..18]   // Name    Self CPU %
    /// </code></example>
    public string Table(
        string? sortBy = null, long rowLimit = 100, int? maxNameColumnWidth = 55, int? maxShapesColumnWidth = 80, string? header = null,
        bool topLevelEventsOnly = false, string? timeUnit = null) =>
        options.Write(events, sortBy, rowLimit, maxNameColumnWidth, maxShapesColumnWidth, header, topLevelEventsOnly, timeUnit);

    /// <summary>The table, as <see cref="Table"/> gives it without arguments.</summary>
    /// <returns>The table.</returns>
    public override string ToString() => Table();

    /// <summary>The events in their order.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<T> GetEnumerator() => events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
