namespace TorchLite.Native;

/// <summary>
/// libtorch's vmap, the one that PyTorch's autograd uses: one run of a function for all rows of its tensors. Meanwhile each tensor looks as
/// one row of it does.
/// </summary>
internal static unsafe class Vmap
{
    private static readonly nint EnterFunction = CppSymbols.EnterVmap.Function;
    private static readonly nint ExitFunction = CppSymbols.ExitVmap.Function;

    // What the objects of the class begin with.
    private static readonly nint BatchedTable = CppSymbols.BatchedTensor.FirstVirtual;

    /// <summary>Whether libtorch's functions for it are known here.</summary>
    internal static bool IsSupported => EnterFunction != 0 && ExitFunction != 0 && BatchedTable != 0;

    /// <summary>Whether a native tensor stands for one row of many: it has no memory that one can ask about.</summary>
    internal static bool IsBatched(nint tensor) => **(nint**)tensor == BatchedTable;

    /// <inheritdoc cref="IsBatched(nint)"/>
    internal static bool IsBatched(Tensor tensor) => Gate.Ask(static handle => IsBatched(handle), tensor);

    /// <summary>Runs a function once for all rows, that is for the first dimension, of tensors that all have as many.</summary>
    /// <returns>What it gave, with the rows in front; null where it gave null.</returns>
    internal static Tensor?[] Run(Func<Tensor[], Tensor?[]> function, Tensor[] tensors)
    {
        if (!IsSupported)
        {
            throw new TorchNotImplementedException($"vmap needs C++ functions of libtorch's that are not known, or not there, on {LoadFailure.Platform}");
        }

        if (tensors.Length == 0)
        {
            throw new TorchIndexException("list index out of range");
        }

        if (Array.Exists(tensors, static tensor => tensor.Dim() == 0))
        {
            throw new TorchValueException(
                "vmap(vjp, in_dims=0, ...)(<inputs>): Got in_dim=0 for some input, but that input is a Tensor of dimensionality 0 so "
                + "expected in_dim to satisfy 0 <= in_dim < 0.");
        }

        var rows = tensors[0].Size(0);
        if (Array.Exists(tensors, tensor => tensor.Size(0) != rows))
        {
            throw new TorchValueException(
                $"vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
                + $"[{string.Join(", ", tensors.Select(static tensor => tensor.Size(0)))}] for the mapped dimension");
        }

        var level = ((delegate* unmanaged<long>)EnterFunction)();
        CppGuard.Check();
        try
        {
            var results = function(Array.ConvertAll(tensors, tensor => Script.Run($"torch._add_batch_dim({tensor}, 0, {level})")));
            return Array.ConvertAll(
                results, result => result is null ? null : Script.Run($"torch._remove_batch_dim({result}, {level}, {rows}, 0)"));
        }
        finally
        {
            ((delegate* unmanaged<long>)ExitFunction)();
        }
    }
}
