using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// Any ATen operator, for those that TorchSharp lacks or calls wrongly: one line of TorchScript, compiled at its first use, as in
/// <c>Script.Run($"torch.renorm({this}, {p}, {dim}, {maxnorm})")</c>. It records gradients and reports errors as every other call does.
/// </summary>
/// <remarks>Only for lines of our own: where <see cref="CppGuard"/> is not, one that does not compile ends the process.</remarks>
[StackTraceHidden]
internal static unsafe partial class Script
{
    /// <summary>What each function is called.</summary>
    internal const string Function = "f";

    // LibTorchSharp's code for a line without a value.
    private const sbyte None = 8;

    // Those of the library itself are some hundreds.
    internal const int MostCompiled = 1000;

    private static readonly ScriptCache Compiled = new(Compile, THSJIT_CompilationUnit_dispose, MostCompiled);

    // Where the results of the call in progress go.
    [ThreadStatic]
    private static nint[]? results;

    [ThreadStatic]
    private static Value* values;

    /// <summary>A line whose value is a tensor.</summary>
    internal static Tensor Run(ScriptLine line) => Many(line)[0];

    /// <summary>A line whose value is a pair of tensors.</summary>
    internal static (Tensor First, Tensor Second) Pair(ScriptLine line)
    {
        var pair = Many(line);
        return (pair[0], pair[1]);
    }

    /// <summary>A line whose value is three tensors.</summary>
    internal static (Tensor First, Tensor Second, Tensor Third) Triple(ScriptLine line)
    {
        var three = Many(line);
        return (three[0], three[1], three[2]);
    }

    /// <summary>A line that changes a tensor, which is returned.</summary>
    internal static Tensor InPlace(Tensor changed, ScriptLine line)
    {
        changed.ForgetNumber();
        Run(line).Dispose();
        return changed;
    }

    /// <summary>A line whose value is a tensor, or a tuple or a list of them.</summary>
    internal static Tensor[] Many(ScriptLine line) => Optional(line)!;

    /// <summary>As <see cref="Many"/>, null where libtorch gives no tensor.</summary>
    internal static Tensor?[] Optional(ScriptLine line)
    {
        NativeLoader.EnsureLoaded();
        using var uses = new Uses(line.Tensors);
        var unit = Compiled.Enter(line.Text(Function));
        nint[] handles;
        try
        {
            handles = Gate.Read([StackTraceHidden] static (call) => Invoke(call.Handle, call.line), (unit.Handle, line));
        }
        finally
        {
            unit.Leave();
        }

        return Own(handles, line.Tensors);
    }

    /// <summary>Calls a compiled function of tensors.</summary>
    internal static Tensor?[] Call(nint unit, Tensor[] tensors)
    {
        using var uses = new Uses(tensors);
        var handles = Gate.Read(
            [StackTraceHidden] static (call) => Invoke(
                call.unit, Function, Array.ConvertAll(call.tensors, static tensor => new Value { Handle = tensor.Handle })),
            (unit, tensors));
        return Own(handles, tensors);
    }

    /// <summary>Calls a method of a module of TorchScript.</summary>
    internal static Tensor?[] CallMethod(nint module, string method, MethodArguments arguments) => Own(
        Gate.Read(
            [StackTraceHidden] static (call) => Invoke(call.module, call.method, call.arguments.Values, isMethod: true),
            (module, method, arguments)),
        arguments.Tensors);

    /// <summary>Frees a compiled function.</summary>
    internal static void Release(nint unit) => THSJIT_CompilationUnit_dispose(unit);

    private static Tensor?[] Own(nint[] handles, Tensor[] operands)
    {
        var owned = new Tensor?[handles.Length];
        for (var i = 0; i < handles.Length; i++)
        {
            try
            {
                owned[i] = handles[i] == 0 ? null : Tensor.Wrap(handles[i], operands);
            }
            catch
            {
                // One that is not strided: the others are nobody's.
                Array.ForEach(owned, [StackTraceHidden] static (tensor) => tensor?.Dispose());
                foreach (var handle in handles[(i + 1)..].Where([StackTraceHidden] static (handle) => handle != 0))
                {
                    LibTorch.Delete(handle);
                }

                throw;
            }
        }

        return owned;
    }

    /// <summary>Compiles a line, and does not run it.</summary>
    internal static void Prepare(ScriptLine line) => THSJIT_CompilationUnit_dispose(Compile(line.Text(Function)));

    /// <summary>Compiles the text of a line.</summary>
    internal static nint Compile(string text) =>
        Gate.Read([StackTraceHidden] static (text) => THSJIT_compile(text) is not 0 and var unit ? unit : throw Exports.LastError(), text);

    private static nint[] Invoke(nint unit, ScriptLine line)
    {
        using var numbers = line.Open(out var arguments);
        return Invoke(unit, Function, arguments);
    }

    private static nint[] Invoke(nint owner, string function, Value[] arguments, bool isMethod = false)
    {
        try
        {
            sbyte kind;
            fixed (Value* first = arguments)
            {
                if (isMethod)
                {
                    Exports.InvokeMethod(owner, function, first, arguments.Length, &Allocate, &kind, 0);
                }
                else
                {
                    THSJIT_CompilationUnit_Invoke(owner, function, first, arguments.Length, &Allocate, &kind, 0);
                }
            }

            if (Exports.TakeError() is { } error)
            {
                throw error;
            }

            var found = kind == None ? [] : results!;
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = values[i].Handle;
            }

            return found;
        }
        finally
        {
            Marshal.FreeHGlobal((nint)values);
            values = null;
            results = null;
        }
    }

    // LibTorchSharp asks for room for the results when it knows how many there are.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Allocate(int index, nuint count)
    {
        results = new nint[count];
        values = (Value*)Marshal.AllocHGlobal(Math.Max((int)count, 1) * sizeof(Value));
        return (nint)values;
    }

    [LibraryImport("LibTorchSharp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint THSJIT_compile(string text);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSJIT_CompilationUnit_dispose(nint unit);

    [LibraryImport("LibTorchSharp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void THSJIT_CompilationUnit_Invoke(
        nint unit, string function, Value* arguments, int count,
        delegate* unmanaged[Cdecl]<int, nuint, nint> allocate, sbyte* kind, int index);

    /// <summary>LibTorchSharp's TensorOrScalar.</summary>
    internal struct Value
    {
        internal long Kind;
        internal long Count;
        internal nint Handle;
    }
}
