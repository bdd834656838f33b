namespace TorchLite.Jit;

/// <summary>How a method of a model is called.</summary>
/// <param name="Signature">What it takes and gives.</param>
/// <param name="Native">What is called instead; null: the method itself.</param>
/// <param name="Refused">The type that can not be passed; null: all can.</param>
internal sealed record ScriptBinding(ScriptSignature Signature, string? Native, ScriptType? Refused)
{
    /// <summary>Whether LibTorchSharp passes all of its types.</summary>
    internal static bool IsDirect(ScriptSignature method) =>
        Array.TrueForAll(method.Parameters, static one => IsPassed(one.Type)) && IsGiven(method.Result);

    private static bool IsPassed(ScriptType type) => type switch
    {
        { Name: "Tensor" or "int" or "float" or "bool" } => true,
        { Name: "Optional", Of: [{ Name: "Tensor" or "int" or "float" or "bool" }] } => true,
        { Name: "List", Of: [{ IsTensor: true }] } => true,
        _ => false,
    };

    private static bool IsGiven(ScriptType type) => type switch
    {
        { IsTensor: true } or { IsOptionalTensor: true } or { Name: "NoneType" } or { Name: "List", Of: [{ IsTensor: true }] } => true,
        { Name: "Tuple", Of.Length: > 1 } => Array.TrueForAll(type.Of, static one => one.IsTensor),
        _ => false,
    };
}
