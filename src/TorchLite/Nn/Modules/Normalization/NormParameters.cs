namespace TorchLite.Nn;

/// <summary>The weight and bias of what normalizes.</summary>
internal static class NormParameters
{
    /// <summary>Sets the weight to ones and the bias to zeros.</summary>
    internal static void Reset(Parameter? weight, Parameter? bias)
    {
        if (weight is not null)
        {
            Torch.Nn.Init.Ones_(weight);
        }

        if (bias is not null)
        {
            Torch.Nn.Init.Zeros_(bias);
        }
    }
}
