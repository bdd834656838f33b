namespace TorchLite.Native;

/// <summary>How a <see cref="NativeReducer"/> reduces.</summary>
internal readonly record struct ReducerOptions(
    long BucketBytesCap, long FirstBucketBytesCap, bool FindUnusedParameters, bool GradientAsBucketView, bool SkipAllReduceUnusedParams);
