using TorchLite.Native;

namespace TorchLite.Probe.Torture;

/// <summary>
/// Tensors that exist, and of which most of libtorch's functions say that they cannot work with them: views whose history is lost, and
/// what has no strided memory.
/// </summary>
internal static class StrangeTensors
{
    internal static readonly Recipe[] All =
    [
        new("stale part", static () => StalePart(Torch.Ones([2, 2, 3], requiresGrad: true) * 2)),
        new("stale vector", static () => StalePart(Torch.Ones([2, 3], requiresGrad: true) * 2)),
        new("stale number", static () => StalePart(Torch.Ones([3], requiresGrad: true) * 2)),
        new("stale square", static () => StalePart(Torch.Ones([2, 3, 3], requiresGrad: true) * 2)),
        new("unrecorded view", static () =>
        {
            var leaf = Torch.Ones([2, 2, 3], requiresGrad: true);
            using var off = Torch.NoGrad();
            var view = leaf[0];
            leaf.Add_(1);
            return view;
        }),
        new("sparse", static () =>
        {
            // Past the gate, which refuses such a result.
            using var ones = TorchSharp.torch.ones(2, 3);
            using var sparse = ones.to_sparse();
            return Tensor.FromTorchSharp(sparse);
        }),
        new("nested", static () => Script.Run(
            $"torch._nested_tensor_from_tensor_list({new[] { Torch.Ones(2, 3), Torch.Ones(1, 3) }}, None, None, None, None)")),
    ];

    private static Tensor StalePart(Tensor whole)
    {
        var parts = whole.Unbind();
        whole.Add_(1);
        return parts[0];
    }
}
