namespace TorchLite.Export;

/// <summary>The nodes that give nothing, and look whether numbers and tensors are what the export assumed.</summary>
internal static class Assertions
{
    /// <summary>Whether a node is one of them.</summary>
    internal static bool Has(string target) =>
        target is "torch.ops.aten._assert_scalar.default" or "torch.ops.aten._assert_tensor_metadata.default"
        or "torch.ops.aten.sym_constrain_range.default" or "torch.ops.aten.sym_constrain_range_for_size.default";

    /// <summary>Looks, where a node is one of them.</summary>
    /// <exception cref="TorchException">Something is not as it was assumed.</exception>
    internal static bool Check(string target, object?[] arguments)
    {
        switch (target)
        {
            case "torch.ops.aten._assert_scalar.default":
                return arguments is [false or 0L or 0.0, ..] ? throw new TorchException($"{arguments[^1]}") : true;
            case "torch.ops.aten.sym_constrain_range.default" or "torch.ops.aten.sym_constrain_range_for_size.default":
                var (least, most) = (
                    arguments.Length > 1 ? arguments[1] as long? : null, arguments.Length > 2 ? arguments[2] as long? : null);
                return arguments is [long value, ..] && (value < (least ?? 0) || value > (most ?? long.MaxValue))
                    ? throw new TorchException($"Invalid value range for {value} between [{least ?? 0}, {most ?? long.MaxValue}].")
                    : true;
            case "torch.ops.aten._assert_tensor_metadata.default":
                // A module that was moved to another device or dtype is what its user wants.
                return true;
            default:
                return false;
        }
    }
}
