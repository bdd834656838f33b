using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What did not fit when a state dict was loaded: what PyTorch's <c>load_state_dict</c> returns.</summary>
/// <param name="MissingKeys">Names that the module has and the dict has not.</param>
/// <param name="UnexpectedKeys">Names that the dict has and the module has not.</param>
/// <example><code>
/// new Linear(2, 1, bias: false).LoadStateDict(new Linear(2, 1).StateDict(), strict: false)
/// // _IncompatibleKeys(missing_keys=[], unexpected_keys=['bias'])
/// </code></example>
public sealed record IncompatibleKeys(List<string> MissingKeys, List<string> UnexpectedKeys)
{
    /// <summary>The printed form, as Python's.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => MissingKeys.Count + UnexpectedKeys.Count == 0 ? "<All keys matched successfully>"
        : $"_IncompatibleKeys(missing_keys={PythonText.Of(MissingKeys)}, unexpected_keys={PythonText.Of(UnexpectedKeys)})";
}
