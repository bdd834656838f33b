using System.Reflection;
using CsCheck;

namespace TorchLite.Tests.Properties;

/// <summary>Each operation in place, found by reflection, gives what its twin without the underscore gives.</summary>
public class InPlaceTests
{
    // Draw random numbers, or do something else than their twin.
    private static readonly string[] Others = ["Bernoulli_", "RequiresGrad_", "Detach_", "Zero_", "Random_", "Exponential_", "Set_"];

    private static readonly MethodInfo[] InPlace =
    [
        .. typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(static method => method.Name.EndsWith('_') && !Others.Contains(method.Name) && Twin(method) is not null
                && method.GetParameters().All(
                    static p => p.HasDefaultValue || p.ParameterType == typeof(Tensor) || p.ParameterType == typeof(Scalar))),
    ];

    [Test]
    public void There_are_more_than_a_hundred() => InPlace.Length.Should().BeGreaterThan(100);

    [TestCaseSource(nameof(InPlace))]
    public void In_place_equals_out_of_place(MethodInfo method) => Gen.Select(Gens.Of(2, 3), Gens.Of(2, 3), Gen.Int[1, 3]).Holds(
        t =>
        {
            var arguments = Array.ConvertAll(method.GetParameters(), parameter =>
                parameter.ParameterType == typeof(Tensor) ? t.Item2.Clone()
                : parameter.ParameterType == typeof(Scalar) && !parameter.HasDefaultValue ? (Scalar)t.Item3
                : parameter.DefaultValue);
            var (expected, refused) = Try(Twin(method)!, t.Item1.Clone(), arguments);
            var own = t.Item1.Clone();
            var (actual, refusedToo) = Try(method, own, arguments);
            if (expected is null || expected.DType != own.DType || !expected.Shape.Equals(own.Shape))
            {
                // What cannot be computed, or held in the same tensor, is refused, and the shape may change only where both say so.
                (refusedToo ?? refused).Should().Match<Exception?>(e => e != null || actual!.Shape.Equals(expected!.Shape));
                return;
            }

            refusedToo.Should().BeNull();
            ReferenceEquals(actual, own).Should().BeTrue("it gives its receiver");
            Torch.Allclose(own, expected, equalNan: true, rtol: 1e-12).Should().BeTrue("{0} should be {1}", own, expected);
        },
        iter: 10);

    private static (Tensor? Result, Exception? Refused) Try(MethodInfo method, Tensor receiver, object?[] arguments)
    {
        try
        {
            return ((Tensor)method.Invoke(receiver, arguments)!, null);
        }
        catch (TargetInvocationException e) when (e.InnerException is TorchException)
        {
            return (null, e.InnerException);
        }
    }

    private static MethodInfo? Twin(MethodInfo method) => typeof(Tensor).GetMethod(
        method.Name.TrimEnd('_'), BindingFlags.Public | BindingFlags.Instance,
        [.. method.GetParameters().Select(static parameter => parameter.ParameterType)]) is { } twin
        && twin.ReturnType == typeof(Tensor)
        ? twin
        : null;
}
