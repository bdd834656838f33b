namespace TorchLite.Probe.Mistakes;

internal static partial class MistakeTable
{
    private static readonly Mistake[] Arguments =
    [
        // None where a tensor has to be.
        new("torch.ones(2).add(None)", static () => Torch.Ones(2).Add((Tensor)null!)),
        new("torch.add(None, torch.ones(2))", static () => Torch.Add(null!, Torch.Ones(2))),
        new("torch.matmul(torch.ones(2), None)", static () => Torch.Matmul(Torch.Ones(2), null!)),
        new("torch.cat([torch.ones(2), None])", static () => Torch.Cat([Torch.Ones(2), null!])),
        new("torch.where(None, torch.ones(2), torch.ones(2))", static () => Torch.Where(null!, Torch.Ones(2), Torch.Ones(2))),
        new("torch.isin(torch.ones(2), None)", static () => Torch.Isin(Torch.Ones(2), (Tensor)null!)),
        new("torch.lu(None)", static () => Torch.Lu(null!)),
        new("torch.svd_lowrank(None)", static () => Torch.SvdLowrank(null!)),
        new("torch.pca_lowrank(None)", static () => Torch.PcaLowrank(null!)),
        new("torch.signal.windows.general_cosine(3, a=None)", static () => Torch.Signal.Windows.GeneralCosine(3, null!)),

        // A number where a tensor has to be, which C# turns into one.
        new("torch.eq(2, 3)", static () => Torch.Eq(2, 3)),
        new("torch.maximum(torch.tensor([1, 3]), 2)", static () => Torch.Maximum(Torch.Tensor([1, 3]), 2)),
        new("torch.logical_and(torch.tensor([1, 0]), 2)", static () => Torch.LogicalAnd(Torch.Tensor([1, 0]), 2)),
        new("torch.gcd(torch.tensor([4, 6]), 2)", static () => Torch.Gcd(Torch.Tensor([4, 6]), 2)),
        new("torch.atan2(torch.tensor([0.0, 1.0]), 1.0)", static () => Torch.Atan2(Torch.Tensor([0.0, 1.0]), 1.0)),
        new("torch.complex(1.0, 2.0)", static () => Torch.Complex(1.0, 2.0)),
        new("torch.matmul(torch.ones(2), 2)", static () => Torch.Matmul(Torch.Ones(2), 2)),

        // Integers that only the largest dtypes hold.
        new("torch.where(torch.tensor([True, False]), torch.tensor([1, 2]), 9223372036854775813)",
            static () => Torch.Where(Torch.Tensor([true, false]), Torch.Tensor([1, 2]), 9223372036854775813UL)),
        new("torch.where(torch.tensor([True, False]), 9223372036854775813, torch.tensor([1.0, 2.0]))",
            static () => Torch.Where(Torch.Tensor([true, false]), 9223372036854775813UL, Torch.Tensor([1.0, 2.0]))),
        new("torch.tensor([1, 2], dtype=torch.uint8).where(torch.tensor([True, False]), 300)",
            static () => Torch.Tensor([1, 2], DType.Uint8).Where(Torch.Tensor([true, false]), 300)),
        new("torch.tensor([1, 2], dtype=torch.int32).where(torch.tensor([True, False]), 2 ** 40)",
            static () => Torch.Tensor([1, 2], DType.Int32).Where(Torch.Tensor([true, false]), 1L << 40)),
        new("torch.where(torch.tensor([True, False]), torch.tensor([True, False]), 9223372036854775813)",
            static () => Torch.Where(Torch.Tensor([true, false]), Torch.Tensor([true, false]), 9223372036854775813UL)),
        new("torch.where(torch.tensor([True, False]), 9223372036854775813, 1)",
            static () => Torch.Where(Torch.Tensor([true, false]), 9223372036854775813UL, 1)),
        new("torch.where(torch.tensor([True, False]), 9223372036854775813, 1.5)",
            static () => Torch.Where(Torch.Tensor([true, false]), 9223372036854775813UL, 1.5)),
        new("torch.isin(torch.tensor([1, 2]), 9223372036854775813)", static () => Torch.Isin(Torch.Tensor([1, 2]), 9223372036854775813UL)),
        new("torch.isin(9223372036854775813, torch.tensor([1, 2]))", static () => Torch.Isin(9223372036854775813UL, Torch.Tensor([1, 2]))),
        new("torch.isin(torch.tensor([-1, 2]), 18446744073709551615)", static () => Torch.Isin(Torch.Tensor([-1, 2]), ulong.MaxValue)),
        new("torch.isin(torch.tensor([1.0, 9223372036854775808.0]), 9223372036854775813)",
            static () => Torch.Isin(Torch.Tensor([1.0, 9223372036854775808.0]), 9223372036854775813UL)),
        new("torch.isin(torch.tensor([True]), 1)", static () => Torch.Isin(Torch.Tensor([true]), 1)),
        new("torch.isin(torch.tensor([1]), True)", static () => Torch.Isin(Torch.Tensor([1]), true)),
        new("torch.isin(torch.tensor([1]), 1j)", static () => Torch.Isin(Torch.Tensor([1]), new System.Numerics.Complex(0, 1))),
    ];
}
