namespace TorchLite;

/// <summary>How exactly float32 matrices are multiplied: the words of PyTorch's <c>torch.set_float32_matmul_precision</c>.</summary>
public enum Float32MatmulPrecision
{
    /// <summary>In float32, with 23 bits of fraction. PyTorch's <c>"highest"</c>.</summary>
    Highest,

    /// <summary>Where it is faster, in TensorFloat32 or in two bfloat16 numbers each. PyTorch's <c>"high"</c>.</summary>
    High,

    /// <summary>Where it is faster, in bfloat16. PyTorch's <c>"medium"</c>.</summary>
    Medium,
}
