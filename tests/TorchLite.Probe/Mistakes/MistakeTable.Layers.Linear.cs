using TorchLite.Nn;

namespace TorchLite.Probe.Mistakes;

/// <content>Linear layers, and what changes the shape of torch.nn: what they are made and called with.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] LinearLayers =
    [
        // Linear.
        new("torch.nn.Linear(3, 4)(torch.ones([]))", static () => new Linear(3, 4).Call(Torch.Ones([]))),
        new("torch.nn.Linear(3, 4)(torch.ones(2))", static () => new Linear(3, 4).Call(Torch.Ones(2))),
        new("torch.nn.Linear(3, 4)(torch.ones(2, 3, dtype=torch.int64))",
            static () => new Linear(3, 4).Call(Torch.Ones([2, 3], dtype: DType.Int64))),
        new("torch.nn.Linear(3, 4)(torch.ones(2, 3, dtype=torch.complex64))",
            static () => new Linear(3, 4).Call(Torch.Ones([2, 3], dtype: DType.Complex64))),
        new("torch.nn.Linear(3, 4)(torch.ones(2, 3, dtype=torch.bool))",
            static () => new Linear(3, 4).Call(Torch.Ones([2, 3], dtype: DType.Bool))),
        new("torch.nn.Linear(3, 4)(torch.ones(2, 3, dtype=torch.float64))",
            static () => new Linear(3, 4).Call(Torch.Ones([2, 3], dtype: DType.Float64))),
        new("torch.nn.Linear(-1, 4)", static () => new Linear(-1, 4)),
        new("torch.nn.Linear(3, -4)", static () => new Linear(3, -4)),
        new("torch.nn.Linear(3, 4, dtype=torch.float64)(torch.ones(2, 3))",
            static () => new Linear(3, 4, dtype: DType.Float64).Call(Torch.Ones(2, 3))),
        new("torch.nn.Linear(3, 4, device='meta')(torch.ones(2, 3))", static () => new Linear(3, 4, device: "meta").Call(Torch.Ones(2, 3))),
        new("torch.nn.Linear(3, 4, dtype=torch.int64)", static () => new Linear(3, 4, dtype: DType.Int64)),
        new("torch.nn.Linear(3, 4, device='cuda:0')", static () => new Linear(3, 4, device: "cuda:0")),
        // Bilinear.
        new("torch.nn.Bilinear(3, 2, 4)(torch.ones(2, 3), torch.ones(2, 3))",
            static () => new Bilinear(3, 2, 4).Call(Torch.Ones(2, 3), Torch.Ones(2, 3))),
        new("torch.nn.Bilinear(3, 2, 4)(torch.ones(3, 3), torch.ones(2, 2))",
            static () => new Bilinear(3, 2, 4).Call(Torch.Ones(3, 3), Torch.Ones(2, 2))),
        new("torch.nn.Bilinear(3, 2, 4)(torch.ones(2, 3), torch.ones(2, 2, 2))",
            static () => new Bilinear(3, 2, 4).Call(Torch.Ones(2, 3), Torch.Ones(2, 2, 2))),
        new("torch.nn.Bilinear(3, 2, 4)(torch.ones(2, 3, dtype=torch.int64), torch.ones(2, 2, dtype=torch.int64))",
            static () => new Bilinear(3, 2, 4).Call(Torch.Ones([2, 3], dtype: DType.Int64), Torch.Ones([2, 2], dtype: DType.Int64))),
        new("torch.nn.Bilinear(3, 2, 4)(torch.ones(2, 3, dtype=torch.float64), torch.ones(2, 2, dtype=torch.float64))",
            static () => new Bilinear(3, 2, 4).Call(Torch.Ones([2, 3], dtype: DType.Float64), Torch.Ones([2, 2], dtype: DType.Float64))),
        new("torch.nn.Bilinear(3, 2, 4)(torch.ones(2, 3, dtype=torch.complex64), torch.ones(2, 2, dtype=torch.complex64))",
            static () => new Bilinear(3, 2, 4).Call(
                Torch.Ones([2, 3], dtype: DType.Complex64), Torch.Ones([2, 2], dtype: DType.Complex64))),
        new("torch.nn.Bilinear(3, 2, 4)(torch.ones(2, 3), torch.ones(2, 2, dtype=torch.float64))",
            static () => new Bilinear(3, 2, 4).Call(Torch.Ones(2, 3), Torch.Ones([2, 2], dtype: DType.Float64))),
        new("torch.nn.Bilinear(0, 2, 4)", static () => new Bilinear(0, 2, 4)),
        new("torch.nn.Bilinear(-1, 2, 4)", static () => new Bilinear(-1, 2, 4)),
        new("torch.nn.Bilinear(3, -2, 4)", static () => new Bilinear(3, -2, 4)),
        new("torch.nn.Bilinear(3, 2, -4)", static () => new Bilinear(3, 2, -4)),
        // LazyLinear.
        new("torch.nn.LazyLinear(4)(torch.ones([]))", static () => new LazyLinear(4).Call(Torch.Ones([]))),
        new("torch.nn.LazyLinear(4)(torch.ones(2, 3, dtype=torch.int64))",
            static () => new LazyLinear(4).Call(Torch.Ones([2, 3], dtype: DType.Int64))),
        new("torch.nn.LazyLinear(4)(torch.ones(2, 3, dtype=torch.complex64))",
            static () => new LazyLinear(4).Call(Torch.Ones([2, 3], dtype: DType.Complex64))),
        new("torch.nn.LazyLinear(4)(torch.ones(2, 3, dtype=torch.float64))",
            static () => new LazyLinear(4).Call(Torch.Ones([2, 3], dtype: DType.Float64))),
        // Flatten.
        new("torch.nn.Flatten(2, 1)(torch.ones(2, 3, 4))", static () => new Flatten(2, 1).Call(Torch.Ones(2, 3, 4))),
        new("torch.nn.Flatten(5)(torch.ones(2, 3))", static () => new Flatten(5).Call(Torch.Ones(2, 3))),
        new("torch.nn.Flatten(-9)(torch.ones(2, 3))", static () => new Flatten(-9).Call(Torch.Ones(2, 3))),
        // Unflatten.
        new("torch.nn.Unflatten(1, [2, 2])(torch.ones(2, 6))", static () => new Unflatten(1, [2, 2]).Call(Torch.Ones(2, 6))),
        new("torch.nn.Unflatten(2, [2, 3])(torch.ones(2, 6))", static () => new Unflatten(2, [2, 3]).Call(Torch.Ones(2, 6))),
        new("torch.nn.Unflatten(1, [-1, -1])(torch.ones(2, 6))", static () => new Unflatten(1, [-1, -1]).Call(Torch.Ones(2, 6))),
        new("torch.nn.Unflatten(1, [-1, 4])(torch.ones(2, 6))", static () => new Unflatten(1, [-1, 4]).Call(Torch.Ones(2, 6))),
        new("torch.nn.Unflatten(1, [])(torch.ones(2, 6))", static () => new Unflatten(1, []).Call(Torch.Ones(2, 6))),
        new("torch.nn.Unflatten(1, [0, -1])(torch.ones(2, 6))", static () => new Unflatten(1, [0, -1]).Call(Torch.Ones(2, 6))),
        // Sequential.
        new("torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU(), torch.nn.Linear(3, 2))(torch.ones(2, 4))",
            static () => new Sequential(new Linear(3, 2), new ReLU(), new Linear(3, 2)).Call(Torch.Ones(2, 4))),
        new("torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU(), torch.nn.Linear(3, 2))(torch.ones(2, 3, dtype=torch.int64))",
            static () => new Sequential(new Linear(3, 2), new ReLU(), new Linear(3, 2)).Call(Torch.Ones([2, 3], dtype: DType.Int64))),
    ];
}
