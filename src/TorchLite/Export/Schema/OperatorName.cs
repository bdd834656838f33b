namespace TorchLite.Export;

/// <summary>An operator that is an argument of another: <c>torch.ops.aten.sin.default</c>.</summary>
internal sealed record OperatorName(string Target);
