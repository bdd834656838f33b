namespace TorchLite.Distributed;

/// <summary>How a reduction joins the values of the ranks: PyTorch's <c>torch.distributed.ReduceOp</c>.</summary>
/// <example><code>
/// (int)ReduceOp.Sum   // 0
/// </code></example>
public enum ReduceOp
{
    /// <summary>Their sum.</summary>
    Sum = 0,

    /// <summary>Their mean; of floating-point and complex numbers.</summary>
    Avg = 1,

    /// <summary>Their product.</summary>
    Product = 2,

    /// <summary>The least of them.</summary>
    Min = 3,

    /// <summary>The greatest of them.</summary>
    Max = 4,

    /// <summary>The bits that all of them have; of integers.</summary>
    Band = 5,

    /// <summary>The bits that any of them has; of integers.</summary>
    Bor = 6,

    /// <summary>The bits that an odd number of them has; of integers.</summary>
    Bxor = 7,
}
