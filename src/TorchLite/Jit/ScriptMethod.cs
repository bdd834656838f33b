namespace TorchLite.Jit;

/// <summary>A method of a model of TorchScript, or a function.</summary>
/// <remarks>Made by <see cref="ScriptModule.Methods"/> and <see cref="CompilationUnit.Functions"/>.</remarks>
/// <example><code>
/// var f = Torch.Jit.Compile("def f(x: Tensor, n: int = 2):\n    return x * n").Functions[0];
/// f.Name     // f
/// f.Schema   // f(Tensor x, int n=2) -> Tensor
/// </code></example>
public sealed class ScriptMethod
{
    private readonly Lazy<string> code;

    internal ScriptMethod(ScriptBinding binding, string? self, Func<string> code)
    {
        Name = binding.Signature.Name;
        Schema = binding.Signature.ToSchema(self);
        this.code = new(code);
        IsCallable = binding.Refused is null;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What it takes and gives, as PyTorch's messages write it.</summary>
    public string Schema { get; }

    /// <summary>Its source, as PyTorch prints it: PyTorch's <c>code</c>.</summary>
    /// <remarks>
    /// Where libtorch's functions for it are not known (they are on Linux x64), as the archive has it, whose lines may break elsewhere.
    /// </remarks>
    /// <example><code>
    /// Torch.Jit.Load("model.pt").Methods[0].Code.Split('\n')[0]   // def forward(self,
    /// </code></example>
    public string Code => code.Value;

    /// <summary>
    /// Whether it can be called from outside; false where it takes or gives objects of a class that only the model knows.
    /// </summary>
    /// <example><code>
    /// Torch.Jit.Load("model.pt").Methods[0].IsCallable   // True
    /// </code></example>
    public bool IsCallable { get; }

    /// <inheritdoc/>
    public override string ToString() => Schema;
}
