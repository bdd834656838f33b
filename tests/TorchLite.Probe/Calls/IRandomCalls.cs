namespace TorchLite.Probe.Calls;

/// <summary>A source of calls.</summary>
internal interface IRandomCalls
{
    /// <summary>The next call and what it is, in one line.</summary>
    (string Text, Action Call) Next(RandomValues values);
}
