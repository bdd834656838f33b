using System.Diagnostics;
using System.Text.Json.Serialization;
using TorchLite.Printing;

namespace TorchLite;

/// <summary>An array of numbers of one dtype on one device, with gradients: PyTorch's <c>torch.Tensor</c>.</summary>
/// <remarks>
/// <para>Its native memory is freed when it is no longer referenced. <see cref="Dispose"/> frees it at once, and is never needed.</para>
/// <para>Tensors may be read from many threads at once. Writing to one while another thread uses it needs a lock, as in PyTorch.</para>
/// </remarks>
/// <example><code>
/// var x = Torch.Tensor([[1, 2, 3], [4, 5, 6]]);
/// x + 1
/// // tensor([[2, 3, 4],
/// //         [5, 6, 7]])
/// x.Shape    // torch.Size([2, 3])
/// </code></example>
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(TensorDebugView))]
[JsonConverter(typeof(TensorJsonConverter))]
public partial class Tensor : IDisposable, IFormattable
{
    // Storage below this is not worth the question whose it is.
    internal const long SmallStorage = 1024;

    // Where the native tensor is entered, so that it is freed when nothing refers to this object any more.
    private readonly TensorTable table;
    private readonly int place;
    private nint handle;

    // Past all counting, so that whoever comes late does not free once more.
    private const int Dead = int.MinValue / 2;

    // How many native calls work on the tensor now; negative once it is disposed. Whoever comes last frees the native tensor.
    private int uses;

    // The dtype's number, which only Refresh may change; asked for at the first use.
    private sbyte dtype = -1;

    // The C# number (a boxed Scalar) this tensor was converted from, so that writing it loses nothing to the default dtype.
    private object? number;

    private Tensor(TensorTable.Held held)
    {
        handle = held.Native;
        table = ThreadLedger.Current.Table;
        place = table.Add(this, held);
    }

    /// <summary>
    /// A leaf with the memory of another tensor, which belongs to no scope: what a parameter or a buffer is. From now on it is this tensor
    /// that the memory counts for.
    /// </summary>
    private protected Tensor(Tensor data, bool requiresGrad)
        : this(data.HandOver(requiresGrad))
    {
    }

    /// <summary>libtorch's tensor (a C++ at::Tensor*). Only for a tensor in <see cref="Use"/>.</summary>
    internal nint Handle => handle;

    /// <summary>The scope that disposes this tensor, if one does.</summary>
    internal ScopeFrame? Scope { get; set; }

    /// <summary>
    /// Whether the tensor was disposed. Every other member of a disposed tensor throws <see cref="ObjectDisposedException"/>.
    /// </summary>
    /// <example><code>
    /// var x = Torch.Ones(2);
    /// x.Dispose();
    /// x.IsDisposed   // True
    /// </code></example>
    public bool IsDisposed => Volatile.Read(ref uses) < DisposedUses;

    private string DebuggerText => TensorDebugView.Summary(this);

    /// <summary>
    /// Frees the native memory now instead of when the tensor is no longer referenced. It is never needed, and may be called more than
    /// once.
    /// </summary>
    /// <remarks>
    /// Views of the tensor stay valid: the memory is freed with the last of them. Where another thread is in the middle of a call with this
    /// tensor, the memory goes when that call has returned.
    /// </remarks>
    /// <example><code>
    /// using var x = Torch.Ones(1000, 1000);
    /// x.Sum().Item()   // 1000000.0
    /// </code></example>
    public void Dispose()
    {
        // Nobody uses it; or the last use ended while this was being asked.
        if (Interlocked.CompareExchange(ref uses, Dead, 0) == 0 || (Interlocked.Or(ref uses, int.MinValue) is var count
            && (IsLoose(count) ? RetireLoose() : count == 0 && IsLast())))
        {
            Free();
        }
    }

    /// <summary>Whether this is the very same object, as in PyTorch; <see cref="Equal(Tensor)"/> compares values.</summary>
    /// <param name="obj">Another object.</param>
    /// <returns>True if both are one.</returns>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <summary>A hash of the object, not of its values, as in PyTorch.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>
    /// Walks over the first dimension, as <c>foreach</c> does: each step is a view of one dimension less. PyTorch's <c>iter(x)</c>.
    /// </summary>
    /// <remarks>
    /// A tensor is no <c>IEnumerable</c>: loggers, serializers and test frameworks would walk over it. <see cref="Unbind"/> gives the list.
    /// </remarks>
    /// <returns>The enumerator.</returns>
    /// <exception cref="TorchTypeException">The tensor has no dimension.</exception>
    /// <example><code>
    /// var sum = 0L;
    /// foreach (var x in Torch.Tensor([1, 2, 3]))
    ///     sum += (long)x;
    /// sum   // 6
    /// string.Join(" ", Torch.Tensor([1, 2, 3]).Unbind().Select(x => x.Item()))   // 1 2 3
    /// </code></example>
    public IEnumerator<Tensor> GetEnumerator() =>
        Dim() == 0 ? throw new TorchTypeException("iteration over a 0-d tensor") : ((IEnumerable<Tensor>)Unbind()).GetEnumerator();

    /// <summary>
    /// Takes over a native tensor that an operation made from <paramref name="sources"/>, which are in <see cref="Use"/>: its bytes count
    /// unless it shares the memory of a source, and the open scope gets it.
    /// </summary>
    [StackTraceHidden]
    internal static Tensor Wrap(nint handle, params ReadOnlySpan<Tensor> sources)
    {
        var bytes = 0L;
        if (!Vmap.IsBatched(handle) && !LibTorch.TryGetStorageBytes(handle, out bytes))
        {
            LibTorch.Delete(handle);
            throw LibTorch.Unreadable();
        }

        if (bytes >= SmallStorage && (LibTorch.DeviceOf(handle).Type == "meta" || IsShared(handle, sources)))
        {
            bytes = 0;
        }

        return Wrap(handle, bytes);
    }

    /// <summary>Takes over a native tensor that counts as the given number of bytes.</summary>
    internal static Tensor Wrap(nint handle, long bytes)
    {
        // Before there is an object: a collection here would find the new one in use, and move it out of reach of the next quick one.
        var pool = MemoryLedger.Add(handle, bytes);
        var tensor = new Tensor(new(handle, bytes, pool, bytes > 0 && UseCount.IsKnown && UseCount.Of(handle) > 1));
        ScopeFrame.Register(tensor);
        return tensor;
    }

    /// <summary>Exchanges the native tensors of two objects, which nobody else may use meanwhile.</summary>
    internal static void Swap(Tensor one, Tensor other)
    {
        (one.handle, other.handle) = (other.handle, one.handle);
        (one.dtype, one.number, other.dtype, other.number) = (-1, null, -1, null);
        var held = one.table.Exchange(one.place, default);
        one.table.Exchange(one.place, other.table.Exchange(other.place, held));
    }

    /// <summary>Takes over the elements of another tensor, on whatever device: what setting <see cref="Data"/> does, and more.</summary>
    internal void Become(Tensor data)
    {
        // Tensors without memory are of another kind, which libtorch does not change.
        if (IsMeta == data.IsMeta)
        {
            Data = data;
            return;
        }

        Swap(this, data.Detach().RequiresGrad_(RequiresGrad));
    }

    /// <summary>Begins a use of the native tensor: see <see cref="Use"/>.</summary>
    /// <returns>libtorch's tensor (a C++ at::Tensor*), valid until <see cref="Leave"/>.</returns>
    /// <exception cref="ObjectDisposedException">This tensor was disposed.</exception>
    internal nint Enter()
    {
        return Interlocked.Increment(ref uses) < 0 ? EnterLooseOrFail() : handle;
    }

    /// <summary>Ends a use of the native tensor.</summary>
    internal void Leave()
    {
        if (Interlocked.Decrement(ref uses) == int.MinValue && IsLast())
        {
            Free();
        }
    }

    /// <summary>Says that the tensor is about to be changed: it is no longer the number that it was made of.</summary>
    internal void ForgetNumber() => number = null;

    /// <summary>Where the tensor's memory begins and how much there is of it, for <see cref="Refresh"/>.</summary>
    internal (nint Address, long Bytes) StorageNow()
    {
        using var use = new Use(this);
        return Vmap.IsBatched(use.Handle) ? default : (LibTorch.StorageAddress(use.Handle), LibTorch.StorageBytes(use.Handle));
    }

    /// <summary>
    /// Forgets what is known of the native tensor, after a call that may have made another one of it; where its memory is another now, the
    /// ledger learns of it.
    /// </summary>
    /// <param name="before">Its memory before the call.</param>
    /// <param name="others">What it may share its memory with now.</param>
    internal void Refresh((nint Address, long Bytes) before, ReadOnlySpan<Tensor> others)
    {
        using var use = new Use(this);
        (dtype, number) = (-1, null);
        if (StorageNow() is var now && now != before)
        {
            var bytes = now.Bytes;
            foreach (var other in others)
            {
                if (!ReferenceEquals(other, this) && other.StorageNow().Address == now.Address)
                {
                    bytes = 0;
                }
            }

            MemoryLedger.Remove(table.Change(place, bytes, MemoryLedger.Add(handle, bytes)));
        }
    }

    /// <summary>
    /// The very tensor of libtorch in an object of its own. Where PyTorch returns the tensor that it was given, as <c>to()</c> does when
    /// there is nothing to change, this is returned instead: disposing the result must not dispose the receiver.
    /// </summary>
    internal Tensor Alias()
    {
        using var use = new Use(this);
        return Wrap(LibTorch.NewHandle(use.Handle), this);
    }

    private TensorTable.Held HandOver(bool requiresGrad)
    {
        using var use = new Use(this);
        if (requiresGrad)
        {
            CheckCanRequireGrad("Only Tensors of floating point and complex dtype can require gradients");
        }

        // Given up before it is shared: what was shared would count as left behind.
        var before = table.Change(place, 0, MemoryLedger.Add(handle, 0));
        MemoryLedger.Remove(before);
        var native = Exports.Detach(handle);
        if (native == 0)
        {
            // It takes a few bytes, and has no other way to fail.
            throw new TorchOutOfMemoryException("std::bad_alloc");
        }

        if (requiresGrad)
        {
            Exports.SetRequiresGrad(native, true);
        }

        return new(native, before.Bytes, MemoryLedger.Add(native, before.Bytes), before.IsBorrowed);
    }

    private static bool IsShared(nint result, ReadOnlySpan<Tensor> sources)
    {
        var storage = LibTorch.StorageAddress(result);
        if (storage == 0)
        {
            return true; // of memory it has, and no element: a view
        }

        foreach (var source in sources)
        {
            if (!Vmap.IsBatched(source.handle) && LibTorch.StorageAddress(source.handle) == storage)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLast() => Interlocked.CompareExchange(ref uses, Dead, int.MinValue) == int.MinValue;

    private void Free()
    {
        handle = 0;
        var held = table.Remove(place);

        // Until here a sweep must find this object alive, or it would strike the tensor out as well.
        GC.KeepAlive(this);
        MemoryLedger.Remove(held);
        LibTorch.Delete(held.Native);
    }

    private static ObjectDisposedException Disposed() => new(nameof(Tensor), "This tensor was disposed; its memory is gone.");
}
