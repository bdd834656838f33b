using System.Diagnostics;

namespace TorchLite.Printing;

/// <summary>
/// What a debugger shows of a tensor: no more than a few of its values, and nothing that throws. Whatever cannot be had, as of a disposed
/// tensor, is the text of the error.
/// </summary>
internal sealed class TensorDebugView(Tensor tensor)
{
    // Enough to see what it is, and copied in no time wherever the tensor lies.
    private const long MostValues = 1000;

    public object Shape => Try(() => tensor.Shape);

    public object DType => Try(() => tensor.DType);

    public object Device => Try(() => tensor.Device);

    public object RequiresGrad => Try(() => tensor.RequiresGrad);

    /// <summary>The first values, in the order of the elements.</summary>
    public object Values => Try(() =>
    {
        using var scope = Torch.Scope();
        using var unrecorded = Torch.NoGrad();
        var first = tensor.Detach();
        while (first.Dim() > 1 && first.Numel() > MostValues)
        {
            first = first.Narrow(0, 0, Math.Max(1, Math.Min(first.Size(0), MostValues / Math.Max(1, first.Numel() / first.Size(0)))));
            first = first.Numel() > MostValues ? first[0] : first;
        }

        first = first.Dim() == 0 ? first : first.Numel() > MostValues ? first.Narrow(0, 0, MostValues) : first;
        return first.Flatten().Tolist();
    });

    /// <summary>What <c>print</c> shows.</summary>
    public object Text => Try(tensor.ToString);

    public object? Grad => Try(() => tensor.Grad!);

    public object? GradFn => Try(() => tensor.GradFn!);

    internal static string Summary(Tensor tensor) =>
        Try(() => tensor.IsDisposed ? "disposed" : $"{tensor.Shape} {tensor.DType} {tensor.Device}").ToString()!;

    [DebuggerStepThrough]
    private static object Try(Func<object> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is TorchException or InvalidOperationException or NotSupportedException or OutOfMemoryException)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }
}
