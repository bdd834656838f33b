namespace TorchLite.Jit;

/// <summary>A tensor of a pickle, whose values stand elsewhere.</summary>
internal sealed record PickledTensor;
