using TorchLite.Nn;

namespace TorchLite.Probe.Mistakes;

/// <content>Shuffles and upsampling of torch.nn: what they are made and called with.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] VisionLayers =
    [
        // PixelShuffle.
        new("torch.nn.PixelShuffle(0)(torch.ones(1, 8, 2, 3))", static () => new PixelShuffle(0).Call(Torch.Ones(1, 8, 2, 3))),
        new("torch.nn.PixelShuffle(-1)(torch.ones(1, 8, 2, 3))", static () => new PixelShuffle(-1).Call(Torch.Ones(1, 8, 2, 3))),
        new("torch.nn.PixelShuffle(3)(torch.ones(1, 8, 2, 3))", static () => new PixelShuffle(3).Call(Torch.Ones(1, 8, 2, 3))),
        new("torch.nn.PixelShuffle(2)(torch.ones(2))", static () => new PixelShuffle(2).Call(Torch.Ones(2))),
        // PixelUnshuffle.
        new("torch.nn.PixelUnshuffle(0)(torch.ones(1, 2, 4, 6))", static () => new PixelUnshuffle(0).Call(Torch.Ones(1, 2, 4, 6))),
        new("torch.nn.PixelUnshuffle(-1)(torch.ones(1, 2, 4, 6))", static () => new PixelUnshuffle(-1).Call(Torch.Ones(1, 2, 4, 6))),
        new("torch.nn.PixelUnshuffle(3)(torch.ones(1, 2, 4, 6))", static () => new PixelUnshuffle(3).Call(Torch.Ones(1, 2, 4, 6))),
        new("torch.nn.PixelUnshuffle(2)(torch.ones(2))", static () => new PixelUnshuffle(2).Call(Torch.Ones(2))),
        // ChannelShuffle.
        new("torch.nn.ChannelShuffle(0)(torch.ones(1, 4, 2, 3))", static () => new ChannelShuffle(0).Call(Torch.Ones(1, 4, 2, 3))),
        new("torch.nn.ChannelShuffle(-1)(torch.ones(1, 4, 2, 3))", static () => new ChannelShuffle(-1).Call(Torch.Ones(1, 4, 2, 3))),
        new("torch.nn.ChannelShuffle(3)(torch.ones(1, 4, 2, 3))", static () => new ChannelShuffle(3).Call(Torch.Ones(1, 4, 2, 3))),
        new("torch.nn.ChannelShuffle(2)(torch.ones(2))", static () => new ChannelShuffle(2).Call(Torch.Ones(2))),
        new("torch.nn.ChannelShuffle(2)(torch.ones([]))", static () => new ChannelShuffle(2).Call(Torch.Ones([]))),
        // Upsample.
        new("torch.nn.Upsample()(torch.ones(1, 2, 4))", static () => new Upsample().Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(2)(torch.ones(2, 3))", static () => new Upsample(2).Call(Torch.Ones(2, 3))),
        new("torch.nn.Upsample([2, 2])(torch.ones(1, 2, 4))", static () => new Upsample([2, 2]).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(2, mode='linear')(torch.ones(1, 2, 4, 4))",
            static () => new Upsample(2, mode: InterpolationMode.Linear).Call(Torch.Ones(1, 2, 4, 4))),
        new("torch.nn.Upsample(2, mode='bilinear')(torch.ones(1, 2, 4))",
            static () => new Upsample(2, mode: InterpolationMode.Bilinear).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(2, mode='bicubic')(torch.ones(1, 2, 4))",
            static () => new Upsample(2, mode: InterpolationMode.Bicubic).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(2, mode='trilinear')(torch.ones(1, 2, 4))",
            static () => new Upsample(2, mode: InterpolationMode.Trilinear).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(2, mode='nearest', align_corners=True)(torch.ones(1, 2, 4))",
            static () => new Upsample(2, mode: InterpolationMode.Nearest, alignCorners: true).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(scale_factor=-1.0)(torch.ones(1, 2, 4))",
            static () => new Upsample(scaleFactor: -1.0).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(0)(torch.ones(1, 2, 4))", static () => new Upsample(0).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(2)(torch.ones(1, 2, 4, dtype=torch.int64))",
            static () => new Upsample(2).Call(Torch.Ones([1, 2, 4], dtype: DType.Int64))),
        new("torch.nn.Upsample(2, 2.0)(torch.ones(1, 2, 4))", static () => new Upsample(2, 2.0).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.Upsample(2, mode='area')(torch.ones(1, 2, 4, dtype=torch.int64))",
            static () => new Upsample(2, mode: InterpolationMode.Area).Call(Torch.Ones([1, 2, 4], dtype: DType.Int64))),
        new("torch.nn.Upsample(2, mode='nearest-exact')(torch.ones(1, 2, 4, dtype=torch.complex64))",
            static () => new Upsample(2, mode: InterpolationMode.NearestExact).Call(Torch.Ones([1, 2, 4], dtype: DType.Complex64))),
        new("torch.nn.Upsample(2, mode='bicubic')(torch.ones(1, 2, 4, 4, dtype=torch.int64))",
            static () => new Upsample(2, mode: InterpolationMode.Bicubic).Call(Torch.Ones([1, 2, 4, 4], dtype: DType.Int64))),
        // UpsamplingNearest2d.
        new("torch.nn.UpsamplingNearest2d(2)(torch.ones(2, 3))", static () => new UpsamplingNearest2d(2).Call(Torch.Ones(2, 3))),
        new("torch.nn.UpsamplingNearest2d()(torch.ones(1, 2, 4, 4))", static () => new UpsamplingNearest2d().Call(Torch.Ones(1, 2, 4, 4))),
        new("torch.nn.UpsamplingNearest2d(2, 2)(torch.ones(1, 2, 4, 4))",
            static () => new UpsamplingNearest2d(2, 2).Call(Torch.Ones(1, 2, 4, 4))),
        new("torch.nn.UpsamplingNearest2d(0)(torch.ones(1, 2, 4, 4))",
            static () => new UpsamplingNearest2d(0).Call(Torch.Ones(1, 2, 4, 4))),
        // UpsamplingBilinear2d.
        new("torch.nn.UpsamplingBilinear2d(2)(torch.ones(2, 3))", static () => new UpsamplingBilinear2d(2).Call(Torch.Ones(2, 3))),
        new("torch.nn.UpsamplingBilinear2d(2)(torch.ones(1, 2, 4))", static () => new UpsamplingBilinear2d(2).Call(Torch.Ones(1, 2, 4))),
        new("torch.nn.UpsamplingBilinear2d()(torch.ones(1, 2, 4, 4))",
            static () => new UpsamplingBilinear2d().Call(Torch.Ones(1, 2, 4, 4))),
        new("torch.nn.UpsamplingBilinear2d(2)(torch.ones(1, 2, 4, 4, dtype=torch.int64))",
            static () => new UpsamplingBilinear2d(2).Call(Torch.Ones([1, 2, 4, 4], dtype: DType.Int64))),
    ];
}
