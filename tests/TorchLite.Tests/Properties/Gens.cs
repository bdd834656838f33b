using CsCheck;

namespace TorchLite.Tests.Properties;

/// <summary>Random tensors. Their elements are small integers in float64, so that sums and products are exact.</summary>
internal static class Gens
{
    internal static readonly Gen<long[]> Shapes = Gen.Long[0, 4].Array[0, 4];

    internal static readonly Gen<long[]> FullShapes = Gen.Long[1, 4].Array[1, 4];

    internal static readonly Gen<Tensor> Tensors = Shapes.SelectMany(static shape => Of(shape));

    /// <summary>A tensor of a shape, its memory in some order.</summary>
    internal static Gen<Tensor> Of(params long[] shape) =>
        from values in Gen.Int[-9, 9].Array[(int)new Shape(shape).Numel()]
        from order in Gen.Shuffle(Enumerable.Range(0, shape.Length).ToArray())
        select Arranged(values, shape, order);

    /// <summary>Shapes that broadcast together: some dimensions of a common one are 1, or left out in front.</summary>
    internal static Gen<long[]> Narrower(long[] shape) =>
        from ones in Gen.Bool.Array[shape.Length]
        from cut in Gen.Int[0, shape.Length]
        select shape.Select((size, i) => ones[i] ? 1 : size).Skip(cut).ToArray();

    internal static readonly Gen<(Tensor A, Tensor B, Tensor C)> Broadcasting =
        from shape in Shapes
        from a in Narrower(shape).SelectMany(static s => Of(s))
        from b in Narrower(shape).SelectMany(static s => Of(s))
        from c in Of(shape)
        select (a, b, c);

    /// <summary>Fails where a property does not hold for some random value, and says for which.</summary>
    internal static void Holds<T>(this Gen<T> values, Action<T> property, long iter = 200) => values.Sample(property, iter: iter);

    internal static void ShouldEqual(this Tensor actual, Tensor expected)
    {
        actual.Shape.Should().Equal(expected.Shape);
        actual.DType.Should().Be(expected.DType);
        actual.Equal(expected).Should().BeTrue("{0} should be {1}", actual, expected);
    }

    private static Tensor Arranged(int[] values, long[] shape, int[] order)
    {
        var dims = Array.ConvertAll(order, static dim => (long)dim);
        var back = new long[dims.Length];
        for (var i = 0; i < dims.Length; i++)
        {
            back[dims[i]] = i;
        }

        var stored = Torch.Tensor(Array.ConvertAll(values, static value => (double)value));
        return stored.View([.. dims.Select(dim => shape[dim])]).Permute(back);
    }
}
