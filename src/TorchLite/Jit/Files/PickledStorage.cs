namespace TorchLite.Jit;

/// <summary>A storage that a pickle names.</summary>
/// <param name="Count">How many elements it has.</param>
internal sealed record PickledStorage(long Count);
