using CsCheck;

namespace TorchLite.Tests.Properties;

/// <summary>Laws of algebra, exact for integers.</summary>
public class AlgebraTests
{
    [Test]
    public void Addition_and_multiplication_commute_associate_and_distribute() => Gens.Broadcasting.Holds(static t =>
    {
        var (a, b, c) = t;
        (a + b).ShouldEqual(b + a);
        (a * b).ShouldEqual(b * a);
        (a + b + c).ShouldEqual(a + (b + c));
        (a * b * c).ShouldEqual(a * (b * c));
        (a * (b + c)).ShouldEqual((a * b) + (a * c));
    });

    [Test]
    public void Subtraction_and_negation_undo() => Gens.Broadcasting.Holds(static t =>
    {
        var (a, b, c) = t;
        (c + a - a).ShouldEqual(c);
        (-(-a)).ShouldEqual(a);
        (a - b).ShouldEqual(-(b - a));
        (a - b).ShouldEqual(a.Add(b, alpha: -1));
    });

    [Test]
    public void Division_and_remainder_make_the_number_whole_again() => Gens.Broadcasting.Holds(static t =>
    {
        var (a, c) = (t.A, t.C);
        var divisor = a.Abs() + 1;
        (c.FloorDivide(divisor) * divisor + c % divisor).ShouldEqual(c);
        (c.Div(divisor, roundingMode: RoundingMode.Trunc) * divisor + c.Fmod(divisor)).ShouldEqual(c);
    });

    [Test]
    public void Broadcasting_is_expansion() => Gens.Broadcasting.Holds(static t =>
    {
        var shape = Torch.BroadcastShapes(t.A.Shape, t.B.Shape);
        (t.A * t.B).ShouldEqual(t.A.Expand(shape) * t.B.Expand(shape));
    });

    [Test]
    public void Comparisons_agree_with_each_other_and_with_minimum_and_maximum() => Gens.Broadcasting.Holds(static t =>
    {
        var (a, b) = (t.A, t.B);
        (a < b).ShouldEqual(b > a);
        (a <= b).ShouldEqual(~(a > b));
        ((a == b) | (a != b)).All().Item<bool>().Should().BeTrue();
        (a.Minimum(b) + a.Maximum(b)).ShouldEqual(a + b);
        Torch.Where(a < b, a, b).ShouldEqual(a.Minimum(b));
    });

    [Test]
    public void Reductions_over_all_dimensions_one_after_the_other_are_those_over_all() => Gens.Tensors.Holds(static t =>
    {
        var (sum, product, largest) = (t, t.Sign(), t);
        for (var i = t.Dim(); i > 0; i--)
        {
            (sum, product) = (sum.Sum(dim: 0), product.Prod(dim: 0));
            largest = largest.Size(0) > 0 ? largest.Amax(dim: 0) : largest;
        }

        sum.ShouldEqual(t.Sum());
        product.ShouldEqual(t.Sign().Prod());
        if (t.Numel() > 0)
        {
            largest.ShouldEqual(t.Max());
            t.Flatten().Cumsum(0)[-1].ShouldEqual(t.Sum());
        }
    });

    [Test]
    public void Matrix_products_associate_and_turn_round_when_transposed() =>
        Gen.Long[0, 4].Array[4].SelectMany(
            static n => Gen.Select(Gens.Of(n[0], n[1]), Gens.Of(n[1], n[2]), Gens.Of(n[2], n[3]))).Holds(static t =>
        {
            var (a, b, c) = t;
            a.Matmul(b).Matmul(c).ShouldEqual(a.Matmul(b.Matmul(c)));
            a.Matmul(b).T.ShouldEqual(b.T.Matmul(a.T));
            a.Matmul(b).ShouldEqual((a[.., .., null] * b[null]).Sum(dim: 1));
            Torch.Einsum("ij,jk->ik", a, b).ShouldEqual(a.Matmul(b));
        });

    [Test]
    public void Sorting_orders_and_keeps_the_elements() => Gens.Tensors.Holds(static t =>
    {
        var flat = t.Flatten();
        var (values, indices) = flat.Sort(stable: true);
        flat[indices].ShouldEqual(values);
        values.Diff().Ge(0).All().Item<bool>().Should().BeTrue();
        indices.Sort().Values.ShouldEqual(Torch.Arange(flat.Numel()));
        flat.Sort(descending: true).Values.ShouldEqual(values.Flip(0));
    });
}
