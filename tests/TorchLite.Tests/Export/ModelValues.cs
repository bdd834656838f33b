using System.Collections;

namespace TorchLite.Tests.Export;

/// <summary>What models take and give: tensors and numbers in lists, tuples and dictionaries.</summary>
internal static class ModelValues
{
    /// <summary>Whether a value is the one that Python recorded: tensors within the rounding of their dtype.</summary>
    internal static void ShouldEqual(object? actual, object? expected, string what, double least = 1e-5)
    {
        switch (actual, expected)
        {
            case (Tensor one, Tensor other):
                (one.DType, one.Shape).Should().Be((other.DType, other.Shape), what);
                var rounding = one.DType == DType.Bfloat16 ? 1e-2 : one.DType == DType.Float16 ? Math.Max(1e-3, least) : least;
                one.Detach().Allclose(other.Detach(), rtol: rounding, atol: rounding, equalNan: true)
                    .Should().BeTrue($"{what} is {one}, in Python {other}");
                break;
            case (IDictionary one, IDictionary other):
                one.Keys.Cast<object>().Should().Equal(other.Keys.Cast<object>(), what);
                foreach (var key in other.Keys)
                {
                    ShouldEqual(one[key], other[key], $"{what}[{key}]", least);
                }

                break;
            case (IEnumerable one and not string, IEnumerable other and not string):
                var (items, others) = (one.Cast<object?>().ToArray(), other.Cast<object?>().ToArray());
                items.Should().HaveSameCount(others, what);
                for (var i = 0; i < items.Length; i++)
                {
                    ShouldEqual(items[i], others[i], $"{what}[{i}]", least);
                }

                break;
            default:
                actual.Should().Be(expected, what);
                break;
        }
    }

    /// <summary>The sum of all elements of the tensors that have gradients, in double precision.</summary>
    internal static Tensor Sum(object? value) => Tensors(value).Where(static tensor => tensor.RequiresGrad)
        .Select(static tensor => tensor.To(DType.Float64).Sum()).Aggregate(static (sum, one) => sum + one);

    private static IEnumerable<Tensor> Tensors(object? value) => value switch
    {
        Tensor tensor => [tensor],
        IDictionary dictionary => dictionary.Values.Cast<object?>().SelectMany(Tensors),
        IEnumerable list and not string => list.Cast<object?>().SelectMany(Tensors),
        _ => [],
    };
}
