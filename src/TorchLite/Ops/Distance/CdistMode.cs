namespace TorchLite;

/// <summary>Whether Euclidean distances are found by matrix multiplication: PyTorch's <c>compute_mode</c> of <c>cdist</c>.</summary>
public enum CdistMode
{
    /// <summary>If there are more than 25 rows. PyTorch's <c>"use_mm_for_euclid_dist_if_necessary"</c>.</summary>
    UseMmForEuclidDistIfNecessary,

    /// <summary>Always. PyTorch's <c>"use_mm_for_euclid_dist"</c>.</summary>
    UseMmForEuclidDist,

    /// <summary>Never. PyTorch's <c>"donot_use_mm_for_euclid_dist"</c>.</summary>
    DonotUseMmForEuclidDist,
}
