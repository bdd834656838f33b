namespace TorchLite.Nn;

/// <summary>A module that takes the shapes of its parameters from its first input: PyTorch's <c>LazyModuleMixin</c>.</summary>
/// <example><code>
/// ((ILazyModule)new LazyLinear(2)).ClsToBecome.Name   // Linear
/// </code></example>
public interface ILazyModule
{
    /// <summary>The class that it becomes with that in PyTorch, as which it is printed then: PyTorch's <c>cls_to_become</c>.</summary>
    Type ClsToBecome { get; }
}
