namespace TorchLite.Tests.Autograd;

/// <summary>Inputs for operations that have gradients, or defined results, in few places only.</summary>
internal static class GradientRecipes
{
    internal static IReadOnlyDictionary<string, Func<Differentiation>> All { get; } = new Dictionary<string, Func<Differentiation>>
    {
    };
}
