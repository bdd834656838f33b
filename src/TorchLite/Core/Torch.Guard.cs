using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>What arguments are asked for.</content>
public static partial class Torch
{
    // "Tensor" alone is the method here.
    private static Tensor Given(Tensor? tensor, [CallerArgumentExpression(nameof(tensor))] string? name = null) =>
        TorchLite.Tensor.Given(tensor, name);

    private static Tensor[] Given(ReadOnlySpan<Tensor> tensors, [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        foreach (var tensor in tensors)
        {
            ArgumentNullException.ThrowIfNull(tensor, name);
        }

        return tensors.ToArray();
    }

    private static Dims LastTwo => [-2, -1];
}
