using TorchLite.Nn;

namespace TorchLite.Jit;

/// <summary>A model of TorchScript as a module: PyTorch's <c>torch.jit.ScriptModule</c>.</summary>
/// <remarks>
/// <para>
/// Parameters, buffers, submodules and state dict have the names that they have in Python, and are those of any module: to move, to
/// load, to train with any optimizer. <c>Train</c> and <c>Eval</c> set the mode of the script.
/// </para>
/// <para>
/// Arguments and results are nested as in Python: tensors, numbers, strings and null; lists, tuples (arrays or C#'s tuples) and dictionaries;
/// complex numbers, <see cref="Device"/> and <see cref="DType"/>. A result's list is a <see cref="List{T}"/> of objects, a dictionary an
/// <see cref="OrderedDictionary{TKey, TValue}"/>, a tuple an array, a named tuple a <see cref="NamedTuple"/>, and a dtype the number that
/// TorchScript has for it. Several threads may call one module at a time, unless the model writes to its attributes.
/// </para>
/// </remarks>
/// <example><code>
/// var net = Torch.Jit.Load("model.pt").Eval();
/// using var off = Torch.NoGrad();
/// net.Call(Torch.Tensor([[1.0, 1.0]]))                  // tensor([[6.]])
/// string.Join(", ", net.StateDict().Keys)               // fc.weight, fc.bias
/// net
/// // RecursiveScriptModule(
/// //   original_name=Net
/// //   (fc): RecursiveScriptModule(original_name=Linear)
/// // )
/// </code></example>
public sealed class ScriptModule : Module
{
    private readonly ScriptProgram program;

    // Of one that was made fast, the modules that have the methods; what they share with others is known in the program.
    private readonly OptimizedMethods? optimized;

    internal ScriptModule(ScriptProgram program, ScriptClass definition, string path, OptimizedMethods? optimized = null)
    {
        (this.program, Definition, Path, this.optimized) = (program, definition, path, optimized);
        Methods = [.. definition.Callable.Where(method => optimized is null || optimized.Has(method.Name))
            .Select(method => new ScriptMethod(
                program.Method(path, method.Name)!, definition.Name, () => program.Code(definition, path, method)))];
    }

    /// <summary>What the class is called in Python: PyTorch's <c>original_name</c>.</summary>
    /// <example><code>
    /// Torch.Jit.Load("model.pt").OriginalName   // Net
    /// </code></example>
    public string OriginalName => Definition.ShortName;

    /// <summary>The methods that can be called, <c>forward</c> among them.</summary>
    /// <example><code>
    /// Torch.Jit.Load("model.pt").Methods[0].Schema   // forward(__torch__.Net self, Tensor x) -> Tensor
    /// </code></example>
    public IReadOnlyList<ScriptMethod> Methods { get; }

    /// <summary>The names of what the module has beside parameters, buffers and modules: numbers, strings, lists, constants.</summary>
    /// <example><code>
    /// var fc = (ScriptModule)Torch.Jit.Load("model.pt").GetSubmodule("fc");
    /// string.Join(", ", fc.AttributeNames)   // training, out_features, in_features
    /// </code></example>
    public IReadOnlyList<string> AttributeNames =>
    [
        .. Definition.Attributes.Where(one => one.Name != "_is_full_backward_hook" && ItemNamed(one.Name) is null
            && !program.IsModule(one.Type)
            && !Definition.Parameters.Contains(one.Name) && !Definition.Buffers.Contains(one.Name)).Select(static one => one.Name),
    ];

    /// <summary>The source of <c>forward</c>, as PyTorch prints it: PyTorch's <c>code</c>.</summary>
    /// <exception cref="TorchException">The module has no <c>forward</c>.</exception>
    /// <example><code>
    /// Torch.Jit.Load("model.pt").Code.TrimEnd()
    /// // def forward(self,
    /// //     x: Tensor) -> Tensor:
    /// //   fc = self.fc
    /// //   return torch.relu((fc).forward(x, ))
    /// </code></example>
    public string Code => Methods.FirstOrDefault(static method => method.Name == "forward")?.Code
        ?? throw new TorchException("Method 'forward' is not defined.");

    /// <summary>The graph of <c>forward</c>, as PyTorch prints it: PyTorch's <c>graph</c>.</summary>
    /// <exception cref="TorchNotImplementedException">
    /// libtorch's function for it is not known on this system: it is on Linux x64.
    /// </exception>
    /// <exception cref="TorchException">The module has no <c>forward</c>.</exception>
    /// <example><code>
    /// Torch.Jit.Load("model.pt").Graph.Split('\n')[^2]   //   return (%7)
    /// </code></example>
    public string Graph => GraphOf("forward");

    /// <summary>The files that were saved beside the model, by their names: PyTorch's <c>_extra_files</c>.</summary>
    /// <example><code>
    /// var file = new MemoryStream();
    /// Torch.Jit.Save(Torch.Jit.Load("model.pt"), file, new Dictionary&lt;string, byte[]&gt; { ["labels"] = "cat dog"u8.ToArray() });
    /// System.Text.Encoding.UTF8.GetString(Torch.Jit.Load(file.ToArray()).ExtraFiles["labels"])   // cat dog
    /// </code></example>
    public IReadOnlyDictionary<string, byte[]> ExtraFiles => program.ExtraFiles;

    /// <inheritdoc/>
    protected internal override string ClassName => "RecursiveScriptModule";

    internal ScriptClass Definition { get; }

    internal string Path { get; }

    internal ScriptProgram Program => program;

    internal bool IsOptimized => optimized is not null;

    /// <summary>Calls <c>forward</c> with arguments by place, and the hooks that the model was scripted with around it.</summary>
    /// <param name="arguments">
    /// The arguments; the last ones may be left out where they have defaults. An array of tensors, texts or tuples is one argument where
    /// <c>forward</c> takes a list first, and else its items are the arguments.
    /// </param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="TorchException">The arguments are not those that it takes.</exception>
    /// <exception cref="TorchScriptException">An operator, or the model itself, raised an error.</exception>
    /// <example><code>
    /// var net = Torch.Jit.Load("model.pt");
    /// using var off = Torch.NoGrad();
    /// net.Call(Torch.Ones(2, 2))
    /// // tensor([[6.],
    /// //         [6.]])
    /// </code></example>
    public object? Call(params object?[] arguments) => Call(arguments, new Dictionary<string, object?>());

    /// <summary>Calls <c>forward</c> with arguments by place and by name.</summary>
    /// <param name="arguments">Those by place.</param>
    /// <param name="named">Those by name.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="TorchException">The arguments are not those that it takes.</exception>
    /// <exception cref="TorchScriptException">An operator, or the model itself, raised an error.</exception>
    /// <example><code>
    /// var net = Torch.Jit.Load("model.pt");
    /// using var off = Torch.NoGrad();
    /// net.Call([], new Dictionary&lt;string, object?&gt; { ["x"] = Torch.Ones(1, 2) })   // tensor([[6.]])
    /// </code></example>
    public object? Call(object?[] arguments, IReadOnlyDictionary<string, object?> named)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(named);
        return HasHooks ? CallWithHooks(arguments, given => Run("forward", given, named)) : Run("forward", arguments, named);
    }

    /// <summary>Calls <c>forward</c> and says of what type its result is.</summary>
    /// <typeparam name="T">
    /// The type: <see cref="Tensor"/>, a number or string; an array or <see cref="List{T}"/> of these, or a dictionary of them by name; a
    /// tuple of up to seven of all these; otherwise what <see cref="Call(object?[])"/> gives.
    /// </typeparam>
    /// <param name="arguments">The arguments by place.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="InvalidCastException">The model returns something else.</exception>
    /// <exception cref="TorchException">The arguments are not those that it takes, or an error was raised.</exception>
    /// <example><code>
    /// (double)Torch.Jit.Load("model.pt").Call&lt;Tensor&gt;(Torch.Ones(4, 2)).Sum()   // 24
    /// </code></example>
    public T Call<T>(params object?[] arguments) => ResultOf.As<T>(Call(arguments));

    /// <summary>Calls any method: in Python <c>model.method(x)</c>.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="arguments">The arguments by place.</param>
    /// <returns>What the method returns.</returns>
    /// <exception cref="TorchException">There is no such method, or the arguments are not those that it takes.</exception>
    /// <exception cref="TorchScriptException">An operator, or the model itself, raised an error.</exception>
    /// <example><code>
    /// var net = Torch.Jit.Load("model.pt");
    /// using var off = Torch.NoGrad();
    /// net.Invoke("forward", Torch.Ones(1, 2))   // tensor([[6.]])
    /// </code></example>
    public object? Invoke(string method, params object?[] arguments) => Invoke(method, arguments, new Dictionary<string, object?>());

    /// <summary>Calls any method with arguments by place and by name.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="arguments">Those by place.</param>
    /// <param name="named">Those by name.</param>
    /// <returns>What the method returns.</returns>
    /// <exception cref="TorchException">There is no such method, or the arguments are not those that it takes.</exception>
    /// <exception cref="TorchScriptException">An operator, or the model itself, raised an error.</exception>
    public object? Invoke(string method, object?[] arguments, IReadOnlyDictionary<string, object?> named)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(named);
        return method == "forward" ? Call(arguments, named) : Run(method, arguments, named);
    }

    /// <summary>Calls any method and says of what type its result is.</summary>
    /// <typeparam name="T">The type, as of <see cref="Call{T}(object?[])"/>.</typeparam>
    /// <param name="method">Its name.</param>
    /// <param name="arguments">The arguments by place.</param>
    /// <returns>What the method returns.</returns>
    /// <exception cref="InvalidCastException">The method returns something else.</exception>
    /// <exception cref="TorchException">There is no such method, or an error was raised.</exception>
    public T Invoke<T>(string method, params object?[] arguments) => ResultOf.As<T>(Invoke(method, arguments));

    /// <summary>The value of an attribute: in Python <c>model.name</c>.</summary>
    /// <param name="name">Its name; parameters, buffers and modules are attributes, too.</param>
    /// <returns>The value, as a method would return it.</returns>
    /// <exception cref="TorchException">There is none, or it is of a class that only the model knows.</exception>
    /// <example><code>
    /// ((ScriptModule)Torch.Jit.Load("model.pt").GetSubmodule("fc")).GetAttribute("in_features")   // 2
    /// </code></example>
    public object? GetAttribute(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var attribute = AttributeNamed(name);
        return name == "training" ? Training
            : ItemNamed(name) is { } item ? item
            : attribute.Constant is { } constant ? ArgumentBinding.Literal(constant, program.Constants)
            : attribute.Type.Name == "NoneType" || NamedItems.ContainsKey(name) ? null
            : program.Get(Path, attribute);
    }

    /// <summary>Sets an attribute: in Python <c>model.name = value</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value, of the type that the attribute has in the model.</param>
    /// <exception cref="TorchException">There is none, it is constant, or the value is of another type.</exception>
    /// <example><code>
    /// var net = Torch.Jit.Load("model.pt");
    /// net.SetAttribute("training", false);
    /// net.Training                          // False
    /// net.SetAttribute("gone", 1)           // TorchException: Module 'Net' has no attribute 'gone'
    /// </code></example>
    public void SetAttribute(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var attribute = AttributeNamed(name);
        switch (ItemNamed(name), value)
        {
            case (_, bool mode) when name == "training":
                Training = mode;
                break;
            case (Parameter, Parameter parameter):
                RegisterParameter(name, parameter);
                break;
            case (Nn.Buffer, Tensor buffer):
                RegisterBuffer(name, buffer);
                break;
            case (null, _) when attribute.Constant is null && !NamedItems.ContainsKey(name):
                program.Set(Path, attribute, value);
                break;
            default:
                throw new TorchException($"Can't set the attribute '{name}' of '{OriginalName}' to a {value?.GetType().Name ?? "null"}");
        }
    }

    /// <summary>The graph of a method, as PyTorch prints it.</summary>
    /// <param name="method">Its name.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="TorchNotImplementedException">
    /// libtorch's function for it is not known on this system: it is on Linux x64.
    /// </exception>
    /// <exception cref="TorchException">The module has no such method.</exception>
    /// <example><code>
    /// Torch.Jit.Load("model.pt").GraphOf("forward").Split('(')[0]   // graph
    /// </code></example>
    public string GraphOf(string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        _ = Binding(method);
        return ScriptDump.Graph(optimized is null ? program.Tree.Dump(ScriptProgram.InTree(Path)) : optimized.Dump(method), method);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"original_name={OriginalName}";

    /// <inheritdoc/>
    internal override Module? CopyWhole(DeepCopy copy)
    {
        if (IsOptimized)
        {
            throw new TorchNotImplementedException("A module that was made fast by optimize_for_inference can not be copied.");
        }

        var file = new MemoryStream();
        Torch.Jit.Save(this, file);
        file.Position = 0;
        var made = Torch.Jit.Load(file);
        foreach (var (path, module) in NamedModules(removeDuplicate: false))
        {
            copy.Add(module, made.GetSubmodule(path));
        }

        return made;
    }

    internal ScriptBinding Binding(string method) =>
        program.Method(Path, method) is { } binding && optimized?.Has(method) != false ? binding
        : throw new TorchException($"Method '{method}' is not defined.");

    private ScriptAttribute AttributeNamed(string name) =>
        Definition.Find(name) ?? throw new TorchException($"Module '{OriginalName}' has no attribute '{name}'");

    private object? Run(string name, object?[] given, IReadOnlyDictionary<string, object?> named)
    {
        var binding = Binding(name);
        if (binding.Refused is { } refused)
        {
            throw new TorchNotImplementedException(
                $"The method '{name}' takes or gives a {refused}, which can not be passed between TorchScript and .NET.");
        }

        var (method, self) = (binding.Signature, program.IsUnit ? null : Definition.Name);
        var values = ArgumentBinding.Bind(method, given, named, program.Constants, self);
        program.Synchronize();
        using var arguments = new MethodArguments();
        Tensor[] made = [];
        if (binding.Native is null)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (!DirectArguments.Add(arguments, values[i], method.Parameters[i].Type))
                {
                    throw ArgumentBinding.WrongType(method, i, values[i], self);
                }
            }
        }
        else
        {
            var writer = new ValueWriter(program.Tuple);
            for (var i = 0; i < values.Length; i++)
            {
                if (!writer.Add(values[i], method.Parameters[i].Type))
                {
                    throw ArgumentBinding.WrongType(method, i, values[i], self);
                }
            }

            made = writer.ToTensors();
            arguments.Add(made);
        }

        Tensor?[] results;
        try
        {
            results = optimized is not null ? optimized.Call(name, arguments)
                : program.Call(binding.Native is null ? ScriptProgram.InTree(Path) : "", binding.Native ?? name, arguments);
        }
        finally
        {
            // The first two are the writer's own.
            Array.ForEach(made[..Math.Min(made.Length, 2)], static tensor => tensor.Dispose());
            program.TakeWritten();
        }

        return binding.Native is null ? DirectArguments.Result(results, method.Result)
            : new ValueReader(results, program.Tuple).Read(method.Result);
    }
}
