using CsCheck;

namespace TorchLite.Tests.Properties;

/// <summary>Indexing against a plain reference: which element each place of the result is, worked out number by number.</summary>
public class IndexingTests
{
    // What an index does to a dimension of a size: the positions that it takes, and whether the dimension stays.
    private abstract record Part
    {
        internal sealed record Number(long At) : Part;

        internal sealed record Slice(long? Start, long? Stop, long Step) : Part;

        internal sealed record NewAxis : Part;

        internal sealed record Dots : Part;
    }

    private static readonly Gen<(Tensor T, Part[] Parts)> Cases =
        from shape in Gens.FullShapes
        from t in Gens.Of(shape)
        from count in Gen.Int[0, shape.Length]
        from parts in Gen.Int[0, 5].Array[count].SelectMany(kinds => Parts(kinds, shape))
        from axes in Gen.Int[0, 6].Array[2]
        select (t, Inserted(parts, shape, axes));

    [Test]
    public void Reading_is_the_reference() => Cases.Holds(
        static c =>
        {
            var (shape, positions) = Reference(c.T, c.Parts);
            var flat = c.T.Flatten().ToArray<double>();
            c.T[Indices(c.Parts)].ShouldEqual(Torch.Tensor(Array.ConvertAll(positions, at => flat[at])).View(shape));
        },
        iter: 2000);

    [Test]
    public void Writing_is_the_reference() => Cases.Holds(
        static c =>
        {
            var (shape, positions) = Reference(c.T, c.Parts);
            var flat = c.T.Flatten().ToArray<double>();
            var values = Array.ConvertAll(positions, static at => at + 100.0);
            Array.ForEach(positions, at => flat[at] = at + 100.0);
            c.T[Indices(c.Parts)] = Torch.Tensor(values).View(shape);
            c.T.ShouldEqual(Torch.Tensor(flat).View(c.T.Shape));
        },
        iter: 1000);

    [Test]
    public void A_mask_takes_what_is_true_in_order() =>
        Gens.FullShapes.SelectMany(static shape => Gen.Select(Gens.Of(shape), Gens.Of(shape))).Holds(static t =>
        {
            var (values, chosen) = (t.Item1.Flatten().ToArray<double>(), t.Item2.Flatten().ToArray<double>());
            var taken = values.Where((_, i) => chosen[i] > 0).ToArray();
            t.Item1[t.Item2 > 0].ShouldEqual(Torch.Tensor(taken));
            var written = t.Item1.Clone();
            written[t.Item2 > 0] = -100;
            written.ShouldEqual(Torch.Where(t.Item2 > 0, Torch.Tensor(-100.0, dtype: DType.Float64), t.Item1));
        });

    [Test]
    public void Index_tensors_pick_element_by_element() =>
        (from t in Gens.Of(3, 4, 2)
         from rows in Gen.Long[-3, 2].Array[5]
         from columns in Gen.Long[-4, 3].Array[5]
         select (t, rows, columns)).Holds(static c =>
        {
            var picked = c.t[c.rows, c.columns];
            for (var i = 0; i < 5; i++)
            {
                picked[i].ShouldEqual(c.t[c.rows[i]][c.columns[i]]);
            }

            c.t[.., Torch.Tensor(c.columns)].ShouldEqual(Torch.Stack([.. c.columns.Select(column => c.t[.., column])], dim: 1));
            c.t[Torch.Tensor(c.rows)[.., null], Torch.Tensor(c.columns)].Shape.Should().Equal(5, 5, 2);
        });

    private static Gen<Part[]> Parts(int[] kinds, long[] shape) =>
        Gen.Select(
            Gen.Long[-4, 3].Array[kinds.Length], Gen.Long[-6, 6].Array[kinds.Length], Gen.Long[-6, 6].Array[kinds.Length],
            Gen.Long[1, 3].Array[kinds.Length])
        .Select(numbers => kinds.Select((kind, i) => kind switch
        {
            0 or 1 => (Part)new Part.Number(Math.Clamp(numbers.Item1[i], -shape[i], shape[i] - 1)),
            2 => new Part.Slice(null, numbers.Item3[i], numbers.Item4[i]),
            3 => new Part.Slice(numbers.Item2[i], null, numbers.Item4[i]),
            _ => new Part.Slice(numbers.Item2[i], numbers.Item3[i], numbers.Item4[i]),
        }).ToArray());

    // With new axes at two places, and an ellipsis at the end or, where each dimension has its index, anywhere.
    private static Part[] Inserted(Part[] parts, long[] shape, int[] places)
    {
        List<Part> all = [.. parts];
        if (places[0] <= all.Count)
        {
            all.Insert(places[0], new Part.NewAxis());
        }

        if (places[1] <= all.Count)
        {
            all.Insert(parts.Length == shape.Length ? places[1] : all.Count, new Part.Dots());
        }

        return [.. all];
    }

    private static TensorIndex?[] Indices(Part[] parts) => Array.ConvertAll(parts, static part => part switch
    {
        Part.Number number => (TensorIndex?)number.At,
        Part.Slice slice => Torch.Slice(slice.Start, slice.Stop, slice.Step),
        Part.Dots => TensorIndex.Ellipsis,
        _ => null,
    });

    private static (long[] Shape, long[] Positions) Reference(Tensor t, Part[] parts)
    {
        var sizes = t.Shape.ToArray();
        var covered = parts.Count(static part => part is Part.Number or Part.Slice);
        List<Part> full = [.. parts];
        var dots = full.FindIndex(static part => part is Part.Dots);
        dots = dots < 0 ? full.Count : dots;
        full.RemoveAll(static part => part is Part.Dots);
        full.InsertRange(dots, Enumerable.Repeat(new Part.Slice(null, null, 1), sizes.Length - covered));

        List<long> shape = [];
        long[] positions = [0];
        var dim = 0;
        foreach (var part in full)
        {
            if (part is Part.NewAxis)
            {
                shape.Add(1);
                continue;
            }

            var size = sizes[dim];
            var step = sizes.Skip(++dim).Aggregate(1L, static (product, next) => product * next);
            var taken = part is Part.Number number ? [number.At < 0 ? number.At + size : number.At] : Taken((Part.Slice)part, size);
            if (part is Part.Slice)
            {
                shape.Add(taken.Length);
            }

            positions = [.. positions.SelectMany(position => taken.Select(at => position + (at * step)))];
        }

        return ([.. shape], positions);
    }

    // Python's slice.indices, for steps forwards.
    private static long[] Taken(Part.Slice slice, long size)
    {
        long Limit(long? at, long open) => at is { } given ? Math.Clamp(given < 0 ? given + size : given, 0, size) : open;
        List<long> taken = [];
        for (var at = Limit(slice.Start, 0); at < Limit(slice.Stop, size); at += slice.Step)
        {
            taken.Add(at);
        }

        return [.. taken];
    }
}
