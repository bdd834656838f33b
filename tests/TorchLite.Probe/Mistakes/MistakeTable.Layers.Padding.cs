using TorchLite.Nn;

namespace TorchLite.Probe.Mistakes;

/// <content>Layers that pad of torch.nn: what they are made and called with.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] PaddingLayers =
    [
        // ReflectionPad1d.
        new("torch.nn.ReflectionPad1d(1)(torch.ones([]))", static () => new ReflectionPad1d(1).Call(Torch.Ones([]))),
        new("torch.nn.ReflectionPad1d(1)(torch.ones(2))", static () => new ReflectionPad1d(1).Call(Torch.Ones(2))),
        new("torch.nn.ReflectionPad1d(1)(torch.ones(1, 2, 5, dtype=torch.bool))",
            static () => new ReflectionPad1d(1).Call(Torch.Ones([1, 2, 5], dtype: DType.Bool))),
        new("torch.nn.ReflectionPad1d(9)(torch.ones(1, 2, 5))", static () => new ReflectionPad1d(9).Call(Torch.Ones(1, 2, 5))),
        new("torch.nn.ReflectionPad1d(-9)(torch.ones(1, 2, 5))", static () => new ReflectionPad1d(-9).Call(Torch.Ones(1, 2, 5))),
        new("torch.nn.ReflectionPad1d([1, 1, 1])(torch.ones(1, 2, 5))",
            static () => new ReflectionPad1d([1, 1, 1]).Call(Torch.Ones(1, 2, 5))),
        // ReplicationPad1d.
        new("torch.nn.ReplicationPad1d(1)(torch.ones([]))", static () => new ReplicationPad1d(1).Call(Torch.Ones([]))),
        new("torch.nn.ReplicationPad1d(1)(torch.ones(2))", static () => new ReplicationPad1d(1).Call(Torch.Ones(2))),
        new("torch.nn.ReplicationPad1d(1)(torch.ones(1, 2, 5, dtype=torch.bool))",
            static () => new ReplicationPad1d(1).Call(Torch.Ones([1, 2, 5], dtype: DType.Bool))),
        new("torch.nn.ReplicationPad1d(-9)(torch.ones(1, 2, 5))", static () => new ReplicationPad1d(-9).Call(Torch.Ones(1, 2, 5))),
        new("torch.nn.ReplicationPad1d([1, 1, 1])(torch.ones(1, 2, 5))",
            static () => new ReplicationPad1d([1, 1, 1]).Call(Torch.Ones(1, 2, 5))),
        // ZeroPad1d.
        new("torch.nn.ZeroPad1d(1)(torch.ones([]))", static () => new ZeroPad1d(1).Call(Torch.Ones([]))),
        new("torch.nn.ZeroPad1d(-9)(torch.ones(1, 2, 5))", static () => new ZeroPad1d(-9).Call(Torch.Ones(1, 2, 5))),
        new("torch.nn.ZeroPad1d([1, 1, 1])(torch.ones(1, 2, 5))", static () => new ZeroPad1d([1, 1, 1]).Call(Torch.Ones(1, 2, 5))),
        // ConstantPad1d.
        new("torch.nn.ConstantPad1d(1, 1.5)(torch.ones([]))", static () => new ConstantPad1d(1, 1.5).Call(Torch.Ones([]))),
        new("torch.nn.ConstantPad1d(-9, 1.5)(torch.ones(1, 2, 5))", static () => new ConstantPad1d(-9, 1.5).Call(Torch.Ones(1, 2, 5))),
        new("torch.nn.ConstantPad1d([1, 1, 1], 1.5)(torch.ones(1, 2, 5))",
            static () => new ConstantPad1d([1, 1, 1], 1.5).Call(Torch.Ones(1, 2, 5))),
        // CircularPad1d.
        new("torch.nn.CircularPad1d(1)(torch.ones([]))", static () => new CircularPad1d(1).Call(Torch.Ones([]))),
        new("torch.nn.CircularPad1d(9)(torch.ones(1, 2, 5))", static () => new CircularPad1d(9).Call(Torch.Ones(1, 2, 5))),
        new("torch.nn.CircularPad1d(-9)(torch.ones(1, 2, 5))", static () => new CircularPad1d(-9).Call(Torch.Ones(1, 2, 5))),
        new("torch.nn.CircularPad1d([1, 1, 1])(torch.ones(1, 2, 5))", static () => new CircularPad1d([1, 1, 1]).Call(Torch.Ones(1, 2, 5))),
        // ReflectionPad2d.
        new("torch.nn.ReflectionPad2d(1)(torch.ones([]))", static () => new ReflectionPad2d(1).Call(Torch.Ones([]))),
        new("torch.nn.ReflectionPad2d(1)(torch.ones(2, 3))", static () => new ReflectionPad2d(1).Call(Torch.Ones(2, 3))),
        new("torch.nn.ReflectionPad2d(1)(torch.ones(1, 2, 4, 5, dtype=torch.bool))",
            static () => new ReflectionPad2d(1).Call(Torch.Ones([1, 2, 4, 5], dtype: DType.Bool))),
        new("torch.nn.ReflectionPad2d(9)(torch.ones(1, 2, 4, 5))", static () => new ReflectionPad2d(9).Call(Torch.Ones(1, 2, 4, 5))),
        new("torch.nn.ReflectionPad2d(-9)(torch.ones(1, 2, 4, 5))", static () => new ReflectionPad2d(-9).Call(Torch.Ones(1, 2, 4, 5))),
        new("torch.nn.ReflectionPad2d([1, 1, 1, 1, 1])(torch.ones(1, 2, 4, 5))",
            static () => new ReflectionPad2d([1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 4, 5))),
        // ReplicationPad2d.
        new("torch.nn.ReplicationPad2d(1)(torch.ones([]))", static () => new ReplicationPad2d(1).Call(Torch.Ones([]))),
        new("torch.nn.ReplicationPad2d(1)(torch.ones(2, 3))", static () => new ReplicationPad2d(1).Call(Torch.Ones(2, 3))),
        new("torch.nn.ReplicationPad2d(1)(torch.ones(1, 2, 4, 5, dtype=torch.bool))",
            static () => new ReplicationPad2d(1).Call(Torch.Ones([1, 2, 4, 5], dtype: DType.Bool))),
        new("torch.nn.ReplicationPad2d(-9)(torch.ones(1, 2, 4, 5))", static () => new ReplicationPad2d(-9).Call(Torch.Ones(1, 2, 4, 5))),
        new("torch.nn.ReplicationPad2d([1, 1, 1, 1, 1])(torch.ones(1, 2, 4, 5))",
            static () => new ReplicationPad2d([1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 4, 5))),
        // ZeroPad2d.
        new("torch.nn.ZeroPad2d(1)(torch.ones([]))", static () => new ZeroPad2d(1).Call(Torch.Ones([]))),
        new("torch.nn.ZeroPad2d(-9)(torch.ones(1, 2, 4, 5))", static () => new ZeroPad2d(-9).Call(Torch.Ones(1, 2, 4, 5))),
        new("torch.nn.ZeroPad2d([1, 1, 1, 1, 1])(torch.ones(1, 2, 4, 5))",
            static () => new ZeroPad2d([1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 4, 5))),
        // ConstantPad2d.
        new("torch.nn.ConstantPad2d(1, 1.5)(torch.ones([]))", static () => new ConstantPad2d(1, 1.5).Call(Torch.Ones([]))),
        new("torch.nn.ConstantPad2d(-9, 1.5)(torch.ones(1, 2, 4, 5))",
            static () => new ConstantPad2d(-9, 1.5).Call(Torch.Ones(1, 2, 4, 5))),
        new("torch.nn.ConstantPad2d([1, 1, 1, 1, 1], 1.5)(torch.ones(1, 2, 4, 5))",
            static () => new ConstantPad2d([1, 1, 1, 1, 1], 1.5).Call(Torch.Ones(1, 2, 4, 5))),
        // CircularPad2d.
        new("torch.nn.CircularPad2d(1)(torch.ones([]))", static () => new CircularPad2d(1).Call(Torch.Ones([]))),
        new("torch.nn.CircularPad2d(9)(torch.ones(1, 2, 4, 5))", static () => new CircularPad2d(9).Call(Torch.Ones(1, 2, 4, 5))),
        new("torch.nn.CircularPad2d(-9)(torch.ones(1, 2, 4, 5))", static () => new CircularPad2d(-9).Call(Torch.Ones(1, 2, 4, 5))),
        new("torch.nn.CircularPad2d([1, 1, 1, 1, 1])(torch.ones(1, 2, 4, 5))",
            static () => new CircularPad2d([1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 4, 5))),
        // ReflectionPad3d.
        new("torch.nn.ReflectionPad3d(1)(torch.ones([]))", static () => new ReflectionPad3d(1).Call(Torch.Ones([]))),
        new("torch.nn.ReflectionPad3d(1)(torch.ones(2, 3, 4))", static () => new ReflectionPad3d(1).Call(Torch.Ones(2, 3, 4))),
        new("torch.nn.ReflectionPad3d(1)(torch.ones(1, 2, 3, 4, 3, dtype=torch.bool))",
            static () => new ReflectionPad3d(1).Call(Torch.Ones([1, 2, 3, 4, 3], dtype: DType.Bool))),
        new("torch.nn.ReflectionPad3d(9)(torch.ones(1, 2, 3, 4, 3))", static () => new ReflectionPad3d(9).Call(Torch.Ones(1, 2, 3, 4, 3))),
        new("torch.nn.ReflectionPad3d(-9)(torch.ones(1, 2, 3, 4, 3))",
            static () => new ReflectionPad3d(-9).Call(Torch.Ones(1, 2, 3, 4, 3))),
        new("torch.nn.ReflectionPad3d([1, 1, 1, 1, 1, 1, 1])(torch.ones(1, 2, 3, 4, 3))",
            static () => new ReflectionPad3d([1, 1, 1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 3, 4, 3))),
        // ReplicationPad3d.
        new("torch.nn.ReplicationPad3d(1)(torch.ones([]))", static () => new ReplicationPad3d(1).Call(Torch.Ones([]))),
        new("torch.nn.ReplicationPad3d(1)(torch.ones(2, 3, 4))", static () => new ReplicationPad3d(1).Call(Torch.Ones(2, 3, 4))),
        new("torch.nn.ReplicationPad3d(1)(torch.ones(1, 2, 3, 4, 3, dtype=torch.bool))",
            static () => new ReplicationPad3d(1).Call(Torch.Ones([1, 2, 3, 4, 3], dtype: DType.Bool))),
        new("torch.nn.ReplicationPad3d(-9)(torch.ones(1, 2, 3, 4, 3))",
            static () => new ReplicationPad3d(-9).Call(Torch.Ones(1, 2, 3, 4, 3))),
        new("torch.nn.ReplicationPad3d([1, 1, 1, 1, 1, 1, 1])(torch.ones(1, 2, 3, 4, 3))",
            static () => new ReplicationPad3d([1, 1, 1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 3, 4, 3))),
        // ZeroPad3d.
        new("torch.nn.ZeroPad3d(1)(torch.ones([]))", static () => new ZeroPad3d(1).Call(Torch.Ones([]))),
        new("torch.nn.ZeroPad3d(-9)(torch.ones(1, 2, 3, 4, 3))", static () => new ZeroPad3d(-9).Call(Torch.Ones(1, 2, 3, 4, 3))),
        new("torch.nn.ZeroPad3d([1, 1, 1, 1, 1, 1, 1])(torch.ones(1, 2, 3, 4, 3))",
            static () => new ZeroPad3d([1, 1, 1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 3, 4, 3))),
        // ConstantPad3d.
        new("torch.nn.ConstantPad3d(1, 1.5)(torch.ones([]))", static () => new ConstantPad3d(1, 1.5).Call(Torch.Ones([]))),
        new("torch.nn.ConstantPad3d(-9, 1.5)(torch.ones(1, 2, 3, 4, 3))",
            static () => new ConstantPad3d(-9, 1.5).Call(Torch.Ones(1, 2, 3, 4, 3))),
        new("torch.nn.ConstantPad3d([1, 1, 1, 1, 1, 1, 1], 1.5)(torch.ones(1, 2, 3, 4, 3))",
            static () => new ConstantPad3d([1, 1, 1, 1, 1, 1, 1], 1.5).Call(Torch.Ones(1, 2, 3, 4, 3))),
        // CircularPad3d.
        new("torch.nn.CircularPad3d(1)(torch.ones([]))", static () => new CircularPad3d(1).Call(Torch.Ones([]))),
        new("torch.nn.CircularPad3d(9)(torch.ones(1, 2, 3, 4, 3))", static () => new CircularPad3d(9).Call(Torch.Ones(1, 2, 3, 4, 3))),
        new("torch.nn.CircularPad3d(-9)(torch.ones(1, 2, 3, 4, 3))", static () => new CircularPad3d(-9).Call(Torch.Ones(1, 2, 3, 4, 3))),
        new("torch.nn.CircularPad3d([1, 1, 1, 1, 1, 1, 1])(torch.ones(1, 2, 3, 4, 3))",
            static () => new CircularPad3d([1, 1, 1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 3, 4, 3))),
        new("torch.nn.CircularPad3d([1, 1, 1, 1, 1, 1, 1, 1])(torch.ones(1, 2, 3, 4, 3))",
            static () => new CircularPad3d([1, 1, 1, 1, 1, 1, 1, 1]).Call(Torch.Ones(1, 2, 3, 4, 3))),
    ];
}
