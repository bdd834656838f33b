namespace TorchLite.Nn;

/// <summary>How a list or dictionary of parameters prints one of them.</summary>
internal static class ParameterText
{
    internal static string Of(string name, Parameter parameter, string type) =>
        $"  ({name}): Parameter containing: [{type} of size {string.Join('x', parameter.Shape)}"
        + $"{(parameter.IsCuda ? $" ({parameter.Device.Type}:{parameter.Device.Index})" : "")}]";
}
