using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// ATen operators that TorchSharp lacks, through libtorch's stable C ABI (torch/csrc/stable/c/shim.h). It tells of an error only that
/// there was one; then the call is made once more as a line of TorchScript, which says what it was.
/// </summary>
[StackTraceHidden]
internal static unsafe partial class Dispatcher
{
    // The ABI of libtorch 2.10.
    private const ulong Version = 0x020A_0000_0000_0000;

    /// <summary>aten::view.dtype.</summary>
    internal static Tensor ViewDType(Tensor tensor, DType dtype)
    {
        var (from, to) = (tensor.DType.Itemsize, dtype.Itemsize);
        if (from != to)
        {
            CheckResize(tensor, from, to, dtype);
        }

        if (tensor.IsCpu && !ForeignMemory.IsAligned(tensor.DataPtr(), dtype))
        {
            throw ForeignMemory.Misaligned();
        }

        return Call("aten::view", "dtype", tensor, (ulong)dtype.Code) ?? Script.Run($"{tensor}.view({(DType?)dtype})");
    }

    /// <summary>aten::random_.</summary>
    internal static Tensor Random_(Tensor tensor)
    {
        // 0: no generator of one's own.
        (Call("aten::random_", "", tensor, 0) ?? Script.Run($"{tensor}.random_()")).Dispose();
        return tensor;
    }

    /// <summary>aten::round, without decimals.</summary>
    internal static Tensor Round(Tensor tensor) => Call("aten::round", "", tensor) ?? Script.Run($"torch.round({tensor})");

    /// <summary>aten::empty_like: as the tensor in all, the order in memory included.</summary>
    internal static Tensor EmptyLike(Tensor tensor) =>
        Call("aten::empty_like", "", tensor, 0, 0, 0, 0, 0) ?? Script.Run($"torch.empty_like({tensor})");

    /// <summary>A question that never fails.</summary>
    internal static bool Ask(string name, Tensor tensor)
    {
        var stack = stackalloc ulong[] { (ulong)LibTorch.NewHandle(tensor) };
        return Invoke(name, "", stack) && (byte)stack[0] != 0;
    }

    /// <summary>aten::median along a dimension.</summary>
    internal static (Tensor Values, Tensor Indices) Median(Tensor tensor, long dim, bool keepdim) =>
        Median("aten::median", tensor, dim, keepdim) ?? Script.Pair($"torch.median({tensor}, {dim}, {keepdim})");

    /// <summary>aten::nanmedian along a dimension.</summary>
    internal static (Tensor Values, Tensor Indices) Nanmedian(Tensor tensor, long dim, bool keepdim) =>
        Median("aten::nanmedian", tensor, dim, keepdim) ?? Script.Pair($"torch.nanmedian({tensor}, {dim}, {keepdim})");

    private static (Tensor Values, Tensor Indices)? Median(string name, Tensor tensor, long dim, bool keepdim)
    {
        using var use = new Use(tensor);
        var stack = stackalloc ulong[] { (ulong)LibTorch.NewHandle(tensor), (ulong)dim, keepdim ? 1UL : 0 };
        return Invoke(name, "dim", stack) ? (Tensor.Wrap((nint)stack[0], tensor), Tensor.Wrap((nint)stack[1], tensor)) : null;
    }

    private static void CheckResize(Tensor tensor, int from, int to, DType dtype)
    {
        var types = $"{tensor.DType.NativeName} as {dtype.NativeName} (different element sizes)";
        if (tensor.Dim() == 0)
        {
            throw new TorchException($"self.dim() cannot be 0 to view {types}");
        }

        var strides = tensor.Stride();
        if (strides[^1] != 1)
        {
            throw new TorchException(
                $"self.stride(-1) must be 1 to view {types}, but got {strides[^1]}");
        }

        var ratio = to / from;
        if (ratio > 1 && (tensor.Size(-1) % ratio != 0 || tensor.StorageOffset() % ratio != 0 || strides[..^1].Any(s => s % ratio != 0)))
        {
            throw new TorchException(
                tensor.Size(-1) % ratio != 0
                    ? $"self.size(-1) must be divisible by {ratio} to view {types}, but got {tensor.Size(-1)}"
                    : $"the tensor's memory does not divide into elements of {dtype}");
        }
    }

    // Null where it was refused.
    private static Tensor? Call(string name, string overload, Tensor tensor, params ReadOnlySpan<ulong> arguments)
    {
        using var use = new Use(tensor);

        // The call takes the handle, and puts that of the result in its place.
        var stack = stackalloc ulong[arguments.Length + 1];
        stack[0] = (ulong)LibTorch.NewHandle(tensor);
        for (var i = 0; i < arguments.Length; i++)
        {
            stack[i + 1] = arguments[i];
        }

        return Invoke(name, overload, stack) ? Tensor.Wrap((nint)stack[0], tensor) : null;
    }

    // It takes the handles from the stack at once, whatever becomes of the call.
    private static bool Invoke(string name, string overload, ulong* stack) => CallDispatcher(name, overload, stack, Version) == 0;

    [LibraryImport("torch_cpu", EntryPoint = "torch_call_dispatcher", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CallDispatcher(string name, string overload, ulong* stack, ulong version);
}
