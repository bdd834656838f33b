namespace TorchLite.Benchmarks;

/// <summary>
/// One thing to measure: the same work, results disposed, by TorchLite, by TorchSharp by hand, by libtorch on raw handles, and in Python.
/// </summary>
public sealed record Operation(string Group, string Name, Action Lite, Action Sharp, Action? Native, string? Python)
{
    public override string ToString() => Name;
}
