using System.Runtime.CompilerServices;

namespace TorchLite;

/// <summary>
/// What keeps the memory of a tensor as long as a span of it may be used. It is never written in a program: the compiler makes one in the
/// method that asks for the span.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Tensor.AsSpan{T}(in SpanHold)"/> and its kin leave in it a tensor of their own on the same memory. The garbage collector
/// finds it there, in a variable of the method that called, as long as that method runs or until the same line runs once more. So the span
/// stays valid when the tensor is a temporary, is forgotten, disposed, or ends with its scope; and as a span may refer to the variable,
/// the compiler allows nobody to return it, or to keep it in an outer variable. The price: the memory is not free before, not even when
/// the tensor is disposed.
/// </para>
/// <para>
/// Two things are not safe. What gives the tensor other memory (<see cref="Tensor.Resize_"/> to more elements) ends the spans of it. And a
/// span that is taken out of the compiler's sight (with <c>MemoryMarshal</c> or <c>Unsafe</c>) is held by nothing.
/// </para>
/// </remarks>
public readonly struct SpanHold
{
    private readonly Tensor? owner;

    private SpanHold(Tensor owner) => this.owner = owner;

    // Whoever calls this must not be inlined: then the variable of its caller is one that others may read, which the just-in-time compiler
    // leaves in the stack frame, and tells the collector of until the method returns.
    internal static void Keep(in SpanHold hold, Tensor owner) => Unsafe.AsRef(in hold) = new(owner);
}
