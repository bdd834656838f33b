using System.Diagnostics;

namespace TorchLite.Native;

/// <summary>The matrix product of any shapes, which TorchSharp's own call ends the process for when they do not fit.</summary>
[StackTraceHidden]
internal static class LinearAlgebra
{
    internal static Tensor Matmul(Tensor a, Tensor b) => (a.Dim(), b.Dim()) switch
    {
        (0, _) or (_, 0) => throw new TorchException(
            $"both arguments to matmul need to be at least 1D, but they are {a.Dim()}D and {b.Dim()}D"),
        (1, 1) => a.Dot(b),
        (2, 1) => a.Mv(b),
        (1, 2) => a.Unsqueeze(0).Mm(b).Squeeze(0),
        (2, 2) => a.Mm(b),
        _ when Fits(a, b) => Gate.Direct(static (x, y) => Exports.Matmul(x, y), a, b),
        _ => InSteps(a, b),
    };

    // What libtorch's matmul asks for. Where it is not met, the steps below say what is wrong, in PyTorch's words.
    private static bool Fits(Tensor a, Tensor b)
    {
        var (left, right) = (a.Shape, b.Shape);
        return a.DType == b.DType && a.DType != DType.Bool && a.Device == b.Device
            && left[^1] == (right.Count == 1 ? right[0] : right[^2])
            && Broadcast(Stack(left), Stack(right)) is not null;
    }

    // As libtorch composes it: a stack with one matrix is one large matrix, two stacks are broadcast and multiplied in pairs.
    private static Tensor InSteps(Tensor a, Tensor b)
    {
        using var scope = Torch.Scope();
        var (left, right) = (a.Shape, b.Shape);
        if (right.Count <= 2)
        {
            var rows = a.Reshape(-1, left[^1]);
            var product = right.Count == 1 ? rows.Mv(b) : rows.Mm(b);
            return scope.Keep(product.Reshape([.. left[..^1], .. right.Count == 1 ? [] : right[^1..]]));
        }

        if (left.Count <= 2)
        {
            var transposed = left.Count == 1 ? InSteps(b.MT, a) : InSteps(b.MT, a.T).MT;
            return scope.Keep(transposed);
        }

        var stack = BroadcastOrRefuse(Stack(left), Stack(right));
        var x = a.Expand([.. stack, .. left[^2..]]).Reshape(-1, left[^2], left[^1]);
        var y = b.Expand([.. stack, .. right[^2..]]).Reshape(-1, right[^2], right[^1]);
        return scope.Keep(x.Bmm(y).View([.. stack, left[^2], right[^1]]));
    }

    private static Shape Stack(Shape shape) => shape.Count <= 2 ? [] : shape[..^2];

    /// <summary>The shape to which two broadcast, or null.</summary>
    internal static long[]? Broadcast(Shape a, Shape b)
    {
        var result = new long[Math.Max(a.Count, b.Count)];
        Array.Fill(result, 1);
        return a.TryBroadcastInto(result) && b.TryBroadcastInto(result) ? result : null;
    }

    /// <summary>The same; where there is none, the error of libtorch's <c>infer_size</c>.</summary>
    internal static long[] BroadcastOrRefuse(Shape a, Shape b) => Broadcast(a, b) ?? throw new TorchException(Mismatch(a, b));

    private static string Mismatch(Shape a, Shape b)
    {
        for (var i = 1; i <= Math.Min(a.Count, b.Count); i++)
        {
            if (a[^i] != b[^i] && a[^i] != 1 && b[^i] != 1)
            {
                return $"The size of tensor a ({a[^i]}) must match the size of tensor b ({b[^i]}) "
                    + $"at non-singleton dimension {Math.Max(a.Count, b.Count) - i}";
            }
        }

        return "The sizes of the stacks do not broadcast";
    }
}
