using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite;

/// <summary>What is left of null when C# makes a span of it.</summary>
internal static class NullSpan
{
    /// <summary>Whether the span comes of an array or a text that is null, and not of an empty one.</summary>
    internal static bool IsNull<T>(this ReadOnlySpan<T> span) => Unsafe.IsNullRef(ref MemoryMarshal.GetReference(span));
}
