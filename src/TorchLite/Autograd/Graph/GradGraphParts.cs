namespace TorchLite;

/// <summary>A recorded operation in a <see cref="GradGraph"/>.</summary>
/// <param name="Id">Its number, from 0, which is the operation whose result was asked about; the nearest to it come first.</param>
/// <param name="Name">Its name, such as <c>MulBackward0</c>; <c>AccumulateGrad</c> gathers the gradient of a leaf.</param>
/// <param name="Shape">The shape of the leaf, where it is an <c>AccumulateGrad</c>; else null.</param>
public sealed record GradGraphNode(int Id, string Name, Shape? Shape)
{
    /// <summary>The name, and the shape of the leaf.</summary>
    /// <returns>Such as <c>MulBackward0</c> or <c>AccumulateGrad [2, 3]</c>.</returns>
    public override string ToString() => Shape is { } shape ? $"{Name} [{shape.Join()}]" : Name;
}

/// <summary>The way of a gradient from one operation to another in a <see cref="GradGraph"/>.</summary>
/// <param name="From">The number of the operation that computes it.</param>
/// <param name="To">The number of the operation that takes it.</param>
/// <param name="Input">As which of its inputs; that is, for which result of the recorded operation it is.</param>
public sealed record GradGraphEdge(int From, int To, int Input);
