using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>What the functions of the modules share.</content>
public static partial class Torch
{
    private static Dims LastTwo => [-2, -1];

    private static Tensor[] Given(ReadOnlySpan<Tensor> tensors, [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        foreach (var tensor in tensors)
        {
            ArgumentNullException.ThrowIfNull(tensor, name);
        }

        return tensors.ToArray();
    }
}
