using TorchLite.Nn;
using TorchLite.Nn.Utils.Prune;
using NnUtils = TorchLite.Torch.Nn.Utils;
using Parametrizations = TorchLite.Torch.Nn.Utils.Parametrizations;
using Prune = TorchLite.Torch.Nn.Utils.Prune;

namespace TorchLite.Tests.Nn;

/// <summary>Parametrized and pruned modules by the names that tests/reference/reparametrized.py gives them.</summary>
internal sealed record Reparametrized(Func<Module<Tensor, Tensor>> Make, Shape Input, Action<Module<Tensor, Tensor>> Remove)
{
    private static readonly Shape Rows = [2, 4];
    private static readonly Shape Image = [1, 2, 3, 3];

    internal static Dictionary<string, Reparametrized> All { get; } = new()
    {
        ["parametrized weight_norm"] = new(static () => Parametrizations.WeightNorm(Linear()), Rows, Leave),
        ["parametrized weight_norm of a convolution"] = new(static () => Parametrizations.WeightNorm(Conv(), dim: 1), Image, Leave),
        ["parametrized weight_norm of the whole"] = new(static () => Parametrizations.WeightNorm(Linear(), dim: null), Rows, Leave),
        ["parametrized spectral_norm"] = new(static () => Parametrizations.SpectralNorm(Linear()), Rows, Leave),
        ["parametrized spectral_norm, put back"] = new(static () => Parametrizations.SpectralNorm(Linear()), Rows, Original),
        ["parametrized spectral_norm of a convolution"] =
            new(static () => Parametrizations.SpectralNorm(Conv(), nPowerIterations: 3), Image, Leave),
        ["parametrized spectral_norm of a transposed one"] = new(static () => Parametrizations.SpectralNorm(Transposed()), Image, Leave),
        ["parametrized spectral_norm of a vector"] = new(static () => Parametrizations.SpectralNorm(new LayerNorm(4)), Rows, Leave),
        ["orthogonal"] = new(static () => Parametrizations.Orthogonal(Linear()), Rows, Leave),
        ["orthogonal square"] = new(static () => Parametrizations.Orthogonal(Square()), Rows, Leave),
        ["orthogonal by matrix_exp"] =
            new(static () => Parametrizations.Orthogonal(Square(), orthogonalMap: OrthogonalMap.MatrixExp), Rows, Leave),
        ["orthogonal by cayley"] = new(static () => Parametrizations.Orthogonal(Square(), orthogonalMap: OrthogonalMap.Cayley), Rows, Leave),
        ["orthogonal by householder"] =
            new(static () => Parametrizations.Orthogonal(Linear(), orthogonalMap: OrthogonalMap.Householder), Rows, Leave),
        ["orthogonal, not trivialized"] = new(static () => Parametrizations.Orthogonal(Linear(), useTrivialization: false), Rows, Leave),
        ["weight_norm"] = new(static () => NnUtils.WeightNorm(Linear()), Rows, static net => NnUtils.RemoveWeightNorm(net)),
        ["weight_norm of a convolution"] =
            new(static () => NnUtils.WeightNorm(Conv(), dim: 1), Image, static net => NnUtils.RemoveWeightNorm(net)),
        ["weight_norm of the whole"] =
            new(static () => NnUtils.WeightNorm(Linear(), dim: null), Rows, static net => NnUtils.RemoveWeightNorm(net)),
        ["spectral_norm"] = new(static () => NnUtils.SpectralNorm(Linear()), Rows, static net => NnUtils.RemoveSpectralNorm(net)),
        ["spectral_norm of a transposed convolution"] =
            new(static () => NnUtils.SpectralNorm(Transposed(), nPowerIterations: 2), Image, static net => NnUtils.RemoveSpectralNorm(net)),
        ["pruned at random"] = new(static () => Prune.RandomUnstructured(Linear(), "weight", amount: 0.3), Rows, Pruned),
        ["pruned at random by number"] = new(static () => Prune.RandomUnstructured(Conv(), "weight", amount: 5), Image, Pruned),
        ["rows pruned at random"] = new(static () => Prune.RandomStructured(Linear(), "weight", amount: 1, dim: 0), Rows, Pruned),
        ["pruned by size"] = new(static () => Prune.L1Unstructured(Linear(), "weight", amount: 0.5), Rows, Pruned),
        ["pruned by given scores"] = new(
            static () => Prune.L1Unstructured(Linear(), "weight", amount: 3, importanceScores: Torch.Arange(12.0).View(3, 4)), Rows, Pruned),
        ["channels pruned by norm"] = new(static () => Prune.LnStructured(Conv(), "weight", amount: 0.5, n: 2, dim: 1), Image, Pruned),
        ["rows pruned by the sum"] = new(static () => Prune.LnStructured(Linear(), "weight", amount: 1, n: 1, dim: 0), Rows, Pruned),
        ["pruned by a mask"] =
            new(static () => Prune.CustomFromMask(Linear(), "weight", (Torch.Arange(12).View(3, 4) % 3) > 0), Rows, Pruned),
        ["pruned not at all"] = new(static () => Prune.Identity(Linear(), "weight"), Rows, Pruned),
        ["pruned twice"] = new(
            static () => Prune.L1Unstructured(Prune.RandomUnstructured(Linear(), "weight", amount: 0.3), "weight", amount: 0.5), Rows, Pruned),
        ["pruned globally"] = new(
            static () =>
            {
                var net = Linear();
                Prune.GlobalUnstructured([(net, "weight"), (net, "bias")], new L1Unstructured(0.4));
                return net;
            },
            Rows, Pruned),
    };

    private static Linear Linear() => new(4, 3);

    private static Linear Square() => new(4, 4);

    private static Conv2d Conv() => new(2, 3, 2);

    private static ConvTranspose2d Transposed() => new(2, 3, 2);

    private static void Leave(Module<Tensor, Tensor> net) => NnUtils.Parametrize.RemoveParametrizations(net, "weight");

    private static void Original(Module<Tensor, Tensor> net) =>
        NnUtils.Parametrize.RemoveParametrizations(net, "weight", leaveParametrized: false);

    private static void Pruned(Module<Tensor, Tensor> net) => Prune.Remove(net, "weight");
}
