namespace TorchLite.Optim;

/// <summary>How <see cref="Muon"/>'s learning rate goes with the sizes of a matrix: PyTorch's <c>adjust_lr_fn</c>.</summary>
public enum MuonLrAdjustment
{
    /// <summary>With the root of rows by columns, where that is more than 1: PyTorch's <c>"original"</c>.</summary>
    Original,

    /// <summary>So that changes are about as large as those of <see cref="AdamW"/>: PyTorch's <c>"match_rms_adamw"</c>.</summary>
    MatchRmsAdamw,

    /// <summary>With the root of rows by columns: PyTorch's <c>"spectral_unclamped"</c>.</summary>
    SpectralUnclamped,
}
