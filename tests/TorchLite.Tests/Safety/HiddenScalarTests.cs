using System.Reflection;
using TorchLite.Tests.House;

namespace TorchLite.Tests.Safety;

/// <summary>
/// Some methods of TorchSharp make a native scalar of their own, which the finalizer thread may free in the middle of the call. TorchLite
/// calls none of them: it makes its scalars itself.
/// </summary>
public class HiddenScalarTests
{
    [Test]
    public void Nothing_of_TorchSharp_that_hides_a_scalar_is_called()
    {
        var calls = IlCalls.Methods(typeof(TorchSharp.Scalar).Assembly)
            .ToDictionary(static method => method, static method => IlCalls.Of(method).ToHashSet());
        var hiding = calls.Keys
            .Where(static method => method is ConstructorInfo && method.DeclaringType == typeof(TorchSharp.Scalar)).ToHashSet();
        while (calls.Keys.Where(method => !hiding.Contains(method) && calls[method].Overlaps(hiding)).ToList() is { Count: > 0 } more)
        {
            hiding.UnionWith(more);
        }

        var wrong =
            from method in IlCalls.Methods(typeof(Tensor).Assembly)
            from called in IlCalls.Of(method)
            where hiding.Contains(called)
            select $"{IlCalls.Name(method)} calls {IlCalls.Name(called)}";
        wrong.Should().BeEmpty();
        hiding.Select(IlCalls.Name).Should().Contain("Tensor.square", "the search finds what is there");
    }
}
