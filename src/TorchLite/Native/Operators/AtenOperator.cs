using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// An operator of ATen that is called through libtorch's stable C interface (torch/csrc/stable/c/shim.h), in half the time of a line of
/// TorchScript: <c>private static readonly AtenOperator Operator = new("aten::linear")</c>, <c>Operator.Call(input, weight, bias)</c>.
/// </summary>
/// <remarks>
/// All arguments are given, in the order of its declaration, which is known where <see cref="Torch.Ops"/> has the operator. The interface tells of an error only that there was one; then the call is made
/// once more as a line of TorchScript, which says what it was. So is every call of an operator with a parameter that may be a number of
/// any kind, which the interface does not take.
/// </remarks>
[StackTraceHidden]
internal sealed unsafe class AtenOperator(string name, string overload = "", string? declaration = null)
{
    private readonly nint nativeName = Marshal.StringToCoTaskMemUTF8(name);
    private readonly nint nativeOverload = Marshal.StringToCoTaskMemUTF8(overload);
    private AtenSignature? signature;

    /// <summary>The result of an operator that has one.</summary>
    internal Tensor Call(params ReadOnlySpan<AtenValue> arguments)
    {
        Tensor? result = null;
        Invoke(arguments, new Span<Tensor?>(ref result));
        return result!;
    }

    /// <summary>An operator that changes its arguments and returns nothing.</summary>
    internal void Run(params ReadOnlySpan<AtenValue> arguments) => Invoke(arguments, []);

    /// <summary>The two results of an operator.</summary>
    internal (Tensor First, Tensor Second) CallPair(params ReadOnlySpan<AtenValue> arguments)
    {
        var results = new Tensor?[2];
        Invoke(arguments, results);
        return (results[0]!, results[1]!);
    }

    /// <summary>The three results of an operator.</summary>
    internal (Tensor First, Tensor Second, Tensor Third) CallTriple(params ReadOnlySpan<AtenValue> arguments)
    {
        var results = new Tensor?[3];
        Invoke(arguments, results);
        return (results[0]!, results[1]!, results[2]!);
    }

    /// <summary>The first of the results of an operator.</summary>
    internal Tensor CallFirst(int count, params ReadOnlySpan<AtenValue> arguments)
    {
        var results = new Tensor?[count];
        Invoke(arguments, results);
        Array.ForEach(results[1..], [StackTraceHidden] static (tensor) => tensor?.Dispose());
        return results[0]!;
    }

    /// <summary>An operator that changes its first argument, which is returned.</summary>
    internal Tensor CallInPlace(Tensor changed, params ReadOnlySpan<AtenValue> others)
    {
        Tensor? same = null;
        changed.ForgetNumber();
        Invoke([changed, .. others], new Span<Tensor?>(ref same));
        same?.Dispose();
        return changed;
    }

    /// <summary>A question about a tensor, which never fails.</summary>
    internal bool Ask(Tensor tensor)
    {
        using var use = new Use(tensor);
        var stack = stackalloc ulong[] { (ulong)LibTorch.NewHandle(use.Handle) };
        return StableInterface.Call(nativeName, nativeOverload, stack) && (byte)stack[0] != 0;
    }

    private void Invoke(ReadOnlySpan<AtenValue> arguments, Span<Tensor?> results)
    {
        NativeLoader.EnsureLoaded();
        var known = signature ??= new AtenSignature(declaration is null ? Operators.Named(name, overload) : new OperatorSchema(declaration));
        known.Check(arguments);
        if (known.NeedsScript)
        {
            Again(known, arguments, results);
            return;
        }

        Few room = default;
        ReadOnlySpan<Tensor> tensors = Tensors(arguments, room);
        var entered = 0;
        try
        {
            for (; entered < tensors.Length; entered++)
            {
                tensors[entered].Enter();
            }

            var stack = stackalloc ulong[Math.Max(arguments.Length, results.Length)];
            for (var i = 0; i < arguments.Length; i++)
            {
                stack[i] = known.Pass(i, arguments[i]);
            }

            // It takes what is on the stack, whatever becomes of the call.
            if (StableInterface.Call(nativeName, nativeOverload, stack))
            {
                for (var i = 0; i < results.Length; i++)
                {
                    results[i] = Tensor.Wrap((nint)stack[i], tensors);
                }

                return;
            }
        }
        finally
        {
            while (entered > 0)
            {
                tensors[--entered].Leave();
            }
        }

        Again(known, arguments, results);
    }

    private static void Again(AtenSignature known, ReadOnlySpan<AtenValue> arguments, Span<Tensor?> results)
    {
        var given = new OpArgument?[arguments.Length];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = arguments[i].ToOpArgument(known.Schema.Parameters[i].Type.TrimEnd('?'));
        }

        Operators.Call(known.Schema, given).CopyTo(results);
    }

    // All that are among the arguments.
    private static ReadOnlySpan<Tensor> Tensors(ReadOnlySpan<AtenValue> arguments, Span<Tensor> room)
    {
        var count = 0;
        foreach (var argument in arguments)
        {
            switch (argument.Reference)
            {
                case Tensor tensor:
                    Add(ref room, ref count, tensor);
                    break;
                case Tensor?[] list:
                    foreach (var tensor in list)
                    {
                        if (tensor is not null)
                        {
                            Add(ref room, ref count, tensor);
                        }
                    }

                    break;
            }
        }

        return room[..count];
    }

    private static void Add(ref Span<Tensor> room, ref int count, Tensor tensor)
    {
        if (count == room.Length)
        {
            var larger = new Tensor[2 * count];
            room.CopyTo(larger);
            room = larger;
        }

        room[count++] = tensor;
    }

    [InlineArray(8)]
    private struct Few
    {
        private Tensor first;
    }
}
