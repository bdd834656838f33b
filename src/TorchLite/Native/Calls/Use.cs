using System.Diagnostics;

namespace TorchLite.Native;

/// <summary>
/// A tensor in use by a native call: until this ends, neither the garbage collector nor a <see cref="Tensor.Dispose"/> on another thread
/// frees what the call works on.
/// </summary>
[StackTraceHidden]
internal readonly ref struct Use
{
    private readonly Tensor tensor;

    internal Use(Tensor? tensor, string? name = null)
    {
        this.tensor = tensor ?? throw new ArgumentNullException(name);
        Handle = tensor.Enter();
    }

    /// <summary>libtorch's tensor (a C++ at::Tensor*).</summary>
    internal nint Handle { get; }

    public void Dispose() => tensor.Leave();
}

/// <summary>The same for a list of tensors.</summary>
[StackTraceHidden]
internal readonly ref struct Uses
{
    private readonly Tensor?[] tensors;

    internal Uses(ReadOnlySpan<Tensor> given, string? name = null)
    {
        tensors = new Tensor[given.Length];
        try
        {
            for (var i = 0; i < given.Length; i++)
            {
                _ = new Use(given[i], name);
                tensors[i] = given[i];
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>libtorch's tensors.</summary>
    internal nint[] Handles => Array.ConvertAll(tensors, static tensor => tensor!.Handle);

    public void Dispose()
    {
        foreach (var tensor in tensors)
        {
            tensor?.Leave();
        }
    }
}
