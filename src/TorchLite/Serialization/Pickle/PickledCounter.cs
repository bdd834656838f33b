namespace TorchLite.Serialization;

/// <summary>
/// A dict that is Python's <c>collections.Counter</c>, and is written as one: Python's <c>MultiStepLR</c> asks its milestones for what only
/// that has.
/// </summary>
internal sealed class PickledCounter() : OrderedDictionary<object, object?>(PickleKeys.Comparer);
