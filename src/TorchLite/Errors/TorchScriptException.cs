namespace TorchLite;

/// <summary>
/// An error that was raised within a model of TorchScript: PyTorch's <c>torch.jit.Error</c>, and what its operators refuse.
/// </summary>
/// <remarks>The message is what the model or the operator says; <see cref="ScriptTrace"/> says where in the model that was.</remarks>
/// <example><code>
/// var unit = Torch.Jit.Compile("def f(x: Tensor):\n    assert x.numel() == 1, \"too many\"\n    return x");
/// unit.Call("f", Torch.Ones(2))   // TorchScriptException: AssertionError: too many
/// </code></example>
public sealed class TorchScriptException : TorchException
{
    /// <summary>Creates an error with the model's message and TorchScript's stack.</summary>
    /// <param name="message">The message.</param>
    /// <param name="scriptTrace">The stack as PyTorch prints it.</param>
    /// <param name="innerException">The operator's error; null where the model itself raised one.</param>
    public TorchScriptException(string message, string scriptTrace, Exception? innerException = null)
        : base(message, innerException) => ScriptTrace = scriptTrace;

    /// <summary>The stack of TorchScript, the innermost call last, as PyTorch prints it.</summary>
    public string ScriptTrace { get; }
}
