using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <content>Scattering with a reduction.</content>
internal static unsafe partial class Dispatcher
{
    /// <summary>aten::scatter_reduce and aten::scatter_reduce_; false where libtorch refuses.</summary>
    internal static bool ScatterReduce(
        string name, Tensor tensor, long dim, Tensor index, Tensor src, string reduce, bool includeSelf, out nint result)
    {
        nint text;
        var bytes = System.Text.Encoding.UTF8.GetBytes(reduce);
        fixed (byte* first = bytes)
        {
            if (NewString(first, (nuint)bytes.Length, &text) != 0)
            {
                throw new TorchException($"libtorch could not take the text {reduce}");
            }
        }

        var stack = stackalloc[]
        {
            (ulong)LibTorch.NewHandle(tensor), (ulong)dim, (ulong)LibTorch.NewHandle(index), (ulong)LibTorch.NewHandle(src), (ulong)text,
            includeSelf ? 1UL : 0,
        };
        var status = CallDispatcher(name, "two", stack, Version);
        result = (nint)stack[0];
        return status == 0;
    }

    [LibraryImport("torch_cpu", EntryPoint = "torch_new_string_handle")]
    private static partial int NewString(byte* text, nuint length, nint* handle);
}
