namespace TorchLite.Distributed;

/// <summary>How a <see cref="Reducer"/> reduces.</summary>
internal readonly record struct ReducerOptions(
    long BucketBytesCap, long FirstBucketBytesCap, bool FindUnusedParameters, bool GradientAsBucketView, bool SkipAllReduceUnusedParams);
