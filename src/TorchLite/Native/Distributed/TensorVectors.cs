using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// <c>std::vector&lt;at::Tensor&gt;</c>, or a vector of such vectors, over tensors that are in use: for the length of a call, which copies
/// what it keeps. An at::Tensor is one pointer.
/// </summary>
internal readonly unsafe ref struct TensorVectors
{
    private const int Words = 3;
    private readonly nint* block;

    /// <summary>One vector of tensors.</summary>
    /// <param name="handles">libtorch's tensors.</param>
    internal TensorVectors(ReadOnlySpan<nint> handles)
    {
        block = (nint*)NativeMemory.AllocZeroed((nuint)(Words + handles.Length), (nuint)sizeof(nint));
        _ = Fill(block, block + Words, handles);
    }

    /// <summary>A vector with one vector of tensors, or with none where there is no such list.</summary>
    /// <param name="list">libtorch's tensors; null: the outer vector is empty.</param>
    internal TensorVectors(nint[]? list)
    {
        block = (nint*)NativeMemory.AllocZeroed((nuint)((2 * Words) + (list?.Length ?? 0)), (nuint)sizeof(nint));
        var inner = block + Words;
        (block[0], block[1], block[2]) = ((nint)inner, (nint)(list is null ? inner : inner + Words), (nint)(inner + Words));
        if (list is not null)
        {
            _ = Fill(inner, inner + Words, list);
        }
    }

    internal nint At => (nint)block;

    public void Dispose() => NativeMemory.Free(block);

    private static nint* Fill(nint* vector, nint* items, ReadOnlySpan<nint> handles)
    {
        for (var i = 0; i < handles.Length; i++)
        {
            items[i] = *(nint*)handles[i];
        }

        var end = items + handles.Length;
        (vector[0], vector[1], vector[2]) = ((nint)items, (nint)end, (nint)end);
        return end;
    }
}
