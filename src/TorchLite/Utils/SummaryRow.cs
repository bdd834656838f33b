namespace TorchLite.Utils;

/// <summary>One module in a <see cref="ModelSummary"/>.</summary>
/// <param name="Depth">How deep it stands; 0 is the model itself.</param>
/// <param name="Name">Its name in the module around it; empty for the model.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="OutputShapes">The shapes of what it gave; empty where it was not called.</param>
/// <param name="Parameters">The number of its parameters, without those of the modules below.</param>
/// <param name="Trainable">How many of these get gradients.</param>
/// <param name="MultiplyAdds">How many multiplications and additions its weights take part in, of all its calls.</param>
/// <param name="IsLeaf">Whether there are no modules below.</param>
/// <param name="IsShown">Whether its parameters were told before, at another place.</param>
public sealed record SummaryRow(
    int Depth, string Name, string ClassName, IReadOnlyList<Shape> OutputShapes, long Parameters, long Trainable, long MultiplyAdds,
    bool IsLeaf, bool IsShown);
