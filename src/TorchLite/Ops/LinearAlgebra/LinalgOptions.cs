namespace TorchLite;

/// <summary>The triangle of a symmetric matrix that is read: PyTorch's <c>UPLO</c>.</summary>
public enum Uplo
{
    /// <summary>The lower one: <c>'L'</c>.</summary>
    L,

    /// <summary>The upper one: <c>'U'</c>.</summary>
    U,
}

/// <summary>How much of a QR decomposition is computed: PyTorch's <c>mode</c> of <c>torch.linalg.qr</c>.</summary>
public enum QrMode
{
    /// <summary>Q [m, k] and R [k, n], k the smaller of m and n: <c>'reduced'</c>.</summary>
    Reduced,

    /// <summary>Q [m, m] and R [m, n]: <c>'complete'</c>.</summary>
    Complete,

    /// <summary>R [k, n] only, and an empty Q: <c>'r'</c>.</summary>
    R,
}

/// <summary>The LAPACK driver for least squares: PyTorch's <c>driver</c> of <c>torch.linalg.lstsq</c>.</summary>
public enum LstsqDriver
{
    /// <summary>QR; for matrices of full rank only: <c>'gels'</c>.</summary>
    Gels,

    /// <summary>QR with pivots, for any matrix; the CPU's default: <c>'gelsy'</c>.</summary>
    Gelsy,

    /// <summary>Singular values by divide and conquer: <c>'gelsd'</c>.</summary>
    Gelsd,

    /// <summary>Singular values by the full decomposition: <c>'gelss'</c>.</summary>
    Gelss,
}

/// <summary>The cuSOLVER algorithm for singular values, on GPUs only: PyTorch's <c>driver</c> of <c>torch.linalg.svd</c>.</summary>
public enum SvdDriver
{
    /// <summary>By QR iterations: <c>'gesvd'</c>.</summary>
    Gesvd,

    /// <summary>By Jacobi rotations: <c>'gesvdj'</c>.</summary>
    Gesvdj,

    /// <summary>An approximation: <c>'gesvda'</c>.</summary>
    Gesvda,
}
