namespace TorchLite;

/// <summary>The precision of float32 matrix multiplication: the words of PyTorch's <c>torch.set_float32_matmul_precision</c>.</summary>
public enum Float32MatmulPrecision
{
    /// <summary>In float32, with 23 bits of fraction. PyTorch's <c>"highest"</c>.</summary>
    Highest,

    /// <summary>If it is faster, computed in TensorFloat32 or in two bfloat16 numbers each. PyTorch's <c>"high"</c>.</summary>
    High,

    /// <summary>If it is faster, computed in bfloat16. PyTorch's <c>"medium"</c>.</summary>
    Medium,
}
