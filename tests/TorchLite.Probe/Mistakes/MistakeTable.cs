namespace TorchLite.Probe.Mistakes;

/// <summary>All mistakes, a file for a kind.</summary>
internal static partial class MistakeTable
{
    internal static Mistake[] All => field ??=
    [
        .. Dims, .. Shapes, .. Products, .. DTypes, .. Devices, .. Indices, .. Creation, .. Cuda, .. Autograd, .. Gradients,
        .. Leaves, .. CustomFunctions, .. Functional, .. Checks, .. DotNet, .. Kernels, .. Arguments,
        .. LinearLayers, .. ConvolutionLayers, .. PoolingLayers, .. PaddingLayers, .. NormalizationLayers, .. ActivationLayers,
        .. LookupLayers, .. VisionLayers, .. LossesLayers, .. RecurrentLayers, .. AttentionLayers, .. Modules, .. Optimizers,
    ];
}
