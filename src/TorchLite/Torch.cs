namespace TorchLite;

/// <summary>The entry point: PyTorch's <c>torch</c> module.</summary>
/// <remarks>
/// A function of PyTorch is found by one rule: its name, each word between underscores capitalised (<c>torch.index_select</c> is
/// <c>Torch.IndexSelect</c>), parameters in camelCase, in PyTorch's order and with PyTorch's defaults.
/// </remarks>
/// <example><code>
/// Torch.Add(Torch.Ones(2), Torch.Ones(2))   // tensor([2., 2.])
/// </code></example>
public static partial class Torch;
