namespace TorchLite.Interop;

/// <summary>Whether .NET may read and write the elements of a tensor where they are; PyTorch's rules for <c>numpy()</c>.</summary>
internal static class ReadableMemory
{
    /// <summary>In PyTorch's order and words.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="call">The method that asks.</param>
    /// <param name="goal">What the tensor is to become.</param>
    internal static void Check(Tensor tensor, string call, string goal)
    {
        var isPython = char.IsLower(call[0]);
        if (!tensor.IsCpu)
        {
            throw new TorchTypeException(
                $"can't convert {tensor.Device} device type tensor to {goal}. "
                    + $"Use Tensor.{Name("cpu", "Cpu")}() to copy the tensor to host memory first.");
        }

        if (tensor.IsRecorded)
        {
            throw Cannot("requires grad", Name("detach", "Detach"));
        }

        if (tensor.IsConj())
        {
            throw Cannot("has conjugate bit set", Name("resolve_conj", "ResolveConj"));
        }

        if (tensor.IsNeg())
        {
            throw Cannot("has negative bit set", Name("resolve_neg", "ResolveNeg"));
        }

        string Name(string python, string here) => isPython ? python : here;

        TorchException Cannot(string what, string remedy) =>
            new($"Can't call {call}() on Tensor that {what}. Use tensor.{remedy}().{call}() instead.");
    }

    /// <summary>Whether T is the .NET type of the dtype; the words are those of PyTorch's <c>data_ptr&lt;T&gt;()</c>.</summary>
    internal static void CheckType<T>(Tensor tensor)
    {
        var dtype = tensor.DType;
        if (DType.Of(typeof(T)) is not { } wanted)
        {
            throw new TorchTypeException($"no dtype holds {typeof(T)}; the tensor's elements are {dtype}");
        }

        if (wanted != dtype)
        {
            throw new TorchTypeException($"expected scalar type {wanted.NativeName} but found {dtype.NativeName}");
        }
    }

    /// <summary>
    /// Another tensor on the same memory, which no scope and no <see cref="Tensor.Dispose"/> of the user's ends, nor what he does to the
    /// tensor: it keeps the memory until the garbage collector finds it.
    /// </summary>
    internal static Tensor Hold(Tensor tensor)
    {
        var held = tensor.Detach();
        held.Scope = null;
        return held;
    }

    /// <summary>So many elements, which one span or array can hold.</summary>
    internal static int Length(long count, string what) =>
        count <= Array.MaxLength ? (int)count : throw new TorchOutOfMemoryException($"{count} elements are more than {what} can hold");
}
