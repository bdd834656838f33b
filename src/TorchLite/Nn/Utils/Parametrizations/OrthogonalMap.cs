namespace TorchLite;

/// <summary>How a matrix is made orthogonal: PyTorch's <c>orthogonal_map</c>.</summary>
public enum OrthogonalMap
{
    /// <summary>The exponential of a skew-symmetric matrix: <c>'matrix_exp'</c>.</summary>
    MatrixExp,

    /// <summary>Cayley's map of a skew-symmetric matrix: <c>'cayley'</c>.</summary>
    Cayley,

    /// <summary>A product of Householder's reflections: <c>'householder'</c>.</summary>
    Householder,
}
