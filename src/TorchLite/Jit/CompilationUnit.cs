namespace TorchLite.Jit;

/// <summary>Functions of TorchScript that were compiled from a text: PyTorch's <c>torch.jit.CompilationUnit</c>.</summary>
/// <remarks>Arguments and results are those of <see cref="ScriptModule"/>.</remarks>
/// <example><code>
/// var unit = Torch.Jit.Compile("""
///     def scale(x: Tensor, by: float = 2.0) -> Dict[str, Tensor]:
///         return {"scaled": x * by}
///     """);
/// var result = (OrderedDictionary&lt;object, object?&gt;)unit.Call("scale", Torch.Ones(2))!;
/// result["scaled"]                // tensor([2., 2.])
/// unit.Functions[0].Schema        // scale(Tensor x, float by=2.) -> Dict(str, Tensor)
/// </code></example>
public sealed class CompilationUnit
{
    private readonly ScriptModule module;

    internal CompilationUnit(ScriptModule module, IReadOnlyList<ScriptMethod> functions) => (this.module, Functions) = (module, functions);

    /// <summary>The functions.</summary>
    public IReadOnlyList<ScriptMethod> Functions { get; }

    /// <summary>Calls a function with arguments by place.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it returns.</returns>
    /// <exception cref="TorchException">There is no such function, or the arguments are not those that it takes.</exception>
    /// <exception cref="TorchScriptException">An operator, or the function itself, raised an error.</exception>
    public object? Call(string function, params object?[] arguments) => module.Invoke(function, arguments);

    /// <summary>Calls a function with arguments by place and by name.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">Those by place.</param>
    /// <param name="named">Those by name.</param>
    /// <returns>What it returns.</returns>
    /// <exception cref="TorchException">There is no such function, or the arguments are not those that it takes.</exception>
    /// <exception cref="TorchScriptException">An operator, or the function itself, raised an error.</exception>
    public object? Call(string function, object?[] arguments, IReadOnlyDictionary<string, object?> named) =>
        module.Invoke(function, arguments, named);

    /// <summary>Calls a function and says of what type its result is.</summary>
    /// <typeparam name="T">The type, as of <see cref="ScriptModule.Call{T}(object?[])"/>.</typeparam>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">The arguments by place.</param>
    /// <returns>What it returns.</returns>
    /// <exception cref="InvalidCastException">The function returns something else.</exception>
    /// <exception cref="TorchException">There is no such function, or an error was raised.</exception>
    /// <example><code>
    /// var unit = Torch.Jit.Compile("def halves(x: int) -> Tuple[int, List[int]]:\n    return x // 2, [x - x // 2]");
    /// var (half, rest) = unit.Call&lt;(long, long[])&gt;("halves", 5);
    /// $"{half} and {rest[0]}"      // 2 and 3
    /// </code></example>
    public T Call<T>(string function, params object?[] arguments) => module.Invoke<T>(function, arguments);
}
