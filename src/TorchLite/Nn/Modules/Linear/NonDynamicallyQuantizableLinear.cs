namespace TorchLite.Nn;

/// <summary>The last layer of <see cref="MultiheadAttention"/>, which PyTorch prints under this name.</summary>
internal sealed class NonDynamicallyQuantizableLinear(long inFeatures, long outFeatures, bool bias, Device? device, DType? dtype)
    : Linear(inFeatures, outFeatures, bias, device, dtype);
