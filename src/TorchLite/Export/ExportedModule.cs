using System.Globalization;
using TorchLite.Jit;
using TorchLite.Nn;
using TorchLite.Printing;

namespace TorchLite.Export;

/// <summary>A model that Python exported, as a module: what PyTorch's <c>ExportedProgram.module()</c> gives.</summary>
/// <remarks>
/// Its parameters, buffers and state dict have the names that they have in Python. The graph was made for the mode, training or evaluation,
/// in which the model was exported: <c>Train</c> and <c>Eval</c> change nothing in it. As in PyTorch, tensors that the model's code made
/// are constants of the graph, which <c>To</c> does not move, and neither the devices that the graph names.
/// <para>
/// The whole graph runs as one function of TorchScript where it compiles, and node by node where not, or where <see cref="NodeByNode"/>
/// is set. Several threads may call one module at a time, unless the program writes to its buffers.
/// </para>
/// </remarks>
/// <example><code>
/// var net = Torch.Export.Load("model.pt2").Module().Double();
/// using var off = Torch.NoGrad();
/// net.Call(Torch.Tensor([[1.0, 1.0]], dtype: DType.Float64))   // tensor([[6.]], dtype=torch.float64)
/// </code></example>
public sealed class ExportedModule : Module
{
    private readonly ProgramInModule program;

    internal ExportedModule(ExportedProgram program) => this.program = new(program, this);

    /// <summary>Whether the nodes are run one by one, which is slower, and says of an error in which node it was.</summary>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// net.NodeByNode = true;
    /// net.Call&lt;Tensor&gt;(Torch.Ones(3, 2)).Shape   // torch.Size([3, 1])
    /// </code></example>
    public bool NodeByNode { get; set; }

    /// <summary>Whether the graph could be compiled as one function; false where it only runs node by node.</summary>
    /// <remarks>
    /// Not compiled are graphs that look at values on their way, or set a mode, and all graphs where exceptions of C++ can not be caught:
    /// on systems other than Linux x64. A graph with parts that record no gradients is compiled for calls without gradients alone.
    /// </remarks>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// net.IsCompiled || !OperatingSystem.IsLinux()   // True
    /// </code></example>
    public bool IsCompiled => program.IsCompiled;

    /// <inheritdoc/>
    protected internal override string ClassName => "GraphModule";

    /// <summary>Calls the model with the arguments that its <c>forward</c> takes, by place.</summary>
    /// <param name="arguments">
    /// Tensors, numbers, strings and null, or lists, tuples and dictionaries of these, nested as they were when the model was exported. A
    /// tuple is one of C#, a list any collection, and an array either; an array may be the only argument of a model that takes one list or
    /// tuple. What was given by name in Python is given by name here: <see cref="Call(object?[], IReadOnlyDictionary{string, object?})"/>.
    /// </param>
    /// <returns>
    /// What the model returns: a tensor, a number or null; a tuple as an array, a list as a <see cref="List{T}"/>, a dictionary as an
    /// <see cref="OrderedDictionary{TKey, TValue}"/>. Each tensor is an object of its own: of what the model returns as it was given or has
    /// it, disposing the result leaves the other.
    /// </returns>
    /// <exception cref="ArgumentException">The arguments are not those with which the model was exported.</exception>
    /// <exception cref="TorchException">A size is outside what was exported, or an operator rejects what it is given.</exception>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// using var off = Torch.NoGrad();
    /// net.Call(Torch.Ones(2, 2))
    /// // tensor([[6.],
    /// //         [6.]])
    /// </code></example>
    public object? Call(params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments = program.Meant(arguments);
        return HasHooks ? CallWithHooks(arguments, given => program.Run(given, null, NodeByNode))
            : program.Run(arguments, null, NodeByNode);
    }

    /// <summary>Calls the model with arguments by place and by name.</summary>
    /// <param name="arguments">Those by place.</param>
    /// <param name="named">Those by name.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="ArgumentException">The arguments are not those with which the model was exported.</exception>
    /// <exception cref="TorchException">A size is outside what was exported, or an operator rejects what it is given.</exception>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// using var off = Torch.NoGrad();
    /// net.Call([Torch.Ones(1, 2)], new Dictionary&lt;string, object?&gt;())   // tensor([[6.]])
    /// </code></example>
    public object? Call(object?[] arguments, IReadOnlyDictionary<string, object?> named)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(named);
        return HasHooks ? CallWithHooks(arguments, given => program.Run(given, named, NodeByNode))
            : program.Run(arguments, named, NodeByNode);
    }

    /// <summary>Calls the model and says of what type its result is.</summary>
    /// <typeparam name="T">
    /// The type: <see cref="Tensor"/>, a number or string; an array or <see cref="List{T}"/> of these, or a dictionary of them by name; a
    /// tuple of up to seven of all these; otherwise what <see cref="Call(object?[])"/> gives.
    /// </typeparam>
    /// <param name="arguments">The arguments by place.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="InvalidCastException">The model returns something else.</exception>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// (double)net.Call&lt;Tensor&gt;(Torch.Ones(4, 2)).Sum()   // 24
    /// </code></example>
    public T Call<T>(params object?[] arguments) => ResultOf.As<T>(Call(arguments));

    /// <summary>Calls the model node by node, and writes what each node gave.</summary>
    /// <param name="writer">Where a line is written for each node: its name, operator, dtype and shape, and its time.</param>
    /// <param name="arguments">The arguments by place.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="ArgumentException">The arguments are not those with which the model was exported.</exception>
    /// <exception cref="TorchException">A size is outside what was exported, or an operator rejects what it is given.</exception>
    /// <example><code>
    /// var text = new StringWriter();
    /// Torch.Export.Load("model.pt2").Module().Trace(text, Torch.Ones(5, 2));
    /// text.ToString().Split(' ')[0]                                // linear
    /// text.ToString().Contains("torch.float32 torch.Size([5, 1])")   // True
    /// </code></example>
    public object? Trace(TextWriter writer, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(arguments);
        return Trace(writer, program.Meant(arguments), new Dictionary<string, object?>());
    }

    /// <summary>Calls the model node by node with arguments by place and by name, and writes what each node gave.</summary>
    /// <param name="writer">Where a line is written for each node.</param>
    /// <param name="arguments">Those by place.</param>
    /// <param name="named">Those by name.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The arguments are not those with which the model was exported.</exception>
    /// <exception cref="TorchException">A size is outside what was exported, or an operator rejects what it is given.</exception>
    /// <example><code>
    /// var text = new StringWriter();
    /// Torch.Export.Load("model.pt2").Module().Trace(text, [Torch.Ones(5, 2)], new Dictionary&lt;string, object?&gt;());
    /// text.ToString().Trim().Split('\n').Length   // 2
    /// </code></example>
    public object? Trace(TextWriter writer, object?[] arguments, IReadOnlyDictionary<string, object?> named)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(named);
        return program.Run(arguments, named, trace: (node, results, time) =>
        {
            var names = string.Join(", ", node.Results.Select(static name => name ?? "None"));
            var given = results.Select(static one => one is Tensor tensor ? $"{tensor.DType} {tensor.Shape}" : PythonText.Of(one));
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{names,-24} {node.Target,-44} {string.Join(", ", given)} {time.TotalMicroseconds:F0} us"));
        });
    }
}
